#include <fmt/format.h>

#include <algorithm>

#include "analysis/check/machines.h"
#include "analysis/check/rights.h"
#include "analysis/check/rules/service_rules.h"

// What services ask of each other beside a policy: roles, keys, logs.
namespace check {
namespace {

bool hasWord(const std::string& text, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != text.npos; });
}

/// The words of a value, whatever it is put together from.
std::string wordsOf(const Node& node) { return node.isSet() ? data::toCompactJson(*node.value()) : ""; }

void executionRole(const Model& model, const Report& report) {
  for (const auto* task : model.all("AWS::ECS::TaskDefinition")) {
    if ((*task)["ExecutionRoleArn"] || (*task)["ContainerDefinitions"].hasUnknownItems()) continue;
    const bool fargate = std::ranges::any_of((*task)["RequiresCompatibilities"].items(),
                                             [](const Node& each) { return each.word() == "fargate"; });
    for (const auto& container : (*task)["ContainerDefinitions"].items()) {
      const auto logs = container["LogConfiguration"]["LogDriver"];
      const auto image = wordsOf(container["Image"]);
      if (container["Secrets"].isKnown() && !container["Secrets"].items().empty())
        report(container["Secrets"], "without `ExecutionRoleArn` nobody may read the secrets of the task",
               "write `ExecutionRoleArn`");
      else if (fargate && logs.is("awslogs"))
        report(logs, "without `ExecutionRoleArn` Fargate may not write the logs", "write `ExecutionRoleArn`");
      else if (fargate && image.find(".dkr.ecr.") != image.npos)
        report(container["Image"], "without `ExecutionRoleArn` Fargate may not fetch the image",
               "write `ExecutionRoleArn`");
    }
  }
}

struct Source {
  std::string_view type;
  std::string_view action;
};
constexpr Source sources[] = {{"AWS::SQS::Queue", "sqs:ReceiveMessage"},
                              {"AWS::SQS::Queue", "sqs:DeleteMessage"},
                              {"AWS::DynamoDB::Table", "dynamodb:GetRecords"},
                              {"AWS::Kinesis::Stream", "kinesis:GetRecords"}};

void sourceNotReadable(const Model& model, const Report& report) {
  for (const auto* mapping : model.all("AWS::Lambda::EventSourceMapping")) {
    const auto* function = (*mapping)["FunctionName"].resource("AWS::Lambda::Function");
    const auto* role = function ? (*function)["Role"].resource("AWS::IAM::Role") : nullptr;
    const auto* source = (*mapping)["EventSourceArn"].resource();
    if (!role || !source) continue;
    for (const auto& [type, action] : sources)
      if (source->type == type && mayDo(model, *role, action, source) == Truth::no) {
        report((*mapping)["EventSourceArn"],
               fmt::format("`{}`, the function's role, may not `{}` here", role->id, action),
               fmt::format("allow `{}` on `{}` to the role", action, source->id), {at(*role, "the role")});
        break;
      }
  }
}

/// What a boot or a function is told of, and what it needs to make use of it.
struct Use {
  std::string_view type;
  std::string_view actions;  ///< one of these will do
  std::string_view what;
};
constexpr Use uses[] = {
    {"AWS::SecretsManager::Secret", "secretsmanager:GetSecretValue secretsmanager:BatchGetSecretValue", "the secret"},
    {"AWS::DynamoDB::Table",
     "dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:Scan dynamodb:UpdateItem "
     "dynamodb:BatchGetItem dynamodb:BatchWriteItem dynamodb:DeleteItem dynamodb:PartiQLSelect "
     "dynamodb:DescribeTable dynamodb:TransactWriteItems",
     "the table"},
    {"AWS::SQS::Queue", "sqs:SendMessage sqs:ReceiveMessage sqs:DeleteMessage sqs:GetQueueAttributes sqs:PurgeQueue",
     "the queue"},
    {"AWS::SNS::Topic", "sns:Publish sns:Subscribe sns:GetTopicAttributes", "the topic"},
};

Truth mayUse(const Model& model, const Resource& role, const Use& use, const Resource& target) {
  auto answer = Truth::no;
  for (auto rest = use.actions; !rest.empty();) {
    const auto action = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(action.size() + 1, rest.size()));
    const auto one = mayDo(model, role, action, &target);
    if (one == Truth::yes) return one;
    if (one == Truth::unknown) answer = one;
  }
  return answer;
}

void toldButNotAllowed(const Model& model, const Report& report) {
  const auto ask = [&](const Node& node, const Resource* role, const Resource* target) {
    if (!role || !target) return;
    for (const auto& use : uses) {
      if (use.type != target->type || mayUse(model, *role, use, *target) != Truth::no) continue;
      // The resource's own policy may let the role in.
      if (std::ranges::any_of(model.usersOf(*target), [&](const Resource* user) {
            return user->type.ends_with("Policy") && std::ranges::count(user->needs, role) > 0;
          }))
        continue;
      report(node, fmt::format("it is told of `{}`, but `{}` may not use {}", target->id, role->id, use.what),
             fmt::format("allow the role `{}` on it", use.actions.substr(0, use.actions.find(' '))),
             {at(*role, "the role"), at(*target, "what it is told of")});
    }
  };
  for (const auto& machine : machines(model))
    if (const auto* role = roleOfMachine(model, *machine.owner))
      for (const auto* target : namedByBoot(machine))
        if (target->is("AWS::SecretsManager::Secret"))
          ask(machine.userData ? machine.userData : machine.owner->all(), role, target);
  for (const auto* function : model.all("AWS::Lambda::Function"))
    for (const auto& [key, value] : (*function)["Environment"]["Variables"].entries())
      ask(value, (*function)["Role"].resource("AWS::IAM::Role"), value.resource());
}

const Resource* keyOf(const Node& node) {
  if (const auto* alias = node.resource("AWS::KMS::Alias")) return (*alias)["TargetKeyId"].resource("AWS::KMS::Key");
  return node.resource("AWS::KMS::Key");
}

struct KeyUse {
  std::string_view type;
  std::string_view path;
  std::string_view service;
  std::string_view action;
};
constexpr KeyUse keyUses[] = {
    {"AWS::Logs::LogGroup", "KmsKeyId", "logs.amazonaws.com", "kms:Encrypt"},
    {"AWS::CloudTrail::Trail", "KMSKeyId", "cloudtrail.amazonaws.com", "kms:GenerateDataKey"},
};

void keyNotGranted(const Model& model, const Report& report) {
  for (const auto& use : keyUses)
    for (const auto* resource : model.all(use.type)) {
      const auto node = (*resource)[use.path];
      const auto* key = keyOf(node);
      if (!key || lets((*key)["KeyPolicy"], use.service, use.action) != Truth::no) continue;
      report(node, fmt::format("the policy of `{}` does not let `{}` use the key", key->id, use.service),
             fmt::format("allow `{}` and its like to `{}` in the key's policy", use.action, use.service),
             {at(*key, "the key")});
    }
  for (const auto& machine : machines(model)) {
    if (!machine.owner->is("AWS::AutoScaling::AutoScalingGroup")) continue;
    for (const auto& mapping : machine["BlockDeviceMappings"].items()) {
      const auto node = mapping["Ebs"]["KmsKeyId"];
      const auto* key = keyOf(node);
      if (!key || !(*key)["KeyPolicy"].isKnown()) continue;
      const auto words = wordsOf((*key)["KeyPolicy"]);
      if (hasWord(words, {"AWSServiceRoleForAutoScaling", "aws-service-role", "\"AWS\":\"*\"", "\"AWS\": \"*\"",
                          "\"Principal\":\"*\"", "\"Principal\": \"*\"", "Unknown"}) ||
          (*machine.owner)["ServiceLinkedRoleARN"])
        continue;
      const bool granted = std::ranges::any_of(model.usersOf(*key), [](const Resource* user) {
        return user->type.starts_with("Custom::") || user->is("AWS::CloudFormation::CustomResource");
      });
      if (granted) continue;
      report(node,
             fmt::format("Auto Scaling's role may not use `{}`, so instances with this disk do not start", key->id),
             "allow the use and `kms:CreateGrant` to `AWSServiceRoleForAutoScaling` in the key's policy",
             {at(*key, "the key")});
    }
  }
  // What is encrypted by the service's own key cannot be written to by another service.
  constexpr std::string_view callers[] = {"AWS::Events::Rule", "AWS::CloudWatch::Alarm", "AWS::S3::Bucket"};
  for (const auto* topic : model.all("AWS::SNS::Topic")) {
    if (!(*topic)["KmsMasterKeyId"].is("alias/aws/sns")) continue;
    for (const auto* user : model.usersOf(*topic))
      if (std::ranges::find(callers, user->type) != std::end(callers))
        report((*topic)["KmsMasterKeyId"],
               fmt::format("`{}` cannot publish here: nobody but SNS may use this key", user->id),
               "write a key of your own whose policy lets the service use it", {at(*user, "who publishes")});
  }
}

bool isLogAttribute(const Node& attribute, std::string_view key) { return attribute["Key"].is(key); }

/// Whether the end of an ARN, behind the bucket, takes in the path; unknown parts take in everything.
bool takesInPath(const Node& arn, const Resource& bucket, const std::string& path) {
  if (const auto text = arn.text())
    return actionCovers(*text, "arn:aws:s3:::bucket/" + path) ||
           text->find(path.substr(0, path.find('/'))) != text->npos;
  const auto* tagged = arn.isSet() ? arn.value()->as<data::Tagged>() : nullptr;
  if (!tagged || arn.reference()) return arn.isUnknown() && tagged && tagged->tag != "Join";
  const auto* parts = tagged->value->as<List>();
  std::string end;
  bool behind = false;
  for (const auto& part : parts ? *parts : List{}) {
    const Node node{*arn.owner(), &part, arn.span(), arn.path()};
    if (node.resource() == &bucket)
      behind = true;
    else if (behind)
      end += node.text().value_or("*");
  }
  return !behind || actionCovers(end, "/" + path);
}

void logsNotAccepted(const Model& model, const Report& report) {
  for (const auto* balancer : model.all("AWS::ElasticLoadBalancingV2::LoadBalancer")) {
    const auto attributes = (*balancer)["LoadBalancerAttributes"].items();
    const auto valueOf = [&](std::string_view key) {
      const auto found = std::ranges::find_if(attributes, [&](const Node& each) { return isLogAttribute(each, key); });
      return found == attributes.end() ? Node{} : (*found)["Value"];
    };
    const auto name = valueOf("access_logs.s3.bucket");
    const auto* bucket = name.isSet() ? name.resource("AWS::S3::Bucket") : nullptr;
    const auto prefix = valueOf("access_logs.s3.prefix");
    if (!bucket || valueOf("access_logs.s3.enabled").flag() != true || !balancer->certain) continue;
    const auto attached = attachedTo(model, *bucket, "AWS::S3::BucketPolicy", "Bucket");
    if (attached.found.empty() && attached.complete) {
      report(name, fmt::format("`{}` has no policy that lets the load balancer write its logs", bucket->id),
             "allow `s3:PutObject` to `logdelivery.elasticloadbalancing.amazonaws.com`", {at(*bucket, "the bucket")});
      continue;
    }
    if (attached.found.size() != 1) continue;
    const auto& policy = *attached.found.front();
    if (!model.comesAfter(*balancer, policy)) {
      report(
          name,
          fmt::format("the load balancer tries to write its logs when it is made, and `{}` may come later", policy.id),
          fmt::format("add `DependsOn: {}`", policy.id), {at(policy, "the policy")});
      continue;
    }
    const auto text = prefix.isSet() ? prefix.text() : std::optional<std::string>{""};
    const auto document = policy["PolicyDocument"];
    if (!text || !document.isKnown() || document["Statement"].hasUnknownItems()) continue;
    const auto path = (text->empty() ? std::string{} : *text + "/") + "AWSLogs/123456789012/elasticloadbalancing/log";
    bool taken = false;
    for (const auto& statement : statementsOf(document)) {
      if (!statement.allows) continue;
      const bool writes = std::ranges::any_of(statement.actions, [](const Node& each) {
        return !each.text() || actionCovers(*each.text(), "s3:PutObject");
      });
      for (const auto& arn : statement.resources) taken = taken || (writes && takesInPath(arn, *bucket, path));
    }
    if (!taken)
      report(prefix.isSet() ? prefix : name,
             fmt::format("`{}` lets logs in under another path than `{}AWSLogs/`", policy.id,
                         text->empty() ? "" : *text + "/"),
             "write this path into the policy's `Resource`", {at(policy, "the policy")});
  }
}

constexpr auto error = diag::Severity::error;
constexpr auto warning = diag::Severity::warning;

constexpr Rule all[] = {
    {{"execution-role-missing", error, "rights", "a task needs an execution role and has none",
      "Fetching images from ECR, reading secrets and writing logs are done by ECS with the execution role, before the "
      "container starts. Without it the task stops at once.",
      "Write `ExecutionRoleArn`.", "Amazon ECS Developer Guide: Amazon ECS task execution IAM role",
      diag::Noticed::boot},
     executionRole},
    {{"source-not-readable", error, "rights", "a function may not read its event source",
      "Lambda reads the source with the function's role, and refuses the mapping where that may not.",
      "Allow the role to read the source, such as by `AWSLambdaSQSQueueExecutionRole`.",
      "AWS Lambda Developer Guide: Event source mapping, execution role permissions", diag::Noticed::creation},
     sourceNotReadable},
    {{"told-but-not-allowed", warning, "rights", "a boot or function is told of what its role may not use",
      "The name of a secret, table, queue or topic is of no use without the right to it.",
      "Allow the role what it needs.", "IAM User Guide: Policies and permissions", diag::Noticed::boot},
     toldButNotAllowed},
    {{"key-not-granted", error, "rights", "a service may not use the key that it has to encrypt by",
      "The policy of a key is the only thing that gives rights to it, and services have no IAM policy in your account.",
      "Let the service's principal use the key in the key's policy.",
      "AWS KMS Developer Guide: Key policies; Amazon EC2 Auto Scaling User Guide: Required AWS KMS key policy",
      diag::Noticed::creation},
     keyNotGranted},
    {{"logs-not-accepted", error, "rights", "a load balancer may not write its logs",
      "Elastic Load Balancing writes a test file when logs are turned on, and refuses the bucket where it may not.",
      "Let it write under this prefix in the bucket's policy, and wait for the policy.",
      "Elastic Load Balancing User Guide: Enable access logs", diag::Noticed::creation},
     logsNotAccepted},
};

}  // namespace

std::span<const Rule> serviceRules() { return all; }

}  // namespace check
