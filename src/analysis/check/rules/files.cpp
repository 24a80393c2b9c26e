#include <fmt/format.h>

#include <algorithm>

#include "analysis/check/machines.h"
#include "analysis/check/network.h"
#include "analysis/check/rules/rules.h"

// File systems: who can mount them, where, and when.
namespace check {
namespace {

constexpr int nfs = 2049;

/// The mount targets of a file system; `complete` is false if one of unknown file system may be among them.
struct MountTargets {
  std::vector<const Resource*> all;
  bool complete = true;
};

MountTargets targetsOf(const Model& model, const Resource& fileSystem) {
  MountTargets targets;
  for (const auto* target : model.all("AWS::EFS::MountTarget")) {
    const auto* owner = (*target)["FileSystemId"].resource();
    if (owner == &fileSystem) targets.all.push_back(target);
    if (!owner || model.isHandedOut(fileSystem)) targets.complete = false;
  }
  return targets;
}

/// What mounts file systems when it starts.
struct Client : Workload {
  std::vector<const Resource*> fileSystems{};

  /// Takes a file system or what stands for one: an access point.
  void mounts(const Resource* resource) {
    if (resource && resource->is("AWS::EFS::AccessPoint")) resource = (*resource)["FileSystemId"].resource();
    if (resource && resource->is("AWS::EFS::FileSystem") &&
        std::ranges::find(fileSystems, resource) == fileSystems.end())
      fileSystems.push_back(resource);
  }
};

/// With one file system and no word of it in any boot, an image of the user's may mount it all the same; so only
/// machines that name it count. Tasks and functions mount what their definitions name.
std::vector<Client> clientsOf(const Model& model) {
  std::vector<Client> clients;
  for (const auto& machine : machines(model)) {
    Client client{machine};
    for (const auto* resource : namedByBoot(machine)) client.mounts(resource);
    clients.push_back(std::move(client));
  }
  for (auto& workload : workloads(model)) {
    const auto& owner = *workload.owner;
    Client client{std::move(workload)};
    if (const auto* task = owner["TaskDefinition"].resource("AWS::ECS::TaskDefinition"))
      for (const auto& volume : (*task)["Volumes"].items())
        client.mounts(volume["EFSVolumeConfiguration"]["FilesystemId"].resource());
    for (const auto& mount : owner["FileSystemConfigs"].items()) client.mounts(mount["Arn"].resource());
    if (owner.is("AWS::ECS::Service") || owner.is("AWS::Lambda::Function")) clients.push_back(std::move(client));
  }
  return clients;
}

template <class Visit>
void forEachClient(const Model& model, Visit visit) {
  for (const auto& client : clientsOf(model))
    for (const auto* fileSystem : client.fileSystems) visit(client, *fileSystem);
}

void mountTargetMissing(const Model& model, const Report& report) {
  forEachClient(model, [&](const Client& client, const Resource& fileSystem) {
    const auto targets = targetsOf(model, fileSystem);
    if (!targets.complete || fileSystem["AvailabilityZoneName"]) return;
    for (const auto* subnet : client.subnets) {
      auto covered = Truth::no;
      for (const auto* target : targets.all) {
        const auto* where = (*target)["SubnetId"].resource("AWS::EC2::Subnet");
        const auto same = where ? sameZone(*subnet, *where) : Truth::unknown;
        if (same != Truth::no && covered != Truth::yes) covered = same;
      }
      if (covered != Truth::no) continue;
      report(fileSystem,
             fmt::format("`{}` starts in `{}`, in whose zone the file system has no mount target", client.owner->id,
                         subnet->id),
             "add an `AWS::EFS::MountTarget` for each zone",
             {at(*subnet, "the subnet"), at(*client.owner, "what mounts it")});
    }
  });
}

void mountTargetRace(const Model& model, const Report& report) {
  forEachClient(model, [&](const Client& client, const Resource& fileSystem) {
    for (const auto* target : targetsOf(model, fileSystem).all)
      if (!model.comesAfter(*client.owner, *target))
        report(*client.owner,
               fmt::format("it mounts `{}` when it starts, but does not wait for `{}`", fileSystem.id, target->id),
               fmt::format("add `{}` to `DependsOn`", target->id), {at(*target, "the mount target")});
  });
}

void twoMountTargetsInAZone(const Model& model, const Report& report) {
  const auto targets = model.all("AWS::EFS::MountTarget");
  for (std::size_t i = 0; i < targets.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const auto* fileSystem = (*targets[i])["FileSystemId"].resource();
      const auto* one = (*targets[i])["SubnetId"].resource("AWS::EC2::Subnet");
      const auto* two = (*targets[j])["SubnetId"].resource("AWS::EC2::Subnet");
      if (!fileSystem || fileSystem != (*targets[j])["FileSystemId"].resource() || !one || !two) continue;
      if (!targets[i]->certain || !targets[j]->certain || sameZone(*one, *two) != Truth::yes) continue;
      report((*targets[i])["SubnetId"], fmt::format("`{}` is a mount target in the same zone", targets[j]->id),
             "keep one mount target a zone", {at(*targets[j], "the other one")});
    }
}

void fileSystemClosed(const Model& model, const Report& report) {
  const Access access{model};
  for (const auto* target : model.all("AWS::EFS::MountTarget")) {
    const auto list = (*target)["SecurityGroups"];
    if (!list || access.admits(groupsOf(list), nfs) != Truth::no) continue;
    std::vector<diag::Related> related;
    for (const auto* group : groupsOf(list).known) related.push_back(at(*group, "the group"));
    report(list, "no security group of the mount target lets NFS in on 2049",
           "add an ingress rule for 2049 from the clients", std::move(related));
  }
}

void clientCannotMount(const Model& model, const Report& report) {
  const Access access{model};
  forEachClient(model, [&](const Client& client, const Resource& fileSystem) {
    const auto addresses = rangesOf(client.subnets);
    const Peer peer{client.groups, addresses.all, addresses.complete && !client.subnetList.hasUnknownItems()};
    for (const auto* target : targetsOf(model, fileSystem).all) {
      const auto list = (*target)["SecurityGroups"];
      if (!list) continue;
      const auto groups = groupsOf(list);
      const auto* subnet = (*target)["SubnetId"].resource();
      const auto range = subnet ? rangesOf({subnet}) : Ranges{{}, false};
      if (access.admits(groups, nfs) == Truth::yes && access.admits(groups, nfs, &peer) == Truth::no)
        report(list, fmt::format("`{}` mounts the file system, but is not let in on 2049", client.owner->id),
               "let its security group in", {at(*client.owner, "the client")});
      if (access.letsOut(client.groups, nfs, {groups, range.all, range.complete}) == Truth::no)
        report(*client.owner, fmt::format("its security groups do not let it out to `{}` on 2049", target->id),
               "add an egress rule", {at(*target, "the mount target")});
    }
  });
}

constexpr Rule all[] = {
    {{"mount-target-missing", diag::Severity::error, "files",
      "a file system has no mount target in a zone of its clients",
      "The name of a file system resolves to the mount target of the client's own zone. Where there is none, the mount "
      "fails, and with it every instance that starts in that zone.",
      "Add a mount target for each zone that the instances use.", "Amazon EFS User Guide: Managing mount targets",
      diag::Noticed::boot},
     mountTargetMissing},
    {{"mount-target-race", diag::Severity::error, "order", "instances mount a file system before it can be mounted",
      "Naming the file system does not wait for its mount targets, which take a minute or two. Instances boot faster.",
      "Name every mount target in `DependsOn` of what starts the instances.",
      "AWS CloudFormation: DependsOn attribute; Amazon EFS User Guide: Troubleshooting mount issues",
      diag::Noticed::race},
     mountTargetRace},
    {{"mount-targets-in-one-zone", diag::Severity::error, "files", "a file system has two mount targets in one zone",
      "EFS refuses the second one: `MountTargetConflict`.", "Keep one mount target a zone.",
      "Amazon EFS User Guide: Managing mount targets", diag::Noticed::creation},
     twoMountTargetsInAZone},
    {{"file-system-unreachable", diag::Severity::error, "files", "nobody can reach a mount target",
      "NFS is TCP on port 2049. A group without a rule for it lets no client in, and mounts hang.",
      "Let the clients' group in on 2049.", "Amazon EFS User Guide: Using VPC security groups", diag::Noticed::boot},
     fileSystemClosed},
    {{"client-cannot-mount", diag::Severity::error, "files", "instances mount a file system that does not let them in",
      "The mount needs an ingress rule at the mount target and an egress rule at the client, both for 2049.",
      "Add the rule that is missing.", "Amazon EFS User Guide: Using VPC security groups", diag::Noticed::boot},
     clientCannotMount},
};

}  // namespace

std::span<const Rule> fileRules() { return all; }

}  // namespace check
