#include <fmt/format.h>

#include "analysis/reach/judge.h"

// The ways that lead out of the VPC.
namespace reach {

Outcome Judge::out(const Flow& flow) {
  Result result;
  const auto& from = flow.from;
  checkGroups(result, from, false, flow, flow.to, nullptr);
  checkAcl(result, from.subnet(), false, flow.family, flow.to, flow.protocol, flow.port, false);
  checkAcl(result, from.subnet(), true, flow.family, flow.to, flow.protocol, flow.clientPort, true);
  if (flow.family == Family::ipv6)
    check(result, from.hasIpv6, from.place,
          [&] { return fmt::format("{} has {} IPv6 address", from.id, from.hasIpv6.isNo() ? "no" : "an"); });
  const auto& subnet = network_.subnets[from.subnet()];
  if (collecting())  // another address may take another route, behind which there are other bounds
    for (const auto table : subnet.tables.indices)
      for (const auto& route : network_.tables[table].routes) outBy(flow, route.target, result);
  return outBy(flow, route(from.subnet(), flow.family, flow.to.address(flow.family)), std::move(result));
}

/// Whether a route may lead to a host with a private address in another network.
Tri Judge::leadsBehind(const RouteTarget& target) const {
  switch (target.kind) {
    case RouteKind::boundary:
    case RouteKind::unknown:
      return target.why;
    case RouteKind::peering:
      for (const auto end : {network_.peerings[std::get<Index<Peering>>(target.to)].a,
                             network_.peerings[std::get<Index<Peering>>(target.to)].b})
        if (const auto& vpc = network_.vpcs[end]; !vpc.declared || vpc.rangesWhy)
          return vpc.declared ? vpc.rangesWhy : vpc.why;
      return false;
    case RouteKind::nat:  // a private one sends on what comes for other networks
      return network_.nats[std::get<Index<Nat>>(target.to)].isPublic.isYes() ? Tri{false} : Tri{&privateNat};
    case RouteKind::interface:  // for every address: a NAT instance; else what may be a VPN of its own
      return target.isForPrivate ? Tri{&appliance} : Tri{false};
    default:
      return false;
  }
}

Outcome Judge::outBehind(const Flow& flow, const RouteTarget& target, Result result) {
  const auto& subnet = network_.subnets[flow.from.subnet()];
  const auto leads = leadsBehind(target);
  check(result, leads, target.place, [&] {
    return leads.isNo() ? fmt::format("{} has no route to {}", subnet.id, flow.to.id)
                        : fmt::format("{} has a route that may lead to {}", subnet.id, flow.to.id);
  });
  return {result, result};
}

Outcome Judge::outBy(const Flow& flow, const RouteTarget& target, Result result) {
  if (flow.to.isBehind) return outBehind(flow, target, std::move(result));
  const auto& from = flow.from;
  const auto& subnet = network_.subnets[from.subnet()];
  if (const bool byGateway = target.kind == RouteKind::internetGateway || target.kind == RouteKind::interface;
      !letsPublic(from.subnet(), byGateway).isYes())
    check(result, letsPublic(from.subnet(), byGateway), network_.publicAccess.place,
          [&] { return fmt::format("VPC Block Public Access takes what {} sends outside", subnet.id); });
  const auto leads = [&](Tri truth, std::string_view how) {
    check(result, truth, target.place, [&] { return fmt::format("{} {}", subnet.id, how); });
  };
  Outcome outcome;
  switch (target.kind) {
    case RouteKind::internetGateway:
      leads(true, fmt::format("routes to outside by {}", target.id));
      check(result, hasGateway(from.vpc(), target.id), target.place,
            [&] { return fmt::format("{} is attached to the VPC", target.id); });
      if (flow.family == Family::ipv4)
        check(result, from.publicIpv4, from.publicPlace, [&] {
          return fmt::format("{} has {} public IPv4 address", from.id, from.publicIpv4.isNo() ? "no" : "a");
        });
      else
        check(result, from.publicIpv6, from.place,
              [&] { return fmt::format("{} has an IPv6 address that leads outside", from.id); });
      break;
    case RouteKind::egressOnly:
      leads(flow.family == Family::ipv6, "routes to outside by an egress-only gateway");
      break;
    case RouteKind::nat:
      leads(flow.family == Family::ipv4, fmt::format("routes to outside by {}", target.id));
      throughNat(flow, target, result, outcome);
      return outcome;
    case RouteKind::interface:
      leads(flow.family == Family::ipv4, fmt::format("routes to outside by {}", target.id));
      throughInterface(flow, target, result);
      break;
    case RouteKind::boundary:
    case RouteKind::unknown:
      leads(target.why, "routes to outside where the template does not tell");
      break;
    case RouteKind::peering:
    case RouteKind::local:
    case RouteKind::nowhere:
      leads(false, "has no route to outside");
      break;
  }
  return {result, result};
}

void Judge::throughNat(const Flow& flow, const RouteTarget& target, Result& result, Outcome& outcome) {
  const auto& nat = network_.nats[std::get<Index<Nat>>(target.to)];
  check(result, nat.isPublic, nat.place,
        [&] { return fmt::format("{} is {}", nat.id, nat.isPublic.isNo() ? "private" : "public"); });
  outcome = {result, result};
  if (!nat.subnet) {  // a regional one routes by itself
    const auto& vpc = network_.vpcs[nat.vpc];
    Tri attached = !vpc.gateways.empty();
    if (attached.isNo() && !vpc.maybeGateways.empty()) attached = vpc.maybeGateways.front().second;
    if (attached.isNo() && !vpc.declared) attached = vpc.why;
    for (auto* one : {&outcome.best, &outcome.worst})
      check(*one, attached, vpc.place,
            [&] { return fmt::format("{} {} an internet gateway", vpc.id, attached.isNo() ? "has not" : "has"); });
    return;
  }
  const auto onward = route(*nat.subnet, flow.family, flow.to.address(flow.family));
  Tri leads = onward.kind == RouteKind::internetGateway ? hasGateway(nat.vpc, onward.id) : Tri{false};
  if (onward.kind == RouteKind::unknown || onward.kind == RouteKind::boundary) leads = onward.why;
  check(result, leads, onward.place, [&] {
    return fmt::format("the subnet of {} {} outside by an internet gateway", nat.id,
                       leads.isNo() ? "does not route" : "routes");
  });
  outcome = {result, result};
  if (*nat.subnet == flow.from.subnet()) {
    // its own way out is the host's: the ACL was asked already, but not for the ports that the gateway uses
    return;
  }
  bool first = true;
  for (const int port : balancerPorts_) {
    auto one = result;
    checkAcl(one, *nat.subnet, true, flow.family, flow.from, flow.protocol, flow.port, false,
             maybeSame(*nat.subnet, flow.from.subnet()));
    checkAcl(one, *nat.subnet, false, flow.family, flow.to, flow.protocol, flow.port, false,
             maybeSame(*nat.subnet, flow.from.subnet()));
    checkAcl(one, *nat.subnet, true, flow.family, flow.to, flow.protocol, port, true,
             maybeSame(*nat.subnet, flow.from.subnet()));
    checkAcl(one, *nat.subnet, false, flow.family, flow.from, flow.protocol, flow.clientPort, true,
             maybeSame(*nat.subnet, flow.from.subnet()));
    outcome = first ? Outcome{one, one} : Outcome{better(outcome.best, one), worse(outcome.worst, one)};
    first = false;
  }
}

/// An instance that forwards under its own address.
void Judge::throughInterface(const Flow& flow, const RouteTarget& target, Result& result) {
  const auto at = std::get<Index<Host>>(target.to);
  const auto& host = network_.hosts[at];
  if (host.interfaces.size() != 1 || host.elsewhere) {
    const auto* why = host.elsewhere ? host.elsewhere : target.why;
    check(result, why ? Tri{why} : Tri{false}, host.place,
          [&] { return fmt::format("which interface of {} forwards", host.id); });
    return;
  }
  const auto& interface = host.interfaces.front();
  auto through = partyOf(network_, at, 0);
  through.ipv4 = addressIn(network_, through.subnet(), Family::ipv4, {});
  if (const auto& range = network_.subnets[through.subnet()].range)
    through.ipv4 = {.within = range, .why = through.ipv4.why ? through.ipv4.why : &chosenByAmazon};
  if (interface.ipv4) through.ipv4 = *interface.ipv4;
  if (interface.maybe)
    check(result, interface.maybe, interface.place, [&] { return fmt::format("{} is there", host.id); });
  if (interface.forwards.isYes() && !collecting()) forwarding_.insert(at);
  check(result, interface.forwards, interface.place, [&] {
    return fmt::format("{} {} what is for others", host.id, interface.forwards.isNo() ? "drops" : "forwards");
  });
  checkGroups(result, through, true, flow, flow.from, &flow.from.groups());
  checkGroups(result, through, false, flow, flow.to, nullptr);
  check(result, interface.publicIpv4, interface.publicPlace, [&] {
    return fmt::format("{} has {} public IPv4 address", host.id, interface.publicIpv4.isNo() ? "no" : "a");
  });
  const auto onward = route(through.subnet(), flow.family, flow.to.address(flow.family));
  Tri leads = onward.kind == RouteKind::internetGateway ? hasGateway(through.vpc(), onward.id) : Tri{false};
  if (onward.kind == RouteKind::unknown || onward.kind == RouteKind::boundary) leads = onward.why;
  check(result, leads, onward.place, [&] {
    return fmt::format("the subnet of {} {} outside by an internet gateway", host.id,
                       leads.isNo() ? "does not route" : "routes");
  });
  if (through.subnet() == flow.from.subnet()) return;
  checkAcl(result, through.subnet(), true, flow.family, flow.from, flow.protocol, flow.port, false,
           maybeSame(through.subnet(), flow.from.subnet()));
  checkAcl(result, through.subnet(), false, flow.family, flow.to, flow.protocol, flow.port, false,
           maybeSame(through.subnet(), flow.from.subnet()));
  checkAcl(result, through.subnet(), true, flow.family, flow.to, flow.protocol, flow.clientPort, true,
           maybeSame(through.subnet(), flow.from.subnet()));
  checkAcl(result, through.subnet(), false, flow.family, flow.from, flow.protocol, flow.clientPort, true,
           maybeSame(through.subnet(), flow.from.subnet()));
}

}  // namespace reach
