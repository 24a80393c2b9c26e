#pragma once

#include <string>
#include <vector>

#include "config/config.h"

namespace constructs {

/// What holds for the stack of every config, in the words of assertions (analysis/reach/assertion.h): nobody outside
/// gets to the data, SSH comes from the listed ranges by the load balancer, the isolated tier has no way out, and
/// instances have all that they need to start and to be found healthy.
std::vector<std::string> assertionsOf(const config::Config&);

}  // namespace constructs
