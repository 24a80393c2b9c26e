#pragma once

#include <string_view>

#include "data/read_yaml.h"
#include "data/stop.h"

namespace data {

/// The text without its byte order mark, once it is known to be what a parser may safely see: not too large, UTF-8,
/// printable, with line breaks that all readers agree on, without directives, and not empty. Throws a Stop otherwise.
std::string_view checkText(std::string_view text, const ReadLimits&);

}  // namespace data
