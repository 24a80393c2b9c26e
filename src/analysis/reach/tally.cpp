#include <fmt/format.h>

#include <algorithm>

#include "analysis/reach/ask.h"

// What all flows of a question show.
namespace reach {
namespace {

/// Client ports: of the outside, load balancers and NAT gateways; and of hosts (Linux's default range).
constexpr std::pair<int, int> outsidePorts{1024, 65535}, hostPorts{32768, 60999};

std::vector<int> cells(int first, int last, const std::set<int>& bounds) {
  std::vector<int> all{first};
  for (auto at = bounds.upper_bound(first); at != bounds.end() && *at <= last; ++at) all.push_back(*at);
  return all;
}

std::vector<int> protocolsOf(const std::string& name, Family family) {
  const int control = family == Family::ipv4 ? icmp : icmpv6;
  if (name == "tcp") return {tcp};
  if (name == "udp") return {udp};
  if (name == "icmp") return {control};
  return {tcp, udp, control};
}

/// Ports that all rules treat alike.
struct Stretch {
  int first, last;
};

std::vector<Stretch> stretches(const Question& question, const Cuts& cuts, bool hasPorts) {
  if (!hasPorts) return {{0, 0}};
  std::vector<Stretch> all;
  for (const int port : cells(question.firstPort, question.lastPort, cuts.ports)) {
    if (!all.empty()) all.back().last = port - 1;
    all.push_back({port, question.lastPort});
  }
  return all;
}

Addr& addressOf(Party& party, Family family) { return family == Family::ipv4 ? party.ipv4 : party.ipv6; }

/// Stretches of ports come in order, so one that goes on makes the one before it longer.
void noteOpen(Tally& tally, const Flow& flow, int lastPort) {
  auto& open = tally.open[flow.protocol == icmpv6 ? icmp : flow.protocol];
  const auto covers = [&](const auto& known) { return known.first <= flow.port && lastPort <= known.second; };
  if (!open.empty() && open.back().first <= flow.port && flow.port <= open.back().second + 1)
    open.back().second = std::max(open.back().second, lastPort);
  else if (std::ranges::none_of(open, covers))
    open.push_back({flow.port, lastPort});
}

/// A brief question needs no flows between ends that nothing joins.
void noteApart(Tally& tally, const Reason* maybe) {
  if (maybe && !tally.why) tally.why = maybe;
  (maybe ? tally.maybeNo : tally.anyNo) = true;
}

}  // namespace

Word Tally::word() const {
  if (anyYes && anyNo) return Word::some;
  if (anyUnknown) return Word::unknown;
  if (anyYes) return maybeNo ? Word::unknown : Word::yes;
  if (anyNo) return maybeYes ? Word::unknown : Word::no;
  return !maybeYes && !maybeNo && nobody ? Word::no : Word::unknown;  // no flows at all prove nothing
}

void Tally::note(const Flow& flow, int lastPort, const Result& result, const Reason* maybe) {
  const auto& truth = result.truth;
  if (truth.isYes() && !yes) yes = flow;
  if (truth.isYes()) noteOpen(*this, flow, lastPort);
  if (truth.isNo() && (!no || result.barriers < fewestBarriers)) {
    no = flow;
    fewestBarriers = result.barriers;
  }
  if (truth.isUnknown() && !unknown) {
    unknown = flow;
    why = truth.why();
  }
  if (maybe && !why) why = maybe;
  (maybe ? maybeYes : anyYes) |= truth.isYes();
  (maybe ? maybeNo : anyNo) |= truth.isNo();
  anyUnknown |= truth.isUnknown();
}

/// Whether load balancers forward to the host what comes over IPv6.
Tri Asker::forwardsIpv6(const Question& question, const Source& to) const {
  Tri forwards = false;
  const auto host = to.party.host();
  if (!host) return forwards;
  for (const auto& forward : network_.hosts[*host].forwards) {
    static const Reason literal{"whose address a target's is", {}};
    const auto& target = *forward.target;
    if (question.avoided.contains(network_.hosts[forward.balancer->host].id)) continue;
    const auto& range = network_.subnets[to.party.subnet()].range;
    if (!target.host && target.address && range && !range->contains(*target.address)) continue;
    Tri isIt = !target.host && !target.maybe ? Tri{&literal} : presentUnless(target.maybe);
    isIt = isIt & presentUnless(forward.maybe) & presentUnless(forward.listener->maybe);
    forwards = forwards | (forward.balancer->dualstack & isIt);
  }
  return forwards;
}

/// IPv6 is part of a question where the ends, or a load balancer on the way, have IPv6 addresses.
bool Asker::hasIpv6(const Question& question, const Source& from, const Source& to) const {
  if (from.party.isOutside() ? from.ipv6.empty() : from.party.hasIpv6.isNo()) return false;
  if (to.party.isOutside()) return !to.ipv6.empty();
  return !to.party.hasIpv6.isNo() || (from.party.isOutside() && !forwardsIpv6(question, to).isNo());
}

/// Why the ends, or the way between them, may not exist in that family.
const Reason* Asker::maybeOf(const Question& question, Family family, const Source& from, const Source& to) const {
  const Reason* maybe = from.maybe ? from.maybe : to.maybe;
  if (family == Family::ipv4) return maybe;
  for (const auto* end : {&from.party, &to.party})
    if (!end->isOutside() && end->hasIpv6.isUnknown()) maybe = end->hasIpv6.why();
  if (to.party.isOutside() || !to.party.hasIpv6.isNo()) return maybe;
  const auto forwards = forwardsIpv6(question, to);
  return forwards.isUnknown() ? forwards.why() : maybe;
}

/// Calls `visit(family, from, to)` for each two ends that have addresses of one family.
template <class Visit>
void Asker::forEachPair(const Question& question, const std::vector<Source>& fromEnds,
                        const std::vector<Source>& toEnds, Visit visit) const {
  for (const auto family : {Family::ipv4, Family::ipv6})
    for (const auto& from : fromEnds)
      for (const auto& to : toEnds)
        if (family == Family::ipv4 || hasIpv6(question, from, to)) visit(family, from, to);
}

/// Calls `visit` with the flow between each two of the addresses.
template <class Visit>
void Asker::forEachAddress(Flow& flow, const Source& from, const Source& to, Visit visit) {
  // A load balancer may forward to an IPv4 address what came to its IPv6 address.
  const bool mayChange = flow.family == Family::ipv6 && !to.ipv4.empty();
  const auto others = mayChange ? to.ipv4 : std::vector<Addr>{{}};
  for (const auto& fromAddress : from.addresses(flow.family))
    for (const auto& toAddress : to.addresses(flow.family))
      for (const auto& other : others) {
        addressOf(flow.from, flow.family) = fromAddress;
        addressOf(flow.to, flow.family) = toAddress;
        if (flow.family == Family::ipv6) flow.to.ipv4 = other;
        visit(flow);
      }
}

/// Calls `visit(flow, lastPort)` with one flow of each stretch of protocols, ports and addresses.
template <class Visit>
void Asker::forEachFlow(const Question& question, const Cuts& cuts, Family family, const Source& from, const Source& to,
                        Visit visit) {
  Flow flow{.from = from.party, .to = to.party, .family = family};
  const auto [firstClient, lastClient] = from.isHost ? hostPorts : outsidePorts;
  for (const auto protocol : protocolsOf(question.protocol, family)) {
    flow.protocol = protocol;
    const bool hasPorts = protocol == tcp || protocol == udp;
    const auto clientPorts = cells(firstClient, hasPorts ? lastClient : firstClient, cuts.clientPorts);
    for (const auto& [port, lastPort] : stretches(question, cuts, hasPorts))
      for (const int clientPort : clientPorts) {
        flow.port = port;
        flow.clientPort = clientPort;
        forEachAddress(flow, from, to, [&, last = lastPort](const Flow& one) { visit(one, last); });
      }
  }
}

void Asker::flows(const Question& question, Judge& judge, const Cuts& cuts, const std::vector<Source>& fromEnds,
                  const std::vector<Source>& toEnds, Tally& tally) const {
  forEachPair(question, fromEnds, toEnds, [&](Family family, const Source& from, const Source& to) {
    if (from.addresses(family).empty() || to.addresses(family).empty()) return;
    const auto* maybe = maybeOf(question, family, from, to);
    if (detail_ == Detail::brief && judge.areApart(from.party, to.party)) return noteApart(tally, maybe);
    forEachFlow(question, cuts, family, from, to, [&](const Flow& flow, int lastPort) {
      const auto outcome = judge.judge(flow);
      tally.note(flow, lastPort, outcome.best, maybe);
      tally.note(flow, lastPort, outcome.worst, maybe);
    });
  });
}

/// Every bound that the flows between the ends are held against.
Cuts Asker::cutsOf(const Question& question, Judge& judge, const std::vector<Source>& fromEnds,
                   const std::vector<Source>& toEnds) const {
  Cuts cuts;
  for (const auto* end : {&question.from, &question.to})
    if (const auto* range = std::get_if<IpRange>(end))
      (range->family == Family::ipv4 ? cuts.ipv4 : cuts.ipv6).insert(range->first);
  const auto set = [](Party& party, const Source& source) {
    if (!source.ipv4.empty()) party.ipv4 = source.ipv4.front();
    if (!source.ipv6.empty()) party.ipv6 = source.ipv6.front();
  };
  forEachPair(question, fromEnds, toEnds, [&](Family family, const Source& from, const Source& to) {
    if (detail_ == Detail::brief && judge.areApart(from.party, to.party)) return;
    Flow flow{.from = from.party, .to = to.party, .family = family};
    flow.port = question.firstPort;
    flow.clientPort = hostPorts.first;
    set(flow.from, from);
    set(flow.to, to);
    for (const auto protocol : protocolsOf(question.protocol, family)) {
      flow.protocol = protocol;
      judge.collect(flow, cuts);
    }
  });
  return cuts;
}

bool Asker::shareSubnet(const std::vector<Source>& from, const std::vector<Source>& to) {
  return std::ranges::any_of(from, [&](const Source& one) {
    const auto& site = one.party.site;
    return site && std::ranges::any_of(to, [&](const Source& other) {
             return other.party.site && other.party.site->subnet == site->subnet;
           });
  });
}

/// Why the host that an end names may have interfaces that the model does not see.
const Reason* Asker::elsewhere(const End& end) const {
  const auto* name = std::get_if<Named>(&end);
  const auto host = name ? network_.hostOf.find(name->id) : std::nullopt;
  return host ? network_.hosts[*host].elsewhere : nullptr;
}

/// Why nothing can be sent between an IPv6 range and the other end: for certain it has no IPv6 address.
const Reason* Asker::withoutIpv6(const Question& question, const std::vector<Source>& from,
                                 const std::vector<Source>& to) {
  for (const auto& [end, others] : {std::pair{&question.from, &to}, {&question.to, &from}}) {
    const auto* range = std::get_if<IpRange>(end);
    const auto hasNone = [](const Source& one) { return !one.party.isOutside() && one.party.hasIpv6.isNo(); };
    if (!range || range->family != Family::ipv6 || others->empty() || !std::ranges::all_of(*others, hasNone)) continue;
    const auto& party = others->front().party;
    return &reasons_.emplace_back(Reason{fmt::format("{} has no IPv6 address", party.id), party.place});
  }
  return nullptr;
}

Tally Asker::tally(const Question& question, Judge& judge) {
  nobody_ = nullptr;
  auto from = ends(question.from, question.to, true);
  auto to = ends(question.to, question.from, false);
  const int usual = shareSubnet(from, to) ? usualServer : usualClient;
  cutAddresses(from, question.from, question.except, {}, usualClient);
  cutAddresses(to, question.to, question.except, {}, usual);
  const auto cuts = cutsOf(question, judge, from, to);
  cutAddresses(from, question.from, question.except, cuts, usualClient);
  cutAddresses(to, question.to, question.except, cuts, usual);
  Tally tally{.nobody = nobody_};
  tally.byClientPorts = std::ranges::any_of(cuts.clientPorts, [](int port) { return port > 0 && port <= 65535; });
  judge.setCuts(&cuts);
  flows(question, judge, cuts, from, to, tally);
  judge.setCuts(nullptr);
  if (!tally.nobody) tally.nobody = withoutIpv6(question, from, to);
  for (const auto* end : {&question.from, &question.to})
    if (const auto* why = elsewhere(*end)) {
      tally.maybeYes = tally.maybeNo = true;
      if (!tally.why) tally.why = why;
    }
  return tally;
}

}  // namespace reach
