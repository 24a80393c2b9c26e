#pragma once

#include "analysis/check/check.h"
#include "constructs/stack.h"

namespace cli {

/// Asks the rules about the stack of a config, and holds it against its assertions. Returns findings that are ignored.
std::vector<diag::Ignored> checkStack(const constructs::Stack& stack, const config::LoadedConfig&,
                                      const check::Options&, const std::vector<check::Ignore>&, diag::Diagnostics&);

}  // namespace cli
