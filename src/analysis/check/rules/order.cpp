#include <fmt/format.h>

#include <algorithm>

#include "analysis/check/machines.h"
#include "analysis/check/network.h"
#include "analysis/check/rules/rules.h"

// What is created before what.
namespace check {
namespace {

using Kind = WayOut::Kind;

/// The attachments that give the VPC an internet gateway.
std::vector<const Resource*> attachmentsOf(const Model& model, const Resource* gateway, const Resource* vpc) {
  std::vector<const Resource*> found;
  for (const auto* attachment : model.all("AWS::EC2::VPCGatewayAttachment")) {
    const auto* attached = (*attachment)["InternetGatewayId"].resource();
    if (attached && (!gateway || attached == gateway) && (!vpc || vpcOf(*attachment) == vpc))
      found.push_back(attachment);
  }
  return found;
}

bool waitsForOne(const Model& model, const Resource& resource, const std::vector<const Resource*>& others) {
  return std::ranges::any_of(others, [&](const Resource* other) { return model.comesAfter(resource, *other); });
}

void gatewayRace(const Model& model, const Report& report) {
  for (const auto& resource : model.resources()) {
    std::vector<const Resource*> attachments;
    if (resource.is("AWS::EC2::Route")) {
      const auto* gateway = resource["GatewayId"].resource("AWS::EC2::InternetGateway");
      if (!gateway) continue;
      attachments = attachmentsOf(model, gateway, nullptr);
    } else if (resource.is("AWS::EC2::EIP")) {
      // An address of a template with one gateway is for that gateway's VPC.
      if (model.all("AWS::EC2::VPC").size() != 1) continue;
      attachments = attachmentsOf(model, nullptr, nullptr);
      const auto& users = model.usersOf(resource);  // if all of them wait, the address is of no use before
      if (!users.empty() && std::ranges::all_of(users, [&](const Resource* user) {
            return user->is("AWS::EC2::NatGateway") && waitsForOne(model, *user, attachments);
          }))
        continue;
    } else if (resource.is("AWS::EC2::NatGateway")) {
      const auto* subnet = resource["SubnetId"].resource("AWS::EC2::Subnet");
      const auto* vpc = subnet ? vpcOf(*subnet) : nullptr;
      if (!vpc || resource["ConnectivityType"].is("private")) continue;
      if (resource["AllocationId"].resource("AWS::EC2::EIP") && model.all("AWS::EC2::VPC").size() == 1)
        continue;  // said of its address
      attachments = attachmentsOf(model, nullptr, vpc);
    }
    if (attachments.empty() || waitsForOne(model, resource, attachments)) continue;
    if (!attachments.front()->certain || !resource.certain) continue;
    report(resource, fmt::format("it needs the internet gateway, but does not wait for `{}`", attachments.front()->id),
           fmt::format("add `DependsOn: {}`", attachments.front()->id), {at(*attachments.front(), "the attachment")});
  }
}

void balancerRace(const Model& model, const Report& report) {
  for (const auto* balancer : model.all("AWS::ElasticLoadBalancingV2::LoadBalancer")) {
    const auto scheme = (*balancer)["Scheme"];
    const auto* vpc = vpcOf(*balancer);
    if ((scheme && !scheme.is("internet-facing")) || !vpc || !balancer->certain) continue;
    const auto attachments = attachmentsOf(model, nullptr, vpc);
    if (attachments.empty() || waitsForOne(model, *balancer, attachments) || !attachments.front()->certain) continue;
    report(*balancer, fmt::format("it faces the internet, but does not wait for `{}`", attachments.front()->id),
           fmt::format("add `DependsOn: {}`", attachments.front()->id), {at(*attachments.front(), "the attachment")});
  }
}

void wayOutRace(const Model& model, const Report& report) {
  const Routing routing{model};
  for (const auto& machine : machines(model)) {
    if (!machine.owner->attribute("CreationPolicy") || !machine.owner->certain) continue;
    std::vector<const Resource*> missing;
    for (const auto* subnet : machine.subnets) {
      const auto way = routing.wayOut(*subnet);
      const bool nat = way.kind == Kind::nat && way.target && way.target->is("AWS::EC2::NatGateway");
      if (!nat && way.kind != Kind::internetGateway) continue;
      if (!model.comesAfter(*machine.owner, *way.route) && std::ranges::find(missing, way.route) == missing.end())
        missing.push_back(way.route);
    }
    for (const auto* route : missing)
      report(*machine.owner,
             fmt::format("it waits for signals from its instances, but not for `{}`, their way out", route->id),
             fmt::format("add `{}` to `DependsOn`", route->id), {at(*route, "the route")});
  }
}

void serviceBeforeListener(const Model& model, const Report& report) {
  for (const auto* service : model.all("AWS::ECS::Service"))
    for (const auto& balancer : (*service)["LoadBalancers"].items()) {
      const auto* group = balancer["TargetGroupArn"].resource("AWS::ElasticLoadBalancingV2::TargetGroup");
      if (!group) continue;
      std::vector<const Resource*> listeners;
      for (const auto* user : model.usersOf(*group))
        if (user->type.starts_with("AWS::ElasticLoadBalancingV2::Listener")) listeners.push_back(user);
      if (listeners.empty() || waitsForOne(model, *service, listeners)) continue;
      report(*service,
             fmt::format("ECS refuses a target group without load balancer, and `{}` may come later",
                         listeners.front()->id),
             fmt::format("add `DependsOn: {}`", listeners.front()->id), {at(*listeners.front(), "the listener")});
    }
}

constexpr Rule all[] = {
    {{"gateway-race", diag::Severity::error, "order",
      "something public is created before the internet gateway is attached",
      "Routes, elastic addresses and NAT gateways name the gateway or the VPC, not the attachment. Without waiting for "
      "it they fail now and then, on creation or on deletion.",
      "Add `DependsOn` with the `AWS::EC2::VPCGatewayAttachment`.", "AWS CloudFormation: DependsOn attribute",
      diag::Noticed::race},
     gatewayRace},
    {{"balancer-race", diag::Severity::warning, "order",
      "a load balancer for the internet does not wait for the internet gateway",
      "Elastic Load Balancing refuses a load balancer for the internet in a VPC that has no internet gateway yet.",
      "Add `DependsOn` with the attachment, or with the route that waits for it.",
      "AWS CloudFormation: DependsOn attribute", diag::Noticed::race},
     balancerRace},
    {{"way-out-race", diag::Severity::warning, "order", "instances boot before their way out is there",
      "A NAT gateway takes two minutes, a route to the internet gateway some seconds, and neither is waited for "
      "because "
      "a subnet is named. What the boot fetches meanwhile fails, and the "
      "signal "
      "that the stack waits for may never come.",
      "Name the route in `DependsOn` of what starts the instances.", "AWS CloudFormation: DependsOn attribute",
      diag::Noticed::race},
     wayOutRace},
    {{"service-before-listener", diag::Severity::error, "order", "an ECS service does not wait for its listener",
      "ECS refuses a target group that belongs to no load balancer, and a target group belongs to one through a "
      "listener.",
      "Add `DependsOn` with the listener.", "Amazon ECS Developer Guide: Service load balancing",
      diag::Noticed::creation},
     serviceBeforeListener},
};

}  // namespace

std::span<const Rule> orderRules() { return all; }

}  // namespace check
