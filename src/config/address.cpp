#include "config/address.h"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace config {
namespace {

/// A number in decimal, without sign or leading zeros.
std::optional<unsigned> number(std::string_view text, unsigned max) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value > max) return {};
  if (text.size() > 1 && text.front() == '0') return {};
  return value;
}

/// Whether every bit of the address behind the prefix is zero.
bool hasNoHostBits(const std::array<unsigned char, 16>& address, unsigned prefixLength) {
  for (unsigned bit = prefixLength; bit < 128; ++bit)
    if (address[bit / 8] & (0x80u >> bit % 8)) return false;
  return true;
}

}  // namespace

std::optional<Ipv4Range> Ipv4Range::parse(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == text.npos) return {};
  const auto length = number(text.substr(slash + 1), 32);
  auto rest = text.substr(0, slash);
  std::uint32_t address = 0;
  for (int part = 0; part < 4; ++part) {
    const auto dot = rest.find('.');
    if ((part < 3) != (dot != rest.npos)) return {};
    const auto byte = number(rest.substr(0, dot), 255);
    if (!byte) return {};
    address = address << 8 | *byte;
    rest.remove_prefix(part < 3 ? dot + 1 : rest.size());
  }
  if (!length || (*length < 32 && (address << *length) != 0)) return {};
  return Ipv4Range{address, static_cast<int>(*length)};
}

std::string Ipv4Range::text() const {
  return fmt::format("{}.{}.{}.{}/{}", address_ >> 24, address_ >> 16 & 255, address_ >> 8 & 255, address_ & 255,
                     prefixLength_);
}

Ipv4Range Ipv4Range::part(int prefixLength, int index) const {
  return {address_ + (static_cast<std::uint32_t>(index) << (32 - prefixLength)), prefixLength};
}

bool Ipv4Range::contains(const Ipv4Range& other) const {
  if (other.prefixLength_ < prefixLength_) return false;
  return prefixLength_ == 0 || (address_ ^ other.address_) >> (32 - prefixLength_) == 0;
}

std::optional<VpcRange> VpcRange::parse(const std::string& text) {
  const auto range = Ipv4Range::parse(text);
  if (!range || range->prefixLength() < 16 || range->prefixLength() > 24) return {};
  return VpcRange{*range};
}

std::optional<SubnetRange> SubnetRange::parse(const std::string& text) {
  const auto range = Ipv4Range::parse(text);
  if (!range || range->prefixLength() < 16 || range->prefixLength() > 28) return {};
  return SubnetRange{*range};
}

bool ClientRange::isInTheInternet() const {
  if (isIpv6()) return text_.starts_with('2') || text_.starts_with('3');
  constexpr Ipv4Range others[] = {
      {0, 8},
      {10u << 24, 8},
      {100u << 24 | 64u << 16, 10},
      {127u << 24, 8},
      {169u << 24 | 254u << 16, 16},
      {172u << 24 | 16u << 16, 12},
      {192u << 24 | 168u << 16, 16},
      {224u << 24, 3},
  };
  const auto range = Ipv4Range::parse(text_);
  return range && std::ranges::none_of(others, [&](const Ipv4Range& other) { return other.contains(*range); });
}

std::optional<ClientRange> ClientRange::parse(const std::string& text) {
  ClientRange range;
  range.text_ = text;
  if (!range.isIpv6()) {
    const auto ipv4 = Ipv4Range::parse(text);
    return ipv4 && ipv4->prefixLength() >= 8 ? std::optional{range} : std::nullopt;
  }
  const auto slash = text.find('/');
  if (slash == text.npos) return {};
  const auto length = number(std::string_view{text}.substr(slash + 1), 128);
  std::array<unsigned char, 16> address{};
  const bool lowerCase = std::ranges::none_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!length || *length < 16 || !lowerCase || inet_pton(AF_INET6, text.substr(0, slash).c_str(), address.data()) != 1)
    return {};
  return hasNoHostBits(address, *length) ? std::optional{range} : std::nullopt;
}

}  // namespace config
