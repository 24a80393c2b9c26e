#include <fmt/format.h>

#include <algorithm>

#include "analysis/reach/builder.h"

// Instances, Auto Scaling groups, services, network interfaces, and their public addresses.
namespace reach {

/// What an instance or a launch template says of the first network interface.
struct Builder::Server {
  Value subnet{}, interface {
  }, groups{}, groupNames{}, publicIp{}, privateIp{}, privateIps{}, ipv6Count{}, ipv6Addresses{}, sourceDestCheck{};
  const Reason* unknown = nullptr;  ///< a launch template that is not in the template
  const Reason* more = nullptr;     ///< it has other interfaces

  void orElse(const Server& other) {
    for (auto member : {&Server::subnet, &Server::interface, &Server::publicIp, &Server::privateIp, &Server::privateIps,
                        &Server::ipv6Count, &Server::ipv6Addresses, &Server::sourceDestCheck})
      if (!(this->*member).isSet()) this->*member = other.*member;
    if (!groups.isSet() && !groupNames.isSet()) {
      groups = other.groups;
      groupNames = other.groupNames;
    }
    if (!unknown) unknown = other.unknown;
    if (!more) more = other.more;
  }
};

Builder::Server Builder::server(const Reader& reader, const Map& map) {
  Server out;
  const auto all = reader.at(map, "NetworkInterfaces");
  const auto first = reader.deep(map, "NetworkInterfaces.0");
  if (const auto* list = all.as<List>(); list && list->size() > 1)
    out.more =
        network_.because(fmt::format("`{}` has other network interfaces", reader.resource().id), reader.placeOf(all));
  if (first.isSet() && !first.as<Map>()) {
    out.unknown = reader.reasonFor(first);
    return out;
  }
  const auto& interface = mapOf(first);
  const auto either = [&](std::string_view key) {
    auto value = reader.at(interface, key);
    return value.isSet() ? value : reader.at(map, key);
  };
  out.interface = reader.at(interface, "NetworkInterfaceId");
  out.subnet = either("SubnetId");
  out.publicIp = reader.at(interface, "AssociatePublicIpAddress");
  if (!out.publicIp.isSet()) out.publicIp = reader.at(map, "AssociatePublicIpAddress");  // a launch configuration
  out.ipv6Count = either("Ipv6AddressCount");
  out.ipv6Addresses = either("Ipv6Addresses");
  out.privateIp = either("PrivateIpAddress");
  out.privateIps = reader.at(interface, "PrivateIpAddresses");
  if (!out.privateIps.isSet()) out.privateIps = reader.at(interface, "SecondaryPrivateIpAddressCount");
  out.sourceDestCheck = reader.at(map, "SourceDestCheck");
  out.groups = reader.at(interface, "GroupSet");
  if (!out.groups.isSet()) out.groups = reader.at(interface, "Groups");
  if (!out.groups.isSet()) out.groups = reader.at(map, "SecurityGroupIds");
  out.groupNames = reader.at(map, "SecurityGroups");
  return out;
}

/// What the launch template (or configuration) that `reference` names says.
Builder::Server Builder::launched(const Reader& reader, const Value& reference, const Reason** maybe) {
  Server out;
  const auto template_ = readerOf(resourceIn(reference));
  if (!template_) {
    out.unknown = network_.because(fmt::format("the launch template of `{}` is not in the template: {}",
                                               reader.resource().id, reader.reasonFor(reference)->text),
                                   reader.placeOf(reference));
    return out;
  }
  *maybe = template_->maybe();
  if (template_->resource().type() == "AWS::AutoScaling::LaunchConfiguration")
    return server(*template_, template_->properties());
  const auto data = template_->at("LaunchTemplateData");
  if (!data.as<Map>()) {
    out.unknown = template_->reasonFor(data);
    return out;
  }
  return server(*template_, mapOf(data));
}

int Builder::addHost(const Reader& reader, HostKind kind) {
  Host host{.id = reader.resource().id, .kind = kind, .place = reader.place()};
  const int index = static_cast<int>(network_.hosts.size());
  network_.hostOf[host.id] = index;
  network_.hosts.push_back(std::move(host));
  return index;
}

/// Puts the host into a subnet, or where its interface is.
void Builder::place(Host& host, const Reader& reader, const Server& server, int in, const Reason* maybe) {
  if (const auto named = network_.hostOf.find(resourceIn(server.interface)); named != network_.hostOf.end()) {
    for (auto interface : network_.hosts[static_cast<std::size_t>(named->second)].interfaces) {
      if (maybe) interface.maybe = maybe;
      host.interfaces.push_back(interface);
    }
    return;
  }
  const auto& subnet = network_.subnets[static_cast<std::size_t>(in)];
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
    const auto* why = server.unknown ? server.unknown : reader.reasonFor(server.interface);
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
  const int index = addHost(reader, HostKind::interface);
  const int in = subnet(reader, reader.at("SubnetId"));
  Server server{.groups = reader.at("GroupSet"),
                .publicIp = Value{"false"},
                .privateIp = reader.at("PrivateIpAddress"),
                .privateIps = reader.at(reader.at("PrivateIpAddresses").isSet() ? "PrivateIpAddresses"
                                                                                : "SecondaryPrivateIpAddressCount"),
                .ipv6Count = reader.at("Ipv6AddressCount"),
                .ipv6Addresses = reader.at("Ipv6Addresses"),
                .sourceDestCheck = reader.at("SourceDestCheck")};
  place(network_.hosts[static_cast<std::size_t>(index)], reader, server, in, reader.maybe());
}

void Builder::instance(const Reader& reader) {
  const int index = addHost(reader, HostKind::server);
  auto server = this->server(reader, reader.properties());
  const Reason* maybe = reader.maybe();
  if (const auto template_ = reader.at("LaunchTemplate"); template_.isSet()) {
    auto reference = reader.at(mapOf(template_), "LaunchTemplateId");
    if (!reference.isSet()) reference = reader.at(mapOf(template_), "LaunchTemplateName");
    if (!template_.as<Map>()) reference = template_;
    const Reason* launchMaybe = nullptr;
    server.orElse(launched(reader, reference, &launchMaybe));
  }
  const int in =
      server.interface.isSet() && !resourceIn(server.interface).empty() ? none : subnet(reader, server.subnet);
  auto& host = network_.hosts[static_cast<std::size_t>(index)];
  host.elsewhere = server.more;
  place(host, reader, server, in, maybe);
}

void Builder::scalingGroup(const Reader& reader) {
  const int index = addHost(reader, HostKind::scalingGroup);
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
  std::vector<std::pair<int, const Reason*>> in;
  const bool byInterface = network_.hostOf.contains(resourceIn(server.interface));
  for (const auto& zone : zones.items) in.push_back({byInterface ? none : subnet(reader, zone.value), zone.maybe});
  if (byInterface) in.resize(1);
  auto& host = network_.hosts[static_cast<std::size_t>(index)];
  host.elsewhere = server.more ? server.more : zones.others;
  for (const auto& [subnet, maybe] : in) place(host, reader, server, subnet, maybe ? maybe : reader.maybe());
  const auto overrides = reader.items(reader.deep("MixedInstancesPolicy.LaunchTemplate.Overrides"));
  for (const auto& item : overrides.items) {  // some instances may have a launch template of their own
    const auto own = reader.at(mapOf(item.value), "LaunchTemplateSpecification");
    if (item.value.as<Map>() && !own.isSet()) continue;
    auto named = reader.at(mapOf(own), "LaunchTemplateId");
    if (!named.isSet()) named = reader.at(mapOf(own), "LaunchTemplateName");
    const auto other = launched(reader, named.isSet() ? named : own.isSet() ? own : item.value, &launchMaybe);
    for (const auto& [subnet, maybe] : in) {
      if (subnet == none) continue;
      place(host, reader, other, subnet, maybe ? maybe : reader.maybe());
      if (item.maybe) host.interfaces.back().maybe = item.maybe;
    }
  }
}

/// Interfaces in each of the subnets, all with the same groups.
void Builder::addInterfaces(const Reader& reader, Host& host, const Value& subnets, const Value& groups) {
  const auto in = reader.items(subnets);
  if (in.others) host.elsewhere = in.others;
  for (const auto& item : in.items) {
    Interface interface {
      .subnet = subnet(reader, item.value), .maybe = item.maybe ? item.maybe : reader.maybe(), .place = reader.place()
    };
    const auto vpc = network_.subnets[static_cast<std::size_t>(interface.subnet)].vpc;
    interface.groups = groupsOf(reader, groups, {}, vpc);
    host.interfaces.push_back(std::move(interface));
  }
}

void Builder::service(const Reader& reader) {
  auto& host = network_.hosts[static_cast<std::size_t>(addHost(reader, HostKind::service))];
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
