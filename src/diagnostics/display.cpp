#include "diagnostics/display.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/characters.h"
#include "text/utf8.h"

namespace diag {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

bool isIn(auto const& ranges, char32_t c) {
  return std::ranges::any_of(ranges, [c](const Range& range) { return range.first <= c && c <= range.last; });
}

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

Glyph escaped(std::string text, std::size_t bytes) {
  const auto width = static_cast<int>(text.size());
  return {std::move(text), width, bytes};
}

constexpr std::size_t mostOfValue = 160;    // bytes of a value in a message, about a line and a half of a terminal
constexpr std::size_t mostOfMessage = 800;  // bytes of a whole message

/// The text, or its start and its end if it is longer than that.
std::string cut(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string{text};
  const auto startsCharacter = [&](std::size_t at) { return (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80; };
  auto head = most * 3 / 4;
  auto tail = text.size() - most / 5;
  while (head > 0 && !startsCharacter(head)) --head;
  while (tail < text.size() && !startsCharacter(tail)) ++tail;
  return fmt::format("{}…{}", text.substr(0, head), text.substr(tail));
}

/// Skips glyphs without building them.
std::string_view skip(std::string_view text, std::size_t glyphs) {
  for (; glyphs > 0 && !text.empty(); --glyphs)
    text.remove_prefix(std::max<std::size_t>(1, text::codePointAt(text, 0).bytes));
  return text;
}

}  // namespace

Glyph firstGlyph(std::string_view text) {
  const auto [character, bytes] = text::codePointAt(text, 0);
  if (bytes == 0) return escaped(fmt::format("\\x{:02x}", static_cast<unsigned char>(text.front())), 1);
  if (character == '\t') return {"→", 1, 1};
  if (character < 0x20 || character == 0x7F) return escaped(fmt::format("\\x{:02x}", text.front()), 1);
  if (text::isTreacherous(character))
    return escaped(fmt::format("\\u{{{:x}}}", static_cast<unsigned>(character)), bytes);
  const int width = isIn(combining, character) ? 0 : isIn(wide, character) ? 2 : 1;
  return {std::string{text.substr(0, bytes)}, width, bytes};
}

std::string printable(std::string_view text) {
  std::string out;
  // `::error::` at the start of a line is a command to GitHub's runner, `##[error]` and `##vso[task...]` anywhere in it
  // to that of Azure Pipelines, whose form GitHub's takes as well.
  const auto start = std::min(text.find_first_not_of(" \t"), text.size());
  if (text.substr(start).starts_with("::")) {
    out.append(text.substr(0, start)).append("\\x3a");
    text.remove_prefix(start + 1);
  }
  while (!text.empty()) {
    const auto glyph = text::startsLogCommand(text) ? escaped("\\x23", 1) : firstGlyph(text);
    out += glyph.text;
    text.remove_prefix(glyph.bytes);
  }
  return out;
}

std::string shortened(std::string_view text) {
  std::string out;
  for (auto quoted = false; !text.empty(); quoted = !quoted) {
    const auto end = quoted ? text.find('`') : std::min(text.find('`'), text.size());
    if (end == text.npos) {  // a quote that nothing closes
      out += cut(text, mostOfValue);
      break;
    }
    const auto part = text.substr(0, end);
    out += quoted ? cut(part, mostOfValue) : std::string{part};
    if (end < text.size()) out += '`';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return cut(out, mostOfMessage);
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
