#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "analysis/check/machines.h"
#include "analysis/check/network.h"
#include "analysis/check/proof.h"
#include "analysis/check/rules/rules.h"

// Ways out, ways in, and what stands at their ends.
namespace check {
namespace {

using Kind = WayOut::Kind;

/// Whether the boot of a machine leans on the internet or on an API of AWS.
bool bootNeedsTheWorld(const Machine& machine) {
  if (machine.owner->attribute("CreationPolicy")) return true;
  const auto script = scriptOf(machine.userData);
  for (const auto word : {"dnf ", "yum ", "apt-get ", "apt ", "curl ", "wget ", "cfn-signal", "cfn-init", "aws "})
    if (script.find(word) != script.npos) return true;
  return false;
}

bool hasInterfaceEndpoint(const Model& model, const Resource* vpc) {
  return std::ranges::any_of(model.all("AWS::EC2::VPCEndpoint"), [&](const Resource* endpoint) {
    return (*endpoint)["VpcEndpointType"] && !(*endpoint)["VpcEndpointType"].is("Gateway") &&
           (!vpc || !vpcOf(*endpoint) || vpcOf(*endpoint) == vpc);
  });
}

/// Whether the machine's interface gets a public IPv4 address in that subnet.
Truth hasPublicAddress(const Model& model, const Machine& machine, const Resource& subnet) {
  const auto interfaces = machine["NetworkInterfaces"].items();
  if (!interfaces.empty()) {
    const auto flag = interfaces.front()["AssociatePublicIpAddress"];
    if (flag) return flag.truth();
    if (interfaces.front()["NetworkInterfaceId"]) return Truth::unknown;
  }
  if (const auto flag = machine["AssociatePublicIpAddress"]) return flag.truth();
  for (const auto* address : model.all("AWS::EC2::EIP"))
    if (const auto instance = (*address)["InstanceId"];
        instance && (!instance.resource() || instance.resource() == machine.owner))
      return Truth::yes;
  if (!model.all("AWS::EC2::EIPAssociation").empty()) return Truth::unknown;
  return subnet["MapPublicIpOnLaunch"].truth();
}

/// Whether `reach` does not prove the opposite: some host of the subnet has no way to the internet.
bool isWithoutWay(Proof& proof, const Resource& from) {
  const auto word = proof.ask(from.id, "internet", "tcp", 443);
  return !proof.hasPlace(from.id) || word == reach::Word::no || word == reach::Word::some;
}

void needsWayOut(const Model& model, const Report& report, const Routing& routing, Proof& proof,
                 const Workload& workload, std::string_view why,
                 const std::function<Truth(const Resource&)>& hasAddress) {
  for (const auto* subnet : workload.subnets) {
    const auto way = routing.wayOut(*subnet);
    if (hasInterfaceEndpoint(model, vpcOf(*subnet))) continue;
    if (way.kind == Kind::none && isWithoutWay(proof, *subnet))
      report(way.table ? way.table->all() : subnet->all(),
             fmt::format("`{}` starts in `{}`, which has no route out, and {}", workload.owner->id, subnet->id, why),
             "add a route for 0.0.0.0/0 to a NAT, or interface endpoints for what it calls",
             {at(*subnet, "the subnet"), at(*workload.owner, "what starts there")});
    else if (way.kind == Kind::internetGateway && hasAddress(*subnet) == Truth::no &&
             isWithoutWay(proof, *workload.owner))
      report(workload.subnetList,
             fmt::format("`{}` is routed to the internet gateway, but `{}` gets no public address there", subnet->id,
                         workload.owner->id),
             "give it a public address, or use a subnet that is routed to a NAT",
             {at(*subnet, "the subnet"), at(*way.route, "its route")});
  }
}

void noWayOut(const Model& model, const Report& report) {
  const Routing routing{model};
  Proof proof{model, report};
  for (const auto& machine : machines(model))
    if (bootNeedsTheWorld(machine))
      needsWayOut(model, report, routing, proof, machine, "its boot needs one",
                  [&](const Resource& subnet) { return hasPublicAddress(model, machine, subnet); });
  for (const auto& workload : workloads(model))
    if (workload.owner->is("AWS::ECS::Service"))
      needsWayOut(
          model, report, routing, proof, workload, "its image is fetched from a registry", [&](const Resource&) {
            const auto address = (*workload.owner)["NetworkConfiguration"]["AwsvpcConfiguration"]["AssignPublicIp"];
            return address.isUnknown() ? Truth::unknown : address.is("ENABLED") ? Truth::yes : Truth::no;
          });
}

void peeringOneWay(const Model& model, const Report& report) {
  for (const auto* peering : model.all("AWS::EC2::VPCPeeringConnection")) {
    const auto* one = (*peering)["VpcId"].resource("AWS::EC2::VPC");
    const auto* two = (*peering)["PeerVpcId"].resource("AWS::EC2::VPC");
    if (!one || !two || (*peering)["PeerRegion"] || (*peering)["PeerOwnerId"]) continue;
    const auto ranges = rangesOf(model, *one);
    for (const auto& range : ranges.all)
      for (const auto& other : rangesOf(model, *two).all)
        if (range.overlaps(other))
          report(*peering, fmt::format("`{}` and `{}` share addresses", one->id, two->id),
                 "give the VPCs ranges of their own",
                 {at((*one)["CidrBlock"], "one range"), at((*two)["CidrBlock"], "the other")});
    bool from[2] = {false, false};
    bool stray = false;
    for (const auto* route : model.all("AWS::EC2::Route")) {
      if ((*route)["VpcPeeringConnectionId"].resource() != peering) continue;
      const auto* table = (*route)["RouteTableId"].resource();
      const auto* vpc = table ? vpcOf(*table) : nullptr;
      if (vpc == one) from[0] = true;
      if (vpc == two) from[1] = true;
      stray |= !vpc;
    }
    if (stray || from[0] == from[1]) continue;
    report(*peering,
           fmt::format("`{}` has routes to `{}`, but not the other way round, so no answer comes back",
                       from[0] ? one->id : two->id, from[0] ? two->id : one->id),
           "add a route in the other VPC's tables");
  }
}

void natWithoutInternet(const Model& model, const Report& report) {
  const Routing routing{model};
  for (const auto* nat : model.all("AWS::EC2::NatGateway")) {
    const auto* subnet = (*nat)["SubnetId"].resource("AWS::EC2::Subnet");
    const auto kind = (*nat)["ConnectivityType"];
    if (!subnet || kind.is("private") || kind.isUnknown()) continue;
    const auto way = routing.wayOut(*subnet);
    if (way.kind != Kind::none && way.kind != Kind::nat) continue;
    report((*nat)["SubnetId"], fmt::format("`{}` has no route to an internet gateway", subnet->id),
           "put the NAT gateway into a public subnet", {at(*subnet, "the subnet")});
  }
}

void routeToForeignGateway(const Model& model, const Report& report) {
  for (const auto* route : model.all("AWS::EC2::Route")) {
    const auto* gateway = (*route)["GatewayId"].resource("AWS::EC2::InternetGateway");
    const auto* table = (*route)["RouteTableId"].resource("AWS::EC2::RouteTable");
    const auto* vpc = table ? vpcOf(*table) : nullptr;
    if (!gateway || !vpc) continue;
    bool attached = false;
    const Resource* elsewhere = nullptr;
    for (const auto* attachment : model.all("AWS::EC2::VPCGatewayAttachment")) {
      const auto named = (*attachment)["InternetGatewayId"];
      if (named && named.resource() != gateway && !named.isUnknown() && named.resource()) continue;
      const auto* attachedTo = (*attachment)["VpcId"].resource();
      if (!named) continue;
      attached |= !attachedTo || attachedTo == vpc || !named.resource();
      if (attachedTo && attachedTo != vpc) elsewhere = attachment;
    }
    if (attached) continue;
    std::vector<diag::Related> related;
    if (elsewhere) related.push_back(at(*elsewhere, "it is attached to another VPC"));
    report((*route)["GatewayId"], fmt::format("`{}` is not attached to `{}`", gateway->id, vpc->id),
           "add an `AWS::EC2::VPCGatewayAttachment` for both", std::move(related));
  }
}

void natInstanceChecksAddresses(const Model& model, const Report& report) {
  for (const auto* route : model.all("AWS::EC2::Route"))
    for (const auto member : {"InstanceId", "NetworkInterfaceId"})
      if (const auto* target = (*route)[member].resource())
        if (target->is("AWS::EC2::Instance") || target->is("AWS::EC2::NetworkInterface"))
          if ((*target)["SourceDestCheck"].truth(true) == Truth::yes)
            report(*target, fmt::format("`{}` leads here, but packets that are not its own are dropped", route->id),
                   "set `SourceDestCheck: false`", {at(*route, "the route")});
}

void balancerWithoutInternet(const Model& model, const Report& report) {
  const Routing routing{model};
  for (const auto* balancer : model.all("AWS::ElasticLoadBalancingV2::LoadBalancer")) {
    const auto scheme = (*balancer)["Scheme"];
    if (scheme && !scheme.is("internet-facing")) continue;
    auto list = (*balancer)["Subnets"];
    std::vector<const Resource*> subnets = list.resources("AWS::EC2::Subnet");
    if (!list) list = (*balancer)["SubnetMappings"];
    for (const auto& mapping : (*balancer)["SubnetMappings"].items())
      if (const auto* subnet = mapping["SubnetId"].resource("AWS::EC2::Subnet")) subnets.push_back(subnet);
    for (const auto* subnet : subnets) {
      const auto way = routing.wayOut(*subnet);
      if (way.kind != Kind::none && way.kind != Kind::nat) continue;
      report(
          list,
          fmt::format("the load balancer faces the internet, but `{}` has no route to an internet gateway", subnet->id),
          "name public subnets, or set `Scheme: internal`", {at(*subnet, "the subnet")});
    }
  }
}

void routeTableUnused(const Model& model, const Report& report) {
  const Routing routing{model};
  if (routing.isOpen()) return;
  for (const auto* table : model.all("AWS::EC2::RouteTable")) {
    if (routing.routesOf(*table).empty()) continue;
    const auto users = model.usersOf(*table);
    const bool used = std::ranges::any_of(
        users, [](const Resource* user) { return !user->is("AWS::EC2::Route") && !user->is("AWS::EC2::VPCEndpoint"); });
    if (!used && !model.isOutput(*table))
      report(*table, "the table has routes, but no subnet uses it", "associate it with the subnets that it is for");
  }
}

void publicAddressInIsolation(const Model& model, const Report& report) {
  const Routing routing{model};
  for (const auto* subnet : model.all("AWS::EC2::Subnet")) {
    if ((*subnet)["MapPublicIpOnLaunch"].truth() != Truth::yes) continue;
    const auto way = routing.wayOut(*subnet);
    if (way.kind != Kind::none && way.kind != Kind::nat) continue;
    report((*subnet)["MapPublicIpOnLaunch"],
           "instances get public addresses here, which are billed, but the subnet has no route to an internet gateway",
           "set it to false, or route the subnet to the internet gateway");
  }
}

constexpr Rule all[] = {
    {{"no-way-out", diag::Severity::error, "network", "instances need a way out, and their subnet has none",
      "Packages, signals and the APIs of AWS are outside of the VPC. Without a route the boot hangs until the stack's "
      "creation policy gives up.",
      "Route the subnet to a NAT, give the instances public addresses in a public subnet, or add interface endpoints.",
      "Amazon VPC User Guide: Example routing options", diag::Noticed::boot},
     noWayOut},
    {{"nat-without-internet", diag::Severity::error, "network", "a public NAT gateway is in a subnet without internet",
      "A NAT gateway forwards through its own subnet's route table, which must lead to an internet gateway.",
      "Put it into a public subnet.", "Amazon VPC User Guide: NAT gateways", diag::Noticed::creation},
     natWithoutInternet},
    {{"gateway-not-attached", diag::Severity::error, "network", "a route leads to a gateway that the VPC does not have",
      "EC2 refuses a route to an internet gateway that is attached to no VPC or to another one.",
      "Attach the gateway to the VPC of the route table.", "Amazon VPC User Guide: Internet gateways",
      diag::Noticed::creation},
     routeToForeignGateway},
    {{"source-dest-check", diag::Severity::error, "network", "a route leads to an interface that drops foreign packets",
      "An instance that forwards packets, such as a NAT instance, must have its source and destination check off.",
      "Set `SourceDestCheck: false` on the instance or the network interface.", "Amazon VPC User Guide: NAT instances",
      diag::Noticed::use},
     natInstanceChecksAddresses},
    {{"balancer-without-internet", diag::Severity::error, "load balancing",
      "a load balancer for the internet is in a subnet without internet",
      "Its addresses are public, but no packet gets there or back.",
      "Name subnets whose route table leads to an internet gateway.",
      "Elastic Load Balancing User Guide: Load balancer scheme", diag::Noticed::creation},
     balancerWithoutInternet},
    {{"peering", diag::Severity::error, "network", "a peering connection cannot carry connections",
      "VPCs with common addresses cannot be peered, and a connection needs a route in both of them.",
      "Give the VPCs ranges of their own, and add routes on both sides.",
      "Amazon VPC Peering Guide: Update your route tables; Limitations", diag::Noticed::use},
     peeringOneWay},
    {{"route-table-unused", diag::Severity::warning, "network", "a route table has routes and no subnet",
      "Its routes do nothing; the subnets that it is meant for use the VPC's main table.",
      "Associate it with `AWS::EC2::SubnetRouteTableAssociation`.", "Amazon VPC User Guide: Subnet route tables",
      diag::Noticed::use},
     routeTableUnused},
    {{"public-address-useless", diag::Severity::warning, "network",
      "a subnet hands out public addresses that nothing can reach",
      "Each public IPv4 address is billed by the hour, and without a route to an internet gateway it serves nobody.",
      "Set `MapPublicIpOnLaunch: false`, or add the route.", "Amazon VPC Pricing: Public IPv4 addresses",
      diag::Noticed::use},
     publicAddressInIsolation},
};

}  // namespace

std::span<const Rule> routeRules() { return all; }

}  // namespace check
