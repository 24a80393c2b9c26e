#pragma once

#include <string>
#include <string_view>

namespace data {

/// Five digits for four bytes, in lines of 120 digits: what git and Python's `base64.b85decode` read. None of the
/// digits means anything between quotes. Denser than base64 by a sixteenth, for what has to be small.
std::string base85Lines(std::string_view bytes);

/// How many characters that is.
std::size_t base85Size(std::size_t bytes);

}  // namespace data
