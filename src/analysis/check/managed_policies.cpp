#include "analysis/check/managed_policies.h"

#include <algorithm>

#include "assets/packed.h"
#include "data/compress.h"

namespace check {
namespace {

struct Table {
  std::string text = data::decompressed(assets::packedManagedPolicies());
  std::vector<ManagedPolicy> rows{};

  Table() {
    for (std::string_view rest = text; !rest.empty();) {
      const auto line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
      if (line.empty() || line.starts_with('#')) continue;
      const auto blank = line.find(' ');
      rows.push_back({line.substr(0, blank), blank == line.npos ? std::string_view{} : line.substr(blank + 1)});
    }
    std::ranges::sort(rows, {}, &ManagedPolicy::name);
  }
};

const Table& table() {
  static const Table once;
  return once;
}

}  // namespace

const ManagedPolicy* findManagedPolicy(std::string_view name) {
  const auto& rows = table().rows;
  const auto found = std::ranges::lower_bound(rows, name, {}, &ManagedPolicy::name);
  return found != rows.end() && found->name == name ? &*found : nullptr;
}

std::vector<std::string_view> managedPolicyNames() {
  std::vector<std::string_view> names;
  for (const auto& row : table().rows) names.push_back(row.name);
  return names;
}

std::optional<std::string> managedPolicyOf(const Node& arn) {
  constexpr std::string_view mark = ":iam::aws:policy/";
  const auto behind = [&](const std::string& text) -> std::optional<std::string> {
    const auto at = text.find(mark);
    return at == text.npos ? std::nullopt : std::optional{text.substr(at + mark.size())};
  };
  if (const auto text = arn.text()) return text->starts_with("arn:") ? behind(*text) : std::nullopt;
  const auto* tagged = arn.isSet() ? arn.value()->as<data::Tagged>() : nullptr;
  const auto* parts = tagged && tagged->tag == "Join" ? tagged->value->as<List>() : nullptr;
  const auto* last = parts && !parts->empty() ? parts->back().as<std::string>() : nullptr;
  return last ? behind(*last) : std::nullopt;
}

}  // namespace check
