#include "text/characters.h"

#include <algorithm>
#include <iterator>

namespace text {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Unicode's General_Category Cc, Zl and Zp, its Default_Ignorable_Code_Point without variation selectors (which belong
// to the character before them), and the no-break space.
constexpr Range treacherous[] = {
    {0x0, 0x1F},      {0x7F, 0xA0},     {0xAD, 0xAD},     {0x34F, 0x34F},     {0x61C, 0x61C},     {0x115F, 0x1160},
    {0x17B4, 0x17B5}, {0x180B, 0x180F}, {0x200B, 0x200F}, {0x2028, 0x202E},   {0x2060, 0x206F},   {0x3164, 0x3164},
    {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
};

}  // namespace

bool isTreacherous(char32_t c) {
  if ((c & 0xFFFE) == 0xFFFE) return true;  // the last two of each plane are no characters
  const auto* const range = std::ranges::upper_bound(treacherous, c, {}, &Range::first);
  return range != std::begin(treacherous) && c <= std::prev(range)->last;
}

bool startsLogCommand(std::string_view text) {
  if (!text.starts_with("##")) return false;
  const auto word = std::find_if(text.begin() + 2, text.end(), [](char c) { return c < 'a' || c > 'z'; });
  return word != text.end() && *word == '[';
}

}  // namespace text
