#pragma once

#include <string>
#include <string_view>

namespace data {

/// Eleven printable characters (`!` to `~`) for nine bytes, the least digit first; zeros fill up the last nine. One
/// line. Denser than base85 by a fiftieth and as far as printable ASCII goes, for what has to be small.
std::string base94Line(std::string_view bytes);

/// How many characters that is.
std::size_t base94Size(std::size_t bytes);

}  // namespace data
