#include "analysis/check/addresses.h"

#include <algorithm>

namespace check {
namespace {

using cfn::Bits128;

/// What is in use on the internet ("IANA IPv6 Global Unicast Address Assignments").
Range internetOf(Family family) { return family == Family::ipv4 ? Range{family, 0, 0} : *parseRange("2000::/3"); }

/// How many addresses of the internet are in any of the ranges.
Bits128 sizeOfUnion(std::vector<Range> ranges, Family family) {
  const auto internet = internetOf(family);
  std::erase_if(ranges, [&](const Range& range) { return !range.overlaps(internet); });
  std::ranges::sort(ranges, {}, &Range::first);
  Bits128 size = 0;
  auto next = internet.first;  // the first address that was not counted
  for (const auto& range : ranges) {
    const auto first = std::max(next, range.first);
    const auto last = std::min(range.last(), internet.last());
    if (last < first) continue;
    size += last - first + 1;
    if (last == internet.last()) break;
    next = last + 1;
  }
  return size;
}

}  // namespace

bool holdTheWorld(const std::vector<Range>& ranges, Family family) {
  const auto internet = internetOf(family);
  return sizeOfUnion(ranges, family) >= (internet.last() - internet.first) / 2 + 1;
}

}  // namespace check
