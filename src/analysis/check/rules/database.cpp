#include <fmt/format.h>

#include <algorithm>

#include "analysis/check/access.h"
#include "analysis/check/network.h"
#include "analysis/check/rules/rules.h"

// Databases: where they stand, who reaches them, and whether RDS takes them.
namespace check {
namespace {

constexpr std::string_view instanceType = "AWS::RDS::DBInstance";
constexpr std::string_view clusterType = "AWS::RDS::DBCluster";

std::vector<const Resource*> databases(const Model& model) {
  auto all = model.all(instanceType);
  for (const auto* cluster : model.all(clusterType)) all.push_back(cluster);
  return all;
}

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

void familyMismatch(const Model& model, const Report& report) {
  for (const auto* database : model.all(instanceType)) {
    const auto* parameters = (*database)["DBParameterGroupName"].resource("AWS::RDS::DBParameterGroup");
    const auto family = parameters ? (*parameters)["Family"].text() : std::nullopt;
    const auto engine = (*database)["Engine"].word();
    const auto version = (*database)["EngineVersion"].text();
    if (!family || !engine || !version || (*engine != "mysql" && *engine != "mariadb" && *engine != "postgres"))
      continue;
    const auto first = version->find('.');
    const auto line =
        *engine == "postgres" ? version->substr(0, first) : version->substr(0, version->find('.', first + 1));
    if (first == version->npos && *engine != "postgres") continue;
    if (*family != *engine + line)
      report((*database)["DBParameterGroupName"],
             fmt::format("the parameters are for `{}`, the database is `{}{}`", *family, *engine, line),
             fmt::format("write `Family: {}{}`", *engine, line), {at((*parameters)["Family"], "the family")});
  }
}

void passwords(const Model& model, const Report& report) {
  for (const auto* database : databases(model)) {
    const auto managed = (*database)["ManageMasterUserPassword"].truth();
    const auto password = (*database)["MasterUserPassword"];
    if (managed == Truth::yes && password)
      report(password, "RDS manages the password itself: `ManageMasterUserPassword` is on",
             "remove `MasterUserPassword`");
    const bool derived = std::ranges::any_of(
        std::initializer_list<std::string_view>{
            "SnapshotIdentifier", "DBSnapshotIdentifier", "DBClusterSnapshotIdentifier", "SourceDBInstanceIdentifier",
            "SourceDBClusterIdentifier", "DBClusterIdentifier", "ReplicationSourceIdentifier",
            "GlobalClusterIdentifier", "RestoreType", "SourceDbiResourceId", "SourceDBInstanceAutomatedBackupsArn"},
        [&](std::string_view member) {
          return (*database)[member] && !((*database).is(clusterType) && member == "DBClusterIdentifier");
        });
    if (managed == Truth::no && !password && !derived && !(*database)["MasterUserAuthenticationType"])
      report(*database, "the database has no master password", "set `ManageMasterUserPassword: true`");
  }
}

/// Minutes from Sunday midnight of `sun:03:30`, or of the day of `03:30`.
std::optional<int> minuteOf(std::string_view text) {
  int day = 0;
  if (text.size() == 9) {
    constexpr std::string_view days[] = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
    const auto found = std::ranges::find_if(days, [&](std::string_view each) { return text.starts_with(each); });
    if (found == std::end(days)) return {};
    day = static_cast<int>(found - std::begin(days));
    text.remove_prefix(4);
  }
  if (text.size() != 5 || text[2] != ':') return {};
  for (const auto at : {0, 1, 3, 4})
    if (text[static_cast<std::size_t>(at)] < '0' || text[static_cast<std::size_t>(at)] > '9') return {};
  return day * 1440 + ((text[0] - '0') * 10 + text[1] - '0') * 60 + (text[3] - '0') * 10 + text[4] - '0';
}

struct Window {
  int start;
  int length;
};
std::optional<Window> windowOf(const Node& node, int span) {
  const auto text = node.word();
  if (!text) return {};
  const auto dash = text->find('-');
  if (dash == text->npos) return {};
  const auto start = minuteOf(std::string_view{*text}.substr(0, dash));
  const auto end = minuteOf(std::string_view{*text}.substr(dash + 1));
  if (!start || !end) return {};
  return Window{*start, (*end - *start + span) % span};
}

void windowsOverlap(const Model& model, const Report& report) {
  for (const auto* database : databases(model)) {
    const auto backup = windowOf((*database)["PreferredBackupWindow"], 1440);
    const auto maintenance = windowOf((*database)["PreferredMaintenanceWindow"], 7 * 1440);
    if (!backup || !maintenance) continue;
    const auto start = maintenance->start % 1440;
    const auto apart = (start - backup->start + 1440) % 1440;   // from the backup's start to the maintenance's
    const auto behind = (backup->start - start + 1440) % 1440;  // the other way round
    if (apart < backup->length || behind < maintenance->length)
      report((*database)["PreferredMaintenanceWindow"], "the maintenance window overlaps the daily backup window",
             "leave the backup window alone", {at((*database)["PreferredBackupWindow"], "the backup window")});
  }
}

void storageCannotGrow(const Model& model, const Report& report) {
  for (const auto* database : model.all(instanceType)) {
    const auto now = (*database)["AllocatedStorage"].number();
    const auto most = (*database)["MaxAllocatedStorage"].number();
    if (now && most && *most * 10 < *now * 11)
      report((*database)["MaxAllocatedStorage"],
             fmt::format("{} is less than a tenth above `AllocatedStorage`, which is {}", *most, *now),
             fmt::format("write {} or more", (*now * 11 + 9) / 10));
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

void upgradesBehindTheTemplate(const Model& model, const Report& report) {
  for (const auto* database : model.all(instanceType)) {
    const auto version = (*database)["EngineVersion"].text();
    const auto engine = (*database)["Engine"].word();
    if (!version || !engine || (*database)["DBClusterIdentifier"]) continue;
    const auto dots = std::ranges::count(*version, '.');
    const bool pinned = *engine == "postgres" ? dots >= 1 : (*engine == "mysql" || *engine == "mariadb") && dots >= 2;
    if (pinned && (*database)["AutoMinorVersionUpgrade"].truth(true) == Truth::yes)
      report(
          (*database)["EngineVersion"], "RDS upgrades the minor version by itself, and then this asks for a downgrade",
          fmt::format("write `{}`, or set `AutoMinorVersionUpgrade: false`", version->substr(0, version->rfind('.'))));
  }
}

constexpr Rule all[] = {
    {{"database-in-one-zone", diag::Severity::error, "database", "the subnets of a database are all in one zone",
      "RDS refuses a subnet group that does not cover two zones, even for a database that uses one.",
      "Name subnets of at least two zones.", "Amazon RDS User Guide: Working with a DB instance in a VPC"},
     subnetsInOneZone},
    {{"database-public", diag::Severity::error, "database", "a database gets a public address",
      "Then a single security group rule stands between the data and the internet.", "Set `PubliclyAccessible: false`.",
      "Amazon RDS User Guide: Hiding a DB instance in a VPC from the internet"},
     publicDatabase},
    {{"database-unreachable", diag::Severity::error, "database", "nobody is let in to a database or cache",
      "The database works, and no client ever reaches it. The rule may be missing, or open another port.",
      "Let the clients' group in on the database's port.",
      "Amazon RDS User Guide: Controlling access with security groups"},
     closedDatabase},
    {{"parameter-family", diag::Severity::error, "database", "a parameter group is for another engine or version",
      "RDS refuses a parameter group whose family is not that of the database.", "Write the family of the version.",
      "Amazon RDS User Guide: Parameter groups"},
     familyMismatch},
    {{"master-password", diag::Severity::error, "database", "a database has two master passwords, or none",
      "RDS takes a password or manages one, not both; a new database needs one of them.",
      "Set `ManageMasterUserPassword: true` and nothing else.",
      "Amazon RDS User Guide: Password management with AWS Secrets Manager"},
     passwords},
    {{"windows-overlap", diag::Severity::error, "database", "maintenance and backup windows overlap",
      "RDS refuses windows that share time.", "Move one of them.", "Amazon RDS API: CreateDBInstance"},
     windowsOverlap},
    {{"storage-cannot-grow", diag::Severity::error, "database", "the most storage is too close to what there is",
      "RDS wants the limit of storage autoscaling at least a tenth above the storage.", "Raise `MaxAllocatedStorage`.",
      "Amazon RDS User Guide: Managing capacity automatically with storage autoscaling"},
     storageCannotGrow},
    {{"no-backups", diag::Severity::warning, "data loss", "automatic backups are off",
      "A mistake or a bug cannot be undone: there is no point in time to return to.",
      "Keep backups for 7 days or more.", "Amazon RDS User Guide: Introduction to backups"},
     noBackups},
    {{"database-elsewhere", diag::Severity::error, "database", "a database has security groups of another VPC",
      "RDS refuses groups that are not of the VPC of the subnets.", "Name a group of the same VPC.",
      "Amazon RDS User Guide: Controlling access with security groups"},
     databaseElsewhere},
    {{"version-behind", diag::Severity::info, "database", "a template pins a minor version that RDS upgrades by itself",
      "After the upgrade the template asks for an older version than there is, and the next change of the database "
      "fails.",
      "Write the major version only, or turn the automatic upgrades off.",
      "Amazon RDS User Guide: Automatically upgrading the minor engine version"},
     upgradesBehindTheTemplate},
};

}  // namespace

std::span<const Rule> databaseRules() { return all; }

}  // namespace check
