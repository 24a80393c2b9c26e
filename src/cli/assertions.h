#pragma once

#include "analysis/reach/assertion.h"

namespace cli {

/// What `--assert` gives; throws CLI::ValidationError for what is no assertion, or about nothing in the templates.
std::vector<reach::Assertion> givenAssertions(const std::vector<std::string>& written, const reach::Worlds&);

/// Holds a stack against what `--assert` gives: each that fails is an error where its cause is, with the hops of
/// the evidence.
void holdAssertions(const reach::Worlds&, const std::vector<reach::Assertion>&, diag::Diagnostics&);

}  // namespace cli
