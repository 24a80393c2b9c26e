#include "analysis/check/network.h"

#include <algorithm>

namespace check {
namespace {

/// Every member of a route that may name its target.
constexpr std::string_view targets[] = {"GatewayId",
                                        "NatGatewayId",
                                        "NetworkInterfaceId",
                                        "InstanceId",
                                        "TransitGatewayId",
                                        "VpcPeeringConnectionId",
                                        "VpcEndpointId",
                                        "CarrierGatewayId",
                                        "LocalGatewayId",
                                        "CoreNetworkArn",
                                        "EgressOnlyInternetGatewayId"};

WayOut::Kind kindOf(const Resource& route, const Resource*& target) {
  using Kind = WayOut::Kind;
  for (const auto member : targets) {
    const auto node = route[member];
    if (!node) continue;
    target = node.resource();
    if (member == "NatGatewayId" || member == "NetworkInterfaceId" || member == "InstanceId") return Kind::nat;
    if (member != "GatewayId") return Kind::other;
    if (target) return target->is("AWS::EC2::InternetGateway") ? Kind::internetGateway : Kind::other;
    const auto id = node.text();
    return id && id->starts_with("igw-") ? Kind::internetGateway : id ? Kind::other : Kind::unknown;
  }
  return Kind::unknown;
}

/// What identifies the zone of a subnet: its name, or the expression that gives it.
std::string zoneText(const Resource& subnet) {
  const auto node = subnet["AvailabilityZone"];
  if (!node) {
    const auto id = subnet["AvailabilityZoneId"];
    return id ? "id:" + cfn::identity(*id.value()) : "";
  }
  const auto named = node.reference();
  if (named && named->attribute == "AvailabilityZone" && named->resource != &subnet) return zoneText(*named->resource);
  return cfn::identity(*node.value());
}

/// The place in the region's list of zones that `!Select [1, !GetAZs ""]` takes.
std::optional<std::pair<std::int64_t, std::string>> placeInList(const Resource& subnet) {
  const auto node = subnet["AvailabilityZone"];
  const auto named = node.reference();
  if (named && named->attribute == "AvailabilityZone" && named->resource != &subnet)
    return placeInList(*named->resource);
  const auto* call = node.isSet() ? node.value()->as<data::Tagged>() : nullptr;
  if (!call || call->tag != "Select") return {};
  const auto* arguments = call->value->as<List>();
  if (!arguments || arguments->size() != 2) return {};
  const auto* zones = (*arguments)[1].as<data::Tagged>();
  if (!zones || zones->tag != "GetAZs") return {};
  const auto index = Node{subnet, &(*arguments)[0], {}, ""}.number();
  auto region = cfn::identity(*zones->value);
  if (region == cfn::identity(data::Tagged{"Ref", std::make_shared<const Value>("AWS::Region")})) region.clear();
  if (zones->value->as<std::string>() && zones->value->as<std::string>()->empty()) region.clear();
  if (!index) return {};
  return std::pair{*index, std::move(region)};
}

}  // namespace

Routing::Routing(const Model& model) {
  for (const auto& resource : model.resources()) {
    if (resource.is("AWS::EC2::SubnetRouteTableAssociation")) {
      const auto* subnet = resource["SubnetId"].resource();
      if (subnet)
        associations_.emplace(subnet, &resource);
      else if (!resource["SubnetId"].isImport())
        strayAssociation_ = true;
    } else if (resource.is("AWS::EC2::Route")) {
      if (const auto* table = resource["RouteTableId"].resource())
        routes_[table].push_back(&resource);
      else if (!resource["RouteTableId"].isImport())
        strayRoute_ = true;
    } else if (resource.is("AWS::EC2::VPNGatewayRoutePropagation")) {
      propagates_ = true;
    }
  }
}

const std::vector<const Resource*>& Routing::routesOf(const Resource& table) const {
  static const std::vector<const Resource*> none;
  const auto found = routes_.find(&table);
  return found == routes_.end() ? none : found->second;
}

const Resource* Routing::associationOf(const Resource& subnet) const {
  const auto found = associations_.find(&subnet);
  return found == associations_.end() ? nullptr : found->second;
}

WayOut Routing::wayOut(const Resource& subnet) const {
  using Kind = WayOut::Kind;
  WayOut way;
  if (propagates_) return way;
  const auto* association = associationOf(subnet);
  if (!association) {
    // The main table of a VPC of the template has its local route only.
    const bool bare = subnet["VpcId"].resource("AWS::EC2::VPC") && !strayAssociation_;
    way.kind = bare ? Kind::none : Kind::unknown;
    return way;
  }
  way.table = (*association)["RouteTableId"].resource();
  if (!association->certain || !way.table) return way;
  if (strayRoute_ || subnet.model->isHandedOut(*way.table) || subnet.model->isOutput(*way.table)) return way;
  way.kind = Kind::none;
  for (const auto* route : routesOf(*way.table)) {
    const auto destination = (*route)["DestinationCidrBlock"];
    const auto prefix = (*route)["DestinationPrefixListId"];
    if (prefix || destination.isUnknown() || !route->certain) {
      if (way.kind == Kind::none) way.kind = Kind::unknown;
      if (!destination.is("0.0.0.0/0")) continue;
    }
    const auto range = destination.text() ? parseRange(*destination.text()) : std::nullopt;
    if (!range || range->prefixLength > 1) continue;
    const auto kind = kindOf(*route, way.target);
    way.route = route;
    way.kind = route->certain ? kind : Kind::unknown;
    return way;
  }
  return way;
}

Truth sameZone(const Resource& subnet, const Resource& other) {
  if (&subnet == &other) return Truth::yes;
  const auto one = zoneText(subnet);
  const auto two = zoneText(other);
  if (one.empty() || two.empty()) return Truth::unknown;
  if (one == two) return Truth::yes;
  const bool literal = subnet["AvailabilityZone"].text() && other["AvailabilityZone"].text();
  const auto place = placeInList(subnet);
  const auto otherPlace = placeInList(other);
  if (place && otherPlace && place->second == otherPlace->second)
    return place->first == otherPlace->first ? Truth::yes : Truth::no;
  return literal ? Truth::no : Truth::unknown;
}

Truth inOneZone(const std::vector<const Resource*>& subnets) {
  auto answer = Truth::yes;
  for (std::size_t i = 1; i < subnets.size(); ++i) {
    const auto same = sameZone(*subnets[0], *subnets[i]);
    if (same == Truth::no) return Truth::no;
    if (same == Truth::unknown) answer = Truth::unknown;
  }
  return answer;
}

Ranges rangesOf(const Model& model, const Resource& vpc) {
  Ranges ranges;
  const auto add = [&](const Node& node) {
    const auto range = node.text() ? parseRange(*node.text()) : std::nullopt;
    if (range)
      ranges.all.push_back(*range);
    else
      ranges.complete = false;
  };
  add(vpc["CidrBlock"]);
  for (const auto* block : model.all("AWS::EC2::VPCCidrBlock")) {
    if (const auto node = (*block)["CidrBlock"]; node && (*block)["VpcId"].resource() == &vpc) add(node);
    if (!(*block)["VpcId"].resource() || (*block)["Ipv4IpamPoolId"]) ranges.complete = false;
  }
  return ranges;
}

Ranges rangesOf(const std::vector<const Resource*>& subnets) {
  Ranges ranges;
  for (const auto* subnet : subnets) {
    const auto text = (*subnet)["CidrBlock"].text();
    const auto range = text ? parseRange(*text) : std::nullopt;
    if (range)
      ranges.all.push_back(*range);
    else
      ranges.complete = false;
  }
  return ranges;
}

const Resource* vpcOf(const Resource& resource) {
  if (const auto vpc = resource["VpcId"]) return vpc.resource("AWS::EC2::VPC");
  for (const auto member : {"SubnetIds", "Subnets", "VPCZoneIdentifier", "SubnetId"})
    for (const auto* subnet : resource[member].resources("AWS::EC2::Subnet"))
      if (const auto* vpc = (*subnet)["VpcId"].resource("AWS::EC2::VPC")) return vpc;
  for (const auto& mapping : resource["SubnetMappings"].items())
    if (const auto* subnet = mapping["SubnetId"].resource("AWS::EC2::Subnet"))
      if (const auto* vpc = (*subnet)["VpcId"].resource("AWS::EC2::VPC")) return vpc;
  return nullptr;
}

}  // namespace check
