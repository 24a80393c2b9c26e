#pragma once

#include <memory>
#include <string>

#include "config/load.h"

namespace cli {

/// Reads and checks a config and the files that it names; nullptr if there are errors.
std::unique_ptr<config::LoadedConfig> readConfig(const diag::Source&, diag::Diagnostics&);

/// Reads and checks a config, and reports what is wrong with it on standard error; nullptr if it has errors. The files
/// that were read are added to the sources, for later reports.
std::unique_ptr<config::LoadedConfig> loadConfig(const std::string& path, diag::Sources&);
/// The same of what was read already; `error` says why it could not be, if so.
std::unique_ptr<config::LoadedConfig> loadConfig(const diag::Source&, const std::string& error, diag::Sources&);

}  // namespace cli
