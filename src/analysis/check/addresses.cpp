#include "analysis/check/addresses.h"

#include <algorithm>
#include <charconv>

namespace check {
namespace {

/// Takes a number of at most `most` off the front.
std::optional<std::uint32_t> takeNumber(std::string_view& text, std::uint32_t most) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || number > most) return {};
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

}  // namespace

std::optional<Range> parseRange(std::string_view cidr) {
  std::uint32_t address = 0;
  for (int part = 0; part < 4; ++part) {
    const auto number = takeNumber(cidr, 255);
    if (!number || cidr.empty() || cidr.front() != (part < 3 ? '.' : '/')) return {};
    cidr.remove_prefix(1);
    address = address << 8 | *number;
  }
  const auto length = takeNumber(cidr, 32);
  if (!length || !cidr.empty()) return {};
  const auto hosts = *length == 0 ? ~0u : *length == 32 ? 0u : (1u << (32 - *length)) - 1;
  return Range{address & ~hosts, address | hosts};
}

std::optional<int> prefixLength(std::string_view cidr) {
  const auto range = parseRange(cidr);
  if (!range) return {};
  int length = 32;
  for (auto size = range->size(); size > 1; size /= 2) --length;
  return length;
}

std::uint64_t sizeOfUnion(std::vector<Range> ranges) {
  std::ranges::sort(ranges, {}, &Range::first);
  std::uint64_t size = 0;
  std::uint64_t next = 0;  // the first address that was not counted
  for (const auto& range : ranges) {
    const auto first = std::max<std::uint64_t>(next, range.first);
    if (range.last < first) continue;
    size += range.last - first + 1;
    next = std::uint64_t{range.last} + 1;
  }
  return size;
}

}  // namespace check
