#include "project/judge.h"

#include <fmt/format.h>

#include <algorithm>

namespace project {
namespace {

/// The fields that the config's assertions were read from.
const std::vector<schema::Field>& fieldsOf(const config::LoadedConfig& loaded) {
  return std::ranges::find(loaded.schema.fields, std::string_view{"assert"}, &schema::Field::name)->fields;
}

}  // namespace

diag::Diagnostic findingOf(const reach::FailedAssertion& failed, diag::Span span) {
  return {.severity = diag::Severity::error,
          .rule = "failed-assertion",
          .span = span,
          .message = fmt::format("`{}` does not hold: {}", failed.text, failed.message),
          .hint = {},
          .resource = failed.cause.owner};
}

void checkAssertionsOf(const config::LoadedConfig& loaded, diag::Diagnostics& diagnostics) {
  const auto& fields = fieldsOf(loaded);
  for (std::size_t i = 0; i < loaded.config.assertions.size() && i < fields.size(); ++i) {
    if (!fields[i].sound) continue;
    const auto parsed = reach::parseAssertion(loaded.config.assertions[i].text());
    if (const auto* message = std::get_if<std::string>(&parsed))
      diagnostics.error("bad-assertion", fields[i].origin, *message);
  }
}

void holdAssertions(const constructs::Stack& stack, const config::LoadedConfig& loaded,
                    diag::Diagnostics& diagnostics) {
  const reach::Worlds worlds{{&stack.document}};
  const auto& fields = fieldsOf(loaded);
  std::vector<reach::Assertion> assertions;
  std::vector<const constructs::Assertion*> builtIn;  // beside each; nullptr: the config's own
  const auto add = [&](const std::string& text, diag::Span span, const constructs::Assertion* origin) {
    auto parsed = reach::parseAssertion(text, span);
    auto* assertion = std::get_if<reach::Assertion>(&parsed);
    if (!assertion) return;  // told when the config was read
    if (const auto wrong = checkNames(*assertion, worlds); !wrong.empty())
      return diagnostics.error("unknown-reference", span, wrong);
    if (const auto wrong = checkEnds(*assertion, worlds); !wrong.empty())
      return diagnostics.error("bad-assertion", span, wrong);
    assertions.push_back(std::move(*assertion));
    builtIn.push_back(origin);
  };
  for (const auto& one : stack.assertions) add(one.text, one.spans.front(), &one);
  for (std::size_t i = 0; i < loaded.config.assertions.size(); ++i)
    add(loaded.config.assertions[i].text(), i < fields.size() ? fields[i].origin : diag::Span{}, nullptr);
  for (const auto& failed : reach::failedAssertions(worlds, assertions)) {
    const auto* origin = builtIn[failed.index];
    auto span = failed.span;
    if (origin && failed.who < origin->spans.size()) span = origin->spans[failed.who];
    auto finding = findingOf(failed, span);
    if (origin) finding.hint = origin->hint;
    diagnostics.add(std::move(finding));
  }
}

std::vector<diag::Ignored> checkStack(const constructs::Stack& stack, const config::LoadedConfig& config,
                                      const check::Options& options, const std::vector<check::Ignore>& ignores,
                                      diag::Diagnostics& diagnostics) {
  auto found = check::check(stack.document, options, ignores);
  for (auto& finding : found.all) {
    std::erase_if(finding.related, [](const auto& each) { return each.span.line == 0; });  // constants stand nowhere
    diagnostics.add(std::move(finding));
  }
  holdAssertions(stack, config, diagnostics);
  return std::move(found.ignored);
}

}  // namespace project
