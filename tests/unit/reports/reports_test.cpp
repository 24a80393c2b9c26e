#include "reports/reports.h"

#include "catch.h"
#include "data/read_json.h"

namespace {

using data::List;
using data::Map;
using data::Value;

constexpr diag::Rule rule{"subnets-overlap",
                          diag::Severity::error,
                          "network",
                          "two subnets share addresses",
                          "EC2 refuses the second.",
                          "Give each its own.",
                          "Amazon VPC User Guide",
                          diag::Noticed::creation};

/// A report with one finding of each kind.
struct Sample {
  diag::Sources sources{"my stack/a b.yaml", "one\ntwo\n"};
  diag::Diagnostics findings{sources};
  std::vector<diag::Ignored> ignored;
  std::vector<const diag::Rule*> rules{&rule};

  Sample() {
    findings.add({diag::Severity::error,
                  "subnets-overlap",
                  {2, 1, 3},
                  "`a` overlaps `b`",
                  "write another",
                  "SubnetA",
                  "CidrBlock",
                  {{{1, 1, 3}, "the other range"}}});
    findings.add({diag::Severity::info, "some-rule", {}, "the whole \"file\"", "", "", "", {}});
    ignored.push_back(
        {{diag::Severity::warning, "old-tls", {1, 2, 1}, "old", "new", "Listener", "", {}}, "it is a test", true});
  }
  reports::Report report() const { return {findings, ignored, rules, "1.2.3", "https://example.com/rules/"}; }
};

Value parsed(const std::string& json) {
  diag::Sources sources{"report.json", json};
  diag::Diagnostics diagnostics{sources};
  auto value = data::readJson(sources.first(), diagnostics);
  INFO(asText(diagnostics));
  REQUIRE(value.isSet());
  return value;
}

/// The value at a path such as `runs.0.results.1.ruleId`; text only for scalars.
const Value* at(const Value& value, std::string_view path) {
  const auto dot = path.find('.');
  const auto key = path.substr(0, dot);
  const Value* inner = nullptr;
  if (const auto* map = value.as<Map>()) inner = data::find(*map, key);
  if (const auto* list = value.as<List>())
    if (const auto index = std::stoul(std::string{key}); index < list->size()) inner = &(*list)[index];
  return !inner || dot == path.npos ? inner : at(*inner, path.substr(dot + 1));
}

std::string text(const Value& value, std::string_view path) {
  const auto* found = at(value, path);
  INFO(path);
  REQUIRE(found);
  REQUIRE(found->as<std::string>());
  return *found->as<std::string>();
}

}  // namespace

TEST_CASE("the JSON report tells what, where, why it is ignored, and how many") {
  const auto report = parsed(reports::asJson(Sample{}.report()));
  CHECK(text(report, "file") == "my stack/a b.yaml");
  CHECK(text(report, "findings.0.rule") == "some-rule");  // the file as a whole comes first
  CHECK_FALSE(at(report, "findings.0.line"));
  CHECK(text(report, "findings.1.rule") == "subnets-overlap");
  CHECK(text(report, "findings.1.severity") == "error");
  CHECK(text(report, "findings.1.line") == "2");
  CHECK(text(report, "findings.1.fix") == "write another");
  CHECK(text(report, "findings.1.resource") == "SubnetA");
  CHECK(text(report, "findings.1.property") == "CidrBlock");
  CHECK(text(report, "findings.1.related.0.message") == "the other range");
  CHECK(text(report, "ignored.0.reason") == "it is a test");
  CHECK(text(report, "summary.errors") == "1");
  CHECK(text(report, "summary.warnings") == "0");
  CHECK(text(report, "summary.infos") == "1");
}

// What the standard requires ("SARIF Version 2.1.0", the section beside each) and what GitHub's code scanning reads.
TEST_CASE("the SARIF report has what the standard requires") {
  const auto log = parsed(reports::asSarif(Sample{}.report()));
  CHECK(text(log, "version") == "2.1.0");                     // 3.13.2
  CHECK(text(log, "$schema").ends_with("sarif-2.1.0.json"));  // 3.13.3
  CHECK(text(log, "runs.0.tool.driver.name") == "cairn");     // 3.19.8
  CHECK(text(log, "runs.0.tool.driver.version") == "1.2.3");
  CHECK(text(log, "runs.0.columnKind") == "unicodeCodePoints");  // 3.14.27
  const auto* rules = at(log, "runs.0.tool.driver.rules")->as<List>();
  const auto* results = at(log, "runs.0.results")->as<List>();
  REQUIRE(rules);
  REQUIRE(results);
  CHECK(rules->size() == 3);
  REQUIRE(results->size() == 3);
  for (const auto& result : *results) {
    const auto index = std::stoul(text(result, "ruleIndex"));  // 3.27.6: of the rule that ruleId names
    REQUIRE(index < rules->size());
    CHECK(text((*rules)[index], "id") == text(result, "ruleId"));
    CHECK_FALSE(text((*rules)[index], "shortDescription.text").empty());  // 3.49.9, with text 3.12.3
    CHECK_FALSE(text(result, "message.text").empty());                    // 3.27.11
    const auto level = text(result, "level");                             // 3.27.10
    CHECK((level == "error" || level == "warning" || level == "note"));
    CHECK(text(result, "locations.0.physicalLocation.artifactLocation.uri") ==
          "my%20stack/a%20b.yaml");  // a URI: 3.4.3
  }
  CHECK_FALSE(
      at(log, "runs.0.results.0.locations.0.physicalLocation.region"));  // no line 0: startLine is positive, 3.30.5
  const auto& finding = (*results)[1];
  CHECK(text(finding, "locations.0.physicalLocation.region.startLine") == "2");
  CHECK(text(finding, "locations.0.physicalLocation.region.startColumn") == "1");
  CHECK(text(finding, "locations.0.physicalLocation.region.endColumn") == "4");  // the one behind it: 3.30.8
  CHECK(text(finding, "locations.0.logicalLocations.0.fullyQualifiedName") == "SubnetA.CidrBlock");
  CHECK(text(finding, "relatedLocations.0.message.text") == "the other range");
  CHECK(text(log, "runs.0.results.2.suppressions.0.kind") == "inSource");  // 3.35.2
  CHECK(text(log, "runs.0.results.2.suppressions.0.justification") == "it is a test");
}

TEST_CASE("what is wrong with a file that another names is told under its own path") {
  Sample sample;
  const auto& own = sample.sources.add("apps/own.yaml", "name: x\n");
  sample.findings.error("wrong-text", {1, 7, 1, own.index}, "too short", "write more");
  const auto json = parsed(reports::asJson(sample.report()));
  CHECK_FALSE(at(json, "findings.1.file"));
  CHECK(text(json, "findings.2.file") == "apps/own.yaml");
  CHECK(text(json, "findings.2.column") == "7");
  CHECK(text(json, "summary.errors") == "2");
  const auto sarif = parsed(reports::asSarif(sample.report()));
  CHECK(text(sarif, "runs.0.results.2.ruleId") == "wrong-text");
  CHECK(text(sarif, "runs.0.results.2.locations.0.physicalLocation.artifactLocation.uri") == "apps/own.yaml");
}

TEST_CASE("reports about nothing are documents too") {
  diag::Sources sources{"a.yaml", ""};
  const diag::Diagnostics none{sources};
  const std::vector<diag::Ignored> ignored;
  const reports::Report report{none, ignored, {}, "1", ""};
  CHECK(at(parsed(reports::asSarif(report)), "runs.0.results")->as<List>()->empty());
  CHECK(at(parsed(reports::asJson(report)), "findings")->as<List>()->empty());
}
