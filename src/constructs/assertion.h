#pragma once

#include <string>
#include <vector>

#include "diagnostics/sources.h"

namespace constructs {

/// What must hold of a part of the stack, whatever the config says. The part returns it.
struct Assertion {
  std::string text;               ///< in the words of analysis/reach/assertion.h
  std::vector<diag::Span> spans;  ///< of what decides it in the config: one, or one for each WHO of the text
  std::string hint{};             ///< what to write there if it does not hold; empty where that cannot be said
};

}  // namespace constructs
