#include "analysis/check/balancing.h"

namespace check {
namespace {

std::string attributeOf(const Node& attributes, std::string_view key, std::string_view whenAbsent) {
  for (const auto& attribute : attributes.items()) {
    if (attribute.isUnknown()) return "?";
    if (attribute["Key"].is(key)) return attribute["Value"].text().value_or("?");
  }
  return attributes.isUnknown() ? "?" : std::string{whenAbsent};
}

}  // namespace

bool isNetwork(const Resource& balancer) { return balancer["Type"].is("network"); }

std::vector<const Resource*> subnetsOf(const Resource& balancer) {
  auto subnets = balancer["Subnets"].resources("AWS::EC2::Subnet");
  for (const auto& mapping : balancer["SubnetMappings"].items())
    if (const auto* subnet = mapping["SubnetId"].resource("AWS::EC2::Subnet")) subnets.push_back(subnet);
  return subnets;
}

bool subnetsAreKnown(const Resource& balancer) {
  bool known = !balancer["Subnets"].hasUnknownItems();
  for (const auto& mapping : balancer["SubnetMappings"].items()) known &= mapping["SubnetId"].resource() != nullptr;
  return known;
}

std::vector<Node> forwardsTo(const Node& actions) {
  std::vector<Node> groups;
  for (const auto& action : actions.items()) {
    if (const auto node = action["TargetGroupArn"]) groups.push_back(node);
    for (const auto& each : action["ForwardConfig"]["TargetGroups"].items())
      if (const auto node = each["TargetGroupArn"]) groups.push_back(node);
  }
  return groups;
}

std::vector<Way> waysOf(const Model& model) {
  std::vector<Way> ways;
  for (const auto* listener : model.all(listenerType)) {
    const auto* balancer = (*listener)["LoadBalancerArn"].resource(balancerType);
    if (!balancer) continue;
    const auto add = [&](const Node& actions) {
      for (const auto& node : forwardsTo(actions))
        if (const auto* group = node.resource(targetGroupType)) ways.push_back({*balancer, *listener, *group});
    };
    add((*listener)["DefaultActions"]);
    for (const auto* rule : model.all("AWS::ElasticLoadBalancingV2::ListenerRule"))
      if ((*rule)["ListenerArn"].resource() == listener) add((*rule)["Actions"]);
  }
  return ways;
}

Truth keepsClientAddress(const Resource& balancer, const Resource& group) {
  if (!isNetwork(balancer)) return Truth::no;
  const auto type = group["TargetType"].text().value_or(group["TargetType"] ? "?" : "instance");
  if (type == "?") return Truth::unknown;
  const auto protocol = group["Protocol"].text().value_or("?");
  if (type == "alb" || protocol.find("UDP") != protocol.npos || protocol.find("QUIC") != protocol.npos)
    return Truth::yes;  // whatever the attribute says
  const bool byDefault = type == "instance";
  const auto kept =
      attributeOf(group["TargetGroupAttributes"], "preserve_client_ip.enabled", byDefault ? "true" : "false");
  return kept == "true" ? Truth::yes : kept == "false" ? Truth::no : Truth::unknown;
}

std::vector<Target> targetsOf(const Model& model, const Resource& group) {
  std::vector<Target> found;
  for (auto& workload : workloads(model)) {
    const auto& owner = *workload.owner;
    std::optional<std::int64_t> port = group["Port"].number();
    bool registered = false;
    for (const auto* each : owner["TargetGroupARNs"].resources()) registered |= each == &group;
    for (const auto& target : group["Targets"].items())
      if (target["Id"].resource() == &owner) {
        registered = true;
        if (target["Port"]) port = target["Port"].number();
      }
    for (const auto& each : owner["LoadBalancers"].items())
      if (each["TargetGroupArn"].resource() == &group) {
        registered = true;
        port = each["ContainerPort"].number();
      }
    if (registered) found.push_back({std::move(workload), port});
  }
  return found;
}

}  // namespace check
