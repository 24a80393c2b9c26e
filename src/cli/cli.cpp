#include "cli/cli.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <span>

#include "assets/version.h"
#include "cli/commands.h"
#include "cli/terminal.h"

namespace cli {
namespace {

constexpr const char* examples = R"(Examples:
  cairn init -o config/matomo.yaml
  cairn explain network.egress
  cairn generate config/matomo.yaml -o build/matomo.template.yaml
  cairn check build/matomo.template.yaml
  cairn reach build/matomo.template.yaml 'internet Database tcp 3306'
  cairn pipeline config/matomo.yaml
  cairn permissions any.template.yaml --stack-name shop

Exit status: 0 success, 1 the input has errors, 2 wrong usage, 3 findings.)";

/// What is wrong, better than CLI11 says it: a word that is no command, or none where one belongs.
std::string unknownCommand(const CLI::App& app, std::string_view word) {
  std::vector<std::string> names;
  for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  if (word.empty()) return fmt::format("a command is missing: one of {}", fmt::join(names, ", "));
  return fmt::format(
      "unknown command `{}`; {}", word,
      diag::didYouMean(word, {names.begin(), names.end()}, fmt::format("commands: {}", fmt::join(names, ", "))));
}

/// CLI11 has a status of its own for each mistake; ours is one.
int wrongUsage(const CLI::App& app, const CLI::ParseError& error, std::span<const char* const> words) {
  std::string command = app.get_name();
  std::string message = error.what();
  const auto* called = &app;
  while (!called->get_subcommands().empty() && !words.empty()) {
    called = called->get_subcommands().front();
    command += " " + called->get_name();
    words = words.subspan(1);
  }
  const auto word = words.empty() ? std::string_view{} : std::string_view{words.front()};
  if (called->get_require_subcommand_min() > 0 && !word.starts_with('-')) message = unknownCommand(*called, word);
  tellError(fmt::format("{}: {}", command, message));
  tellError(fmt::format("Try `{} --help`.", command));
  return badUsage;
}

/// `cairn help generate` is `cairn generate --help`.
std::vector<const char*> withoutHelp(std::vector<const char*> words) {
  if (words.size() < 2 || std::string_view{words[1]} != "help") return words;
  words.erase(words.begin() + 1);
  const bool known = words.size() == 1 ||
                     std::ranges::find(commands, std::string_view{words[1]}, &Command::name) != std::end(commands);
  if (known) words.push_back("--help");  // else it is the word that is wrong
  return words;
}

}  // namespace

int run(int count, const char* const* given) {
  const auto words = withoutHelp({given, given + count});
  const auto argc = static_cast<int>(words.size());
  const auto* const* argv = words.data();
  CLI::App app{"Cairn turns a short config into the CloudFormation template of a whole stack.", "cairn"};
  app.set_version_flag("--version", "cairn " + std::string{assets::version}, "Print the version and exit");
  app.set_help_flag("-h,--help", "Print this help and exit");
  app.require_subcommand(1);
  app.footer(examples);
  int status = ok;
  // The one that is called, if it is named first: to describe all of them takes as long as to make a stack.
  const auto* const called = std::ranges::find(commands, argc > 1 ? argv[1] : std::string_view{}, &Command::name);
  for (const auto& command : commands)
    if (called == std::end(commands) || called == &command) command.add(app, status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForVersion& call) {
    return writeOutput(std::string{call.what()} + "\n") ? ok : badInput;
  } catch (const CLI::CallForHelp&) {
    const auto asked = app.get_subcommands();
    return writeOutput(asked.empty() ? app.help() : asked.front()->help("cairn")) ? ok : badInput;
  } catch (const CLI::ParseError& error) {
    return wrongUsage(app, error, std::span{argv, static_cast<std::size_t>(argc)}.subspan(argc > 0 ? 1 : 0));
  }
  return status;
}

}  // namespace cli
