#pragma once

#include "cloudformation/evaluate.h"
#include "permissions/service_policy.h"

namespace permissions {

/// What of the stack no policy can cover, since nobody knows what it takes: types without known permissions, what
/// stands in other templates, what macros write.
std::vector<Gap> incompleteParts(const cfn::Template&, const cfn::Evaluated&);

}  // namespace permissions
