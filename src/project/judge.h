#pragma once

#include "analysis/check/check.h"
#include "analysis/reach/assertion.h"
#include "config/load.h"
#include "constructs/stack.h"

namespace project {

/// Reports each item of the config's `assert` that is not an assertion.
void checkAssertionsOf(const config::LoadedConfig&, diag::Diagnostics&);

/// Holds the stack of a config against its assertions, and those that hold for every stack: each that fails, or cannot
/// be proven, is an error at the line that says or decides it.
void holdAssertions(const constructs::Stack&, const config::LoadedConfig&, diag::Diagnostics&);

/// The finding that an assertion does not hold.
diag::Diagnostic findingOf(const reach::FailedAssertion&, diag::Span);

/// Asks the rules about the stack of a config, and holds it against its assertions. Returns findings that are ignored.
std::vector<diag::Ignored> checkStack(const constructs::Stack&, const config::LoadedConfig&, const check::Options&,
                                      const std::vector<check::Ignore>&, diag::Diagnostics&);

}  // namespace project
