#include <fmt/format.h>

#include <algorithm>

#include "analysis/check/managed_policies.h"
#include "analysis/check/rights.h"
#include "analysis/check/rules/service_rules.h"

// Policies that mean something else than they say.
namespace check {
namespace {

/// Policies of every kind: of principals, of trust, of resources.
std::vector<Node> allPolicies(const Model& model) {
  auto documents = identityPolicies(model);
  for (const auto& resource : model.resources())
    for (const auto member : {"AssumeRolePolicyDocument", "KeyPolicy", "ResourcePolicy", "FileSystemPolicy",
                              "AccessPolicy", "RepositoryPolicyText"})
      if (resource[member]) documents.push_back(resource[member]);
  for (const auto type :
       {"AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy", "AWS::EC2::VPCEndpoint"})
    for (const auto* policy : model.all(type)) documents.push_back((*policy)["PolicyDocument"]);
  return documents;
}

void starInEquals(const Model& model, const Report& report) {
  for (const auto& document : allPolicies(model))
    for (const auto& statement : statementsOf(document))
      for (const auto& [test, keys] : statement.condition.entries()) {
        if (test != "StringEquals" && test != "StringEqualsIgnoreCase" && test != "ForAnyValue:StringEquals" &&
            test != "ForAllValues:StringEquals")
          continue;
        for (const auto& [key, values] : keys.entries())
          for (const auto& value : values.items())
            if (const auto text = value.text(); text && text->find('*') != text->npos)
              report(value, fmt::format("`*` in `{}` is no wildcard: `{}` equals only itself", test, *text),
                     fmt::format("write `{}`", "StringLike"));
      }
}

bool isOfObjects(std::string_view action) {
  for (const auto* each : {"s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:GetObjectVersion", "s3:PutObjectAcl",
                           "s3:GetObjectAcl", "s3:DeleteObjectVersion", "s3:AbortMultipartUpload", "s3:RestoreObject",
                           "s3:GetObjectTagging", "s3:PutObjectTagging", "s3:GetObject*", "s3:PutObject*"})
    if (action == each) return true;
  return false;
}

bool isOfBucket(std::string_view action) {
  for (const auto* each : {"s3:ListBucket", "s3:GetBucketLocation", "s3:GetBucketAcl", "s3:ListBucketVersions",
                           "s3:ListBucketMultipartUploads", "s3:GetBucketPolicy"})
    if (action == each) return true;
  return false;
}

/// Whether the ARN is of a bucket (yes), of objects (no), or of neither for sure.
Truth isBucketArn(const Node& arn) {
  if (const auto text = arn.text()) {
    if (!text->starts_with("arn:") || text->find(":s3:::") == text->npos) return Truth::unknown;
    return text->find('/') == text->npos && text->find('*') == text->npos ? Truth::yes
           : text->find('/') != text->npos                                ? Truth::no
                                                                          : Truth::unknown;
  }
  if (const auto named = arn.reference())
    return named->resource->is("AWS::S3::Bucket") && named->attribute == "Arn" ? Truth::yes : Truth::unknown;
  const auto* tagged = arn.isSet() ? arn.value()->as<data::Tagged>() : nullptr;
  const auto* parts = tagged && tagged->tag == "Join" ? tagged->value->as<List>() : nullptr;
  if (!parts || parts->empty() || !namedIn(arn, "AWS::S3::Bucket")) return Truth::unknown;
  const auto* last = parts->back().as<std::string>();
  const auto* first = parts->front().as<std::string>();
  if (last && last->find('/') != last->npos) return Truth::no;
  return !last && first && first->starts_with("arn:") ? Truth::yes : Truth::unknown;
}

void arnOfTheWrongKind(const Model& model, const Report& report) {
  for (const auto& document : allPolicies(model))
    for (const auto& statement : statementsOf(document)) {
      if (statement.actions.empty() || statement.resources.empty()) continue;
      const auto all = [&](auto&& test) {
        return std::ranges::all_of(statement.actions,
                                   [&](const Node& each) { return each.text() && test(*each.text()); });
      };
      const auto are = [&](Truth wanted) {
        return std::ranges::all_of(statement.resources, [&](const Node& each) { return isBucketArn(each) == wanted; });
      };
      if (all(isOfObjects) && are(Truth::yes))
        report(statement.resources.front(),
               fmt::format("`{}` is of objects, and this is the ARN of the bucket alone",
                           *statement.actions.front().text()),
               "write `/*` behind it");
      if (all(isOfBucket) && are(Truth::no))
        report(statement.resources.front(),
               fmt::format("`{}` is of the bucket, and this is the ARN of objects", *statement.actions.front().text()),
               "write the bucket's ARN without `/*`");
    }
}

void keyLocksOut(const Model& model, const Report& report) {
  for (const auto* key : model.all("AWS::KMS::Key")) {
    const auto document = (*key)["KeyPolicy"];
    if (!document.isKnown() || document["Statement"].hasUnknownItems()) continue;
    if ((*key)["BypassPolicyLockoutSafetyCheck"].truth() != Truth::no) continue;
    bool open = false;
    for (const auto& statement : statementsOf(document)) {
      if (statement.node["Effect"].isUnknown() || statement.node["NotAction"] || statement.node["NotPrincipal"])
        open = true;
      const auto& principal = statement.principal;
      const bool account = !principal.isKnown() || principal.is("*") || principal["AWS"] || principal["Federated"];
      if (statement.allows && account)
        for (const auto& action : statement.actions)
          open = open || !action.text() || actionCovers(*action.text(), "kms:PutKeyPolicy");
    }
    if (!open)
      report(document, "nobody may change this policy: KMS refuses the key, or it is lost",
             "allow `kms:*` to `arn:PARTITION:iam::ACCOUNT:root`");
  }
}

void policyLocksOut(const Model& model, const Report& report) {
  constexpr std::pair<std::string_view, std::string_view> kinds[] = {
      {"AWS::S3::BucketPolicy", "s3:DeleteBucketPolicy"},
      {"AWS::SQS::QueuePolicy", "sqs:SetQueueAttributes"},
      {"AWS::SNS::TopicPolicy", "sns:SetTopicAttributes"}};
  for (const auto& [type, action] : kinds)
    for (const auto* policy : model.all(type))
      for (const auto& statement : statementsOf((*policy)["PolicyDocument"])) {
        const auto& principal = statement.principal;
        if (!statement.node["Effect"].is("Deny") || statement.condition || statement.node["NotAction"]) continue;
        if (!principal.is("*") && !principal["AWS"].is("*")) continue;
        for (const auto& each : statement.actions)
          if (each.text() && actionCovers(*each.text(), action))
            report(statement.node,
                   fmt::format("`{}` is denied to everybody, who deploys this stack as well", *each.text()),
                   "write whom it is denied to, by a `Condition`");
      }
}

void managedPolicyUnknown(const Model& model, const Report& report) {
  for (const auto& resource : model.resources()) {
    if (!resource.type.starts_with("AWS::IAM::") && !resource.is("AWS::SSO::PermissionSet")) continue;
    for (const auto member : {"ManagedPolicyArns", "ManagedPolicies", "PermissionsBoundary"})
      for (const auto& arn : resource[member].items()) {
        const auto name = managedPolicyOf(arn);
        if (!name || name->find('*') != name->npos || findManagedPolicy(*name)) continue;
        const auto base = name->substr(name->rfind('/') + 1);
        std::string near;
        for (const auto known : managedPolicyNames())
          if (known.substr(known.rfind('/') + 1) == base) near = known;
        if (near.empty()) near = diag::closest(*name, managedPolicyNames());
        report(arn, fmt::format("AWS has no managed policy `{}`", *name),
               near.empty() ? "look the name up" : fmt::format("write `{}`", near));
      }
  }
}

/// Properties that take the name of something, or its ARN, and what a reference gives instead.
struct Naming {
  std::string_view type;
  std::string_view path;
  std::string_view of;     ///< the type that is named
  bool arn;                ///< whether the property takes an ARN
  std::string_view wrong;  ///< what the reference must not be: an attribute, or empty for `Ref`
  std::string_view right;
};
constexpr Naming namings[] = {
    {"AWS::EC2::Instance", "IamInstanceProfile", "AWS::IAM::InstanceProfile", false, "Arn", "!Ref"},
    {"AWS::EC2::Instance", "IamInstanceProfile", "AWS::IAM::Role", false, "*", "!Ref of an instance profile"},
    {"AWS::EC2::LaunchTemplate", "LaunchTemplateData.IamInstanceProfile.Arn", "AWS::IAM::InstanceProfile", true, "",
     "!GetAtt PROFILE.Arn"},
    {"AWS::EC2::LaunchTemplate", "LaunchTemplateData.IamInstanceProfile.Arn", "AWS::IAM::Role", true, "*",
     "!GetAtt PROFILE.Arn"},
    {"AWS::EC2::LaunchTemplate", "LaunchTemplateData.IamInstanceProfile.Name", "AWS::IAM::InstanceProfile", false,
     "Arn", "!Ref PROFILE"},
    {"AWS::EC2::LaunchTemplate", "LaunchTemplateData.IamInstanceProfile.Name", "AWS::IAM::Role", false, "Arn",
     "!Ref PROFILE"},
    {"AWS::AutoScaling::LaunchConfiguration", "IamInstanceProfile", "AWS::IAM::Role", false, "*",
     "!Ref of an instance profile"},
    {"AWS::IAM::InstanceProfile", "Roles[]", "AWS::IAM::Role", false, "Arn", "!Ref ROLE"},
    {"AWS::IAM::Policy", "Roles[]", "AWS::IAM::Role", false, "Arn", "!Ref ROLE"},
    {"AWS::IAM::ManagedPolicy", "Roles[]", "AWS::IAM::Role", false, "Arn", "!Ref ROLE"},
    {"AWS::Lambda::Function", "Role", "AWS::IAM::Role", true, "", "!GetAtt ROLE.Arn"},
    {"AWS::Events::Rule", "Targets[].Arn", "AWS::SQS::Queue", true, "", "!GetAtt QUEUE.Arn"},
    {"AWS::Events::Rule", "Targets[].Arn", "AWS::Lambda::Function", true, "", "!GetAtt FUNCTION.Arn"},
    {"AWS::Events::Rule", "Targets[].RoleArn", "AWS::IAM::Role", true, "", "!GetAtt ROLE.Arn"},
    {"AWS::S3::Bucket", "NotificationConfiguration.QueueConfigurations[].Queue", "AWS::SQS::Queue", true, "",
     "!GetAtt QUEUE.Arn"},
    {"AWS::S3::Bucket", "NotificationConfiguration.LambdaConfigurations[].Function", "AWS::Lambda::Function", true, "",
     "!GetAtt FUNCTION.Arn"},
    {"AWS::SQS::Queue", "RedrivePolicy.deadLetterTargetArn", "AWS::SQS::Queue", true, "", "!GetAtt QUEUE.Arn"},
    {"AWS::Lambda::EventSourceMapping", "EventSourceArn", "AWS::SQS::Queue", true, "", "!GetAtt QUEUE.Arn"},
    {"AWS::Lambda::EventSourceMapping", "EventSourceArn", "AWS::DynamoDB::Table", true, "*", "!GetAtt TABLE.StreamArn"},
    {"AWS::SQS::QueuePolicy", "Queues[]", "AWS::SQS::Queue", false, "Arn", "!Ref QUEUE"},
    {"AWS::Logs::SubscriptionFilter", "LogGroupName", "AWS::Logs::LogGroup", false, "Arn", "!Ref GROUP"},
    {"AWS::Logs::MetricFilter", "LogGroupName", "AWS::Logs::LogGroup", false, "Arn", "!Ref GROUP"},
    {"AWS::S3::BucketPolicy", "Bucket", "AWS::S3::Bucket", false, "Arn", "!Ref BUCKET"},
    {"AWS::CloudTrail::Trail", "S3BucketName", "AWS::S3::Bucket", false, "Arn", "!Ref BUCKET"},
    {"AWS::StepFunctions::StateMachine", "RoleArn", "AWS::IAM::Role", true, "", "!GetAtt ROLE.Arn"},
    {"AWS::Scheduler::Schedule", "Target.RoleArn", "AWS::IAM::Role", true, "", "!GetAtt ROLE.Arn"},
    {"AWS::EC2::FlowLog", "DeliverLogsPermissionArn", "AWS::IAM::Role", true, "", "!GetAtt ROLE.Arn"},
    {"AWS::RDS::DBInstance", "MonitoringRoleArn", "AWS::IAM::Role", true, "", "!GetAtt ROLE.Arn"},
    {"AWS::ApplicationAutoScaling::ScalableTarget", "ResourceId", "AWS::ECS::Service", false, "",
     "!Sub service/${CLUSTER}/${SERVICE.Name}"},
    {"AWS::ApplicationAutoScaling::ScalableTarget", "ResourceId", "AWS::DynamoDB::Table", false, "Arn",
     "!Sub table/${TABLE}"},
};

void nameForArn(const Model& model, const Report& report) {
  for (const auto& naming : namings)
    for (const auto* resource : model.all(naming.type))
      for (const auto& node : nodesAt(resource->all(), naming.path)) {
        const auto named = node.reference();
        if (!named || named->resource->type != naming.of) continue;
        const bool stream = naming.right.ends_with("StreamArn") && named->attribute == "StreamArn";
        if (stream || (naming.wrong != "*" && named->attribute != naming.wrong)) continue;
        const bool isRole = naming.of == "AWS::IAM::Role" && naming.wrong == "*";
        report(node,
               isRole ? fmt::format("`{}` is a role, and this takes an instance profile", named->resource->id)
                      : fmt::format("this takes the {} of `{}`, and is given its {}", naming.arn ? "ARN" : "name",
                                    named->resource->id, naming.arn ? "name" : "ARN"),
               fmt::format("write `{}`", naming.right), {at(*named->resource, "what is named")});
      }
  // In a text that is put together, where the ARN of a service stands for its name.
  for (const auto* target : model.all("AWS::ApplicationAutoScaling::ScalableTarget")) {
    const auto id = (*target)["ResourceId"];
    const auto* tagged = id.isSet() ? id.value()->as<data::Tagged>() : nullptr;
    const auto* parts = tagged && tagged->tag == "Join" ? tagged->value->as<List>() : nullptr;
    for (const auto& part : parts ? *parts : List{}) {
      const auto named = Node{*target, &part, id.span(), id.path()}.reference();
      if (named && named->resource->is("AWS::ECS::Service") && named->attribute.empty())
        report(id, fmt::format("the `Ref` of `{}` is its ARN, and this takes its name", named->resource->id),
               fmt::format("write `${{{}.Name}}`", named->resource->id), {at(*named->resource, "the service")});
    }
    if (const auto text = id.text(); text && text->starts_with("arn:"))
      report(id, "this takes an id such as `service/CLUSTER/SERVICE`, and is given an ARN",
             "write the id, without the ARN");
  }
}

constexpr Rule all[] = {
    {{"star-in-string-equals", diag::Severity::error, "policies", "a wildcard stands where it is none",
      "`StringEquals` compares the text exactly, so the statement never matches: it allows nothing and denies nothing.",
      "Write `StringLike`, or the whole value.", "IAM User Guide: IAM JSON policy elements: Condition operators",
      diag::Noticed::use},
     starInEquals},
    {{"arn-of-another-kind", diag::Severity::error, "policies", "actions are allowed on an ARN that they never have",
      "Objects have the ARN `arn:aws:s3:::BUCKET/KEY`, the bucket has it without the key. An action on the other of "
      "the "
      "two is allowed nothing.",
      "Write `/*` behind the bucket's ARN for objects, and nothing for the bucket.",
      "Amazon S3 User Guide: Policy resources for Amazon S3", diag::Noticed::use},
     arnOfTheWrongKind},
    {{"key-locks-out", diag::Severity::error, "policies", "a key's policy leaves nobody to administer it",
      "The policy of a key is the only thing that gives rights to it. KMS refuses one that the caller could not change "
      "any more.",
      "Allow `kms:*` to the account's root, so that IAM policies count.", "AWS KMS Developer Guide: Default key policy",
      diag::Noticed::creation},
     keyLocksOut},
    {{"policy-locks-out", diag::Severity::error, "policies", "a policy denies everything to everybody",
      "A `Deny` counts for administrators and for CloudFormation too. Only the account's root user gets the resource "
      "back.",
      "Write whom it is denied to, by a `Condition`.", "IAM User Guide: Policy evaluation logic", diag::Noticed::loss},
     policyLocksOut},
    {{"managed-policy-unknown", diag::Severity::error, "policies", "AWS has no managed policy of that name",
      "IAM refuses to attach what does not exist. Often only the path is missing: `service-role/`.",
      "Write the name with its path.", "AWS Managed Policy Reference Guide", diag::Noticed::creation},
     managedPolicyUnknown},
    {{"name-for-arn", diag::Severity::error, "policies", "an ARN stands where a name is taken, or the other way round",
      "What `Ref` gives differs from type to type: a name, an id, a URL or an ARN. AWS refuses the wrong one, or finds "
      "nothing under it.",
      "Write the form that the property takes.", "AWS CloudFormation: Return values of each resource type",
      diag::Noticed::creation},
     nameForArn},
};

}  // namespace

std::span<const Rule> policyRules() { return all; }

}  // namespace check
