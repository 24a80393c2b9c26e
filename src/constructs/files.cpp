#include "constructs/files.h"

#include <fmt/format.h>

#include "cloudformation/policy.h"
#include "constructs/names.h"

namespace constructs {
namespace {

namespace efs = aws::efs;

constexpr Service nfs{"Nfs", 2049};

/// Who may use the file system, and only by TLS ("Using IAM to control file system data access").
cfn::PolicyDocument accessPolicy(const FilesClients& clients) {
  const data::Map throughMountTarget{{"Bool", data::Map{{"elasticfilesystem:AccessedViaMountTarget", "true"}}}};
  cfn::PolicyStatement allowed{
      .Action = {"elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"},
      .Condition = throughMountTarget,
      .Effect = "Allow",
      .Principal = cfn::Principal{.AWS = {clients.role.arn()}},
      .Sid = "InstancesThroughMountTargets",
  };
  // Debian and Ubuntu package no mount helper that signs with the role: there the network decides who is let in.
  if (clients.system != config::System::amazonLinux2023) {
    allowed.Principal = cfn::Principal{.AWS = {"*"}};
    allowed.Action = {"elasticfilesystem:ClientMount", "elasticfilesystem:ClientRootAccess",
                      "elasticfilesystem:ClientWrite"};
  }
  return {{
      allowed,
      {
          .Action = {"*"},
          .Condition = data::Map{{"Bool", data::Map{{"aws:SecureTransport", "false"}}}},
          .Effect = "Deny",
          .Principal = cfn::Principal{.AWS = {"*"}},
          .Sid = "NothingWithoutTls",
      },
  }};
}

std::vector<efs::file_system::LifecyclePolicy> lifecycle(config::InfrequentAccess when) {
  using config::InfrequentAccess;
  using Policy = efs::file_system::LifecyclePolicy;
  const Policy back{.TransitionToPrimaryStorageClass = "AFTER_1_ACCESS"};
  switch (when) {
    case InfrequentAccess::never:
      return {};
    case InfrequentAccess::after1Day:
      return {{.TransitionToIA = "AFTER_1_DAY"}, back};
    case InfrequentAccess::after7Days:
      return {{.TransitionToIA = "AFTER_7_DAYS"}, back};
    case InfrequentAccess::after14Days:
      return {{.TransitionToIA = "AFTER_14_DAYS"}, back};
    case InfrequentAccess::after30Days:
      return {{.TransitionToIA = "AFTER_30_DAYS"}, back};
    case InfrequentAccess::after60Days:
      return {{.TransitionToIA = "AFTER_60_DAYS"}, back};
    case InfrequentAccess::after90Days:
      return {{.TransitionToIA = "AFTER_90_DAYS"}, back};
  }
  throw std::logic_error{"no such lifecycle"};
}

}  // namespace

Files addFiles(Draft& stack, const config::Files& config, const Network& network, FilesClients clients) {
  const auto part = stack.part(config);
  auto party = addParty(stack, "Files", "Shared files", network.vpc);
  allow(stack, clients.party, party, nfs);

  efs::FileSystem properties{
      .BackupPolicy = efs::file_system::BackupPolicy{.Status = "DISABLED"},
      .Encrypted = true,
      .FileSystemPolicy = stack.from(clients.system, accessPolicy(clients)),
      .FileSystemTags = nameTag("files"),
      .LifecyclePolicies = stack.from(config.infrequentAccess, lifecycle(config.infrequentAccess)),
      .PerformanceMode = "generalPurpose",
      .ThroughputMode = "bursting",
  };
  if (config.backups) properties.BackupPolicy = efs::file_system::BackupPolicy{.Status = "ENABLED"};
  if (config.throughput == config::Throughput::elastic) properties.ThroughputMode = "elastic";
  properties.BackupPolicy.decidedBy(stack.placeOf(config.backups));
  properties.ThroughputMode.decidedBy(stack.placeOf(config.throughput));
  const auto fileSystem = stack["Files"] = properties;
  stack.onDeletion(fileSystem, cfn::DeletionPolicy::RetainExceptOnCreate);

  // Whoever mounts it is this user and group, whatever the ids of web users are on each system.
  const auto owner = app::sharedFilesOwner;
  const auto accessPoint = stack["FilesAccessPoint"] = efs::AccessPoint{
      .AccessPointTags = nameTag("files"),
      .FileSystemId = fileSystem,
      .PosixUser = efs::access_point::PosixUser{.Gid = owner, .Uid = owner},
      .RootDirectory =
          efs::access_point::RootDirectory{
              .CreationInfo =
                  efs::access_point::CreationInfo{.OwnerGid = owner, .OwnerUid = owner, .Permissions = "0750"},
              .Path = "/shared",
          },
  };

  const auto& id = fileSystem.logicalId();
  const auto place = stack.placeOf(config);
  Files files{fileSystem,
              accessPoint,
              party.rules,
              {{fmt::format("internet cannot reach {}", id), {place}},
               {fmt::format("{} can reach {} only on {}", clients.party.name, id, nfs.port), {place}}}};
  int zone = 0;
  for (const auto& subnet : network.isolatedTier.subnets)
    files.ready.push_back(stack[fmt::format("FilesMountTarget{}", ++zone)] = efs::MountTarget{
                              .FileSystemId = fileSystem,
                              .SecurityGroups = {party.group.groupId()},
                              .SubnetId = subnet.id,
                          });
  return files;
}

}  // namespace constructs
