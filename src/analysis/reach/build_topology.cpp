#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analysis/reach/builder.h"

// VPCs, their gateways and their subnets.
namespace reach {
namespace {

constexpr std::array<std::string_view, 4> harmlessTransforms{"AWS::LanguageExtensions", "AWS::Serverless-2016-10-31",
                                                             "AWS::CodeDeployBlueGreen",
                                                             "AWS::SecretsManager-2020-07-23"};

bool isHarmless(const Value& transform) {
  if (!transform.isSet()) return true;
  if (const auto* list = transform.as<List>()) return std::ranges::all_of(*list, isHarmless);
  const auto* text = textOf(transform);
  return text && (std::ranges::find(harmlessTransforms, *text) != harmlessTransforms.end() ||
                  text->starts_with("AWS::SecretsManager-"));
}

Rule anything(Family family, const Reason* maybe, Place place) {
  Rule rule;
  rule.peer.is = IpRange{family, 0, 0};
  rule.maybe = maybe;
  rule.place = place;
  return rule;
}

/// A resource whose condition is false.
NotMade notMade(const cfn::EvaluatedResource& resource) {
  const auto& condition = resource.declaration->condition;
  return {fmt::format("`{}` is not created: its condition `{}` is false", resource.id, condition.text),
          {condition.span.isSet() ? condition.span : resource.declaration->span, resource.id}};
}

}  // namespace

Network buildNetwork(const cfn::Evaluated& evaluated, const std::vector<const cfn::Template*>& templates) {
  Network network;
  Builder{network, evaluated, templates}.build();
  return network;
}

void Builder::build() {
  for (const auto& resource : evaluated_.resources) {
    network_.typeOf[resource.id] = resource.type();
    if (resource.present != Truth::no)
      byType_[std::string{resource.type()}].push_back(&resource);
    else
      network_.notMade[resource.id] = notMade(resource);
  }
  for (const auto* one : templates_)
    if (const auto& transform = one->sections().transform; !isHarmless(transform))
      network_.rewritten = network_.because("a transform may change any part of the template", {transform.span(), {}});
  vpcs();
  gateways();
  acls();
  tables();
  subnets();
  handedLists();
  groups();
  natsAndPeerings();
  hosts();
  balancers();
  routes();
  associations();
  boundaries();
  influences();
  publicAccess();
  index();
}

std::vector<Reader> Builder::readers(std::string_view type) {
  std::vector<Reader> all;
  if (const auto found = byType_.find(type); found != byType_.end())
    for (const auto* resource : found->second) all.emplace_back(network_, *resource);
  return all;
}

std::optional<Reader> Builder::readerOf(std::string_view id) {
  const auto* resource = id.empty() ? nullptr : evaluated_.find(id);
  if (!resource || resource->present == Truth::no) return {};
  return Reader{network_, *resource};
}

/// One whose defaults are those that `add` gives it.
Vpc Builder::newVpc(std::string id, Place place) const {
  return {.id = std::move(id),
          .defaultGroup = network_.groups.next(),
          .defaultAcl = network_.acls.next(),
          .mainTable = network_.tables.next(),
          .place = place};
}

/// Adds the VPC with the group, the ACL and the route table that every VPC has.
Index<Vpc> Builder::add(Vpc vpc) {
  const auto place = vpc.place;
  SecurityGroup group{fmt::format("the default group of {}", vpc.id), place, {}, {}};
  group.why = vpc.why;
  NetworkAcl acl{fmt::format("the default ACL of {}", vpc.id), place, {}, {}};
  RouteTable table{fmt::format("the main route table of {}", vpc.id), place, {}};
  Rule members;
  members.peer.is = vpc.defaultGroup;
  members.place = place;
  group.ingress.push_back(members);
  for (const auto family : {Family::ipv4, Family::ipv6}) {
    group.egress.push_back(anything(family, nullptr, place));
    for (auto* entries : {&acl.ingress, &acl.egress})
      entries->push_back({family == Family::ipv4 ? 100 : 101, nullptr, true, anything(family, nullptr, place)});
    if (!vpc.why) continue;
    group.ingress.push_back(anything(family, vpc.why, place));
    for (auto* entries : {&acl.ingress, &acl.egress})
      entries->insert(entries->begin(), {0, vpc.why, vpc.why, anything(family, vpc.why, place)});
    Route route;
    route.destination = anything(family, nullptr, place).peer;
    route.target = {.kind = RouteKind::unknown, .why = vpc.why, .place = place};
    route.maybe = vpc.why;
    table.routes.push_back(route);
  }
  network_.groups.add(std::move(group));
  network_.acls.add(std::move(acl));
  network_.tables.add(std::move(table));
  return network_.vpcs.add(std::move(vpc));
}

void Builder::vpcs() {
  for (const auto& reader : readers("AWS::EC2::VPC")) {
    auto vpc = newVpc(reader.resource().id, reader.place());
    vpc.declared = true;
    const auto range = reader.at("CidrBlock");
    const auto* text = textOf(range);
    if (const auto parsed = text ? cfn::parseRange(*text) : std::nullopt)
      vpc.ranges.push_back(*parsed);
    else
      vpc.rangesWhy = reader.reasonFor(range.isSet() ? range : reader.at("Ipv4IpamPoolId"));
    network_.vpcOf.set(reader.resource().id, add(std::move(vpc)));
  }
  for (const auto& reader : readers("AWS::EC2::VPCCidrBlock")) {
    const auto range = reader.at("CidrBlock");
    const auto ipv6 = reader.at("Ipv6CidrBlock");
    if (const auto* written = textOf(ipv6))
      if (const auto own = cfn::parseRange(*written)) network_.ownIpv6.push_back(*own);
    if (!range.isSet() && !reader.at("Ipv4IpamPoolId").isSet()) continue;
    const auto* text = textOf(range);
    const auto parsed = text ? cfn::parseRange(*text) : std::nullopt;
    const auto named = resourceIn(reader.at("VpcId"));
    for (auto& vpc : network_.vpcs) {
      const bool certain = named == vpc.id;
      if (!certain && !named.empty()) continue;
      if (parsed && certain && !reader.maybe())
        vpc.ranges.push_back(*parsed);
      else
        vpc.rangesWhy = reader.maybe() ? reader.maybe() : reader.reasonFor(certain ? range : reader.at("VpcId"));
    }
  }
}

Index<Vpc> Builder::vpc(const Reader& reader, const Value& value, const Reason* why) {
  const auto named = resourceIn(value);
  const auto key = named.empty() ? (value.isSet() ? cfn::identity(value) : "the default VPC") : std::string{named};
  if (const auto known = network_.vpcOf.find(key)) return *known;
  auto vpc = newVpc(value.isSet() ? "a VPC outside" : key, reader.placeOf(value));
  if (!why && value.isSet()) {
    const auto* reason = reader.reasonFor(value);
    why = network_.because(fmt::format("the VPC is not in the template: {}", reason->text), reason->place);
  }
  vpc.why = why ? why : network_.because("the account's default VPC is not in the template", reader.place());
  vpc.rangesWhy = vpc.why;
  const auto index = add(std::move(vpc));
  network_.vpcOf.set(key, index);
  return index;
}

void Builder::gateways() {
  for (const auto& reader : readers("AWS::EC2::VPCGatewayAttachment")) {
    const auto gateway = reader.at("InternetGatewayId");
    const auto id = reader.at("VpcId");
    const auto index = vpc(reader, id);
    if (reader.at("VpnGatewayId").isSet()) {
      auto& over = carrier(network_.because("what comes over the VPN gateway", reader.place()));
      over.isNetwork = true;
      for (const auto one : network_.vpcs.indices())
        if (one == index || resourceIn(id).empty()) network_.vpcs[one].boundaries.push_back(&over);
    }
    if (!gateway.isSet()) continue;
    const auto named = resourceIn(gateway);
    const auto key = named.empty() ? cfn::identity(gateway) : std::string{named};
    const bool certain = !named.empty() && !reader.maybe();
    auto& attached = network_.vpcs[index];
    if (certain || (!reader.maybe() && !attached.declared))
      attached.gateways.push_back(key);
    else
      attached.maybeGateways.push_back({key, reader.maybe() ? reader.maybe() : reader.reasonFor(gateway)});
    if (resourceIn(id).empty())  // it may be any VPC
      for (auto& other : network_.vpcs) other.maybeGateways.push_back({key, reader.reasonFor(id)});
  }
}

void Builder::subnets() {
  for (const auto& reader : readers("AWS::EC2::Subnet")) {
    Subnet subnet{
        .id = reader.resource().id, .vpc = vpc(reader, reader.at("VpcId")), .place = reader.place(), .declared = true};
    const auto range = reader.at("CidrBlock");
    const auto* text = textOf(range);
    subnet.range = text ? cfn::parseRange(*text) : std::nullopt;
    if (!subnet.range) subnet.rangeWhy = reader.reasonFor(range.isSet() ? range : reader.at("Ipv4IpamPoolId"));
    const auto ipv6 = reader.at("Ipv6CidrBlock");
    if (const auto* written = textOf(ipv6)) subnet.range6 = cfn::parseRange(*written);
    const bool isChoice = ipv6.as<data::Tagged>() && ipv6.as<data::Tagged>()->tag == "If";
    subnet.hasIpv6 = isChoice ? Tri{reader.reasonFor(ipv6)} : Tri{ipv6.isSet() || reader.at("Ipv6IpamPoolId").isSet()};
    subnet.mapsPublicIpv4 = reader.flag(reader.at("MapPublicIpOnLaunch"), false);
    subnet.assignsIpv6 =
        reader.flag(reader.at("AssignIpv6AddressOnCreation"), false) | reader.flag(reader.at("Ipv6Native"), false);
    if (const auto zone = reader.at("AvailabilityZone"); zone.isSet() && !cfn::unknownOf(zone))
      subnet.zone = cfn::identity(zone);
    network_.subnetOf.set(reader.resource().id, network_.subnets.add(std::move(subnet)));
  }
  for (const auto& reader : readers("AWS::EC2::SubnetCidrBlock")) {
    const auto in = reader.at("SubnetId");
    const auto named = resourceIn(in);
    for (auto& subnet : network_.subnets) {
      if (!named.empty() && named != subnet.id) continue;
      const auto* maybe = named.empty() ? reader.reasonFor(in) : reader.maybe();
      subnet.hasIpv6 = subnet.hasIpv6 | presentUnless(maybe);
      const auto range = reader.at("Ipv6CidrBlock");
      if (const auto* written = textOf(range); written && !maybe) subnet.range6 = cfn::parseRange(*written);
    }
  }
}

/// One outside the template is known by what names it. Nothing names the default subnets of the default VPC.
Index<Subnet> Builder::subnet(const Reader& reader, const Value& value, bool maybeSeveral) {
  const auto named = resourceIn(value);
  const auto key = named.empty() ? (value.isSet() ? cfn::identity(value) : "a default subnet") : std::string{named};
  if (const auto known = network_.subnetOf.find(key)) return *known;
  if (value.isSet()) {
    const auto index = subnetOutside(reader, key, reader.reasonFor(value), reader.placeOf(value));
    network_.subnets[index].maybeSeveral = maybeSeveral;
    return index;
  }
  const auto* why = network_.because("no subnet is named", reader.place());
  return addOutside({.id = key, .vpc = vpc(reader, {}), .place = reader.place()}, key, why);
}

Index<Subnet> Builder::subnetOutside(const Reader& reader, const std::string& key, const Reason* reason, Place place) {
  if (const auto known = network_.subnetOf.find(key)) return *known;
  const auto* why = network_.because(fmt::format("the subnet is not in the template: {}", reason->text), reason->place);
  return addOutside({.id = "a subnet outside", .vpc = vpc(reader, Value{"the VPC of " + key}, why), .place = place},
                    key, why);
}

/// Adds a subnet of which nothing is known.
Index<Subnet> Builder::addOutside(Subnet subnet, const std::string& key, const Reason* why) {
  subnet.rangeWhy = why;
  subnet.mapsPublicIpv4 = why;
  subnet.assignsIpv6 = why;
  subnet.hasIpv6 = why;
  const auto index = network_.subnets.add(std::move(subnet));
  network_.subnetOf.set(key, index);
  return index;
}

void Builder::natsAndPeerings() {
  for (const auto& reader : readers("AWS::EC2::NatGateway")) {
    const auto in = reader.at("SubnetId");
    const auto isRegional = reader.is(reader.at("AvailabilityMode"), "regional", false);
    std::optional<Index<Subnet>> at;
    if (in.isSet() && !isRegional.isYes()) at = subnet(reader, in);
    Nat nat{.id = reader.resource().id,
            .subnet = at,
            .vpc = at ? network_.subnets[*at].vpc : vpc(reader, reader.at("VpcId")),
            .isPublic = reader.is(reader.at("ConnectivityType"), "public", true),
            .place = reader.place()};
    if (at && isRegional.isUnknown()) nat.isPublic = isRegional.why();
    network_.natOf.set(reader.resource().id, network_.nats.add(std::move(nat)));
  }
  for (const auto& reader : readers("AWS::EC2::VPCPeeringConnection")) {
    const auto a = vpc(reader, reader.at("VpcId")), b = vpc(reader, reader.at("PeerVpcId"));
    network_.peeringOf.set(reader.resource().id, network_.peerings.add({reader.resource().id, a, b, reader.place()}));
    const auto isOutside = [&](Index<Vpc> vpc) { return !network_.vpcs[vpc].declared; };
    if (!isOutside(a) && !isOutside(b)) continue;
    auto& over = carrier(network_.because("what comes over the peering with a VPC outside", reader.place()));
    over.isNetwork = true;
    const bool mayBeAny = isOutside(a) && isOutside(b);
    for (const auto one : network_.vpcs.indices())
      if (mayBeAny || (one == a && isOutside(b)) || (one == b && isOutside(a)))
        network_.vpcs[one].boundaries.push_back(&over);
  }
}

}  // namespace reach
