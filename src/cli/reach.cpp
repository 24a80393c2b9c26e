#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "analysis/reach/report.h"
#include "cli/assertions.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "project/files.h"
#include "text/ascii.h"

namespace cli {
namespace {

enum class Format { text, json };

struct Options {
  std::vector<std::string> words;  ///< templates and questions
  std::vector<project::GivenParameter> parameters;
  std::vector<std::string> assertions;
  std::string questionFile;
  Format format = Format::text;
};

/// A question holds blanks, and a file's name that holds some is there.
bool isQuestion(const std::string& word) { return word.find(' ') != word.npos && !project::fileExists(word); }

std::vector<std::string> linesOf(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto line = text::takeLine(text);
    const auto words = text::trimmed(line);
    if (!words.empty() && words.front() != '#') lines.emplace_back(line);
  }
  return lines;
}

/// A question without quotes comes as four words, each of which would be taken for a file.
void refuseUnquoted(const std::vector<std::string>& files) {
  for (std::size_t i = 0; i + 4 <= files.size(); ++i) {
    if (std::any_of(files.begin() + static_cast<std::ptrdiff_t>(i), files.begin() + static_cast<std::ptrdiff_t>(i) + 4,
                    [](const std::string& word) { return project::fileExists(word); }))
      continue;
    const auto question = fmt::format("{} {} {} {}", files[i], files[i + 1], files[i + 2], files[i + 3]);
    if (std::holds_alternative<reach::Question>(reach::parseQuestion(question)))
      throw CLI::ValidationError{fmt::format("write the question in quotes: '{}'", question)};
  }
}

int reach(const Options& options) {
  std::vector<std::string> files, asked;
  for (const auto& word : options.words) (isQuestion(word) ? asked : files).push_back(word);
  const bool asList = asked.size() > 1 || !options.questionFile.empty();
  if (!options.questionFile.empty()) {
    if (options.questionFile == "-" && std::ranges::find(files, "-") != files.end())
      throw CLI::ValidationError{"standard input can be read only once: as a file or as questions"};
    const auto [text, error, advice] = project::readFile(options.questionFile, 16 * 1024 * 1024);
    if (!error.empty())
      return tellError(fmt::format("{}: error: cannot read the questions: {}", project::shownName(options.questionFile),
                                   error)),
             badInput;
    for (auto& line : linesOf(text)) asked.push_back(std::move(line));
  }
  if (files.empty()) throw CLI::ValidationError{"FILE is required"};
  refuseUnquoted(files);
  if (!options.assertions.empty() && (!asked.empty() || !options.questionFile.empty()))
    throw CLI::ValidationError{"--assert cannot be combined with questions: use one call for each"};

  std::vector<reach::Question> questions;
  for (const auto& text : asked) {
    auto parsed = reach::parseQuestion(text);
    if (const auto* message = std::get_if<std::string>(&parsed)) throw CLI::ValidationError{*message};
    questions.push_back(std::get<reach::Question>(std::move(parsed)));
  }
  project::Project project{{"reach", {.config = true, .cloudFormation = true}}};
  for (const auto& path : files) project.open(path);
  const auto templates = project.templates();
  cfn::Given given;
  if (!project.diagnostics.hasErrors())
    given = project::takeParameters(options.parameters, templates, project.diagnostics);
  report(project);
  if (project.diagnostics.hasErrors()) return badInput;
  const auto& sources = project.sources;
  const reach::Worlds worlds{templates, given};
  for (const auto& question : questions)
    if (const auto wrong = reach::checkNames(question, worlds); !wrong.empty()) throw CLI::ValidationError{wrong};

  if (!options.assertions.empty()) {
    const auto assertions = givenAssertions(options.assertions, worlds);
    const auto failed = reach::failedAssertions(worlds, assertions);
    const auto shown = options.format == Format::json ? data::toJson(reach::asJson(failed, sources))
                                                      : asText(failed, sources, assertions.size());
    if (!writeOutput(shown)) return badInput;
    return failed.empty() ? ok : findings;
  }
  if (asked.empty() && options.questionFile.empty()) {
    const auto matrix = reach::matrixOf(worlds);
    return writeOutput(options.format == Format::json ? data::toJson(reach::asJson(matrix)) : asText(matrix))
               ? ok
               : badInput;
  }
  const auto results = reach::ask(worlds, questions);
  return writeOutput(options.format == Format::json ? data::toJson(reach::asJson(results, sources, asList))
                                                    : asText(results, sources))
             ? ok
             : badInput;
}

constexpr const char* notes =
    R"(A question is `SRC DST PROTO PORT [avoid:ID]... [pivot]`:
  SRC, DST   `internet`, a range such as 203.0.113.0/24, or a logical id
  PROTO      tcp, udp, icmp or any
  PORT       at the destination: 443, 8000-8080 or any
  avoid:ID   what goes by way of that load balancer does not count
  pivot      an attacker goes on from every instance that it reaches on some TCP port
The answer is yes, no, some or unknown; beside it stand the evidence and what it assumes. An assertion is
`[only] WHO can reach WHOM [only] [on PORTS] [through ID]` or `WHO cannot reach WHOM [on PORTS] [except through ID]`.
docs/reach.md tells all of it.

Examples:
  cairn reach template.yaml                                  who reaches whom
  cairn reach template.yaml 'internet Database tcp 3306'
  cairn reach template.yaml 'internet Instances tcp 22 avoid:LoadBalancer' --format json
  cairn reach template.yaml --assert 'internet cannot reach Database'
  cairn reach network.yaml app.yaml --parameter Stage=prod --questions questions.txt

Exit status: 0 every question was answered, whatever the answer; 1 the input has errors; 2 wrong usage; 3 an assertion
does not hold.)";

}  // namespace

void addReach(CLI::App& app, int& status) {
  const auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("reach", "Answer who can connect to whom, from the templates alone");
  command
      ->add_option("file", options->words,
                   "CloudFormation templates or configs, - for standard input, and questions in quotes")
      ->required()
      ->type_name("FILE or 'QUESTION'");
  addParameterOption(*command, options->parameters);
  command->add_option("--questions", options->questionFile, "File with a question in each line, - for standard input")
      ->type_name("FILE");
  command
      ->add_option("--assert", options->assertions, "Assertion, such as 'internet cannot reach Database' (repeatable)")
      ->type_name("ASSERTION")
      ->allow_extra_args(false);
  command->add_option("--format", options->format, "text (default) or json")
      ->transform(words<Format>({{"text", Format::text}, {"json", Format::json}}))
      ->type_name("FORMAT");
  command->footer(notes);
  command->callback([options, &status] { status = reach(*options); });
}

}  // namespace cli
