#pragma once

#include <string_view>
#include <vector>

#include "cloudformation/functions.h"
#include "cloudformation/template.h"

namespace constructs {

/// `STACK-name`, which tells the resources of several stacks apart in the console.
inline cfn::Expression named(std::string_view name) { return cfn::sub({cfn::stackName(), "-", name}); }

/// The tag that the console shows as a resource's name.
inline std::vector<cfn::Tag> nameTag(std::string_view name) { return {{.Key = "Name", .Value = named(name)}}; }

}  // namespace constructs
