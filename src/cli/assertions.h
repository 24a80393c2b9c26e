#pragma once

#include "analysis/reach/assertion.h"
#include "config/load.h"

namespace cli {

/// Reports what in the config's `assert` is no assertion.
void checkAssertionsOf(const config::LoadedConfig&, diag::Diagnostics&);

/// Holds a stack against the assertions of its config, and those that hold for every stack: each that fails, or cannot
/// be proven, is an error at its line.
void holdAssertions(const cfn::Template& stack, const config::LoadedConfig&, diag::Diagnostics&);

/// The assertions that `--assert` gives; throws CLI::ValidationError for what is none.
std::vector<reach::Assertion> givenAssertions(const std::vector<std::string>& written,
                                              const std::vector<const cfn::Template*>& templates);

}  // namespace cli
