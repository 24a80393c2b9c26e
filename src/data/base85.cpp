#include "data/base85.h"

#include <array>
#include <cstdint>

namespace data {

std::string base85Lines(std::string_view bytes) {
  constexpr std::string_view digits =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";
  constexpr std::size_t width = 120;
  std::string out;
  std::size_t column = 0;
  for (std::size_t i = 0; i < bytes.size(); i += 4) {
    const auto group = bytes.substr(i, 4);
    std::uint32_t number = 0;
    for (std::size_t j = 0; j < 4; ++j)
      number = number << 8 | (j < group.size() ? static_cast<unsigned char>(group[j]) : 0u);
    std::array<char, 5> five{};
    for (std::size_t digit = 5; digit-- > 0; number /= 85) five[digit] = digits[number % 85];
    out.append(five.data(), group.size() + 1);
    column += group.size() + 1;
    if (column >= width) {
      out += '\n';
      column = 0;
    }
  }
  if (column > 0) out += '\n';
  return out;
}

}  // namespace data
