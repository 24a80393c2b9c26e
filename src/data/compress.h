#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace data {

/// The bytes in the format of `xz --format=lzma`, which has the smallest frame, with the settings that suit text. The
/// dictionary is several times what user data can hold; a long text takes one of its own size.
std::string compressed(std::string_view bytes, std::uint32_t dictionary = 1 << 16);

/// The other way, of what `compressed` made.
std::string decompressed(std::string_view bytes);

}  // namespace data
