#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "text/utf8.h"

namespace data {

/// A text, to be looked at where a parser's mark points to.
class Lines {
 public:
  /// `source` is the index of the file.
  explicit Lines(std::string_view text, int source = 0) : text_{text}, source_{source} {
    starts_.push_back(0);
    for (auto at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) starts_.push_back(at + 1);
  }

  /// The byte at a line and column, both from 0; columns count code points.
  std::size_t offsetOf(std::size_t line, std::size_t column) const {
    if (line >= starts_.size()) return text_.size();
    auto offset = starts_[line];
    for (auto left = column; left > 0 && offset < text_.size(); --left)
      offset += std::max<std::size_t>(text::codePointAt(text_, offset).bytes, 1);
    return offset;
  }
  diag::Span spanAt(std::size_t offset, int length = 1) const {
    const auto line = std::ranges::upper_bound(starts_, offset) - starts_.begin() - 1;
    const auto start = starts_[static_cast<std::size_t>(line)];
    return {static_cast<int>(line) + 1, lengthOf(text_.substr(start, offset - start)) + 1, length, source_};
  }
  std::string_view restAt(std::size_t offset) const { return text_.substr(std::min(offset, text_.size())); }
  std::string_view lineAt(std::size_t offset) const {
    const auto line =
        restAt(starts_[static_cast<std::size_t>(std::ranges::upper_bound(starts_, offset) - starts_.begin() - 1)]);
    return line.substr(0, line.find_first_of("\r\n"));
  }
  static int lengthOf(std::string_view text) {
    return static_cast<int>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
  }

 private:
  std::string_view text_;
  int source_;
  std::vector<std::size_t> starts_;
};

}  // namespace data
