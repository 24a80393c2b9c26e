#include "cli/cli.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "assets/version.h"
#include "cli/commands.h"
#include "cli/terminal.h"

namespace cli {
namespace {

constexpr const char* examples = R"(Examples:
  cairn generate config/matomo.yaml -o build/matomo.template.yaml
  cairn generate config/matomo.yaml -o build/matomo.template.yaml --check
  cairn check build/matomo.template.yaml
  cairn pipeline config/matomo.yaml
  cairn permissions any.template.yaml --stack-name shop
  cairn schema > config/cairn.schema.json

Exit status: 0 success, 1 the input has errors, 2 wrong usage, 3 findings.)";

/// What is wrong, better than CLI11 says it: a word that is no command.
std::string unknownCommand(const CLI::App& app, std::string_view word) {
  std::vector<std::string> names;
  for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  const auto near = diag::closest(word, {names.begin(), names.end()});
  return fmt::format("there is no command `{}`{}", word, near.empty() ? "" : fmt::format(", did you mean `{}`?", near));
}

/// CLI11 has a status of its own for each mistake; ours is one.
int wrongUsage(const CLI::App& app, const CLI::ParseError& error, std::string_view firstWord) {
  std::string command = app.get_name();
  std::string message = error.what();
  for (const auto* called : app.get_subcommands()) command += " " + called->get_name();
  if (app.get_subcommands().empty() && !firstWord.empty() && !firstWord.starts_with('-'))
    message = unknownCommand(app, firstWord);
  writeError(fmt::format("{}: {}\nTry `{} --help`.\n", command, message, command));
  return badUsage;
}

}  // namespace

int run(int argc, const char* const* argv) {
  CLI::App app{"Cairn turns a short config into the CloudFormation template of a whole stack.", "cairn"};
  app.set_version_flag("--version", "cairn " + std::string{assets::version}, "Print the version and exit");
  app.set_help_flag("-h,--help", "Print this help and exit");
  app.require_subcommand(1);
  app.footer(examples);
  int status = ok;
  for (const auto add : commands) add(app, status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForVersion& call) {
    return writeOutput(std::string{call.what()} + "\n") ? ok : badInput;
  } catch (const CLI::CallForHelp&) {
    const auto called = app.get_subcommands();
    return writeOutput(called.empty() ? app.help() : called.front()->help("cairn")) ? ok : badInput;
  } catch (const CLI::ParseError& error) {
    return wrongUsage(app, error, argc > 1 ? argv[1] : "");
  }
  return status;
}

}  // namespace cli
