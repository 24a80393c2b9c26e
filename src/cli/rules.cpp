#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "analysis/check/check.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "project/files.h"

namespace cli {
namespace {

int list() {
  std::string out;
  for (const auto area : check::areas()) {
    out += fmt::format("{}{}\n", out.empty() ? "" : "\n", area);
    for (const auto* rule : check::allRules())
      if (rule->text.area == area)
        out += fmt::format("  {:27} {:8} {}\n", rule->text.id, wordOf(rule->text.severity), rule->text.title);
  }
  return writeOutput(out) ? ok : badInput;
}

int explain(const std::string& id) {
  const auto* rule = check::findRule(id);
  if (!rule) {
    std::vector<std::string_view> names;
    for (const auto* each : check::allRules()) names.push_back(each->text.id);
    throw CLI::ValidationError{
        fmt::format("unknown rule `{}`; {}", id, diag::didYouMean(id, names, "`cairn rules` lists them"))};
  }
  return writeOutput(check::pageOf(*rule)) ? ok : badInput;
}

int writePages(const std::string& folder) {
  bool good = true;
  const auto write = [&](const std::string& name, const std::string& page) {
    const auto path = fmt::format("{}/{}", folder, name);
    const auto error = project::replaceFile(path, page);
    if (error) tellError(fmt::format("{}: cannot write: {}", path, *error));
    good &= !error;
  };
  write("README.md", check::indexPage());
  for (const auto* rule : check::allRules()) write(check::pageName(*rule), check::pageOf(*rule));
  return good ? ok : badInput;
}

}  // namespace

void addRules(CLI::App& app, int& status) {
  struct Options {
    std::string rule;
    std::string directory;
  };
  const auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("rules", "List the rules of `cairn check`, or explain one");
  auto* rule = command->add_option("rule", options->rule, "The rule to explain")->type_name("RULE");
  command->add_option("--out-dir", options->directory, "Folder for the pages of the rules, in Markdown")
      ->type_name("DIR")
      ->excludes(rule);
  command->footer("Examples:\n  cairn rules\n  cairn rules mount-target-race\n  cairn rules --out-dir docs/rules");
  command->callback([options, &status] {
    status = !options->directory.empty() ? writePages(options->directory)
             : options->rule.empty()     ? list()
                                         : explain(options->rule);
  });
}

}  // namespace cli
