#include "cli/findings.h"

#include "constructs/origins.h"

namespace cli {

void addAtConfig(std::vector<diag::Diagnostic> findings, const config::LoadedConfig& config, diag::Diagnostics& diagnostics) {
  for (auto& finding : findings) {
    finding.span = constructs::originOf(config, finding.resource, finding.property);
    for (auto& related : finding.related) related.span = {};  // of a template that nobody has read
    diagnostics.add(std::move(finding));
  }
}

}  // namespace cli
