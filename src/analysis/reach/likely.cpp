#include "analysis/reach/likely.h"

#include <algorithm>

namespace reach {
namespace {

using cfn::Bits128;
using cfn::Family;

constexpr Bits128 ipv4(unsigned a, unsigned b, unsigned c, unsigned d) {
  return Bits128{a} << 24 | Bits128{b} << 16 | Bits128{c} << 8 | d;
}

constexpr Bits128 documentation4[]{ipv4(198, 51, 100, 7), ipv4(203, 0, 113, 7), ipv4(192, 0, 2, 7)};
constexpr Bits128 documentation6 = Bits128{0x20010db8} << 96 | 7;

}  // namespace

Bits128 likelyHost(const cfn::IpRange& subnet, Bits128 first, Bits128 last, int usual) {
  constexpr Bits128 reserved = 4;
  if (const auto one = subnet.first + static_cast<unsigned>(usual); first <= one && one <= last && one < subnet.last())
    return one;
  const auto lowest = std::max(first, subnet.first + reserved);
  return lowest <= last && lowest < subnet.last() ? lowest : first;
}

Bits128 likelyPublic(Family family, Bits128 first, Bits128 last) {
  if (family == Family::ipv6 && first <= documentation6 && documentation6 <= last) return documentation6;
  if (family == Family::ipv4)
    for (const auto one : documentation4)
      if (first <= one && one <= last) return one;
  constexpr Bits128 usual = 7, lastByte = 0xff;  // of what looks like a network's address
  return (first & lastByte) == 0 && last - first >= usual ? first + usual : first;
}

bool isForDocumentation(cfn::Address address) {
  if (address.family == Family::ipv6) return address.bits == documentation6;
  return std::ranges::find(documentation4, address.bits) != std::end(documentation4);
}

}  // namespace reach
