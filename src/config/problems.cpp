#include <arpa/inet.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "config/address.h"
#include "config/types.h"
#include "text/ascii.h"

// What is wrong with texts that people take for what a field wants: a URL for a domain, an address for a range, ...
namespace config {
namespace {

Problem refused(std::string what, std::string_view better) {
  return {std::move(what), fmt::format("write `{}`", better)};
}

/// The range with every bit behind the prefix cleared, if it is one but for those bits.
std::optional<std::string> withoutHostBits(const std::string& text) {
  const auto slash = text.find('/');
  if (slash == text.npos) return {};
  const int family = text.find(':') == text.npos ? AF_INET : AF_INET6;
  const unsigned bits = family == AF_INET ? 32 : 128;
  unsigned length = 0;
  const auto [end, error] = std::from_chars(text.data() + slash + 1, text.data() + text.size(), length);
  std::array<unsigned char, 16> address{};
  if (error != std::errc{} || end != text.data() + text.size() || length > bits ||
      inet_pton(family, text.substr(0, slash).c_str(), address.data()) != 1)
    return {};
  for (unsigned bit = length; bit < bits; ++bit) address[bit / 8] &= static_cast<unsigned char>(~(0x80u >> bit % 8));
  std::array<char, INET6_ADDRSTRLEN> shown{};
  inet_ntop(family, address.data(), shown.data(), shown.size());
  return fmt::format("{}/{}", shown.data(), length);
}

/// `prefix` is what to suggest to somebody who wrote an address alone.
template <class Range>
Problem problemOfRange(const std::string& text, std::string_view prefix) {
  const bool hasPrefix = text.find('/') != text.npos;
  const auto better = withoutHostBits(hasPrefix ? text : fmt::format("{}/{}", text, prefix));
  if (!better || !Range::parse(*better)) return {};
  return refused(hasPrefix ? "has host bits set" : "has no prefix length", *better);
}

std::string hostOf(std::string_view url) {
  url.remove_prefix(std::min(url.find("://") + 3, url.size()));
  return text::lowerCase(url.substr(0, url.find_first_of("/:?#")));
}

}  // namespace

Problem DomainNameKind::problem(std::string_view text) {
  if (text.find("://") != text.npos && matches(hostOf(text))) return refused("is a URL, not a domain", hostOf(text));
  if (text.ends_with('.') && matches(text.substr(0, text.size() - 1)))
    return refused("ends with a dot", text.substr(0, text.size() - 1));
  if (std::ranges::any_of(text, [](char c) { return (c & 0x80) != 0; }))
    return {"contains letters that are not ASCII", "write it in Punycode, such as `xn--mnchen-3ya.example.com`"};
  if (text.find('_') != text.npos) return {"contains an underscore, which is not allowed in host names"};
  if (text.find('.') == text.npos) return {"is not a full domain name", "write one such as `analytics.example.com`"};
  return {};
}

Problem HostedZoneIdKind::problem(std::string_view text) {
  const auto id = text.substr(std::min(text.rfind('/') + 1, text.size()));
  return id != text && matches(id) ? refused("is the path of a hosted zone", id) : Problem{};
}

Problem RegionKind::problem(std::string_view text) {
  const auto region = text.substr(0, text.size() - !text.empty());
  return matches(region) ? refused("is an Availability Zone", region) : Problem{};
}

Problem InstanceTypeKind::problem(std::string_view text) {
  if (text.starts_with("db.") && matches(text.substr(3))) return refused("is an RDS instance class", text.substr(3));
  if (matches(fmt::format("{}.small", text))) return refused("has no size", fmt::format("{}.small", text));
  return {};
}

Problem DatabaseClassKind::problem(std::string_view text) {
  const auto better = fmt::format("db.{}", text);
  return matches(better) ? refused("is an EC2 instance type", better) : Problem{};
}

Problem UrlPathKind::problem(std::string_view text) {
  const auto better = fmt::format("/{}", text);
  return !text.starts_with('/') && matches(better) ? refused("does not begin with `/`", better) : Problem{};
}

Problem VpcRange::problem(const std::string& text) { return problemOfRange<VpcRange>(text, "16"); }

Problem SubnetRange::problem(const std::string& text) { return problemOfRange<SubnetRange>(text, "24"); }

Problem ClientRange::problem(const std::string& text) {
  if (text.ends_with("/0")) return {"is the whole internet", "write the ranges from which you connect"};
  return problemOfRange<ClientRange>(text, text.find(':') == text.npos ? "32" : "128");
}

}  // namespace config
