#include "constructs/user_data.h"

#include <fmt/format.h>

#include <stdexcept>

#include "assets/assets.h"
#include "data/base64.h"
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

std::size_t sizeInBase64(std::size_t bytes) { return (bytes + 2) / 3 * 4; }

std::string lineOf(std::string_view name, const std::string& value) {
  return fmt::format("{} {}\n", name, data::base64(value));
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
      parts.insert(parts.end(), {fmt::format("{} ", name), cfn::base64(std::get<cfn::Expression>(value)), "\n"});
  }
  parts.emplace_back(fmt::format("{}{}", behind, script));
  return cfn::base64(cfn::join("", parts));
}

std::size_t largestSize(const std::vector<BootValue>& values, std::size_t script) {
  const auto [before, behind] = head();
  auto size = before.size() + behind.size() + script;
  for (const auto& [name, value, longest] : values) {
    const auto* known = std::get_if<std::string>(&value);
    size += name.size() + 2 + sizeInBase64(known ? known->size() : longest);
  }
  return size;
}

constexpr std::string_view programsMarker = "@@PROGRAMS@@\n";
constexpr std::string_view applicationMarker = "@@APPLICATION@@\n";

std::string bootScript(std::string_view packed) {
  auto script = withoutComments(assets::boot_unpack_sh);
  const auto replace = [&script](std::string_view marker, std::string_view bytes) {
    const auto at = script.find(marker);
    if (at == script.npos) throw std::logic_error{"templates/boot/unpack.sh has lost a line for what it unpacks"};
    script.replace(at, marker.size(), data::base94Line(bytes));
  };
  replace(programsMarker, assets::programs);
  replace(applicationMarker, packed);
  return script;
}

std::size_t bootScriptSize(std::string_view packed) {
  return withoutComments(assets::boot_unpack_sh).size() - programsMarker.size() - applicationMarker.size() +
         data::base94Size(assets::programs.size()) + data::base94Size(packed.size());
}

}  // namespace constructs
