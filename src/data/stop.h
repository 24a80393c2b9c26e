#pragma once

#include <string>
#include <string_view>

#include "diagnostics/diagnostics.h"

namespace data {

/// Why a document is not read any further. Thrown through the parser's events, caught by readYaml and readJson and
/// nobody else.
struct Stop {
  std::string_view rule;
  diag::Span span;
  std::string message;
  std::string hint;

  /// The place, in that file.
  diag::Span in(const diag::Source& source) const { return {span.line, span.column, span.length, source.index}; }
};

}  // namespace data
