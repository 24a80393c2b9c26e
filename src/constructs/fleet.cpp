#include "constructs/fleet.h"

#include <fmt/format.h>

#include <algorithm>

#include "constructs/boot_data.h"
#include "constructs/image.h"
#include "constructs/names.h"

namespace constructs {
namespace {

namespace autoscaling = aws::autoscaling;
namespace ec2 = aws::ec2;

constexpr std::string_view groupId = "Instances";
// What an instance may take to boot: CloudFormation waits as long for its signal, the load balancer with its judgement.
constexpr int bootMinutes = 15;

cfn::Expression bootData(const config::Config& config, const FleetParts& parts) {
  const auto& [files, database, application] = std::tie(parts.files, parts.database, parts.application);
  BootSources sources{
      .fileSystem = files.fileSystem,
      .accessPoint = files.accessPoint,
      .databaseHost = database.instance.endpointAddress(),
      .databaseSecret = database.instance.masterUserSecretSecretArn(),
  };
  for (const auto& [name, secret] : application.secrets) sources.secrets.emplace_back(secret);
  if (application.logs) sources.logGroup = *application.logs;
  return userData(deployedValues(config, groupId, sources), bootScript(config.application.resolved.packed));
}

ec2::LaunchTemplate::Handle addLaunchTemplate(cfn::Template& stack, const config::Config& config,
                                              const FleetParts& parts) {
  const auto& instances = config.instances;
  const auto image = imageOf(instances.system, instances.architecture);
  ec2::launch_template::LaunchTemplateData data{
      .BlockDeviceMappings = {{
          .DeviceName = image.rootDevice,
          .Ebs =
              ec2::launch_template::Ebs{
                  .DeleteOnTermination = true, .Encrypted = true, .VolumeSize = instances.disk, .VolumeType = "gp3"},
      }},
      .IamInstanceProfile = ec2::launch_template::IamInstanceProfile{.Arn = parts.identity.profile.arn()},
      .ImageId = instances.image ? instances.image->text() : image.id,
      .InstanceType = instances.type.text(),
      .MetadataOptions = ec2::launch_template::MetadataOptions{.HttpPutResponseHopLimit = 1, .HttpTokens = "required"},
      .SecurityGroupIds = {parts.party.group.groupId()},
      .TagSpecifications =
          {
              {.ResourceType = "instance", .Tags = nameTag("instance")},
              {.ResourceType = "volume", .Tags = nameTag("instance")},
          },
      .UserData = bootData(config, parts),
  };
  if (config.ssh.keyPair) data.KeyName = config.ssh.keyPair->text();
  return stack["InstanceTemplate"] = ec2::LaunchTemplate{.LaunchTemplateData = data};
}

/// Adds Spot instances: other types and a share of the group that may be taken away.
void mixWithSpot(autoscaling::AutoScalingGroup& group, const config::Instances& config,
                 const autoscaling::auto_scaling_group::LaunchTemplateSpecification& launchTemplate) {
  namespace asg = autoscaling::auto_scaling_group;
  std::vector<asg::LaunchTemplateOverrides> types{{.InstanceType = config.type.text()}};
  for (const auto& type : config.spot.types)
    if (type != config.type) types.push_back({.InstanceType = type.text()});
  group.MixedInstancesPolicy = asg::MixedInstancesPolicy{
      .InstancesDistribution =
          asg::InstancesDistribution{
              .OnDemandBaseCapacity = config.spot.onDemandBase,
              .OnDemandPercentageAboveBaseCapacity = 100 - config.spot.percentage,
              .SpotAllocationStrategy = "price-capacity-optimized",
          },
      .LaunchTemplate = asg::LaunchTemplate{.LaunchTemplateSpecification = launchTemplate, .Overrides = types},
  };
}

}  // namespace

autoscaling::AutoScalingGroup::Handle addFleet(cfn::Template& stack, const config::Config& config,
                                               const FleetParts& parts) {
  const auto& instances = config.instances;
  const auto launchTemplate = addLaunchTemplate(stack, config, parts);
  const autoscaling::auto_scaling_group::LaunchTemplateSpecification current{
      .LaunchTemplateId = launchTemplate,
      .Version = launchTemplate.latestVersionNumber(),
  };

  autoscaling::AutoScalingGroup properties{
      .HealthCheckGracePeriod = bootMinutes * 60,
      .HealthCheckType = "ELB",
      .MaxSize = fmt::to_string(instances.max),
      .MinSize = fmt::to_string(instances.min),
      .TargetGroupARNs = parts.balancer.targetGroups,
      .VPCZoneIdentifier = parts.network.privateTier.subnets,
  };
  if (instances.desired) properties.DesiredCapacity = fmt::to_string(*instances.desired);
  if (instances.spot.percentage > 0)
    mixWithSpot(properties, instances, current);
  else
    properties.LaunchTemplate = current;
  const auto group = stack[std::string{groupId}] = properties;

  const auto bootTimeout = fmt::format("PT{}M", bootMinutes);
  stack.creationPolicy(group, {.Count = instances.desired.value_or(instances.min), .Timeout = bootTimeout});
  // As many stay in service as the group can spare one for; scaling must not interfere ("UpdatePolicy attribute").
  stack.updatePolicy(
      group, cfn::AutoScalingRollingUpdate{
                 .MaxBatchSize = 1,
                 .MinInstancesInService = std::min(instances.desired.value_or(instances.min), instances.max - 1),
                 .PauseTime = bootTimeout,
                 .SuspendProcesses = {"AZRebalance", "AlarmNotification", "HealthCheck", "ReplaceUnhealthy",
                                      "ScheduledActions"},
                 .WaitOnResourceSignals = true,
             });
  stack.dependsOn(group, parts.ready);

  if (instances.max == instances.min) return group;  // nothing to scale, and a policy that AWS would refuse
  stack["CpuScaling"] = autoscaling::ScalingPolicy{
      .AutoScalingGroupName = group,
      .PolicyType = "TargetTrackingScaling",
      .TargetTrackingConfiguration =
          autoscaling::scaling_policy::TargetTrackingConfiguration{
              .PredefinedMetricSpecification =
                  autoscaling::scaling_policy::PredefinedMetricSpecification{
                      .PredefinedMetricType = "ASGAverageCPUUtilization",
                  },
              .TargetValue = instances.cpuTarget,
          },
  };
  return group;
}

}  // namespace constructs
