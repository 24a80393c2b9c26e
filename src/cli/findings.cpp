#include "cli/findings.h"

#include "cli/assertions.h"
#include "constructs/origins.h"

namespace cli {

std::vector<diag::Ignored> checkStack(const cfn::Template& stack, const config::LoadedConfig& config,
                                      const check::Options& options, const std::vector<check::Ignore>& ignores,
                                      diag::Diagnostics& diagnostics) {
  auto found = check::check(stack, options, ignores);
  const auto place = [&](diag::Diagnostic& finding) {
    finding.span = constructs::originOf(config, finding.resource, finding.property);
    finding.related.clear();  // places in a template that nobody has read
  };
  for (auto& finding : found.all) {
    place(finding);
    diagnostics.add(std::move(finding));
  }
  for (auto& each : found.ignored) place(each.finding);
  holdAssertions(stack, config, diagnostics);
  return std::move(found.ignored);
}

}  // namespace cli
