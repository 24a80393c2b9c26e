#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "analysis/check/network.h"
#include "analysis/check/rights.h"
#include "analysis/check/rules/service_rules.h"
#include "cloudformation/evaluate.h"

// Places that contradict each other, and two of what there can be one of.
namespace check {
namespace {

/// Whether two values name one Availability Zone: both are texts, or items of one list.
Truth isSameZone(const Node& one, const Node& other) {
  if (!one || !other) return Truth::unknown;
  if (one.text() && other.text()) return one.text() == other.text() ? Truth::yes : Truth::no;
  if (one.text() || other.text()) return Truth::unknown;
  if (cfn::identity(*one.value()) == cfn::identity(*other.value())) return Truth::yes;
  const auto item = [](const Node& node) -> const List* {
    const auto* tagged = node.value()->as<data::Tagged>();
    const auto* parts = tagged && tagged->tag == "Select" ? tagged->value->as<List>() : nullptr;
    return parts && parts->size() == 2 ? parts : nullptr;
  };
  const auto* first = item(one);
  const auto* second = item(other);
  if (!first || !second || cfn::identity((*first)[1]) != cfn::identity((*second)[1])) return Truth::unknown;
  const auto* index = (*first)[0].as<std::string>();
  const auto* otherIndex = (*second)[0].as<std::string>();
  return index && otherIndex && *index != *otherIndex ? Truth::no : Truth::unknown;
}

/// The zone that an instance is in.
Node zoneOf(const Resource& resource) {
  if (const auto* subnet = resource["SubnetId"].resource("AWS::EC2::Subnet")) return (*subnet)["AvailabilityZone"];
  return resource["AvailabilityZone"];
}

void zoneElsewhere(const Model& model, const Report& report) {
  for (const auto* instance : model.all("AWS::EC2::Instance")) {
    const auto* subnet = (*instance)["SubnetId"].resource("AWS::EC2::Subnet");
    const auto zone = (*instance)["AvailabilityZone"];
    if (subnet && isSameZone(zone, (*subnet)["AvailabilityZone"]) == Truth::no)
      report(zone, fmt::format("`{}`, its subnet, is in another zone", subnet->id), "remove it: the subnet decides",
             {at(*subnet, "the subnet")});
    for (const auto& volume : (*instance)["Volumes"].items())
      if (const auto* disk = volume["VolumeId"].resource("AWS::EC2::Volume");
          disk && isSameZone((*disk)["AvailabilityZone"], zoneOf(*instance)) == Truth::no)
        report(volume["VolumeId"], fmt::format("`{}` is in another zone than the instance", disk->id),
               "write the instance's zone at the volume", {at(*disk, "the volume")});
  }
  for (const auto* attachment : model.all("AWS::EC2::VolumeAttachment")) {
    const auto* instance = (*attachment)["InstanceId"].resource("AWS::EC2::Instance");
    const auto* volume = (*attachment)["VolumeId"].resource("AWS::EC2::Volume");
    if (instance && volume && isSameZone((*volume)["AvailabilityZone"], zoneOf(*instance)) == Truth::no)
      report((*volume)["AvailabilityZone"], fmt::format("`{}` is in another zone than this volume", instance->id),
             fmt::format("write `!GetAtt {}.AvailabilityZone`", instance->id), {at(*attachment, "the attachment")});
  }
  for (const auto* attachment : model.all("AWS::EC2::NetworkInterfaceAttachment")) {
    const auto* instance = (*attachment)["InstanceId"].resource("AWS::EC2::Instance");
    const auto* interface = (*attachment)["NetworkInterfaceId"].resource("AWS::EC2::NetworkInterface");
    if (instance && interface && isSameZone(zoneOf(*interface), zoneOf(*instance)) == Truth::no)
      report((*attachment)["NetworkInterfaceId"],
             fmt::format("`{}` is in another zone than the instance", interface->id),
             "write a subnet in the instance's zone", {at(*interface, "the interface")});
  }
  for (const auto* database : model.all("AWS::RDS::DBInstance")) {
    const auto* group = (*database)["DBSubnetGroupName"].resource("AWS::RDS::DBSubnetGroup");
    const auto zone = (*database)["AvailabilityZone"];
    if (!group || !zone || (*group)["SubnetIds"].hasUnknownItems()) continue;
    const auto subnets = (*group)["SubnetIds"].resources("AWS::EC2::Subnet");
    if (subnets.size() == (*group)["SubnetIds"].items().size() && !subnets.empty() &&
        std::ranges::all_of(
            subnets, [&](const Resource* each) { return isSameZone(zone, (*each)["AvailabilityZone"]) == Truth::no; }))
      report(zone, fmt::format("`{}` has no subnet in this zone", group->id), "write the zone of one of its subnets",
             {at(*group, "the subnet group")});
  }
}

struct Spread {
  std::string_view type;
  std::string_view list;
};
constexpr Spread spreads[] = {{"AWS::ElasticLoadBalancingV2::LoadBalancer", "Subnets"},
                              {"AWS::EC2::VPCEndpoint", "SubnetIds"}};

void zoneTwice(const Model& model, const Report& report) {
  for (const auto& [type, list] : spreads)
    for (const auto* resource : model.all(type)) {
      const auto subnets = (*resource)[list].resources("AWS::EC2::Subnet");
      if (inOneZone(subnets) == Truth::yes) continue;  // balancer-in-one-zone says it
      for (std::size_t i = 0; i < subnets.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
          if (subnets[i] != subnets[j] && subnets[i]->certain && subnets[j]->certain &&
              isSameZone((*subnets[i])["AvailabilityZone"], (*subnets[j])["AvailabilityZone"]) == Truth::yes)
            report((*resource)[list], fmt::format("`{}` and `{}` are in one zone", subnets[j]->id, subnets[i]->id),
                   "write one subnet of each zone", {at(*subnets[j], "one"), at(*subnets[i], "the other")});
    }
}

/// What tells one thing of a type from another, so that there can be one of it.
struct Identity {
  std::string_view type;
  std::string_view properties;  ///< all of them, with a blank between; after `-`: one that must be absent
  bool lower = false;           ///< case does not count
};
constexpr Identity identities[] = {
    {"AWS::Route53::RecordSet", "HostedZoneId Name Type -SetIdentifier", true},
    {"AWS::SQS::Queue", "QueueName"},
    {"AWS::SNS::Topic", "TopicName"},
    {"AWS::Logs::LogGroup", "LogGroupName"},
    {"AWS::Lambda::Function", "FunctionName"},
    {"AWS::S3::Bucket", "BucketName"},
    {"AWS::DynamoDB::Table", "TableName"},
    {"AWS::IAM::Role", "RoleName", true},
    {"AWS::IAM::User", "UserName", true},
    {"AWS::IAM::InstanceProfile", "InstanceProfileName", true},
    {"AWS::IAM::ManagedPolicy", "ManagedPolicyName", true},
    {"AWS::SecretsManager::Secret", "Name"},
    {"AWS::SSM::Parameter", "Name"},
    {"AWS::CloudWatch::Alarm", "AlarmName"},
    {"AWS::CloudWatch::Dashboard", "DashboardName"},
    {"AWS::Events::Rule", "EventBusName Name"},
    {"AWS::ECS::Cluster", "ClusterName"},
    {"AWS::ECR::Repository", "RepositoryName"},
    {"AWS::ElasticLoadBalancingV2::LoadBalancer", "Name"},
    {"AWS::ElasticLoadBalancingV2::TargetGroup", "Name"},
    {"AWS::RDS::DBInstance", "DBInstanceIdentifier", true},
    {"AWS::RDS::DBCluster", "DBClusterIdentifier", true},
    {"AWS::RDS::DBSubnetGroup", "DBSubnetGroupName", true},
    {"AWS::KMS::Alias", "AliasName"},
    {"AWS::StepFunctions::StateMachine", "StateMachineName"},
    {"AWS::AutoScaling::AutoScalingGroup", "AutoScalingGroupName"},
    {"AWS::EC2::SecurityGroup", "VpcId GroupName", true},
    {"AWS::EC2::LaunchTemplate", "LaunchTemplateName"},
    {"AWS::EC2::KeyPair", "KeyName"},
    {"AWS::EC2::NetworkAclEntry", "NetworkAclId RuleNumber Egress"},
    {"AWS::EC2::VPCEndpoint", "VpcId ServiceName PrivateDnsEnabled"},
    {"AWS::ApplicationAutoScaling::ScalableTarget", "ResourceId ScalableDimension ServiceNamespace"},
    {"AWS::Lambda::EventSourceMapping", "FunctionName EventSourceArn"},
    {"AWS::Lambda::Alias", "FunctionName Name"},
    {"AWS::S3::BucketPolicy", "Bucket"},
    {"AWS::EC2::VolumeAttachment", "InstanceId Device"},
};

std::optional<std::string> keyOf(const Resource& resource, const Identity& identity) {
  std::string key;
  for (auto rest = identity.properties; !rest.empty();) {
    auto word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    if (word.starts_with('-')) {
      if (resource[word.substr(1)]) return {};
      continue;
    }
    const auto node = resource[word];
    if (!node) {
      if (word == "EventBusName" || word == "Egress") continue;  // have a default
      return {};
    }
    if (word == "PrivateDnsEnabled" && node.flag() != true) return {};
    auto part = cfn::identity(*node.value());
    if (identity.lower && node.text()) part = *node.word();
    if (word == "Name" && resource.is("AWS::Route53::RecordSet") && part.ends_with('.')) part.pop_back();
    key += part + '\n';
  }
  return key.empty() ? std::nullopt : std::optional{key};
}

void sameTwice(const Model& model, const Report& report) {
  for (const auto& identity : identities) {
    std::map<std::string, const Resource*> seen;
    for (const auto* resource : model.all(identity.type)) {
      const auto key = resource->certain ? keyOf(*resource, identity) : std::nullopt;
      if (!key) continue;
      const auto [first, isNew] = seen.emplace(*key, resource);
      if (isNew) continue;
      auto properties = std::string{identity.properties.substr(0, identity.properties.find(" -"))};
      report(*resource, fmt::format("`{}` is the same one, by its {}", first->second->id, properties),
             "remove one of them, or give them different names", {at(*first->second, "the other")});
    }
  }
}

constexpr Rule all[] = {
    {{"zone-elsewhere", diag::Severity::error, "places", "things that belong together are in different zones",
      "A volume, an interface and an instance can be joined within one Availability Zone only, and a subnet is in one.",
      "Write the same zone, best by `!GetAtt INSTANCE.AvailabilityZone`.",
      "Amazon EC2 User Guide: Attach an Amazon EBS volume to an instance", diag::Noticed::creation},
     zoneElsewhere},
    {{"zone-twice", diag::Severity::error, "places", "two subnets of one zone are given where each zone counts once",
      "Load balancers and interface endpoints take one subnet of each Availability Zone.", "Write one of the two.",
      "Elastic Load Balancing API Reference: CreateLoadBalancer", diag::Noticed::creation},
     zoneTwice},
    {{"same-twice", diag::Severity::error, "places", "two resources are one and the same thing",
      "AWS knows them by their names, not by their logical ids: the second is refused, or overwrites the first.",
      "Remove one of them, or give them different names.", "AWS CloudFormation: Name type", diag::Noticed::creation},
     sameTwice},
};

}  // namespace

std::span<const Rule> placeRules() { return all; }

}  // namespace check
