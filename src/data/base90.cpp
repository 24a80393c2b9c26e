#include "data/base90.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace data {

namespace {

constexpr std::string_view digits =
    "!#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz|~";
static_assert(digits.size() == 90);
constexpr std::uint32_t fourDigits = 90 * 90 * 90 * 90;
// A little less than they have, so that digits suffice. templates/boot/unpack.sh counts with the same number.
constexpr std::size_t bitsOfMillionDigits = 6'491'853;

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

std::size_t base90Size(std::size_t bytes) {
  return (bytes * 8 * 1'000'000 + bitsOfMillionDigits - 1) / bitsOfMillionDigits;
}

std::size_t base90Room(std::size_t characters) { return characters * bitsOfMillionDigits / (8 * 1'000'000); }

std::string base90(std::string_view bytes) {
  std::string out(base90Size(bytes.size()), digits.front());
  auto number = limbsOf(bytes);
  for (std::size_t begin = 0; begin < out.size(); begin += 4) {
    auto rest = divide(number, fourDigits);
    for (auto digit = begin; digit < std::min(begin + 4, out.size()); ++digit, rest /= 90)
      out[digit] = digits[rest % 90];
  }
  return out;
}

}  // namespace data
