#include "data/cursor.h"

#include <algorithm>

namespace data {
namespace {

constexpr std::string_view blankOrBreak = " \t\r\n";

bool isIn(std::string_view set, char c) { return set.find(c) != set.npos; }
bool startsCodePoint(char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }

}  // namespace

diag::Span Cursor::over(std::string_view text) const {
  return here(static_cast<int>(std::ranges::count_if(text, startsCodePoint)));
}

std::string_view Cursor::word() const {
  auto word = rest().substr(0, rest().find_first_of(" \t\r\n,", 1));
  if (word.size() <= 40) return word;
  std::size_t end = 40;
  while (!startsCodePoint(word[end])) --end;
  return word.substr(0, end);
}

bool Cursor::atIndicator(char c) const { return peek() == c && (rest().size() == 1 || isIn(blankOrBreak, peek(1))); }

bool Cursor::atMarker(std::string_view marker) const {
  return column_ == 1 && rest().starts_with(marker) &&
         (rest().size() == marker.size() || isIn(blankOrBreak, peek(marker.size())));
}

void Cursor::advance(std::size_t bytes) {
  for (const char c : text_.substr(offset_, bytes)) {
    if (c == '\n') {
      ++line_;
      column_ = 1;
    } else if (startsCodePoint(c)) {
      ++column_;
    }
  }
  offset_ += bytes;
}

void Cursor::stopAtTab() const {
  throw Stop{"tab", here(), "a tab outside of quotes: use spaces instead", "here is a tab"};
}

void Cursor::skipBlanks() {
  while (peek() == ' ') advance(1);
  if (peek() == '\t') stopAtTab();
}

void Cursor::skipComment() {
  const bool apart = offset_ == 0 || isIn(blankOrBreak, text_[offset_ - 1]);
  if (peek() == '#' && apart) advance(std::min(rest().find('\n'), rest().size()));
}

void Cursor::skipToNext() {
  for (;;) {
    skipBlanks();
    skipComment();
    if (peek() != '\n' && peek() != '\r') return;
    advance(1);
  }
}

/// Passes the blanks and line breaks within a plain scalar; gives the number of breaks.
std::size_t Cursor::passFold() {
  std::size_t breaks = 0;
  while (!atEnd() && isIn(blankOrBreak, peek())) {
    if (peek() == '\t') stopAtTab();
    breaks += peek() == '\n';
    advance(1);
  }
  return breaks;
}

diag::Span Cursor::plain(std::string_view readAs) {
  auto span = here(0);
  const Stop otherwise{"bad-yaml", here(), "YAML parsers read this value differently: write it in quotes", {}};
  const auto match = [&](std::string_view expected) {
    if (!readAs.starts_with(expected)) throw otherwise;
    readAs.remove_prefix(expected.size());
  };
  while (!readAs.empty()) {
    if (atEnd()) throw otherwise;
    const auto blanks = std::min(rest().find_first_not_of(" \t\r"), rest().size());
    const auto run = rest().substr(0, blanks);
    if (run.find('\t') != run.npos) {
      advance(run.find('\t'));
      stopAtTab();
    }
    if (peek(blanks) == '\n') {  // line breaks fold: one to a blank, each further one stays a break
      if (span.line == line_) span.length = column_ - span.column;
      const auto breaks = passFold();
      for (std::size_t i = 1; i < breaks; ++i) match("\n");
      if (breaks == 1) match(" ");
    } else {
      const auto length = std::max<std::size_t>(blanks, 1);
      match(rest().substr(0, length));
      advance(length);
    }
  }
  if (span.line == line_) span.length = column_ - span.column;
  return span;
}

diag::Span Cursor::quoted() {
  const char quote = peek();
  const auto start = offset_;
  auto span = here(0);
  const auto endOfFirstLine = [&] {
    if (span.length == 0) span.length = column_ - span.column;
  };
  const auto isClosing = [&] { return peek() == quote && !(quote == '\'' && peek(1) == quote); };
  advance(1);
  while (!atEnd() && !isClosing()) {
    if (peek() == '\n' || rest().starts_with("\r\n")) endOfFirstLine();
    if (peek() == '\n' && isIn(" \t", peek(1)) && isIn("\r\n", peek(rest().find_first_not_of(" \t", 1)))) {
      advance(1);
      throw Stop{
          "bad-yaml", here(), "YAML parsers read a line of spaces within quotes differently: delete the spaces", {}};
    }
    if (quote == '"' && peek() == '\\' && peek(1) == '\'')
      throw Stop{"bad-yaml", here(2), "`\\'` is not an escape in double quotes: write `'`", {}};
    const bool twoBytes = (quote == '"' && peek() == '\\' && (peek(1) == '"' || peek(1) == '\\')) || peek() == quote;
    advance(twoBytes ? 2 : 1);
  }
  if (atEnd()) {
    endOfFirstLine();
    throw Stop{"unclosed-quote", span, "this quote is never closed: close it at the end of the value", "opened here"};
  }
  const auto content = text_.substr(start + 1, offset_ - start - 1);
  const auto words = std::min(content.find_last_not_of(blankOrBreak) + 1, content.size());  // 0 if there are none
  const auto breaks = std::ranges::count(content.substr(words), '\n');
  if (breaks > 1 || (breaks == 1 && words == 0))
    throw Stop{"bad-yaml", span, "YAML parsers read empty lines before a closing quote differently: write `\\n`", {}};
  advance(1);
  endOfFirstLine();
  return span;
}

void Cursor::checkQuotes() {
  while (!atEnd()) {
    const bool opens = isIn("\"'", peek()) && (offset_ == 0 || isIn(" \n[{,", text_[offset_ - 1]));
    if (opens)
      quoted();
    else
      advance(1);
  }
}

diag::Span Cursor::block(int parentColumn) {
  auto span = here(0);
  const auto start = offset_;
  std::size_t blanksAbove = 0;
  int indent = 0;  // of the text below; 0 until its first line is seen
  advance(1);
  for (; peek() == '+' || peek() == '-' || (peek() >= '1' && peek() <= '9'); advance(1))
    if (peek() >= '1' && peek() <= '9') indent = std::max(parentColumn - 1, 0) + (peek() - '0');
  span.length = column_ - span.column;
  if (text_[start] == '>' && text_.substr(start, offset_ - start).find('+') != text_.npos)
    throw Stop{"bad-yaml", span, "YAML parsers read `>+` differently: write `|+` or `>`", {}};
  skipBlanks();
  skipComment();
  if (peek() == '\r') advance(1);
  if (!atEnd() && peek() != '\n')
    throw Stop{"bad-yaml", here(), "text after `|` or `>`: start it on the next line", {}};
  while (!atEnd()) {
    const auto line = rest().substr(1, rest().find('\n', 1) - 1);  // the break before it is still ahead
    const auto blanks = line.find_first_not_of(' ');
    const bool empty = blanks == line.npos || line.substr(blanks) == "\r";
    if (empty && indent == 0) blanksAbove = std::max(blanksAbove, std::min(blanks, line.size()));
    if (!empty && indent == 0) {
      if (line[blanks] == '\t') {
        advance(1 + blanks);
        stopAtTab();
      }
      indent = static_cast<int>(blanks);
      if (indent < std::max(parentColumn, 1)) break;
      if (blanks < blanksAbove)
        throw Stop{"bad-yaml",
                   span,
                   "the text starts with a line of spaces that is longer than its indentation: delete the spaces",
                   {}};
    }
    if (!empty && static_cast<int>(blanks) < indent) break;
    advance(1 + line.size());
    if (empty && !line.empty() && atEnd())
      throw Stop{"bad-yaml", here(), "YAML parsers read spaces at the end of a file differently: delete them", {}};
  }
  if (!atEnd()) advance(1);
  return span;
}

}  // namespace data
