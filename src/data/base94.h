#pragma once

#include <string>
#include <string_view>

namespace data {

/// The bytes as a number, the first the least, in printable characters (`!` to `~`, the least digit first). One line.
/// As far as printable ASCII goes, for what has to be small.
std::string base94Line(std::string_view bytes);

/// How many characters that is.
std::size_t base94Size(std::size_t bytes);

}  // namespace data
