#include "constructs/nat_instance.h"

#include <fmt/format.h>

#include "assets/assets.h"
#include "constructs/access.h"
#include "constructs/image.h"
#include "constructs/names.h"
#include "constructs/user_data.h"

namespace constructs {
namespace {

namespace autoscaling = aws::autoscaling;
namespace ec2 = aws::ec2;

constexpr std::string_view bootTimeout = "PT10M";

Party addNatAccess(Draft& stack, const Network& network) {
  auto nat = addParty(stack, "Nat", "NAT instance", network.vpc);
  int zone = 0;
  for (const auto& subnet : network.privateTier.subnets)
    allowAllFrom(stack, nat, subnet.range, fmt::format("Private{}", ++zone));
  allowAllToInternet(stack, nat);
  return nat;
}

}  // namespace

NatInstance addNatInstance(Draft& stack, const config::Network& config, const Network& network) {
  const auto& subnet = network.publicTier.subnets.front();
  const auto nat = addNatAccess(stack, network);

  const auto interface = stack["NatInterface"] = ec2::NetworkInterface{
      .Description = "The private tier's way out",
      .GroupSet = {nat.group.groupId()},
      .SourceDestCheck = false,
      .SubnetId = subnet.id,
      .Tags = nameTag("nat"),
  };
  const auto address = stack["NatAddress"] = ec2::EIP{
      .Domain = "vpc",
      .Tags = nameTag("nat"),
  };
  stack.dependsOn(address, network.internet);
  const auto association = stack["NatAddressAssociation"] = ec2::EIPAssociation{
      .AllocationId = address.allocationId(),
      .NetworkInterfaceId = interface,
  };

  const auto image = imageOf(config::System::amazonLinux2023, config::architectureOf(config.natInstanceType));
  const auto launchTemplate =
      stack["NatTemplate"] =
          ec2::LaunchTemplate{
              .LaunchTemplateData =
                  ec2::launch_template::LaunchTemplateData{
                      .BlockDeviceMappings = {{
                          .DeviceName = image.rootDevice,
                          .Ebs = ec2::launch_template::Ebs{.Encrypted = true, .VolumeSize = 8, .VolumeType = "gp3"},
                      }},
                      .ImageId = stack.from(config.natInstanceType, image.id),
                      .InstanceType = stack.from(config.natInstanceType),
                      .MetadataOptions =
                          ec2::launch_template::MetadataOptions{.HttpPutResponseHopLimit = 1, .HttpTokens = "required"},
                      .NetworkInterfaces = {{.DeviceIndex = 0, .NetworkInterfaceId = interface}},
                      .TagSpecifications = {{.ResourceType = "instance", .Tags = nameTag("nat")}},
                      .UserData = userData(
                          {{"STACK_NAME", cfn::stackName()}, {"RESOURCE", "NatInstance"}, {"REGION", cfn::region()}},
                          assets::boot_nat_sh),
                  },
          };
  const auto instance = stack["NatInstance"] = autoscaling::AutoScalingGroup{
      .AvailabilityZones = {subnet.zone},
      .LaunchTemplate =
          autoscaling::auto_scaling_group::LaunchTemplateSpecification{
              .LaunchTemplateId = launchTemplate,
              .Version = launchTemplate.latestVersionNumber(),
          },
      .MaxSize = "1",
      .MinSize = "1",
  };
  stack.creationPolicy(instance, {.Count = 1, .Timeout = bootTimeout});
  // The interface can belong to one instance at a time: the old one goes first.
  stack.updatePolicy(instance, cfn::AutoScalingRollingUpdate{
                                   .MaxBatchSize = 1,
                                   .MinInstancesInService = 0,
                                   .PauseTime = bootTimeout,
                                   .WaitOnResourceSignals = true,
                               });
  stack.dependsOn(instance, association);
  stack.dependsOn(instance, network.ready);
  stack.dependsOn(instance, nat.rules);
  return {interface, address, instance};
}

}  // namespace constructs
