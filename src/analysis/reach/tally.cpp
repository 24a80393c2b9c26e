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

/// Stretches of ports come in order, so one that goes on makes the one before it longer.
void noteOpen(Tally& tally, const Flow& flow, int lastPort) {
  auto& stretches = tally.open[flow.protocol == icmpv6 ? icmp : flow.protocol];
  if (!stretches.empty() && stretches.back().first <= flow.port && flow.port <= stretches.back().second + 1)
    stretches.back().second = std::max(stretches.back().second, lastPort);
  else if (std::ranges::none_of(
               stretches, [&](const auto& known) { return known.first <= flow.port && lastPort <= known.second; }))
    stretches.push_back({flow.port, lastPort});
}

}  // namespace

Word Tally::word() const {
  if (anyYes && anyNo) return Word::some;
  if (anyUnknown) return Word::unknown;
  if (anyYes) return maybeNo ? Word::unknown : Word::yes;
  if (anyNo) return maybeYes ? Word::unknown : Word::no;
  return maybeYes || maybeNo ? Word::unknown : Word::no;
}

/// Whether load balancers forward to the host what comes over IPv6.
Tri Asker::forwardsIpv6(const Question& question, const Source& to) const {
  Tri forwards = false;
  if (to.party.host == none) return forwards;
  for (const auto& forward : network_.hosts[static_cast<std::size_t>(to.party.host)].forwards) {
    static const Reason literal{"whose address a target's is", {}};
    const auto& target = *forward.target;
    if (question.avoided.contains(network_.hosts[static_cast<std::size_t>(forward.balancer->host)].id)) continue;
    const auto& range = network_.subnets[static_cast<std::size_t>(to.party.subnet)].range;
    if (target.host == none && target.address && range && !range->contains(*target.address)) continue;
    Tri isIt = target.host == none && !target.maybe ? Tri{&literal} : presentUnless(target.maybe);
    isIt = isIt & presentUnless(forward.maybe) & presentUnless(forward.listener->maybe);
    forwards = forwards | (forward.balancer->dualstack & isIt);
  }
  return forwards;
}

/// IPv6 is part of a question where the ends, or a load balancer on the way, have IPv6 addresses.
bool Asker::hasIpv6(const Question& question, const Source& from, const Source& to) const {
  if (from.party.outside ? from.ipv6.empty() : from.party.hasIpv6.isNo()) return false;
  if (to.party.outside) return !to.ipv6.empty();
  return !to.party.hasIpv6.isNo() || (from.party.outside && !forwardsIpv6(question, to).isNo());
}

void Asker::flows(const Question& question, Judge& judge, const Cuts& cuts, std::vector<Source>& fromEnds,
                  std::vector<Source>& toEnds, Tally& tally) {
  for (const auto family : {Family::ipv4, Family::ipv6})
    for (const auto& from : fromEnds)
      for (const auto& to : toEnds) {
        const Reason* exists = from.maybe ? from.maybe : to.maybe;
        if (family == Family::ipv6) {
          if (!hasIpv6(question, from, to)) continue;
          for (const auto* end : {&from.party, &to.party})
            if (!end->outside && end->hasIpv6.isUnknown()) exists = end->hasIpv6.why();
          if (!to.party.outside && to.party.hasIpv6.isNo() && forwardsIpv6(question, to).isUnknown())
            exists = forwardsIpv6(question, to).why();
        }
        const auto& fromAddresses = family == Family::ipv4 ? from.ipv4 : from.ipv6;
        const auto& toAddresses = family == Family::ipv4 ? to.ipv4 : to.ipv6;
        if (fromAddresses.empty() || toAddresses.empty()) continue;
        if (detail_ == Detail::brief && judge.areApart(from.party, to.party)) {
          if (exists && !tally.why) tally.why = exists;
          (exists ? tally.maybeNo : tally.anyNo) = true;
          continue;
        }
        Flow flow;
        flow.family = family;
        const auto [firstClient, lastClient] = from.isHost ? hostPorts : outsidePorts;
        const auto clientPorts = cells(firstClient, lastClient, cuts.clientPorts);
        int lastPort = 0;  // of the stretch that the flow stands for
        const auto judgeOne = [&] {
          const auto outcome = judge.judge(flow);
          for (const auto* result : {&outcome.best, &outcome.worst}) {
            const auto& truth = result->truth;
            if (truth.isYes() && !tally.yes) tally.yes = flow;
            if (truth.isYes()) noteOpen(tally, flow, lastPort);
            if (truth.isNo() && (!tally.no || result->barriers < tally.fewestBarriers)) {
              tally.no = flow;
              tally.fewestBarriers = result->barriers;
            }
            if (truth.isUnknown() && !tally.unknown) {
              tally.unknown = flow;
              tally.why = truth.why();
            }
            if (exists && !tally.why) tally.why = exists;
            (exists ? tally.maybeYes : tally.anyYes) |= truth.isYes();
            (exists ? tally.maybeNo : tally.anyNo) |= truth.isNo();
            tally.anyUnknown |= truth.isUnknown();
          }
        };
        flow.from = from.party;
        flow.to = to.party;
        // A load balancer may forward to an IPv4 address what came to its IPv6 address.
        const auto otherAddresses = family == Family::ipv6 && !to.ipv4.empty() ? to.ipv4 : std::vector<Addr>{{}};
        for (const auto protocol : protocolsOf(question.protocol, family)) {
          flow.protocol = protocol;
          const bool hasPorts = protocol == tcp || protocol == udp;
          const auto ports = hasPorts ? cells(question.firstPort, question.lastPort, cuts.ports) : std::vector{0};
          for (std::size_t i = 0; i < ports.size(); ++i)
            for (const int clientPort : hasPorts ? clientPorts : std::vector{firstClient})
              for (const auto& fromAddress : fromAddresses)
                for (const auto& toAddress : toAddresses)
                  for (const auto& otherAddress : otherAddresses) {
                    flow.port = ports[i];
                    lastPort = i + 1 < ports.size() ? ports[i + 1] - 1 : hasPorts ? question.lastPort : 0;
                    flow.clientPort = clientPort;
                    (family == Family::ipv4 ? flow.from.ipv4 : flow.from.ipv6) = fromAddress;
                    (family == Family::ipv4 ? flow.to.ipv4 : flow.to.ipv6) = toAddress;
                    if (family == Family::ipv6) flow.to.ipv4 = otherAddress;
                    judgeOne();
                  }
        }
      }
}

bool Asker::shareSubnet(const std::vector<Source>& from, const std::vector<Source>& to) {
  return std::ranges::any_of(from, [&](const Source& one) {
    return one.party.subnet != none &&
           std::ranges::any_of(to, [&](const Source& other) { return other.party.subnet == one.party.subnet; });
  });
}

Tally Asker::tally(const Question& question, Judge& judge) {
  auto from = ends(question.from, question.to, true);
  auto to = ends(question.to, question.from, false);
  const int usual = shareSubnet(from, to) ? usualServer : usualClient;
  Cuts cuts;
  if (const auto* range = std::get_if<IpRange>(&question.from))
    (range->family == Family::ipv4 ? cuts.ipv4 : cuts.ipv6).insert(range->first);
  if (const auto* range = std::get_if<IpRange>(&question.to))
    (range->family == Family::ipv4 ? cuts.ipv4 : cuts.ipv6).insert(range->first);
  Tally tally;
  cutAddresses(from, question.from, question.except, {}, usualClient);
  cutAddresses(to, question.to, question.except, {}, usual);
  for (const auto& one : from)
    for (const auto& other : to)
      for (const auto family : {Family::ipv4, Family::ipv6}) {
        if (family == Family::ipv6 && !hasIpv6(question, one, other)) continue;
        if (detail_ == Detail::brief && judge.areApart(one.party, other.party)) continue;
        Flow flow{.from = one.party, .to = other.party, .family = family};
        flow.port = question.firstPort;
        flow.clientPort = hostPorts.first;
        const auto set = [](Party& party, const Source& source) {
          if (!source.ipv4.empty()) party.ipv4 = source.ipv4.front();
          if (!source.ipv6.empty()) party.ipv6 = source.ipv6.front();
        };
        set(flow.from, one);
        set(flow.to, other);
        for (const auto protocol : protocolsOf(question.protocol, family)) {
          flow.protocol = protocol;
          judge.collect(flow, cuts);
        }
      }
  cutAddresses(from, question.from, question.except, cuts, usualClient);
  cutAddresses(to, question.to, question.except, cuts, usual);
  tally.byClientPorts = std::ranges::any_of(cuts.clientPorts, [](int port) { return port > 0 && port <= 65535; });
  judge.setCuts(&cuts);
  flows(question, judge, cuts, from, to, tally);
  for (const auto* end : {&question.from, &question.to})
    if (const auto* name = std::get_if<Named>(end))
      if (const auto host = network_.hostOf.find(name->id); host != network_.hostOf.end())
        if (const auto* elsewhere = network_.hosts[static_cast<std::size_t>(host->second)].elsewhere) {
          tally.maybeYes = tally.maybeNo = true;
          if (!tally.why) tally.why = elsewhere;
        }
  judge.setCuts(nullptr);
  return tally;
}

}  // namespace reach
