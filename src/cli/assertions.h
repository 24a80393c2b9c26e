#pragma once

#include "analysis/reach/assertion.h"
#include "config/load.h"
#include "constructs/stack.h"

namespace cli {

/// Reports what in the config's `assert` is no assertion.
void checkAssertionsOf(const config::LoadedConfig&, diag::Diagnostics&);

/// Holds the stack of a config against its assertions, and those that hold for every stack: each that fails, or cannot
/// be proven, is an error at the line that says or decides it.
void holdAssertions(const constructs::Stack&, const config::LoadedConfig&, diag::Diagnostics&);

/// What `--assert` gives; throws CLI::ValidationError for what is no assertion, or about nothing in the templates.
std::vector<reach::Assertion> givenAssertions(const std::vector<std::string>& written, const reach::Worlds&);

/// Holds a stack against what `--assert` gives: each that fails is an error where its cause is, with the hops of
/// the evidence.
void holdAssertions(const reach::Worlds&, const std::vector<reach::Assertion>&, diag::Diagnostics&);

}  // namespace cli
