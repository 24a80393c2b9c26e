#pragma once

#include "analysis/check/model.h"

/// The managed policies that AWS keeps, and what those allow of which that is noted (managed_policies.txt).
namespace check {

struct ManagedPolicy {
  std::string_view name;     ///< with its path: `service-role/AWSLambdaBasicExecutionRole`
  std::string_view actions;  ///< with a blank between each two; `?` where they are not noted
};

/// nullptr if AWS has none of that name.
const ManagedPolicy* findManagedPolicy(std::string_view name);
std::vector<std::string_view> managedPolicyNames();

/// What stands behind `arn:PARTITION:iam::aws:policy/`, where the value is such an ARN.
std::optional<std::string> managedPolicyOf(const Node& arn);

}  // namespace check
