#include "analysis/check/access.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/check/balancing.h"
#include "analysis/check/network.h"
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

/// Half of all addresses and more: nobody lists so many friends.
constexpr std::uint64_t theWorld = std::uint64_t{1} << 31;

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
    if (opening.covers("tcp", port) != Truth::yes || !opening.rule.owner()->certain) continue;
    if (opening.allIpv6) return &opening;
    if (opening.range) ranges.push_back(*opening.range);
    if (sizeOfUnion(ranges) >= theWorld) return &opening;
  }
  return nullptr;
}

void adminPortOpen(const Model& model, const Report& report) {
  const Access access{model};
  for (const auto* group : model.all("AWS::EC2::SecurityGroup")) {
    const Opening* last = nullptr;
    for (const auto& [port, use] : privatePorts) {
      if (std::ranges::none_of(model.usersOf(*group),
                               [&, number = port](const Resource* user) { return listensOn(model, *user, number); }))
        continue;
      const auto* opening = opensToWorld(access.ingress(*group), port);
      if (!opening ||
          (last && last->rule.span().line == opening->rule.span().line && last->rule.owner() == opening->rule.owner()))
        continue;  // one wide entry is one mistake
      last = opening;
      report(opening->rule, fmt::format("`{}` lets the whole internet in on {} ({})", group->id, port, use),
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
      "together cover half of the internet, prefix lists and `::/0` count as well.",
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
