#include <fmt/format.h>

#include <algorithm>

#include "data/value.h"
#include "reports/reports.h"

// Member names as in "Static Analysis Results Interchange Format (SARIF) Version 2.1.0"; numbers of its sections beside
// what is not plain.
namespace reports {
namespace {

using data::List;
using data::Map;
using data::Value;

Map text(std::string_view words) { return {{"text", words}}; }

std::string_view levelOf(diag::Severity severity) {  // 3.27.10
  return severity == diag::Severity::info ? "note" : wordOf(severity);
}

/// A path as a URI reference, which is taken from where the program was started (3.4.3).
std::string uriOf(std::string_view path) {
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view{"-._~/"}.find(c) != std::string_view::npos;
    if (plain)
      uri += c;
    else
      uri += fmt::format("%{:02X}", byte);
  }
  return uri;
}

Map physical(const diag::Sources& sources, const diag::Span& span) {
  Map map{{"artifactLocation", Map{{"uri", uriOf(sources.of(span).name)}}}};
  if (span.line > 0)
    map.push_back({"region",
                   Map{{"startLine", span.line},
                       {"startColumn", span.column},
                       {"endColumn", span.column + std::max(1, span.length)}},  // the column behind it (3.30.8)
                   {}});
  return map;
}

Map locationOf(const diag::Diagnostic& finding, const diag::Sources& sources) {
  Map location{{"physicalLocation", physical(sources, finding.span)}};
  if (finding.resource.empty()) return location;
  const auto full = finding.property.empty() ? finding.resource : finding.resource + "." + finding.property;
  location.push_back({"logicalLocations",
                      List{Map{{"name", finding.resource}, {"fullyQualifiedName", full}, {"kind", "resource"}}},
                      {}});
  return location;
}

/// The rules of the report, in their order, and those of other findings behind them.
std::vector<diag::Rule> rulesOf(const Report& report, const std::vector<diag::Diagnostic>& found) {
  std::vector<diag::Rule> rules;
  for (const auto* rule : report.rules) rules.push_back(*rule);
  const auto add = [&rules](const diag::Diagnostic& finding) {
    if (std::ranges::find(rules, finding.rule, &diag::Rule::id) == rules.end())
      rules.push_back({finding.rule, finding.severity, "input", finding.rule, "", "", "", {}});
  };
  for (const auto& each : found) add(each);
  for (const auto& each : report.ignored) add(each.finding);
  return rules;
}

Map descriptorOf(const Report& report, const diag::Rule& rule) {  // 3.49
  Map map{
      {"id", rule.id},
      {"shortDescription", text(rule.title)},
      {"defaultConfiguration", Map{{"level", levelOf(rule.severity)}}},
      {"properties", Map{{"tags", List{Value{rule.area}}}}},
  };
  if (rule.why.empty()) return map;
  if (auto page = pageOf(report, rule.id); !page.empty()) map.push_back({"helpUri", std::move(page), {}});
  map.push_back({"fullDescription", text(rule.why), {}});
  map.push_back({"help",
                 Map{{"text", fmt::format("{} {} ({})", rule.why, rule.fix, rule.source)},
                     {"markdown", fmt::format("{}\n\n**Fix:** {}\n\n*{}*", rule.why, rule.fix, rule.source)}},
                 {}});
  return map;
}

Map resultOf(const diag::Diagnostic& finding, std::size_t ruleIndex, const diag::Sources& sources) {
  const auto message = finding.hint.empty() ? finding.message : fmt::format("{}: {}", finding.message, finding.hint);
  Map result{
      {"ruleId", finding.rule},
      {"ruleIndex", static_cast<std::int64_t>(ruleIndex)},
      {"level", levelOf(finding.severity)},
      {"message", text(message)},
      {"locations", List{locationOf(finding, sources)}},
  };
  List related;
  for (const auto& [span, words] : finding.related)
    related.emplace_back(Map{{"id", static_cast<std::int64_t>(related.size() + 1)},
                             {"message", text(words)},
                             {"physicalLocation", physical(sources, span)}});
  if (!related.empty()) result.push_back({"relatedLocations", std::move(related), {}});
  return result;
}

}  // namespace

std::string asSarif(const Report& report) {
  const auto& sources = report.findings.sources();
  const auto found = report.findings.inFileOrder();
  const auto rules = rulesOf(report, found);
  const auto indexOf = [&](const diag::Diagnostic& finding) {
    return static_cast<std::size_t>(std::ranges::find(rules, finding.rule, &diag::Rule::id) - rules.begin());
  };

  List descriptors;
  for (const auto& rule : rules) descriptors.emplace_back(descriptorOf(report, rule));
  List results;
  for (const auto& finding : found) results.emplace_back(resultOf(finding, indexOf(finding), sources));
  for (const auto& [finding, reason, inFile] : report.ignored) {
    auto result = resultOf(finding, indexOf(finding), sources);
    result.push_back({"suppressions",  // 3.27.23
                      List{Map{{"kind", inFile ? "inSource" : "external"}, {"justification", reason}}},
                      {}});
    results.emplace_back(std::move(result));
  }
  return data::toJson(Map{
      {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
      {"version", "2.1.0"},
      {"runs",
       List{Map{
           {"tool",
            Map{{"driver", Map{{"name", "cairn"}, {"version", report.version}, {"rules", std::move(descriptors)}}}}},
           {"columnKind", "unicodeCodePoints"},
           {"results", std::move(results)},
       }}},
  });
}

}  // namespace reports
