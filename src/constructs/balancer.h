#pragma once

#include "aws/certificatemanager.h"
#include "aws/elasticloadbalancingv2.h"
#include "constructs/access.h"
#include "constructs/network.h"

namespace constructs {

/// The Network Load Balancer in the public tier: TLS on 443 is ended there, plain HTTP on 80 is answered by a redirect,
/// and SSH on 22 is passed on from listed addresses, if there are any.
struct Balancer {
  aws::elasticloadbalancingv2::LoadBalancer::Handle loadBalancer;
  std::vector<aws::elasticloadbalancingv2::TargetGroup::Handle> targetGroups;
  std::vector<cfn::Resource> listeners;
};

Balancer addBalancer(cfn::Template&, const config::Config&, const Network&, Party& instances);

/// The alias records of the domain: A, and AAAA when the load balancer has IPv6 addresses.
void addDns(cfn::Template&, const config::Config&, const Balancer&);

}  // namespace constructs
