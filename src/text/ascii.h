#pragma once

#include <algorithm>
#include <string>
#include <string_view>

/// Classes of ASCII characters and small work on text, whatever the locale.
namespace text {

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

constexpr char lowered(char c) { return isUpper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr char raised(char c) { return isLower(c) ? static_cast<char>(c - 'a' + 'A') : c; }

inline std::string lowerCase(std::string_view text) {
  std::string lower{text};
  std::ranges::transform(lower, lower.begin(), lowered);
  return lower;
}
inline std::string upperCase(std::string_view text) {
  std::string upper{text};
  std::ranges::transform(upper, upper.begin(), raised);
  return upper;
}
/// With a capital at its beginning.
inline std::string capitalized(std::string_view text) {
  std::string title{text};
  if (!title.empty()) title.front() = raised(title.front());
  return title;
}

/// Without the spaces, tabs and line breaks around it.
constexpr std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto first = text.find_first_not_of(blanks);
  return first == text.npos ? std::string_view{} : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// Takes the text up to `separator` off the front of `rest`, and drops the separator.
constexpr std::string_view takeUntil(std::string_view& rest, char separator) {
  const auto part = rest.substr(0, rest.find(separator));
  rest.remove_prefix(std::min(part.size() + 1, rest.size()));
  return part;
}

/// Takes the next line off the front of `rest`, without its line feed.
constexpr std::string_view takeLine(std::string_view& rest) { return takeUntil(rest, '\n'); }

}  // namespace text
