#pragma once

#include <string_view>

#include "config/load.h"

namespace constructs {

/// Where in the config that stands which made the property of the resource: its field, else its group, else the file as
/// a whole (line 0).
diag::Span originOf(const config::LoadedConfig&, std::string_view logicalId, std::string_view property);

}  // namespace constructs
