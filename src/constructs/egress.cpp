#include "constructs/egress.h"

#include <fmt/format.h>

#include "constructs/names.h"
#include "constructs/nat_instance.h"

namespace constructs {
namespace {

namespace ec2 = aws::ec2;

/// The private tier's default route of that zone, still without its target. The logical id is the same whatever the
/// target is, so that a change of the egress changes routes in place.
ec2::Route defaultRoute(const Network& network, std::size_t zone) {
  return {
      .DestinationCidrBlock = "0.0.0.0/0",
      .RouteTableId = network.privateRoutes[zone],
  };
}

std::string routeId(std::size_t zone) { return fmt::format("PrivateDefaultRoute{}", zone + 1); }

Egress throughNatInstance(Draft& stack, const config::Network& config, const Network& network) {
  const auto nat = addNatInstance(stack, config, network);
  Egress egress{{nat.instance}, {nat.address}};
  for (std::size_t zone = 0; zone < network.privateRoutes.size(); ++zone) {
    auto route = defaultRoute(network, zone);
    route.NetworkInterfaceId = stack.from(config.egress, nat.interface);
    egress.ready.push_back(stack[routeId(zone)] = route);
  }
  return egress;
}

Egress throughNatGateways(Draft& stack, const config::Network& config, const Network& network, std::size_t count) {
  Egress egress;
  std::vector<ec2::NatGateway::Handle> gateways;
  for (std::size_t zone = 0; zone < count; ++zone) {
    const auto address = stack[fmt::format("NatAddress{}", zone + 1)] = ec2::EIP{
        .Domain = "vpc",
        .Tags = nameTag(fmt::format("nat-{}", zone + 1)),
    };
    stack.dependsOn(address, network.internet);
    const auto gateway = stack[fmt::format("NatGateway{}", zone + 1)] = ec2::NatGateway{
        .AllocationId = address.allocationId(),
        .SubnetId = network.publicTier.subnets[zone].id,
        .Tags = nameTag(fmt::format("nat-{}", zone + 1)),
    };
    stack.dependsOn(gateway, network.ready);
    gateways.push_back(gateway);
    egress.addresses.push_back(address);
  }
  for (std::size_t zone = 0; zone < network.privateRoutes.size(); ++zone) {
    auto route = defaultRoute(network, zone);
    route.NatGatewayId = stack.from(config.egress, gateways[std::min(zone, gateways.size() - 1)]);
    egress.ready.push_back(stack[routeId(zone)] = route);
  }
  return egress;
}

/// The AWS services that an instance calls while it boots and for Session Manager ("AWS services that integrate with
/// AWS PrivateLink"). S3, where Amazon Linux has its packages, is reached through the gateway endpoint.
Egress throughEndpoints(Draft& stack, const config::Config& config, const Network& network, Party& instances) {
  auto endpoints = addParty(stack, "Endpoints", "VPC endpoints of AWS services", network.vpc);
  allow(stack, instances, endpoints, https);

  struct Endpoint {
    std::string_view id;
    std::string_view name;
    std::string_view hint = "write another `network.egress` than `none`, or give instances the endpoint";
  };
  const auto place = stack.placeOf(config.network.egress);
  Egress egress;
  std::vector<Endpoint> services{{"Cloudformation", "cloudformation"},
                                 {"SecretsManager", "secretsmanager"},
                                 {"Ssm", "ssm"},
                                 {"SsmMessages", "ssmmessages"}};
  if (config.application.logs.enabled)
    services.push_back(
        {"Logs", "logs", "write another `network.egress` than `none`, or `application.logs.enabled: false`"});
  for (const auto& [id, name, hint] : services) {
    const auto endpoint = stack[fmt::format("{}Endpoint", id)] = ec2::VPCEndpoint{
        .PrivateDnsEnabled = true,
        .SecurityGroupIds = {endpoints.group.groupId()},
        .ServiceName = cfn::sub({"com.amazonaws.", cfn::region(), ".", name}),
        .SubnetIds = network.privateTier.ids(),
        .VpcEndpointType = "Interface",
        .VpcId = network.vpc,
    };
    egress.ready.push_back(endpoint);
    egress.assertions.push_back({fmt::format("{} can reach {} on {}", instances.name, endpoint.logicalId(), https.port),
                                 {place},
                                 std::string{hint}});
  }
  egress.ready.insert(egress.ready.end(), endpoints.rules.begin(), endpoints.rules.end());
  return egress;
}

/// Where they get out at all, instances get to packages, to AWS and to the mail server.
void assertWayOut(Draft& stack, const config::Config& config, const Party& instances, Egress& egress) {
  egress.assertions.push_back({fmt::format("{} can reach internet on {}, {}", instances.name, http.port, https.port),
                               {stack.placeOf(config.network.egress)},
                               "write a `network.egress` by which instances get to packages and to AWS"});
  const auto& mail = config.application.mail;
  if (!mail.host.text().empty())
    egress.assertions.push_back({fmt::format("{} can reach internet on {}", instances.name, mail.port),
                                 {stack.placeOf(mail)},
                                 "write another `network.egress`, or no `application.mail`"});
}

Egress addWayOut(Draft& stack, const config::Config& config, const Network& network, Party& instances) {
  switch (config.network.egress) {
    case config::Egress::natInstance:
      return throughNatInstance(stack, config.network, network);
    case config::Egress::natGateway:
      return throughNatGateways(stack, config.network, network, 1);
    case config::Egress::natGatewayPerZone:
      return throughNatGateways(stack, config.network, network, network.privateRoutes.size());
    case config::Egress::none:
      return throughEndpoints(stack, config, network, instances);
  }
  throw std::logic_error{"no such egress"};
}

}  // namespace

Egress addEgress(Draft& stack, const config::Config& config, const Network& network, Party& instances) {
  const auto part = stack.part(config.network.egress);
  auto egress = addWayOut(stack, config, network, instances);
  if (config.network.egress != config::Egress::none) assertWayOut(stack, config, instances, egress);
  return egress;
}

}  // namespace constructs
