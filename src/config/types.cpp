#include "config/types.h"

#include <algorithm>

#include "schema/characters.h"

namespace config {

using namespace schema;

namespace {

bool isLabel(std::string_view label) {
  return consistsOf(label, 63, isLowerOrDigit, "-") && label.front() != '-' && label.back() != '-';
}

bool isTypeName(std::string_view text) {
  const auto dot = text.find('.');
  if (dot == text.npos) return false;
  const auto family = text.substr(0, dot);
  const auto size = text.substr(dot + 1);
  return text.size() <= 40 && consistsOf(family, 40, isLowerOrDigit, "-") && isLower(family.front()) &&
         std::ranges::any_of(family, isDigit) && consistsOf(size, 40, isLowerOrDigit, "-");
}

// The regions of the public partition and of GovCloud ("AWS Regions", November 2026).
constexpr auto regions = std::to_array<std::string_view>({
    "af-south-1",     "ap-east-1",      "ap-east-2",      "ap-northeast-1", "ap-northeast-2", "ap-northeast-3",
    "ap-south-1",     "ap-south-2",     "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4",
    "ap-southeast-5", "ap-southeast-6", "ap-southeast-7", "ca-central-1",   "ca-west-1",      "eu-central-1",
    "eu-central-2",   "eu-north-1",     "eu-south-1",     "eu-south-2",     "eu-west-1",      "eu-west-2",
    "eu-west-3",      "il-central-1",   "me-central-1",   "me-south-1",     "mx-central-1",   "sa-east-1",
    "us-east-1",      "us-east-2",      "us-gov-east-1",  "us-gov-west-1",  "us-west-1",      "us-west-2",
});

}  // namespace

bool StackNameKind::matches(std::string_view text) {
  return consistsOf(text, 63, isAlphanumeric, "-") && isLetter(text.front());
}

bool DomainNameKind::matches(std::string_view text) {
  if (text.size() > 253 || text.find('.') == text.npos || text.ends_with('.')) return false;
  while (!text.empty())
    if (!isLabel(takeUntil(text, '.'))) return false;
  return true;
}

bool isInside(const DomainName& domain, const DomainName& zone) {
  return domain == zone || domain.text().ends_with("." + zone.text());
}

bool HostedZoneIdKind::matches(std::string_view text) {
  return text.size() >= 5 && text.front() == 'Z' && consistsOf(text, 32, isUpperOrDigit);
}

bool RegionKind::matches(std::string_view text) { return std::ranges::binary_search(regions, text); }

bool InstanceTypeKind::matches(std::string_view text) { return !text.starts_with("db.") && isTypeName(text); }

Architecture architectureOf(const InstanceType& type) {
  const std::string_view name = type.text();
  const auto family = name.substr(0, name.find('.'));
  const auto generation = std::ranges::find_if(family, isDigit);
  const bool graviton = family == "a1" || std::find(generation, family.end(), 'g') != family.end();
  return graviton ? Architecture::arm64 : Architecture::x86_64;
}

bool ImageIdKind::matches(std::string_view text) {
  constexpr std::string_view prefix = "ami-";
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return (text.size() == 8 || text.size() == 17) && text.find_first_not_of("0123456789abcdef") == text.npos;
}

bool DatabaseClassKind::matches(std::string_view text) { return text.starts_with("db.") && isTypeName(text.substr(3)); }

bool EngineVersionKind::matches(std::string_view text) {
  const auto dots = std::ranges::count(text, '.');
  if (dots < 1 || dots > 2 || text.ends_with('.')) return false;
  while (!text.empty())
    if (!consistsOf(takeUntil(text, '.'), 2, isDigit)) return false;
  return true;
}

bool DatabaseNameKind::matches(std::string_view text) {
  return consistsOf(text, 64, isAlphanumeric, "_") && isLetter(text.front());
}

bool CertificateArnKind::matches(std::string_view text) {
  if (takeUntil(text, ':') != "arn" || !takeUntil(text, ':').starts_with("aws") || takeUntil(text, ':') != "acm")
    return false;
  const auto region = takeUntil(text, ':');
  const auto account = takeUntil(text, ':');
  const auto kind = takeUntil(text, '/');
  return RegionKind::matches(region) && account.size() == 12 && consistsOf(account, 12, isDigit) &&
         kind == "certificate" && consistsOf(text, 64, isAlphanumeric, "-");
}

std::string_view regionOf(const CertificateArn& arn) {
  std::string_view rest = arn.text();
  for (int part = 0; part < 3; ++part) takeUntil(rest, ':');
  return takeUntil(rest, ':');
}

bool UrlPathKind::matches(std::string_view text) {
  if (!text.starts_with('/') || !consistsOf(text, 256, isAlphanumeric, "._~/-")) return false;
  // nginx joins slashes and follows dots before it looks for the place
  for (text.remove_prefix(1); !text.empty();)
    if (const auto part = takeUntil(text, '/'); part.empty() || part == "." || part == "..") return false;
  return true;
}

bool KeyPairKind::matches(std::string_view text) {
  return consistsOf(text, 255, isAlphanumeric, " ._@+-") && text.front() != ' ' && text.back() != ' ';
}

bool AssertionKind::matches(std::string_view text) {
  for (const std::string_view verb : {" can reach ", " cannot reach "})
    if (const auto at = text.find(verb); at != text.npos && at > 0 && at + verb.size() < text.size())
      return text.find('\n') == text.npos && text.front() != ' ' && text[at + verb.size()] != ' ';
  return false;
}

}  // namespace config
