#include "put.h"

#include <cstdlib>
#include <sstream>

#include "analysis/reach/assertion.h"
#include "analysis/reach/report.h"
#include "cloudformation/read_template.h"
#include "constructs/stack.h"
#include "project/judge.h"
#include "project/project.h"

namespace fuzz {
namespace {

void hold(bool promise) {
  if (!promise) std::abort();
}

void ask(const reach::Question& question, const reach::Worlds& worlds, const diag::Sources& sources) {
  if (!checkNames(question, worlds).empty()) return;
  const auto full = reach::ask(worlds, {question});
  const auto& answer = full.answers.at(0);
  hold(answer.word != reach::Word::unknown || !answer.unknowns.empty());
  hold(question.pivot || answer.word != reach::Word::yes || answer.passes.has_value());
  hold(question.pivot || reach::ask(worlds, {question}, reach::Detail::brief).answers.at(0).word == answer.word);
  asText(full, sources);
  data::toJson(asJson(full, sources, true));
}

void assertThat(const reach::Assertion& assertion, const reach::Worlds& worlds, const diag::Sources& sources) {
  if (!checkNames(assertion, worlds).empty() || !checkEnds(assertion, worlds).empty()) return;
  const auto failed = reach::failedAssertions(worlds, {assertion});
  hold(failed.size() <= 1);
  asText(failed, sources, 1);
  data::toJson(asJson(failed, sources));
}

}  // namespace

bool put(const std::string& stack, const std::string& lines) {
  diag::Sources sources{"fuzz.yaml", stack};
  diag::Diagnostics diagnostics{sources};
  const auto read = cfn::readTemplate(sources.first(), diagnostics);
  if (!read) return false;
  const reach::Worlds worlds{{&*read}};
  std::istringstream in{lines};
  for (std::string line; std::getline(in, line);) {
    const auto question = reach::parseQuestion(line);
    if (const auto* one = std::get_if<reach::Question>(&question)) ask(*one, worlds, sources);
    const auto assertion = reach::parseAssertion(line);
    if (const auto* one = std::get_if<reach::Assertion>(&assertion)) assertThat(*one, worlds, sources);
  }
  return true;
}

bool build(const std::string& config) {
  diag::Sources sources{"fuzz.yaml", config};
  diag::Diagnostics diagnostics{sources};
  const auto loaded = project::readConfig(sources.first(), diagnostics);
  hold((loaded == nullptr) == diagnostics.hasErrors());
  if (loaded) project::holdAssertions(constructs::buildStack(*loaded, sources), *loaded, diagnostics);
  asText(diagnostics);
  return loaded != nullptr;
}

}  // namespace fuzz
