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
      std::set<int> attached;
      for (const auto& reference : cfn::referencesIn(Value{reader.properties()})) {
        if (const auto vpc = network_.vpcOf.find(reference.name); vpc != network_.vpcOf.end())
          attached.insert(vpc->second);
        if (const auto subnet = network_.subnetOf.find(reference.name); subnet != network_.subnetOf.end())
          attached.insert(network_.subnets[static_cast<std::size_t>(subnet->second)].vpc);
        if (const auto host = network_.hostOf.find(reference.name); host != network_.hostOf.end())
          for (const auto& interface : network_.hosts[static_cast<std::size_t>(host->second)].interfaces)
            if (interface.subnet != none)
              attached.insert(network_.subnets[static_cast<std::size_t>(interface.subnet)].vpc);
      }
      for (std::size_t i = 0; i < network_.vpcs.size(); ++i)
        if (attached.empty() || attached.contains(static_cast<int>(i))) network_.vpcs[i].boundaries.push_back(why);
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
    const auto openGroup = [&](int index) {
      auto& group = network_.groups[static_cast<std::size_t>(index)];
      group.ingress.push_back(anything);
      group.egress.push_back(anything);
    };
    for (const auto& reference : cfn::referencesIn(Value{resource.properties})) {
      if (const auto group = network_.groupOf.find(reference.name); group != network_.groupOf.end())
        openGroup(group->second);
      if (const auto vpc = network_.vpcOf.find(reference.name);
          vpc != network_.vpcOf.end() && reference.attribute == "DefaultSecurityGroup")
        openGroup(network_.vpcs[static_cast<std::size_t>(vpc->second)].defaultGroup);
      if (const auto table = network_.tableOf.find(reference.name); table != network_.tableOf.end()) {
        Route route{.maybe = why};
        route.destination.why = why;
        route.target = {RouteKind::unknown, {}, none, why, reader.place()};
        network_.tables[static_cast<std::size_t>(table->second)].routes.push_back(route);
      }
      if (const auto acl = network_.aclOf.find(reference.name); acl != network_.aclOf.end())
        for (auto* entries : {&network_.acls[static_cast<std::size_t>(acl->second)].ingress,
                              &network_.acls[static_cast<std::size_t>(acl->second)].egress})
          entries->insert(entries->begin(), {0, why, why, anything});
    }
  }
}

}  // namespace reach
