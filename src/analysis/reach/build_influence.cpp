#include <fmt/format.h>

#include <algorithm>

#include "analysis/reach/handed.h"

// What resources do, or may do, with the parts of the network that they are handed. What is not known to be harmless
// may act.
namespace reach {
namespace {

/// Computers that are in a VPC even if nothing says in which one.
bool isAlwaysInVpc(std::string_view type) {
  return type == "AWS::Cloud9::EnvironmentEC2" || type == "AWS::EMR::Cluster" || type == "AWS::EC2::EC2Fleet" ||
         type == "AWS::EC2::SpotFleet" || type == "AWS::WorkSpaces::Workspace" || type == "AWS::EKS::Nodegroup" ||
         type == "AWS::Batch::ComputeEnvironment" || type == "AWS::OpsWorks::Instance" ||
         type == "AWS::ElasticBeanstalk::Environment" || type == "AWS::PCS::ComputeNodeGroup";
}

/// Whether the value, or something in it below a key that is about groups, is not known.
bool hasUnknownGroup(const Value& value, bool isGroup) {
  if (isGroup && cfn::unknownOf(value)) return true;
  if (const auto* list = value.as<List>())
    return std::ranges::any_of(*list, [&](const Value& item) { return hasUnknownGroup(item, isGroup); });
  const auto* map = value.as<Map>();
  return map && std::ranges::any_of(*map, [&](const auto& entry) {
           return hasUnknownGroup(entry.value, isGroup || entry.key.find("Group") != std::string::npos);
         });
}

bool mayChange(const Influence& influence) { return influence.changes || influence.changesHosts; }

}  // namespace

void Builder::influences() {
  for (const auto& resource : evaluated_.resources) {
    if (resource.present == Truth::no) continue;
    const auto influence = influenceOf(resource.type());
    const Reader reader{network_, resource};
    const bool isStack = resource.type() == "AWS::CloudFormation::Stack";
    if (influence.isNone() || (isStack && isGiven(reader.at("TemplateURL")))) continue;
    this->influence(reader, influence);
  }
}

void Builder::influence(const Reader& reader, const Influence& influence) {
  const auto handed = handedTo(reader, influence.interfaces);
  const auto& id = reader.resource().id;
  const auto* why = network_.because(mayChange(influence) ? fmt::format("what `{}` makes of what it is handed", id)
                                                          : fmt::format("what comes by way of `{}`", id),
                                     reader.place());
  if (influence.carries || influence.relays) carry(reader, influence, handed, why);
  if (influence.changes) changeRules(reader, handed, why);
  if (influence.registers) changeBalancers(handed, why, reader.place());
  if (influence.changesHosts) changeHosts(handed, why);
  if (influence.interfaces) addUnmodelled(reader, influence, handed, why);
}

/// It brings traffic into the VPCs that it is in, and to the hosts that it names.
void Builder::carry(const Reader& reader, const Influence& influence, const Handed& handed, const Reason* why) {
  const bool mayBeAny = mayChange(influence);
  auto& by = carrier(why);
  by.relays = influence.relays;
  by.isTunnel = reader.resource().type() == "AWS::EC2::InstanceConnectEndpoint";
  by.isNetwork = reader.resource().type().starts_with("AWS::EC2::TransitGateway") ||
                 reader.resource().type() == "AWS::NetworkManager::VpcAttachment";
  by.groups.indices.assign(handed.groups.begin(), handed.groups.end());
  if (!mayBeAny && hasUnknownGroup(Value{reader.properties()}, false)) by.groups.others = why;
  std::set<Index<Vpc>> in = handed.vpcs;
  for (const auto subnet : handed.subnets) in.insert(network_.subnets[subnet].vpc);
  for (const auto& subnet : network_.subnets)  // who changes routes may lead traffic to where they are used
    for (const auto table : subnet.tables.indices)
      if (handed.tables.contains(table)) in.insert(subnet.vpc);
  for (const auto& hosts : {handed.hosts, handed.addressed})
    for (const auto host : hosts) {
      network_.hosts[host].foreign.push_back(&by);
      if (!mayBeAny)
        for (const auto& interface : network_.hosts[host].interfaces) in.insert(network_.subnets[interface.subnet].vpc);
    }
  if (mayBeAny && in.empty()) {
    if (handed.groups.empty()) return;
    auto& byGroup =
        network_.carriers.emplace_back(by);  // in the VPC of each group, but only where rules name the group
    byGroup.isByGroupAlone = true;
    for (auto& vpc : network_.vpcs) vpc.boundaries.push_back(&byGroup);
    return;
  }
  if (by.groups.indices.empty() && !by.groups.others && !by.isNetwork)
    for (const auto vpc : in) by.groups.indices.push_back(network_.vpcs[vpc].defaultGroup);
  for (const auto vpc : network_.vpcs.indices())
    if (in.empty() || in.contains(vpc)) network_.vpcs[vpc].boundaries.push_back(&by);
}

/// It may change the groups, tables and ACLs that it is handed, and what subnets are associated with.
void Builder::changeRules(const Reader& reader, const Handed& handed, const Reason* why) {
  Rule anything{.maybe = why, .place = reader.place()};
  anything.peer.why = why;
  for (const auto index : handed.groups) {
    network_.groups[index].ingress.push_back(anything);
    network_.groups[index].egress.push_back(anything);
  }
  Route route{.maybe = why};
  route.destination.why = why;
  route.target = {.kind = RouteKind::unknown, .why = why, .place = reader.place()};
  for (const auto index : handed.tables) network_.tables[index].routes.push_back(route);
  for (const auto index : handed.acls)
    for (auto* entries : {&network_.acls[index].ingress, &network_.acls[index].egress})
      entries->insert(entries->begin(), {0, why, why, anything});
  for (const auto index : handed.subnets) {
    auto& subnet = network_.subnets[index];
    const bool hasMain =
        std::ranges::find(subnet.tables.indices, network_.vpcs[subnet.vpc].mainTable) != subnet.tables.indices.end();
    if (hasMain || !handed.tables.empty()) {  // else the table is associated, and cannot be once more
      subnet.tables.mayBeOther = true;
      subnet.tables.why = why;
    }
    if (!handed.acls.empty()) {
      subnet.acls.mayBeOther = true;
      subnet.acls.why = why;
    }
    if (subnet.hasIpv6.isNo() && data::find(reader.properties(), "Ipv6CidrBlock")) subnet.hasIpv6 = why;
  }
  for (const auto index : handed.vpcs) {
    auto& vpc = network_.vpcs[index];
    for (const auto& [id, type] : network_.typeOf)
      if (type == "AWS::EC2::InternetGateway") vpc.maybeGateways.push_back({id, why});
    if (data::find(reader.properties(), "CidrBlock") && !vpc.rangesWhy) vpc.rangesWhy = why;
  }
}

/// It may register targets with the target groups, and add listeners and rules.
void Builder::changeBalancers(const Handed& handed, const Reason* why, Place place) {
  for (const auto index : handed.targetGroups)
    network_.targetGroups[index].targets.push_back({.portWhy = why, .maybe = why, .place = place});
  std::vector<std::pair<Index<TargetGroup>, const Reason*>> groups;
  for (const auto index : network_.targetGroups.indices())
    if (handed.targetGroups.empty() || handed.targetGroups.contains(index)) groups.push_back({index, why});
  for (const auto index : network_.balancers.indices()) {
    auto& balancer = network_.balancers[index];
    if (handed.hosts.contains(balancer.host))
      balancer.listeners.push_back(
          {.portWhy = why, .tcp = why, .udp = why, .targetGroups = groups, .maybe = why, .place = place});
    for (std::size_t i = 0; i < balancer.listeners.size(); ++i) {
      if (!handed.listeners.contains({index, i})) continue;
      for (const auto& group : groups) {
        balancer.listeners[i].targetGroups.push_back(group);
        balancer.listeners[i].byRules.push_back(group.first);
      }
    }
  }
}

/// It may give them addresses, interfaces and other groups.
void Builder::changeHosts(const Handed& handed, const Reason* why) {
  for (auto& host : network_.hosts) {
    const auto index = network_.hostOf.find(host.id);
    bool isHanded = index && handed.hosts.contains(*index);
    for (const auto& interface : host.interfaces)
      if (interface.card && handed.hosts.contains(*interface.card)) isHanded = true;
    if (isHanded && !host.elsewhere) host.elsewhere = why;
  }
}

/// Its interfaces, as far as can be told: in the subnets that it is handed, with the groups.
void Builder::addUnmodelled(const Reader& reader, const Influence& influence, const Handed& handed, const Reason* why) {
  const auto& id = reader.resource().id;
  if (network_.hostOf.contains(id)) return;
  const bool hasPlace =
      !handed.subnets.empty() || !handed.groups.empty() || (mayChange(influence) && !handed.vpcs.empty());
  if (!hasPlace && !isAlwaysInVpc(reader.resource().type())) return;
  auto subnets = handed.subnets;
  for (const auto index : network_.subnets.indices())
    if (handed.subnets.empty() && handed.vpcs.contains(network_.subnets[index].vpc)) subnets.insert(index);
  if (subnets.empty()) subnets.insert(subnetOutside(reader, "the subnets of " + id, why, reader.place()));
  Host host{.id = id,
            .kind = HostKind::unmodelled,
            .place = reader.place(),
            .elsewhere = network_.because(fmt::format("`{}` ({}) is not in the model", id, reader.resource().type()),
                                          reader.place()),
            .isTakenOver = influence.computer};
  for (const auto subnet : subnets) {
    Interface interface {
      .subnet = subnet, .publicIpv4 = why, .ipv6 = why, .maybe = mayChange(influence) ? why : reader.maybe(),
      .place = reader.place()
    };
    interface.groups.indices.assign(handed.groups.begin(), handed.groups.end());
    if (handed.groups.empty() || mayChange(influence)) interface.groups.others = why;
    host.interfaces.push_back(std::move(interface));
  }
  addHost(std::move(host));
}

}  // namespace reach
