#include "cli/cli.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "assets/version.h"

namespace cli {
namespace {

constexpr const char* examples = R"(Examples:
  cairn generate config/matomo.yaml -o build/matomo.template.yaml
  cairn generate config/matomo.yaml -o build/matomo.template.yaml --check
  cairn schema > config/cairn.schema.json

Exit status: 0 success, 1 the input has errors, 2 wrong usage.)";

/// CLI11 has a status of its own for each mistake; ours is one.
int wrongUsage(const CLI::App& app, const CLI::ParseError& error) {
  std::string command = app.get_name();
  for (const auto* called : app.get_subcommands()) command += " " + called->get_name();
  writeError(fmt::format("{}: {}\nTry `{} --help`.\n", command, error.what(), command));
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
    return writeOutput(called.empty() ? app.help() : called.front()->help()) ? ok : badInput;
  } catch (const CLI::ParseError& error) {
    return wrongUsage(app, error);
  }
  return status;
}

}  // namespace cli
