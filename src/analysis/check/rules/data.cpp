#include <fmt/format.h>

#include <algorithm>

#include "analysis/check/machines.h"
#include "analysis/check/rules/rules.h"

// What holds data, and what becomes of it.
namespace check {
namespace {

/// What holds data that nobody else has.
struct Store {
  std::string_view type;
  std::string_view what;
  bool snapshots;                  ///< whether the policy may be Snapshot
  bool snapshotByDefault = false;  ///< on deletion, not on replacement
};
constexpr Store stores[] = {
    {"AWS::RDS::DBInstance", "database", true, true},
    {"AWS::RDS::DBCluster", "database", true, true},
    {"AWS::DocDB::DBCluster", "database", true},
    {"AWS::Neptune::DBCluster", "database", true},
    {"AWS::Redshift::Cluster", "warehouse", true},
    {"AWS::DynamoDB::Table", "table", false},
    {"AWS::DynamoDB::GlobalTable", "table", false},
    {"AWS::EFS::FileSystem", "file system", false},
    {"AWS::EC2::Volume", "volume", true},
    {"AWS::KMS::Key", "key, and what it encrypted,", false},
    {"AWS::Cognito::UserPool", "user pool", false},
};

const Store* storeOf(const Resource& resource) {
  const auto found = std::ranges::find(stores, resource.type, &Store::type);
  return found == std::end(stores) ? nullptr : found;
}

bool isMemberOfCluster(const Resource& resource) {  // whose data are the cluster's
  return resource.is("AWS::RDS::DBInstance") &&
         (resource["DBClusterIdentifier"] || resource["SourceDBInstanceIdentifier"]);
}

std::string fixFor(const Store& store) {
  const auto word = store.snapshots ? "Snapshot" : "Retain";
  return fmt::format("write `DeletionPolicy: {}` and `UpdateReplacePolicy: {}`", word, word);
}

void deletedWithStack(const Model& model, const Report& report) {
  for (const auto& resource : model.resources()) {
    const auto* store = storeOf(resource);
    if (!store || isMemberOfCluster(resource)) continue;
    const auto policy = resource.attribute("DeletionPolicy");
    if (policy.is("Delete"))
      report(policy, fmt::format("the {} goes with the stack, or when it leaves the template", store->what),
             fixFor(*store));
    else if (!policy && !store->snapshotByDefault)
      report(resource, fmt::format("without `DeletionPolicy` the {} goes with the stack", store->what), fixFor(*store));
    else if (!policy)
      report(
          resource,
          "nothing says what becomes of the data; by default a last snapshot is taken on deletion, none on replacement",
          fixFor(*store));
  }
}

void lostOnReplacement(const Model& model, const Report& report) {
  for (const auto& resource : model.resources()) {
    const auto* store = storeOf(resource);
    if (!store || isMemberOfCluster(resource)) continue;
    const auto deletion = resource.attribute("DeletionPolicy");
    const auto policy = resource.attribute("UpdateReplacePolicy");
    if (!deletion || deletion.is("Delete") || (policy && !policy.is("Delete"))) continue;
    report(policy ? policy : resource.all(),
           fmt::format("an update that replaces the {} deletes the old one with its data", store->what),
           fixFor(*store));
  }
}

void snapshotUnknown(const Model& model, const Report& report) {
  constexpr std::string_view types[] = {"AWS::EC2::Volume",
                                        "AWS::ElastiCache::CacheCluster",
                                        "AWS::ElastiCache::ReplicationGroup",
                                        "AWS::Neptune::DBCluster",
                                        "AWS::RDS::DBCluster",
                                        "AWS::RDS::DBInstance",
                                        "AWS::Redshift::Cluster",
                                        "AWS::DocDB::DBCluster"};
  for (const auto& resource : model.resources())
    for (const auto member : {"DeletionPolicy", "UpdateReplacePolicy"})
      if (resource.attribute(member).is("Snapshot") && std::ranges::find(types, resource.type) == std::end(types))
        report(resource.attribute(member), fmt::format("`{}` takes no snapshots", resource.type), "write `Retain`");
}

struct Encryptable {
  std::string_view type;
  std::string_view member;
};
constexpr Encryptable encryptables[] = {
    {"AWS::RDS::DBInstance", "StorageEncrypted"},  {"AWS::RDS::DBCluster", "StorageEncrypted"},
    {"AWS::DocDB::DBCluster", "StorageEncrypted"}, {"AWS::Neptune::DBCluster", "StorageEncrypted"},
    {"AWS::EFS::FileSystem", "Encrypted"},         {"AWS::Redshift::Cluster", "Encrypted"},
};

void notEncrypted(const Model& model, const Report& report) {
  for (const auto& [type, member] : encryptables)
    for (const auto* store : model.all(type)) {
      if (isMemberOfCluster(*store) || (*store)[member].truth() != Truth::no) continue;
      if ((*store)["SnapshotIdentifier"] || (*store)["DBSnapshotIdentifier"]) continue;
      if ((*store)["EngineMode"].is("serverless")) continue;  // always encrypted ("Using Aurora Serverless v1")
      report((*store)[member] ? (*store)[member] : store->all(),
             "the data are not encrypted at rest, and turning encryption on later means a replacement",
             fmt::format("set `{}: true`", member));
    }
}

void volumesNotEncrypted(const Model& model, const Report& report) {
  for (const auto& machine : machines(model))
    for (const auto& mapping : machine["BlockDeviceMappings"].items()) {
      const auto ebs = mapping["Ebs"];
      if (ebs && !mapping["VirtualName"] && ebs["Encrypted"].truth() == Truth::no && !ebs["SnapshotId"])
        report(ebs["Encrypted"] ? ebs["Encrypted"] : ebs,
               "the volume is not encrypted, unless the account does it by default", "set `Encrypted: true`");
    }
  for (const auto* volume : model.all("AWS::EC2::Volume"))
    if ((*volume)["Encrypted"].truth() == Truth::no && !(*volume)["SnapshotId"])
      report(*volume, "the volume is not encrypted, unless the account does it by default", "set `Encrypted: true`");
}

void latestImageReplaces(const Model& model, const Report& report) {
  for (const auto* instance : model.all("AWS::EC2::Instance")) {
    const auto image = (*instance)["ImageId"];
    const auto words = imageText(image);
    if (!words || words->find('/') == words->npos) continue;
    report(image,
           "the newest image is looked up at each deployment, and a newer one replaces the instance and its disk",
           "name the image's id, or keep data on a volume or file system of its own");
  }
}

void namedForGood(const Model& model, const Report& report) {
  const std::pair<std::string_view, std::string_view> names[] = {
      {"AWS::ElasticLoadBalancingV2::TargetGroup", "Name"},
      {"AWS::ElasticLoadBalancingV2::LoadBalancer", "Name"},
      {"AWS::RDS::DBInstance", "DBInstanceIdentifier"},
      {"AWS::RDS::DBCluster", "DBClusterIdentifier"},
      {"AWS::AutoScaling::AutoScalingGroup", "AutoScalingGroupName"}};
  for (const auto& [type, member] : names)
    for (const auto* resource : model.all(type))
      if ((*resource)[member].text())
        report((*resource)[member],
               "a fixed name stops an update that must replace the resource: the new one's name is taken",
               "leave the name to CloudFormation");
}

constexpr Rule all[] = {
    {{"no-deletion-policy", diag::Severity::warning, "data loss", "data go with the stack",
      "A deleted stack, a renamed logical id or a failed creation takes what holds data with it. For some types there "
      "is a "
      "last snapshot on deletion by default, for none on replacement.",
      "Write `DeletionPolicy` and `UpdateReplacePolicy`: `Snapshot` where the type has it, else `Retain`.",
      "AWS CloudFormation: DeletionPolicy attribute; UpdateReplacePolicy attribute", diag::Noticed::loss},
     deletedWithStack},
    {{"no-update-replace-policy", diag::Severity::warning, "data loss", "an update may replace what holds data",
      "`DeletionPolicy` says nothing of updates. A change of a property that cannot be changed in place creates a new, "
      "empty "
      "resource and deletes the old one.",
      "Write `UpdateReplacePolicy` as well.", "AWS CloudFormation: UpdateReplacePolicy attribute", diag::Noticed::loss},
     lostOnReplacement},
    {{"snapshot-not-possible", diag::Severity::error, "data loss", "a type without snapshots is to leave one",
      "CloudFormation refuses the template.", "Write `Retain`.", "AWS CloudFormation: DeletionPolicy attribute",
      diag::Noticed::refused},
     snapshotUnknown},
    {{"not-encrypted", diag::Severity::warning, "data loss", "data are not encrypted at rest",
      "Encryption costs nothing with the default key, and can only be chosen at creation: later it means a copy and a "
      "replacement.",
      "Set it to true from the start.",
      "Amazon RDS User Guide: Encrypting Amazon RDS resources; Amazon EFS User Guide: Encryption", diag::Noticed::loss},
     notEncrypted},
    {{"volume-not-encrypted", diag::Severity::info, "data loss", "a volume is not encrypted",
      "Encryption costs nothing with the default key. An account can encrypt all volumes by default; a template does "
      "not "
      "know.",
      "Set `Encrypted: true`.", "Amazon EBS User Guide: Amazon EBS encryption", diag::Noticed::loss},
     volumesNotEncrypted},
    {{"latest-image-replaces", diag::Severity::info, "data loss",
      "an instance is replaced whenever a new image appears",
      "A parameter that names the newest image is read at each deployment. For an instance of its own a new image "
      "means a "
      "new instance with a new root disk.",
      "Pin the image, or keep nothing on the instance.", "AWS CloudFormation: AWS::EC2::Instance, ImageId",
      diag::Noticed::update},
     latestImageReplaces},
    {{"fixed-name", diag::Severity::info, "data loss", "a fixed name is in the way of replacements",
      "CloudFormation creates the new resource before it deletes the old one, and two cannot have one name. A target "
      "group "
      "that belongs to a replaced load balancer is stuck for the same reason.",
      "Leave the name out.", "AWS CloudFormation: Name type", diag::Noticed::update},
     namedForGood},
};

}  // namespace

std::span<const Rule> dataRules() { return all; }

}  // namespace check
