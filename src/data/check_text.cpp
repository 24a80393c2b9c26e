#include "data/check_text.h"

#include <fmt/format.h>

#include "text/utf8.h"

namespace data {
namespace {

constexpr diag::Span wholeFile{0, 0, 1};

[[noreturn]] void stopAtEncoding(std::string_view found) {
  throw Stop{"encoding", wholeFile, fmt::format("the file is {}: save it as UTF-8", found), {}};
}

std::string_view withoutByteOrderMark(std::string_view text) {
  using namespace std::string_view_literals;
  if (text.starts_with("\xff\xfe\0\0"sv) || text.starts_with("\0\0\xfe\xff"sv)) stopAtEncoding("UTF-32");
  if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) stopAtEncoding("UTF-16");
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  return text;
}

/// Throws if the code point is one that readers of YAML refuse or disagree on.
void checkCodePoint(char32_t c, diag::Span span, bool beforeLineFeed) {
  const auto number = [c] { return fmt::format("U+{:04X}", static_cast<unsigned>(c)); };
  if (c == U'\r' && !beforeLineFeed)
    throw Stop{"line-break", span, "a carriage return without a line feed: end lines with a line feed", {}};
  if (c == 0x85 || c == 0x2028 || c == 0x2029)
    throw Stop{"line-break", span, fmt::format("the line break {}, which not all YAML parsers accept as one", number()),
               fmt::format("end lines with a line feed, or write `\\{}` in double quotes", c == 0x85     ? "N"
                                                                                           : c == 0x2028 ? "L"
                                                                                                         : "P")};
  if (c == 0)
    throw Stop{"control-character", span, "a NUL byte: the file is not text, or was saved as UTF-16",
               "save it as UTF-8"};
  if (c == 0xfeff)
    throw Stop{"control-character", span, "an invisible byte order mark (U+FEFF) within the text: delete it", {}};
  const bool control = (c < 0x20 && c != U'\t' && c != U'\n' && c != U'\r') || (c >= 0x7f && c < 0xa0);
  if (control || c == 0xfffe || c == 0xffff)
    throw Stop{"control-character", span, fmt::format("the control character {}, which YAML does not allow", number()),
               c < 0x100 ? fmt::format("delete it, or write `\\x{:02x}` in double quotes", static_cast<unsigned>(c))
                         : "delete it"};
}

void checkCodePoints(std::string_view text) {
  diag::Span span{1, 1, 1};
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, bytes] = text::codePointAt(text, at);
    if (bytes == 0)
      throw Stop{"encoding",
                 span,
                 fmt::format("the byte 0x{:02x} is not UTF-8 here: save the file as UTF-8",
                             static_cast<unsigned char>(text[at])),
                 {}};
    if ((value < 0x20 && value != U'\n') || value > 0x7e)
      checkCodePoint(value, span, text.substr(at + 1).starts_with('\n'));
    span = value == U'\n' ? diag::Span{span.line + 1, 1, 1} : diag::Span{span.line, span.column + 1, 1};
    at += bytes;
  }
}

/// Looks at the first line that is neither blank nor a comment.
void checkFirstLine(std::string_view text, bool mayBeDirective) {
  for (int line = 1; !text.empty(); ++line) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto first = text.substr(0, end).find_first_not_of(" \t\r");
    if (first != text.npos && text[first] != '#') {
      if (text[0] != '%' || mayBeDirective) return;
      throw Stop{
          "directive", {line, 1, 1}, "a line that starts with `%` is a YAML directive: remove it", "delete this line"};
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  throw Stop{"empty-file", wholeFile, "the file is empty", {}};
}

}  // namespace

std::string_view checkText(std::string_view text, const ReadLimits& limits) {
  if (text.size() > limits.bytes)
    throw Stop{
        "too-large", wholeFile, fmt::format("the file has {} bytes: the limit is {}", text.size(), limits.bytes), {}};
  text = withoutByteOrderMark(text);
  checkCodePoints(text);
  checkFirstLine(text, limits.tags);
  return text;
}

}  // namespace data
