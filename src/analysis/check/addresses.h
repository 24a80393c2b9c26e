#pragma once

#include <vector>

#include "cloudformation/ip.h"

namespace check {

using Range = cfn::IpRange;
using cfn::Family;
using cfn::parseRange;

/// Whether the ranges together hold half of the addresses of the internet in their family, or more: nobody lists so
/// many friends.
bool holdTheWorld(const std::vector<Range>& ranges, Family);

}  // namespace check
