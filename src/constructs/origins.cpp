#include "constructs/origins.h"

// Beside the constructs, and to be kept like them: which field of the config a part of the stack comes from.
namespace constructs {
namespace {

using Loaded = config::LoadedConfig;

struct Origin {
  std::string_view id;        ///< the logical id begins with it
  std::string_view property;  ///< the path begins with it; empty: any
  diag::Span (*of)(const Loaded&);
};

// The first that fits is taken.
constexpr Origin origins[] = {
    {"DatabaseParameters", "Family", [](const Loaded& l) { return originOf(l.schema, l.config.database.version); }},
    {"Database", "EngineVersion", [](const Loaded& l) { return originOf(l.schema, l.config.database.version); }},
    {"Database", "Engine", [](const Loaded& l) { return originOf(l.schema, l.config.database.engine); }},
    {"Database", "DBInstanceClass",
     [](const Loaded& l) { return originOf(l.schema, l.config.database.instanceClass); }},
    {"Database", "AllocatedStorage", [](const Loaded& l) { return originOf(l.schema, l.config.database.storage); }},
    {"Database", "MaxAllocatedStorage",
     [](const Loaded& l) { return originOf(l.schema, l.config.database.maxStorage); }},
    {"Database", "MultiAZ", [](const Loaded& l) { return originOf(l.schema, l.config.database.multiAz); }},
    {"Database", "BackupRetentionPeriod",
     [](const Loaded& l) { return originOf(l.schema, l.config.database.backupDays); }},
    {"Database", "DeletionProtection",
     [](const Loaded& l) { return originOf(l.schema, l.config.database.deletionProtection); }},
    {"Database", "DBName", [](const Loaded& l) { return originOf(l.schema, l.config.database.name); }},
    {"Database", "", [](const Loaded& l) { return originOf(l.schema, l.config.database); }},

    {"Files", "LifecyclePolicies", [](const Loaded& l) { return originOf(l.schema, l.config.files.infrequentAccess); }},
    {"Files", "ThroughputMode", [](const Loaded& l) { return originOf(l.schema, l.config.files.throughput); }},
    {"Files", "BackupPolicy", [](const Loaded& l) { return originOf(l.schema, l.config.files.backups); }},
    {"Files", "", [](const Loaded& l) { return originOf(l.schema, l.config.files); }},

    {"InstanceTemplate", "LaunchTemplateData.InstanceType",
     [](const Loaded& l) { return originOf(l.schema, l.config.instances.type); }},
    {"InstanceTemplate", "LaunchTemplateData.ImageId",
     [](const Loaded& l) { return originOf(l.schema, l.config.instances.system); }},
    {"InstanceTemplate", "LaunchTemplateData.BlockDeviceMappings",
     [](const Loaded& l) { return originOf(l.schema, l.config.instances.disk); }},
    {"InstanceTemplate", "LaunchTemplateData.KeyName",
     [](const Loaded& l) { return originOf(l.schema, l.config.ssh.keyPair); }},
    {"Instances", "MinSize", [](const Loaded& l) { return originOf(l.schema, l.config.instances.min); }},
    {"Instances", "MaxSize", [](const Loaded& l) { return originOf(l.schema, l.config.instances.max); }},
    {"Instances", "DesiredCapacity", [](const Loaded& l) { return originOf(l.schema, l.config.instances.desired); }},
    {"Instances", "MixedInstancesPolicy", [](const Loaded& l) { return originOf(l.schema, l.config.instances.spot); }},
    {"CpuScaling", "", [](const Loaded& l) { return originOf(l.schema, l.config.instances.cpuTarget); }},
    {"Instance", "", [](const Loaded& l) { return originOf(l.schema, l.config.instances); }},

    {"Certificate", "DomainValidationOptions", [](const Loaded& l) { return originOf(l.schema, l.config.hostedZone); }},
    {"Certificate", "", [](const Loaded& l) { return originOf(l.schema, l.config.domain); }},
    {"DnsRecord", "HostedZoneId", [](const Loaded& l) { return originOf(l.schema, l.config.hostedZone.id); }},
    {"Dns", "", [](const Loaded& l) { return originOf(l.schema, l.config.domain); }},
    {"HttpsListener", "SslPolicy", [](const Loaded& l) { return originOf(l.schema, l.config.loadBalancer.tlsPolicy); }},
    {"HttpsListener", "Certificates",
     [](const Loaded& l) { return originOf(l.schema, l.config.loadBalancer.certificate); }},
    {"Ssh", "", [](const Loaded& l) { return originOf(l.schema, l.config.ssh); }},
    {"AccessLogs", "", [](const Loaded& l) { return originOf(l.schema, l.config.loadBalancer.accessLogs); }},
    {"LoadBalancerFromInternet", "", [](const Loaded& l) { return originOf(l.schema, l.config.loadBalancer); }},
    {"LoadBalancerFromIpv6Internet", "", [](const Loaded& l) { return originOf(l.schema, l.config.loadBalancer); }},
    {"LoadBalancerFrom", "", [](const Loaded& l) { return originOf(l.schema, l.config.ssh.from); }},
    {"LoadBalancer", "", [](const Loaded& l) { return originOf(l.schema, l.config.loadBalancer); }},
    {"HttpsListener", "", [](const Loaded& l) { return originOf(l.schema, l.config.loadBalancer); }},
    {"RedirectListener", "", [](const Loaded& l) { return originOf(l.schema, l.config.loadBalancer); }},
    {"WebTargetGroup", "HealthCheckPath",
     [](const Loaded& l) { return originOf(l.schema, l.config.loadBalancer.healthPath); }},
    {"WebTargetGroup", "", [](const Loaded& l) { return originOf(l.schema, l.config.loadBalancer); }},

    {"Vpc", "CidrBlock", [](const Loaded& l) { return originOf(l.schema, l.config.network.cidr); }},
    {"PublicSubnet", "CidrBlock",
     [](const Loaded& l) { return originOf(l.schema, l.config.network.subnets.publicTier); }},
    {"PrivateSubnet", "CidrBlock",
     [](const Loaded& l) { return originOf(l.schema, l.config.network.subnets.privateTier); }},
    {"IsolatedSubnet", "CidrBlock",
     [](const Loaded& l) { return originOf(l.schema, l.config.network.subnets.isolatedTier); }},
    {"NatTemplate", "LaunchTemplateData.InstanceType",
     [](const Loaded& l) { return originOf(l.schema, l.config.network.natInstanceType); }},
    {"Nat", "", [](const Loaded& l) { return originOf(l.schema, l.config.network.egress); }},
    {"PrivateDefaultRoute", "", [](const Loaded& l) { return originOf(l.schema, l.config.network.egress); }},
    {"Endpoints", "", [](const Loaded& l) { return originOf(l.schema, l.config.network.egress); }},
    {"Internet", "", [](const Loaded& l) { return originOf(l.schema, l.config.network); }},
    {"RedirectTargetGroup", "", [](const Loaded& l) { return originOf(l.schema, l.config.loadBalancer); }},
    {"Logs", "", [](const Loaded& l) { return originOf(l.schema, l.config.instances); }},
    {"Vpc", "", [](const Loaded& l) { return originOf(l.schema, l.config.network); }},
    {"Public", "", [](const Loaded& l) { return originOf(l.schema, l.config.network); }},
    {"Private", "", [](const Loaded& l) { return originOf(l.schema, l.config.network); }},
    {"Isolated", "", [](const Loaded& l) { return originOf(l.schema, l.config.network); }},
};

}  // namespace

diag::Span originOf(const Loaded& config, std::string_view logicalId, std::string_view property) {
  for (const auto& origin : origins)
    if (logicalId.starts_with(origin.id) && property.starts_with(origin.property)) return origin.of(config);
  // Named by what they are for: each secret of the application, each endpoint of the way out.
  if (logicalId.ends_with("Secret")) return originOf(config.schema, config.config.application);
  if (logicalId.ends_with("Endpoint")) return originOf(config.schema, config.config.network.egress);
  return {};
}

}  // namespace constructs
