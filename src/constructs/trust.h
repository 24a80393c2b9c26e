#pragma once

#include "cloudformation/policy.h"
#include "config/pipeline.h"

namespace constructs {

/// Where a workflow runs, as GitHub's token tells it in its subject ("OpenID Connect reference", GitHub).
enum class Subject { pullRequest, branch, environment };

/// Lets workflows of the pipeline's repository take on a role: by audience and by subject in both of its forms, with
/// and without GitHub's numbers, where these are known; the numbers themselves must match as well.
cfn::PolicyDocument trustOf(const config::Pipeline& pipeline, const cfn::Expression& provider,
                            const std::vector<Subject>& subjects);

}  // namespace constructs
