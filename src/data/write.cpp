#include "data/write.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace data {

std::string numberText(double number) {
  if (!std::isfinite(number)) throw std::logic_error{"neither YAML nor JSON has a number for infinity"};
  const auto text = fmt::format("{}", number);  // the fewest digits that read back the same
  const auto e = text.find('e');
  if (e == text.npos) return text;
  if (std::abs(number) > 1) return fmt::format("{:.1f}", number);
  const auto digits = std::ranges::count_if(text.substr(0, e), [](char c) { return c >= '0' && c <= '9'; });
  return fmt::format("{:.{}f}", number, static_cast<int>(digits) - 1 - std::stoi(text.substr(e + 1)));
}

text::CodePoint readableAt(std::string_view text, std::size_t at) {
  const auto point = text::codePointAt(text, at);
  return point.bytes ? point : text::CodePoint{0xfffd, 1};
}

Entry longForm(const Tagged& tagged) {
  if (tagged.tag == "Ref" || tagged.tag == "Condition") return {tagged.tag, *tagged.value, {}};
  const auto* name = tagged.value->as<std::string>();
  if (tagged.tag == "GetAtt" && name) {
    const auto dot = std::min(name->find('.'), name->size());
    return {"Fn::GetAtt", List{name->substr(0, dot), name->substr(std::min(dot + 1, name->size()))}, {}};
  }
  return {"Fn::" + tagged.tag, *tagged.value, {}};
}

}  // namespace data
