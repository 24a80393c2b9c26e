#pragma once

#include <string>
#include <string_view>

#include "data/value.h"
#include "text/characters.h"
#include "text/utf8.h"

/// What the writers of YAML and JSON share.
namespace data {

/// Digits that every reader takes for the same number: never an exponent. Throws std::logic_error for infinity and NaN.
std::string numberText(double);

/// The code point that begins at byte `at`; U+FFFD, one byte long, where the bytes are not UTF-8.
text::CodePoint readableAt(std::string_view text, std::size_t at);

/// As most bytes are: printable ASCII, which is never treacherous.
constexpr bool isHarmless(char c) { return c >= ' ' && c <= '~'; }

/// What stands at byte `at` and needs no escape between double quotes: most texts in one go.
constexpr std::string_view harmlessRun(std::string_view text, std::size_t at) {
  auto end = at;
  while (end < text.size() && isHarmless(text[end]) && text[end] != '"' && text[end] != '\\') ++end;
  return text.substr(at, end - at);
}

/// The long form of a short-form function: `!Ref x` is `{"Ref": x}`, `!GetAtt a.b` is `{"Fn::GetAtt": ["a", "b"]}`.
Entry longForm(const Tagged&);

}  // namespace data
