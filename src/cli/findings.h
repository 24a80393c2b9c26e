#pragma once

#include "analysis/check/check.h"
#include "config/load.h"

namespace cli {

/// Whether a text is a template and no config: by the sections that only a template has.
bool isTemplate(std::string_view text);

/// Adds findings about the stack of a config, each at the line of the config that it comes from.
void addAtConfig(std::vector<diag::Diagnostic> findings, const config::LoadedConfig&, diag::Diagnostics&);

}  // namespace cli
