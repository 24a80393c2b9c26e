#include "diagnostics/display.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace diag {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

bool isIn(auto const& ranges, char32_t c) {
  return std::ranges::any_of(ranges, [c](const Range& range) { return range.first <= c && c <= range.last; });
}

// Not shown as themselves, as little as ASCII's controls: other controls, invisible characters, marks of direction,
// ends of lines, tags.
constexpr std::array<Range, 11> hidden{{{0x80, 0x9F},
                                        {0xAD, 0xAD},
                                        {0x61C, 0x61C},
                                        {0x180E, 0x180E},
                                        {0x200B, 0x200F},
                                        {0x2028, 0x202E},
                                        {0x2060, 0x206F},
                                        {0xFEFF, 0xFEFF},
                                        {0xFFF9, 0xFFFB},
                                        {0xE0000, 0xE0FFF},
                                        {0xFFFE, 0xFFFF}}};

// Marks that stand on the character before them.
constexpr std::array<Range, 6> combining{
    {{0x300, 0x36F}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}}};

// Two columns wide: East Asian scripts and pictures.
constexpr std::array<Range, 11> wide{{{0x1100, 0x115F},
                                      {0x2E80, 0x303E},
                                      {0x3041, 0xA4CF},
                                      {0xAC00, 0xD7A3},
                                      {0xF900, 0xFAFF},
                                      {0xFE30, 0xFE6F},
                                      {0xFF00, 0xFF60},
                                      {0xFFE0, 0xFFE6},
                                      {0x1F300, 0x1F64F},
                                      {0x1F900, 0x1F9FF},
                                      {0x20000, 0x3FFFD}}};

struct Decoded {
  char32_t character;
  std::size_t bytes;  ///< 0 if the first byte begins no character of UTF-8
};

Decoded decode(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto first = byte(0);
  if (first < 0x80) return {first, 1};
  const std::size_t bytes = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < bytes) return {0, 0};
  char32_t character = first & (0x7Fu >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {0, 0};
    character = character << 6 | (byte(i) & 0x3Fu);
  }
  constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
  return character < least[bytes] || surrogate || character > 0x10FFFF ? Decoded{0, 0} : Decoded{character, bytes};
}

Glyph escaped(std::string text, std::size_t bytes) {
  const auto width = static_cast<int>(text.size());
  return {std::move(text), width, bytes};
}

/// Skips glyphs without building them.
std::string_view skip(std::string_view text, std::size_t glyphs) {
  for (; glyphs > 0 && !text.empty(); --glyphs) text.remove_prefix(std::max<std::size_t>(1, decode(text).bytes));
  return text;
}

}  // namespace

Glyph firstGlyph(std::string_view text) {
  const auto [character, bytes] = decode(text);
  if (bytes == 0) return escaped(fmt::format("\\x{:02x}", static_cast<unsigned char>(text.front())), 1);
  if (character == '\t') return {"→", 1, 1};
  if (character < 0x20 || character == 0x7F) return escaped(fmt::format("\\x{:02x}", text.front()), 1);
  if (isIn(hidden, character)) return escaped(fmt::format("\\u{{{:x}}}", static_cast<unsigned>(character)), bytes);
  const int width = isIn(combining, character) ? 0 : isIn(wide, character) ? 2 : 1;
  return {std::string{text.substr(0, bytes)}, width, bytes};
}

std::string printable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto glyph = firstGlyph(text);
    out += glyph.text;
    text.remove_prefix(glyph.bytes);
  }
  return out;
}

Excerpt excerptOf(std::string_view line, int column, int length) {
  constexpr int fits = 100;
  constexpr int before = 60;  // at most so many glyphs of the line are kept before the span
  const int first = std::max(0, column - 1);
  const int skipped = first > before ? first - before : 0;
  auto rest = skip(line, static_cast<std::size_t>(skipped));

  Excerpt excerpt{skipped > 0 ? "…" : "", skipped > 0 ? 1 : 0, 0};
  int width = excerpt.indent;
  for (int at = skipped; !rest.empty(); ++at) {
    const auto glyph = firstGlyph(rest);
    if (width + glyph.width > fits && at > first) {
      excerpt.line += "…";
      break;
    }
    excerpt.line += glyph.text;
    width += glyph.width;
    if (at < first) excerpt.indent += glyph.width;
    if (at >= first && at < first + length) excerpt.carets += glyph.width;
    rest.remove_prefix(glyph.bytes);
  }
  excerpt.carets = std::max(1, excerpt.carets);
  return excerpt;
}

}  // namespace diag
