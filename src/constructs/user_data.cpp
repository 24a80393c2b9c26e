#include "constructs/user_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <stdexcept>

#include "assets/assets.h"
#include "data/base94.h"

namespace constructs {
namespace {

/// Comments stay at home: user data is short of room.
std::string withoutComments(std::string_view script) {
  std::string kept;
  while (!script.empty()) {
    const auto line = script.substr(0, script.find('\n') + 1);
    if (!line.starts_with("# ")) kept += line;
    script.remove_prefix(line.size());
  }
  return kept;
}

struct Head {
  std::string before;  ///< the values
  std::string behind;
};

Head head() {
  constexpr std::string_view marker = "@@VALUES@@\n";
  const auto text = withoutComments(assets::boot_values_sh);
  const auto at = text.find(marker);
  if (at == text.npos) throw std::logic_error{"templates/boot/values.sh has lost its line for the values"};
  return {text.substr(0, at), text.substr(at + marker.size())};
}

/// Known values come from Cairn itself or as a region: none needs more than these characters.
std::string lineOf(std::string_view name, const std::string& value) {
  if (!std::ranges::all_of(value, [](unsigned char c) { return std::isalnum(c) || c == '-'; }))
    throw std::logic_error{fmt::format("{} cannot travel as a line", name)};
  return fmt::format("{} {}\n", name, value);
}

}  // namespace

std::string userDataText(const std::vector<BootValue>& values, std::string_view script) {
  auto [text, behind] = head();
  for (const auto& [name, value, longest] : values) text += lineOf(name, std::get<std::string>(value));
  return text + behind + std::string{script};
}

cfn::Expression userData(const std::vector<BootValue>& values, std::string_view script) {
  const auto [before, behind] = head();
  std::vector<cfn::Part> parts{before};
  for (const auto& [name, value, longest] : values) {
    if (const auto* known = std::get_if<std::string>(&value))
      parts.insert(parts.end(), {lineOf(name, *known)});
    else
      parts.insert(parts.end(), {fmt::format("{} ", name), std::get<cfn::Expression>(value), "\n"});
  }
  parts.emplace_back(fmt::format("{}{}", behind, script));
  return cfn::base64(cfn::join("", parts));
}

std::size_t largestSize(const std::vector<BootValue>& values, std::size_t script) {
  const auto [before, behind] = head();
  auto size = before.size() + behind.size() + script;
  for (const auto& [name, value, longest] : values) {
    const auto* known = std::get_if<std::string>(&value);
    size += name.size() + 2 + (known ? known->size() : longest);
  }
  return size;
}

constexpr std::string_view packedMarker = "@@PACKED@@\n";

std::string bootScript(std::string_view packed) {
  auto script = withoutComments(assets::boot_unpack_sh);
  const auto at = script.find(packedMarker);
  if (at == script.npos) throw std::logic_error{"templates/boot/unpack.sh has lost the line for what it unpacks"};
  return script.replace(at, packedMarker.size(), data::base94Line(packed));
}

std::size_t bootScriptSize(std::string_view packed) {
  return withoutComments(assets::boot_unpack_sh).size() - packedMarker.size() + data::base94Size(packed.size());
}

}  // namespace constructs
