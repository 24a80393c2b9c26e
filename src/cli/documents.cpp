#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "config/load.h"

// The documents that are made of the config's description.
namespace cli {

void addSchema(CLI::App& app, int& status) {
  auto* command = app.add_subcommand("schema", "Print the JSON Schema of the config, for editors");
  command->footer(
      "Example:\n  cairn schema > config/cairn.schema.json\n\nIn the config, the first line\n"
      "  # yaml-language-server: $schema=cairn.schema.json\nlets editors complete, explain and check it.");
  command->callback([&status] {
    status = writeOutput(data::toJson(schema::jsonSchema(config::LoadedConfig{}.schema))) ? ok : badInput;
  });
}

void addReference(CLI::App& app, int& status) {
  auto* command = app.add_subcommand("reference", "Print the reference page of the config, in Markdown");
  command->footer("Example:\n  cairn reference > docs/config.md");
  command->callback(
      [&status] { status = writeOutput(schema::reference(config::LoadedConfig{}.schema)) ? ok : badInput; });
}

}  // namespace cli
