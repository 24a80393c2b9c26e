#pragma once

#include <string>
#include <string_view>

namespace data {

/// The bytes in the zlib format (RFC 1950), as small as zlib makes it with that text at hand, which who inflates it
/// must have as well.
std::string deflated(std::string_view bytes, std::string_view dictionary);

}  // namespace data
