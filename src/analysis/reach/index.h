#pragma once

#include <compare>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// How the parts of the network name each other.
namespace reach {

/// The position of a thing in the list of all things of its type. An index always names a thing: what may be absent is
/// a std::optional<Index<…>>. The index of one type cannot be used for another.
template <class Thing>
class Index {
 public:
  explicit constexpr Index(std::size_t position) : position_{position} {}
  constexpr std::size_t position() const { return position_; }
  auto operator<=>(const Index&) const = default;

 private:
  std::size_t position_;
};

/// All things of one type. Things are only added, so an index stays valid.
template <class Thing>
class All {
 public:
  Index<Thing> add(Thing thing) {
    things_.push_back(std::move(thing));
    return Index<Thing>{things_.size() - 1};
  }
  /// The index of the thing that is added next.
  Index<Thing> next() const { return Index<Thing>{things_.size()}; }
  Thing& operator[](Index<Thing> index) { return things_.at(index.position()); }
  const Thing& operator[](Index<Thing> index) const { return things_.at(index.position()); }

  std::vector<Index<Thing>> indices() const {
    std::vector<Index<Thing>> all;
    all.reserve(things_.size());
    for (std::size_t i = 0; i < things_.size(); ++i) all.emplace_back(i);
    return all;
  }
  std::size_t size() const { return things_.size(); }
  auto begin() { return things_.begin(); }
  auto end() { return things_.end(); }
  auto begin() const { return things_.begin(); }
  auto end() const { return things_.end(); }

 private:
  std::vector<Thing> things_;
};

/// The things of one type by their logical ids.
template <class Thing>
class ByName {
 public:
  void set(std::string_view name, Index<Thing> index) { indices_.insert_or_assign(std::string{name}, index); }
  bool contains(std::string_view name) const { return indices_.contains(name); }
  std::optional<Index<Thing>> find(std::string_view name) const {
    const auto found = indices_.find(name);
    return found == indices_.end() ? std::nullopt : std::optional{found->second};
  }

 private:
  std::map<std::string, Index<Thing>, std::less<>> indices_;
};

}  // namespace reach
