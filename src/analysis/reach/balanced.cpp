#include <fmt/format.h>

#include <algorithm>

#include "analysis/reach/judge.h"

// The ways by load balancers.
namespace reach {

void Judge::byBalancers(const Flow& flow, int depth, Outcome& outcome) {
  for (const auto& forward : network_.hosts[flow.to.host().value()].forwards) {
    const auto& [balancer, listener, group, target, groupMaybe, byRule] = forward;
    if (flow.to.host() == balancer->host || flow.from.host() == balancer->host) continue;
    if (avoided_.balancers.contains(network_.hosts[balancer->host].id)) continue;
    Tri isIt = true;
    if (!target->host) {
      const auto& range = network_.subnets[flow.to.subnet()].range;
      const auto& fixed = flow.to.fixedIpv4;
      const bool isOther = target->address && (fixed && fixed->bits ? *fixed->bits != target->address->bits
                                                                    : range && !range->contains(*target->address));
      if (isOther) continue;
      isIt = target->maybe ? target->maybe : &literalTarget;
    }
    if (collected_ && target->port) collected_->ports.insert({*target->port, *target->port + 1});
    isIt = isIt & (target->port ? Tri{*target->port == flow.port || collecting()} : Tri{target->portWhy});
    isIt = isIt & (flow.protocol == tcp   ? listener->tcp & group->tcp
                   : flow.protocol == udp ? listener->udp & group->udp
                                          : Tri{false});
    isIt = isIt & presentUnless(listener->maybe) & presentUnless(groupMaybe) & presentUnless(target->maybe);
    if (isIt.isNo()) continue;
    auto way = byTarget(flow, *balancer, *listener, *group, depth);
    for (auto* one : {&way.best, &way.worst})
      check(*one, isIt, target->place,
            [&, &from = *group] { return fmt::format("{} forwards to {}", from.id, flow.to.id); });
    if (!way.best.truth.isNo() && !collecting() && byRule) ruling_.insert(balancer->host);
    outcome.best = better(std::move(outcome.best), std::move(way.best));
    outcome.worst = better(std::move(outcome.worst), std::move(way.worst));
  }
}

Outcome Judge::byTarget(const Flow& flow, const Balancer& balancer, const Listener& listener, const TargetGroup& group,
                        int depth) {
  const auto& host = network_.hosts[balancer.host];
  Outcome all{{.truth = false, .barriers = 1000}, {}};
  bool first = true;
  const auto add = [&](Outcome one) {
    if (first)
      all = std::move(one);
    else
      all = {better(std::move(all.best), std::move(one.best)), worse(std::move(all.worst), std::move(one.worst))};
    first = false;
  };
  static const Cuts noCuts;
  for (std::size_t i = 0; i < host.interfaces.size(); ++i) {
    auto node = partyOf(network_, balancer.host, i);
    for (const auto& address : addressesIn(network_, node.subnet(), Family::ipv4, cuts_ ? *cuts_ : noCuts)) {
      node.ipv4 = address;
      node.ipv6 = addressIn(network_, node.subnet(), Family::ipv6, {});
      Flow toNode = flow;
      toNode.to = node;
      toNode.atNode = true;
      if (listener.port) toNode.port = *listener.port;
      auto leg = ways(toNode, depth + 1);
      if (!listener.port) leg.best = leg.worst = {.truth = listener.portWhy};
      for (auto* one : {&leg.best, &leg.worst})
        check(*one, presentUnless(host.interfaces[i].maybe), listener.place,
              [&] { return fmt::format("{} listens on {}", host.id, listener.port ? *listener.port : 0); });

      Tri keeps = balancer.isNetwork ? group.keepsClient : Tri{false};
      if (flow.family == Family::ipv6) keeps = keeps & group.ipv6;
      if (group.toBalancer && balancer.isNetwork && flow.family == Family::ipv4) keeps = true;
      std::optional<Outcome> hops;
      const auto addHop = [&](bool kept, int port) {
        auto one = hop(flow, node, group, kept, port);
        hops =
            hops ? Outcome{better(std::move(hops->best), one), worse(std::move(hops->worst), one)} : Outcome{one, one};
      };
      if (!keeps.isNo()) addHop(true, flow.clientPort);
      if (!keeps.isNo()) hairpin(flow, group, *hops);
      if (!keeps.isYes())
        for (const int port : balancerPorts_) addHop(false, port);
      auto& [best, worst] = *hops;
      if (keeps.isUnknown() && best.truth.truth() != worst.truth.truth()) {
        check(best, keeps, group.place, [] { return std::string{"whether the client's address is kept"}; });
        best.truth = keeps;
        worst = best;
      }
      auto through = Outcome{both(leg.best, best), both(leg.worst, worst)};
      if (leg.best.truth.isUnknown() && !host.foreign.empty() && !keeps.isNo())  // by PrivateLink: no address is kept
        for (const int port : balancerPorts_)
          through.best = better(std::move(through.best), both(leg.best, hop(flow, node, group, false, port)));
      add(std::move(through));
    }
  }
  if (first && host.elsewhere)
    all = {{.truth = host.elsewhere}, {.truth = host.elsewhere}};
  else if (first)
    all = {{.truth = false, .barriers = 1000}, {.truth = false, .barriers = 1000}};
  return all;
}

/// A target that is its own client drops what comes back with its own address; of several, another may be chosen.
void Judge::hairpin(const Flow& flow, const TargetGroup& group, Outcome& hops) const {
  const auto from = flow.from.host(), to = flow.to.host();
  if (!from || from != to) return;
  const auto kind = network_.hosts[*to].kind;
  const bool isOne = kind != HostKind::scalingGroup && kind != HostKind::service;
  const auto drop = [&](Result& result) {
    check(result, false, group.place, [&] {
      return fmt::format("{} drops what comes from itself: {} keeps the client's address", flow.to.id, group.id);
    });
  };
  drop(hops.worst);
  if (isOne) drop(hops.best);
}

/// From the load balancer to its target.
Result Judge::hop(const Flow& flow, const Party& node, const TargetGroup& group, bool keepsClient, int port) {
  Flow onward = flow;
  onward.from = node;
  onward.clientPort = port;
  onward.family = group.ipv6.isYes() ? Family::ipv6 : Family::ipv4;
  if (!keepsClient) return inside(onward);
  // The target's groups and its ACL see the client; the load balancer's group counts as well.
  Result result;
  checkGroups(result, node, false, onward, flow.to, &flow.to.groups());
  if (node.subnet() != flow.to.subnet() || network_.subnets[node.subnet()].maybeSeveral) {
    checkAcl(result, node.subnet(), false, onward.family, flow.to, flow.protocol, flow.port, false,
             maybeSame(node.subnet(), flow.to.subnet()));
    checkAcl(result, flow.to.subnet(), true, onward.family, flow.from, flow.protocol, flow.port, false,
             maybeSame(node.subnet(), flow.to.subnet()));
    checkAcl(result, flow.to.subnet(), false, onward.family, flow.from, flow.protocol, flow.clientPort, true,
             maybeSame(node.subnet(), flow.to.subnet()));
    checkAcl(result, node.subnet(), true, onward.family, flow.to, flow.protocol, flow.clientPort, true,
             maybeSame(node.subnet(), flow.to.subnet()));
  }
  if (node.vpc() != flow.to.vpc()) {  // it may be in a peered VPC
    checkRoute(result, onward.family, node, flow.to);
    checkRoute(result, onward.family, flow.to, node, true);
  }
  checkGroups(result, flow.to, true, onward, flow.from, &node.groups());
  return result;
}

}  // namespace reach
