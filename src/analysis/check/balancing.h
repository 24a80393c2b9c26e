#pragma once

#include "analysis/check/machines.h"
#include "analysis/check/model.h"

/// Load balancers, their listeners and their targets ("How Elastic Load Balancing works").
namespace check {

constexpr std::string_view balancerType = "AWS::ElasticLoadBalancingV2::LoadBalancer";
constexpr std::string_view listenerType = "AWS::ElasticLoadBalancingV2::Listener";
constexpr std::string_view targetGroupType = "AWS::ElasticLoadBalancingV2::TargetGroup";

bool isNetwork(const Resource& balancer);
/// The subnets of a load balancer that are in the template, however they are written; and whether those are all.
std::vector<const Resource*> subnetsOf(const Resource& balancer);
bool subnetsAreKnown(const Resource& balancer);

/// The properties of actions that name a target group, of a listener or of a rule.
std::vector<Node> forwardsTo(const Node& actions);

/// A way from a load balancer through a listener to a target group.
struct Way {
  const Resource& balancer;
  const Resource& listener;
  const Resource& group;
};
std::vector<Way> waysOf(const Model&);

/// Whether instances see the addresses of the clients instead of the load balancer's ("Client IP preservation").
Truth keepsClientAddress(const Resource& balancer, const Resource& group);

/// What is registered with a target group, and the port that it listens on.
struct Target {
  Workload workload;
  std::optional<std::int64_t> port;
};
std::vector<Target> targetsOf(const Model&, const Resource& group);

}  // namespace check
