#pragma once

#include <string_view>

#include "data/stop.h"

namespace data {

/// What the parser said, in words that tell what to write. `line` is the text of the line it said it about, `bracket`
/// the place of an open `[` or `{` (line 0: none).
Stop explain(std::string_view message, diag::Span at, std::string_view line, diag::Span bracket);

Stop unclosedBracket(diag::Span bracket);

}  // namespace data
