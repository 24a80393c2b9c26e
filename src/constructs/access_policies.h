#pragma once

#include "aws/iam.h"
#include "cloudformation/policy.h"
#include "config/config.h"
#include "permissions/policy.h"

// Pieces of the policies of the access stack.
namespace constructs {

using Statements = std::vector<cfn::PolicyStatement>;

/// A text of a computed policy, with `${Region}` and its like as what they are in a template.
cfn::Expression placed(std::string_view text);
Statements placed(const std::vector<permissions::Statement>&);

struct StackArns {
  cfn::Expression stack;       ///< ARNs of the stack, whatever its id
  cfn::Expression changeSets;  ///< and of its change sets
  std::string name;
};
StackArns arnsOf(const config::Config&);

aws::iam::role::Policy inlinePolicy(std::string name, Statements);

/// What every role of a workflow may look at.
cfn::PolicyStatement look(const StackArns&);
/// Handing the service role over to CloudFormation.
cfn::PolicyStatement handOver(const aws::iam::Role::Handle& service);
/// That a request is for change sets whose names begin with the prefix.
data::Map forChangeSets(std::string_view prefix);

}  // namespace constructs
