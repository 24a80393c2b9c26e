#include "cloudformation/ip.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace cfn {
namespace {

template <class Number>
std::optional<Number> parseNumber(std::string_view text, int base, Number most) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size() || number > most) return {};
  return number;
}

std::optional<Bits128> parseIpv4(std::string_view text) {
  Bits128 bits = 0;
  for (int part = 0; part < 4; ++part) {
    const auto dot = text.find('.');
    if ((dot == text.npos) != (part == 3)) return {};
    const auto digits = text.substr(0, dot);
    const auto number = parseNumber<unsigned>(digits, 10, 255);
    if (!number || digits.size() > 3) return {};
    bits = bits << 8 | *number;
    if (part < 3) text.remove_prefix(dot + 1);
  }
  return bits;
}

/// Groups of four digits, without `::`; the last may be an IPv4 address.
bool parseGroups(std::string_view text, std::array<unsigned, 8>& groups, std::size_t& count) {
  while (!text.empty()) {
    const auto colon = text.find(':');
    const auto group = text.substr(0, colon);
    if (group.find('.') != group.npos) {
      const auto ipv4 = parseIpv4(group);
      if (!ipv4 || colon != text.npos || count > 6) return false;
      groups[count++] = static_cast<unsigned>(*ipv4 >> 16);
      groups[count++] = static_cast<unsigned>(*ipv4 & 0xffff);
      return true;
    }
    const auto number = parseNumber<unsigned>(group, 16, 0xffff);
    if (!number || group.size() > 4 || count == 8) return false;
    groups[count++] = *number;
    if (colon == text.npos) return true;
    text.remove_prefix(colon + 1);
    if (text.empty()) return false;
  }
  return true;
}

std::optional<Bits128> parseIpv6(std::string_view text) {
  std::array<unsigned, 8> head{}, tail{};
  std::size_t heads = 0, tails = 0;
  const auto gap = text.find("::");
  if (!parseGroups(text.substr(0, gap), head, heads)) return {};
  if (gap != text.npos && !parseGroups(text.substr(gap + 2), tail, tails)) return {};
  if (gap == text.npos ? heads != 8 : heads + tails > 7) return {};
  for (std::size_t i = 0; i < tails; ++i) head[8 - tails + i] = tail[i];
  Bits128 bits = 0;
  for (const auto group : head) bits = bits << 16 | group;
  return bits;
}

}  // namespace

std::string Address::text() const {
  const auto part = [this](int shift, unsigned mask) { return static_cast<unsigned>(bits >> shift) & mask; };
  if (family == Family::ipv4)
    return fmt::format("{}.{}.{}.{}", part(24, 255), part(16, 255), part(8, 255), part(0, 255));
  int gap = -1, gapLength = 1;  // the first longest run of zeros, of two at least
  for (int i = 0, run = 0; i < 8; ++i) {
    run = part(112 - 16 * i, 0xffff) == 0 ? run + 1 : 0;
    if (run > gapLength) {
      gapLength = run;
      gap = i - run + 1;
    }
  }
  std::string text;
  for (int i = 0; i < 8; ++i) {
    if (i == gap) {
      text += "::";
      i += gapLength - 1;
      continue;
    }
    if (!text.empty() && !text.ends_with(':')) text += ':';
    text += fmt::format("{:x}", part(112 - 16 * i, 0xffff));
  }
  return text;
}

std::optional<Address> parseAddress(std::string_view text) {
  if (const auto bits = parseIpv4(text)) return Address{Family::ipv4, *bits};
  if (const auto bits = parseIpv6(text)) return Address{Family::ipv6, *bits};
  return {};
}

std::string IpRange::text() const { return fmt::format("{}/{}", Address{family, first}.text(), prefixLength); }

std::optional<IpRange> parseRange(std::string_view text) {
  const auto slash = text.find('/');
  const auto address = parseAddress(text.substr(0, slash));
  if (!address) return {};
  const int bits = bitsOf(address->family);
  IpRange range{address->family, address->bits, bits};
  if (slash == text.npos) return range;
  const auto length = parseNumber<int>(text.substr(slash + 1), 10, bits);
  if (!length || *length < 0) return {};
  range.prefixLength = *length;
  range.first &= *length == 0 ? Bits128{0} : ~Bits128{0} << (bits - *length) & lastOf(range.family);
  return range;
}

}  // namespace cfn
