#pragma once

#include <map>
#include <set>

#include "permissions/names.h"
#include "permissions/service_policy.h"

// Parts of a service policy that follow from what the template holds, beside what the handlers of its types declare.
namespace permissions {

/// What makes two actions go into one statement.
struct Scope {
  std::string name;  ///< of the statement
  std::vector<std::string> resources;
  std::vector<Condition> conditions{};
  auto operator<=>(const Scope&) const = default;
};
using Scopes = std::map<Scope, std::set<std::string>>;  ///< with the actions that are allowed there

struct Subject {
  const cfn::Template& document;
  const cfn::Evaluated& evaluated;
  const Names& names;
};

/// Making the service-linked roles of the services in use, which a first deployment in an account may have to.
void grantLinkedRoles(const Subject&, Scopes&);
/// Passing the stack's roles to the services that they trust, and those that it names.
void grantPassingRoles(const Subject&, Scopes&, std::vector<Gap>&);
/// Where records may be changed: in the zones that are known, under the names that are known.
Scope recordScope(const cfn::Evaluated&, const Names&);
/// Attaching the stack's policies, and those that it names.
void grantAttaching(const Subject&, const std::set<std::string>& actions, Scopes&);
/// Reading the parameters and secrets that the template refers to; `patterns`: as `ssm:Get*`, which a handler declares.
void grantReading(const Subject&, bool patterns, Scopes&);
/// Replacing instances, which CloudFormation does by itself ("UpdatePolicy attribute").
void grantRollingUpdates(const Subject&, Scopes&);
/// Calling what stands behind custom resources.
void grantCustomResources(const Subject&, Scopes&);

/// The words of a text with a blank between each two.
std::vector<std::string> words(std::string_view text);

}  // namespace permissions
