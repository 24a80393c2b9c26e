#include "app/load.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <stdexcept>

#include "app/placeholders.h"
#include "schema/read.h"

namespace app {
namespace {

/// Checks that the names in a list are different.
template <class T>
void checkNames(const std::vector<T>& items, std::string_view list, const schema::Field& described,
                diag::Diagnostics& diagnostics) {
  for (auto item = items.begin(); item != items.end(); ++item)
    if (std::find_if(items.begin(), item, [&](const T& other) { return other.name == item->name; }) != item)
      diagnostics.error("repeated-name", originOf(described, item->name),
                        fmt::format("`{}` has two items named `{}`", list, item->name.text()),
                        "give each a name of its own");
}

}  // namespace

void checkPreset(const Preset& preset, const schema::Field& described, diag::Diagnostics& diagnostics) {
  checkNames(preset.settings, "settings", described, diagnostics);
  checkNames(preset.secrets, "secrets", described, diagnostics);
  checkNames(preset.plugins, "plugins", described, diagnostics);
  checkNames(preset.logs, "logs", described, diagnostics);
  checkParts(preset, preset.parts, described, diagnostics);
}

void checkParts(const Preset& preset, const Parts& parts, const schema::Field& described,
                diag::Diagnostics& diagnostics) {
  const auto& install = parts.install;
  if (!install.check.argv.empty() && install.commands.empty())
    diagnostics.error("nothing-installs", originOf(described, install), "`install` has a check, and nothing to run",
                      "write what installs the application under `commands`");
  checkPlaceholders(preset, parts, described, diagnostics);
}

std::unique_ptr<LoadedPreset> loadPreset(const diag::Source& source, diag::Diagnostics& diagnostics) {
  auto loaded = std::make_unique<LoadedPreset>();
  schema::read(loaded->described, source, diagnostics);
  checkPreset(loaded->preset, loaded->described, diagnostics);
  return loaded;
}

const assets::Preset* findPreset(std::string_view name) {
  const auto all = assets::presets();
  const auto preset = std::ranges::find(all, name, &assets::Preset::name);
  return preset == all.end() ? nullptr : &*preset;
}

std::unique_ptr<LoadedPreset> takePreset(const assets::Preset& preset) {
  diag::Sources sources{fmt::format("templates/{}", preset.file), {}};
  diag::Diagnostics diagnostics{sources};
  auto loaded = std::make_unique<LoadedPreset>();
  schema::read(loaded->described, data::valueOf(preset.nodes), diagnostics);
  if (diagnostics.hasErrors()) throw std::logic_error{asText(diagnostics)};
  return loaded;
}

void refuseUnknown(std::string_view name, diag::Span span, diag::Diagnostics& diagnostics) {
  std::vector<std::string_view> names;
  for (const auto& preset : assets::presets()) names.push_back(preset.name);
  const auto near = diag::closest(name, names);
  diagnostics.error(
      "unknown-preset", span, fmt::format("there is no preset `{}`", name),
      near.empty() ? fmt::format("write one of `{}`, or a file such as `./{}.yaml`", fmt::join(names, "`, `"), name)
                   : fmt::format("did you mean `{}`?", near));
}

}  // namespace app
