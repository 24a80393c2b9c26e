#include <fmt/format.h>

#include <algorithm>

#include "analysis/reach/builder.h"

// What is asked of the network again and again, found out once.
namespace reach {
namespace {

/// Whether nothing in the ACL denies, and something in it allows everything of the family for certain.
bool passesAll(const std::vector<AclEntry>& entries, Family family) {
  const auto isAll = [&](const AclEntry& entry) {
    const auto& rule = entry.rule;
    const bool certain = !entry.numberWhy && !rule.maybe && !rule.protocolWhy;
    const auto* range = rule.peer.range();
    return certain && rule.protocol == anyProtocol && range && *range == IpRange{family, 0, 0};
  };
  return std::ranges::any_of(entries, isAll) &&
         std::ranges::all_of(entries, [](const AclEntry& entry) { return entry.allows.isYes(); });
}

bool passesAll(const NetworkAcl& acl) {
  for (const auto family : {Family::ipv4, Family::ipv6})
    if (!passesAll(acl.ingress, family) || !passesAll(acl.egress, family)) return false;
  return true;
}

/// Whether the routes all lead out of the VPC by its own gateways, for everything that has no other route.
bool leadsNowhereElse(const RouteTable& table) {
  return std::ranges::all_of(table.routes, [](const Route& route) {
    const auto* destination = route.destination.range();
    const bool certain = !route.maybe && destination && destination->prefixLength == 0;
    return certain && (route.target.kind == RouteKind::internetGateway || route.target.kind == RouteKind::nat ||
                       route.target.kind == RouteKind::egressOnly);
  });
}

}  // namespace

void Builder::index() {
  for (auto& vpc : network_.vpcs) vpc.isIsland = vpc.declared;
  for (const auto& subnet : network_.subnets) {
    const bool isKnown = !subnet.tables.mayBeOther && subnet.tables.indices.size() == 1;
    if (!isKnown || !leadsNowhereElse(network_.tables[subnet.tables.indices.front()]))
      network_.vpcs[subnet.vpc].isIsland = false;
  }
  for (auto& acl : network_.acls) acl.passesAll = passesAll(acl);
  for (auto& subnet : network_.subnets) {
    const auto& acls = subnet.acls;
    subnet.passesAll =
        !acls.mayBeOther && !acls.indices.empty() &&
        std::ranges::all_of(acls.indices, [&](Index<NetworkAcl> acl) { return network_.acls[acl].passesAll; });
    const auto& vpc = network_.vpcs[subnet.vpc];
    const auto& byDefault = network_.acls[vpc.defaultAcl];
    const bool isDefault = acls.indices.size() == 1 && acls.indices.front() == vpc.defaultAcl;
    subnet.hasOwnAcl = !isDefault || !subnet.passesAll || byDefault.ingress.size() + byDefault.egress.size() > 4;
  }
  for (auto& host : network_.hosts) {
    if (!host.interfaces.empty() || host.elsewhere) continue;
    if (host.kind == HostKind::fileSystem)
      host.placeless =
          network_.because(fmt::format("`{}` has no mount target, and so no address", host.id), host.place);
    else
      host.elsewhere = network_.because(fmt::format("`{}` names no subnet that is known", host.id), host.place);
  }
  for (const auto& balancer : network_.balancers) {
    auto& host = network_.hosts[balancer.host];
    host.balancer = &balancer;
    const bool listens = std::ranges::all_of(balancer.listeners, [](const Listener& one) { return !!one.port; });
    if (!listens || host.elsewhere || !host.foreign.empty()) network_.balancersAreKnown = false;
  }
  for (const auto& balancer : network_.balancers)
    for (const auto& listener : balancer.listeners)
      for (const auto& [group, maybe] : listener.targetGroups) {
        const auto& targets = network_.targetGroups[group];
        const bool byRule = std::ranges::find(listener.byRules, group) != listener.byRules.end();
        for (const auto& target : targets.targets) {
          const Forward forward{&balancer, &listener, &targets, &target, maybe, byRule};
          for (auto& host : network_.hosts) {  // by its own interface, or by one that it takes over
            const bool isIt = !target.host ||  // whose address it is nobody knows
                              &host == &network_.hosts[*target.host] ||
                              std::ranges::any_of(host.interfaces, [&](const Interface& interface) {
                                return interface.card == target.host;
                              });
            if (isIt) host.forwards.push_back(forward);
          }
        }
      }
}

}  // namespace reach
