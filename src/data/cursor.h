#pragma once

#include <string_view>

#include "data/stop.h"

namespace data {

/// Walks over the source beside the parser. The parser drops or guesses some things in silence (the rest of a file, an
/// unclosed quote, a key without its colon), so the cursor finds each thing the parser reports in the text itself;
/// whatever it passes must be a blank, a comment or the indicator that has to stand there.
///
/// Lines and columns count from 1, columns count code points.
class Cursor {
 public:
  /// `source` is the index of the file.
  explicit Cursor(std::string_view text, int source = 0) : text_{text}, source_{source} {}

  bool atEnd() const { return offset_ == text_.size(); }
  char peek(std::size_t ahead = 0) const { return ahead < text_.size() - offset_ ? text_[offset_ + ahead] : '\0'; }
  std::string_view rest() const { return text_.substr(offset_); }
  std::size_t offset() const { return offset_; }
  int line() const { return line_; }
  int column() const { return column_; }
  diag::Span here(int length = 1) const { return {line_, column_, length, source_}; }
  /// The place of a text that stands here, on one line.
  diag::Span over(std::string_view text) const;
  /// What stands here up to the next blank, break or comma, to be named in a message.
  std::string_view word() const;

  /// Whether the character stands here as an indicator, that is with a blank, a break or the end after it.
  bool atIndicator(char c) const;
  /// Whether `---` or `...` stands at the start of this line.
  bool atMarker(std::string_view marker) const;

  void advance(std::size_t bytes);
  void skipBlanks();   ///< up to something on this line
  void skipToNext();   ///< over blanks, line breaks and comments
  void skipComment();  ///< the rest of the line, if it is a comment

  /// The scalars: each starts here, is passed over, and gives the place of its first line.
  diag::Span plain(std::string_view readAs);
  diag::Span quoted();
  diag::Span block(int parentColumn);

  /// Stops at the first quote from here on that is never closed, if there is one.
  void checkQuotes();

 private:
  std::size_t passFold();
  [[noreturn]] void stopAtTab() const;

  std::string_view text_;
  int source_;
  std::size_t offset_ = 0;
  int line_ = 1;
  int column_ = 1;
};

}  // namespace data
