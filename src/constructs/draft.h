#pragma once

#include <string>
#include <vector>

#include "cloudformation/template.h"
#include "config/load.h"

namespace constructs {

/// Where the values of a config stand.
class Origins {
 public:
  Origins() = default;  ///< of a config that was not read: no value has a place
  /// Points into both.
  Origins(const config::LoadedConfig&, diag::Sources&);

  /// The place of a field's value. One that is not given has its default as place; `value` is that default where the
  /// config does not know it.
  diag::Span of(const void* variable, const void* identity, std::string_view value = {});
  /// Whether the config gives the field.
  bool isGiven(const void* variable, const void* identity) const;

 private:
  struct Entry {
    const schema::Field* field;
    std::size_t outer;  ///< index of the group around it
    diag::Span span;
  };
  void add(const schema::Field&, std::size_t outer);
  const Entry* find(const void* variable, const void* identity) const;
  std::string pathOf(const Entry&) const;

  std::vector<Entry> entries_;
  diag::Sources* sources_ = nullptr;
};

/// A template under construction, and where in the config that stands which asks for what is in it.
class Draft : public cfn::Template {
 public:
  Draft(std::string description, Origins origins) : Template{std::move(description)}, origins_{std::move(origins)} {}

  /// Where the field stands; of several the first that is given.
  template <class T, class... Others>
  diag::Span placeOf(const T& field, const Others&... others) {
    if constexpr (sizeof...(Others) > 0)
      if (!isGiven(field) && (isGiven(others) || ...)) return placeOf(others...);
    return origins_.of(&field, &schema::identityOf<T>);
  }

  /// Says what is taken for a field that the config itself has no default for.
  template <class T>
  void usually(const T& field, std::string_view value) {
    origins_.of(&field, &schema::identityOf<T>, value);
  }

  /// The field's value as properties take it, with its place.
  template <class T>
  auto from(const T& field) {
    if constexpr (schema::Grammar<T>)
      return cfn::From<std::string>{field.text(), placeOf(field)};
    else
      return cfn::From<T>{field, placeOf(field)};
  }
  /// A value that the field decides, with the field's place.
  template <class T, class V>
  cfn::From<V> from(const T& field, V value) {
    return {std::move(value), placeOf(field)};
  }

  /// While it lives, resources that are added have the place of what asks for them.
  class Part {
   public:
    Part(Draft& draft, diag::Span place) : draft_{draft}, outer_{draft.madeFor(place)} {}
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;
    ~Part() { draft_.madeFor(outer_); }

   private:
    Draft& draft_;
    diag::Span outer_;
  };
  template <class T>
  [[nodiscard]] Part part(const T& field) {
    return {*this, placeOf(field)};
  }

 private:
  template <class T>
  bool isGiven(const T& field) const {
    return origins_.isGiven(&field, &schema::identityOf<T>);
  }

  Origins origins_;
};

}  // namespace constructs
