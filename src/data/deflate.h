#pragma once

#include <string>
#include <string_view>

namespace data {

/// The bytes in the zlib format (RFC 1950), as small as zlib makes it.
std::string deflated(std::string_view bytes);

}  // namespace data
