#include <fmt/format.h>

#include <algorithm>

#include "analysis/check/databases.h"
#include "analysis/check/rules/rules.h"

// Settings of databases that RDS refuses, or that come back later.
namespace check {
namespace {

void familyMismatch(const Model& model, const Report& report) {
  for (const auto* database : model.all(instanceType)) {
    const auto* parameters = (*database)["DBParameterGroupName"].resource("AWS::RDS::DBParameterGroup");
    const auto family = parameters ? (*parameters)["Family"].word() : std::nullopt;
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
    {{"parameter-family", diag::Severity::error, "database", "a parameter group is for another engine or version",
      "RDS refuses a parameter group whose family is not that of the database.", "Write the family of the version.",
      "Amazon RDS User Guide: Parameter groups", diag::Noticed::creation},
     familyMismatch},
    {{"master-password", diag::Severity::error, "database", "a database has two master passwords, or none",
      "RDS takes a password or manages one, not both; a new database needs one of them.",
      "Set `ManageMasterUserPassword: true` and nothing else.",
      "Amazon RDS User Guide: Password management with AWS Secrets Manager", diag::Noticed::creation},
     passwords},
    {{"windows-overlap", diag::Severity::error, "database", "maintenance and backup windows overlap",
      "RDS refuses windows that share time.", "Move one of them.", "Amazon RDS API: CreateDBInstance",
      diag::Noticed::creation},
     windowsOverlap},
    {{"storage-cannot-grow", diag::Severity::error, "database", "the most storage is too close to what there is",
      "RDS wants the limit of storage autoscaling at least a tenth above the storage.", "Raise `MaxAllocatedStorage`.",
      "Amazon RDS User Guide: Managing capacity automatically with storage autoscaling", diag::Noticed::creation},
     storageCannotGrow},
    {{"version-behind", diag::Severity::info, "database", "a template pins a minor version that RDS upgrades by itself",
      "After the upgrade the template asks for an older version than there is, and the next change of the database "
      "fails.",
      "Write the major version only, or turn the automatic upgrades off.",
      "Amazon RDS User Guide: Automatically upgrading the minor engine version", diag::Noticed::update},
     upgradesBehindTheTemplate},
};

}  // namespace

std::span<const Rule> databaseSettingRules() { return all; }

}  // namespace check
