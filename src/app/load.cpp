#include "app/load.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <stdexcept>

#include "app/duplicates.h"
#include "app/ini.h"
#include "app/nginx.h"
#include "app/placeholders.h"
#include "app/writable.h"
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
                        "give each its own name");
}

/// Ids in a template are letters and digits alone.
void checkSecrets(const std::vector<Secret>& secrets, const schema::Field& described, diag::Diagnostics& diagnostics) {
  std::map<std::string, std::string_view> seen;
  for (const auto& secret : secrets) {
    auto id = secret.name.text();
    std::erase(id, '_');
    const auto [other, isNew] = seen.try_emplace(id, secret.name.text());
    if (!isNew && other->second != secret.name.text())
      diagnostics.error("similar-name", originOf(described, secret.name),
                        fmt::format("`{}` and `{}` differ only by underscores, which logical ids cannot contain",
                                    secret.name.text(), other->second),
                        "write names that differ by a letter");
  }
}

void checkLogs(const std::vector<Log>& logs, const schema::Field& described, diag::Diagnostics& diagnostics) {
  for (const auto& log : logs)
    for (const std::string_view own : {"boot", "cron", "php", "error", "access"})
      if (log.name.text() == own)
        diagnostics.error("reserved-name", originOf(described, log.name),
                          fmt::format("`{}` is the name of a log that every instance has", own), "write another name");
}

void checkSettings(const Preset& preset, const schema::Field& described, diag::Diagnostics& diagnostics) {
  for (const auto& [name, doc, given, longest, pattern] : preset.settings)
    if (given && !given->text().empty() && pattern && !fitsExpression(pattern->text(), given->text()))
      diagnostics.error("wrong-default", originOf(described, given),
                        fmt::format("the default of `{}` does not fit its `pattern`", name.text()),
                        "write another default, or another pattern");
}

}  // namespace

void checkPreset(const Preset& preset, const schema::Field& described, diag::Diagnostics& diagnostics) {
  for (const auto& setting : preset.settings)
    if (setting.defaultValue)
      checkLength(setting, setting.defaultValue->text(), originOf(described, setting.defaultValue), diagnostics);
  checkNames(preset.settings, "settings", described, diagnostics);
  checkNames(preset.secrets, "secrets", described, diagnostics);
  checkNames(preset.plugins, "plugins", described, diagnostics);
  checkNames(preset.logs, "logs", described, diagnostics);
  checkWritable(placesOf(preset), described, diagnostics);
  checkSecrets(preset.secrets, described, diagnostics);
  checkLogs(preset.logs, described, diagnostics);
  checkSettings(preset, described, diagnostics);
  checkPlaceholders(preset, preset.php.ini, described, diagnostics);
  checkIni(preset.php.ini, described, diagnostics);
  checkParts(preset, preset.parts, described, diagnostics);
}

void checkParts(const Preset& preset, const Parts& parts, const schema::Field& described,
                diag::Diagnostics& diagnostics) {
  const auto& install = parts.install;
  if (!install.check.argv.empty() && install.commands.empty())
    diagnostics.error("nothing-installs", originOf(described, install), "`install` has a check but no commands",
                      "write the commands that install the application under `commands`");
  checkPlaceholders(preset, parts, described, diagnostics);
  checkDuplicates(parts, described, diagnostics);
  checkPrograms(parts, described, diagnostics);
}

void checkLength(const Setting& setting, std::string_view value, diag::Span span, diag::Diagnostics& diagnostics) {
  if (std::ssize(value) > setting.maxLength)
    diagnostics.error(
        "setting-too-long", span,
        fmt::format("`{}` has {} bytes; the limit is {}", setting.name.text(), value.size(), setting.maxLength),
        "write a shorter value");
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
  diagnostics.error("unknown-preset", span, fmt::format("unknown preset `{}`", name),
                    diag::didYouMean(name, names,
                                     fmt::format("write one of `{}`, or a file such as `./{}.yaml`",
                                                 fmt::join(names, "`, `"), name)));
}

}  // namespace app
