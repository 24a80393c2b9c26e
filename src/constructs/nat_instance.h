#pragma once

#include "aws/autoscaling.h"
#include "constructs/network.h"

namespace constructs {

struct NatInstance {
  aws::ec2::NetworkInterface::Handle interface;  ///< what routes lead to; it outlives the instance
  aws::ec2::EIP::Handle address;
  cfn::Resource instance;
};

/// An instance in the first zone's public subnet that forwards the private tier's packets ("NAT instances").
///
/// Its network interface and address are resources of their own and an Auto Scaling group of one keeps an instance
/// behind them: a failed or replaced instance leaves routes and address as they are ("CreateAutoScalingGroup",
/// AvailabilityZones: an existing network interface of a launch template).
NatInstance addNatInstance(Draft&, const config::Network&, const Network&);

}  // namespace constructs
