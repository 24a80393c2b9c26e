#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "app/load.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/terminal.h"
#include "data/read_yaml.h"
#include "diagnostics/display.h"
#include "schema/documents.h"

// What is to know of presets: `cairn app list|show|check|reference|schema`.
namespace cli {
namespace {

/// A preset of Cairn's, or a file; nullptr if it has errors, which are reported.
std::unique_ptr<app::LoadedPreset> load(const std::string& nameOrPath) {
  std::string text, error;
  if (const auto* own = app::findPreset(nameOrPath)) {
    text = own->text;
  } else {
    auto file = readFile(nameOrPath, data::ReadLimits{}.bytes + 1);
    text = std::move(file.text);
    error = std::move(file.error);
  }
  diag::Sources sources{nameOrPath, std::move(text)};
  diag::Diagnostics diagnostics{sources};
  std::unique_ptr<app::LoadedPreset> loaded;
  if (error.empty())
    loaded = app::loadPreset(sources.first(), diagnostics);
  else if (nameOrPath.find_first_of("./") == nameOrPath.npos)
    app::refuseUnknown(nameOrPath, {}, diagnostics);
  else
    diagnostics.error("unreadable-file", {}, "cannot read the file: " + error,
                      "`cairn app list` names the presets of Cairn's");
  writeError(asText(diagnostics, errorColour()));
  return diagnostics.hasErrors() ? nullptr : std::move(loaded);
}

int list() {
  std::string out;
  for (const auto& own : assets::presets()) {
    const auto loaded = app::takePreset(own);
    const auto& version = loaded->preset.source.version;
    out += fmt::format("{:12} {:10} {}\n", own.name, version ? version->text() : "", loaded->preset.title);
  }
  return writeOutput(out) ? ok : badInput;
}

/// Without what is not set.
data::Map given(const data::Map& map) {
  data::Map kept;
  for (const auto& [key, value, span] : map) {
    const auto* inner = value.as<data::Map>();
    const auto* items = value.as<data::List>();
    if (inner) {
      if (auto rest = given(*inner); !rest.empty()) kept.push_back({key, std::move(rest), {}});
    } else if (items) {
      data::List all;
      for (const auto& item : *items)
        all.push_back(item.as<data::Map>() ? data::Value{given(*item.as<data::Map>())} : item);
      if (!all.empty()) kept.push_back({key, std::move(all), {}});
    } else if (value.isSet()) {
      kept.push_back({key, value, {}});
    }
  }
  return kept;
}

int show(const std::string& name) {
  const auto loaded = load(name);
  if (!loaded) return badInput;
  return writeOutput(data::toYaml(given(*schema::show(loaded->described).as<data::Map>()))) ? ok : badInput;
}

int check(const std::vector<std::string>& names) {
  bool good = true;
  for (const auto& name : names) good &= load(name) && writeOutput(diag::printable(name) + ": nothing wrong\n");
  return good ? ok : badInput;
}

CLI::App* addOne(CLI::App& app, const char* name, const char* description, const char* example) {
  auto* command = app.add_subcommand(name, description);
  command->footer(example);
  return command;
}

}  // namespace

void addApp(CLI::App& root, int& status) {
  auto* app = root.add_subcommand("app", "The presets: what makes an application run on instances");
  app->require_subcommand(1);
  app->footer(
      "Examples:\n  cairn app list\n  cairn app show wordpress > my-app.yaml\n  cairn app check my-app.yaml\n\n"
      "In the config, `application: wordpress` takes one of Cairn's,\n`application: ./my-app.yaml` a file of "
      "yours.");
  addOne(*app, "list", "List Cairn's own presets", "Example:\n  cairn app list")->callback([&status] {
    status = list();
  });

  const auto name = std::make_shared<std::string>();
  auto* shown = addOne(*app, "show", "Print a preset with all its defaults, to start one of your own from",
                       "Example:\n  cairn app show wordpress > my-app.yaml");
  shown->add_option("preset", *name, "The name of a preset, or a file")->required()->type_name("PRESET");
  shown->callback([name, &status] { status = show(*name); });

  const auto files = std::make_shared<std::vector<std::string>>();
  auto* checked = addOne(*app, "check", "Say what is wrong with presets", "Example:\n  cairn app check my-app.yaml");
  checked->add_option("preset", *files, "Files, or names of presets")->required()->type_name("PRESET");
  checked->callback([files, &status] { status = check(*files); });

  addOne(*app, "reference", "Print the reference page of presets, in Markdown",
         "Example:\n  cairn app reference > docs/app.md")
      ->callback([&status] { status = writeOutput(schema::reference(app::LoadedPreset{}.described)) ? ok : badInput; });
  addOne(*app, "schema", "Print the JSON Schema of presets, for editors",
         "Example:\n  cairn app schema > config/app.schema.json")
      ->callback([&status] {
        status = writeOutput(data::toJson(schema::jsonSchema(app::LoadedPreset{}.described))) ? ok : badInput;
      });
}

}  // namespace cli
