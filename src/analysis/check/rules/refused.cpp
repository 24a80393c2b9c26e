#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analysis/check/rights.h"
#include "analysis/check/rules/service_rules.h"

// One call that AWS refuses: conditions over the properties of one resource, a row for each.
namespace check {
namespace {

/// A condition over a property, by its path. What is not known holds no condition.
struct Term {
  enum class Is { end, set, unset, word, notWord, below, above, contains, endsWith, notEnding };
  std::string_view path{};
  Is is = Is::end;
  std::string_view value{};  ///< words with `|` between them, or a number
};
using Is = Term::Is;

struct Refusal {
  diag::Rule text;
  std::string_view types;  ///< with a blank between each two
  std::array<Term, 5> terms;
  std::string_view at;  ///< the property that is reported
  std::string_view message;
  std::string_view fix;
};

bool hasWord(std::string_view words, std::string_view word, char between) {
  while (true) {
    const auto end = words.find(between);
    if (words.substr(0, end) == word) return true;
    if (end == words.npos) return false;
    words.remove_prefix(end + 1);
  }
}

bool holds(const Node& node, const Term& term) {
  if (term.is == Is::set) {  // what stands under a condition may be nothing
    const auto* tagged = node.isSet() ? node.value()->as<data::Tagged>() : nullptr;
    return node.isSet() && !(tagged && tagged->tag == "If");
  }
  if (term.is == Is::unset) return !node.isSet();
  const auto text = node.word();
  if (!text) return false;
  const auto number = node.number();
  const auto limit = [&] { return std::stoll(std::string{term.value}); };
  switch (term.is) {
    case Is::word:
      return hasWord(term.value, *text, '|');
    case Is::notWord:
      return !hasWord(term.value, *text, '|');
    case Is::below:
      return number && *number < limit();
    case Is::above:
      return number && *number > limit();
    case Is::contains:
      return text->find(term.value) != text->npos;
    case Is::endsWith:
      return text->ends_with(term.value);
    case Is::notEnding:
      return !text->ends_with(term.value);
    default:
      return false;
  }
}

void judge(const Refusal& refusal, const Model& model, const Report& report) {
  for (const auto& resource : model.resources()) {
    if (!hasWord(refusal.types, resource.type, ' ')) continue;
    const bool all = std::ranges::all_of(refusal.terms, [&](const Term& term) {
      if (term.is == Is::end) return true;
      const auto nodes = nodesAt(resource.all(), term.path);
      return std::ranges::any_of(nodes, [&](const Node& node) { return holds(node, term); });
    });
    if (!all) continue;
    const auto nodes = nodesAt(resource.all(), refusal.at);
    const auto node = nodes.empty() || !nodes.front().isSet() ? resource.all() : nodes.front();
    report(node, std::string{refusal.message}, std::string{refusal.fix});
  }
}

constexpr auto error = diag::Severity::error;
constexpr auto creation = diag::Noticed::creation;

constexpr Refusal table[] = {
    {{"iops-below-size", error, "refused", "RDS refuses IOPS with so small a gp3 volume",
      "Below 400 GiB a gp3 volume of MySQL, MariaDB or PostgreSQL has its 3,000 IOPS and 125 MiB/s, and RDS refuses "
      "any "
      "other number.",
      "Remove `Iops` and `StorageThroughput`, or allocate 400 GiB.",
      "Amazon RDS User Guide: Amazon RDS DB instance storage, gp3 storage", creation},
     "AWS::RDS::DBInstance",
     {{{"StorageType", Is::word, "gp3"},
       {"Engine", Is::word, "mysql|mariadb|postgres"},
       {"AllocatedStorage", Is::below, "400"},
       {"Iops", Is::set}}},
     "Iops",
     "with less than 400 GiB of gp3 RDS refuses `Iops`",
     "remove it, or allocate 400 GiB"},
    {{"throughput-below-size", error, "refused", "RDS refuses a throughput with so small a gp3 volume",
      "Below 400 GiB a gp3 volume of MySQL, MariaDB or PostgreSQL has its 3,000 IOPS and 125 MiB/s, and RDS refuses "
      "any "
      "other number.",
      "Remove `StorageThroughput`, or allocate 400 GiB.",
      "Amazon RDS User Guide: Amazon RDS DB instance storage, gp3 storage", creation},
     "AWS::RDS::DBInstance",
     {{{"StorageType", Is::word, "gp3"},
       {"Engine", Is::word, "mysql|mariadb|postgres"},
       {"AllocatedStorage", Is::below, "400"},
       {"StorageThroughput", Is::set}}},
     "StorageThroughput",
     "with less than 400 GiB of gp3 RDS refuses `StorageThroughput`",
     "remove it, or allocate 400 GiB"},
    {{"groups-beside-interface", error, "refused", "security groups stand beside network interfaces",
      "EC2 takes security groups for the instance or for its network interfaces, not both, and refuses to start it.",
      "Write the groups into the interface, as `Groups`.", "Amazon EC2 API Reference: RunInstances, NetworkInterface",
      diag::Noticed::boot},
     "AWS::EC2::LaunchTemplate",
     {{{"LaunchTemplateData.SecurityGroupIds", Is::set}, {"LaunchTemplateData.NetworkInterfaces", Is::set}}},
     "LaunchTemplateData.SecurityGroupIds",
     "EC2 refuses security groups beside network interfaces",
     "write them into the interface, as `Groups`"},
    {{"nothing-to-launch", error, "refused", "an Auto Scaling group does not say what to launch",
      "Auto Scaling refuses a group without a launch template, a launch configuration or an instance to copy.",
      "Write `LaunchTemplate`.", "Amazon EC2 Auto Scaling API Reference: CreateAutoScalingGroup", creation},
     "AWS::AutoScaling::AutoScalingGroup",
     {{{"LaunchTemplate", Is::unset},
       {"LaunchConfigurationName", Is::unset},
       {"MixedInstancesPolicy", Is::unset},
       {"InstanceId", Is::unset}}},
     "",
     "nothing says what the group launches",
     "write `LaunchTemplate`"},
    {{"two-things-to-launch", error, "refused", "an Auto Scaling group names two things to launch",
      "Auto Scaling takes one of a launch template, a launch configuration and a policy of mixed instances.",
      "Remove the launch configuration.", "Amazon EC2 Auto Scaling API Reference: CreateAutoScalingGroup", creation},
     "AWS::AutoScaling::AutoScalingGroup",
     {{{"LaunchTemplate", Is::set}, {"LaunchConfigurationName", Is::set}}},
     "LaunchConfigurationName",
     "the group has a launch template as well",
     "remove one of them"},
    {{"user-name-reserved", error, "refused", "PostgreSQL reserves the name of the administrator",
      "RDS refuses `admin` as the master user of PostgreSQL: it is a reserved word there.", "Write another name.",
      "Amazon RDS API Reference: CreateDBInstance, MasterUsername", creation},
     "AWS::RDS::DBInstance AWS::RDS::DBCluster",
     {{{"Engine", Is::word, "postgres|aurora-postgresql"}, {"MasterUsername", Is::word, "admin|rdsadmin"}}},
     "MasterUsername",
     "PostgreSQL reserves this name",
     "write another name"},
    {{"database-name", error, "refused", "RDS refuses the name of the database",
      "The name of a database of MySQL, MariaDB or PostgreSQL has letters, digits and underscores.",
      "Write an underscore for the hyphen.", "Amazon RDS API Reference: CreateDBInstance, DBName", creation},
     "AWS::RDS::DBInstance",
     {{{"Engine", Is::word, "mysql|mariadb|postgres"}, {"DBName", Is::contains, "-"}}},
     "DBName",
     "RDS refuses a hyphen in the name of a database",
     "write an underscore"},
    {{"cluster-database-name", error, "refused", "RDS refuses the name of the cluster's database",
      "The name of a database of Aurora has letters, digits and underscores.", "Write an underscore for the hyphen.",
      "Amazon RDS API Reference: CreateDBCluster, DatabaseName", creation},
     "AWS::RDS::DBCluster",
     {{{"DatabaseName", Is::contains, "-"}}},
     "DatabaseName",
     "RDS refuses a hyphen in the name of a database",
     "write an underscore"},
    {{"fifo-queue-name", error, "refused", "the name of a FIFO queue does not end in .fifo",
      "SQS refuses a FIFO queue under any other name.", "Write `.fifo` at its end.",
      "Amazon SQS API Reference: CreateQueue", creation},
     "AWS::SQS::Queue",
     {{{"FifoQueue", Is::word, "true"}, {"QueueName", Is::notEnding, ".fifo"}}},
     "QueueName",
     "the name of a FIFO queue ends in `.fifo`",
     "write `.fifo` at its end"},
    {{"fifo-queue-flag", error, "refused", "a queue named .fifo is no FIFO queue",
      "SQS refuses the ending `.fifo` for a standard queue.", "Write `FifoQueue: true`.",
      "Amazon SQS API Reference: CreateQueue", creation},
     "AWS::SQS::Queue",
     {{{"FifoQueue", Is::unset}, {"QueueName", Is::endsWith, ".fifo"}}},
     "QueueName",
     "only a FIFO queue may be named `.fifo`",
     "write `FifoQueue: true`"},
    {{"fifo-topic-name", error, "refused", "the name of a FIFO topic does not end in .fifo",
      "SNS refuses a FIFO topic under any other name.", "Write `.fifo` at its end.",
      "Amazon SNS API Reference: CreateTopic", creation},
     "AWS::SNS::Topic",
     {{{"FifoTopic", Is::word, "true"}, {"TopicName", Is::notEnding, ".fifo"}}},
     "TopicName",
     "the name of a FIFO topic ends in `.fifo`",
     "write `.fifo` at its end"},
    {{"auth-token-without-tls", error, "refused", "a cache has a token and no encryption on the way",
      "ElastiCache takes `AuthToken` only with encryption in transit.", "Write `TransitEncryptionEnabled: true`.",
      "Amazon ElastiCache API Reference: CreateReplicationGroup, AuthToken", creation},
     "AWS::ElastiCache::ReplicationGroup",
     {{{"AuthToken", Is::set}, {"TransitEncryptionEnabled", Is::unset}}},
     "AuthToken",
     "ElastiCache takes a token only with encryption in transit",
     "write `TransitEncryptionEnabled: true`"},
    {{"provisioned-throughput", error, "refused", "EFS is not told the throughput to provision",
      "With `ThroughputMode: provisioned` EFS needs the number.", "Write `ProvisionedThroughputInMibps`.",
      "Amazon EFS API Reference: CreateFileSystem", creation},
     "AWS::EFS::FileSystem",
     {{{"ThroughputMode", Is::word, "provisioned"}, {"ProvisionedThroughputInMibps", Is::unset}}},
     "ThroughputMode",
     "`provisioned` needs `ProvisionedThroughputInMibps`",
     "write it, or `ThroughputMode: elastic`"},
    {{"performance-mode", error, "refused", "EFS refuses Max I/O with elastic throughput",
      "Elastic throughput and One Zone file systems know the general purpose mode only.", "Remove `PerformanceMode`.",
      "Amazon EFS User Guide: Performance specifications", creation},
     "AWS::EFS::FileSystem",
     {{{"ThroughputMode", Is::word, "elastic"}, {"PerformanceMode", Is::word, "maxio"}}},
     "PerformanceMode",
     "EFS refuses Max I/O with elastic throughput",
     "remove it"},
    {{"replication-without-versions", error, "refused", "a bucket is copied without versions",
      "S3 refuses a replication where the bucket keeps no versions.",
      "Write `VersioningConfiguration: {Status: Enabled}`.", "Amazon S3 User Guide: Requirements for replication",
      creation},
     "AWS::S3::Bucket",
     {{{"ReplicationConfiguration", Is::set}, {"VersioningConfiguration", Is::unset}}},
     "ReplicationConfiguration",
     "S3 copies only a bucket that keeps versions",
     "write `VersioningConfiguration: {Status: Enabled}`"},
    {{"broker-public", diag::Severity::warning, "access", "a message broker has an address in the internet",
      "Everybody can try its passwords and whatever its version is weak at.", "Write `PubliclyAccessible: false`.",
      "Amazon MQ Developer Guide: Prefer brokers without public accessibility", diag::Noticed::attack},
     "AWS::AmazonMQ::Broker",
     {{{"PubliclyAccessible", Is::word, "true"}}},
     "PubliclyAccessible",
     "it has an address in the internet",
     "write `false`"},
};

template <std::size_t index>
void look(const Model& model, const Report& report) {
  judge(table[index], model, report);
}

template <std::size_t... index>
constexpr auto made(std::index_sequence<index...>) {
  return std::array<Rule, sizeof...(index)>{Rule{table[index].text, look<index>}...};
}
constexpr auto all = made(std::make_index_sequence<std::size(table)>{});

}  // namespace

std::span<const Rule> refusedRules() { return all; }

}  // namespace check
