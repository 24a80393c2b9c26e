#include "constructs/user_data.h"

#include <stdexcept>

#include "assets/assets.h"
#include "data/base64.h"

namespace constructs {

cfn::Expression userData(const std::vector<BootValue>& values, std::string_view script) {
  constexpr std::string_view marker = "@@VALUES@@\n";
  const std::string_view head = assets::boot_values_sh;
  const auto at = head.find(marker);
  if (at == head.npos) throw std::logic_error{"templates/boot/values.sh has lost its line for the values"};

  std::vector<cfn::Part> parts;
  std::string text{head.substr(0, at)};
  const auto flush = [&] {
    parts.emplace_back(text);
    text.clear();
  };
  for (const auto& [name, value] : values) {
    text.append(name).append(" ");
    if (const auto* known = std::get_if<std::string>(&value)) {
      text += data::base64(*known);
    } else {
      flush();
      parts.emplace_back(cfn::base64(std::get<cfn::Expression>(value)));
    }
    text += '\n';
  }
  text.append(head.substr(at + marker.size())).append(script);
  flush();
  return cfn::base64(cfn::join("", parts));
}

}  // namespace constructs
