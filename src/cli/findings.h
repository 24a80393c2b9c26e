#pragma once

#include "analysis/check/check.h"
#include "config/load.h"

namespace cli {

/// Adds findings about the stack of a config, each at the line of the config that it comes from.
void addAtConfig(std::vector<diag::Diagnostic> findings, const config::LoadedConfig&, diag::Diagnostics&);

}  // namespace cli
