#include "cli/findings.h"

#include "constructs/origins.h"

namespace cli {

bool isTemplate(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first != text.npos && text[first] == '{') return true;
  while (!text.empty()) {
    auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.starts_with('"') || line.starts_with('\'')) line.remove_prefix(1);
    for (const std::string_view section : {"Resources", "AWSTemplateFormatVersion"})
      if (line.starts_with(section) && line.substr(section.size()).find_first_of(":") <= 1) return true;
  }
  return false;
}

void addAtConfig(std::vector<diag::Diagnostic> findings, const config::LoadedConfig& config, diag::Diagnostics& diagnostics) {
  for (auto& finding : findings) {
    finding.span = constructs::originOf(config, finding.resource, finding.property);
    for (auto& related : finding.related) related.span = {};  // of a template that nobody has read
    diagnostics.add(std::move(finding));
  }
}

}  // namespace cli
