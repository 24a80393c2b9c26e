#pragma once

#include <map>

#include "cloudformation/template.h"
#include "permissions/policy.h"

namespace permissions {

/// What the policy could not say, for who reads it.
struct Gap {
  std::string subject;  ///< a type, an action
  std::string reason;
};

struct ServicePolicy {
  std::vector<Statement> statements;
  std::vector<Gap> gaps;     ///< what is wider than need be
  std::vector<Gap> missing;  ///< what is not in the policy at all: with this, a deployment fails for want of rights
};

/// Whether the policy is to make and change the stack, or only to look at it, as drift detection does.
enum class Purpose { change, look };

/// What CloudFormation must be allowed to do for a stack of this template under this name: the permissions that the
/// handlers of its resource types declare, narrowed to the stack's names, tags and region where IAM can. Deleting a
/// database, a file system or a backup vault is denied: that is done by hand.
///
/// `parameters` are values of the template's parameters, where names depend on them.
///
/// The `list` handlers are left out; CloudFormation calls them for Cloud Control and the IaC generator only.
ServicePolicy servicePolicy(const cfn::Template& stack, std::string_view stackName, Purpose purpose = Purpose::change,
                            const std::map<std::string, std::string, std::less<>>& parameters = {});

}  // namespace permissions
