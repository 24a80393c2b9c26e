#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "schema/problem.h"

namespace config {

using schema::Problem;

/// An IPv4 address range in CIDR notation, such as 10.0.0.0/16 (RFC 4632). No bit is set behind the prefix.
class Ipv4Range {
 public:
  static std::optional<Ipv4Range> parse(std::string_view text);
  /// For ranges known to be right, such as a default.
  constexpr Ipv4Range(std::uint32_t address, int prefixLength) : address_{address}, prefixLength_{prefixLength} {}
  constexpr Ipv4Range() = default;

  std::string text() const;
  int prefixLength() const { return prefixLength_; }
  /// The `index`-th range of that prefix length inside this one.
  Ipv4Range part(int prefixLength, int index) const;
  bool contains(const Ipv4Range&) const;
  bool overlaps(const Ipv4Range& other) const { return contains(other) || other.contains(*this); }

 private:
  std::uint32_t address_ = 0;
  int prefixLength_ = 0;
};

/// The range of a VPC: /16 to /24, so that each of its sixteen parts can be a subnet ("VPC CIDR blocks").
struct VpcRange : Ipv4Range {
  static constexpr std::string_view meaning = "an IPv4 range from /16 to /24, such as `10.0.0.0/16`";
  static constexpr std::string_view pattern = "^([0-9]{1,3}\\.){3}[0-9]{1,3}/(1[6-9]|2[0-4])$";
  static constexpr std::string_view example = "10.20.0.0/20";
  static std::optional<VpcRange> parse(const std::string& text);
  static Problem problem(const std::string& text);
};

/// The range of a subnet: /16 to /28 ("Subnet CIDR blocks").
struct SubnetRange : Ipv4Range {
  static constexpr std::string_view meaning = "an IPv4 range from /16 to /28, such as `10.0.16.0/20`";
  static constexpr std::string_view pattern = "^([0-9]{1,3}\\.){3}[0-9]{1,3}/(1[6-9]|2[0-8])$";
  static constexpr std::string_view example = "10.0.16.0/20";
  static std::optional<SubnetRange> parse(const std::string& text);
  static Problem problem(const std::string& text);
};

/// Addresses of somebody outside, IPv4 (/8 to /32) or IPv6 (/16 to /128): never the whole internet.
class ClientRange {
 public:
  static constexpr std::string_view meaning =
      "an IPv4 range from /8 to /32 or an IPv6 range from /16 to /128, such as `203.0.113.7/32`";
  static constexpr std::string_view pattern =
      "^([0-9]{1,3}(\\.[0-9]{1,3}){3}/([89]|[12][0-9]|3[0-2])"
      "|[0-9a-f:]*:[0-9a-f:.]*/(1[6-9]|[2-9][0-9]|1[01][0-9]|12[0-8]))$";
  static constexpr std::string_view example = "203.0.113.7/32";
  static std::optional<ClientRange> parse(const std::string& text);
  static Problem problem(const std::string& text);
  const std::string& text() const { return text_; }
  bool isIpv6() const { return text_.find(':') != text_.npos; }
  /// Whether somebody in the internet can have an address of it (RFC 6890; RFC 4291, global unicast).
  bool isInTheInternet() const;
  bool operator==(const ClientRange&) const = default;

 private:
  std::string text_;
};

}  // namespace config
