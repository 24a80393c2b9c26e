#include "app/types.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "schema/characters.h"

namespace app {

using namespace schema;

namespace {

bool isHex(std::string_view text, std::size_t size) {
  return text.size() == size && text.find_first_not_of("0123456789abcdef") == text.npos;
}

bool climbs(std::string_view path) {
  while (!path.empty())
    if (takeUntil(path, '/') == "..") return true;
  return false;
}

constexpr std::string_view inPaths = "._/@+-";

}  // namespace

bool NameKind::matches(std::string_view text) {
  return consistsOf(text, 32, isLowerOrDigit, "-") && isLower(text.front());
}

bool ValueNameKind::matches(std::string_view text) {
  return consistsOf(text, 32, isLowerOrDigit, "_") && isLower(text.front());
}

bool EnvironmentNameKind::matches(std::string_view text) {
  return consistsOf(text, 64, isUpperOrDigit, "_") && isUpper(text.front());
}

bool PhpVersionKind::matches(std::string_view text) {
  return (text.size() == 3 || text.size() == 4) && isDigit(text[0]) && text[1] == '.' &&
         consistsOf(text.substr(2), 2, isDigit);
}

bool isOlder(const PhpVersion& a, const PhpVersion& b) {
  const auto number = [](const PhpVersion& version) {
    const auto& text = version.text();
    int minor = 0;
    std::from_chars(text.data() + 2, text.data() + text.size(), minor);
    return (text[0] - '0') * 100 + minor;
  };
  return number(a) < number(b);
}

bool IniNameKind::matches(std::string_view text) {
  return consistsOf(text, 64, isLowerOrDigit, "_.-") && isLower(text.front());
}

bool IniValueKind::matches(std::string_view text) {
  return consistsOf(text, 255, isPrintable) && text.find_first_of("\"$;\\") == text.npos;
}

bool PackageKind::matches(std::string_view text) {
  return consistsOf(text, 128, isLowerOrDigit, ".+_-") && isLowerOrDigit(text.front());
}

bool VersionKind::matches(std::string_view text) {
  return consistsOf(text, 64, isAlphanumeric, ".+_~-") && isAlphanumeric(text.front());
}

bool UrlKind::matches(std::string_view text) {
  constexpr std::string_view scheme = "https://";
  if (!text.starts_with(scheme)) return false;
  text.remove_prefix(scheme.size());
  return consistsOf(text, 1024, isAlphanumeric, "._~:/?#@!$&()*+,;=%{}-") && isAlphanumeric(text.front());
}

Problem UrlKind::problem(std::string_view text) {
  constexpr std::string_view scheme = "http://";
  if (!text.starts_with(scheme)) return {};
  return {"is not encrypted", fmt::format("write `https://{}`", text.substr(scheme.size()))};
}

bool Sha256Kind::matches(std::string_view text) { return isHex(text, 64); }

bool RelativePathKind::matches(std::string_view text) {
  return consistsOf(text, 255, isAlphanumeric, inPaths) && text.front() != '/' && !climbs(text);
}

bool AbsolutePathKind::matches(std::string_view text) {
  return consistsOf(text, 255, isAlphanumeric, inPaths) && text.size() > 1 && text.front() == '/' && !climbs(text);
}

bool FilePathKind::matches(std::string_view text) {
  return AbsolutePathKind::matches(text) || RelativePathKind::matches(text);
}

bool ModeKind::matches(std::string_view text) {
  return text.size() == 4 && text.front() == '0' && text.find_first_not_of("01234567") == text.npos;
}

bool PatternKind::matches(std::string_view text) {
  return consistsOf(text, 255, isPrintable) && text.find('"') == text.npos;
}

bool FallbackKind::matches(std::string_view text) {
  if (text.starts_with('='))
    return text.size() == 4 && (text[1] == '4' || text[1] == '5') && consistsOf(text.substr(2), 2, isDigit);
  return text.starts_with('/') && consistsOf(text, 255, isAlphanumeric, "._~/?&=$-");
}

bool ScheduleKind::matches(std::string_view text) {
  if (std::ranges::count(text, ' ') != 4) return false;
  for (int field = 0; field < 5; ++field)
    if (!consistsOf(takeUntil(text, ' '), 64, isDigit, "*/,-")) return false;
  return true;
}

bool HostNameKind::matches(std::string_view text) {
  return consistsOf(text, 253, isLowerOrDigit, ".-") && isLowerOrDigit(text.front()) && isLowerOrDigit(text.back());
}

bool EmailKind::matches(std::string_view text) {
  const auto user = takeUntil(text, '@');
  return consistsOf(user, 64, isAlphanumeric, "._%+-") && consistsOf(text, 189, isAlphanumeric, ".-");
}

bool TimeZoneKind::matches(std::string_view text) {
  if (text.empty() || !isUpper(text.front()) || text.size() > 64 || std::ranges::count(text, '/') > 2) return false;
  if (text.ends_with('/')) return false;
  while (!text.empty())
    if (!consistsOf(takeUntil(text, '/'), 64, isAlphanumeric, "_+-")) return false;
  return true;
}

bool SecretArnKind::matches(std::string_view text) {
  if (takeUntil(text, ':') != "arn" || !takeUntil(text, ':').starts_with("aws") ||
      takeUntil(text, ':') != "secretsmanager")
    return false;
  const auto region = takeUntil(text, ':');
  const auto account = takeUntil(text, ':');
  return consistsOf(region, 32, isLowerOrDigit, "-") && account.size() == 12 && consistsOf(account, 12, isDigit) &&
         takeUntil(text, ':') == "secret" && consistsOf(text, 512, isAlphanumeric, "/_+=.@-");
}

bool PresetReferenceKind::matches(std::string_view text) {
  if (NameKind::matches(text)) return true;
  const bool isPath = text.starts_with("./") || text.starts_with("../") || text.starts_with('/');
  return isPath && text.size() <= 256 && !text.ends_with('/');
}

Problem PresetReferenceKind::problem(std::string_view text) {
  if (!text.ends_with(".yaml") && !text.ends_with(".yml")) return {};
  return {"is no name of a preset", fmt::format("write `./{}` for a file", text)};
}

}  // namespace app
