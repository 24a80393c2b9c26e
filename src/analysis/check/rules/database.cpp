#include <fmt/format.h>

#include <algorithm>

#include "analysis/check/access.h"
#include "analysis/check/databases.h"
#include "analysis/check/network.h"
#include "analysis/check/rules/rules.h"

// Databases: where they stand, who reaches them, and whether RDS takes them.
namespace check {
namespace {

std::optional<std::int64_t> portOf(const Resource& database) {
  if (const auto port = database["Port"]) return port.number();
  const auto engine = database["Engine"].word().value_or("");
  if (engine.find("mysql") != engine.npos || engine == "mariadb" || engine == "aurora") return 3306;
  if (engine.find("postgres") != engine.npos) return 5432;
  if (engine.starts_with("sqlserver")) return 1433;
  if (engine.starts_with("oracle")) return 1521;
  return {};
}

Node groupsNode(const Resource& database) {
  return database.is(clusterType) ? database["VpcSecurityGroupIds"] : database["VPCSecurityGroups"];
}

void subnetsInOneZone(const Model& model, const Report& report) {
  for (const auto type : {"AWS::RDS::DBSubnetGroup", "AWS::DocDB::DBSubnetGroup", "AWS::Neptune::DBSubnetGroup"})
    for (const auto* group : model.all(type)) {
      const auto list = (*group)["SubnetIds"];
      const auto subnets = list.resources("AWS::EC2::Subnet");
      if (!list.isKnown() || subnets.size() != list.items().size() || inOneZone(subnets) != Truth::yes) continue;
      report(list, "a DB subnet group needs subnets in at least two zones", "name a subnet of another zone");
    }
}

/// A cache takes subnets of one zone, but then it is in one zone, whatever else is said.
void cacheInOneZone(const Model& model, const Report& report) {
  for (const auto* cache : model.all("AWS::ElastiCache::ReplicationGroup")) {
    const auto* group = (*cache)["CacheSubnetGroupName"].resource("AWS::ElastiCache::SubnetGroup");
    if (!group || (*cache)["MultiAZEnabled"].truth() != Truth::yes) continue;
    const auto list = (*group)["SubnetIds"];
    const auto subnets = list.resources("AWS::EC2::Subnet");
    if (!list.isKnown() || subnets.size() != list.items().size() || inOneZone(subnets) != Truth::yes) continue;
    report(list, fmt::format("`{}` is to fail over to another zone, and its subnets are in one", cache->id),
           "name a subnet of another zone", {at((*cache)["MultiAZEnabled"], "what asks for more than one")});
  }
}

void inOneZoneOnly(const Model& model, const Report& report) {
  subnetsInOneZone(model, report);
  cacheInOneZone(model, report);
}

void publicDatabase(const Model& model, const Report& report) {
  for (const auto type :
       {"AWS::RDS::DBInstance", "AWS::RDS::DBCluster", "AWS::Redshift::Cluster", "AWS::DMS::ReplicationInstance"})
    for (const auto* database : model.all(type))
      if ((*database)["PubliclyAccessible"].truth() == Truth::yes)
        report((*database)["PubliclyAccessible"], "the database gets a public address", "set it to false");
}

/// What else listens for clients of the stack: type, its groups, and the port if none is given.
struct Server {
  std::string_view type;
  std::string_view groups;
  std::int64_t port;
};
constexpr Server servers[] = {
    {"AWS::RDS::DBInstance", "VPCSecurityGroups", 0},
    {"AWS::RDS::DBCluster", "VpcSecurityGroupIds", 0},
    {"AWS::ElastiCache::ReplicationGroup", "SecurityGroupIds", 6379},
    {"AWS::ElastiCache::CacheCluster", "VpcSecurityGroupIds", 6379},
    {"AWS::ElastiCache::ServerlessCache", "SecurityGroupIds", 6379},
    {"AWS::MemoryDB::Cluster", "SecurityGroupIds", 6379},
    {"AWS::DocDB::DBCluster", "VpcSecurityGroupIds", 27017},
    {"AWS::Neptune::DBCluster", "VpcSecurityGroupIds", 8182},
    {"AWS::Redshift::Cluster", "VpcSecurityGroupIds", 5439},
};

std::optional<std::int64_t> portOfServer(const Resource& server, std::int64_t byDefault) {
  if (byDefault == 0) return portOf(server);
  if (const auto port = server["Port"]) return port.number();
  if (server["Engine"].is("memcached")) return 11211;
  return byDefault;
}

/// Whether only load balancers have the groups that the database admits: they are no clients of it.
const Resource* onlyBalancers(const Model& model, const Access& access, const Groups& groups, std::int64_t port) {
  const Resource* admitted = nullptr;
  if (!groups.complete) return nullptr;
  for (const auto* group : groups.known)
    for (const auto& opening : access.ingress(*group)) {
      if (opening.covers("tcp", port) == Truth::no) continue;
      if (!opening.group || model.isOutput(*opening.group)) return nullptr;
      bool any = false;
      for (const auto* user : model.usersOf(*opening.group)) {
        if (user->type.find("SecurityGroup") != std::string::npos) continue;
        if (!user->is("AWS::ElasticLoadBalancingV2::LoadBalancer")) return nullptr;
        any = true;
      }
      if (!any) return nullptr;
      admitted = opening.group;
    }
  return admitted;
}

void closedDatabase(const Model& model, const Report& report) {
  const Access access{model};
  for (const auto& [type, member, byDefault] : servers)
    for (const auto* server : model.all(type)) {
      const auto port = portOfServer(*server, byDefault);
      const auto list = (*server)[member];
      if (!list || !port) continue;
      const auto groups = groupsOf(list);
      std::vector<diag::Related> related;
      for (const auto* group : groups.known) related.push_back(at(*group, "the group"));
      if (access.admits(groups, *port) == Truth::no)
        report(list, fmt::format("no security group of `{}` lets anybody in on {}", server->id, *port),
               fmt::format("add an ingress rule for {} from the clients' group", *port), std::move(related));
      else if (const auto* admitted = onlyBalancers(model, access, groups, *port))
        report(list,
               fmt::format("only `{}` is let in on {}, the group of a load balancer, which is no client", admitted->id,
                           *port),
               "let the clients' group in", std::move(related));
    }
}

void noBackups(const Model& model, const Report& report) {
  for (const auto* database : databases(model))
    if (const auto days = (*database)["BackupRetentionPeriod"]; days.number() == 0)
      report(days, "0 turns the automatic backups off, and with them restoring to a point in time", "write 7 or more");
}

void databaseElsewhere(const Model& model, const Report& report) {
  for (const auto* database : databases(model)) {
    const auto* subnets = (*database)["DBSubnetGroupName"].resource("AWS::RDS::DBSubnetGroup");
    const auto* its = subnets ? vpcOf(*subnets) : nullptr;
    for (const auto* group : groupsOf(groupsNode(*database)).known)
      if (const auto* other = vpcOf(*group); its && other && its != other)
        report(groupsNode(*database),
               fmt::format("`{}` belongs to `{}`, the subnets to `{}`", group->id, other->id, its->id),
               "name a group of the same VPC", {at(*group, "the group")});
  }
}

constexpr Rule all[] = {
    {{"database-in-one-zone", diag::Severity::error, "database", "the subnets of a database are all in one zone",
      "RDS refuses a subnet group that does not cover two zones, even for a database that uses one.",
      "Name subnets of at least two zones.", "Amazon RDS User Guide: Working with a DB instance in a VPC",
      diag::Noticed::creation},
     inOneZoneOnly},
    {{"database-public", diag::Severity::error, "database", "a database gets a public address",
      "Then a single security group rule stands between the data and the internet.", "Set `PubliclyAccessible: false`.",
      "Amazon RDS User Guide: Hiding a DB instance in a VPC from the internet", diag::Noticed::attack},
     publicDatabase},
    {{"database-unreachable", diag::Severity::error, "database", "nobody is let in to a database or cache",
      "The database works, and no client ever reaches it. The rule may be missing, or open another port.",
      "Let the clients' group in on the database's port.",
      "Amazon RDS User Guide: Controlling access with security groups", diag::Noticed::use},
     closedDatabase},
    {{"no-backups", diag::Severity::warning, "data loss", "automatic backups are off",
      "A mistake or a bug cannot be undone: there is no point in time to return to.",
      "Keep backups for 7 days or more.", "Amazon RDS User Guide: Introduction to backups", diag::Noticed::loss},
     noBackups},
    {{"database-elsewhere", diag::Severity::error, "database", "a database has security groups of another VPC",
      "RDS refuses groups that are not of the VPC of the subnets.", "Name a group of the same VPC.",
      "Amazon RDS User Guide: Controlling access with security groups", diag::Noticed::creation},
     databaseElsewhere},
};

}  // namespace

std::span<const Rule> databaseRules() { return all; }

}  // namespace check
