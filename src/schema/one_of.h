#pragma once

// Groups whose fields depend on one word; a part of schema.h.
#include <initializer_list>
#include <utility>

#include "schema/schema.h"

namespace schema {

/// What `oneOf` returns: the alternatives.
template <class E>
class OneOf {
 public:
  explicit OneOf(Field& group) : group_{group} {}

  /// There is no default: the user must choose.
  OneOf& required() {
    memberNamed(group_, group_.selector)->required = true;
    return *this;
  }
  /// The fields that the group has with one word, or with each of several.
  template <class Describe>
  OneOf& with(std::initializer_list<E> values, Describe&& describeFields) {
    Group group{group_};
    for (const auto value : values)
      for (const auto& [known, choice] : Words<E>::all)
        if (known == value) group.onlyWith_.push_back(choice.word);
    describeFields(group);
    return *this;
  }
  template <class Describe>
  OneOf& with(E value, Describe&& describeFields) {
    return with(std::initializer_list<E>{value}, std::forward<Describe>(describeFields));
  }

 private:
  Field& group_;
};

template <class E>
requires std::is_enum_v<E> OneOf<E> Group::oneOf(std::string_view name, E& variable, std::string_view doc) {
  field(name, variable, doc);
  self_.selector = name;
  return OneOf<E>{self_};
}

}  // namespace schema
