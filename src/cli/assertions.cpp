#include "cli/assertions.h"

#include <fmt/format.h>

#include <CLI/Error.hpp>

#include "project/judge.h"

namespace cli {

void holdAssertions(const reach::Worlds& worlds, const std::vector<reach::Assertion>& assertions,
                    diag::Diagnostics& diagnostics) {
  for (const auto& failed : reach::failedAssertions(worlds, assertions)) {
    const auto& cause = failed.cause;
    auto finding = project::findingOf(failed, cause.span);
    const auto& evidence = cause.truth == reach::Truth::yes ? failed.answer.passes : failed.answer.blocked;
    if (evidence)
      for (const auto& line : evidence->steps)
        if (line.span.line) finding.related.push_back({line.span, line.text});
    diagnostics.add(std::move(finding));
  }
}

std::vector<reach::Assertion> givenAssertions(const std::vector<std::string>& written, const reach::Worlds& worlds) {
  std::vector<reach::Assertion> assertions;
  for (const auto& text : written) {
    auto parsed = reach::parseAssertion(text);
    if (const auto* message = std::get_if<std::string>(&parsed)) throw CLI::ValidationError{"--assert: " + *message};
    auto& assertion = std::get<reach::Assertion>(parsed);
    for (const auto& wrong : {checkNames(assertion, worlds), checkEnds(assertion, worlds)})
      if (!wrong.empty()) throw CLI::ValidationError{"--assert: " + wrong};
    assertions.push_back(std::move(assertion));
  }
  return assertions;
}

}  // namespace cli
