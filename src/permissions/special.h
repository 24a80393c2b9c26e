#pragma once

#include <set>

#include "cloudformation/evaluate.h"

// What no schema tells and a policy must say: small tables, each with its source.
namespace permissions {

/// Actions that destroy what nothing brings back.
bool destroysData(std::string_view action);

/// Services that answer for the whole account, not for a region ("Global services", AWS Fault Isolation Boundaries).
bool isGlobal(std::string_view service);

/// The CloudFormation type of the resources of a kind such as `ec2:vpc` or `elasticloadbalancing:loadbalancer/net/`;
/// empty for kinds that tags say nothing of.
std::string_view typeOfKind(std::string_view kind);

/// Types that CloudFormation makes by itself.
bool needsNothing(std::string_view type);

/// Services whose service-linked role the stack's first deployment in an account may have to make ("Service-linked
/// roles" of each service).
std::set<std::string> linkedServices(const cfn::Evaluated&);

/// The services that the roles of the template trust: those it may be passed to.
std::set<std::string> trustedServices(const cfn::Evaluated&);

/// ARNs of roles that the template names and does not make.
std::set<std::string> foreignRoles(const cfn::Evaluated&);

/// Ids of resources with a role of which nothing is known, as a parameter without a value has it.
std::vector<std::string> namersOfUnknownRoles(const cfn::Evaluated&);

/// ARNs of managed policies that the template names and does not make.
std::set<std::string> namedPolicies(const cfn::Evaluated&);

/// Names of SSM parameters that the template reads: `{{resolve:ssm:NAME}}` and parameters of such types.
std::set<std::string> readParameters(const cfn::Template&);
/// Names or ARNs of secrets in `{{resolve:secretsmanager:...}}`.
std::set<std::string> readSecrets(const cfn::Template&);

}  // namespace permissions
