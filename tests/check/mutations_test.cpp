// Plants the mistakes of mutations.yaml one at a time into a clean template, and looks whether the rule speaks up, at
// the line of the cause, and no other does. Each is tried in YAML and, written anew, in JSON with the long forms of
// functions.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "analysis/check/check.h"
#include "catch.h"
#include "cloudformation/read_template.h"
#include "data/read_yaml.h"

namespace {

using data::Map;

std::string slurp(const std::string& path) {
  std::ifstream file{path};
  std::string text{std::istreambuf_iterator{file}, {}};
  INFO(path);
  REQUIRE_FALSE(text.empty());
  return text;
}

std::string textOf(const Map& map, std::string_view key) {
  const auto* value = data::find(map, key);
  return value && value->as<std::string>() ? *value->as<std::string>() : "";
}

void replace(std::string& text, const Map& edit) {
  const auto from = textOf(edit, "replace");
  const auto at = text.find(from);
  INFO("the base has no: " << from);
  REQUIRE(at != text.npos);
  text.replace(at, from.size(), textOf(edit, "with"));
}

std::vector<diag::Diagnostic> findingsIn(const std::string& text) {
  diag::Sources sources{"template", text};
  diag::Diagnostics diagnostics{sources};
  const auto stack = cfn::readTemplate(sources.first(), diagnostics);
  INFO(asText(diagnostics));
  REQUIRE(stack);
  check::Options options{std::chrono::sys_days{std::chrono::year{2026} / 11 / 25}, {}, 0};
  return check::check(*stack, options).all;
}

std::string asJson(const std::string& text) {
  diag::Sources sources{"template", text};
  diag::Diagnostics diagnostics{sources};
  data::ReadLimits limits;
  limits.tags = true;
  return data::toJson(data::readYaml(sources.first(), diagnostics, limits));
}

std::string lineOf(const std::string& text, int number) {
  std::size_t at = 0;
  for (; number > 1; --number) at = text.find('\n', at) + 1;
  return text.substr(at, text.find('\n', at) - at);
}

std::string shown(const std::vector<diag::Diagnostic>& findings) {
  std::string out;
  for (const auto& finding : findings)
    out += fmt::format("{}:{} [{}] {} {}: {} ({})\n", finding.span.line, finding.span.column, finding.rule,
                       finding.resource, finding.property, finding.message, finding.hint);
  return out;
}

std::set<std::string> rulesOf(const std::vector<diag::Diagnostic>& findings) {
  std::set<std::string> rules;
  for (const auto& finding : findings) rules.emplace(finding.rule);
  return rules;
}

/// The first line of what was put in, where nothing else is said.
std::string placeOf(const Map& mistake) {
  const auto at = textOf(mistake, "at");
  if (!at.empty()) return at;
  auto with = textOf(mistake, "with");
  return with.substr(0, with.find('\n'));
}

}  // namespace

TEST_CASE("check: the templates without a mistake are silent") {
  for (const auto* base : {"/tests/check/seed.yaml", "/tests/check/containers.yaml"}) {
    const auto text = slurp(SOURCE_DIR + std::string{base});
    INFO(base);
    CHECK(shown(findingsIn(text)).empty());
    CHECK(shown(findingsIn(asJson(text))).empty());
  }
  for (const auto& folder : std::filesystem::directory_iterator{SOURCE_DIR "/tests/golden"}) {
    const auto path = folder.path() / "template.yaml";
    INFO(path.string());
    auto findings = findingsIn(slurp(path.string()));
    std::erase_if(findings, [](const auto& finding) { return finding.severity == diag::Severity::info; });
    CHECK(shown(findings).empty());
  }
}

namespace {

std::set<std::string> alsoOf(const Map& mistake) {
  std::set<std::string> rules;
  if (const auto* also = data::find(mistake, "also"))
    for (const auto& each : *also->as<data::List>()) rules.insert(*each.as<std::string>());
  return rules;
}

/// Plants the mistake into the text and looks what is found.
void expectFound(const Map& mistake, std::string text) {
  replace(text, mistake);
  if (const auto* more = data::find(mistake, "more"))
    for (const auto& edit : *more->as<data::List>()) replace(text, *edit.as<Map>());
  const auto rule = textOf(mistake, "rule");
  auto expected = alsoOf(mistake);
  expected.insert(rule);

  const auto findings = findingsIn(text);
  INFO(shown(findings));
  CHECK(rulesOf(findings) == expected);
  const auto place = placeOf(mistake);
  const bool there = std::ranges::any_of(findings, [&](const auto& finding) {
    return finding.rule == rule && lineOf(text, finding.span.line).find(place) != std::string::npos;
  });
  INFO("expected at: " << place);
  CHECK(there);
  CHECK(std::ranges::all_of(findings, [](const auto& each) { return !each.hint.empty() && !each.message.empty(); }));

  const auto inJson = findingsIn(asJson(text));
  INFO("in JSON: " << shown(inJson));
  CHECK(rulesOf(inJson) == expected);
}

data::List tableOf(const std::string& name) {
  diag::Sources sources{name, slurp(SOURCE_DIR "/tests/check/" + name)};
  diag::Diagnostics diagnostics{sources};
  const auto table = data::readYaml(sources.first(), diagnostics);
  INFO(asText(diagnostics));
  REQUIRE(table.as<data::List>());
  return *table.as<data::List>();
}

}  // namespace

TEST_CASE("check: every mistake planted into a whole stack is found, at its line and by its rule") {
  const auto table = tableOf("mutations.yaml");
  CHECK(table.size() >= 200);
  for (const auto& item : table) {
    const auto& mistake = *item.as<Map>();
    DYNAMIC_SECTION(textOf(mistake, "mistake")) {
      const auto base = textOf(mistake, "base");
      expectFound(mistake, slurp(base.empty() ? SOURCE_DIR "/tests/check/seed.yaml" : SOURCE_DIR "/tests/" + base));
    }
  }
}

TEST_CASE("check: every mistake planted into a fragment is found, and its twin is silent") {
  for (const auto& item : tableOf("fragments.yaml")) {
    const auto& mistake = *item.as<Map>();
    DYNAMIC_SECTION(textOf(mistake, "mistake")) {
      const auto twin = textOf(mistake, "template");
      const auto found = rulesOf(findingsIn(twin));
      const auto also = alsoOf(mistake);
      INFO(shown(findingsIn(twin)));
      CHECK(std::ranges::includes(also, found));
      expectFound(mistake, twin);
    }
  }
}
