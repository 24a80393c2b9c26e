#pragma once

#include <algorithm>
#include <string_view>

/// What grammars of text are made of: classes of ASCII characters, whatever the locale.
namespace schema {

constexpr bool isLower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool isLetter(char c) { return isLower(c) || isUpper(c); }
constexpr bool isAlphanumeric(char c) { return isLetter(c) || isDigit(c); }
constexpr bool isLowerOrDigit(char c) { return isLower(c) || isDigit(c); }
constexpr bool isUpperOrDigit(char c) { return isUpper(c) || isDigit(c); }
constexpr bool isPrintable(char c) { return c >= ' ' && c <= '~'; }

/// Whether `text` has 1 to `longest` characters, all of them of that class or among `others`.
constexpr bool consistsOf(std::string_view text, std::size_t longest, bool (*is)(char), std::string_view others = "") {
  return !text.empty() && text.size() <= longest &&
         std::ranges::all_of(text, [&](char c) { return is(c) || others.find(c) != others.npos; });
}

/// Takes the text up to `separator` off the front of `rest`, and drops the separator.
constexpr std::string_view takeUntil(std::string_view& rest, char separator) {
  const auto part = rest.substr(0, rest.find(separator));
  rest.remove_prefix(std::min(part.size() + 1, rest.size()));
  return part;
}

}  // namespace schema
