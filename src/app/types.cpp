#include "app/types.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "app/nginx.h"
#include "app/time_zones.h"
#include "diagnostics/diagnostics.h"
#include "schema/characters.h"

namespace app {

using namespace schema;

namespace {

constexpr bool isHexDigit(char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

bool isHex(std::string_view text, std::size_t size) {
  return text.size() == size && text.find_first_not_of("0123456789abcdef") == text.npos;
}

/// Whether every part of the path is a name: none is empty, `.` or `..`.
bool isPlainPath(std::string_view path) {
  if (path.ends_with('/')) return false;
  while (!path.empty())
    if (const auto part = takeUntil(path, '/'); part.empty() || part == "." || part == "..") return false;
  return true;
}

/// The same path without parts that lead nowhere; empty if one leads up.
std::string plainPath(std::string_view path) {
  std::string plain;
  const bool isAbsolute = path.starts_with('/');
  while (!path.empty()) {
    const auto part = takeUntil(path, '/');
    if (part == "..") return "";
    if (!part.empty() && part != ".") plain += fmt::format("{}{}", plain.empty() && !isAbsolute ? "" : "/", part);
  }
  return plain;
}

template <class Kind>
Problem problemOfPath(std::string_view text) {
  if (text == ".") return {"is the root of the application itself", "write a path below it, or leave it out"};
  if (text.find(' ') != text.npos) return {"has a blank"};
  const auto plain = plainPath(text);
  if (plain.empty() && text.find("..") != text.npos) return {"leads up with `..`"};
  if (plain != text && Kind::matches(plain)) return {"has parts that lead nowhere", fmt::format("write `{}`", plain)};
  return {};
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

namespace {

constexpr std::string_view secureScheme = "https://";
constexpr std::string_view versionMarker = "{{version}}";

/// Labels of letters, digits and hyphens, which stand within one.
bool isHost(std::string_view text) {
  if (text.empty() || text.size() > 253 || text.ends_with('.')) return false;
  while (!text.empty())
    if (const auto label = takeUntil(text, '.');
        !consistsOf(label, 63, isAlphanumeric, "-") || label.front() == '-' || label.back() == '-')
      return false;
  return true;
}

std::string_view authorityOf(std::string_view url) {
  url.remove_prefix(std::min(url.find("://") + 3, url.size()));
  return url.substr(0, url.find_first_of("/?#"));
}

bool isAuthority(std::string_view text) {
  const auto colon = text.find(':');
  if (!isHost(text.substr(0, colon))) return false;
  if (colon == text.npos) return true;
  const auto port = text.substr(colon + 1);
  return consistsOf(port, 5, isDigit) && port.front() != '0' && (port.size() < 5 || port <= "65535");
}

std::string withoutMarkers(std::string text) {
  for (auto at = text.find(versionMarker); at != text.npos; at = text.find(versionMarker))
    text.replace(at, versionMarker.size(), "0");
  return text;
}

}  // namespace

bool PlainUrlKind::matches(std::string_view text) {
  return text.starts_with(secureScheme) && isAuthority(authorityOf(text)) &&
         consistsOf(text, 1024, isAlphanumeric, "._~:/?#@!$&()*+,;=%-");
}

Problem PlainUrlKind::problem(std::string_view text) {
  constexpr std::string_view scheme = "http://";
  if (text.starts_with(scheme))
    return {"is not encrypted", fmt::format("write `https://{}`", text.substr(scheme.size()))};
  if (!text.starts_with(secureScheme)) return {};
  const auto authority = authorityOf(text);
  if (authority.find('@') != authority.npos)
    return {"has a user name in it, which everybody can read who may see the stack",
            "write a URL that needs no login, such as that of a bucket"};
  if (!isAuthority(authority))
    return {fmt::format("has no host in `{}`", authority), "write a host name, and a port from 1 to 65535 if need be"};
  if (const auto brace = text.find_first_of("{}[]"); brace != text.npos)
    return {fmt::format("has `{}`, which curl takes for a list", text[brace]),
            fmt::format("write `%{:02X}` for it", text[brace])};
  return {};
}

bool UrlKind::matches(std::string_view text) { return PlainUrlKind::matches(withoutMarkers(std::string{text})); }

Problem UrlKind::problem(std::string_view text) { return PlainUrlKind::problem(withoutMarkers(std::string{text})); }

bool Sha256Kind::matches(std::string_view text) {
  // Who has no sum yet writes zeros, or a few digits again and again.
  return isHex(text, 64) && text.substr(32) != text.substr(0, 32);
}

Problem Sha256Kind::problem(std::string_view text) {
  return isHex(text, 64)
             ? Problem{"is a placeholder, not the SHA-256 of an archive", "write what `sha256sum` prints for it"}
             : Problem{};
}

bool RelativePathKind::matches(std::string_view text) {
  return consistsOf(text, 255, isAlphanumeric, inPaths) && isPlainPath(text);
}

Problem RelativePathKind::problem(std::string_view text) {
  if (text.starts_with('/') && matches(text.substr(1)))
    return {"is absolute", fmt::format("write `{}`, below the root of the application", text.substr(1))};
  return problemOfPath<RelativePathKind>(text);
}

bool AbsolutePathKind::matches(std::string_view text) {
  return text.starts_with('/') && consistsOf(text, 255, isAlphanumeric, inPaths) && text.size() > 1 &&
         isPlainPath(text.substr(1));
}

Problem AbsolutePathKind::problem(std::string_view text) { return problemOfPath<AbsolutePathKind>(text); }

bool FilePathKind::matches(std::string_view text) {
  return AbsolutePathKind::matches(text) || RelativePathKind::matches(text);
}

Problem FilePathKind::problem(std::string_view text) { return problemOfPath<FilePathKind>(text); }

bool ModeKind::matches(std::string_view text) {
  return text.size() == 4 && text.front() == '0' && text.find_first_not_of("01234567") == text.npos;
}

namespace {

bool isPatternText(std::string_view text) { return consistsOf(text, 255, isPrintable) && text.find('"') == text.npos; }

bool isFallbackPath(std::string_view text) {
  return text.starts_with('/') && consistsOf(text, 255, isAlphanumeric, "._~/?&=$%-");
}

}  // namespace

bool PatternKind::matches(std::string_view text) {
  return isPatternText(text) && isRegularExpression(std::string{text});
}

Problem PatternKind::problem(std::string_view text) {
  return isPatternText(text) ? problemOfExpression(std::string{text}) : Problem{};
}

bool FallbackKind::matches(std::string_view text) {
  if (text.starts_with('='))
    return text.size() == 4 && (text[1] == '4' || text[1] == '5') && consistsOf(text.substr(2), 2, isDigit);
  return isFallbackPath(text) && hasKnownVariables(text);
}

Problem FallbackKind::problem(std::string_view text) {
  if (isFallbackPath(text)) return problemOfVariables(text);
  if (matches(fmt::format("={}", text))) return {"is a status without `=`", fmt::format("write `={}`", text)};
  return !text.starts_with('=') && matches(fmt::format("/{}", text))
             ? Problem{"does not begin with `/`", fmt::format("write `/{}`", text)}
             : Problem{};
}

bool ArgumentKind::matches(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  return !text.empty() && blanks.find(text.front()) == blanks.npos && blanks.find(text.back()) == blanks.npos;
}

Problem ArgumentKind::problem(std::string_view) { return {"begins or ends with a blank", "write it without"}; }

bool RequestPathKind::matches(std::string_view text) {
  if (!text.starts_with('/') || !consistsOf(text, 1024, isAlphanumeric, "._~/?&=+:@!$'()*,;%-")) return false;
  for (auto at = text.find('%'); at != text.npos; at = text.find('%', at + 1))
    if (!consistsOf(text.substr(at + 1, 2), 2, isHexDigit) || at + 2 >= text.size()) return false;
  return true;
}

Problem RequestPathKind::problem(std::string_view text) {
  std::string better{text.starts_with('/') ? "" : "/"};
  for (const char c : text)
    better += isPrintable(c) && !isAlphanumeric(c) &&
                      std::string_view{"._~/?&=+:@!$'()*,;%-"}.find(c) == std::string_view::npos
                  ? fmt::format("%{:02X}", c)
                  : std::string{c};
  if (text.find("://") != text.npos || !matches(better)) return {};
  return {text.starts_with('/') ? "has characters that a URL cannot have" : "does not begin with `/`",
          fmt::format("write `{}`", better)};
}

bool HostNameKind::matches(std::string_view text) { return isHost(text) && std::ranges::none_of(text, isUpper); }

bool EmailKind::matches(std::string_view text) {
  const auto user = takeUntil(text, '@');
  return consistsOf(user, 64, isAlphanumeric, "._%+-") && user.front() != '.' && user.back() != '.' &&
         user.find("..") == user.npos && text.size() <= 189 && isHost(text);
}

bool TimeZoneKind::matches(std::string_view text) { return std::ranges::find(timeZones(), text) != timeZones().end(); }

Problem TimeZoneKind::problem(std::string_view text) {
  if (const auto newer = newerName(text); !newer.empty())
    return {"is an older name, which not every system has", fmt::format("write `{}`", newer)};
  const auto near = diag::closest(text, timeZones());
  return near.empty() ? Problem{}
                      : Problem{"is no time zone of the tz database", fmt::format("did you mean `{}`?", near)};
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
