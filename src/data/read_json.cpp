#include "data/read_json.h"

#include <fmt/format.h>

#include "data/check_text.h"
#include "data/cursor.h"
#include "data/duplicates.h"
#include "text/utf8.h"

namespace data {
namespace {

constexpr std::string_view blanks = " \t\r\n";

/// Recursive descent; the depth is limited.
class JsonReader {
 public:
  JsonReader(std::string_view text, int source, diag::Diagnostics& diagnostics, const ReadLimits& limits)
      : cursor_{text, source}, diagnostics_{diagnostics}, limits_{limits} {}

  Value document() {
    auto value = read(0);
    skip();
    if (!cursor_.atEnd()) stop("the document ended before this: delete it, or move it into the document");
    return value;
  }

 private:
  [[noreturn]] void stop(std::string message, std::string hint = {}) const {
    throw Stop{"bad-json", cursor_.here(), cursor_.atEnd() ? "the file ends within a value" : std::move(message),
               std::move(hint)};
  }

  void skip() {
    const auto end = std::min(cursor_.rest().find_first_not_of(blanks), cursor_.rest().size());
    cursor_.advance(end);
  }

  Value read(std::size_t depth) {
    skip();
    if (depth > limits_.depth)
      throw Stop{"too-deep",
                 cursor_.here(),
                 fmt::format("lists and maps are more than {} deep in each other", limits_.depth),
                 {}};
    const auto start = cursor_.here();
    switch (cursor_.peek()) {
      case '{':
        return map(depth).readAt(start);
      case '[':
        return list(depth).readAt(start);
      case '"': {
        auto value = Value{text()};
        return value.readAt(placeSince(start));
      }
      default: {
        auto value = Value{word()};
        return value.readAt(placeSince(start), true);
      }
    }
  }

  diag::Span placeSince(diag::Span start) const {
    start.length = std::max(cursor_.column() - start.column, 1);
    return start;
  }

  /// Whether another item follows; passes the comma before it or the bracket behind the last.
  bool next(char bracket, bool isFirst) {
    skip();
    if (cursor_.peek() == bracket) {
      cursor_.advance(1);
      return false;
    }
    if (isFirst) return true;
    if (cursor_.peek() != ',')
      stop(fmt::format("`{}` is not allowed here: expected a comma or `{}`", cursor_.word(), bracket));
    cursor_.advance(1);
    skip();
    if (cursor_.peek() == bracket) stop(fmt::format("there is no value after the last comma: delete the comma"));
    return true;
  }

  Value list(std::size_t depth) {
    cursor_.advance(1);
    List items;
    while (next(']', items.empty())) items.push_back(read(depth + 1));
    return items;
  }

  Value map(std::size_t depth) {
    cursor_.advance(1);
    Map entries;
    while (next('}', entries.empty())) {
      const auto start = cursor_.here();
      if (cursor_.peek() != '"') stop(fmt::format("`{}` is no key: keys stand in double quotes", cursor_.word()));
      auto key = text();
      const auto place = placeSince(start);
      skip();
      if (cursor_.peek() != ':') stop(fmt::format("`{}` is not allowed here: expected a colon", cursor_.word()));
      cursor_.advance(1);
      entries.push_back({std::move(key), read(depth + 1), place});
    }
    checkDuplicates(entries, diagnostics_, duplicates_);
    return entries;
  }

  std::string text() {
    const auto start = cursor_.here();
    cursor_.advance(1);
    std::string out;
    for (;;) {
      const auto rest = cursor_.rest();
      const auto run = std::min(rest.find_first_of("\"\\\n"), rest.size());
      out += rest.substr(0, run);
      cursor_.advance(run);
      if (cursor_.atEnd() || cursor_.peek() == '\n')
        throw Stop{"unclosed-quote", start, "this quote is never closed on its line", "write `\\n` for a line break"};
      if (cursor_.peek() == '"') break;
      escape(out);
    }
    cursor_.advance(1);
    return out;
  }

  void escape(std::string& out) {
    constexpr std::string_view names = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    if (const auto at = names.find(cursor_.peek(1)); at != names.npos && cursor_.rest().size() > 1) {
      out += meanings[at];
      return cursor_.advance(2);
    }
    auto c = unit();
    if (c >= 0xd800 && c < 0xdc00) {
      const auto low = unit();
      if (low < 0xdc00 || low > 0xdfff) stop("half of a surrogate pair comes before this");
      c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
    } else if (c >= 0xdc00 && c <= 0xdfff) {
      stop("half of a surrogate pair comes before this");
    }
    text::appendUtf8(out, c);
  }

  /// One `\uXXXX`.
  char32_t unit() {
    const auto rest = cursor_.rest();
    if (rest.size() < 6 || !rest.starts_with("\\u")) stop("unknown escape: write `\\\\` for a backslash");
    char32_t value = 0;
    for (const char digit : rest.substr(2, 4)) {
      constexpr std::string_view digits = "0123456789abcdef";
      const auto at = digits.find(digit >= 'A' && digit <= 'F' ? static_cast<char>(digit + 32) : digit);
      if (at == digits.npos) stop("`\\u` must be followed by four hexadecimal digits");
      value = value * 16 + static_cast<char32_t>(at);
    }
    cursor_.advance(6);
    return value;
  }

  /// `true`, `false`, `null` or a number.
  std::string word() {
    const auto rest = cursor_.rest();
    const std::string word{rest.substr(0, rest.find_first_of(" \t\r\n,]}:\""))};
    if (word != "true" && word != "false" && word != "null" && !isNumber(word))
      stop(fmt::format("`{}` is not allowed here", cursor_.word()), "write text in double quotes");
    cursor_.advance(word.size());
    return word;
  }

  static bool isNumber(std::string_view text) {
    const auto digits = [&] {
      const auto length = std::min(text.find_first_not_of("0123456789"), text.size());
      text.remove_prefix(length);
      return length;
    };
    const auto skipOne = [&](std::string_view set) {
      if (text.empty() || set.find(text[0]) == set.npos) return false;
      text.remove_prefix(1);
      return true;
    };
    skipOne("-");
    const bool zero = text.starts_with('0');
    if (const auto whole = digits(); whole == 0 || (zero && whole > 1)) return false;
    if (skipOne(".") && digits() == 0) return false;
    if (skipOne("eE")) {
      skipOne("+-");
      if (digits() == 0) return false;
    }
    return text.empty();
  }

  Cursor cursor_;
  diag::Diagnostics& diagnostics_;
  const ReadLimits& limits_;
  int duplicates_ = 0;
};

}  // namespace

bool looksLikeJson(std::string_view text) {
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  const auto bracket = text.find_first_not_of(blanks);
  if (bracket == text.npos || text[bracket] != '{') return false;
  const auto next = text.find_first_not_of(blanks, bracket + 1);
  return next != text.npos && (text[next] == '"' || text[next] == '}');
}

Value readJson(const diag::Source& source, diag::Diagnostics& diagnostics, ReadLimits limits) {
  try {
    auto value = JsonReader{checkText(source.text, limits), source.index, diagnostics, limits}.document();
    if (!diagnostics.hasErrors()) return value;
  } catch (const Stop& stop) {
    diagnostics.error(stop.rule, stop.in(source), stop.message, stop.hint);
  }
  return {};
}

}  // namespace data
