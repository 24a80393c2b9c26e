#pragma once

#include <string_view>

/// Files of src/ that travel in the program, compressed (data::compressed).
namespace assets {

/// src/aws/handlers.txt and src/aws/actions.txt, one behind the other.
std::string_view packedHandlers();
/// src/analysis/check/managed_policies.txt
std::string_view packedManagedPolicies();

}  // namespace assets
