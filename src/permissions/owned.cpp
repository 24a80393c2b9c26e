#include "permissions/owned.h"

#include <fmt/format.h>

#include <algorithm>

#include "aws/schema_tables.h"
#include "permissions/grants.h"
#include "permissions/special.h"

namespace permissions {
namespace {

/// A type whose handlers act on something that another resource made: on what that property names.
struct Part {
  std::string_view type;
  std::string_view property;
  std::string_view owner;
};

constexpr Part parts[] = {
    {"AWS::EC2::NetworkAclEntry", "NetworkAclId", "AWS::EC2::NetworkAcl"},
    {"AWS::EC2::Route", "RouteTableId", "AWS::EC2::RouteTable"},
    {"AWS::EC2::SecurityGroupEgress", "GroupId", "AWS::EC2::SecurityGroup"},
    {"AWS::EC2::SecurityGroupIngress", "GroupId", "AWS::EC2::SecurityGroup"},
    {"AWS::EFS::AccessPoint", "FileSystemId", "AWS::EFS::FileSystem"},
    {"AWS::EFS::MountTarget", "FileSystemId", "AWS::EFS::FileSystem"},
    {"AWS::ElasticLoadBalancingV2::Listener", "LoadBalancerArn", "AWS::ElasticLoadBalancingV2::LoadBalancer"},
    {"AWS::ElasticLoadBalancingV2::ListenerCertificate", "ListenerArn", "AWS::ElasticLoadBalancingV2::Listener"},
    {"AWS::SecretsManager::ResourcePolicy", "SecretId", "AWS::SecretsManager::Secret"},
    {"AWS::SecretsManager::RotationSchedule", "SecretId", "AWS::SecretsManager::Secret"},
    {"AWS::SecretsManager::SecretTargetAttachment", "SecretId", "AWS::SecretsManager::Secret"},
};

/// Types that get the stack's tags when they are made, though cfn-lint's schemas do not say so: their handlers call
/// acm:AddTagsToCertificate and elasticloadbalancing:AddTags to create them.
constexpr std::string_view taggedAnyway[] = {"AWS::CertificateManager::Certificate",
                                             "AWS::ElasticLoadBalancingV2::Listener"};

bool bearsStackTags(std::string_view type) {
  const auto* info = aws::find(type);
  return (info && info->hasStackTags()) || std::ranges::find(taggedAnyway, type) != std::end(taggedAnyway);
}

/// Whether the action is never one of those that make the resource that it needs.
bool needsResource(std::string_view action) {
  constexpr std::string_view whole[] = {"ec2:CreateNetworkAclEntry", "ec2:CreateRoute",
                                        "elasticloadbalancing:CreateListener"};
  constexpr std::string_view verbs[] = {"Authorize",      "Delete",           "GetSecretValue",         "Modify",
                                        "PutSecretValue", "Release",          "ReplaceNetworkAclEntry", "ReplaceRoute",
                                        "Revoke",         "SetIpAddressType", "SetSecurityGroups",      "SetSubnets",
                                        "Update"};
  const auto name = action.substr(action.find(':') + 1);
  return name != "ReplaceRouteTableAssociation" &&
         (std::ranges::find(whole, action) != std::end(whole) ||
          std::ranges::any_of(verbs, [&](std::string_view verb) { return name.starts_with(verb); }));
}

/// Kinds that an action touches beside the one that it changes.
bool isBeside(std::string_view kind) { return kind == "ec2:instance" || kind == "ec2:security-group-rule"; }

bool isOwn(const cfn::Evaluated& stack, const data::Map& properties, const Part& part) {
  const auto* value = data::find(properties, part.property);
  const auto* tagged = value ? value->as<data::Tagged>() : nullptr;
  const auto* name = tagged ? tagged->value->as<std::string>() : nullptr;
  if (!name || (tagged->tag != "Ref" && tagged->tag != "GetAtt")) return false;
  const auto* owner = stack.find(std::string_view{*name}.substr(0, name->find('.')));
  return owner && owner->type() == part.owner;
}

/// Whether the stack makes something of the type, and acts on no other of that type.
bool hasOnlyOwn(const cfn::Evaluated& stack, std::string_view owner) {
  bool makes = false;
  for (const auto& resource : stack.resources) {
    if (resource.present == cfn::Truth::no) continue;
    makes |= resource.type() == owner;
    for (const auto& part : parts)
      if (part.type == resource.type() && part.owner == owner && !isOwn(stack, resource.properties, part)) return false;
  }
  return makes;
}

}  // namespace

OwnedAction ownedAction(const aws::ActionInfo& action, const cfn::Evaluated& stack) {
  OwnedAction result;
  if (!needsResource(action.action)) return result;
  const auto service = action.action.substr(0, action.action.find(':'));
  std::string_view owner;
  for (const auto& word : words(action.resources)) {  // `loadbalancer/app/`, `loadbalancer/net/`: of one type
    const auto kind = fmt::format("{}:{}", service, word);
    const auto* arn = aws::findArn(kind);
    if (isBeside(kind)) {
      for (const auto& format : words(arn->formats)) result.beside.push_back(format);
      continue;
    }
    const auto type = typeOfKind(kind);
    if (type.empty() || !bearsStackTags(type) || !arn->tagged || (!owner.empty() && owner != type)) return {};
    owner = type;
  }
  result.narrowed = !owner.empty() && hasOnlyOwn(stack, owner);
  return result;
}

}  // namespace permissions
