#pragma once

#include <memory>
#include <string>

#include "config/load.h"

namespace cli {

/// Reads and checks a config, and reports what is wrong with it on standard error; nullptr if it has errors. The text
/// goes to `source`, for later reports.
std::unique_ptr<config::LoadedConfig> loadConfig(const std::string& path, diag::Source& source);
std::unique_ptr<config::LoadedConfig> loadConfig(const std::string& path);

}  // namespace cli
