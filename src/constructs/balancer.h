#pragma once

#include "aws/certificatemanager.h"
#include "aws/elasticloadbalancingv2.h"
#include "constructs/access.h"
#include "constructs/network.h"

namespace constructs {

/// The Network Load Balancer in the public tier: TLS on 443 is ended there, plain HTTP on 80 is answered by a redirect,
/// and SSH on 22 is passed on from listed addresses, if there are any.
struct Balancer {
  std::string name;                                      ///< as assertions name it
  cfn::Expression hostName;                              ///< what the domain is an alias of
  cfn::Expression hostedZone;                            ///< the hosted zone of that name
  std::vector<cfn::From<cfn::Expression>> targetGroups;  ///< what instances are registered with
  std::vector<cfn::Resource> listeners;
  std::vector<Assertion> assertions;
};

Balancer addBalancer(Draft&, const config::Config&, const Network&, Party& instances);

/// The alias records of the domain: A, and AAAA when the load balancer has IPv6 addresses.
void addDns(Draft&, const config::Config&, const Balancer&);

}  // namespace constructs
