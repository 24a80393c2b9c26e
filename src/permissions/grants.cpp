#include "permissions/grants.h"

#include <fmt/format.h>

#include <algorithm>

#include "aws/handler_tables.h"
#include "permissions/special.h"

namespace permissions {

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> all;
  while (!text.empty()) {
    const auto word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    all.emplace_back(word);
  }
  return all;
}

void grantLinkedRoles(const Subject& subject, Scopes& scopes) {
  const auto services = linkedServices(subject.evaluated);
  if (services.empty()) return;
  scopes[{"ServiceLinkedRoles",
          {"arn:${Partition}:iam::${Account}:role/aws-service-role/*"},
          {{"StringEquals", "iam:AWSServiceName", {services.begin(), services.end()}}}}]
      .insert("iam:CreateServiceLinkedRole");
}

void grantPassingRoles(const Subject& subject, Scopes& scopes, std::vector<Gap>& gaps) {
  const auto services = trustedServices(subject.evaluated);
  auto foreign = foreignRoles(subject.evaluated);
  const bool makesRoles = std::ranges::any_of(subject.evaluated.resources, [](const auto& resource) {
    return resource.type() == "AWS::IAM::Role" && resource.present != cfn::Truth::no;
  });
  if (const auto ids = namersOfUnknownRoles(subject.evaluated); !ids.empty()) {
    foreign = {"arn:${Partition}:iam::${Account}:role/*"};
    gaps.push_back(
        {fmt::format("{}", fmt::join(ids, ", ")), "the role is not known, so any may be passed; give its parameters"});
  }
  if (!foreign.empty()) scopes[{"PassOtherRoles", {foreign.begin(), foreign.end()}}].insert("iam:PassRole");
  if (!makesRoles) return;
  Scope scope{"PassRoles", subject.names.arnsOf("iam:role")};
  if (!services.empty())
    scope.conditions = {{"StringEquals", "iam:PassedToService", {services.begin(), services.end()}}};
  else
    gaps.push_back({"iam:PassRole", "which services the template's roles trust cannot be told, so to any"});
  scopes[scope].insert("iam:PassRole");
}

void grantAttaching(const Subject& subject, const std::set<std::string>& actions, Scopes& scopes) {
  auto policies = namedPolicies(subject.evaluated);
  for (const auto& arn : subject.names.arnsOf("iam:policy")) policies.insert(arn);
  if (policies.empty()) return;
  std::set<std::string> resources;
  for (const auto& action : actions)
    for (const auto& kind : words(aws::findAction(action)->resources))
      for (const auto& arn : subject.names.arnsOf("iam:" + kind)) resources.insert(arn);
  scopes[{"AttachPolicies",
          {resources.begin(), resources.end()},
          {{"ArnLike", "iam:PolicyARN", {policies.begin(), policies.end()}}}}] = actions;
}

void grantReading(const Subject& subject, bool patterns, Scopes& scopes) {
  std::set<std::string> parameters;
  for (const auto& name : readParameters(subject.document)) {
    const bool open = name.starts_with("/aws/service/");  // public: they belong to no account
    parameters.insert(fmt::format("arn:${{Partition}}:ssm:${{Region}}:{}:parameter{}{}", open ? "" : "${Account}",
                                  name.starts_with('/') ? "" : "/", name));
  }
  if (parameters.empty() && patterns) parameters.insert("arn:${Partition}:ssm:${Region}::parameter/aws/service/*");
  if (!parameters.empty()) {
    auto& actions = scopes[{"ReadParameters", {parameters.begin(), parameters.end()}}];
    actions.insert({"ssm:GetParameter", "ssm:GetParameters"});
    if (patterns) actions = {"ssm:Get*"};
  }
  std::set<std::string> secrets;
  for (const auto& name : readSecrets(subject.document))
    secrets.insert(name.starts_with("arn:")
                       ? name
                       : fmt::format("arn:${{Partition}}:secretsmanager:${{Region}}:${{Account}}:secret:{}*", name));
  if (!secrets.empty())
    scopes[{"ReadSecrets", {secrets.begin(), secrets.end()}}].insert("secretsmanager:GetSecretValue");
}

void grantRollingUpdates(const Subject& subject, Scopes& scopes) {
  for (const auto& resource : subject.document.resources())
    if (const auto* policy = resource.updatePolicy.as<data::Map>();
        policy && data::find(*policy, "AutoScalingRollingUpdate"))
      scopes[{"RollingUpdate", subject.names.arnsOf("autoscaling:autoscalinggroup")}].insert(
          "autoscaling:TerminateInstanceInAutoScalingGroup");
}

void grantCustomResources(const Subject& subject, Scopes& scopes) {
  for (const auto& resource : subject.evaluated.resources) {
    const auto* token = data::find(resource.properties, "ServiceToken");
    if (!token || resource.present == cfn::Truth::no) continue;
    for (const auto& pattern : patternsOf(*token)) {
      const bool known = pattern.starts_with("arn:");
      const auto* tagged = token->as<data::Tagged>();
      const bool own = tagged && (tagged->tag == "GetAtt" || tagged->tag == "Ref");  // made by the template
      const bool topic = known ? pattern.find(":sns:") != pattern.npos : own && tagged->tag == "Ref";
      const auto arns = known ? std::vector{pattern}
                        : own ? subject.names.arnsOf(topic ? "sns:topic" : "lambda:function")
                              : std::vector<std::string>{"arn:${Partition}:lambda:${Region}:${Account}:function:*"};
      scopes[{"CustomResources", arns}].insert(topic ? "sns:Publish" : "lambda:InvokeFunction");
    }
  }
}

}  // namespace permissions
