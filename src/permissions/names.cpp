#include "permissions/names.h"

#include <algorithm>
#include <set>

#include "aws/handler_tables.h"
#include "text/ascii.h"

namespace permissions {
namespace {

/// What CloudFormation calls a resource that its template gives no name ("Name type"). A name that would be too long
/// keeps the first letters of the stack's only.
enum Naming {
  afterStack,       ///< STACK-LOGICALID-RANDOM; a pattern for all of the stack, which others may begin alike
  afterBoth,        ///< the same; a pattern for this one resource
  afterStackLower,  ///< the same in lower case
  afterLogicalId,   ///< LOGICALID-RANDOM
  afterParameter,   ///< CFN-LOGICALID-RANDOM
  asGiven,          ///< must be given
};

struct Kind {
  std::string_view kind;
  std::string_view type;
  std::string_view property;
  Naming naming;
  std::string_view before = {};  ///< between the ARN's kind and the name
  std::string_view others = {};  ///< a further pattern: what AWS keeps for all, or makes (`{}` is the stack's part)
};

constexpr Kind kinds[] = {
    {"autoscaling:autoscalinggroup", "AWS::AutoScaling::AutoScalingGroup", "AutoScalingGroupName", afterStack,
     "*:autoScalingGroupName/"},
    {"backup:backupvault", "AWS::Backup::BackupVault", "BackupVaultName", asGiven},
    {"cloudwatch:alarm", "AWS::CloudWatch::Alarm", "AlarmName", afterStack, {}, "TargetTracking-{}"},
    {"cloudwatch:dashboard", "AWS::CloudWatch::Dashboard", "DashboardName", afterStack},
    {"dynamodb:table", "AWS::DynamoDB::Table", "TableName", afterStack},
    {"events:rule-on-default-event-bus", "AWS::Events::Rule", "Name", afterStack},
    {"iam:group", "AWS::IAM::Group", "GroupName", afterBoth},
    {"iam:instance-profile", "AWS::IAM::InstanceProfile", "InstanceProfileName", afterBoth},
    {"iam:policy", "AWS::IAM::ManagedPolicy", "ManagedPolicyName", afterBoth},
    {"iam:role", "AWS::IAM::Role", "RoleName", afterBoth},
    {"iam:user", "AWS::IAM::User", "UserName", afterBoth},
    {"lambda:function", "AWS::Lambda::Function", "FunctionName", afterStack},
    {"logs:log-group", "AWS::Logs::LogGroup", "LogGroupName", afterStack},
    {"rds:cluster", "AWS::RDS::DBCluster", "DBClusterIdentifier", afterStackLower},
    {"rds:cluster-pg",
     "AWS::RDS::DBClusterParameterGroup",
     "DBClusterParameterGroupName",
     afterStackLower,
     {},
     "default.*"},
    {"rds:cluster-snapshot", "AWS::RDS::DBCluster", "", afterStackLower},
    {"rds:db", "AWS::RDS::DBInstance", "DBInstanceIdentifier", afterStackLower},
    {"rds:es", "AWS::RDS::EventSubscription", "SubscriptionName", afterStackLower},
    {"rds:og", "AWS::RDS::OptionGroup", "OptionGroupName", afterStackLower, {}, "default:*"},
    {"rds:pg", "AWS::RDS::DBParameterGroup", "DBParameterGroupName", afterStackLower, {}, "default.*"},
    {"rds:snapshot", "AWS::RDS::DBInstance", "", afterStackLower},
    {"rds:subgrp", "AWS::RDS::DBSubnetGroup", "DBSubnetGroupName", afterStackLower},
    {"s3:bucket", "AWS::S3::Bucket", "BucketName", afterStackLower},
    {"secretsmanager:secret", "AWS::SecretsManager::Secret", "Name", afterLogicalId},
    {"sns:topic", "AWS::SNS::Topic", "TopicName", afterStack},
    {"sqs:queue", "AWS::SQS::Queue", "QueueName", afterStack},
    {"ssm:parameter", "AWS::SSM::Parameter", "Name", afterParameter},
};

/// `STACK-*`, of a long name only what is never cut off.
std::string generated(std::string_view stackName) {
  constexpr std::size_t kept = 24;
  return stackName.size() > kept ? std::string{stackName.substr(0, kept)} + "*" : std::string{stackName} + "-*";
}

/// `STACK-LOGICALID-*`. Of a name that would be longer than IAM takes, CloudFormation cuts off the ends of both parts.
std::string generated(std::string_view stackName, std::string_view logicalId) {
  constexpr std::size_t longest = 64;
  constexpr std::size_t random = 13;
  if (stackName.size() + logicalId.size() + 2 + random <= longest)
    return std::string{stackName}.append("-").append(logicalId).append("-*");
  constexpr std::size_t keptOfStack = 24;
  constexpr std::size_t keptOfId = 20;
  std::string name{stackName.substr(0, keptOfStack)};
  if (stackName.size() > keptOfStack) name += "*";
  return name.append("-").append(logicalId.substr(0, keptOfId)).append("*");
}

std::string nameOf(const cfn::EvaluatedResource& resource, Naming naming, std::string_view stackName) {
  switch (naming) {
    case afterBoth:
      return generated(stackName, resource.declaration->logicalId);
    case afterStack:
      return generated(stackName);
    case afterStackLower:
      return text::lowerCase(generated(stackName));
    case afterLogicalId:
      return resource.declaration->logicalId + "-*";
    case afterParameter:
      return "CFN-" + resource.declaration->logicalId + "-*";
    case asGiven:
      break;
  }
  return "*";
}

/// The path of something of IAM, which stands in its ARN before the name.
std::string pathOf(const cfn::EvaluatedResource& resource, int naming) {
  const auto* path = naming == afterBoth ? data::find(resource.properties, "Path") : nullptr;
  if (!path) return {};
  const auto patterns = patternsOf(*path);
  if (patterns.size() != 1 || !patterns.front().starts_with('/')) return "*";
  return patterns.front().substr(1);
}

/// A parameter's name in its ARN, which has one slash before it in any case. What lies in a folder of the stack's name
/// is the stack's, whatever it is called: names there may have a digest, which the next deployment changes.
std::string inArn(std::string parameter, const std::string& stackName) {
  if (parameter.starts_with('/')) parameter.erase(0, 1);
  const auto folder = stackName + "/";
  const auto at = parameter.find(folder);
  if (!stackName.empty() && at != parameter.npos && (at == 0 || parameter[at - 1] == '/'))
    parameter.replace(at + folder.size(), parameter.npos, "*");
  return parameter;
}

}  // namespace

std::vector<std::string> patternsOf(const cfn::Value& value) {
  if (const auto* text = value.as<std::string>()) return {*text};
  const auto* tagged = value.as<data::Tagged>();
  if (!tagged) return {"*"};
  if (tagged->tag == "Ref") {
    const auto* name = tagged->value->as<std::string>();
    if (name && *name == "AWS::Region") return {"${Region}"};
    if (name && *name == "AWS::AccountId") return {"${Account}"};
    if (name && *name == "AWS::Partition") return {"${Partition}"};
    if (name && *name == "AWS::NoValue") return {""};
  }
  const auto* parts = tagged->value->as<data::List>();
  if (tagged->tag == "If" && parts && parts->size() == 3) {
    auto all = patternsOf((*parts)[1]);
    for (auto& other : patternsOf((*parts)[2])) all.push_back(std::move(other));
    return all;
  }
  std::vector<std::string> joined{""};
  if (tagged->tag == "Join" && parts)
    for (const auto& part : *parts) {
      const auto pieces = patternsOf(part);  // of a condition inside a text, which is rare, any
      for (auto& text : joined) text += pieces.size() == 1 ? pieces.front() : "*";
    }
  return joined.front().empty() ? std::vector<std::string>{"*"} : joined;
}

Names::Names(const cfn::Evaluated& stack, std::string_view stackName) : stack_{stack}, stackName_{stackName} {}

std::vector<std::string> Names::namesOf(std::string_view type, std::string_view property, int naming) const {
  std::set<std::string> names;
  for (const auto& resource : stack_.resources) {
    if (resource.type() != type || resource.present == cfn::Truth::no) continue;
    const auto* given = property.empty() ? nullptr : data::find(resource.properties, property);
    for (auto& pattern : given ? patternsOf(*given) : std::vector<std::string>{""}) {
      if (naming == afterParameter) pattern = inArn(std::move(pattern), stackName_);
      names.insert(pathOf(resource, naming) +
                   (pattern.empty() ? nameOf(resource, static_cast<Naming>(naming), stackName_) : pattern));
    }
  }
  if (names.empty() && naming == afterStack) names.insert(generated(stackName_));
  if (names.empty() && naming == afterStackLower) names.insert(text::lowerCase(generated(stackName_)));
  return {names.begin(), names.end()};
}

std::vector<std::string> Names::principalsNamed(std::string_view kind) const {
  struct Naming {
    std::string_view kind, list, single;
  };
  constexpr Naming namings[] = {
      {"iam:group", "Groups", "GroupName"}, {"iam:role", "Roles", "RoleName"}, {"iam:user", "Users", "UserName"}};
  const auto* naming = std::ranges::find(namings, kind, &Naming::kind);
  std::vector<std::string> names;
  if (naming == std::end(namings)) return names;
  const auto add = [&](const data::Value& value) {
    const auto* tagged = value.as<data::Tagged>();
    const auto* id = tagged && tagged->tag == "Ref" ? tagged->value->as<std::string>() : nullptr;
    if (id && stack_.find(*id)) return;
    for (auto& pattern : patternsOf(value))
      if (!pattern.empty()) names.push_back(std::move(pattern));
  };
  for (const auto& resource : stack_.resources) {
    if (resource.present == cfn::Truth::no) continue;
    const bool isPolicy = resource.type().ends_with("Policy") && resource.type().starts_with("AWS::IAM::");
    if (!isPolicy && resource.type() != "AWS::IAM::UserToGroupAddition") continue;
    if (const auto* single = data::find(resource.properties, naming->single)) add(*single);
    const auto* several = data::find(resource.properties, naming->list);
    const auto* list = several ? several->as<data::List>() : nullptr;
    if (several && !list) add(*several);
    for (const auto& each : list ? *list : data::List{}) add(each);
  }
  return names;
}

bool Names::ownsMasterSecret() const {
  return std::ranges::any_of(stack_.resources, [](const cfn::EvaluatedResource& resource) {
    return resource.type().starts_with("AWS::RDS::") && data::find(resource.properties, "ManageMasterUserPassword");
  });
}

std::vector<std::string> Names::unnamed() const {
  std::vector<std::string> ids;
  for (const auto& resource : stack_.resources)
    for (const auto& kind : kinds) {
      const auto* given = resource.type() == kind.type && !kind.property.empty() && resource.present != cfn::Truth::no
                              ? data::find(resource.properties, kind.property)
                              : nullptr;
      if (given && std::ranges::count(patternsOf(*given), "*") > 0) ids.push_back(resource.id);
    }
  return ids;
}

bool Names::hasNone(std::string_view kind) const {
  const auto* known = std::ranges::find(kinds, kind, &Kind::kind);
  return known != std::end(kinds) && known->naming == afterBoth && principalsNamed(kind).empty() &&
         std::ranges::none_of(stack_.resources, [&](const cfn::EvaluatedResource& resource) {
           return resource.type() == known->type && resource.present != cfn::Truth::no;
         });
}

std::vector<std::string> Names::arnsOf(std::string_view kind) const {
  std::vector<std::string> arns;
  if (kind == "s3:object") {
    for (const auto& bucket : arnsOf("s3:bucket")) arns.push_back(bucket + "/*");
    return arns;
  }
  if (kind == "route53:hostedzone") {
    for (const auto& zone : zonesOf(stack_)) arns.push_back("arn:${Partition}:route53:::hostedzone/" + zone);
    return arns;
  }
  const auto* known = std::ranges::find(kinds, kind, &Kind::kind);
  const auto* arn = aws::findArn(kind);
  if (known == std::end(kinds) || !arn) return arns;
  const auto before = arn->formats.substr(0, arn->formats.find('*'));
  auto names = namesOf(known->type, known->property, known->naming);
  for (auto& name : principalsNamed(kind)) names.push_back(std::move(name));
  if (!known->others.empty()) {
    auto& name = names.emplace_back(known->others);
    if (const auto at = name.find("{}"); at != name.npos) name.replace(at, 2, generated(stackName_));
  }
  if (kind == "secretsmanager:secret" && ownsMasterSecret()) names.emplace_back("rds!*");
  for (const auto& name : names) {
    auto text = std::string{before}.append(known->before).append(name);
    // A secret's ARN ends with six letters of its own, a log group's may with its streams.
    if ((kind == "secretsmanager:secret" || kind == "logs:log-group") && !text.ends_with('*')) text += "*";
    arns.push_back(std::move(text));
  }
  return arns;
}

}  // namespace permissions
