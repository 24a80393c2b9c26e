#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "analysis/reach/builder.h"
#include "cloudformation/references.h"

// What carries traffic from where the template does not tell, and who may change it afterwards.
namespace reach {
namespace {

/// Each carries traffic into the VPCs that it is attached to.
constexpr std::array<std::string_view, 17> carriers{
    "AWS::EC2::TransitGatewayAttachment",
    "AWS::EC2::TransitGatewayVpcAttachment",
    "AWS::EC2::InstanceConnectEndpoint",
    "AWS::EC2::ClientVpnTargetNetworkAssociation",
    "AWS::EC2::VerifiedAccessEndpoint",
    "AWS::EC2::GatewayRouteTableAssociation",
    "AWS::EC2::VPCEndpointService",
    "AWS::EC2::CarrierGateway",
    "AWS::ApiGateway::VpcLink",
    "AWS::ApiGatewayV2::VpcLink",
    "AWS::GlobalAccelerator::EndpointGroup",
    "AWS::CloudFront::VpcOrigin",
    "AWS::VpcLattice::ServiceNetworkVpcAssociation",
    "AWS::VpcLattice::TargetGroup",
    "AWS::NetworkFirewall::Firewall",
    "AWS::NetworkManager::VpcAttachment",
    "AWS::VpcLattice::ResourceGateway",
};

}  // namespace

void Builder::boundaries() {
  for (const auto type : carriers)
    for (const auto& reader : readers(type)) {
      const auto* why =
          network_.because(fmt::format("what comes by way of `{}`", reader.resource().id), reader.place());
      std::set<Index<Vpc>> attached;
      for (const auto& reference : cfn::referencesIn(Value{reader.properties()})) {
        if (const auto vpc = network_.vpcOf.find(reference.name)) attached.insert(*vpc);
        if (const auto subnet = network_.subnetOf.find(reference.name)) attached.insert(network_.subnets[*subnet].vpc);
        if (const auto host = network_.hostOf.find(reference.name))
          for (const auto& interface : network_.hosts[*host].interfaces)
            attached.insert(network_.subnets[interface.subnet].vpc);
      }
      for (const auto vpc : network_.vpcs.indices())
        if (attached.empty() || attached.contains(vpc)) network_.vpcs[vpc].boundaries.push_back(why);
    }
}

/// Whether the template of a nested stack is one of those that are looked at.
bool Builder::isGiven(const Value& url) const {
  const auto* joined = url.as<data::Tagged>();
  const auto* parts = joined ? joined->value->as<List>() : nullptr;
  const auto* text = textOf(parts && !parts->empty() ? parts->back() : url);
  const auto name = [](std::string_view path) { return path.substr(path.find_last_of('/') + 1); };
  return text && std::ranges::any_of(templates_, [&](const auto* one) { return name(one->file()) == name(*text); });
}

/// Nested stacks and custom resources may change the groups, tables and ACLs that they are handed.
void Builder::escapes() {
  for (const auto& resource : evaluated_.resources) {
    const auto type = resource.type();
    if (resource.present == Truth::no) continue;
    if (type != "AWS::CloudFormation::Stack" && type != "AWS::CloudFormation::CustomResource" &&
        !type.starts_with("Custom::"))
      continue;
    const Reader reader{network_, resource};
    if (type == "AWS::CloudFormation::Stack" && isGiven(reader.at("TemplateURL"))) continue;
    const auto* why =
        network_.because(fmt::format("what `{}` makes of what it is handed", resource.id), reader.place());
    Rule anything{.maybe = why, .place = reader.place()};
    anything.peer.why = why;
    const auto openGroup = [&](Index<SecurityGroup> index) {
      auto& group = network_.groups[index];
      group.ingress.push_back(anything);
      group.egress.push_back(anything);
    };
    for (const auto& reference : cfn::referencesIn(Value{resource.properties})) {
      if (const auto group = network_.groupOf.find(reference.name)) openGroup(*group);
      if (const auto vpc = network_.vpcOf.find(reference.name); vpc && reference.attribute == "DefaultSecurityGroup")
        openGroup(network_.vpcs[*vpc].defaultGroup);
      if (const auto table = network_.tableOf.find(reference.name)) {
        Route route{.maybe = why};
        route.destination.why = why;
        route.target = {.kind = RouteKind::unknown, .why = why, .place = reader.place()};
        network_.tables[*table].routes.push_back(route);
      }
      if (const auto acl = network_.aclOf.find(reference.name))
        for (auto* entries : {&network_.acls[*acl].ingress, &network_.acls[*acl].egress})
          entries->insert(entries->begin(), {0, why, why, anything});
    }
  }
}

}  // namespace reach
