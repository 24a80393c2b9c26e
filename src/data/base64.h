#pragma once

#include <string>
#include <string_view>

namespace data {

/// Base64 with padding, without line breaks (RFC 4648, section 4).
std::string base64(std::string_view bytes);

}  // namespace data
