#include "schema/plain.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/ascii.h"

namespace schema {
namespace {

using text::isDigit;
using text::lowerCase;

bool allOf(std::string_view text, std::string_view characters) {
  return !text.empty() && text.find_first_not_of(characters) == text.npos;
}

constexpr std::string_view digits = "0123456789";

/// Digits of that base without sign; nothing if there are others or too many.
std::optional<std::int64_t> digitsOf(std::string_view text, int base) {
  std::int64_t value = 0;
  const auto* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value, base);
  if (text.empty() || text.front() == '-' || error != std::errc{} || stop != end) return {};
  return value;
}

/// `12:30` or `1:30:00`, which YAML 1.1 counts in sixties.
bool isSexagesimal(std::string_view text) {
  const auto first = text.substr(0, text.find(':'));
  if (first.size() == text.size() || !allOf(first, digits)) return false;
  text.remove_prefix(first.size());
  while (!text.empty() && text.front() == ':') {
    const auto part = text.substr(1, text.find(':', 1) - 1);
    if (part.size() > 2 || !allOf(part, digits) || (part.size() == 2 && part.front() > '5')) return false;
    text.remove_prefix(part.size() + 1);
  }
  return text.empty();
}

/// A decimal fraction or an exponent: `8.0`, `.5`, `1e3`, `1.5e-3`.
bool isFraction(std::string_view text) {
  const auto e = text.find_first_of("eE");
  const auto mantissa = text.substr(0, e);
  const auto dots = std::ranges::count(mantissa, '.');
  if (dots > 1 || !allOf(mantissa, "0123456789.") || std::ranges::none_of(mantissa, isDigit)) return false;
  if (e == text.npos) return dots == 1;
  auto exponent = text.substr(e + 1);
  if (!exponent.empty() && (exponent.front() == '-' || exponent.front() == '+')) exponent.remove_prefix(1);
  return allOf(exponent, digits);
}

bool isDate(std::string_view text) {
  const auto year = text.substr(0, text.find('-'));
  if (year.size() != 4 || !allOf(year, digits)) return false;
  const auto dashes = std::ranges::count(text.substr(0, 10), '-');
  return dashes == 2 && text.size() >= 8 && allOf(text.substr(0, std::min<std::size_t>(text.size(), 8)), "0123456789-");
}

/// The value of a fraction, if it is a whole number.
std::optional<std::int64_t> wholePart(std::string_view text) {
  double value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || value > 1e15 || value != static_cast<double>(static_cast<std::int64_t>(value))) return {};
  return static_cast<std::int64_t>(value);
}

std::optional<OtherNumber> unsignedNumber(std::string_view text) {
  if (text.starts_with("0x") || text.starts_with("0X")) {
    if (const auto value = digitsOf(text.substr(2), 16)) return OtherNumber{"hexadecimal", value};
  } else if (text.starts_with("0o")) {
    if (const auto value = digitsOf(text.substr(2), 8)) return OtherNumber{"octal", value};
  } else if (text.starts_with("0b")) {
    if (const auto value = digitsOf(text.substr(2), 2)) return OtherNumber{"binary", value};
  } else if (text.size() > 1 && text.front() == '0' && allOf(text, digits)) {
    return OtherNumber{"octal", digitsOf(text, 8)};
  } else if (isSexagesimal(text)) {
    return OtherNumber{"sixties", {}};
  } else if (isFraction(text)) {
    return OtherNumber{"a fraction", wholePart(text)};
  } else if (isDigit(text.front()) && allOf(text, "0123456789_")) {
    std::string joined{text};
    std::erase(joined, '_');
    return OtherNumber{"a number", digitsOf(joined, 10)};
  }
  return {};
}

}  // namespace

std::optional<bool> otherFlag(std::string_view plain) {
  constexpr std::array<std::string_view, 4> yes{"y", "yes", "on", "true"};
  constexpr std::array<std::string_view, 4> no{"n", "no", "off", "false"};
  const auto word = lowerCase(plain);
  if (std::ranges::find(yes, word) != yes.end()) return true;
  if (std::ranges::find(no, word) != no.end()) return false;
  return {};
}

std::optional<OtherNumber> otherNumber(std::string_view plain) {
  if (plain.empty()) return {};
  const bool negative = plain.front() == '-';
  if (negative || plain.front() == '+') plain.remove_prefix(1);
  if (plain.empty()) return {};
  auto number = unsignedNumber(plain);
  if (number && negative && number->value) number->value = -*number->value;
  return number;
}

std::string_view otherMeaning(std::string_view plain) {
  const auto word = lowerCase(plain);
  if (word.empty() || word == "~" || word == "null") return "nothing";
  if (otherFlag(word)) return "a flag";
  if (word.ends_with(".inf") || word == ".nan") return "a number";
  if (isDate(plain)) return "a date";
  const auto number = otherNumber(plain);
  if (number) return number->notation == "sixties" ? "a base-60 number" : "a number";
  return "";
}

std::string writtenInYaml(std::string_view text) {
  constexpr std::string_view indicators = "-?:,[]{}#&*!|>'\"%@` ";
  if (text.empty()) return "\"\"";
  const bool plain = otherMeaning(text).empty() && indicators.find(text.front()) == text.npos && text.back() != ' ' &&
                     text.back() != ':' && text.find(": ") == text.npos && text.find(" #") == text.npos &&
                     text.find_first_of(",[]{}") == text.npos;  // it may stand in a list or map on one line
  if (plain) return std::string{text};
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\"";
}

}  // namespace schema
