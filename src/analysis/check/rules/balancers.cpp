#include <fmt/format.h>

#include <algorithm>

#include "analysis/check/balancing.h"
#include "analysis/check/network.h"
#include "analysis/check/proof.h"
#include "analysis/check/rules/rules.h"

// Load balancers and their targets.
namespace check {
namespace {

void withoutGroup(const Model& model, const Report& report) {
  for (const auto* balancer : model.all(balancerType)) {
    const auto groups = (*balancer)["SecurityGroups"];
    if (isNetwork(*balancer) && !groups.isUnknown() && groups.items().empty())
      report(*balancer, "the Network Load Balancer has no security group, and cannot get one later",
             "name a security group in `SecurityGroups`");
  }
}

/// The load balancer as its targets see it: its groups, and the addresses of its subnets.
struct Front {
  Node list;
  Groups groups;
  Peer own;
};

bool mayPass(reach::Word word) { return word == reach::Word::yes || word == reach::Word::some; }

/// What `reach` proves of the way to a target.
struct Proven {
  Proof& proof;
  const Resource& balancer;
  const Resource& owner;

  bool takesHealthChecks(std::int64_t port) const { return mayPass(proof.ask(balancer.id, owner.id, "tcp", port)); }
  bool takesRequests(std::int64_t port, bool asIfFromBalancer) const {
    for (const auto* protocol : {"tcp", "udp"})
      if (mayPass(proof.ask("internet", owner.id, protocol, port))) return true;
    return asIfFromBalancer && takesHealthChecks(port);
  }
};

void judgeTarget(const Report& report, const Access& access, Proof& proof, const Resource& balancer,
                 const Resource& group, const Front& front, const Target& target,
                 const std::vector<diag::Related>& related) {
  const auto& workload = target.workload;
  const Proven way{proof, balancer, *workload.owner};
  const bool hasGroups = !front.list.items().empty();
  const auto traffic = target.port;
  auto health = group["HealthCheckPort"].number();
  if (!group["HealthCheckPort"] || group["HealthCheckPort"].is("traffic-port")) health = traffic;
  const auto cause = workload.groups.known.empty() ? *workload.owner : *workload.groups.known.front();
  const auto refuse = [&](std::int64_t port, std::string_view what) {
    report(cause, fmt::format("`{}` does not let {} of `{}` in on {}", cause.id, what, balancer.id, port),
           "add an ingress rule for that port from the load balancer's group", related);
  };
  bool said = false;
  if (traffic) {
    // With kept addresses the clients' ranges open the way as well as the load balancer's group.
    auto peer = front.own;
    const auto kept = keepsClientAddress(balancer, group);
    if (kept != Truth::no) peer.rangesComplete = false;
    if (kept == Truth::yes && !hasGroups) peer = {Groups{{}, true}, {}, false};
    said =
        access.admits(workload.groups, *traffic, &peer) == Truth::no && !way.takesRequests(*traffic, kept == Truth::no);
    if (said) refuse(*traffic, "requests");
  }
  if (health && !(said && health == traffic) && access.admits(workload.groups, *health, &front.own) == Truth::no &&
      !way.takesHealthChecks(*health))
    refuse(*health, "health checks");
  if (!hasGroups) return;
  const auto addresses = rangesOf(workload.subnets);
  const Peer there{workload.groups, addresses.all, addresses.complete && !workload.subnetList.hasUnknownItems()};
  for (const auto port : health == traffic ? std::vector{traffic} : std::vector{traffic, health})
    if (port && access.letsOut(front.groups, *port, there) == Truth::no && !way.takesHealthChecks(*port))
      report(
          front.list,
          fmt::format("the load balancer's security groups do not let it out to `{}` on {}", workload.owner->id, *port),
          "add an egress rule for that port to the targets' group", related);
}

void targetNotAdmitted(const Model& model, const Report& report) {
  const Access access{model};
  Proof proof{model, report};
  for (const auto& [balancer, listener, group] : waysOf(model)) {
    const auto list = balancer["SecurityGroups"];
    if (list.isUnknown() || group["Protocol"].is("UDP")) continue;
    const auto ranges = rangesOf(subnetsOf(balancer));
    const auto groups = list.items().empty() ? Groups{{}, isNetwork(balancer)} : groupsOf(list);
    const Front front{list, groups, Peer{groups, ranges.all, ranges.complete && subnetsAreKnown(balancer)}};
    for (const auto& target : targetsOf(model, group))
      judgeTarget(
          report, access, proof, balancer, group, front, target,
          {at(listener, "the listener"), at(group, "the target group"), at(*target.workload.owner, "the targets")});
  }
}

void listenerUnreachable(const Model& model, const Report& report) {
  const Access access{model};
  for (const auto* listener : model.all(listenerType)) {
    const auto* balancer = (*listener)["LoadBalancerArn"].resource(balancerType);
    const auto port = (*listener)["Port"];
    if (!balancer || !port.number() || (*listener)["Protocol"].is("UDP")) continue;
    const auto list = (*balancer)["SecurityGroups"];
    if (list.items().empty() || access.admits(groupsOf(list), *port.number()) != Truth::no) continue;
    report(port, fmt::format("no security group of `{}` lets anybody in on {}", balancer->id, *port.number()),
           "add an ingress rule for that port", {at(list, "its security groups")});
  }
}

void wrongTargetType(const Model& model, const Report& report) {
  for (const auto* group : model.all(targetGroupType))
    for (const auto& [workload, port] : targetsOf(model, *group)) {
      const auto type = (*group)["TargetType"];
      if (type.isUnknown()) continue;
      const bool byInstance = !type || type.is("instance");
      const bool isTask = workload.owner->is("AWS::ECS::Service");
      if (isTask ? !byInstance : byInstance || workload.owner->is("AWS::Lambda::Function")) continue;
      report(type ? type : group->all(),
             isTask ? fmt::format("the tasks of `{}` have addresses of their own, and are targets by `ip`",
                                  workload.owner->id)
                    : fmt::format("`{}` registers instances", workload.owner->id),
             isTask ? "write `TargetType: ip`" : "write `TargetType: instance`", {at(*workload.owner, "the targets")});
    }
}

void containerPort(const Model& model, const Report& report) {
  for (const auto* service : model.all("AWS::ECS::Service")) {
    const auto* task = (*service)["TaskDefinition"].resource("AWS::ECS::TaskDefinition");
    if (!task || !(*task)["ContainerDefinitions"].isKnown()) continue;
    for (const auto& balancer : (*service)["LoadBalancers"].items()) {
      const auto name = balancer["ContainerName"].text();
      const auto port = balancer["ContainerPort"];
      if (!name || !port.number()) continue;
      bool known = true;
      bool named = false;
      bool mapped = false;
      for (const auto& container : (*task)["ContainerDefinitions"].items()) {
        if (!container["Name"].text()) known = false;
        if (!container["Name"].is(*name)) continue;
        named = true;
        known &= !container["PortMappings"].isUnknown();
        for (const auto& mapping : container["PortMappings"].items()) {
          known &= mapping["ContainerPort"].number().has_value();
          mapped |= mapping["ContainerPort"].number() == port.number();
        }
      }
      if (!known || (named && mapped)) continue;
      report(named ? port : balancer["ContainerName"],
             named ? fmt::format("the container `{}` does not map port {}", *name, *port.number())
                   : fmt::format("`{}` has no container `{}`", task->id, *name),
             named ? "write a port of its `PortMappings`" : "name a container of the task",
             {at(*task, "the task definition")});
    }
  }
}

void zoneWithoutTargets(const Model& model, const Report& report) {
  for (const auto& [balancer, listener, group] : waysOf(model)) {
    const auto enabled = subnetsOf(balancer);
    if (!subnetsAreKnown(balancer) || enabled.empty()) continue;
    for (const auto& [workload, port] : targetsOf(model, group)) {
      if (workload.subnetList.hasUnknownItems()) continue;
      for (const auto* subnet : workload.subnets) {
        bool apart = true;
        for (const auto* other : enabled) apart &= sameZone(*subnet, *other) == Truth::no;
        if (apart)
          report(
              workload.subnetList,
              fmt::format("targets start in the zone of `{}`, which is not enabled for `{}`", subnet->id, balancer.id),
              "name a subnet of that zone in the load balancer",
              {at(*subnet, "the subnet"), at(balancer, "the load balancer")});
      }
    }
  }
}

void balancerInOneZone(const Model& model, const Report& report) {
  for (const auto* balancer : model.all(balancerType)) {
    const auto type = (*balancer)["Type"];
    if ((type && !type.is("application")) || !subnetsAreKnown(*balancer)) continue;
    const auto subnets = subnetsOf(*balancer);
    if (subnets.empty() || inOneZone(subnets) != Truth::yes) continue;
    report((*balancer)["Subnets"] ? (*balancer)["Subnets"] : balancer->all(),
           "an Application Load Balancer needs subnets in two zones", "name a subnet of another zone");
  }
}

void targetGroupElsewhere(const Model& model, const Report& report) {
  for (const auto& [balancer, listener, group] : waysOf(model)) {
    const auto* here = vpcOf(balancer);
    const auto* there = vpcOf(group);
    if (here && there && here != there)
      report(group["VpcId"], fmt::format("the load balancer is in `{}`", here->id),
             fmt::format("write `!Ref {}`", here->id), {at(listener, "the listener")});
  }
}

void targetGroupUnused(const Model& model, const Report& report) {
  for (const auto* group : model.all(targetGroupType)) {
    if (targetsOf(model, *group).empty() || model.isHandedOut(*group)) continue;
    bool used = false;
    for (const auto* user : model.usersOf(*group)) used |= user->type.starts_with(listenerType);
    if (!used && !model.isOutput(*group))
      report(*group, "no listener forwards to this target group", "name it in a listener's `DefaultActions`");
  }
}

constexpr Rule all[] = {
    {{"balancer-without-group", diag::Severity::warning, "load balancing",
      "a Network Load Balancer has no security group",
      "Without one everybody reaches its listeners, its targets must admit every client by address, and a group cannot "
      "be added later: the load balancer would have to be replaced.",
      "Give it a security group when it is created.",
      "Elastic Load Balancing: Security groups for your Network Load Balancer", diag::Noticed::update},
     withoutGroup},
    {{"target-not-admitted", diag::Severity::error, "load balancing",
      "targets do not let their load balancer in, or it cannot get out",
      "Requests or health checks are dropped by a security group: targets stay unhealthy, and an Auto Scaling group "
      "with ELB health checks replaces its instances for ever. Health checks come from the load balancer's own "
      "addresses, even where requests keep the client's.",
      "Let the load balancer's group in on the traffic port and on the health check's port, and let it out to the "
      "targets.",
      "Elastic Load Balancing: Security groups for your Network Load Balancer; Target group health checks",
      diag::Noticed::use},
     targetNotAdmitted},
    {{"listener-unreachable", diag::Severity::error, "load balancing", "nobody is let in to a listener",
      "The load balancer listens on a port that its own security groups do not open.",
      "Add an ingress rule for the port of the listener.",
      "Elastic Load Balancing: Security groups for your load balancer", diag::Noticed::use},
     listenerUnreachable},
    {{"target-type", diag::Severity::error, "load balancing", "a target group takes another kind of target",
      "Tasks with addresses of their own, as on Fargate, are registered by `ip`; Auto Scaling groups register "
      "instances.",
      "Write the `TargetType` of its targets.",
      "Amazon ECS Developer Guide: Service load balancing; Elastic Load Balancing: Target type",
      diag::Noticed::creation},
     wrongTargetType},
    {{"container-port", diag::Severity::error, "load balancing",
      "a service names a container or port that its task does not have", "ECS refuses the service.",
      "Write a container of the task and a port of its `PortMappings`.",
      "AWS CloudFormation: AWS::ECS::Service LoadBalancer", diag::Noticed::creation},
     containerPort},
    {{"target-zone-not-enabled", diag::Severity::warning, "load balancing",
      "targets are in a zone that the load balancer does not use",
      "A target in a zone that is not enabled for the load balancer is registered, but gets no traffic.",
      "Name a subnet of each zone of the targets.",
      "Elastic Load Balancing User Guide: Availability Zones and load balancer nodes", diag::Noticed::use},
     zoneWithoutTargets},
    {{"balancer-in-one-zone", diag::Severity::error, "load balancing", "an Application Load Balancer is in one zone",
      "It is refused with fewer than two zones.", "Name subnets of at least two zones.",
      "Elastic Load Balancing: Application Load Balancers, subnets", diag::Noticed::creation},
     balancerInOneZone},
    {{"target-group-elsewhere", diag::Severity::error, "load balancing",
      "a target group is in another VPC than its load balancer", "A listener refuses to forward to it.",
      "Give the target group the load balancer's VPC.", "Elastic Load Balancing: Target groups",
      diag::Noticed::creation},
     targetGroupElsewhere},
    {{"target-group-unused", diag::Severity::warning, "load balancing", "a target group has targets and no listener",
      "Its targets get no traffic and no health checks; with ELB health checks their state stays `unused`.",
      "Forward to it from a listener, or remove it.", "Elastic Load Balancing: Target groups", diag::Noticed::use},
     targetGroupUnused},
};

}  // namespace

std::span<const Rule> balancerRules() { return all; }

}  // namespace check
