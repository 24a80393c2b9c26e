#include <fmt/format.h>

#include <algorithm>

#include "analysis/reach/server.h"

// Instances, Auto Scaling groups, services, network interfaces, and their public addresses.
namespace reach {

Index<Host> Builder::addHost(Host host) {
  const auto id = host.id;
  if (host.kind == HostKind::server || host.kind == HostKind::scalingGroup || host.kind == HostKind::service)
    host.isTakenOver = true;
  const auto index = network_.hosts.add(std::move(host));
  network_.hostOf.set(id, index);
  return index;
}

Index<Host> Builder::addHost(const Reader& reader, HostKind kind) {
  return addHost({.id = reader.resource().id, .kind = kind, .place = reader.place()});
}

/// The host of that kind that the value names.
std::optional<Index<Host>> Builder::hostIn(const Value& value, HostKind kind) const {
  const auto named = network_.hostOf.find(resourceIn(value));
  return named && network_.hosts[*named].kind == kind ? named : std::nullopt;
}

/// The network interface that the server takes over. What it names may be another resource, or one that is not made.
std::optional<Index<Host>> Builder::interfaceOf(const Server& server) const {
  return hostIn(server.interface, HostKind::interface);
}

/// The subnet of what the server says; that of its network interface, if only that is named and is not known.
Index<Subnet> Builder::whereIs(const Reader& reader, const Server& server, const Value& in) {
  if (in.isSet() || !server.interface.isSet()) return subnet(reader, in);
  return subnetOutside(reader, "the subnet of " + cfn::identity(server.interface),
                       whyNoInterface(reader, server.interface), reader.placeOf(server.interface));
}

const Reason* Builder::whyNoInterface(const Reader& reader, const Value& value) {
  const auto type = network_.typeOf.find(resourceIn(value));
  const bool isKnown = type != network_.typeOf.end() && type->second.starts_with("AWS::EC2::");
  if (isKnown && type->second != "AWS::EC2::NetworkInterface")
    return network_.because(fmt::format("`{}` ({}) is not a network interface", type->first, type->second),
                            reader.placeOf(value));
  return reader.reasonFor(value);
}

/// Puts the host where its network interface is.
void Builder::takeOver(Host& host, Index<Host> named, const Reason* maybe) {
  for (auto interface : network_.hosts[named].interfaces) {
    if (maybe) interface.maybe = maybe;
    interface.card = named;
    host.interfaces.push_back(interface);
  }
}

/// Puts the host into a subnet.
void Builder::place(Host& host, const Reader& reader, const Server& server, Index<Subnet> in, const Reason* maybe) {
  const auto& subnet = network_.subnets[in];
  Interface interface { .subnet = in, .maybe = maybe, .place = reader.place(), .publicPlace = subnet.place };
  interface.groups = groupsOf(reader, server.groups, server.groupNames, subnet.vpc);
  interface.publicIpv4 = server.publicIp.isSet() ? reader.flag(server.publicIp, false) : subnet.mapsPublicIpv4;
  if (server.publicIp.isSet()) interface.publicPlace = reader.placeOf(server.publicIp);
  if (server.privateIp.isSet() && !server.privateIps.isSet()) {
    const auto* text = textOf(server.privateIp);
    const auto address = text ? cfn::parseAddress(*text) : std::nullopt;
    interface.ipv4 =
        address ? Addr{.bits = address->bits} : Addr{.within = subnet.range, .why = reader.reasonFor(server.privateIp)};
  }
  interface.forwards = !reader.flag(server.sourceDestCheck, true);
  interface.ipv6 = subnet.assignsIpv6;
  if (server.ipv6Count.isSet()) {
    const auto count = reader.number(server.ipv6Count);
    interface.ipv6 = count ? Tri{*count > 0} : Tri{reader.reasonFor(server.ipv6Count)};
  }
  if (server.ipv6Addresses.isSet()) {
    const auto* list = server.ipv6Addresses.as<List>();
    interface.ipv6 = interface.ipv6 | (list ? Tri{!list->empty()} : Tri{reader.reasonFor(server.ipv6Addresses)});
  }
  if (server.interface.isSet() || server.unknown) {
    const auto* why = server.unknown ? server.unknown : whyNoInterface(reader, server.interface);
    if (interface.groups.indices.empty() || server.unknown) {
      interface.groups = {};
      interface.groups.others = why;
    }
    if (!server.publicIp.isSet()) interface.publicIpv4 = why;
    if (!server.ipv6Count.isSet()) interface.ipv6 = why;
  }
  host.interfaces.push_back(std::move(interface));
}

void Builder::networkInterface(const Reader& reader) {
  const auto index = addHost(reader, HostKind::interface);
  const auto in = subnet(reader, reader.at("SubnetId"));
  Server server{.groups = reader.at("GroupSet"),
                .publicIp = Value{"false"},
                .privateIp = reader.at("PrivateIpAddress"),
                .privateIps = reader.at(reader.at("PrivateIpAddresses").isSet() ? "PrivateIpAddresses"
                                                                                : "SecondaryPrivateIpAddressCount"),
                .ipv6Count = reader.at("Ipv6AddressCount"),
                .ipv6Addresses = reader.at("Ipv6Addresses"),
                .sourceDestCheck = reader.at("SourceDestCheck")};
  place(network_.hosts[index], reader, server, in, reader.maybe());
}

void Builder::instance(const Reader& reader) {
  const auto index = addHost(reader, HostKind::server);
  auto server = this->server(reader, reader.properties());
  const Reason* maybe = reader.maybe();
  if (const auto template_ = reader.at("LaunchTemplate"); template_.isSet()) {
    auto reference = reader.at(mapOf(template_), "LaunchTemplateId");
    if (!reference.isSet()) reference = reader.at(mapOf(template_), "LaunchTemplateName");
    if (!template_.as<Map>()) reference = template_;
    const Reason* launchMaybe = nullptr;
    server.orElse(launched(reader, reference, &launchMaybe));
  }
  auto& host = network_.hosts[index];
  host.elsewhere = server.more;
  if (const auto interface = interfaceOf(server))
    takeOver(host, *interface, maybe);
  else
    place(host, reader, server, whereIs(reader, server, server.subnet), maybe);
}

void Builder::scalingGroup(const Reader& reader) {
  const auto index = addHost(reader, HostKind::scalingGroup);
  Value reference;
  for (const auto* path : {"LaunchTemplate.LaunchTemplateId", "LaunchTemplate.LaunchTemplateName",
                           "MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateId",
                           "MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateName",
                           "LaunchConfigurationName", "InstanceId"})
    if (!reference.isSet()) reference = reader.deep(path);
  const Reason* launchMaybe = nullptr;
  auto server = launched(reader, reference.isSet() ? reference : Value{"no launch template"}, &launchMaybe);
  auto zones = reader.items(reader.at("VPCZoneIdentifier"));
  if (zones.items.empty()) zones.items.push_back({server.subnet, nullptr});
  auto& host = network_.hosts[index];
  host.elsewhere = server.more ? server.more : zones.others;
  placeInEach(host, reader, server, zones, nullptr);
  const auto overrides = reader.items(reader.deep("MixedInstancesPolicy.LaunchTemplate.Overrides"));
  for (const auto& item : overrides.items) {  // some instances may have a launch template of their own
    const auto own = reader.at(mapOf(item.value), "LaunchTemplateSpecification");
    if (item.value.as<Map>() && !own.isSet()) continue;
    auto named = reader.at(mapOf(own), "LaunchTemplateId");
    if (!named.isSet()) named = reader.at(mapOf(own), "LaunchTemplateName");
    const auto other = launched(reader, named.isSet() ? named : own.isSet() ? own : item.value, &launchMaybe);
    placeInEach(host, reader, other, zones, item.maybe);
  }
}

/// Puts instances that are launched like that into each of the subnets.
void Builder::placeInEach(Host& host, const Reader& reader, const Server& server, const Reader::Items& subnets,
                          const Reason* maybe) {
  for (const auto& item : subnets.items) {
    const auto* why = maybe ? maybe : item.maybe ? item.maybe : reader.maybe();
    if (const auto interface = interfaceOf(server)) return takeOver(host, *interface, why);
    place(host, reader, server, whereIs(reader, server, item.value), why);
  }
}

/// Interfaces in each of the subnets, all with the same groups.
void Builder::addInterfaces(const Reader& reader, Host& host, const Value& subnets, const Value& groups) {
  const auto in = reader.items(subnets);
  const bool isWhole = !subnets.as<List>();  // a list that is not known
  if (in.others) host.elsewhere = in.others;
  for (const auto& item : in.items) {
    Interface interface {
      .subnet = subnet(reader, item.value, isWhole), .maybe = item.maybe ? item.maybe : reader.maybe(),
      .place = reader.place()
    };
    const auto vpc = network_.subnets[interface.subnet].vpc;
    interface.groups = groupsOf(reader, groups, {}, vpc);
    host.interfaces.push_back(std::move(interface));
  }
}

void Builder::service(const Reader& reader) {
  auto& host = network_.hosts[addHost(reader, HostKind::service)];
  const auto network = reader.deep("NetworkConfiguration.AwsvpcConfiguration");
  const auto* map = network.as<Map>();
  if (!map) {
    host.elsewhere = network_.because(
        fmt::format("`{}` has no interfaces of its own: it is where its instances are", host.id), host.place);
    return;
  }
  addInterfaces(reader, host, reader.at(*map, "Subnets"), reader.at(*map, "SecurityGroups"));
  const auto assigns = reader.at(*map, "AssignPublicIp");
  for (auto& interface : host.interfaces) {
    interface.publicIpv4 = reader.is(assigns, "ENABLED", false);
    interface.publicPlace = assigns.isSet() ? reader.placeOf(assigns) : host.place;
  }
}

/// Elastic IP addresses.
void Builder::addAddresses() {
  const auto give = [&](const Reader& reader, const Value& to) {
    const auto named = resourceIn(to);
    for (auto& host : network_.hosts) {
      const bool mayBe = named.empty() && (host.kind == HostKind::server || host.kind == HostKind::interface);
      if (!mayBe && named != host.id) continue;
      for (auto& interface : host.interfaces) {
        const auto* why = mayBe ? reader.reasonFor(to) : reader.maybe();
        if (interface.publicIpv4.isYes()) continue;
        interface.publicIpv4 = interface.publicIpv4 | presentUnless(why);
        interface.publicPlace = reader.place();
      }
    }
  };
  for (const auto* type : {"AWS::EC2::EIP", "AWS::EC2::EIPAssociation"})
    for (const auto& reader : readers(type))
      for (const auto* key : {"InstanceId", "NetworkInterfaceId"})
        if (const auto to = reader.at(key); to.isSet()) give(reader, to);
}

/// Further interfaces of instances: which of them a connection is about, the model does not tell.
void Builder::addAttached() {
  for (const auto& reader : readers("AWS::EC2::NetworkInterfaceAttachment")) {
    const auto named = resourceIn(reader.at("InstanceId"));
    const auto* why =
        network_.because(fmt::format("`{}` attaches another network interface", reader.resource().id), reader.place());
    for (auto& host : network_.hosts)
      if (host.kind == HostKind::server && !host.elsewhere && (named.empty() || named == host.id)) host.elsewhere = why;
  }
}

void Builder::hosts() {
  for (const auto& reader : readers("AWS::EC2::NetworkInterface")) networkInterface(reader);
  addAddresses();  // of interfaces, before instances take them over
  for (const auto& reader : readers("AWS::EC2::Instance")) instance(reader);
  addAttached();
  for (const auto& reader : readers("AWS::AutoScaling::AutoScalingGroup")) scalingGroup(reader);
  for (const auto& reader : readers("AWS::ECS::Service")) service(reader);
  addAddresses();
  databases();
  fileSystems();
  others();
}

}  // namespace reach
