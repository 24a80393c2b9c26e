#include <fmt/format.h>

#include <algorithm>

#include "analysis/check/machines.h"
#include "analysis/check/network.h"
#include "analysis/check/rules/rules.h"

// What is paid for and not needed.
namespace check {
namespace {

void unusedAddress(const Model& model, const Report& report) {
  for (const auto* address : model.all("AWS::EC2::EIP"))
    if (!(*address)["InstanceId"] && model.usersOf(*address).empty() && !model.isOutput(*address))
      report(*address, "nothing uses this address, and public IPv4 addresses are billed by the hour",
             "associate it, or remove it");
}

void natForS3(const Model& model, const Report& report) {
  const Routing routing{model};
  bool has = false;
  for (const auto* endpoint : model.all("AWS::EC2::VPCEndpoint"))
    has |= data::toJson(*(*endpoint).all().value()).find(".s3") != std::string::npos;
  for (const auto* nat : model.all("AWS::EC2::NatGateway"))
    if (!has) {
      report(*nat, "traffic to S3 takes the NAT gateway, which is billed by the gigabyte",
             "add a gateway endpoint for S3, which is free");
      return;
    }
}

void logsForEver(const Model& model, const Report& report) {
  for (const auto* group : model.all("AWS::Logs::LogGroup"))
    if (!(*group)["RetentionInDays"]) report(*group, "logs are kept, and billed, for ever", "set `RetentionInDays`");
}

void oldVolumes(const Model& model, const Report& report) {
  const auto judge = [&](const Node& type) {
    if (type.is("gp2") || type.is("standard"))
      report(type, fmt::format("`{}` costs more than `gp3` and does less", *type.text()), "write `gp3`");
  };
  for (const auto& machine : machines(model))
    for (const auto& mapping : machine["BlockDeviceMappings"].items()) judge(mapping["Ebs"]["VolumeType"]);
  for (const auto* volume : model.all("AWS::EC2::Volume")) judge((*volume)["VolumeType"]);
  for (const auto* database : model.all("AWS::RDS::DBInstance")) judge((*database)["StorageType"]);
}

void paidThroughput(const Model& model, const Report& report) {
  for (const auto* fileSystem : model.all("AWS::EFS::FileSystem")) {
    const auto mode = (*fileSystem)["ThroughputMode"];
    if (mode.is("provisioned"))
      report(mode, "provisioned throughput is billed whether it is used or not", "write `elastic` or `bursting`");
  }
}

void auroraNeverPauses(const Model& model, const Report& report) {
  for (const auto* cluster : model.all("AWS::RDS::DBCluster")) {
    const auto least = (*cluster)["ServerlessV2ScalingConfiguration"]["MinCapacity"];
    if (least.real() && *least.real() >= 4)
      report(least, fmt::format("{} capacity units are billed around the clock", *least.text()),
             "write 0, which pauses, or 0.5");
  }
}

void natInEachZone(const Model& model, const Report& report) {
  const auto nats = model.all("AWS::EC2::NatGateway");
  if (nats.size() < 3) return;
  report(*nats.back(), fmt::format("{} NAT gateways, each billed by the hour", nats.size()),
         "share one where an outage of a zone may stop the others' way out, or use a regional NAT gateway");
}

void noLifecycle(const Model& model, const Report& report) {
  for (const auto* bucket : model.all("AWS::S3::Bucket")) {
    const auto versioning = (*bucket)["VersioningConfiguration"]["Status"];
    if (versioning.is("Enabled") && !(*bucket)["LifecycleConfiguration"])
      report(versioning, "old versions of objects are kept, and billed, for ever",
             "add a `LifecycleConfiguration` that expires them");
  }
}

constexpr Rule all[] = {
    {{"unused-address", diag::Severity::warning, "cost", "an elastic address is used by nothing",
      "Every public IPv4 address is billed by the hour since February 2024, used or not.",
      "Associate it, or remove it.", "Amazon VPC Pricing: Public IPv4 addresses", diag::Noticed::bill},
     unusedAddress},
    {{"nat-for-s3", diag::Severity::info, "cost", "traffic to S3 goes through a NAT gateway",
      "A NAT gateway bills each gigabyte; a gateway endpoint for S3 bills nothing, and packages of Amazon Linux come "
      "from S3.",
      "Add an `AWS::EC2::VPCEndpoint` of type Gateway for S3.",
      "AWS PrivateLink Guide: Gateway endpoints for Amazon S3", diag::Noticed::bill},
     natForS3},
    {{"logs-for-ever", diag::Severity::info, "cost", "a log group keeps its logs for ever",
      "Storage of logs is billed by the month, for ever.", "Set `RetentionInDays`.",
      "Amazon CloudWatch Logs User Guide: Change log data retention", diag::Noticed::bill},
     logsForEver},
    {{"old-volume-type", diag::Severity::info, "cost", "a volume is of a type that costs more and does less",
      "`gp3` is cheaper than `gp2` and faster at small sizes.", "Write `gp3`.",
      "Amazon EBS User Guide: General Purpose SSD volumes", diag::Noticed::bill},
     oldVolumes},
    {{"paid-throughput", diag::Severity::info, "cost", "a file system has throughput that is paid for all the time",
      "Few PHP applications use it; bursting and elastic throughput follow the load.", "Write `elastic` or `bursting`.",
      "Amazon EFS User Guide: Throughput modes", diag::Noticed::bill},
     paidThroughput},
    {{"serverless-never-sleeps", diag::Severity::info, "cost", "a serverless database has a high floor",
      "The least capacity is billed around the clock.", "Lower `MinCapacity`.",
      "Amazon Aurora User Guide: Aurora Serverless v2, scaling to zero", diag::Noticed::bill},
     auroraNeverPauses},
    {{"many-nat-gateways", diag::Severity::info, "cost", "there are many NAT gateways", "Each is billed by the hour.",
      "Share one, or use a regional NAT gateway.", "Amazon VPC User Guide: NAT gateways", diag::Noticed::bill},
     natInEachZone},
    {{"versions-for-ever", diag::Severity::info, "cost", "a bucket keeps old versions for ever",
      "With versioning, deleted and overwritten objects stay and are billed.",
      "Add a lifecycle rule that expires them.", "Amazon S3 User Guide: Managing your storage lifecycle",
      diag::Noticed::bill},
     noLifecycle},
};

}  // namespace

std::span<const Rule> costRules() { return all; }

}  // namespace check
