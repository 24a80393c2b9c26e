#pragma once

#include "analysis/check/check.h"
#include "config/load.h"

namespace cli {

/// Asks the rules about the stack of a config, and holds it against its assertions; each finding gets the line of the
/// config that it comes from. Returns those that are ignored.
std::vector<diag::Ignored> checkStack(const cfn::Template& stack, const config::LoadedConfig&, const check::Options&,
                                      const std::vector<check::Ignore>&, diag::Diagnostics&);

}  // namespace cli
