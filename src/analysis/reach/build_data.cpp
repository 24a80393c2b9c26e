#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "analysis/reach/builder.h"

// Databases, file systems, and whatever else has interfaces in subnets.
namespace reach {
namespace {

struct Type {
  std::string_view type;
  HostKind kind;
  std::string_view subnets;  ///< path of the list of subnets, or of the name of a group of subnets
  std::string_view groups;
  bool answers = true;
};

constexpr Type types[]{
    {"AWS::Lambda::Function", HostKind::function, "VpcConfig.SubnetIds", "VpcConfig.SecurityGroupIds", false},
    {"AWS::Serverless::Function", HostKind::function, "VpcConfig.SubnetIds", "VpcConfig.SecurityGroupIds", false},
    {"AWS::EC2::VPCEndpoint", HostKind::endpoint, "SubnetIds", "SecurityGroupIds"},
    {"AWS::ElastiCache::CacheCluster", HostKind::database, "CacheSubnetGroupName", "VpcSecurityGroupIds"},
    {"AWS::ElastiCache::ReplicationGroup", HostKind::database, "CacheSubnetGroupName", "SecurityGroupIds"},
    {"AWS::ElastiCache::ServerlessCache", HostKind::database, "SubnetIds", "SecurityGroupIds"},
    {"AWS::MemoryDB::Cluster", HostKind::database, "SubnetGroupName", "SecurityGroupIds"},
    {"AWS::DocDB::DBCluster", HostKind::database, "DBSubnetGroupName", "VpcSecurityGroupIds"},
    {"AWS::Neptune::DBCluster", HostKind::database, "DBSubnetGroupName", "VpcSecurityGroupIds"},
    {"AWS::RDS::DBProxy", HostKind::database, "VpcSubnetIds", "VpcSecurityGroupIds"},
    {"AWS::OpenSearchService::Domain", HostKind::database, "VPCOptions.SubnetIds", "VPCOptions.SecurityGroupIds"},
    {"AWS::Elasticsearch::Domain", HostKind::database, "VPCOptions.SubnetIds", "VPCOptions.SecurityGroupIds"},
    {"AWS::MSK::Cluster", HostKind::database, "BrokerNodeGroupInfo.ClientSubnets",
     "BrokerNodeGroupInfo.SecurityGroups"},
    {"AWS::FSx::FileSystem", HostKind::fileSystem, "SubnetIds", "SecurityGroupIds"},
    {"AWS::EFS::MountTarget", HostKind::fileSystem, "SubnetId", "SecurityGroups"},
};

}  // namespace

/// The subnets of a DB or cache subnet group.
Reader::Items Builder::subnetsOfGroup(const Reader& reader, const Value& name) {
  Reader::Items out;
  if (!name.isSet()) {
    out.items.push_back({Value{}, nullptr});
    return out;
  }
  for (const auto& one : reader.alternatives(name)) {
    const auto group = readerOf(resourceIn(one.value));
    if (!group) {
      out.items.push_back({Value{"the subnets of " + cfn::identity(one.value)}, one.maybe});
      continue;
    }
    const auto in = group->items(group->at("SubnetIds"));
    for (const auto& item : in.items) out.items.push_back({item.value, one.maybe ? one.maybe : item.maybe});
    if (in.others) out.others = in.others;
  }
  return out;
}

/// Unset, two pages of AWS contradict each other: without an internet gateway it is private, else nobody can tell.
Tri Builder::publicDatabase(const Reader& reader, Index<Vpc> vpc) {
  const auto written = reader.at("PubliclyAccessible");
  if (written.isSet()) return reader.flag(written, false);
  const auto& in = network_.vpcs[vpc];
  if (in.declared && in.gateways.empty() && in.maybeGateways.empty()) return false;
  return network_.because(fmt::format("whether `{}` is public, which it does not say", reader.resource().id),
                          reader.place());
}

void Builder::database(const Reader& reader) {
  auto own = reader;
  const auto clusterId = reader.at("DBClusterIdentifier");
  const bool isCluster = reader.resource().type() == "AWS::RDS::DBCluster";
  if (!isCluster && clusterId.isSet())
    if (const auto cluster = readerOf(resourceIn(clusterId))) own = *cluster;
  const auto index = addHost(reader, HostKind::database);
  const bool inUnknownCluster = clusterId.isSet() && &own.resource() == &reader.resource() && !isCluster;
  const auto in = subnetsOfGroup(own, inUnknownCluster ? clusterId : own.at("DBSubnetGroupName"));
  const auto multiple = reader.flag(reader.at("MultiAZ"), false);
  const auto zone = reader.at("AvailabilityZone");
  const auto pinned =
      zone.isSet() && !isCluster && multiple.isNo() && !cfn::unknownOf(zone) ? cfn::identity(zone) : std::string{};

  std::vector<Reader> instances;
  if (isCluster) {
    for (auto& instance : readers("AWS::RDS::DBInstance"))
      if (const auto named = resourceIn(instance.at("DBClusterIdentifier"));
          named == reader.resource().id || (named.empty() && instance.at("DBClusterIdentifier").isSet()))
        instances.push_back(instance);
    instances.push_back(reader);
  } else {
    instances.push_back(reader);
  }
  auto& host = network_.hosts[index];
  host.publicIpv6 = false;
  host.elsewhere = in.others;
  for (const auto& item : in.items) {
    Interface interface {
      .subnet = subnet(own, item.value), .maybe = item.maybe ? item.maybe : reader.maybe(), .place = reader.place()
    };
    const auto& subnet = network_.subnets[interface.subnet];
    if (!pinned.empty() && !subnet.zone.empty() && subnet.zone != pinned) {
      const bool here = std::ranges::any_of(in.items, [&](const auto& other) {
        const auto known = network_.subnetOf.find(resourceIn(other.value));
        return known && network_.subnets[*known].zone == pinned;
      });
      if (here) continue;
    }
    interface.groups = groupsOf(own, own.at("VPCSecurityGroups"), own.at("VpcSecurityGroupIds"), subnet.vpc);
    if (inUnknownCluster) {
      interface.groups = {};
      interface.groups.others = reader.reasonFor(clusterId);
    }
    interface.ipv6 = own.is(own.at("NetworkType"), "DUAL", false);
    Tri isPublic = false;
    for (const auto& instance : instances)
      if (&instance.resource() != &reader.resource() || !isCluster || instance.at("PubliclyAccessible").isSet() ||
          instances.size() == 1) {
        isPublic = isPublic | publicDatabase(instance, subnet.vpc);
        if (const auto written = instance.at("PubliclyAccessible"); written.isSet())
          interface.publicPlace = instance.placeOf(written);
      }
    interface.publicIpv4 = isPublic;
    if (interface.publicPlace.span.line == 0) interface.publicPlace = reader.place();
    host.interfaces.push_back(std::move(interface));
  }
}

void Builder::databases() {
  for (const auto* type : {"AWS::RDS::DBCluster", "AWS::RDS::DBInstance"})
    for (const auto& reader : readers(type)) database(reader);
}

void Builder::fileSystems() {
  for (const auto& reader : readers("AWS::EFS::FileSystem")) addHost(reader, HostKind::fileSystem);
  for (const auto& target : readers("AWS::EFS::MountTarget")) {
    const auto id = target.at("FileSystemId");
    const auto named = resourceIn(id);
    for (const auto& reader : readers("AWS::EFS::FileSystem")) {
      if (!named.empty() && named != reader.resource().id) continue;
      auto& host = network_.hosts[network_.hostOf.find(reader.resource().id).value()];
      const auto before = host.interfaces.size();
      Host added;
      addInterfaces(target, added, target.at("SubnetId"), target.at("SecurityGroups"));
      for (auto& interface : added.interfaces) host.interfaces.push_back(std::move(interface));
      for (auto i = before; i < host.interfaces.size(); ++i) {
        if (named.empty()) host.interfaces[i].maybe = target.reasonFor(id);
        host.interfaces[i].ipv6 = target.is(target.at("IpAddressType"), "DUAL_STACK", false) |
                                  target.is(target.at("IpAddressType"), "IPV6_ONLY", false);
      }
      host.publicIpv6 = false;
    }
  }
}

Tri Builder::publicBrokers(const Reader& reader, Place& place) {
  const auto access = reader.deep("BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type");
  place = access.isSet() ? reader.placeOf(access) : reader.place();
  return reader.is(access, "SERVICE_PROVIDED_EIPS", false);
}

/// Whether a cluster has an instance that is public.
Tri Builder::publicInstances(const Reader& reader, Place& place) {
  Tri isPublic = false;
  place = reader.place();
  for (const auto& instance : readers("AWS::Neptune::DBInstance")) {
    const auto cluster = instance.at("DBClusterIdentifier");
    const auto named = resourceIn(cluster);
    if (!named.empty() && named != reader.resource().id) continue;
    const auto access = instance.at("PubliclyAccessible");
    auto one = instance.flag(access, false);
    if (one.isYes() && named.empty()) one = instance.reasonFor(cluster);
    if (!one.isNo()) place = instance.placeOf(access);
    isPublic = isPublic | (one & presentUnless(instance.maybe()));
  }
  return isPublic;
}

void Builder::others() {
  for (const auto& type : types)
    for (const auto& reader : readers(type.type)) {
      auto subnets = reader.deep(type.subnets);
      if (!subnets.isSet() && (type.kind == HostKind::function || type.kind == HostKind::endpoint ||
                               type.subnets.find('.') != type.subnets.npos))
        continue;  // outside of any VPC
      Host host{.id = reader.resource().id,
                .kind = type.kind,
                .place = reader.place(),
                .answers = type.answers,
                .publicIpv6 = false};
      if (type.subnets.ends_with("Name")) {
        List in;
        for (const auto& item : subnetsOfGroup(reader, subnets).items) in.push_back(item.value);
        subnets = in;
      }
      addInterfaces(reader, host, subnets, reader.deep(type.groups));
      for (auto& interface : host.interfaces) {
        if (type.type == "AWS::MSK::Cluster") interface.publicIpv4 = publicBrokers(reader, interface.publicPlace);
        if (type.type == "AWS::Neptune::DBCluster")
          interface.publicIpv4 = publicInstances(reader, interface.publicPlace);
      }
      addHost(std::move(host));
    }
  for (const auto& reader : readers("AWS::Redshift::Cluster")) {
    Host host{.id = reader.resource().id, .kind = HostKind::database, .place = reader.place(), .publicIpv6 = false};
    List in;
    for (const auto& item : subnetsOfGroup(reader, reader.at("ClusterSubnetGroupName")).items) in.push_back(item.value);
    addInterfaces(reader, host, in, reader.at("VpcSecurityGroupIds"));
    for (auto& interface : host.interfaces) interface.publicIpv4 = reader.flag(reader.at("PubliclyAccessible"), false);
    addHost(std::move(host));
  }
}

}  // namespace reach
