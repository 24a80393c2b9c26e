#include "permissions/special.h"

#include <algorithm>
#include <array>

namespace permissions {
namespace {

bool isIn(std::string_view text, auto const& table) { return std::ranges::find(table, text) != std::end(table); }

/// Calls `visit` with each text in the value, keys left out.
void forEachText(const data::Value& value, auto&& visit) {
  if (const auto* text = value.as<std::string>()) {
    visit(*text);
  } else if (const auto* list = value.as<data::List>()) {
    for (const auto& item : *list) forEachText(item, visit);
  } else if (const auto* map = value.as<data::Map>()) {
    for (const auto& entry : *map) forEachText(entry.value, visit);
  } else if (const auto* tagged = value.as<data::Tagged>()) {
    forEachText(*tagged->value, visit);
  }
}

/// What stands behind each `{{resolve:SERVICE:` up to the end of the reference.
std::set<std::string> references(const cfn::Template& stack, std::string_view service) {
  std::set<std::string> found;
  const auto start = std::string{"{{resolve:"}.append(service) + ":";
  const auto look = [&](const std::string& text) {
    for (auto at = text.find(start); at != text.npos; at = text.find(start, at + 1)) {
      const auto from = at + start.size();
      found.insert(text.substr(from, text.find("}}", from) - from));
    }
  };
  for (const auto& resource : stack.resources()) forEachText(resource.properties, look);
  return found;
}

/// ARNs of IAM with that kind in them.
std::set<std::string> namedIn(const cfn::Evaluated& stack, std::string_view kind) {
  std::set<std::string> arns;
  for (const auto& resource : stack.resources)
    forEachText(data::Value{resource.properties}, [&](const std::string& text) {
      if (text.starts_with("arn:") && text.find(":iam::") != text.npos && text.find(kind) != text.npos)
        arns.insert(text);
    });
  return arns;
}

}  // namespace

bool destroysData(std::string_view action) {
  constexpr std::string_view table[] = {"backup:DeleteBackupVault", "elasticfilesystem:DeleteFileSystem",
                                        "rds:DeleteDBCluster", "rds:DeleteDBInstance"};
  return isIn(action, table);
}

bool isGlobal(std::string_view service) {
  constexpr std::string_view table[] = {"account",
                                        "budgets",
                                        "ce",
                                        "cloudfront",
                                        "cur",
                                        "globalaccelerator",
                                        "iam",
                                        "networkmanager",
                                        "organizations",
                                        "route53",
                                        "route53domains",
                                        "route53-recovery-control-config",
                                        "route53-recovery-readiness",
                                        "s3",
                                        "shield",
                                        "sts",
                                        "support",
                                        "waf",
                                        "wafv2"};
  return isIn(service, table);
}

std::string_view typeOfKind(std::string_view kind) {
  constexpr std::pair<std::string_view, std::string_view> table[] = {
      {"acm:certificate", "AWS::CertificateManager::Certificate"},
      {"ec2:egress-only-internet-gateway", "AWS::EC2::EgressOnlyInternetGateway"},
      {"ec2:elastic-ip", "AWS::EC2::EIP"},
      {"ec2:internet-gateway", "AWS::EC2::InternetGateway"},
      {"ec2:natgateway", "AWS::EC2::NatGateway"},
      {"ec2:network-acl", "AWS::EC2::NetworkAcl"},
      {"ec2:network-interface", "AWS::EC2::NetworkInterface"},
      {"ec2:route-table", "AWS::EC2::RouteTable"},
      {"ec2:security-group", "AWS::EC2::SecurityGroup"},
      {"ec2:subnet", "AWS::EC2::Subnet"},
      {"ec2:volume", "AWS::EC2::Volume"},
      {"ec2:vpc", "AWS::EC2::VPC"},
      {"ec2:vpc-endpoint", "AWS::EC2::VPCEndpoint"},
      {"elasticfilesystem:access-point", "AWS::EFS::AccessPoint"},
      {"elasticfilesystem:file-system", "AWS::EFS::FileSystem"},
      {"elasticloadbalancing:listener", "AWS::ElasticLoadBalancingV2::Listener"},
      {"elasticloadbalancing:loadbalancer", "AWS::ElasticLoadBalancingV2::LoadBalancer"},
      {"elasticloadbalancing:targetgroup", "AWS::ElasticLoadBalancingV2::TargetGroup"},
      {"secretsmanager:secret", "AWS::SecretsManager::Secret"},
  };
  const auto* found =
      std::ranges::find(table, kind.substr(0, kind.find('/')), [](const auto& row) { return row.first; });
  return found == std::end(table) ? std::string_view{} : found->second;
}

bool needsNothing(std::string_view type) {
  constexpr std::string_view table[] = {"AWS::CDK::Metadata", "AWS::CloudFormation::WaitCondition",
                                        "AWS::CloudFormation::WaitConditionHandle"};
  return isIn(type, table);
}

std::set<std::string> linkedServices(const cfn::Evaluated& stack) {
  constexpr std::pair<std::string_view, std::string_view> table[] = {
      {"AWS::AutoScaling::AutoScalingGroup", "autoscaling.amazonaws.com"},
      {"AWS::Backup::BackupSelection", "backup.amazonaws.com"},
      {"AWS::ECS::Service", "ecs.amazonaws.com"},
      {"AWS::EFS::FileSystem", "elasticfilesystem.amazonaws.com"},
      {"AWS::ElasticLoadBalancingV2::LoadBalancer", "elasticloadbalancing.amazonaws.com"},
      {"AWS::RDS::DBCluster", "rds.amazonaws.com"},
      {"AWS::RDS::DBInstance", "rds.amazonaws.com"},
      {"AWS::RDS::DBSubnetGroup", "rds.amazonaws.com"},
  };
  std::set<std::string> services;
  for (const auto& resource : stack.resources) {
    for (const auto& [type, service] : table)
      if (resource.type() == type) services.emplace(service);
    if (resource.type() == "AWS::AutoScaling::AutoScalingGroup" &&
        data::find(resource.properties, "MixedInstancesPolicy"))
      services.emplace("spot.amazonaws.com");
  }
  return services;
}

std::set<std::string> trustedServices(const cfn::Evaluated& stack) {
  std::set<std::string> services;
  for (const auto& resource : stack.resources)
    if (const auto* trust = data::find(resource.properties, "AssumeRolePolicyDocument"); trust)
      forEachText(*trust, [&](const std::string& text) {
        if (text.ends_with(".amazonaws.com")) services.insert(text);
      });
  return services;
}

std::set<std::string> foreignRoles(const cfn::Evaluated& stack) { return namedIn(stack, ":role/"); }

namespace {

bool isNotKnown(const data::Value& value) {
  const auto* tagged = value.as<data::Tagged>();
  if (!tagged) return false;
  if (const auto* parts = tagged->value->as<data::List>(); parts && tagged->tag == "If")
    return std::ranges::any_of(*parts, isNotKnown);
  return tagged->tag == "Unknown" || tagged->tag == "Select";
}

/// Whether a property whose name speaks of a role has such a value.
bool namesUnknownRole(const data::Value& value) {
  if (const auto* list = value.as<data::List>()) return std::ranges::any_of(*list, namesUnknownRole);
  const auto* map = value.as<data::Map>();
  return map && std::ranges::any_of(*map, [](const data::Entry& entry) {
           const bool role =
               entry.key.ends_with("Role") || entry.key.ends_with("RoleArn") || entry.key.ends_with("RoleARN");
           return (role && isNotKnown(entry.value)) || namesUnknownRole(entry.value);
         });
}

}  // namespace

std::vector<std::string> namersOfUnknownRoles(const cfn::Evaluated& stack) {
  std::vector<std::string> ids;
  for (const auto& resource : stack.resources)
    if (resource.present != cfn::Truth::no && namesUnknownRole(data::Value{resource.properties}))
      ids.push_back(resource.id);
  return ids;
}

std::set<std::string> namedPolicies(const cfn::Evaluated& stack) { return namedIn(stack, ":policy/"); }

std::set<std::string> readParameters(const cfn::Template& stack) {
  auto names = references(stack, "ssm");
  names.merge(references(stack, "ssm-secure"));
  std::set<std::string> bare;
  for (const auto& name : names) bare.insert(name.substr(0, name.find(':')));  // without the version
  for (const auto& resource : stack.resources())                               // what EC2 looks up when it launches
    forEachText(resource.properties, [&](const std::string& text) {
      constexpr std::string_view start = "resolve:ssm:";
      if (text.starts_with(start)) bare.insert(text.substr(start.size()));
    });
  for (const auto& parameter : stack.sections().parameters) {
    const auto* fields = parameter.value.as<data::Map>();
    const auto* type = fields ? data::find(*fields, "Type") : nullptr;
    const auto* name = fields ? data::find(*fields, "Default") : nullptr;
    if (!type || !type->as<std::string>() || !type->as<std::string>()->starts_with("AWS::SSM::Parameter::")) continue;
    bare.insert(name && name->as<std::string>() ? *name->as<std::string>() : "*");
  }
  return bare;
}

std::set<std::string> readSecrets(const cfn::Template& stack) {
  std::set<std::string> names;
  for (const auto& text : references(stack, "secretsmanager")) {
    // `arn:...:secret:NAME-RANDOM:SecretString:KEY`, or `NAME:SecretString:KEY`
    const auto end = text.find(":SecretString");
    names.insert(text.substr(0, end));
  }
  return names;
}

}  // namespace permissions
