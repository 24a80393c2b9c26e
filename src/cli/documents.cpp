#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "config/load.h"
#include "project/files.h"

// The documents that are made of the config's description.
namespace cli {
namespace {

int explain(const std::string& path) {
  const config::LoadedConfig described;
  if (const auto text = schema::explain(described.schema, path)) return writeOutput(*text) ? ok : badInput;
  const auto paths = schema::paths(described.schema);
  std::vector<std::string> similar;  // a user may know only the last part of the name
  for (const auto& each : paths)
    if (each.ends_with("." + path)) similar.push_back(fmt::format("`{}`", each));
  const auto advice = similar.empty()
                          ? diag::didYouMean(path, {paths.begin(), paths.end()}, "`cairn explain` lists them")
                          : fmt::format("did you mean {}?", fmt::join(similar, " or "));
  throw CLI::ValidationError{fmt::format("unknown field `{}`; {}", path, advice)};
}

int init(const std::string& path) {
  const auto text = schema::annotatedExample(config::LoadedConfig{}.schema);
  if (path == "-") return writeOutput(text) ? ok : badInput;
  const auto error =
      project::fileExists(path) ? std::optional<std::string>{"it exists already"} : project::replaceFile(path, text);
  if (error) tellError(fmt::format("{}: cannot write: {}", path, *error));
  return error ? badInput : ok;
}

}  // namespace

void addInit(CLI::App& app, int& status) {
  const auto path = std::make_shared<std::string>("-");
  auto* command = app.add_subcommand("init", "Write a config to start from");
  command->add_option("-o,--output", *path, "File to write; it must not exist (default, or -: standard output)")
      ->type_name("FILE");
  command->footer(
      "Example:\n  cairn init -o config/shop.yaml\n\n"
      "It contains the required fields, with examples, and all other fields as comments, with their defaults.");
  command->callback([path, &status] { status = init(*path); });
}

void addExplain(CLI::App& app, int& status) {
  const auto path = std::make_shared<std::string>();
  auto* command = app.add_subcommand("explain", "Explain a field of the config");
  command->add_option("field", *path, "Field, such as network.egress (default: the whole config)")->type_name("FIELD");
  command->footer("Examples:\n  cairn explain\n  cairn explain network\n  cairn explain network.egress");
  command->callback([path, &status] { status = explain(*path); });
}

void addSchema(CLI::App& app, int& status) {
  auto* command = app.add_subcommand("schema", "Print the JSON Schema of the config, for editors");
  command->footer(
      "Example:\n  cairn schema > config/cairn.schema.json\n\nIn the config, the first line\n"
      "  # yaml-language-server: $schema=cairn.schema.json\nlets an editor complete, explain and check it.");
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
