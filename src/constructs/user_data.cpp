#include "constructs/user_data.h"

#include <fmt/format.h>

#include <stdexcept>

#include "assets/assets.h"
#include "data/base64.h"

namespace constructs {

cfn::Expression userData(const std::vector<BootValue>& values, std::string_view script) {
  constexpr std::string_view marker = "@@VALUES@@\n";
  const std::string_view head = assets::boot_values_sh;
  const auto at = head.find(marker);
  if (at == head.npos) throw std::logic_error{"templates/boot/values.sh has lost its line for the values"};

  std::vector<cfn::Part> parts{head.substr(0, at)};
  for (const auto& [name, value] : values) {
    if (const auto* known = std::get_if<std::string>(&value))
      parts.insert(parts.end(), {fmt::format("{} {}\n", name, data::base64(*known))});
    else
      parts.insert(parts.end(), {fmt::format("{} ", name), cfn::base64(std::get<cfn::Expression>(value)), "\n"});
  }
  parts.emplace_back(fmt::format("{}{}", head.substr(at + marker.size()), script));
  return cfn::base64(cfn::join("", parts));
}

}  // namespace constructs
