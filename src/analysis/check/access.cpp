#include "analysis/check/access.h"

#include <algorithm>

namespace check {
namespace {

Truth either(Truth a, Truth b) {
  if (a == Truth::yes || b == Truth::yes) return Truth::yes;
  return a == Truth::unknown || b == Truth::unknown ? Truth::unknown : Truth::no;
}

Truth both(Truth a, Truth b) {
  if (a == Truth::no || b == Truth::no) return Truth::no;
  return a == Truth::unknown || b == Truth::unknown ? Truth::unknown : Truth::yes;
}

std::string protocolOf(const Node& rule) {
  const auto word = rule["IpProtocol"].word().value_or("");
  const std::pair<std::string_view, std::string_view> numbers[] = {
      {"6", "tcp"}, {"17", "udp"}, {"1", "icmp"}, {"58", "icmpv6"}, {"all", "-1"}};
  for (const auto& [number, name] : numbers)
    if (word == number) return std::string{name};
  return word;
}

/// One Opening for a rule, several for a prefix list of the template.
std::vector<Opening> openingsOf(const Node& rule, bool inward) {
  Opening opening;
  opening.rule = rule;
  opening.protocol = protocolOf(rule);
  opening.from = rule["FromPort"].number();
  opening.to = rule["ToPort"].number();
  const std::string side = inward ? "Source" : "Destination";
  const auto group = rule[side + "SecurityGroupId"];
  const auto list = rule[side + "PrefixListId"];
  if (const auto ipv4 = rule["CidrIp"]) {
    opening.range = ipv4.text() ? parseRange(*ipv4.text()) : std::nullopt;
    opening.peerKnown = opening.range.has_value();
  } else if (const auto ipv6 = rule["CidrIpv6"]) {
    opening.range = ipv6.text() ? parseRange(*ipv6.text()) : std::nullopt;
    opening.peerKnown = opening.range.has_value();
  } else if (group) {
    opening.group = group.resource("AWS::EC2::SecurityGroup");
    opening.peerKnown = opening.group != nullptr;
  } else if (const auto* prefixes = list.resource("AWS::EC2::PrefixList")) {
    std::vector<Opening> all;
    for (const auto& entry : (*prefixes)["Entries"].items()) {
      auto each = opening;
      const auto cidr = entry["Cidr"].text();
      each.range = cidr ? parseRange(*cidr) : std::nullopt;
      each.peerKnown = each.range.has_value();
      all.push_back(std::move(each));
    }
    return all;
  } else {
    opening.peerKnown = false;
  }
  return {opening};
}

Truth matches(const Opening& opening, const Peer* peer) {
  if (!peer) return Truth::yes;
  if (!opening.peerKnown) return Truth::unknown;
  if (opening.group) {
    if (std::ranges::find(peer->groups.known, opening.group) != peer->groups.known.end()) return Truth::yes;
    return peer->groups.complete ? Truth::no : Truth::unknown;
  }
  if (!opening.range || opening.range->family == Family::ipv6) return Truth::no;
  const auto inside = [&](const Range& range) { return opening.range->contains(range); };
  const auto outside = [&](const Range& range) { return !opening.range->overlaps(range); };
  if (opening.range->prefixLength == 0) return Truth::yes;
  if (!peer->rangesComplete) return Truth::unknown;
  if (!peer->ranges.empty() && std::ranges::all_of(peer->ranges, inside)) return Truth::yes;
  return std::ranges::all_of(peer->ranges, outside) ? Truth::no : Truth::unknown;
}

}  // namespace

Truth Opening::covers(std::string_view wantedProtocol, std::int64_t port) const {
  if (protocol.empty()) return Truth::unknown;
  if (protocol == "-1") return Truth::yes;
  if (protocol != wantedProtocol) return Truth::no;
  const auto fromPort = rule["FromPort"];
  const auto toPort = rule["ToPort"];
  if (!fromPort && !toPort) return Truth::yes;
  if ((from && *from > port) || (to && *to < port)) return Truth::no;
  return from && to ? Truth::yes : Truth::unknown;
}

Groups groupsOf(const Node& list) {
  Groups groups;
  if (!list) groups.complete = false;  // the VPC's default group
  for (const auto& item : list.items()) {
    const auto* group = item.resource("AWS::EC2::SecurityGroup");
    if (group)
      groups.known.push_back(group);
    else
      groups.complete = false;
  }
  return groups;
}

void Access::add(const Resource& group, bool inward, const Node& rule) {
  auto& openings = (inward ? ingress_ : egress_)[&group];
  for (auto& opening : openingsOf(rule, inward)) openings.push_back(std::move(opening));
}

Access::Access(const Model& model) : model_{model} {
  for (const auto& resource : model.resources()) {
    if (resource.is("AWS::EC2::SecurityGroup")) {
      for (const auto& rule : resource["SecurityGroupIngress"].items()) add(resource, true, rule);
      for (const auto& rule : resource["SecurityGroupEgress"].items()) add(resource, false, rule);
      continue;
    }
    const bool inward = resource.is("AWS::EC2::SecurityGroupIngress");
    if (!inward && !resource.is("AWS::EC2::SecurityGroupEgress")) continue;
    if (const auto* group = resource["GroupId"].resource("AWS::EC2::SecurityGroup"))
      add(*group, inward, resource.all());
    else if (!resource["GroupId"].isImport())
      (inward ? strayIngress_ : strayEgress_) = true;
  }
}

const std::vector<Opening>& Access::ingress(const Resource& group) const {
  static const std::vector<Opening> none;
  const auto found = ingress_.find(&group);
  return found == ingress_.end() ? none : found->second;
}

const std::vector<Opening>& Access::egress(const Resource& group) const {
  static const std::vector<Opening> none;
  const auto found = egress_.find(&group);
  return found == egress_.end() ? none : found->second;
}

Truth Access::passes(const Groups& groups, bool inward, std::int64_t port, const Peer* peer) const {
  auto answer = groups.complete && !(inward ? strayIngress_ : strayEgress_) ? Truth::no : Truth::unknown;
  for (const auto* group : groups.known) {
    if (model_.isHandedOut(*group) || model_.isOutput(*group)) answer = either(answer, Truth::unknown);
    const auto list = (*group)[inward ? "SecurityGroupIngress" : "SecurityGroupEgress"];
    if (list.isUnknown()) answer = either(answer, Truth::unknown);
    if (!inward && !list) return Truth::yes;  // nothing said: everything may leave
    if (!inward && list.items().empty()) answer = either(answer, Truth::unknown);
    for (const auto& opening : inward ? ingress(*group) : egress(*group)) {
      auto open = both(opening.covers("tcp", port), matches(opening, peer));
      if (open == Truth::yes && opening.rule.owner() && !opening.rule.owner()->certain) open = Truth::unknown;
      answer = either(answer, open);
    }
  }
  return answer;
}

Truth Access::admits(const Groups& groups, std::int64_t port, const Peer* peer) const {
  return passes(groups, true, port, peer);
}

Truth Access::letsOut(const Groups& groups, std::int64_t port, const Peer& peer) const {
  return passes(groups, false, port, &peer);
}

}  // namespace check
