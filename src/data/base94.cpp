#include "data/base94.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace data {

namespace {

constexpr std::uint32_t fourDigits = 94 * 94 * 94 * 94;

/// The number as limbs of 32 bits, the greatest first.
std::vector<std::uint32_t> limbsOf(std::string_view bytes) {
  std::vector<std::uint32_t> limbs((bytes.size() + 3) / 4);
  for (std::size_t i = 0; i < bytes.size(); ++i)
    limbs[limbs.size() - 1 - i / 4] |= std::uint32_t{static_cast<unsigned char>(bytes[i])} << i % 4 * 8;
  return limbs;
}

/// Divides the number and returns the rest.
std::uint32_t divide(std::vector<std::uint32_t>& number, std::uint32_t by) {
  std::uint64_t rest = 0;
  for (auto& limb : number) {
    const auto dividend = rest << 32 | limb;
    limb = static_cast<std::uint32_t>(dividend / by);
    rest = dividend % by;
  }
  if (!number.empty() && number.front() == 0) number.erase(number.begin());
  return static_cast<std::uint32_t>(rest);
}

}  // namespace

std::size_t base94Size(std::size_t bytes) {
  constexpr std::size_t bitsOfMillionDigits = 6'554'588;  // a little less than they have, so that digits suffice
  return (bytes * 8 * 1'000'000 + bitsOfMillionDigits - 1) / bitsOfMillionDigits + 1;
}

std::string base94Line(std::string_view bytes) {
  std::string out(base94Size(bytes.size()), '!');
  out.back() = '\n';
  auto number = limbsOf(bytes);
  for (std::size_t begin = 0; begin + 1 < out.size(); begin += 4) {
    auto rest = divide(number, fourDigits);
    for (auto digit = begin; digit < std::min(begin + 4, out.size() - 1); ++digit, rest /= 94)
      out[digit] = static_cast<char>('!' + rest % 94);
  }
  return out;
}

}  // namespace data
