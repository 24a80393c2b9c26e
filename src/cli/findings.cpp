#include "cli/findings.h"

#include "cli/assertions.h"

namespace cli {

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

}  // namespace cli
