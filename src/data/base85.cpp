#include "data/base85.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace data {

constexpr std::size_t width = 120;  // a multiple of five: only the last line is shorter

std::size_t base85Size(std::size_t bytes) {
  const auto digits = bytes / 4 * 5 + (bytes % 4 ? bytes % 4 + 1 : 0);
  return digits + (digits + width - 1) / width;
}

std::string base85Lines(std::string_view bytes) {
  constexpr std::string_view digits =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";
  std::string out(base85Size(bytes.size()), '\n');
  auto* to = out.data();
  std::size_t column = 0;
  for (std::size_t i = 0; i < bytes.size(); i += 4) {
    const auto size = std::min<std::size_t>(4, bytes.size() - i);
    std::uint32_t number = 0;
    for (std::size_t j = 0; j < 4; ++j)
      number = number << 8 | (j < size ? static_cast<unsigned char>(bytes[i + j]) : 0u);
    std::array<char, 5> five{};
    for (std::size_t digit = 5; digit-- > 0; number /= 85) five[digit] = digits[number % 85];
    to = std::copy_n(five.begin(), size + 1, to);
    column += size + 1;
    if (column == width) {
      ++to;  // the end of the line is there
      column = 0;
    }
  }
  return out;
}

}  // namespace data
