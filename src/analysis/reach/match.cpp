#include <algorithm>

#include "analysis/reach/judge.h"

// Whether rules, entries and routes concern a flow.
namespace reach {
namespace {

constexpr int echoRequest = 8, echoReply = 0, echoRequest6 = 128, echoReply6 = 129;

}  // namespace

Tri Judge::matches(const IpRange& range, Family family, const Addr& address) const {
  if (range.family != family) return false;
  if (collected_) {
    auto& cuts = family == Family::ipv4 ? collected_->ipv4 : collected_->ipv6;
    cuts.insert(range.first);
    if (range.last() != lastOf(family)) cuts.insert(range.last() + 1);
  }
  if (address.bits) return range.first <= *address.bits && *address.bits <= range.last();
  if (range.prefixLength == 0) return true;
  if (address.within && range.contains(*address.within)) return true;
  if (address.within && !range.overlaps(*address.within)) return false;
  return address.why;
}

Tri Judge::matches(const Peer& peer, Family family, const Party& party, const Groups* groups) const {
  if (const auto* range = peer.range()) return matches(*range, family, party.address(family));
  if (const auto* own = std::get_if<Peer::Ipv6Of>(&peer.is))
    return family == Family::ipv6 && !party.isOutside() && party.vpc() == own->vpc;
  if (const auto* group = peer.group()) {
    if (!groups || groups->open) return false;
    Tri member = std::ranges::find(groups->indices, *group) != groups->indices.end();
    const auto* outside = network_.groups[*group].why;
    if (member.isNo() && groups->others) member = groups->others;
    if (member.isNo() && outside) member = outside;
    return member & presentUnless(peer.why);
  }
  if (peer.family && *peer.family != family) return false;
  return peer.why;
}

Tri Judge::matches(const Rule& rule, int protocol, int port, bool isReply, bool isClientPort) const {
  if (rule.protocolWhy) return rule.protocolWhy;
  if (rule.protocol == anyProtocol) return true;
  if (rule.protocol != protocol) return false;
  if (rule.portsWhy) return rule.portsWhy;
  if (protocol == icmp || protocol == icmpv6) {
    const int type = protocol == icmp ? (isReply ? echoReply : echoRequest) : (isReply ? echoReply6 : echoRequest6);
    return rule.from == -1 || (rule.from == type && (rule.to == -1 || rule.to == 0));
  }
  if (collected_) {
    auto& cuts = isClientPort ? collected_->clientPorts : collected_->ports;
    cuts.insert(rule.from);
    cuts.insert(rule.to + 1);
  }
  return rule.from <= port && port <= rule.to;
}

Judge::Found Judge::groupsAllow(const Groups& groups, bool ingress, const Flow& flow, const Party& other,
                                const Groups* others) const {
  if (groups.open || (groups.answersAll && ingress)) return {true, {}};
  Found found;
  if (groups.others) found.truth = groups.others;
  for (const auto index : groups.indices) {
    const auto& group = network_.groups[index];
    if (!found.place.span.line && found.place.owner.empty()) found.place = group.place;
    for (const auto& rule : ingress ? group.ingress : group.egress) {
      const auto one = matches(rule, flow.protocol, flow.port, false, false);
      if (one.isNo() && !collecting()) continue;
      const auto all = one & matches(rule.peer, flow.family, other, others) & presentUnless(rule.maybe);
      if (all.isYes() && !found.truth.isYes()) found.place = rule.place;
      found.truth = found.truth | all;
      if (found.truth.isYes() && !collecting()) return found;
    }
  }
  return found;
}

Tri Judge::couldAdmit(const Groups& groups, int protocol, int port, const Carrier& carrier) const {
  if (groups.open) return true;
  Tri could = false;
  if (groups.others) could = groups.others;
  const auto& own = carrier.groups.indices;
  const auto isOfCarrier = [&](Index<SecurityGroup> index) {
    return carrier.groups.others || std::ranges::find(own, index) != own.end() || network_.groups[index].why;
  };
  for (const auto index : groups.indices)
    for (const auto& rule : network_.groups[index].ingress) {
      const auto* group = rule.peer.group();
      if (group ? isOfCarrier(*group) : !carrier.isByGroupAlone)
        could = could | (matches(rule, protocol, port, false, false) & presentUnless(rule.maybe));
    }
  return could;
}

Tri Judge::letsPublic(Index<Subnet> index, bool inward) const {
  const auto& access = network_.publicAccess;
  const auto blocks = inward ? access.blocksIn : access.blocksOut;
  if (blocks.isNo()) return true;
  const auto& subnet = network_.subnets[index];
  Tri excluded = false;
  for (const auto& one : access.exclusions) {
    const bool mayBe = one.id.empty();
    if (!mayBe && one.id != subnet.id && one.id != network_.vpcs[subnet.vpc].id) continue;
    excluded = excluded | (presentUnless(one.maybe) & (inward ? one.in : Tri{true}));
  }
  return (!blocks) | excluded;
}

Tri Judge::aclAllows(const std::vector<AclEntry>& entries, Family family, const Party& other, int protocol, int port,
                     bool isReply, Place& place) const {
  Tri outcome = false;
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    auto concerned = matches(entry->rule, protocol, port, isReply, isReply);
    if (concerned.isNo() && !collecting()) continue;
    concerned = concerned & matches(entry->rule.peer, family, other, nullptr) & presentUnless(entry->rule.maybe) &
                presentUnless(entry->numberWhy);
    if (concerned.isNo()) continue;
    if (concerned.isYes()) {
      outcome = entry->allows;
      place = entry->rule.place;
    } else if (outcome.truth() != entry->allows.truth() || entry->allows.isUnknown()) {
      outcome = concerned;
    }
  }
  return outcome;
}

Judge::Found Judge::aclAllows(Index<Subnet> subnet, bool ingress, Family family, const Party& other, int protocol,
                              int port, bool isReply) const {
  const auto& alternatives = network_.subnets[subnet].acls;
  Found found{.truth = alternatives.why};
  bool first = true;
  const auto add = [&](Tri truth) {  // where they differ, nobody knows
    if (first)
      found.truth = truth;
    else if (truth.truth() != found.truth.truth())
      found.truth = alternatives.why;
    first = false;
  };
  for (const auto index : alternatives.indices) {
    const auto& acl = network_.acls[index];
    found.place = acl.place;
    add(aclAllows(ingress ? acl.ingress : acl.egress, family, other, protocol, port, isReply, found.place));
  }
  if (alternatives.mayBeOther) add(alternatives.why);
  return found;
}

RouteTarget Judge::routeIn(const RouteTable& table, Index<Vpc> vpcIndex, Family family, const Addr& address) const {
  const auto& vpc = network_.vpcs[vpcIndex];
  RouteTarget best;
  int bestLength = -1;
  bool overridden = false;
  if (family == Family::ipv4)
    for (const auto& range : vpc.ranges)
      if (matches(range, family, address).isYes() && range.prefixLength > bestLength) {
        best = {.kind = RouteKind::local, .place = vpc.place};
        bestLength = range.prefixLength;
      }
  struct Maybe {
    const Route* route;
    int length;
    const Reason* why;
  };
  std::vector<Maybe> maybes;
  for (const auto& route : table.routes) {
    Tri match = false;
    int length = 1000;  // it may be more specific than any other
    if (const auto* range = route.destination.range()) {
      match = matches(*range, family, address);
      length = range->prefixLength;
    } else if (!route.destination.family || *route.destination.family == family) {
      match = route.destination.why;
    }
    if (match.isNo()) continue;
    if (match.isUnknown() || route.maybe) {
      maybes.push_back({&route, length, match.isUnknown() ? match.why() : route.maybe});
    } else if (length > bestLength) {
      overridden |= best.kind == RouteKind::local;
      best = route.target;
      best.isForPrivate = route.destination.range() && isPrivate(*route.destination.range());
      bestLength = length;
    }
  }
  // What is more specific than the VPC's own range beats its local route; where that is not known, it may.
  const bool hasLocal = best.kind == RouteKind::local || overridden;
  const auto isWithin = [&](int length) {
    if (hasLocal) return true;
    return family == Family::ipv4 ? vpc.rangesWhy && length >= 16 : length >= 44;
  };
  for (const auto& maybe : maybes)
    if (maybe.length >= bestLength && !(maybe.route->target == best))
      return {.kind = RouteKind::unknown,
              .why = maybe.why,
              .place = maybe.route->target.place,
              .isWithin = isWithin(maybe.length)};
  best.isWithin = best.kind != RouteKind::local && bestLength >= 0 && isWithin(bestLength);
  if (bestLength < 0) best.place = table.place;
  return best;
}

RouteTarget Judge::route(Index<Subnet> subnetIndex, Family family, const Addr& address) const {
  const auto& subnet = network_.subnets[subnetIndex];
  if (subnet.tables.mayBeOther || subnet.tables.indices.empty())
    return {.kind = RouteKind::unknown, .why = subnet.tables.why, .place = subnet.place};
  std::optional<RouteTarget> agreed;
  for (const auto index : subnet.tables.indices) {
    auto target = routeIn(network_.tables[index], subnet.vpc, family, address);
    if (agreed && !(*agreed == target))
      return {.kind = RouteKind::unknown, .why = subnet.tables.why, .place = subnet.place};
    if (!agreed) agreed = std::move(target);
  }
  return *agreed;
}

Tri Judge::hasGateway(Index<Vpc> vpcIndex, std::string_view gateway) const {
  const auto& vpc = network_.vpcs[vpcIndex];
  if (std::ranges::find(vpc.gateways, gateway) != vpc.gateways.end()) return true;
  for (const auto& [id, why] : vpc.maybeGateways)
    if (id == gateway || !network_.typeOf.contains(id)) return why;
  if (!vpc.declared) return vpc.why;
  return false;
}

Addr Judge::addressIn(const Network& network, Index<Subnet> subnetIndex, Family family, std::optional<Bits128> bits) {
  Addr address{.bits = bits};
  if (bits) return address;
  const auto& subnet = network.subnets[subnetIndex];
  const auto& vpc = network.vpcs[subnet.vpc];
  address.why = family == Family::ipv4 ? subnet.rangeWhy : &chosenByAmazon;
  if (family == Family::ipv4 && vpc.ranges.size() == 1 && !vpc.rangesWhy) address.within = vpc.ranges.front();
  return address;
}

std::vector<Addr> Judge::addressesIn(const Network& network, Index<Subnet> subnetIndex, Family family, const Cuts& cuts,
                                     const IpRange* within, int usual) {
  const auto& subnet = network.subnets[subnetIndex];
  const auto& range = family == Family::ipv4 ? subnet.range : subnet.range6;
  if (!range) return {addressIn(network, subnetIndex, family, {})};
  if (within && !within->overlaps(*range)) return {};
  const auto& part = within && range->contains(*within) ? *within : *range;
  std::vector<Addr> all;
  const auto& bounds = family == Family::ipv4 ? cuts.ipv4 : cuts.ipv6;
  auto first = part.first;
  for (auto at = bounds.upper_bound(first); at != bounds.end() && *at <= part.last(); ++at) {
    all.push_back({.bits = likelyHost(*range, first, *at - 1, usual)});
    first = *at;
  }
  all.push_back({.bits = likelyHost(*range, first, part.last(), usual)});
  return all;
}

Party Judge::partyOf(const Network& network, Index<Host> hostIndex, std::size_t interfaceIndex) {
  const auto& host = network.hosts[hostIndex];
  const auto& interface = host.interfaces[interfaceIndex];
  Party party;
  party.site = Site{interface.subnet, network.subnets[interface.subnet].vpc, &interface.groups, hostIndex};
  party.fixedIpv4 = interface.ipv4;
  party.publicIpv4 = interface.publicIpv4;
  party.hasIpv6 = interface.ipv6;
  party.publicIpv6 = host.publicIpv6;
  party.place = interface.place;
  party.publicPlace = interface.publicPlace.owner.empty() ? interface.place : interface.publicPlace;
  party.id = host.id;
  return party;
}

}  // namespace reach
