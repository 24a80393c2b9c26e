#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "assets/version.h"
#include "cli/assertions.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "diagnostics/display.h"
#include "project/judge.h"
#include "reports/reports.h"

namespace cli {
namespace {

enum class Format { text, json, sarif, github };
enum class FailOn { error, warning, info, never };

struct Options {
  std::string file;
  Format format = Format::text;
  FailOn failOn = FailOn::error;
  std::vector<std::string> ignored;
  std::vector<std::string> reasons;
  std::vector<project::GivenParameter> parameters;
  std::vector<std::string> assertions;
  std::string today;

  check::Options asked{};  ///< made of the above
  std::vector<check::Ignore> ignores{};
};

/// The day that `2026-11-25` writes.
std::optional<check::Day> parseDay(const std::string& text) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  char rest = 0;
  if (std::sscanf(text.c_str(), "%4d-%2u-%2u%c", &year, &month, &day, &rest) != 3) return {};
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  return date.ok() ? std::optional{check::Day{date}} : std::nullopt;
}

/// What CLI11 cannot say of options that belong together.
void checkUsage(Options& options) {
  if (options.ignored.size() != options.reasons.size())
    throw CLI::ValidationError{"each --ignore RULE needs a --reason TEXT"};
  for (std::size_t i = 0; i < options.ignored.size(); ++i) {
    if (options.reasons[i].find_first_not_of(' ') == std::string::npos)
      throw CLI::ValidationError{fmt::format("--reason for {} is empty", options.ignored[i])};
    options.ignores.push_back({options.ignored[i], options.reasons[i]});
    if (check::findRule(options.ignored[i])) continue;
    std::vector<std::string_view> names;
    for (const auto* rule : check::allRules()) names.push_back(rule->text.id);
    throw CLI::ValidationError{fmt::format("unknown rule `{}`; {}", options.ignored[i],
                                           diag::didYouMean(options.ignored[i], names, "`cairn rules` lists them"))};
  }
  const auto day = options.today.empty() ? check::today() : parseDay(options.today);
  if (!day) throw CLI::ValidationError{fmt::format("--today {}: write a day such as 2026-11-25", options.today)};
  options.asked.today = *day;
}

std::string shownIgnored(const std::vector<diag::Ignored>& ignored) {
  if (ignored.empty()) return "";
  std::string out;
  for (const auto& [finding, reason, inFile] : ignored)
    out += diag::printable(diag::shortened(fmt::format("ignored: {} [{}], because {}",
                                                       finding.resource.empty() ? finding.message : finding.resource,
                                                       finding.rule, reason))) +
           "\n";
  return out;
}

bool print(const diag::Diagnostics& diagnostics, const std::vector<diag::Ignored>& ignored, Format format) {
  std::vector<const diag::Rule*> rules;
  for (const auto* rule : check::allRules()) rules.push_back(&rule->text);
  const reports::Report report{diagnostics, ignored, rules, assets::version, assets::rulePages};
  switch (format) {
    case Format::json:
      return writeOutput(reports::asJson(report));
    case Format::sarif:
      return writeOutput(reports::asSarif(report));
    case Format::github:
      return writeOutput(asGitHubAnnotations(diagnostics));
    case Format::text:
      break;
  }
  auto text = asText(diagnostics, outputColour());
  if (text.empty())
    text = fmt::format("{}: nothing found by {} rules\n", diag::printable(diagnostics.sources().first().name),
                       rules.size());
  return writeOutput(shownIgnored(ignored) + text);
}

bool fails(const diag::Diagnostics& diagnostics, FailOn failOn) {
  switch (failOn) {
    case FailOn::error:
      return diagnostics.has(diag::Severity::error);
    case FailOn::warning:
      return diagnostics.has(diag::Severity::warning);
    case FailOn::info:
      return diagnostics.has(diag::Severity::info);
    case FailOn::never:
      return false;
  }
  return true;
}

/// Asks the rules about the stack of a file, and holds it against its assertions and those of the command line.
void checkFile(const project::File& file, Options& options, diag::Diagnostics& diagnostics,
               std::vector<diag::Ignored>& ignored) {
  const auto& stack = file.stacks.front();
  auto& asked = options.asked;
  if (file.config) {
    asked.templateBytes = data::toYaml(stack.document.document()).size();
    ignored = project::checkStack(stack, *file.config, asked, options.ignores, diagnostics);
  } else {
    asked.templateBytes = file.source->text.size();
    auto found = check::check(stack.document, asked, options.ignores);
    for (auto& finding : found.all) diagnostics.add(std::move(finding));
    ignored = std::move(found.ignored);
  }
  if (options.assertions.empty()) return;
  const reach::Worlds worlds{{&stack.document}, asked.given};
  holdAssertions(worlds, givenAssertions(options.assertions, worlds), diagnostics);
}

int run(Options& options) {
  project::Project project{{"check", {.config = true, .cloudFormation = true}}};
  auto& diagnostics = project.diagnostics;
  const auto* file = project.open(options.file);
  if (file) options.asked.given = project::takeParameters(options.parameters, project.templates(), diagnostics);
  std::vector<diag::Ignored> ignored;
  const bool readable = !diagnostics.hasErrors();
  if (readable) checkFile(*file, options, diagnostics, ignored);
  if (!print(diagnostics, ignored, options.format) || !readable) return badInput;
  return fails(diagnostics, options.failOn) ? findings : ok;
}

constexpr const char* notes =
    R"(A rule looks at the stack as a whole: what would fail, hang, leak, cost or lose data. What the template does
not tell (a parameter without default, another stack's export) makes no finding, and proves nothing either.
docs/rules describes every rule; `cairn rules` lists them. In a template, Metadata of a resource or of the whole says
what to take as it is:
  Metadata: {Cairn: {ignore: [{rule: health-ignored, reason: the instances judge themselves}]}}

Examples:
  cairn check config/matomo.yaml
  cairn check template.yaml --parameter Environment=prod --fail-on warning
  cairn check template.yaml --assert 'internet cannot reach Database' --assert 'only 203.0.113.0/24 can reach Web on 22'
  cairn check template.json --format sarif > cairn.sarif
  cairn check template.yaml --ignore health-ignored --reason "the instances judge themselves"

Exit status: 0 no finding as bad as --fail-on, 1 the input has errors, 2 wrong usage, 3 findings.)";

}  // namespace

void addCheck(CLI::App& app, int& status) {
  const auto options = std::make_shared<Options>();
  auto* command =
      app.add_subcommand("check", "Find mistakes in the stack of a config or of any CloudFormation template");
  command
      ->add_option("file", options->file,
                   "A config, or a CloudFormation template in YAML or JSON; - for standard input")
      ->required()
      ->type_name("FILE");
  command
      ->add_option("--fail-on", options->failOn,
                   "Lowest severity that makes the exit status 3: error (default), warning, info or never")
      ->transform(words<FailOn>(
          {{"error", FailOn::error}, {"warning", FailOn::warning}, {"info", FailOn::info}, {"never", FailOn::never}}))
      ->type_name("SEVERITY");
  command->add_option("--ignore", options->ignored, "Suppress this rule (repeatable; needs --reason)")
      ->type_name("RULE")
      ->allow_extra_args(false);
  command
      ->add_option("--reason", options->reasons, "Reason for the suppression; one for each --ignore, in the same order")
      ->type_name("TEXT")
      ->allow_extra_args(false);
  addParameterOption(*command, options->parameters);
  command
      ->add_option("--assert", options->assertions,
                   "Assertion, such as 'internet cannot reach Database' (repeatable); see `cairn reach`")
      ->type_name("ASSERTION")
      ->allow_extra_args(false);
  command->add_option("--format", options->format, "text (default), json, sarif or github")
      ->transform(words<Format>(
          {{"text", Format::text}, {"json", Format::json}, {"sarif", Format::sarif}, {"github", Format::github}}))
      ->type_name("FORMAT");
  command->add_option("--today", options->today, "Date to use for support deadlines (default: today)")
      ->type_name("YYYY-MM-DD");
  command->footer(notes);
  command->callback([options, &status] {
    checkUsage(*options);
    status = run(*options);
  });
}

}  // namespace cli
