#pragma once

#include <string>
#include <string_view>

namespace text {

/// One code point of a text and how many bytes it takes there.
struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 0;  ///< 0: the bytes are not UTF-8
};

/// The code point that begins at byte `at`. Overlong forms, surrogates and what lies above U+10FFFF are not UTF-8.
constexpr CodePoint codePointAt(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const auto lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t bytes = lead >= 0xf5 ? 0 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
  if (bytes == 0 || bytes > text.size() - at) return {};
  char32_t value = lead & (0x7fu >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return {};
    value = value << 6 | (byte(i) & 0x3fu);
  }
  const bool overlong = (bytes == 3 && value < 0x800) || (bytes == 4 && value < 0x10000);
  if (overlong || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) return {};
  return {value, bytes};
}

/// A code point that is one of Unicode's scalar values.
inline void appendUtf8(std::string& text, char32_t c) {
  const auto byte = [&](char32_t bits) { text += static_cast<char>(bits); };
  const auto following = [&](int shift) { byte(0x80 | (c >> shift & 0x3f)); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) {
    byte(0xc0 | c >> 6);
  } else if (c < 0x10000) {
    byte(0xe0 | c >> 12);
    following(6);
  } else {
    byte(0xf0 | c >> 18);
    following(12);
    following(6);
  }
  following(0);
}

}  // namespace text
