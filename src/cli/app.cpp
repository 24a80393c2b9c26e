#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "app/load.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "diagnostics/display.h"
#include "schema/documents.h"

// What is to know of presets: `cairn app list|show|check|reference|schema`.
namespace cli {
namespace {

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
  project::Project project{{"app show", {.preset = true}}};
  const auto* file = project.openPreset(name);
  report(project);
  if (!file) return badInput;
  return writeOutput(data::toYaml(given(*schema::show(file->preset->described).as<data::Map>()))) ? ok : badInput;
}

int check(const std::vector<std::string>& names) {
  bool good = true;
  for (const auto& name : names) {
    project::Project project{{"app check", {.preset = true}}};
    const auto* file = project.openPreset(name);
    report(project);
    good &= file && writeOutput(diag::printable(file->source->name) + ": nothing wrong\n");
  }
  return good ? ok : badInput;
}

CLI::App* addOne(CLI::App& app, const char* name, const char* description, const char* example) {
  auto* command = app.add_subcommand(name, description);
  command->footer(example);
  return command;
}

}  // namespace

void addApp(CLI::App& root, int& status) {
  auto* app =
      root.add_subcommand("app", "List, print and check presets, which describe how an application runs on instances");
  app->require_subcommand(1);
  app->footer(
      "Examples:\n  cairn app list\n  cairn app show wordpress > my-app.yaml\n  cairn app check my-app.yaml\n\n"
      "In the config, `application: wordpress` uses a built-in preset,\n`application: ./my-app.yaml` a file of "
      "yours.");
  addOne(*app, "list", "List the built-in presets", "Example:\n  cairn app list")->callback([&status] {
    status = list();
  });

  const auto name = std::make_shared<std::string>();
  auto* shown = addOne(*app, "show", "Print a preset with all its defaults, as a start for your own",
                       "Example:\n  cairn app show wordpress > my-app.yaml");
  shown->add_option("preset", *name, "The name of a preset, or a file; - for standard input")
      ->required()
      ->type_name("PRESET");
  shown->callback([name, &status] { status = show(*name); });

  const auto files = std::make_shared<std::vector<std::string>>();
  auto* checked = addOne(*app, "check", "Check presets", "Example:\n  cairn app check my-app.yaml");
  checked->add_option("preset", *files, "Files, or names of presets; - for standard input")
      ->required()
      ->type_name("PRESET");
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
