#include "data/base64.h"

#include <cstdint>

namespace data {

std::string base64(std::string_view bytes) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const auto group = bytes.substr(i, 3);
    std::uint32_t bits = 0;
    for (std::size_t j = 0; j < 3; ++j)
      bits = bits << 8 | (j < group.size() ? static_cast<unsigned char>(group[j]) : 0u);
    for (std::size_t digit = 0; digit < 4; ++digit)
      out += digit <= group.size() ? digits[bits >> (18 - 6 * digit) & 63] : '=';
  }
  return out;
}

}  // namespace data
