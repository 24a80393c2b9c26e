#pragma once

#include "cloudformation/ip.h"

/// All addresses of a stretch are treated alike, so that any stands for it; these are those that look right in the
/// evidence.
namespace reach {

/// One of the stretch that AWS gives to hosts of the subnet, if there is one: not the first four, nor the last ("Subnet
/// CIDR blocks"); the `usual`th if it is one of them, so that two ends in one subnet look different.
cfn::Bits128 likelyHost(const cfn::IpRange& subnet, cfn::Bits128 first, cfn::Bits128 last, int usual);
constexpr int usualClient = 10, usualServer = 20;

/// One for documentation (RFC 5737, RFC 3849), if there is one.
cfn::Bits128 likelyPublic(cfn::Family, cfn::Bits128 first, cfn::Bits128 last);
bool isForDocumentation(cfn::Address);

}  // namespace reach
