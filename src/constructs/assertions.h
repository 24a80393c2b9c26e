#pragma once

#include <string>
#include <vector>

#include "config/load.h"

namespace constructs {

/// What holds for a stack whatever its config says.
struct Assertion {
  std::string text;               ///< in the words of analysis/reach/assertion.h
  std::vector<diag::Span> spans;  ///< the lines of the config that decide it: one, or one for each WHO of the text
  std::string hint;               ///< what to write there if it does not hold; empty where that cannot be said
};

/// Nobody outside gets to the data, SSH comes from the listed ranges by the load balancer, the isolated tier has no way
/// out, and instances have all that they need to start and to be found healthy.
std::vector<Assertion> assertionsOf(const config::LoadedConfig&);

}  // namespace constructs
