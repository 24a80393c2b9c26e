#pragma once

#include "cloudformation/template.h"
#include "config/config.h"

namespace constructs {

/// The stack that lets a repository's workflows deploy `stack`, the template of the same config: GitHub's OpenID
/// Connect provider, or one that the account has already, and four roles.
///
///   plan     pull requests and the deployed branch: makes change sets, which it cannot execute
///   drift    the deployed branch: looks whether the stack is as its template says
///   deploy   the environment, from the deployed branch: executes change sets
///   service  CloudFormation itself: what the types of the stack's resources need, on the stack's names
///
/// Nobody may change these roles through the service role: IAM's actions are denied on all names that begin with the
/// access stack's, so that must not be the beginning of the stack's own name.
///
/// Its outputs are PlanRoleArn, DriftRoleArn, DeployRoleArn and ServiceRoleArn. It takes CAPABILITY_IAM.
cfn::Template buildAccessStack(const config::Config& config, const cfn::Template& stack);

}  // namespace constructs
