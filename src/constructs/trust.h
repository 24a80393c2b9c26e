#pragma once

#include "cloudformation/policy.h"
#include "config/pipeline.h"

namespace constructs {

/// Where a workflow runs, as GitHub's token tells it in its subject ("OpenID Connect reference", GitHub).
enum class Subject { pullRequest, branch, environment };

/// Lets workflows of the pipeline's repository take on a role: by audience and by subject. Where GitHub's ids are
/// known, a subject may hold them, and the token's own claims of them must match.
cfn::PolicyDocument trustOf(const config::Pipeline& pipeline, const cfn::Expression& provider,
                            const std::vector<Subject>& subjects);

}  // namespace constructs
