#pragma once

#include <optional>
#include <string>

#include "permissions/grants.h"

// Permissions boundaries: what the roles of a stack may do at most, whatever their policies say ("Permissions
// boundaries for IAM entities").
namespace permissions {

/// The ARN of the boundary that all roles and users of the stack have; nothing if one has none, or another one, or if
/// it is not known.
std::optional<std::string> boundaryOf(const cfn::Evaluated&);

/// Holds what gives rights to roles and users to those that have the boundary, and denies taking the boundary off and
/// changing what it allows.
void keepBoundary(const std::string& boundary, Scopes&, std::vector<Statement>&);

/// What the stack's own roles need of a boundary: the actions that their policies allow, on what these name as far as
/// that is known before the stack is deployed.
std::vector<Statement> boundaryFor(const cfn::Template& stack, std::string_view stackName);

}  // namespace permissions
