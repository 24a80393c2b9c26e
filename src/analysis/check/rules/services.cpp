#include <fmt/format.h>

#include <algorithm>

#include "analysis/check/machines.h"
#include "analysis/check/rights.h"
#include "analysis/check/rules/service_rules.h"

// What services ask of each other beside a policy: roles, keys, logs, names of metrics, order.
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

/// Dimensions of metrics that `Ref` does not give.
struct Dimension {
  std::string_view metrics;  ///< the namespace
  std::string_view name;
  std::string_view type;
  std::string_view attribute;
};
constexpr Dimension dimensions[] = {
    {"AWS/ApplicationELB", "LoadBalancer", "AWS::ElasticLoadBalancingV2::LoadBalancer", "LoadBalancerFullName"},
    {"AWS/NetworkELB", "LoadBalancer", "AWS::ElasticLoadBalancingV2::LoadBalancer", "LoadBalancerFullName"},
    {"AWS/ApplicationELB", "TargetGroup", "AWS::ElasticLoadBalancingV2::TargetGroup", "TargetGroupFullName"},
    {"AWS/NetworkELB", "TargetGroup", "AWS::ElasticLoadBalancingV2::TargetGroup", "TargetGroupFullName"},
    {"AWS/SQS", "QueueName", "AWS::SQS::Queue", "QueueName"},
    {"AWS/SNS", "TopicName", "AWS::SNS::Topic", "TopicName"},
    {"AWS/ECS", "ServiceName", "AWS::ECS::Service", "Name"},
};

struct Metrics {
  std::string_view space;
  std::string_view names;
};
constexpr Metrics metrics[] = {
    {"AWS/SQS",
     "ApproximateAgeOfOldestMessage ApproximateNumberOfGroupsWithInflightMessages ApproximateNumberOfMessagesDelayed "
     "ApproximateNumberOfMessagesNotVisible ApproximateNumberOfMessagesVisible NumberOfEmptyReceives "
     "NumberOfDeduplicatedSentMessages NumberOfMessagesDeleted NumberOfMessagesReceived NumberOfMessagesSent "
     "SentMessageSize"},
};
/// Metrics that people look for where they are not.
constexpr std::pair<std::string_view, std::string_view> never[] = {{"AWS/EC2", "MemoryUtilization"},
                                                                   {"AWS/EC2", "DiskSpaceUtilization"},
                                                                   {"AWS/EC2", "mem_used_percent"},
                                                                   {"AWS/EC2", "disk_used_percent"},
                                                                   {"AWS/EC2", "MemoryUsed"},
                                                                   {"AWS/RDS", "MemoryUtilization"},
                                                                   {"AWS/RDS", "FreeMemory"},
                                                                   {"AWS/RDS", "DiskSpaceUtilization"},
                                                                   {"AWS/Lambda", "Error"},
                                                                   {"AWS/Lambda", "Throttle"},
                                                                   {"AWS/AutoScaling", "CPUUtilization"}};

void metricOfNothing(const Model& model, const Report& report) {
  for (const auto* alarm : model.all("AWS::CloudWatch::Alarm")) {
    const auto space = (*alarm)["Namespace"].text();
    if (!space) continue;
    for (const auto& dimension : (*alarm)["Dimensions"].items())
      for (const auto& row : dimensions) {
        const auto named = dimension["Value"].reference();
        if (row.metrics != *space || !dimension["Name"].is(row.name) || !named || named->resource->type != row.type)
          continue;
        if (named->attribute == row.attribute || (!named->attribute.empty() && !named->attribute.ends_with("Arn")))
          continue;
        report(dimension["Value"],
               fmt::format("the metric has no `{}` that is an ARN or a URL, so the alarm sees nothing", row.name),
               fmt::format("write `!GetAtt {}.{}`", named->resource->id, row.attribute),
               {at(*named->resource, "what is named")});
      }
    const auto metric = (*alarm)["MetricName"];
    const auto name = metric.text();
    if (!name) continue;
    bool wrong =
        std::ranges::find(never, std::pair<std::string_view, std::string_view>{*space, *name}) != std::end(never);
    for (const auto& row : metrics)
      if (row.space == *space && (" " + std::string{row.names} + " ").find(" " + *name + " ") == std::string::npos)
        wrong = true;
    if (wrong)
      report(metric, fmt::format("`{}` has no metric `{}`", *space, *name),
             "look the name up in the service's list of metrics");
  }
}

void apiBeforeMethods(const Model& model, const Report& report) {
  for (const auto* deployment : model.all("AWS::ApiGateway::Deployment")) {
    const auto* api = (*deployment)["RestApiId"].resource("AWS::ApiGateway::RestApi");
    if (!api || (*api)["Body"] || (*api)["BodyS3Location"] || (*api)["CloneFrom"] || !deployment->certain) continue;
    std::vector<const Resource*> methods;
    for (const auto* method : model.all("AWS::ApiGateway::Method"))
      if ((*method)["RestApiId"].resource() == api) methods.push_back(method);
    if (methods.empty()) continue;
    if (std::ranges::any_of(methods, [&](const Resource* each) { return model.comesAfter(*deployment, *each); }))
      continue;
    report(*deployment,
           fmt::format("`{}` may be made before its methods, and API Gateway refuses to deploy none", api->id),
           fmt::format("add `DependsOn: {}`", methods.front()->id), {at(*methods.front(), "a method")});
  }
}

void proxyBeforeInstance(const Model& model, const Report& report) {
  for (const auto* group : model.all("AWS::RDS::DBProxyTargetGroup"))
    for (const auto* cluster : (*group)["DBClusterIdentifiers"].resources("AWS::RDS::DBCluster")) {
      std::vector<const Resource*> members;
      for (const auto* instance : model.all("AWS::RDS::DBInstance"))
        if ((*instance)["DBClusterIdentifier"].resource() == cluster) members.push_back(instance);
      if (members.empty() ||
          std::ranges::any_of(members, [&](const Resource* each) { return model.comesAfter(*group, *each); }))
        continue;
      report(
          *group,
          fmt::format("the proxy needs an instance of `{}`, and `{}` may come later", cluster->id, members.front()->id),
          fmt::format("add `DependsOn: {}`", members.front()->id), {at(*members.front(), "the instance")});
    }
}

void nobodyJoins(const Model& model, const Report& report) {
  for (const auto* group : model.all("AWS::ElasticLoadBalancingV2::TargetGroup")) {
    if ((*group)["TargetType"] && !(*group)["TargetType"].is("instance")) continue;  // others may register addresses
    if ((*group)["Targets"] || model.isOutput(*group) || model.isHandedOut(*group) || !group->certain) continue;
    bool listened = false;
    bool joined = false;
    for (const auto* user : model.usersOf(*group)) {
      const bool listens = user->type.starts_with("AWS::ElasticLoadBalancingV2::Listener");
      listened = listened || listens;
      joined = joined || (!listens && !user->is("AWS::CloudWatch::Alarm"));
    }
    const bool started = std::ranges::any_of(model.resources(), [](const Resource& each) {
      return !each.type.starts_with("AWS::") || each.is("AWS::CloudFormation::Stack") || each.is("AWS::EKS::Cluster") ||
             each.type.starts_with("AWS::CodeDeploy::");
    });
    if (listened && !joined && !started)
      report(*group, "a listener sends connections here, and nothing of the template joins the group",
             "write `Targets`, or name the group where instances or tasks are started");
  }
}

void nobodyRunsIt(const Model& model, const Report& report) {
  for (const auto* service : model.all("AWS::ECS::Service")) {
    const auto* cluster = (*service)["Cluster"].resource("AWS::ECS::Cluster");
    const auto type = (*service)["LaunchType"];
    if (!cluster || (*service)["CapacityProviderStrategy"] || (type && !type.is("EC2")) || model.isOutput(*cluster))
      continue;
    if ((*cluster)["CapacityProviders"] || (*cluster)["DefaultCapacityProviderStrategy"] || model.isHandedOut(*cluster))
      continue;
    if ((*service)["DesiredCount"].number() == 0) continue;
    constexpr std::string_view runners[] = {"AWS::AutoScaling::AutoScalingGroup",
                                            "AWS::EC2::Instance",
                                            "AWS::EC2::SpotFleet",
                                            "AWS::EC2::EC2Fleet",
                                            "AWS::ECS::CapacityProvider",
                                            "AWS::ECS::ClusterCapacityProviderAssociations",
                                            "AWS::CloudFormation::Stack",
                                            "AWS::EC2::LaunchTemplate",
                                            "AWS::AutoScaling::LaunchConfiguration"};
    if (std::ranges::any_of(model.resources(), [&](const Resource& each) {
          return std::ranges::find(runners, each.type) != std::end(runners) || !each.type.starts_with("AWS::");
        }))
      continue;
    report(*service, fmt::format("tasks are to run on instances, and none of the template joins `{}`", cluster->id),
           "write `LaunchType: FARGATE`, or start instances for the cluster", {at(*cluster, "the cluster")});
  }
}

std::optional<std::string> nameOf(const Node& node) {
  auto name = node.word();
  if (name && name->ends_with('.')) name->pop_back();
  return name;
}

void cnameAtApex(const Model& model, const Report& report) {
  for (const auto* record : model.all("AWS::Route53::RecordSet")) {
    const auto name = nameOf((*record)["Name"]);
    if (!(*record)["Type"].is("CNAME") || !name) continue;
    const auto* zone = (*record)["HostedZoneId"].resource("AWS::Route53::HostedZone");
    const auto apex = zone ? nameOf((*zone)["Name"]) : nameOf((*record)["HostedZoneName"]);
    if (apex && *apex == *name)
      report((*record)["Type"], fmt::format("`{}` is the zone itself, which has other records", *name),
             "write an alias record of type A");
  }
}

bool isPlaceholder(std::string_view value) {
  std::string lower;
  for (const char c : value) lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return hasWord(lower, {"change", "replace", "example.", "placeholder", "your", "<", ">", "xxx", "todo", "dummy",
                         "fixme", "{{", "${", "none", "null", "true", "false", "test"});
}

bool speaksOfSecret(std::string_view key) {
  std::string upper;
  for (const char c : key) upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  for (const std::string_view end : {"PASSWORD", "PASSWD", "SECRET", "SECRET_KEY", "SECRET_ACCESS_KEY", "SECRETKEY",
                                     "API_KEY", "APIKEY", "ACCESS_TOKEN", "AUTH_TOKEN", "PRIVATE_KEY", "API_TOKEN"})
    if (upper.ends_with(end)) return true;
  return false;
}

bool looksLikeSecret(std::string_view value) {
  constexpr std::size_t least = 8;
  return value.size() >= least && value.find_first_of(" /:") == value.npos && !isPlaceholder(value);
}

void secretInEnvironment(const Model& model, const Report& report) {
  const auto judge = [&](std::string_view key, const Node& value) {
    const auto* written = value.isSet() ? value.value()->as<std::string>() : nullptr;
    if (written && speaksOfSecret(key) && looksLikeSecret(*written))
      report(value, fmt::format("`{}` is in the template, and everybody who may look at the resource reads it", key),
             "keep it in Secrets Manager, and hand over its name");
  };
  for (const auto* function : model.all("AWS::Lambda::Function")) {
    const auto variables = (*function)["Environment"]["Variables"];
    for (const auto& [key, value] : variables.entries())
      if (const auto* written = value.written(); written && written->as<std::string>()) judge(key, value);
  }
  for (const auto* task : model.all("AWS::ECS::TaskDefinition"))
    for (const auto& container : (*task)["ContainerDefinitions"].items())
      for (const auto& variable : container["Environment"].items())
        if (const auto name = variable["Name"].text()) judge(*name, variable["Value"]);
}

void functionOpen(const Model& model, const Report& report) {
  for (const auto* permission : model.all("AWS::Lambda::Permission")) {
    const bool narrowed = (*permission)["SourceArn"] || (*permission)["SourceAccount"] ||
                          (*permission)["PrincipalOrgID"] || (*permission)["EventSourceToken"] ||
                          (*permission)["FunctionUrlAuthType"];
    if ((*permission)["Principal"].is("*") && !narrowed)
      report((*permission)["Principal"], "every account of AWS may call the function",
             "name the service or account, or write `PrincipalOrgID`");
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
    {{"metric-of-nothing", error, "names", "an alarm looks at a metric that there cannot be",
      "CloudWatch takes any name. An alarm on a metric that nobody sends stays at INSUFFICIENT_DATA for ever.",
      "Write the metric's name and dimensions as the service sends them.",
      "Amazon CloudWatch User Guide: AWS services that publish CloudWatch metrics", diag::Noticed::use},
     metricOfNothing},
    {{"api-before-methods", error, "order", "an API is deployed before it has methods",
      "A deployment names the API, not its methods. API Gateway refuses to deploy an API without any.",
      "Add `DependsOn` with the methods.", "AWS CloudFormation: AWS::ApiGateway::Deployment", diag::Noticed::race},
     apiBeforeMethods},
    {{"proxy-before-instance", error, "order", "a proxy does not wait for an instance of its cluster",
      "RDS Proxy refuses a cluster that has no instance yet.", "Add `DependsOn` with the instance.",
      "AWS CloudFormation: AWS::RDS::DBProxyTargetGroup", diag::Noticed::race},
     proxyBeforeInstance},
    {{"target-group-empty", warning, "names", "a listener sends connections to a group that nobody joins",
      "Instances join by their Auto Scaling group, tasks by their service, others by `Targets`. With none of these the "
      "load balancer answers 503, or not at all.",
      "Name the group where its targets are started.", "Elastic Load Balancing User Guide: Register targets",
      diag::Noticed::use},
     nobodyJoins},
    {{"cluster-without-instances", warning, "names", "a service is to run on instances that nobody starts",
      "With `LaunchType: EC2`, which is the default, tasks wait until an instance joins the cluster, and the stack "
      "with "
      "them.",
      "Write `LaunchType: FARGATE`, or start instances for the cluster.",
      "Amazon ECS Developer Guide: Amazon ECS launch types", diag::Noticed::creation},
     nobodyRunsIt},
    {{"cname-at-apex", error, "dns", "a CNAME stands at the top of its zone",
      "A name with a CNAME has no other records, and the top of a zone has NS and SOA. Route 53 refuses it.",
      "Write an alias record of type A.", "Amazon Route 53 Developer Guide: Supported DNS record types, CNAME",
      diag::Noticed::creation},
     cnameAtApex},
    {{"secret-in-environment", warning, "identity", "a secret stands in the environment of a function or task",
      "The environment is shown to everybody who may look at the function or the task definition.",
      "Keep the secret in Secrets Manager, and hand over its name or `ValueFrom`.",
      "AWS Lambda Developer Guide: Securing Lambda environment variables", diag::Noticed::attack},
     secretInEnvironment},
    {{"function-open", warning, "identity", "every account may call a function",
      "A permission for `*` without a condition is one for everybody who knows the function's name.",
      "Name the service or account.", "AWS Lambda Developer Guide: Viewing resource-based IAM policies",
      diag::Noticed::attack},
     functionOpen},
};

}  // namespace

std::span<const Rule> serviceRules() { return all; }

}  // namespace check
