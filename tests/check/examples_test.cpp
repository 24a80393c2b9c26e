// The examples of the rules' pages, run through the rules: what is wrong is found, what is right is silent.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "analysis/check/check.h"
#include "assets/assets.h"
#include "catch.h"
#include "cloudformation/read_template.h"

namespace {

std::vector<diag::Diagnostic> findingsIn(const std::string& text) {
  diag::Sources sources{"example", text};
  diag::Diagnostics diagnostics{sources};
  const auto stack = cfn::readTemplate(sources.first(), diagnostics);
  INFO(text);
  INFO(asText(diagnostics));
  REQUIRE(stack);
  return check::check(*stack, {std::chrono::sys_days{std::chrono::year{2026} / 11 / 25}, {}, 0}).all;
}

std::string shown(const std::vector<diag::Diagnostic>& findings) {
  std::string out;
  for (const auto& finding : findings)
    out += fmt::format("{} [{}] {}: {}\n", finding.span.line, finding.rule, finding.resource, finding.message);
  return out;
}

}  // namespace

TEST_CASE("check: the wrong side of each example is found by its rule, the right side by none") {
  for (const auto* rule : check::allRules()) {
    const auto example = check::exampleOf(rule->text.id);
    if (example.empty()) continue;
    DYNAMIC_SECTION(rule->text.id) {
      CHECK(std::ranges::count(example, '\n') <= 45);  // or nobody reads it
      const auto wrong = findingsIn(check::wrongSide(example));
      INFO(shown(wrong));
      CHECK(std::ranges::find(wrong, rule->text.id, &diag::Diagnostic::rule) != wrong.end());
      const auto right = findingsIn(check::rightSide(example));
      INFO("the right side: " << shown(right));
      CHECK(std::ranges::none_of(right, [&](const diag::Diagnostic& finding) {
        return finding.severity != diag::Severity::info || finding.rule == rule->text.id;
      }));
    }
  }
}

TEST_CASE("check: every rule has an example, or none that is short") {
  const std::set<std::string_view> without{
      // of the size of a template, or of a line in it that would be as long
      "template-too-large", "template-needs-bucket", "too-many", "too-long", "user-data-too-long"};
  for (const auto* rule : check::allRules()) {
    INFO(rule->text.id);
    CHECK(check::exampleOf(rule->text.id).empty() == without.contains(rule->text.id));
  }
  for (const auto& [path, text] : assets::files())
    if (path.starts_with("rules/")) {
      INFO(path);
      CHECK(check::findRule(path.substr(6, path.size() - 11)));
      CHECK(std::ranges::all_of(text, [line = true](char c) mutable {
        const bool good = !line || c == ' ' || c == '-' || c == '+';
        line = c == '\n';
        return good;
      }));
    }
}
