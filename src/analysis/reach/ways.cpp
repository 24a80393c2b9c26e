#include <fmt/format.h>

#include <algorithm>

#include "analysis/reach/judge.h"

// The ways that need no load balancer.
namespace reach {
namespace {

std::string_view protocolName(int protocol) {
  switch (protocol) {
    case tcp:
      return "tcp";
    case udp:
      return "udp";
    case icmp:
      return "icmp";
    case icmpv6:
      return "icmpv6";
  }
  return "any";
}

std::string portText(int protocol, int port) {
  return protocol == tcp || protocol == udp ? fmt::format("{} {}", protocolName(protocol), port)
                                            : std::string{protocolName(protocol)};
}

/// One outside by its address.
std::string nameOf(const Party& party, Family family) {
  if (!party.isOutside()) return std::string{party.id};
  const auto& bits = party.address(family).bits;
  return bits ? Address{family, *bits}.text() : "outside";
}

int rank(Tri truth) { return truth.isYes() ? 2 : truth.isUnknown() ? 1 : 0; }

}  // namespace

Result better(Result a, Result b) {
  const int one = rank(a.truth), other = rank(b.truth);
  if (one != other) return one > other ? std::move(a) : std::move(b);
  return b.barriers < a.barriers ? std::move(b) : std::move(a);
}

Result worse(Result a, Result b) {
  const int one = rank(a.truth), other = rank(b.truth);
  if (one != other) return one < other ? std::move(a) : std::move(b);
  return b.barriers < a.barriers ? std::move(b) : std::move(a);  // of two closed ones, the one that is nearer to open
}

Result both(const Result& a, const Result& b) {
  Result out{a.truth & b.truth, a.barriers + b.barriers, a.steps};
  out.steps.insert(out.steps.end(), b.steps.begin(), b.steps.end());
  return out;
}

void Judge::collect(const Flow& flow, Cuts& cuts) {
  collected_ = &cuts;
  ways(flow, 0);
  collected_ = nullptr;
}

Outcome Judge::explain(const Flow& flow) {
  explains_ = true;
  auto outcome = ways(flow, 0);
  explains_ = false;
  return outcome;
}

void Judge::setCuts(const Cuts* cuts) {
  cuts_ = cuts;
  balancerPorts_ = {firstOutsidePort};
  if (!cuts) return;
  for (auto at = cuts->clientPorts.upper_bound(firstOutsidePort); at != cuts->clientPorts.end() && *at <= 65535; ++at)
    balancerPorts_.push_back(*at);
}

const Reason* Judge::maybeSame(Index<Subnet> one, Index<Subnet> other) const {
  for (const auto index : {one, other})
    if (const auto& subnet = network_.subnets[index]; !subnet.declared) return subnet.rangeWhy;
  return nullptr;
}

void Judge::checkAcl(Result& result, Index<Subnet> subnet, bool ingress, Family family, const Party& other,
                     int protocol, int port, bool isReply, const Reason* same) const {
  const auto& asked = network_.subnets[subnet];
  if (!asked.hasOwnAcl || (asked.passesAll && !collecting() && !explains_)) return;
  auto found = aclAllows(subnet, ingress, family, other, protocol, port, isReply);
  if (found.truth.isNo() && same) found.truth = same;
  const auto& vpc = network_.vpcs[asked.vpc];
  const bool isDefault = asked.acls.indices.size() == 1 && asked.acls.indices.front() == vpc.defaultAcl;
  if (found.truth.isYes() && isDefault) return;  // as it always does
  check(result, found.truth, found.place, [&] {
    const auto& in = network_.subnets[subnet];
    return fmt::format("the ACL of {} {} {} {} {}{}", in.id, found.truth.isNo() ? "denies" : "allows",
                       portText(protocol, port), ingress ? "from" : "to", nameOf(other, family),
                       isReply ? " (the reply)" : "");
  });
}

void Judge::checkGroups(Result& result, const Party& of, bool ingress, const Flow& flow, const Party& other,
                        const Groups* others) const {
  const auto found = groupsAllow(of.groups(), ingress, flow, other, others);
  check(result, found.truth, found.place, [&] {
    if (of.groups().open || (of.groups().answersAll && ingress))
      return fmt::format("{} {}", of.id, of.groups().open ? "has no security group" : "may take what comes to it");
    if (found.truth.isYes())
      return fmt::format("{} lets {} {}", found.place.owner, portText(flow.protocol, flow.port),
                         ingress ? "in" : "out");
    std::string names;
    for (const auto index : of.groups().indices) names += (names.empty() ? "" : ", ") + network_.groups[index].id;
    return fmt::format("no rule of {} lets {} {} {}{}", names.empty() ? "its groups" : names,
                       portText(flow.protocol, flow.port), ingress ? "in from" : "out to", nameOf(other, flow.family),
                       found.truth.isUnknown() ? " for certain" : "");
  });
  if (explains_) result.steps.back().isRule = true;
}

Outcome Judge::ways(const Flow& flow, int depth) {
  auto outcome = direct(flow);
  const auto at = flow.to.host();
  if (!at) return outcome;
  const auto& host = network_.hosts[*at];
  if (!host.answers)
    check(outcome.best, false, host.place, [&] { return fmt::format("{} takes no connections", host.id); });
  if (!host.answers) outcome.worst = outcome.best;
  if (const auto* balancer = host.balancer; balancer && !flow.atNode) {
    Result listens{.truth = false};
    Place place = host.place;
    for (const auto& listener : balancer->listeners) {
      if (collected_ && listener.port) collected_->ports.insert({*listener.port, *listener.port + 1});
      Tri open = listener.port ? Tri{*listener.port == flow.port} : Tri{listener.portWhy};
      open = open &
             (flow.protocol == tcp   ? listener.tcp
              : flow.protocol == udp ? listener.udp
                                     : Tri{false}) &
             presentUnless(listener.maybe);
      if (open.isYes()) place = listener.place;
      listens.truth = listens.truth | open;
    }
    const auto heard = listens.truth;
    for (auto* one : {&outcome.best, &outcome.worst})
      check(*one, heard, place, [&] {
        return fmt::format("{} {} {}", host.id, heard.isYes() ? "listens on" : "has no listener for",
                           portText(flow.protocol, flow.port));
      });
  }
  if (depth < 3 && host.answers) byBalancers(flow, depth, outcome);
  return outcome;
}

Outcome Judge::direct(const Flow& flow) {
  if (flow.from.isOutside()) {
    auto result = flow.from.isBehind ? fromBehind(flow) : in(flow);
    if (!result.truth.isYes()) result = better(std::move(result), byBoundaries(flow));
    return {result, result};
  }
  if (flow.to.isOutside()) return out(flow);
  auto result = inside(flow);
  return {result, result};
}

/// What leads into the VPC or to the host and is not in the template.
std::vector<const Carrier*> Judge::carriersTo(const Flow& flow) const {
  const auto& vpc = network_.vpcs[flow.to.vpc()];
  auto all = vpc.boundaries;
  if (!vpc.declared)  // it may be any of those in the template
    for (const auto& other : network_.vpcs) all.insert(all.end(), other.boundaries.begin(), other.boundaries.end());
  if (const auto at = flow.to.host()) {
    const auto& host = network_.hosts[*at];
    all.insert(all.end(), host.foreign.begin(), host.foreign.end());
  }
  const bool isForeign = flow.to.host() && !network_.hosts[*flow.to.host()].foreign.empty();
  std::erase_if(all, [&](const Carrier* one) {
    if (flow.from.isBehind) return one->isNetwork;  // the route back tells
    if (flow.from.isOutside()) return false;
    const auto& host = network_.hosts;
    const bool toHost =
        isForeign && std::ranges::find(host[*flow.to.host()].foreign, one) != host[*flow.to.host()].foreign.end();
    return !one->relays && !(toHost && !one->isNetwork);
  });
  return all;
}

/// By what leads into the VPC or to the host and is not in the template.
Result Judge::byBoundaries(const Flow& flow) {
  Result closed{.truth = false, .barriers = 1000};
  if (const auto at = flow.to.host(); at && network_.hosts[*at].unguarded) {
    Result result;
    const auto* by = network_.hosts[*at].unguarded;
    check(result, by->why, by->why->place, [&] { return by->why->text; });
    return result;
  }
  for (const auto* carrier : carriersTo(flow)) {
    auto result = byCarrier(flow, *carrier);
    if (!result.truth.isNo()) return result;
  }
  return closed;
}

Result Judge::byCarrier(const Flow& flow, const Carrier& carrier) const {
  Result result;
  check(result, carrier.why, carrier.why->place, [&] { return carrier.why->text; });
  constexpr int ssh = 22, remoteDesktop = 3389;
  if (carrier.isTunnel && !collecting())
    check(result, flow.protocol == tcp && (flow.port == ssh || flow.port == remoteDesktop), carrier.why->place,
          [&] { return "it is a tunnel for SSH and remote desktop"; });
  if (collected_ && carrier.isTunnel) collected_->ports.insert({ssh, ssh + 1, remoteDesktop, remoteDesktop + 1});
  check(result, couldAdmit(flow.to.groups(), flow.protocol, flow.port, carrier), flow.to.place,
        [&] { return fmt::format("no rule of its groups is for {}", portText(flow.protocol, flow.port)); });
  if (carrier.isTunnel && !carrier.groups.indices.empty()) {
    const auto lets = groupsAllow(carrier.groups, false, flow, flow.to, &flow.to.groups());
    check(result, lets.truth, lets.place, [&] { return "its groups let it out"; });
  }
  return result;
}

/// From a host that has its address in another network, such as an office behind a VPN.
Result Judge::fromBehind(const Flow& flow) {
  Result result;
  const auto& to = flow.to;
  const auto back = route(to.subnet(), flow.family, flow.from.address(flow.family));
  const auto leads = leadsBehind(back);
  const auto& subnet = network_.subnets[to.subnet()];
  check(result, leads, back.place, [&] {
    return leads.isNo() ? fmt::format("{} has no route to {}", subnet.id, flow.from.id)
                        : fmt::format("{} has a route that may lead to {}", subnet.id, flow.from.id);
  });
  checkAcl(result, to.subnet(), true, flow.family, flow.from, flow.protocol, flow.port, false);
  checkAcl(result, to.subnet(), false, flow.family, flow.from, flow.protocol, flow.clientPort, true);
  checkGroups(result, to, true, flow, flow.from, nullptr);
  return result;
}

Result Judge::in(const Flow& flow) {
  Result result;
  const auto& to = flow.to;
  if (flow.family == Family::ipv4)
    check(result, to.publicIpv4, to.publicPlace,
          [&] { return fmt::format("{} has {} public IPv4 address", to.id, to.publicIpv4.isNo() ? "no" : "a"); });
  else
    check(result, to.hasIpv6 & to.publicIpv6, to.place, [&] {
      return fmt::format("{} has {} IPv6 address that can be reached", to.id, to.hasIpv6.isNo() ? "no" : "an");
    });
  const auto back = route(to.subnet(), flow.family, flow.from.address(flow.family));
  const auto& subnet = network_.subnets[to.subnet()];
  if (const auto lets = letsPublic(to.subnet(), true); !lets.isYes())
    check(result, lets, network_.publicAccess.place,
          [&] { return fmt::format("VPC Block Public Access takes what comes to {} from outside", subnet.id); });
  Tri leadsBack = back.kind == RouteKind::internetGateway;
  if (back.kind == RouteKind::unknown) leadsBack = back.why;
  if (back.kind == RouteKind::boundary) leadsBack = back.why;
  check(result, leadsBack, back.place, [&] {
    return leadsBack.isNo() ? fmt::format("{} has no route back to outside by an internet gateway", subnet.id)
                            : fmt::format("{} has a route back to outside by {}", subnet.id, back.id);
  });
  if (back.kind == RouteKind::internetGateway)
    check(result, hasGateway(to.vpc(), back.id), back.place,
          [&] { return fmt::format("{} is attached to the VPC", back.id); });
  checkAcl(result, to.subnet(), true, flow.family, flow.from, flow.protocol, flow.port, false);
  checkAcl(result, to.subnet(), false, flow.family, flow.from, flow.protocol, flow.clientPort, true);
  checkGroups(result, to, true, flow, flow.from, nullptr);
  return result;
}

/// From one to the other, by the VPC's own route or by a peering.
void Judge::checkRoute(Result& result, Family family, const Party& a, const Party& b, bool isReply) const {
  const auto& vpcA = network_.vpcs[a.vpc()];
  const auto& vpcB = network_.vpcs[b.vpc()];
  const auto target = route(a.subnet(), family, b.address(family));
  const auto& subnet = network_.subnets[a.subnet()];
  Tri leads = true;
  if (a.vpc() == b.vpc()) {
    if (target.isWithin) leads = target.why ? target.why : &appliance;
  } else if (target.kind == RouteKind::peering) {
    const auto& peering = network_.peerings[std::get<Index<Peering>>(target.to)];
    const bool joins = (peering.a == a.vpc() && peering.b == b.vpc()) || (peering.a == b.vpc() && peering.b == a.vpc());
    leads = joins;
    for (const auto end : {peering.a, peering.b})
      if (!joins && !network_.vpcs[end].declared) leads = network_.vpcs[end].why;
  } else if (target.kind == RouteKind::unknown || target.kind == RouteKind::boundary) {
    leads = target.why;
  } else {
    leads = false;
  }
  if (leads.isNo() && (!vpcA.declared || !vpcB.declared))
    leads = vpcA.declared ? vpcB.why : vpcA.why;  // it may be the same VPC
  check(result, leads, target.place, [&] {
    return fmt::format("{} {}{} to {}", subnet.id, leads.isNo() ? "has no route" : "routes", isReply ? " back" : "",
                       b.id);
  });
}

bool Judge::areApart(const Party& from, const Party& to) const {
  if (from.isOutside() || to.isOutside() || from.vpc() == to.vpc()) return false;
  const auto at = to.host();
  const bool isForeign = at && !network_.hosts[*at].foreign.empty();
  const auto& carriers = network_.vpcs[to.vpc()].boundaries;
  const bool relays = std::ranges::any_of(carriers, [](const Carrier* one) { return one->relays; });
  return network_.vpcs[from.vpc()].isIsland && network_.vpcs[to.vpc()].declared && network_.balancersAreKnown &&
         !isForeign && !relays;
}

Result Judge::inside(const Flow& flow) {
  Result result;
  const auto& from = flow.from;
  const auto& to = flow.to;
  if (flow.family == Family::ipv6)
    for (const auto* end : {&from, &to})
      check(result, end->hasIpv6, end->place,
            [&] { return fmt::format("{} has {} IPv6 address", end->id, end->hasIpv6.isNo() ? "no" : "an"); });
  checkGroups(result, from, false, flow, to, &to.groups());
  checkRoute(result, flow.family, from, to);
  if (from.subnet() != to.subnet() || network_.subnets[from.subnet()].maybeSeveral) {
    checkAcl(result, from.subnet(), false, flow.family, to, flow.protocol, flow.port, false,
             maybeSame(from.subnet(), to.subnet()));
    checkAcl(result, to.subnet(), true, flow.family, from, flow.protocol, flow.port, false,
             maybeSame(from.subnet(), to.subnet()));
    checkAcl(result, to.subnet(), false, flow.family, from, flow.protocol, flow.clientPort, true,
             maybeSame(from.subnet(), to.subnet()));
    checkAcl(result, from.subnet(), true, flow.family, to, flow.protocol, flow.clientPort, true,
             maybeSame(from.subnet(), to.subnet()));
  }
  checkRoute(result, flow.family, to, from, true);
  checkGroups(result, to, true, flow, from, &from.groups());
  return result.truth.isNo() ? better(std::move(result), byBoundaries(flow)) : result;
}

}  // namespace reach
