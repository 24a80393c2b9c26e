#pragma once

#include <string_view>
#include <vector>

namespace app {

/// The names of all time zones that PHP lists.
const std::vector<std::string_view>& timeZones();

/// What a zone is called today; empty if the name is no older one.
std::string_view newerName(std::string_view older);

}  // namespace app
