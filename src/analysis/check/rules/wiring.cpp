#include <fmt/format.h>

#include <algorithm>

#include "analysis/check/rights.h"
#include "analysis/check/rules/service_rules.h"

// Names that point at nothing, what has to be there before, and what lies open beside the network.
namespace check {
namespace {

bool hasWord(const std::string& text, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != text.npos; });
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
    {{"secret-in-environment", warning, "identity", "a secret is in the environment of a function or task",
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

std::span<const Rule> wiringRules() { return all; }

}  // namespace check
