#include <fmt/format.h>

#include <algorithm>

#include "analysis/check/policies.h"
#include "analysis/check/rules/rules.h"
#include "cloudformation/references.h"

// What principals of the stack may do.
namespace check {
namespace {

bool isEverything(const std::vector<Node>& resources) {
  return std::ranges::any_of(resources, [](const Node& each) { return each.is("*"); });
}

void administrator(const Model& model, const Report& report) {
  for (const auto& document : identityPolicies(model))
    for (const auto& statement : statementsOf(document)) {
      if (!statement.allows || !isEverything(statement.resources) || statement.condition) continue;
      for (const auto& action : statement.actions)
        if (action.is("*") || action.is("*:*") || action.is("iam:*"))
          report(action, fmt::format("`{}` on every resource: whoever has this has the account", *action.text()),
                 "name the actions and resources that are needed");
      if (statement.node["NotAction"])
        report(statement.node["NotAction"], "all actions but a few are allowed on every resource",
               "name the actions that are needed");
    }
  for (const auto& resource : model.resources())
    if (resource.is("AWS::IAM::Role") || resource.is("AWS::IAM::User") || resource.is("AWS::IAM::Group"))
      for (const auto& policy : resource["ManagedPolicyArns"].items()) {
        const auto text = policy.text();
        const auto* parts =
            policy.isSet() ? policy.value()->as<data::Tagged>() : nullptr;  // `arn:${AWS::Partition}:...`
        const auto* list = parts && parts->tag == "Join" ? parts->value->as<List>() : nullptr;
        const auto* last = list && !list->empty() ? list->back().as<std::string>() : nullptr;
        const auto end = text ? *text : last ? *last : "";
        for (const std::string_view name :
             {":aws:policy/AdministratorAccess", ":aws:policy/IAMFullAccess", ":aws:policy/PowerUserAccess"})
          if (end.ends_with(name))
            report(policy, fmt::format("`{}` on a principal of the stack", name.substr(12)),
                   "name the actions that are needed");
      }
}

struct Sensitive {
  std::string_view action;
  std::string_view what;
};
constexpr Sensitive sensitives[] = {
    {"secretsmanager:GetSecretValue", "every secret of the account can be read"},
    {"ssm:GetParameter", "every parameter of the account can be read, secret ones too"},
    {"kms:Decrypt",
     "everything that the account's keys encrypted can be read, where the keys' policies leave it to IAM"},
    {"iam:PassRole", "every role can be handed to a service, that of an administrator too"},
    {"sts:AssumeRole", "every role that trusts the account can be assumed"},
    {"s3:GetObject", "every object of the account can be read"},
    {"s3:DeleteObject", "every object of the account can be deleted"},
    {"dynamodb:GetItem", "every table of the account can be read"},
    {"iam:CreateAccessKey", "keys of every user can be made"},
    {"iam:AttachRolePolicy", "every policy can be attached to every role"},
};

void everySecret(const Model& model, const Report& report) {
  for (const auto& document : identityPolicies(model))
    for (const auto& statement : statementsOf(document)) {
      if (!statement.allows || !isEverything(statement.resources) || statement.condition) continue;
      for (const auto& action : statement.actions) {
        const auto text = action.text();
        if (!text || *text == "*" || *text == "iam:*" || *text == "*:*") continue;  // another rule's
        const auto found =
            std::ranges::find_if(sensitives, [&](const Sensitive& each) { return actionCovers(*text, each.action); });
        if (found != std::end(sensitives))
          report(action, fmt::format("`{}` on every resource: {}", *text, found->what),
                 "name the resources that are needed");
      }
    }
}

/// Literal secrets, wherever a template may hold one.
struct SecretProperty {
  std::string_view type;
  std::string_view member;
};
constexpr SecretProperty secretProperties[] = {
    {"AWS::RDS::DBInstance", "MasterUserPassword"},     {"AWS::RDS::DBCluster", "MasterUserPassword"},
    {"AWS::Redshift::Cluster", "MasterUserPassword"},   {"AWS::DocDB::DBCluster", "MasterUserPassword"},
    {"AWS::SecretsManager::Secret", "SecretString"},    {"AWS::ElastiCache::ReplicationGroup", "AuthToken"},
    {"AWS::DirectoryService::MicrosoftAD", "Password"},
};

/// Whether the text only says that a secret belongs there: `<password>`, `CHANGE_ME`.
bool isPlaceholder(std::string_view text) {
  std::string lower;
  for (const char c : text) lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (text.starts_with('<') && text.ends_with('>')) return true;
  for (const auto* word : {"changeme", "change_me", "change-me", "replaceme", "replace_me", "replace-me", "placeholder",
                           "your-password", "your_password", "yourpassword", "todo", "xxxx"})
    if (lower.find(word) != lower.npos) return true;
  return false;
}

void literalSecret(const Model& model, const Report& report) {
  for (const auto& [type, member] : secretProperties)
    for (const auto* resource : model.all(type)) {
      const auto node = (*resource)[member];
      if (!node) continue;
      const auto* declaration = model.source().find(resource->id);
      const auto* all = declaration->properties.as<Map>();
      const auto* written = all ? data::find(*all, member) : nullptr;
      const auto* literal = written ? written->as<std::string>() : nullptr;
      if (literal && isPlaceholder(*literal)) continue;
      if (literal && literal->find("{{resolve:") == literal->npos) {
        report(node, "the secret is in the template, for everybody who may read it",
               "let AWS make it: `ManageMasterUserPassword`, `GenerateSecretString`, or a dynamic reference");
        continue;
      }
      const auto call = written ? cfn::callOf(*written) : std::nullopt;
      const auto* name = call && call->function == "Ref" ? call->argument->as<std::string>() : nullptr;
      const auto* parameter = name ? data::find(model.source().sections().parameters, *name) : nullptr;
      const auto* fields = parameter ? parameter->as<Map>() : nullptr;
      if (!fields) continue;
      const auto* hidden = data::find(*fields, "NoEcho");
      const bool isHidden = hidden && (Node{*resource, hidden, {}, ""}.flag() == true);
      const auto* given = data::find(*fields, "Default");
      if (!isHidden)
        report(node,
               fmt::format("the parameter `{}` is a secret, and everybody who may look at the stack reads it", *name),
               "set `NoEcho: true` on it");
      else if (given && given->as<std::string>() && !given->as<std::string>()->empty())
        report(node, fmt::format("the parameter `{}` is a secret with a default that stands in the template", *name),
               "remove the default");
    }
}

/// Whether some policy of the role allows the action on something; unknown where a policy is not told.
Truth allows(const Model& model, const Resource& role, std::string_view action, std::string_view managed) {
  auto answer = Truth::no;
  const auto judge = [&](const Node& document) {
    if (!document.isKnown()) answer = answer == Truth::yes ? answer : Truth::unknown;
    for (const auto& statement : statementsOf(document))
      for (const auto& each : statement.actions) {
        const auto text = each.text();
        if (!text && answer == Truth::no) answer = Truth::unknown;
        if (text && statement.allows && actionCovers(*text, action)) answer = Truth::yes;
      }
  };
  for (const auto& policy : role["Policies"].items()) judge(policy["PolicyDocument"]);
  for (const auto* policy : model.usersOf(role))
    if (policy->type.starts_with("AWS::IAM::") && !policy->is("AWS::IAM::InstanceProfile"))
      judge((*policy)["PolicyDocument"]);
  for (const auto& arn : role["ManagedPolicyArns"].items()) {
    const auto* call = arn.isSet() ? arn.value()->as<data::Tagged>() : nullptr;
    const bool readable = arn.text() || (call && call->tag == "Join");
    const auto words = data::toJson(*arn.value());
    if (words.find(managed) != words.npos || words.find("AdministratorAccess") != words.npos) answer = Truth::yes;
    if (!readable || words.find("iam::aws:policy") == words.npos)
      answer = answer == Truth::yes ? answer : Truth::unknown;
  }
  return answer;
}

void functionWithoutNetwork(const Model& model, const Report& report) {
  for (const auto* function : model.all("AWS::Lambda::Function")) {
    const auto network = (*function)["VpcConfig"];
    const auto* role = (*function)["Role"].resource("AWS::IAM::Role");
    if (!network.isKnown() || network["SubnetIds"].items().empty() || !role) continue;
    if (allows(model, *role, "ec2:CreateNetworkInterface", "AWSLambdaVPCAccessExecutionRole") == Truth::no)
      report(network, fmt::format("the function is to have network interfaces, but `{}` may not create them", role->id),
             "give the role the managed policy `service-role/AWSLambdaVPCAccessExecutionRole`",
             {diag::Related{role->span, "the role"}});
  }
}

constexpr Rule all[] = {
    {{"administrator", diag::Severity::warning, "identity", "a principal of the stack may do everything",
      "Whoever takes over the instance or function takes over the account.",
      "Name the actions and resources that are needed.", "IAM User Guide: Apply least-privilege permissions",
      diag::Noticed::attack},
     administrator},
    {{"sensitive-on-everything", diag::Severity::warning, "identity", "a sensitive action is allowed on every resource",
      "Reading secrets, passing roles and the like matter most where they end: on which resource.",
      "Name the resource, such as the secret's ARN.", "IAM User Guide: Apply least-privilege permissions",
      diag::Noticed::attack},
     everySecret},
    {{"function-without-network", diag::Severity::error, "identity",
      "a function in a VPC may not create its network interfaces",
      "Lambda creates the interfaces with the function's role and refuses the function where that may not.",
      "Give the role `AWSLambdaVPCAccessExecutionRole`.",
      "AWS Lambda Developer Guide: Giving functions access to resources in a VPC", diag::Noticed::creation},
     functionWithoutNetwork},
    {{"secret-in-template", diag::Severity::error, "identity", "a secret can be read in the template or in the stack",
      "Templates are committed, and both templates and parameters are shown to everybody who may look at the stack.",
      "Let AWS make the secret, or give it as a parameter with `NoEcho: true` and without default.",
      "AWS CloudFormation User Guide: Security best practices, credentials in templates", diag::Noticed::attack},
     literalSecret},
};

}  // namespace

std::span<const Rule> identityRules() { return all; }

}  // namespace check
