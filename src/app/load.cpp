#include "app/load.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/placeholders.h"
#include "assets/assets.h"
#include "schema/read.h"

namespace app {
namespace {

constexpr std::string_view folder = "apps/";
constexpr std::string_view extension = ".yaml";

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
  const auto& install = preset.install;
  if (!install.check.argv.empty() && install.commands.empty())
    diagnostics.error("nothing-installs", originOf(described, install), "`install` has a check, and nothing to run",
                      "write what installs the application under `commands`");
  checkPlaceholders(preset, described, diagnostics);
}

std::unique_ptr<LoadedPreset> loadPreset(const diag::Source& source, diag::Diagnostics& diagnostics) {
  auto loaded = std::make_unique<LoadedPreset>();
  schema::read(loaded->described, source, diagnostics);
  checkPreset(loaded->preset, loaded->described, diagnostics);
  return loaded;
}

std::vector<std::string_view> presetNames() {
  std::vector<std::string_view> names;
  for (const auto& [path, text] : assets::files())
    if (path.starts_with(folder))
      names.push_back(path.substr(folder.size(), path.size() - folder.size() - extension.size()));
  return names;
}

std::string_view presetText(std::string_view name) {
  const auto path = fmt::format("{}{}{}", folder, name, extension);
  const auto files = assets::files();
  const auto file = std::ranges::lower_bound(files, path, {}, &assets::File::path);
  return file != files.end() && file->path == path ? file->text : std::string_view{};
}

}  // namespace app
