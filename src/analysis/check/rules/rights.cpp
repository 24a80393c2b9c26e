#include "analysis/check/rights.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/check/rules/service_rules.h"

// Rights that the other side must give: who calls whom, and whose policy has to let it.
namespace check {
namespace {

/// A property that makes a service call what it names.
struct Edge {
  std::string_view type;
  std::string_view path;
  std::string_view service;
  bool before = false;         ///< AWS tries it, or asks for the right, when the resource is made
  std::string_view role = {};  ///< with this property beside it, a role calls, not the service
};

constexpr Edge edges[] = {
    {"AWS::S3::Bucket", "NotificationConfiguration.LambdaConfigurations[].Function", "s3.amazonaws.com", true},
    {"AWS::S3::Bucket", "NotificationConfiguration.QueueConfigurations[].Queue", "s3.amazonaws.com", true},
    {"AWS::S3::Bucket", "NotificationConfiguration.TopicConfigurations[].Topic", "s3.amazonaws.com", true},
    {"AWS::SNS::Topic", "Subscription[].Endpoint", "sns.amazonaws.com"},
    {"AWS::SNS::Subscription", "Endpoint", "sns.amazonaws.com"},
    {"AWS::Events::Rule", "Targets[].Arn", "events.amazonaws.com", false, "RoleArn"},
    {"AWS::Logs::SubscriptionFilter", "DestinationArn", "logs.amazonaws.com", true, "RoleArn"},
    {"AWS::SecretsManager::RotationSchedule", "RotationLambdaARN", "secretsmanager.amazonaws.com", true},
    {"AWS::ElasticLoadBalancingV2::TargetGroup", "Targets[].Id", "elasticloadbalancing.amazonaws.com", true},
    {"AWS::Config::ConfigRule", "Source.SourceIdentifier", "config.amazonaws.com", true},
    {"AWS::ApiGateway::Method", "Integration.Uri", "apigateway.amazonaws.com", false, "Credentials"},
    {"AWS::ApiGateway::Authorizer", "AuthorizerUri", "apigateway.amazonaws.com", false, "AuthorizerCredentials"},
    {"AWS::ApiGatewayV2::Integration", "IntegrationUri", "apigateway.amazonaws.com", false, "CredentialsArn"},
    {"AWS::ApiGatewayV2::Authorizer", "AuthorizerUri", "apigateway.amazonaws.com", false, "AuthorizerCredentialsArn"},
    {"AWS::IoT::TopicRule", "TopicRulePayload.Actions[].Lambda.FunctionArn", "iot.amazonaws.com"},
    {"AWS::SES::ReceiptRule", "Rule.Actions[].LambdaAction.FunctionArn", "ses.amazonaws.com", true},
    {"AWS::SES::ReceiptRule", "Rule.Actions[].S3Action.BucketName", "ses.amazonaws.com", true},
    {"AWS::CloudWatch::Alarm", "AlarmActions[]", "lambda.alarms.cloudwatch.amazonaws.com"},
    {"AWS::CloudTrail::Trail", "S3BucketName", "cloudtrail.amazonaws.com", true},
    {"AWS::Config::DeliveryChannel", "S3BucketName", "config.amazonaws.com", true},
    {"AWS::S3::Bucket", "LoggingConfiguration.DestinationBucketName", "logging.s3.amazonaws.com"},
    {"AWS::Cognito::UserPool", "LambdaConfig.PreSignUp", "cognito-idp.amazonaws.com"},
    {"AWS::Cognito::UserPool", "LambdaConfig.PostConfirmation", "cognito-idp.amazonaws.com"},
    {"AWS::Cognito::UserPool", "LambdaConfig.PreAuthentication", "cognito-idp.amazonaws.com"},
    {"AWS::Cognito::UserPool", "LambdaConfig.PostAuthentication", "cognito-idp.amazonaws.com"},
    {"AWS::Cognito::UserPool", "LambdaConfig.PreTokenGeneration", "cognito-idp.amazonaws.com"},
    {"AWS::Cognito::UserPool", "LambdaConfig.CustomMessage", "cognito-idp.amazonaws.com"},
    {"AWS::Cognito::UserPool", "LambdaConfig.UserMigration", "cognito-idp.amazonaws.com"},
};

/// Whose policy decides, for each type that is called.
struct Callee {
  std::string_view type;
  std::string_view action;
  std::string_view policy;    ///< the type that carries it
  std::string_view property;  ///< of the policy, that names the callee
};

constexpr Callee callees[] = {
    {"AWS::Lambda::Function", "lambda:InvokeFunction", "AWS::Lambda::Permission", "FunctionName"},
    {"AWS::SQS::Queue", "sqs:SendMessage", "AWS::SQS::QueuePolicy", "Queues"},
    {"AWS::SNS::Topic", "sns:Publish", "AWS::SNS::TopicPolicy", "Topics"},
    {"AWS::S3::Bucket", "s3:PutObject", "AWS::S3::BucketPolicy", "Bucket"},
};

/// Whether what belongs to the callee lets the service call it.
Truth letsCall(const Resource& policy, const Callee& callee, std::string_view service) {
  if (callee.policy != "AWS::Lambda::Permission") return lets(policy["PolicyDocument"], service, callee.action);
  const auto principal = policy["Principal"];
  return principal.is("*") ? Truth::yes : isService(principal, service);
}

/// An old bucket that takes logs by its list, without a policy.
bool takesLogsByList(const Resource& bucket) {
  return bucket["AccessControl"].is("LogDeliveryWrite") || bucket["AccessControl"].isUnknown();
}

struct Call {
  const Edge* edge;
  Node node;
  const Resource* caller;
  const Resource* target;
  const Callee* callee;
};

bool hasRole(const Node& node, const Edge& edge) {
  if (edge.role.empty()) return false;
  const auto path = edge.path;
  const auto dot = path.rfind('.');
  const auto parents =
      dot == path.npos ? std::vector{node.owner()->all()} : nodesAt(node.owner()->all(), path.substr(0, dot));
  for (const auto& parent : parents)
    if (parent[path.substr(dot == path.npos ? 0 : dot + 1)].value() == node.value()) return parent[edge.role].isSet();
  return true;
}

std::vector<Call> callsOf(const Model& model) {
  std::vector<Call> calls;
  for (const auto& edge : edges)
    for (const auto* caller : model.all(edge.type)) {
      if (!caller->certain) continue;
      for (const auto& node : nodesAt(caller->all(), edge.path))
        for (const auto& callee : callees) {
          const auto* target = namedIn(node, callee.type);
          if (target && target != caller && !hasRole(node, edge))
            calls.push_back({&edge, node, caller, target, &callee});
        }
    }
  return calls;
}

struct Answer {
  Truth given = Truth::no;
  const Resource* by = nullptr;
};

Answer answerTo(const Model& model, const Call& call) {
  const auto attached = attachedTo(model, *call.target, call.callee->policy, call.callee->property);
  if (call.edge->service == "logging.s3.amazonaws.com" && takesLogsByList(*call.target)) return {Truth::yes, nullptr};
  Answer answer{attached.complete ? Truth::no : Truth::unknown, nullptr};
  for (const auto* policy : attached.found) {
    const auto one = letsCall(*policy, *call.callee, call.edge->service);
    if (one == Truth::yes) return {Truth::yes, policy};
    if (one == Truth::unknown) answer.given = Truth::unknown;
  }
  return answer;
}

std::string fixFor(const Call& call) {
  if (call.callee->policy == "AWS::Lambda::Permission")
    return fmt::format("add an `AWS::Lambda::Permission` for `{}` with `Principal: {}`", call.target->id,
                       call.edge->service);
  return fmt::format("add an `{}` for `{}` that allows `{}` to `{}`", call.callee->policy, call.target->id,
                     call.callee->action, call.edge->service);
}

void rightMissing(const Model& model, const Report& report) {
  std::vector<std::pair<const Resource*, const Resource*>> said;
  for (const auto& call : callsOf(model)) {
    if (std::ranges::find(said, std::pair{call.caller, call.target}) != said.end()) continue;
    if (answerTo(model, call).given != Truth::no) continue;
    said.emplace_back(call.caller, call.target);
    report(call.node, fmt::format("nothing lets `{}` call `{}`", call.edge->service, call.target->id), fixFor(call),
           {at(*call.target, "what is called")});
  }
}

void rightRace(const Model& model, const Report& report) {
  for (const auto& call : callsOf(model)) {
    const auto [given, by] = answerTo(model, call);
    if (!call.edge->before || given != Truth::yes || !by || model.comesAfter(*call.caller, *by)) continue;
    if (model.comesAfter(*by, *call.caller)) {
      report(call.node, fmt::format("`{}` needs what `{}` allows, but is made before it", call.caller->id, by->id),
             fmt::format("let `{}` name it by its text instead of a reference, and add `DependsOn: {}` here", by->id,
                         by->id),
             {at(*by, "the policy")});
      continue;
    }
    report(call.node, fmt::format("`{}` needs what `{}` allows, but does not wait for it", call.caller->id, by->id),
           fmt::format("add `DependsOn: {}`", by->id), {at(*by, "the policy")});
  }
  // Functions whose right to read a source is a resource of its own.
  for (const auto* mapping : model.all("AWS::Lambda::EventSourceMapping")) {
    const auto* function = (*mapping)["FunctionName"].resource("AWS::Lambda::Function");
    const auto* role = function ? (*function)["Role"].resource("AWS::IAM::Role") : nullptr;
    if (!role || (*role)["ManagedPolicyArns"] || (*role)["Policies"]) continue;
    for (const auto* policy : policiesOf(model, *role))
      if (!model.comesAfter(*mapping, *policy))
        report(
            *mapping,
            fmt::format("Lambda asks whether `{}` may read the source, and `{}` may come later", role->id, policy->id),
            fmt::format("add `DependsOn: {}`", policy->id), {at(*policy, "the policy")});
  }
  // Instances that the stack waits for, without the rights that they boot with.
  for (const auto& resource : model.resources()) {
    if (!resource.attribute("CreationPolicy") && !resource.is("AWS::CloudFormation::CustomResource") &&
        !resource.type.starts_with("Custom::"))
      continue;
    const Resource* role = nullptr;
    if (const auto* function = resource["ServiceToken"].resource("AWS::Lambda::Function"))
      role = (*function)["Role"].resource("AWS::IAM::Role");
    else
      role = roleOfMachine(model, resource);
    const auto policies = role ? policiesOf(model, *role) : std::vector<const Resource*>{};
    // A custom resource may do with what its function has already.
    if (!resource.attribute("CreationPolicy") &&
        (policies.size() != 1 || (*role)["Policies"] || model.isHandedOut(*policies.front())))
      continue;
    for (const auto* policy : policies)
      if (policy->certain && resource.certain && !model.comesAfter(resource, *policy) &&
          !model.comesAfter(*policy, resource))
        report(resource,
               fmt::format("it runs as `{}`, but does not wait for `{}`, which says what that may do", role->id,
                           policy->id),
               fmt::format("add `DependsOn: {}`", policy->id), {at(*policy, "the policy")});
  }
}

constexpr Rule all[] = {
    {{"right-missing", diag::Severity::error, "rights", "a service calls what does not let it",
      "A rule, a topic, a bucket or an API calls a function, a queue, a topic or a bucket only if the policy of that "
      "one "
      "lets the service in. Without it the creation fails, or, for most, nothing ever arrives and nothing says why.",
      "Add the policy or permission that names the service as principal.",
      "AWS Lambda Developer Guide: Viewing resource-based IAM policies; Amazon SNS Developer Guide: Fanout to Amazon "
      "SQS "
      "queues; Amazon S3 User Guide: Granting permissions to publish event notification messages to a destination",
      diag::Noticed::use},
     rightMissing},
    {{"right-race", diag::Severity::error, "rights", "something is made before the right that it needs",
      "AWS asks whether the right is there when the resource is made, or the boot uses it at once. A policy that is a "
      "resource of its own is made at the same time, so this fails now and then.",
      "Add `DependsOn` with the policy, or write the policy into the role.", "AWS CloudFormation: DependsOn attribute",
      diag::Noticed::race},
     rightRace},
};

}  // namespace

std::span<const Rule> rightRules() { return all; }

}  // namespace check
