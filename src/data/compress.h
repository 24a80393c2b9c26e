#pragma once

#include <string>
#include <string_view>

namespace data {

/// The bytes in the format of `xz --format=lzma`, which has the smallest frame, with the settings that suit text.
std::string compressed(std::string_view bytes);

}  // namespace data
