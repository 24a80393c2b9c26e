#include <fmt/format.h>

#include <algorithm>

#include "analysis/reach/ask.h"

// Who a question is about: the hosts, and one address of each stretch that all rules treat alike.
namespace reach {
namespace {

/// What is no public address (IANA's special-purpose registry); ranges for documentation count as public.
constexpr std::string_view notPublic[]{"0.0.0.0/8",      "10.0.0.0/8",    "100.64.0.0/10", "127.0.0.0/8",
                                       "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",  "192.168.0.0/16",
                                       "198.18.0.0/15",  "224.0.0.0/3"};
constexpr std::string_view privateRanges[]{"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10",
                                           "fc00::/7"};

const std::vector<IpRange>& notPublicRanges() {
  static const auto all = [] {
    std::vector<IpRange> ranges;
    for (const auto text : notPublic) ranges.push_back(*cfn::parseRange(text));
    return ranges;
  }();
  return all;
}

}  // namespace

bool isPrivate(const IpRange& range) {
  static const auto all = [] {
    std::vector<IpRange> ranges;
    for (const auto text : privateRanges) ranges.push_back(*cfn::parseRange(text));
    return ranges;
  }();
  return std::ranges::any_of(all, [&](const IpRange& one) { return one.contains(range); });
}

bool isOutside(const Network& network, const End& end) {
  if (std::holds_alternative<Internet>(end)) return true;
  const auto* range = std::get_if<IpRange>(&end);
  if (!range) return false;
  const auto holds = [&](const IpRange& own) { return own.contains(*range); };
  return !isPrivate(*range) &&
         std::ranges::none_of(network.vpcs, [&](const Vpc& vpc) { return std::ranges::any_of(vpc.ranges, holds); }) &&
         std::ranges::none_of(network.ownIpv6, holds);
}

/// The VPCs that an end is in.
std::set<Index<Vpc>> Asker::vpcsOf(const End& end) const {
  std::set<Index<Vpc>> all;
  if (const auto* name = std::get_if<Named>(&end)) {
    if (const auto host = network_.hostOf.find(name->id))
      for (const auto& interface : network_.hosts[*host].interfaces) all.insert(network_.subnets[interface.subnet].vpc);
    if (const auto subnet = network_.subnetOf.find(name->id)) all.insert(network_.subnets[*subnet].vpc);
  }
  return all;
}

void Asker::named(const std::string& id, std::vector<Source>& out) {
  if (const auto subnet = network_.subnetOf.find(id)) {
    const auto& in = network_.subnets[*subnet];
    out.push_back(anybodyIn(*subnet, in.hasIpv6 | in.assignsIpv6, in.id));
    return;
  }
  const auto index = network_.hostOf.find(id);
  if (!index) return;
  const auto& host = network_.hosts[*index];
  if (host.placeless) nobody_ = host.placeless;
  for (std::size_t i = 0; i < host.interfaces.size(); ++i) {
    Source source{.party = Judge::partyOf(network_, *index, i), .maybe = host.interfaces[i].maybe};
    source.isHost = host.kind != HostKind::balancer;
    out.push_back(std::move(source));
  }
}

/// A host that somebody could put into the subnet: every group lets it through.
Asker::Source Asker::anybodyIn(Index<Subnet> subnet, Tri hasIpv6, std::string_view id) {
  const auto& in = network_.subnets[subnet];
  Source source{.isHost = true};
  source.party.site = Site{subnet, in.vpc, &open_.emplace_back(Groups{{}, nullptr, true})};
  source.party.publicIpv4 = true;
  source.party.hasIpv6 = hasIpv6;
  source.party.place = source.party.publicPlace = in.place;
  source.party.id = id;
  return source;
}

/// The VPCs of the other end, and those that are peered with them.
std::set<Index<Vpc>> Asker::near(const End& other) const {
  const auto own = vpcsOf(other);
  auto vpcs = own;
  for (const auto& peering : network_.peerings)
    for (const auto& [one, next] : {std::pair{peering.a, peering.b}, std::pair{peering.b, peering.a}})
      if (own.contains(one)) vpcs.insert(next);
  return vpcs;
}

/// Whether a host of the template has this one address for certain, so that nobody else can have it.
bool Asker::isTaken(const IpRange& range) const {
  if (range.prefixLength != bitsOf(range.family)) return false;
  return std::ranges::any_of(network_.hosts, [&](const Host& host) {
    return std::ranges::any_of(host.interfaces, [&](const Interface& interface) {
      const auto& fixed = interface.ipv4;
      return !interface.maybe && fixed && fixed->bits && range.contains(Address{Family::ipv4, *fixed->bits});
    });
  });
}

/// Hosts of the template that have, or may have, an address of the range: with their own groups.
void Asker::members(const IpRange& range, const std::set<Index<Vpc>>& near, bool isSource, std::vector<Source>& out) {
  static const Reason chosen{"which addresses of their subnets AWS gives to hosts", {}};
  const Reason* elsewhere = nullptr;  // a VPC that is not known may be any
  for (const auto vpc : near)
    if (!network_.vpcs[vpc].declared) elsewhere = network_.vpcs[vpc].why;
  for (const auto index : network_.hosts.indices()) {
    const auto& host = network_.hosts[index];
    const auto type = network_.typeOf.find(host.id);
    const bool isPart = type != network_.typeOf.end() && type->second == "AWS::EFS::MountTarget";
    if (isPart || host.kind == HostKind::interface) continue;  // it is part of a host, or serves none
    for (std::size_t i = 0; i < host.interfaces.size(); ++i) {
      const auto& interface = host.interfaces[i];
      const auto& subnet = network_.subnets[interface.subnet];
      const auto& vpc = network_.vpcs[subnet.vpc];
      const auto* maybe = near.contains(subnet.vpc) ? nullptr : vpc.declared ? elsewhere : vpc.why;
      if (!maybe && !near.contains(subnet.vpc)) continue;
      const auto& own = range.family == Family::ipv4 ? subnet.range : subnet.range6;
      if (!own && subnet.rangeWhy && range.family == Family::ipv4) maybe = subnet.rangeWhy;
      if ((!own && !maybe) || (own && !own->overlaps(range))) continue;
      if (range.family == Family::ipv6 && (!own || interface.ipv6.isNo())) continue;
      const auto* fixed = range.family == Family::ipv4 && interface.ipv4 ? &*interface.ipv4 : nullptr;
      if (fixed && fixed->bits && !range.contains(Address{Family::ipv4, *fixed->bits})) continue;
      Source source{.party = Judge::partyOf(network_, index, i), .maybe = interface.maybe};
      source.isHost = host.kind != HostKind::balancer;
      if (own && !range.contains(*own) && !(fixed && fixed->bits)) source.maybe = &chosen;
      if (maybe && !(own && fixed && fixed->bits && near.contains(subnet.vpc))) source.maybe = maybe;
      if (!isSource) {  // the question is about the way there
        auto& open = open_.emplace_back(interface.groups);
        open.answersAll = true;
        source.party.site->groups = &open;
        source.party.site->host.reset();
      }
      out.push_back(std::move(source));
    }
  }
}

/// Hosts that somebody could put into the subnets, with an address of the range.
void Asker::anybody(const IpRange& range, const std::set<Index<Vpc>>& vpcs, std::vector<Source>& out) {
  const auto isOutside = [&](Index<Vpc> vpc) { return !network_.vpcs[vpc].declared; };
  for (const auto index : network_.subnets.indices()) {
    const auto& subnet = network_.subnets[index];
    const bool mayBeThere = isOutside(subnet.vpc) || std::ranges::any_of(vpcs, isOutside);
    if (!vpcs.contains(subnet.vpc) && !mayBeThere) continue;
    const auto& own = range.family == Family::ipv4 ? subnet.range : subnet.range6;
    if (own && !own->overlaps(range)) continue;
    if (!own && range.family == Family::ipv6) continue;
    const auto& id = names_.emplace_back(fmt::format("a host of {} in {}", range.text(), subnet.id));
    auto source = anybodyIn(index, range.family == Family::ipv6, id);
    source.maybe = own ? nullptr : subnet.rangeWhy;
    if (!vpcs.contains(subnet.vpc)) {
      const auto outside = isOutside(subnet.vpc) ? subnet.vpc : *std::ranges::find_if(vpcs, isOutside);
      source.maybe = network_.vpcs[outside].why;
    }
    out.push_back(std::move(source));
  }
}

/// Whether something may lead from the VPC to other networks. A route to one of these gateways leads to the internet,
/// whatever its destination.
bool Asker::leadsBehind(Index<Vpc> index) const {
  const auto& vpc = network_.vpcs[index];
  if (!vpc.boundaries.empty()) return true;
  if (vpc.isIsland) return false;
  const auto leadsElsewhere = [](const Route& route) {
    const auto kind = route.target.kind;
    return kind != RouteKind::internetGateway && kind != RouteKind::nat && kind != RouteKind::egressOnly;
  };
  return !vpc.declared || std::ranges::any_of(network_.subnets, [&](const Subnet& subnet) {
    return subnet.vpc == index && (subnet.tables.mayBeOther || subnet.tables.indices.empty() ||
                                   std::ranges::any_of(subnet.tables.indices, [&](Index<RouteTable> table) {
                                     return std::ranges::any_of(network_.tables[table].routes, leadsElsewhere);
                                   }));
  });
}

/// Hosts in other networks, such as behind a VPN or a transit gateway, with an address of the range.
void Asker::behind(const IpRange& range, const std::set<Index<Vpc>>& vpcs, std::vector<Source>& out) {
  if (std::ranges::none_of(vpcs, [&](Index<Vpc> vpc) { return leadsBehind(vpc); })) return;
  const bool isOfSubnet = std::ranges::any_of(network_.subnets, [&](const Subnet& subnet) {
    return vpcs.contains(subnet.vpc) && subnet.range && subnet.range->contains(range);
  });
  if (isOfSubnet) return;
  Source source{.isHost = true};
  for (const auto vpc : vpcs) {
    if (std::ranges::any_of(network_.vpcs[vpc].ranges, [&](const IpRange& own) { return own.contains(range); })) return;
    if (network_.vpcs[vpc].rangesWhy) source.maybe = network_.vpcs[vpc].rangesWhy;
  }
  source.party.isBehind = true;
  source.party.id = names_.emplace_back(range.text());
  out.push_back(std::move(source));
}

/// Whoever can have an address of the range and come near the other end.
void Asker::range(const IpRange& range, const End& other, bool isSource, std::vector<Source>& out) {
  const auto vpcs = near(other);
  const auto before = out.size();
  members(range, vpcs, isSource, out);
  if (!isTaken(range)) anybody(range, vpcs, out);
  behind(range, vpcs, out);
  if (out.size() > before) return;
  const bool isKnown = std::ranges::all_of(vpcs, [&](Index<Vpc> vpc) { return network_.vpcs[vpc].declared; });
  if (isKnown && !vpcs.empty())
    nobody_ = &reasons_.emplace_back(
        Reason{fmt::format("nothing in the template has an address in {}, and nothing leads there", range.text()), {}});
}

std::vector<Asker::Source> Asker::ends(const End& end, const End& other, bool isSource) {
  std::vector<Source> out;
  if (const auto* name = std::get_if<Named>(&end)) {
    named(name->id, out);
  } else if (!isOutside(network_, end)) {
    range(std::get<IpRange>(end), other, isSource, out);
    if (const auto* host = std::get_if<Named>(&other))  // nothing is asked of a host and itself
      std::erase_if(out, [&](const Source& one) {
        const auto at = one.party.host();
        return at && network_.hosts[*at].id == host->id && network_.hosts[*at].kind != HostKind::scalingGroup &&
               network_.hosts[*at].kind != HostKind::service;
      });
  } else {
    Source source;
    source.party.id = "internet";
    out.push_back(std::move(source));
    const auto* range = std::get_if<IpRange>(&end);
    const bool holdsOwn =
        range && std::ranges::any_of(network_.vpcs, [&](const Vpc& vpc) {
          return std::ranges::any_of(vpc.ranges, [&](const IpRange& own) { return range->contains(own); });
        });
    if (holdsOwn) this->range(*range, other, isSource, out);
  }
  return out;
}

/// One of each stretch of the range, whatever network it is in.
std::vector<Addr> Asker::addressesBehind(const IpRange& range, const Cuts& cuts) const {
  std::vector<Addr> all;
  const auto& bounds = range.family == Family::ipv4 ? cuts.ipv4 : cuts.ipv6;
  auto first = range.first;
  const auto add = [&](Bits128 last) {
    constexpr Bits128 usual = 7;
    const Address address{range.family, last - first >= usual ? first + usual : first};
    const bool isOwn = std::ranges::any_of(network_.vpcs, [&](const Vpc& vpc) {
      return std::ranges::any_of(vpc.ranges, [&](const IpRange& own) { return own.contains(address); });
    });
    if (!isOwn) all.push_back({.bits = address.bits});
  };
  for (auto at = bounds.upper_bound(first); at != bounds.end() && *at <= range.last(); ++at) {
    add(*at - 1);
    first = *at;
  }
  add(range.last());
  return all;
}

std::vector<Addr> Asker::outsideAddresses(Family family, const std::optional<IpRange>& within,
                                          const std::vector<IpRange>& except, const Cuts& cuts) const {
  std::vector<Addr> all;
  const IpRange whole = family == Family::ipv4 ? IpRange{family, 0, 0} : *cfn::parseRange("2000::/3");
  if (within && (within->family != family || !within->overlaps(whole))) return all;
  const auto& space = within && whole.contains(*within) ? *within : whole;
  std::vector<IpRange> excluded = except;
  if (family == Family::ipv4) excluded.insert(excluded.end(), notPublicRanges().begin(), notPublicRanges().end());
  for (const auto& vpc : network_.vpcs)
    for (const auto& range : vpc.ranges) excluded.push_back(range);
  for (const auto& range : network_.ownIpv6) excluded.push_back(range);
  auto bounds = family == Family::ipv4 ? cuts.ipv4 : cuts.ipv6;
  bounds.insert(space.first);
  for (const auto& range : excluded)
    if (range.family == family) {
      bounds.insert(range.first);
      if (range.last() != lastOf(family)) bounds.insert(range.last() + 1);
    }
  for (auto at = bounds.begin(); at != bounds.end(); ++at) {
    const Address address{family, *at};
    const bool counts = space.contains(address) &&
                        std::ranges::none_of(excluded, [&](const auto& range) { return range.contains(address); });
    if (!counts) continue;
    const auto next = std::next(at);
    const auto last = next == bounds.end() ? space.last() : std::min(*next - 1, space.last());
    all.push_back({.bits = likelyPublic(family, *at, last)});
  }
  std::stable_partition(all.begin(), all.end(), [&](const Addr& one) {
    return isForDocumentation({family, *one.bits});
  });
  return all;
}

void Asker::cutAddresses(std::vector<Source>& sources, const End& end, const std::vector<IpRange>& except,
                         const Cuts& cuts, int usual) {
  const auto* given = std::get_if<IpRange>(&end);
  const auto within = given ? std::optional{*given} : std::nullopt;
  for (auto& source : sources) {
    if (source.party.isBehind) {
      (within->family == Family::ipv4 ? source.ipv4 : source.ipv6) = addressesBehind(*within, cuts);
      continue;
    }
    if (source.party.isOutside()) {
      source.ipv4 = outsideAddresses(Family::ipv4, within, except, cuts);
      source.ipv6 = outsideAddresses(Family::ipv6, within, except, cuts);
      continue;
    }
    const auto* within4 = given && given->family == Family::ipv4 ? given : nullptr;
    const auto* within6 = given && given->family == Family::ipv6 ? given : nullptr;
    source.ipv4 = Judge::addressesIn(network_, source.party.subnet(), Family::ipv4, cuts, within4, usual);
    if (source.party.fixedIpv4) source.ipv4 = {*source.party.fixedIpv4};
    source.ipv6 = Judge::addressesIn(network_, source.party.subnet(), Family::ipv6, cuts, within6, usual);
    if (!given) continue;
    auto& addresses = within4 ? source.ipv4 : source.ipv6;
    (within4 ? source.ipv6 : source.ipv4).clear();
    for (auto& address : addresses)
      if (!address.bits) address.within = *given;
  }
}

}  // namespace reach
