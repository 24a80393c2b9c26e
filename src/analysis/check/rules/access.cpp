#include "analysis/check/access.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/check/balancing.h"
#include "analysis/check/network.h"
#include "analysis/check/proof.h"
#include "analysis/check/rules/rules.h"

namespace check {
namespace {

struct Port {
  int number;
  std::string_view use;
};
constexpr Port privatePorts[] = {{22, "SSH"},          {3389, "remote desktop"}, {3306, "MySQL"},
                                 {5432, "PostgreSQL"}, {1433, "SQL Server"},     {1521, "Oracle"},
                                 {27017, "MongoDB"},   {6379, "Redis"},          {11211, "memcached"},
                                 {2049, "NFS"},        {5439, "Redshift"},       {9200, "OpenSearch"}};

bool isRule(const Resource& resource) { return resource.type.find("SecurityGroup") != std::string::npos; }

bool isUsed(const Model& model, const Resource& group) {
  return std::ranges::any_of(model.usersOf(group), [](const Resource* user) { return !isRule(*user); });
}

/// Whether something may listen there. Behind an open port of a load balancer there is nothing without a listener.
bool listensOn(const Model& model, const Resource& user, int port) {
  if (isRule(user)) return false;
  if (user.is("AWS::ElasticLoadBalancing::LoadBalancer"))
    return std::ranges::any_of(user["Listeners"].items(),
                               [&](const Node& each) { return each["LoadBalancerPort"].number() == port; });
  if (!user.is(balancerType)) return true;
  return std::ranges::any_of(model.all(listenerType), [&](const Resource* listener) {
    return (*listener)["LoadBalancerArn"].resource() == &user && (*listener)["Port"].number() == port;
  });
}

/// The entry that, with those before it, lets the whole internet in on the port; none if nobody does.
const Opening* opensToWorld(const std::vector<Opening>& openings, int port) {
  std::vector<Range> ranges;
  for (const auto& opening : openings) {
    if (opening.covers("tcp", port) != Truth::yes || !opening.rule.owner()->certain || !opening.range) continue;
    ranges.push_back(*opening.range);
    if (holdTheWorld(ranges, opening.range->family)) return &opening;
  }
  return nullptr;
}

/// Those that have the group and may listen on the port; whoever is started from a launch template in its place.
std::vector<const Resource*> listeners(const Model& model, const Resource& group, int port) {
  std::vector<const Resource*> all;
  for (const auto* user : model.usersOf(group)) {
    if (!listensOn(model, *user, port)) continue;
    const bool isTemplate = user->is("AWS::EC2::LaunchTemplate") || user->is("AWS::AutoScaling::LaunchConfiguration");
    const auto& started = model.usersOf(*user);
    if (isTemplate && !started.empty())
      all.insert(all.end(), started.begin(), started.end());
    else
      all.push_back(user);
  }
  return all;
}

/// Whether `reach` proves that the internet reaches none of them on the port.
bool isShut(Proof& proof, const std::vector<const Resource*>& listeners, int port) {
  return std::ranges::all_of(listeners, [&](const Resource* listener) {
    return proof.ask("internet", listener->id, "tcp", port) == reach::Word::no;
  });
}

void adminPortOpen(const Model& model, const Report& report) {
  const Access access{model};
  Proof proof{model, report};
  for (const auto* group : model.all("AWS::EC2::SecurityGroup")) {
    const Opening* last = nullptr;
    for (const auto& [port, use] : privatePorts) {
      const auto listening = listeners(model, *group, port);
      const auto* opening = listening.empty() ? nullptr : opensToWorld(access.ingress(*group), port);
      if (!opening ||
          (last && last->rule.span().line == opening->rule.span().line && last->rule.owner() == opening->rule.owner()))
        continue;  // one wide entry is one mistake
      last = opening;
      const bool shut = isShut(proof, listening, port);
      report.as(shut ? diag::Severity::warning : diag::Severity::error)(
          opening->rule,
          shut ? fmt::format("`{}` admits every address on {} ({}); only the network around it keeps the internet out",
                             group->id, port, use)
               : fmt::format("`{}` lets the whole internet in on {} ({})", group->id, port, use),
          "write the ranges or the group that need it", {at(*group, "the group")});
    }
  }
}

void oneSidedRule(const Model& model, const Report& report) {
  const Access access{model};
  for (const auto* group : model.all("AWS::EC2::SecurityGroup"))
    for (const auto& opening : access.ingress(*group)) {
      if (!opening.group || opening.group == group || !opening.from || opening.from != opening.to) continue;
      if (opening.protocol != "tcp" || !isUsed(model, *opening.group)) continue;
      const auto list = (*opening.group)["SecurityGroupEgress"];
      if (!list || model.isHandedOut(*opening.group)) continue;
      const Peer peer{{{group}, true}, {}, false};
      if (access.letsOut({{opening.group}, true}, *opening.from, peer) != Truth::no) continue;
      report(opening.rule,
             fmt::format("`{}` is let in on {}, but its own egress rules do not let it out", opening.group->id,
                         *opening.from),
             fmt::format("add an egress rule for {} to `{}`", *opening.from, opening.group->id),
             {at(list, "its egress rules")});
    }
}

void groupOfAnotherVpc(const Model& model, const Report& report) {
  for (const auto& resource : model.resources())
    for (const auto member : {"SecurityGroupIds", "SecurityGroups", "VPCSecurityGroups", "VpcSecurityGroupIds"})
      for (const auto& item : resource[member].items()) {
        const auto* group = item.resource("AWS::EC2::SecurityGroup");
        const auto* ours = vpcOf(resource);
        const auto* its = group ? vpcOf(*group) : nullptr;
        if (ours && its && ours != its)
          report(item, fmt::format("`{}` belongs to `{}`, the subnets to `{}`", group->id, its->id, ours->id),
                 "name a group of the same VPC", {at(*group, "the group")});
      }
}

void portsReversed(const Model& model, const Report& report) {
  const Access access{model};
  for (const auto* group : model.all("AWS::EC2::SecurityGroup"))
    for (const auto* openings : {&access.ingress(*group), &access.egress(*group)})
      for (const auto& opening : *openings) {
        const bool ports = opening.protocol == "tcp" || opening.protocol == "udp";
        if (ports && opening.from && opening.to && *opening.from > *opening.to)
          report(opening.rule["FromPort"], fmt::format("the ports run from {} to {}", *opening.from, *opening.to),
                 "write the lower one first");
        else if (ports && (!opening.rule["FromPort"] || !opening.rule["ToPort"]))
          report(opening.rule, fmt::format("a rule for {} needs ports", opening.protocol),
                 "write `FromPort` and `ToPort`");
        if (opening.protocol == "-1" && opening.from && *opening.from > 0)
          report(opening.rule["FromPort"], "with `IpProtocol: -1` the ports are ignored: everything is let through",
                 "write `IpProtocol: tcp`, or leave the ports out");
      }
}

constexpr Rule all[] = {
    {{"open-to-the-world", diag::Severity::error, "network",
      "a port for administration or data is open to the internet",
      "SSH, remote desktop, databases and file systems are searched for by everybody, all the time. Ranges that "
      "together cover half of the internet, prefix lists and IPv6 ranges count as well. Where `cairn reach` proves "
      "that "
      "the internet does not get there, it is a warning: one more route or address opens it.",
      "Write the ranges that need it, or use Session Manager; let the group of the clients in instead of ranges.",
      "Amazon EC2 User Guide: Security group rules for different use cases", diag::Noticed::attack},
     adminPortOpen},
    {{"one-sided-rule", diag::Severity::error, "network", "an ingress rule admits a group that cannot get out",
      "A connection needs both: the server's group must let it in and the client's group must let it out. A group with "
      "an egress list lets out only what the list says.",
      "Add the egress rule to the client's group.", "Amazon VPC User Guide: Security group rules", diag::Noticed::use},
     oneSidedRule},
    {{"group-of-another-vpc", diag::Severity::error, "network", "a security group belongs to another VPC",
      "A security group works in its own VPC only, and the creation is refused.", "Name a group of the same VPC.",
      "Amazon VPC User Guide: Security groups", diag::Noticed::creation},
     groupOfAnotherVpc},
    {{"rule-ports", diag::Severity::error, "network", "the ports of a security group rule do not say what they seem to",
      "Ports in the wrong order or missing are refused; ports beside protocol -1 are ignored, which opens everything.",
      "Write protocol and both ports.", "AWS CloudFormation: AWS::EC2::SecurityGroupIngress", diag::Noticed::creation},
     portsReversed},
};

}  // namespace

std::span<const Rule> accessRules() { return all; }

}  // namespace check
