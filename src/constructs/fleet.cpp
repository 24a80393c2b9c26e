#include "constructs/fleet.h"

#include <fmt/format.h>

#include <algorithm>

#include "aws/ssm.h"
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

/// What user data has no room for. The digest in their names lets an instance of an earlier launch template find what
/// it was told to read: a change makes new parameters, and the old ones go when the update is over.
std::vector<cfn::Expression> addPrograms(Draft& stack, const config::Config& config, const Programs& programs) {
  const auto place = stack.placeOf(config.application.preset, config.application.define);
  const auto part = Draft::Part{stack, place};
  std::vector<cfn::Expression> names;
  const auto digest = programs.sum().substr(0, 16);
  for (const auto& text : programs.parameters) {
    const auto number = fmt::to_string(names.size() + 1);
    names.emplace_back(
        stack["BootProgram" + number] = aws::ssm::Parameter{
            .Name =
                cfn::From<cfn::Expression>{cfn::sub({"/cairn/", cfn::stackName(), "/", digest, "/", number}), place},
            .Type = "String",
            .Value = cfn::From<std::string>{text, place},
        });
  }
  return names;
}

cfn::Expression bootData(Draft& stack, const config::Config& config, const FleetParts& parts) {
  const auto& [files, database, application] = std::tie(parts.files, parts.database, parts.application);
  const auto programs = programsOf(config, parts.packed);
  BootSources sources{
      .fileSystem = files.fileSystem,
      .accessPoint = files.accessPoint,
      .databaseHost = database.endpoint,
      .databaseSecret = database.secret,
      .programs = addPrograms(stack, config, programs),
      .programsSum = programs.sum(),
  };
  for (const auto& each : application.secrets) sources.secrets.emplace_back(each.secret);
  if (application.logs) sources.logGroup = *application.logs;
  return userData(deployedValues(config, groupId, sources), bootScript(programs));
}

ec2::LaunchTemplate::Handle addLaunchTemplate(Draft& stack, const config::Config& config, const FleetParts& parts) {
  const auto& instances = config.instances;
  const auto image = imageOf(instances.system, instances.architecture);
  const auto newest = cfn::From<std::string>{image.id, stack.placeOf(instances.system, instances.architecture)};
  ec2::launch_template::LaunchTemplateData data{
      .BlockDeviceMappings = {{
          .DeviceName = stack.from(instances.system, image.rootDevice),
          .Ebs = ec2::launch_template::Ebs{.DeleteOnTermination = true,
                                           .Encrypted = true,
                                           .VolumeSize = stack.from(instances.disk),
                                           .VolumeType = "gp3"},
      }},
      .IamInstanceProfile = ec2::launch_template::IamInstanceProfile{.Arn = parts.identity.profile.arn()},
      .ImageId = instances.image ? stack.from(instances.image, instances.image->text()) : newest,
      .InstanceType = stack.from(instances.type),
      .MetadataOptions = ec2::launch_template::MetadataOptions{.HttpPutResponseHopLimit = 1, .HttpTokens = "required"},
      .SecurityGroupIds = {parts.party.group.groupId()},
      .TagSpecifications =
          {
              {.ResourceType = "instance", .Tags = nameTag("instance")},
              {.ResourceType = "volume", .Tags = nameTag("instance")},
          },
      .UserData = cfn::From<cfn::Expression>{bootData(stack, config, parts),
                                             stack.placeOf(config.application.preset, config.application.define)},
  };
  if (config.ssh.keyPair) data.KeyName = stack.from(config.ssh.keyPair, config.ssh.keyPair->text());
  return stack["InstanceTemplate"] = ec2::LaunchTemplate{.LaunchTemplateData = data};
}

/// Adds Spot instances: other types and a share of the group that may be taken away.
void mixWithSpot(Draft& stack, autoscaling::AutoScalingGroup& group, const config::Instances& config,
                 const autoscaling::auto_scaling_group::LaunchTemplateSpecification& launchTemplate) {
  namespace asg = autoscaling::auto_scaling_group;
  std::vector<asg::LaunchTemplateOverrides> types{{.InstanceType = stack.from(config.type)}};
  for (const auto& type : config.spot.types)
    if (type != config.type) types.push_back({.InstanceType = stack.from(type)});
  group.MixedInstancesPolicy = asg::MixedInstancesPolicy{
      .InstancesDistribution =
          asg::InstancesDistribution{
              .OnDemandBaseCapacity = stack.from(config.spot.onDemandBase),
              .OnDemandPercentageAboveBaseCapacity = stack.from(config.spot.percentage, 100 - config.spot.percentage),
              .SpotAllocationStrategy = "price-capacity-optimized",
          },
      .LaunchTemplate = asg::LaunchTemplate{.LaunchTemplateSpecification = launchTemplate, .Overrides = types},
  };
  group.MixedInstancesPolicy.decidedBy(stack.placeOf(config.spot.percentage));
}

}  // namespace

Fleet addFleet(Draft& stack, const config::Config& config, const FleetParts& parts) {
  const auto& instances = config.instances;
  const auto part = stack.part(instances);
  const auto launchTemplate = addLaunchTemplate(stack, config, parts);
  const autoscaling::auto_scaling_group::LaunchTemplateSpecification current{
      .LaunchTemplateId = launchTemplate,
      .Version = launchTemplate.latestVersionNumber(),
  };

  autoscaling::AutoScalingGroup properties{
      .HealthCheckGracePeriod = bootMinutes * 60,
      .HealthCheckType = "ELB",
      .MaxSize = stack.from(instances.max, fmt::to_string(instances.max)),
      .MinSize = stack.from(instances.min, fmt::to_string(instances.min)),
      .TargetGroupARNs = parts.balancer.targetGroups,
      .VPCZoneIdentifier = parts.network.privateTier.ids(),
  };
  if (instances.desired) properties.DesiredCapacity = stack.from(instances.desired, fmt::to_string(*instances.desired));
  if (instances.spot.percentage > 0)
    mixWithSpot(stack, properties, instances, current);
  else
    properties.LaunchTemplate = stack.from(instances.spot.percentage, current);
  const auto group = stack[std::string{groupId}] = properties;

  const auto bootTimeout = fmt::format("PT{}M", bootMinutes);
  const cfn::From<std::int64_t> initial{instances.desired.value_or(instances.min),
                                        stack.placeOf(instances.desired, instances.min)};
  stack.creationPolicy(group, {.Count = initial, .Timeout = bootTimeout});
  // As many stay in service as the group can spare one for; scaling must not interfere ("UpdatePolicy attribute").
  stack.updatePolicy(group, cfn::AutoScalingRollingUpdate{
                                .MaxBatchSize = 1,
                                .MinInstancesInService = std::min(initial.value, instances.max - 1),
                                .PauseTime = bootTimeout,
                                .SuspendProcesses = {"AZRebalance", "AlarmNotification", "HealthCheck",
                                                     "ReplaceUnhealthy", "ScheduledActions"},
                                .WaitOnResourceSignals = true,
                            });
  stack.dependsOn(group, parts.ready);

  Fleet fleet{group,
              {{fmt::format("internet cannot reach {} except through {}", group.logicalId(), parts.balancer.name),
                {stack.placeOf(instances)}}}};
  if (instances.max == instances.min) return fleet;  // nothing to scale, and a policy that AWS would refuse
  stack["CpuScaling"] = autoscaling::ScalingPolicy{
      .AutoScalingGroupName = group,
      .PolicyType = "TargetTrackingScaling",
      .TargetTrackingConfiguration =
          autoscaling::scaling_policy::TargetTrackingConfiguration{
              .PredefinedMetricSpecification =
                  autoscaling::scaling_policy::PredefinedMetricSpecification{
                      .PredefinedMetricType = "ASGAverageCPUUtilization",
                  },
              .TargetValue = stack.from(instances.cpuTarget),
          },
  };
  return fleet;
}

}  // namespace constructs
