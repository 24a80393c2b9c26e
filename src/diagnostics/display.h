#pragma once

#include <string>
#include <string_view>

/// How text of the user's looks on a terminal, made harmless: no control character and nothing that turns the direction
/// of writing gets there, so a hostile file cannot move the cursor or hide what it says.
namespace diag {

/// One code point, or one byte that belongs to none.
struct Glyph {
  std::string text;   ///< as it is shown: itself, or an escape such as `\x1b`
  int width;          ///< columns it takes, approximately
  std::size_t bytes;  ///< of it in the text it was taken from
};

/// The first of `text`, which is not empty.
Glyph firstGlyph(std::string_view text);

/// All of `text`, on one line: for a terminal, a log, or the log of a CI service, which takes commands from it.
std::string printable(std::string_view text);

/// A message whose long values, those in backticks, and whose whole are cut in the middle: a value of a megabyte must
/// not hide what is said about it.
std::string shortened(std::string_view message);

/// A line of a file, cut to fit around a span of it, and the carets below that.
struct Excerpt {
  std::string line;
  int indent;  ///< columns before the carets
  int carets;  ///< at least one
};
Excerpt excerptOf(std::string_view line, int column, int length);

}  // namespace diag
