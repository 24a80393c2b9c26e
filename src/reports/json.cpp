#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "data/value.h"
#include "reports/reports.h"

namespace reports {
namespace {

using data::List;
using data::Map;

void putPlace(Map& map, const diag::Span& span) {
  if (span.line == 0) return;
  map.push_back({"line", span.line, {}});
  map.push_back({"column", span.column, {}});
  map.push_back({"length", span.length, {}});
}

Map written(const Report& report, const diag::Diagnostic& finding) {
  Map map{{"rule", finding.rule}, {"severity", wordOf(finding.severity)}, {"message", finding.message}};
  if (!finding.hint.empty()) map.push_back({"fix", finding.hint, {}});
  if (auto page = pageOf(report, finding.rule); !page.empty()) map.push_back({"page", std::move(page), {}});
  putPlace(map, finding.span);
  if (const auto& source = report.findings.sources().of(finding.span); source.isDefault()) {
    map.push_back({"field", source.field, {}});
    if (!source.value.empty()) map.push_back({"default", source.value, {}});
  }
  if (!finding.resource.empty()) map.push_back({"resource", finding.resource, {}});
  if (!finding.property.empty()) map.push_back({"property", finding.property, {}});
  if (finding.related.empty()) return map;
  List related;
  for (const auto& [span, message] : finding.related) {
    Map place{{"message", message}};
    if (span.source != finding.span.source) place.push_back({"file", report.findings.sources().of(span).name, {}});
    putPlace(place, span);
    related.emplace_back(std::move(place));
  }
  map.push_back({"related", std::move(related), {}});
  return map;
}

}  // namespace

std::string pageOf(const Report& report, std::string_view rule) {
  const auto asked = std::ranges::any_of(report.rules, [&](const diag::Rule* each) { return each->id == rule; });
  return asked && !report.pages.empty() ? fmt::format("{}{}.md", report.pages, rule) : "";
}

std::string asJson(const Report& report) {
  List findings;
  std::map<diag::Severity, std::int64_t> counts;
  const auto& sources = report.findings.sources();
  for (const auto& finding : report.findings.inFileOrder()) {
    auto map = written(report, finding);
    if (const auto& source = sources.of(finding.span); source.name != sources.first().name)
      map.insert(map.begin(), {"file", source.name, {}});
    findings.emplace_back(std::move(map));
    ++counts[finding.severity];
  }
  List ignored;
  for (const auto& [finding, reason, inFile] : report.ignored) {
    auto map = written(report, finding);
    map.push_back({"reason", reason, {}});
    ignored.emplace_back(std::move(map));
  }
  return data::toJson(Map{
      {"file", sources.first().name},
      {"findings", std::move(findings)},
      {"ignored", std::move(ignored)},
      {"summary", Map{{"errors", counts[diag::Severity::error]},
                      {"warnings", counts[diag::Severity::warning]},
                      {"infos", counts[diag::Severity::info]}}},
  });
}

}  // namespace reports
