#include "constructs/user_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <stdexcept>

#include "assets/assets.h"
#include "data/base90.h"
#include "data/sha256.h"

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
  return text + behind + withoutComments(script);
}

cfn::Expression userData(const std::vector<BootValue>& values, std::string_view script) {
  const auto [before, behind] = head();
  // Few parts, and the scripts parts of their own, which the template shows as they are.
  std::vector<cfn::Part> parts{before};
  std::string text;
  for (const auto& [name, value, longest] : values) {
    if (const auto* known = std::get_if<std::string>(&value)) {
      text += lineOf(name, *known);
    } else {
      parts.insert(parts.end(), {text + name + " ", std::get<cfn::Expression>(value)});
      text = "\n";
    }
  }
  parts.insert(parts.end(), {text, behind + withoutComments(script)});
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

namespace {

/// templates/boot/unpack.sh with these lines.
std::string unpacking(std::string_view lines) {
  constexpr std::string_view marker = "@@PACKED@@\n";
  auto script = withoutComments(assets::boot_unpack_sh);
  const auto at = script.find(marker);
  if (at == script.npos) throw std::logic_error{"templates/boot/unpack.sh has lost the line for what it unpacks"};
  return script.replace(at, marker.size(), lines);
}

/// Bytes of the programs in user data: what is left of it by its own script, the lines of values that every instance
/// has, and those of secrets and of further parameters.
std::size_t bytesInUserData(std::size_t packed, std::size_t secrets) {
  constexpr std::size_t usual = 14'320;
  constexpr std::size_t least = 8192;
  constexpr std::size_t leastElsewhere = 1024;
  constexpr std::size_t aSecret = 144;
  constexpr std::size_t aParameter = 160;
  const auto further =
      (packed - std::min(packed, data::base90Room(usual))) / data::base90Room(Programs::mostInParameter);
  const auto lines = secrets * aSecret + further * aParameter;
  const auto room = std::max(usual - std::min(usual, lines), least);
  return std::min(packed - std::min(packed, leastElsewhere), data::base90Room(room));
}

}  // namespace

Programs::Programs(std::string_view packed, std::size_t secrets) {
  const auto take = [&packed](std::size_t bytes) {
    const auto piece = packed.substr(0, bytes);
    packed.remove_prefix(piece.size());
    return data::base90(piece);
  };
  first = take(bytesInUserData(packed.size(), secrets));
  while (!packed.empty()) parameters.push_back(take(data::base90Room(mostInParameter)));
}

std::size_t Programs::parametersFor(std::size_t packed, std::size_t secrets) {
  const auto room = data::base90Room(mostInParameter);
  return (packed - bytesInUserData(packed, secrets) + room - 1) / room;
}

std::string Programs::sum() const {
  std::string lines;
  for (const auto& text : parameters) lines += text + "\n";
  return data::sha256(lines);
}

std::string bootScript(const Programs& programs) {
  return unpacking(programs.first + "\n") + withoutComments(assets::boot_start_sh);
}

std::size_t bootScriptSize(std::size_t packed, std::size_t secrets) {
  return unpacking("\n").size() + data::base90Size(bytesInUserData(packed, secrets)) +
         withoutComments(assets::boot_start_sh).size();
}

std::string imageScript(std::string_view packed) {
  return unpacking(data::base90(packed) + "\n") + std::string{assets::boot_image_sh};
}

}  // namespace constructs
