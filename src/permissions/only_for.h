#pragma once

#include <string_view>

#include "cloudformation/template.h"

namespace permissions {

/// Whether the handlers of the resource's type call the action only for properties that the resource does not have.
/// False where that is not certain: the action is not in the table, a property may come from an intrinsic function, or
/// a transform may add it.
bool isForUnsetProperty(std::string_view action, const cfn::Declaration&, const cfn::Template&);

}  // namespace permissions
