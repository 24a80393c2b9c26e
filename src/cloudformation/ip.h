#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// IP addresses and ranges of both families, as properties hold them in CIDR notation (RFC 4632, RFC 4291).
namespace cfn {

__extension__ using Bits128 = unsigned __int128;

enum class Family { ipv4, ipv6 };
constexpr int bitsOf(Family family) { return family == Family::ipv4 ? 32 : 128; }
constexpr Bits128 lastOf(Family family) { return family == Family::ipv4 ? Bits128{0xffffffff} : ~Bits128{0}; }

struct Address {
  Family family = Family::ipv4;
  Bits128 bits = 0;

  auto operator<=>(const Address&) const = default;
  std::string text() const;  ///< IPv6 as RFC 5952 writes it
};
std::optional<Address> parseAddress(std::string_view text);

struct IpRange {
  Family family = Family::ipv4;
  Bits128 first = 0;
  int prefixLength = 0;

  bool operator==(const IpRange&) const = default;
  Bits128 last() const {
    const int hostBits = bitsOf(family) - prefixLength;
    return hostBits == 128 ? lastOf(family) : first | ((Bits128{1} << hostBits) - 1);
  }
  bool contains(Address address) const {
    return address.family == family && first <= address.bits && address.bits <= last();
  }
  bool contains(const IpRange& other) const {
    return other.family == family && first <= other.first && other.last() <= last();
  }
  bool overlaps(const IpRange& other) const { return contains(other) || other.contains(*this); }
  std::string text() const;
};
/// Bits behind the prefix are taken as unset, as AWS does. An address alone is a range of one.
std::optional<IpRange> parseRange(std::string_view text);

}  // namespace cfn
