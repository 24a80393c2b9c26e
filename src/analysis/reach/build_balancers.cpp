#include <fmt/format.h>

#include <algorithm>

#include "analysis/reach/builder.h"

// Load balancers, their listeners and targets.
namespace reach {
namespace {

void protocols(const Reader& reader, const Value& value, Tri& carriesTcp, Tri& carriesUdp) {
  if (!value.isSet()) return;
  const auto* text = textOf(value);
  if (!text) {
    carriesTcp = carriesUdp = reader.reasonFor(value);
    return;
  }
  carriesUdp = *text == "UDP" || *text == "TCP_UDP" || *text == "QUIC" || *text == "TCP_QUIC";
  carriesTcp = *text != "UDP" && *text != "QUIC";
}

}  // namespace

std::optional<Index<TargetGroup>> Builder::targetGroup(const Value& value) const {
  return network_.targetGroupOf.find(resourceIn(value));
}

void Builder::balancer(const Reader& reader) {
  const auto type = reader.at("Type");
  if (const auto* text = textOf(type); text && *text == "gateway") return;
  const auto index = addHost(reader, HostKind::balancer);
  Balancer balancer{.host = index};
  const auto isNetwork = reader.is(type, "network", false);
  balancer.isNetwork = !isNetwork.isNo();
  balancer.dualstack = reader.is(reader.at("IpAddressType"), "dualstack", false) |
                       reader.is(reader.at("IpAddressType"), "dualstack-without-public-ipv4", false);
  const auto withoutIpv4 = reader.is(reader.at("IpAddressType"), "dualstack-without-public-ipv4", false);
  auto& host = network_.hosts[index];
  auto subnets = reader.at("Subnets");
  if (!subnets.isSet()) {
    const auto mappings = reader.items(reader.at("SubnetMappings"));
    List in;
    for (const auto& mapping : mappings.items) {
      auto id = reader.at(mapOf(mapping.value), "SubnetId");
      in.push_back(id.isSet() ? id : mapping.value);
      if (mapping.maybe) host.elsewhere = mapping.maybe;
    }
    if (in.empty()) in.emplace_back();  // in the default VPC
    subnets = in;
  }
  const auto groups = reader.at("SecurityGroups");
  addInterfaces(reader, host, subnets, groups);
  const auto scheme = reader.at("Scheme");
  const auto isPublic = reader.is(scheme, "internet-facing", true);
  for (auto& interface : host.interfaces) {
    interface.publicIpv4 = isPublic & !withoutIpv4;
    interface.publicPlace = scheme.isSet() ? reader.placeOf(scheme) : reader.place();
    interface.ipv6 = balancer.dualstack;
    const auto items = reader.items(groups);
    const bool given = std::ranges::any_of(items.items, [](const auto& item) { return !item.maybe; });
    if (isNetwork.isNo() || given) continue;
    if (isNetwork.isYes() && items.items.empty()) {
      interface.groups = {};
      interface.groups.open = true;
    } else {
      interface.groups = {};
      interface.groups.others = isNetwork.isUnknown() ? isNetwork.why() : reader.reasonFor(groups);
    }
  }
  host.publicIpv6 = isPublic;
  network_.balancers.add(std::move(balancer));
}

void Builder::targetGroup(const Reader& reader) {
  TargetGroup group{.id = reader.resource().id, .place = reader.place()};
  const auto port = reader.at("Port");
  group.port = reader.port(port);
  if (!group.port) group.portWhy = reader.reasonForPort(port);
  const auto protocol = reader.at("Protocol");
  protocols(reader, protocol, group.tcp, group.udp);
  group.ipv6 = reader.is(reader.at("IpAddressType"), "ipv6", false);
  const auto type = reader.at("TargetType");
  const auto* typeText = textOf(type);
  group.toBalancer = typeText && *typeText == "alb";
  const bool byInstance = !type.isSet() || (typeText && *typeText == "instance");
  const bool byIp = typeText && *typeText == "ip";
  group.keepsClient = byInstance || group.toBalancer || group.udp.isYes();
  if (byIp && group.udp.isUnknown()) group.keepsClient = group.udp.why();
  if (type.isSet() && !typeText) group.keepsClient = reader.reasonFor(type);
  const auto attributes = reader.items(reader.at("TargetGroupAttributes"));
  for (const auto& item : attributes.items) {
    const auto key = reader.at(mapOf(item.value), "Key");
    const auto* name = textOf(key);
    if (name && *name != "preserve_client_ip.enabled") continue;
    if (group.toBalancer || group.udp.isYes()) continue;  // cannot be turned off
    const auto value = reader.flag(reader.at(mapOf(item.value), "Value"), false);
    if (name && !item.maybe)
      group.keepsClient = value;
    else
      group.keepsClient = item.maybe ? item.maybe : reader.reasonFor(key.isSet() ? key : item.value);
  }
  const auto targets = reader.items(reader.at("Targets"));
  for (const auto& item : targets.items) {
    Target target{.maybe = item.maybe ? item.maybe : reader.maybe(), .place = reader.placeOf(item.value)};
    const auto id = reader.at(mapOf(item.value), "Id");
    const auto own = reader.at(mapOf(item.value), "Port");
    target.port = own.isSet() ? reader.port(own) : group.port;
    if (!target.port) target.portWhy = own.isSet() ? reader.reasonForPort(own) : group.portWhy;
    target.host = network_.hostOf.find(resourceIn(id));
    if (const auto* text = textOf(id)) target.address = cfn::parseAddress(*text);
    if (!target.host && !target.address) target.maybe = reader.reasonFor(id.isSet() ? id : item.value);
    group.targets.push_back(std::move(target));
  }
  network_.targetGroupOf.set(reader.resource().id, network_.targetGroups.add(std::move(group)));
}

/// The host is a member of the target groups that `arns` names.
void Builder::members(const Reader& reader, const Value& arns, Index<Host> host, std::optional<int> port,
                      const Reason* portWhy) {
  const auto items = reader.items(arns);
  for (const auto& item : items.items) {
    const auto named = targetGroup(item.value);
    for (const auto index : network_.targetGroups.indices()) {
      if (named && *named != index) continue;
      auto& group = network_.targetGroups[index];
      Target target{.host = host,
                    .port = port || portWhy ? port : group.port,
                    .maybe = item.maybe,
                    .place = reader.placeOf(item.value)};
      if (!target.port) target.portWhy = portWhy ? portWhy : group.portWhy;
      if (!named) target.maybe = reader.reasonFor(item.value);
      group.targets.push_back(std::move(target));
    }
    if (named) continue;
    auto& sender = carrier(network_.because(
        fmt::format("what a target group that is not in the template sends: {}", reader.reasonFor(item.value)->text),
        reader.placeOf(item.value)));
    for (const auto& balancer : network_.balancers)  // it may belong to one of the template
      for (const auto& interface : network_.hosts[balancer.host].interfaces)
        sender.groups.indices.insert(sender.groups.indices.end(), interface.groups.indices.begin(),
                                     interface.groups.indices.end());
    network_.hosts[host].foreign.push_back(&sender);
  }
}

std::vector<std::pair<Index<TargetGroup>, const Reason*>> Builder::forwardsTo(const Reader& reader,
                                                                              const Value& actions) {
  std::vector<std::pair<Index<TargetGroup>, const Reason*>> all;
  const auto add = [&](const Value& arn, const Reason* maybe) {
    if (!arn.isSet()) return;
    for (const auto& one : reader.alternatives(arn)) {
      if (const auto named = targetGroup(one.value)) {
        all.push_back({*named, maybe ? maybe : one.maybe});
      } else if (!network_.notMade.contains(resourceIn(one.value))) {  // it may be any
        for (const auto group : network_.targetGroups.indices()) all.push_back({group, reader.reasonFor(one.value)});
      }
    }
  };
  for (const auto& action : reader.items(actions).items) {
    const auto* map = action.value.as<Map>();
    if (!map) {
      add(action.value, action.maybe ? action.maybe : reader.reasonFor(action.value));
      continue;
    }
    add(reader.at(*map, "TargetGroupArn"), action.maybe);
    for (const auto& group : reader.items(reader.deep(*map, "ForwardConfig.TargetGroups")).items)
      add(group.value.as<Map>() ? reader.at(mapOf(group.value), "TargetGroupArn") : group.value,
          action.maybe ? action.maybe : group.maybe);
  }
  return all;
}

void Builder::listener(const Reader& reader) {
  Listener listener{.maybe = reader.maybe(), .place = reader.place()};
  const auto port = reader.at("Port");
  listener.port = reader.port(port);
  if (!listener.port) listener.portWhy = reader.reasonForPort(port);
  protocols(reader, reader.at("Protocol"), listener.tcp, listener.udp);
  listener.targetGroups = forwardsTo(reader, reader.at("DefaultActions"));
  const auto arn = reader.at("LoadBalancerArn");
  const auto named = network_.hostOf.find(resourceIn(arn));
  for (const auto index : network_.balancers.indices()) {
    auto& balancer = network_.balancers[index];
    if (named && *named != balancer.host) continue;
    auto added = listener;
    if (!named) added.maybe = reader.reasonFor(arn);
    balancer.listeners.push_back(std::move(added));
    if (named) listenerOf_.insert_or_assign(reader.resource().id, std::pair{index, balancer.listeners.size() - 1});
  }
  if (named) return;
  const auto* sender = &carrier(network_.because(
      fmt::format("what a load balancer that is not in the template sends: {}", reader.reasonFor(arn)->text),
      reader.placeOf(arn)));
  for (const auto& [group, maybe] : listener.targetGroups)
    for (const auto& target : network_.targetGroups[group].targets)
      if (target.host) network_.hosts[*target.host].foreign.push_back(sender);
}

void Builder::listenerRule(const Reader& reader) {
  const auto arn = reader.at("ListenerArn");
  const auto groups = forwardsTo(reader, reader.at("Actions"));
  const auto named = listenerOf_.find(resourceIn(arn));
  for (const auto i : network_.balancers.indices())
    for (std::size_t j = 0; j < network_.balancers[i].listeners.size(); ++j) {
      if (named != listenerOf_.end() && named->second != std::pair{i, j}) continue;
      for (auto group : groups) {
        if (named == listenerOf_.end()) group.second = reader.reasonFor(arn);
        if (reader.maybe()) group.second = reader.maybe();
        network_.balancers[i].listeners[j].targetGroups.push_back(group);
        network_.balancers[i].listeners[j].byRules.push_back(group.first);
      }
    }
  if (named != listenerOf_.end()) return;
  const auto* sender = &carrier(network_.because(
      fmt::format("what a listener that is not in the template sends: {}", reader.reasonFor(arn)->text),
      reader.placeOf(arn)));
  for (const auto& [group, maybe] : groups)
    for (const auto& target : network_.targetGroups[group].targets)
      if (target.host) network_.hosts[*target.host].foreign.push_back(sender);
}

/// A Classic Load Balancer: each of its listeners has a target group of its own.
void Builder::classicBalancer(const Reader& reader) {
  const auto index = addHost(reader, HostKind::balancer);
  const auto subnets = reader.at("Subnets");
  addInterfaces(reader, network_.hosts[index], subnets.isSet() ? subnets : List{Value{}}, reader.at("SecurityGroups"));
  const auto isPublic = !reader.is(reader.at("Scheme"), "internal", false);
  for (auto& interface : network_.hosts[index].interfaces) {
    interface.publicIpv4 = isPublic;
    interface.publicPlace = reader.place();
  }
  Balancer balancer{.host = index};
  for (const auto& item : reader.items(reader.at("Listeners")).items) {
    const auto& map = mapOf(item.value);
    Listener listener{.maybe = item.maybe, .place = reader.placeOf(item.value)};
    listener.port = reader.port(reader.at(map, "LoadBalancerPort"));
    if (!listener.port)
      listener.portWhy = reader.reasonForPort(map.empty() ? item.value : reader.at(map, "LoadBalancerPort"));
    TargetGroup group{.id = fmt::format("{}/{}", reader.resource().id, balancer.listeners.size()),
                      .keepsClient = false,
                      .place = listener.place};
    group.port = reader.port(reader.at(map, "InstancePort"));
    if (!group.port) group.portWhy = reader.reasonForPort(map.empty() ? item.value : reader.at(map, "InstancePort"));
    const auto addTarget = [&](Index<Host> host, const Reason* maybe, Place place) {
      group.targets.push_back(
          {.host = host, .port = group.port, .portWhy = group.portWhy, .maybe = maybe, .place = place});
    };
    for (const auto& instance : reader.items(reader.at("Instances")).items)
      if (const auto host = network_.hostOf.find(resourceIn(instance.value)))
        addTarget(*host, instance.maybe, reader.placeOf(instance.value));
    for (const auto& scaling : readers("AWS::AutoScaling::AutoScalingGroup"))
      for (const auto& name : scaling.items(scaling.at("LoadBalancerNames")).items)
        if (const auto named = resourceIn(name.value); named.empty() || named == reader.resource().id)
          addTarget(network_.hostOf.find(scaling.resource().id).value(),
                    named.empty() ? scaling.reasonFor(name.value) : name.maybe, scaling.placeOf(name.value));
    listener.targetGroups.push_back({network_.targetGroups.add(std::move(group)), nullptr});
    balancer.listeners.push_back(std::move(listener));
  }
  network_.balancers.add(std::move(balancer));
}

/// A service with interfaces of its own registers those; any other registers the hosts of its cluster, with ports that
/// may be chosen when a task starts.
void Builder::serviceTargets(const Reader& reader) {
  const auto service = network_.hostOf.find(reader.resource().id).value();
  for (const auto& item : reader.items(reader.at("LoadBalancers")).items) {
    const auto arn = item.value.as<Map>() ? reader.at(mapOf(item.value), "TargetGroupArn") : item.value;
    const auto port = reader.at(mapOf(item.value), "ContainerPort");
    members(reader, arn, service, reader.port(port), port.isSet() ? reader.reasonForPort(port) : nullptr);
    if (!network_.hosts[service].interfaces.empty()) continue;
    const auto* why = network_.because(
        fmt::format("which hosts and ports `{}` registers as targets, while it runs", reader.resource().id),
        reader.place());
    const auto named = targetGroup(arn);
    for (const auto index : network_.targetGroups.indices())
      if (!named || *named == index)
        for (const auto host : clusterHosts(reader.at("Cluster")))
          network_.targetGroups[index].targets.push_back(
              {.host = host, .portWhy = why, .maybe = why, .place = reader.placeOf(item.value)});
  }
}

/// The hosts that name the cluster, themselves or in their launch template; all, if none does.
std::vector<Index<Host>> Builder::clusterHosts(const Value& cluster) {
  std::vector<Index<Host>> all, members;
  const auto names = [&](const Reader& reader, std::string_view id) {
    return !id.empty() && std::ranges::any_of(cfn::referencesIn(Value{reader.properties()}),
                                              [&](const cfn::Reference& one) { return one.name == id; });
  };
  for (const auto index : network_.hosts.indices()) {
    const auto& host = network_.hosts[index];
    if (host.kind != HostKind::server && host.kind != HostKind::scalingGroup) continue;
    all.push_back(index);
    const auto reader = readerOf(host.id);
    if (!reader) continue;
    bool isMember = names(*reader, resourceIn(cluster));
    for (const auto& reference : cfn::referencesIn(Value{reader->properties()}))
      if (const auto launched = readerOf(reference.name);
          launched && (launched->resource().type() == "AWS::EC2::LaunchTemplate" ||
                       launched->resource().type() == "AWS::AutoScaling::LaunchConfiguration"))
        isMember |= names(*launched, resourceIn(cluster));
    if (isMember) members.push_back(index);
  }
  return members.empty() ? all : members;
}

void Builder::balancers() {
  for (const auto& reader : readers("AWS::ElasticLoadBalancingV2::LoadBalancer")) balancer(reader);
  for (const auto& reader : readers("AWS::ElasticLoadBalancing::LoadBalancer")) classicBalancer(reader);
  for (const auto& reader : readers("AWS::ElasticLoadBalancingV2::TargetGroup")) targetGroup(reader);
  for (const auto& reader : readers("AWS::AutoScaling::AutoScalingGroup")) {
    const auto host = network_.hostOf.find(reader.resource().id).value();
    members(reader, reader.at("TargetGroupARNs"), host, {}, nullptr);
    for (const auto& source : reader.items(reader.at("TrafficSources")).items)
      members(reader, reader.at(mapOf(source.value), "Identifier"), host, {}, nullptr);
  }
  for (const auto& reader : readers("AWS::ECS::Service")) serviceTargets(reader);
  for (const auto& reader : readers("AWS::ElasticLoadBalancingV2::Listener")) listener(reader);
  for (const auto& reader : readers("AWS::ElasticLoadBalancingV2::ListenerRule")) listenerRule(reader);
}

}  // namespace reach
