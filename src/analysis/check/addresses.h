#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace check {

/// A range of IPv4 addresses, both ends included.
struct Range {
  std::uint32_t first;
  std::uint32_t last;

  bool contains(const Range& other) const { return first <= other.first && other.last <= last; }
  bool overlaps(const Range& other) const { return first <= other.last && other.first <= last; }
  std::uint64_t size() const { return std::uint64_t{last} - first + 1; }
};

/// The range that `10.0.0.0/16` writes; nothing if it is none.
std::optional<Range> parseRange(std::string_view cidr);
std::optional<int> prefixLength(std::string_view cidr);

/// How many addresses are in any of the ranges.
std::uint64_t sizeOfUnion(std::vector<Range> ranges);

}  // namespace check
