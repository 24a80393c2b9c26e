#include "cli/assertions.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "constructs/assertions.h"

namespace cli {
namespace {

/// The fields that the config's assertions were read from.
const std::vector<schema::Field>& fieldsOf(const config::LoadedConfig& loaded) {
  return std::ranges::find(loaded.schema.fields, std::string_view{"assert"}, &schema::Field::name)->fields;
}

}  // namespace

void checkAssertionsOf(const config::LoadedConfig& loaded, diag::Diagnostics& diagnostics) {
  const auto& fields = fieldsOf(loaded);
  for (std::size_t i = 0; i < loaded.config.assertions.size() && i < fields.size(); ++i) {
    if (!fields[i].sound) continue;
    const auto parsed = reach::parseAssertion(loaded.config.assertions[i].text());
    if (const auto* message = std::get_if<std::string>(&parsed))
      diagnostics.error("bad-assertion", fields[i].origin, *message);
  }
}

void holdAssertions(const cfn::Template& stack, const config::LoadedConfig& loaded, diag::Diagnostics& diagnostics) {
  std::vector<reach::Assertion> assertions;
  const auto& fields = fieldsOf(loaded);
  const auto add = [&](const std::string& text, diag::Span span) {
    auto parsed = reach::parseAssertion(text, span);
    if (auto* assertion = std::get_if<reach::Assertion>(&parsed)) {
      if (const auto wrong = checkNames(*assertion, {&stack}); !wrong.empty())
        diagnostics.error("unknown-reference", span, wrong);
      else
        assertions.push_back(std::move(*assertion));
    }
  };
  for (const auto& text : constructs::assertionsOf(loaded.config)) add(text, {});
  for (std::size_t i = 0; i < loaded.config.assertions.size(); ++i)
    add(loaded.config.assertions[i].text(), i < fields.size() ? fields[i].origin : diag::Span{});
  for (const auto& failed : reach::failedAssertions({&stack}, assertions))
    diagnostics.error("failed-assertion", failed.span,
                      fmt::format("`{}` does not hold: {}", failed.text, failed.message));
}

std::vector<reach::Assertion> givenAssertions(const std::vector<std::string>& written,
                                              const std::vector<const cfn::Template*>& templates) {
  std::vector<reach::Assertion> assertions;
  for (const auto& text : written) {
    auto parsed = reach::parseAssertion(text);
    if (const auto* message = std::get_if<std::string>(&parsed)) throw CLI::ValidationError{"--assert: " + *message};
    auto& assertion = std::get<reach::Assertion>(parsed);
    if (const auto wrong = checkNames(assertion, templates); !wrong.empty())
      throw CLI::ValidationError{"--assert: " + wrong};
    assertions.push_back(std::move(assertion));
  }
  return assertions;
}

}  // namespace cli
