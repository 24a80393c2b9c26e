#include <fmt/format.h>

#include <algorithm>

#include "analysis/reach/builder.h"

// Route tables, and what subnets are associated with.
namespace reach {

void Builder::tables() {
  for (const auto& reader : readers("AWS::EC2::RouteTable")) {
    network_.tableOf.set(reader.resource().id, network_.tables.add({reader.resource().id, reader.place(), {}}));
  }
}

Peer Builder::destination(const Reader& reader, std::vector<Peer>& all) {
  Peer peer;
  for (const auto& [key, family] :
       {std::pair{"DestinationCidrBlock", Family::ipv4}, {"DestinationIpv6CidrBlock", Family::ipv6}}) {
    const auto value = reader.at(key);
    if (!value.isSet()) continue;
    const auto* text = textOf(value);
    const auto range = text ? cfn::parseRange(*text) : std::nullopt;
    if (range) {
      peer.is = *range;
    } else {
      peer.why = reader.reasonFor(value);
      peer.family = family;
    }
    all.push_back(peer);
    return peer;
  }
  if (const auto list = reader.at("DestinationPrefixListId"); list.isSet()) {
    all = prefixList(reader, list);
    return peer;
  }
  peer.why = network_.because("the route names no destination", reader.place());
  all.push_back(peer);
  return peer;
}

RouteTarget Builder::target(const Reader& reader) {
  RouteTarget target{.place = reader.place()};
  const auto leads = [&](RouteKind kind, const Value& value) {
    const auto named = resourceIn(value);
    target.id = network_.name(named.empty() ? cfn::identity(value) : std::string{named});
    target.kind = kind;
    return !named.empty();
  };
  const auto boundary = [&](std::string_view what, const Value& value) {
    leads(RouteKind::boundary, value);
    target.why = network_.because(fmt::format("where {} leads", what), reader.place());
    return target;
  };
  const auto leadsTo = [&](const auto& found, const Value& value) {
    if (found) {
      target.to = *found;
    } else {
      target.kind = RouteKind::unknown;
      target.why = reader.reasonFor(value);
    }
    return target;
  };
  if (const auto value = reader.at("GatewayId"); value.isSet()) {
    if (!leads(RouteKind::internetGateway, value)) {
      target.kind = RouteKind::unknown;
      target.why = reader.reasonFor(value);
    } else if (const auto type = network_.typeOf.find(target.id);
               type != network_.typeOf.end() && type->second == "AWS::EC2::VPNGateway") {
      return boundary("the VPN gateway", value);
    }
    return target;
  }
  if (const auto value = reader.at("NatGatewayId"); value.isSet()) {
    leads(RouteKind::nat, value);
    return leadsTo(network_.natOf.find(target.id), value);
  }
  if (const auto value = reader.at("EgressOnlyInternetGatewayId"); value.isSet()) {
    leads(RouteKind::egressOnly, value);
    return target;
  }
  if (const auto value = reader.at("VpcPeeringConnectionId"); value.isSet()) {
    leads(RouteKind::peering, value);
    return leadsTo(network_.peeringOf.find(target.id), value);
  }
  for (const auto& [key, kind] :
       {std::pair{"NetworkInterfaceId", HostKind::interface}, {"InstanceId", HostKind::server}})
    if (const auto value = reader.at(key); value.isSet()) {
      leads(RouteKind::interface, value);
      return leadsTo(hostIn(value, kind), value);
    }
  if (const auto value = reader.at("TransitGatewayId"); value.isSet()) return boundary("the transit gateway", value);
  if (const auto value = reader.at("VpcEndpointId"); value.isSet()) return boundary("the endpoint", value);
  for (const auto* key : {"LocalGatewayId", "CarrierGatewayId", "CoreNetworkArn"})
    if (const auto value = reader.at(key); value.isSet()) return boundary("the gateway", value);
  target.kind = RouteKind::unknown;
  target.why = network_.because("the route names no target", reader.place());
  return target;
}

void Builder::routes() {
  for (const auto& reader : readers("AWS::EC2::Route")) {
    const auto in = reader.at("RouteTableId");
    const auto table = network_.tableOf.find(resourceIn(in));
    std::vector<Peer> destinations;
    destination(reader, destinations);
    const auto leadsTo = target(reader);
    for (const auto& destination : destinations) {
      Route route{destination, leadsTo, reader.maybe()};
      if (table) {
        network_.tables[*table].routes.push_back(route);
        continue;
      }
      route.maybe = network_.because(
          fmt::format("which route table has the route `{}`: {}", reader.resource().id, reader.reasonFor(in)->text),
          reader.placeOf(in));
      for (auto& any : network_.tables) any.routes.push_back(route);
    }
  }
  for (const auto& reader : readers("AWS::EC2::VPNGatewayRoutePropagation")) {
    const auto tables = reader.items(reader.at("RouteTableIds"));
    for (auto& table : network_.tables) {
      const bool handed = std::ranges::any_of(tables.items, [&](const auto& item) {
        const auto id = resourceIn(item.value);
        return id == table.id || id.empty();
      });
      if (!handed) continue;
      Route route;
      route.destination.why = network_.because("which routes the VPN gateway propagates", reader.place());
      route.target = {.kind = RouteKind::boundary, .why = route.destination.why, .place = reader.place()};
      route.maybe = route.destination.why;
      table.routes.push_back(route);
    }
  }
}

template <class Thing>
void Builder::associate(std::string_view type, std::string_view idKey, const ByName<Thing>& ids,
                        Alternatives<Thing> Subnet::*member, Index<Thing> Vpc::*otherwise) {
  struct Association {
    std::optional<Index<Subnet>> subnet;  ///< none: any
    std::optional<Index<Thing>> index;    ///< none: one that is not known
    const Reason* maybe;
  };
  std::vector<Association> all;
  for (const auto& reader : readers(type)) {
    const auto subnetId = reader.at("SubnetId");
    const auto id = reader.at(idKey);
    Association association{subnet(reader, subnetId), ids.find(resourceIn(id)), reader.maybe()};
    if (!association.index) association.maybe = reader.reasonFor(id);
    all.push_back(association);
    if (resourceIn(subnetId).empty()) all.push_back({{}, association.index, reader.reasonFor(subnetId)});
  }
  const auto add = [](Alternatives<Thing>& alternatives, const Association& association) {
    if (association.index)
      alternatives.indices.push_back(*association.index);
    else
      alternatives.mayBeOther = true;
    if (association.maybe) alternatives.why = association.maybe;
  };
  for (const auto index : network_.subnets.indices()) {
    auto& subnet = network_.subnets[index];
    auto& alternatives = subnet.*member;
    bool certain = false;
    for (const auto& association : all) {
      if (association.subnet != index) continue;
      add(alternatives, association);
      certain |= !association.maybe || !association.index;
    }
    if (alternatives.indices.size() > 1 && !alternatives.why)
      alternatives.why = network_.because(fmt::format("`{}` has several associations", subnet.id), subnet.place);
    if (certain) continue;
    alternatives.indices.push_back(network_.vpcs[subnet.vpc].*otherwise);
    for (const auto& association : all)
      if (!association.subnet) add(alternatives, association);
  }
}

void Builder::associations() {
  associate("AWS::EC2::SubnetRouteTableAssociation", "RouteTableId", network_.tableOf, &Subnet::tables,
            &Vpc::mainTable);
  associate("AWS::EC2::SubnetNetworkAclAssociation", "NetworkAclId", network_.aclOf, &Subnet::acls, &Vpc::defaultAcl);
}

}  // namespace reach
