#include "data/base94.h"

#include <algorithm>
#include <array>

namespace data {

constexpr std::size_t block = 9;
constexpr std::size_t digitsOfBlock = 11;

std::size_t base94Size(std::size_t bytes) { return (bytes + block - 1) / block * digitsOfBlock + 1; }

std::string base94Line(std::string_view bytes) {
  std::string out(base94Size(bytes.size()), '\n');
  auto* to = out.data();
  for (std::size_t begin = 0; begin < bytes.size(); begin += block) {
    std::array<unsigned, block> number{};
    for (std::size_t i = 0; i < std::min(block, bytes.size() - begin); ++i)
      number[i] = static_cast<unsigned char>(bytes[begin + i]);
    for (std::size_t digit = 0; digit < digitsOfBlock; ++digit) {
      unsigned rest = 0;
      for (auto& byte : number) {
        const auto dividend = rest * 256 + byte;
        byte = dividend / 94;
        rest = dividend % 94;
      }
      to[digit] = static_cast<char>('!' + rest);
    }
    to += digitsOfBlock;  // and at last the end of the line, which is there
  }
  return out;
}

}  // namespace data
