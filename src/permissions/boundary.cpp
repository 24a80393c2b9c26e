#include "permissions/boundary.h"

#include <fmt/format.h>

#include <algorithm>

#include "aws/handler_tables.h"

namespace permissions {
namespace {

constexpr std::string_view key = "iam:PermissionsBoundary";

/// Actions whose requests say which boundary the role or user has ("Actions, resources, and condition keys for AWS
/// Identity and Access Management").
bool tellsBoundary(std::string_view action) {
  constexpr std::string_view table[] = {
      "iam:AttachRolePolicy", "iam:AttachUserPolicy", "iam:CreateRole",
      "iam:CreateUser",       "iam:DeleteRolePolicy", "iam:DeleteUserPolicy",
      "iam:DetachRolePolicy", "iam:DetachUserPolicy", "iam:PutRolePermissionsBoundary",
      "iam:PutRolePolicy",    "iam:PutUserPolicy",    "iam:PutUserPermissionsBoundary"};
  return std::ranges::find(table, action) != std::end(table);
}

bool hasBoundary(std::string_view type) { return type == "AWS::IAM::Role" || type == "AWS::IAM::User"; }

std::vector<std::string> textsOf(const data::Map& map, std::string_view name) {
  const auto* value = data::find(map, name);
  if (!value) return {};
  const auto* list = value->as<data::List>();
  if (!list) return patternsOf(*value);
  std::vector<std::string> all;
  for (const auto& item : *list)
    for (auto& text : patternsOf(item)) all.push_back(std::move(text));
  return all;
}

void forEachStatement(const data::Value* document, auto&& visit) {
  const auto* map = document ? document->as<data::Map>() : nullptr;
  const auto* statements = map ? data::find(*map, "Statement") : nullptr;
  const auto* list = statements ? statements->as<data::List>() : nullptr;
  if (!list) return;
  for (const auto& item : *list)
    if (const auto* statement = item.as<data::Map>();
        statement && textsOf(*statement, "Effect") == std::vector<std::string>{"Allow"})
      visit(*statement);
}

/// Policies of roles, and of the file systems that roles mount: a policy of a resource that names a role is held by the
/// role's boundary as well.
void forEachStatement(const cfn::EvaluatedResource& resource, auto&& visit) {
  if (resource.present == cfn::Truth::no) return;
  if (resource.type() == "AWS::EFS::FileSystem")
    forEachStatement(data::find(resource.properties, "FileSystemPolicy"), visit);
  if (!resource.type().starts_with("AWS::IAM::")) return;
  forEachStatement(data::find(resource.properties, "PolicyDocument"), visit);
  const auto* policies = data::find(resource.properties, "Policies");
  const auto* list = policies ? policies->as<data::List>() : nullptr;
  if (!list) return;
  for (const auto& item : *list)
    if (const auto* policy = item.as<data::Map>()) forEachStatement(data::find(*policy, "PolicyDocument"), visit);
}

std::string serviceOf(std::string_view action) { return std::string{action.substr(0, action.find(':'))}; }

/// ARNs of the stack that an action may be for, where the template does not say which one it is.
std::vector<std::string> ownArns(const std::string& action, const Names& names, std::string_view stackName) {
  const auto service = serviceOf(action);
  if (service == "cloudformation")
    return {fmt::format("arn:${{Partition}}:cloudformation:${{Region}}:${{Account}}:stack/{}/*", stackName)};
  std::vector<std::string> all;
  const auto* known = aws::findAction(action);
  for (const auto& kind : known ? words(known->resources) : std::vector<std::string>{}) {
    const auto arns = names.arnsOf(fmt::format("{}:{}", service, kind));
    if (arns.empty()) return {"*"};
    all.insert(all.end(), arns.begin(), arns.end());
  }
  return all.empty() ? std::vector<std::string>{"*"} : all;
}

}  // namespace

std::optional<std::string> boundaryOf(const cfn::Evaluated& stack) {
  std::optional<std::string> boundary;
  for (const auto& resource : stack.resources) {
    if (!hasBoundary(resource.type()) || resource.present == cfn::Truth::no) continue;
    const auto* value = data::find(resource.properties, "PermissionsBoundary");
    const auto patterns = value ? patternsOf(*value) : std::vector<std::string>{};
    if (patterns.size() != 1 || patterns.front().find('*') != std::string::npos) return {};
    if (boundary && *boundary != patterns.front()) return {};
    boundary = patterns.front();
  }
  return boundary;
}

void keepBoundary(const std::string& boundary, Scopes& scopes, std::vector<Statement>& statements) {
  Scopes held;
  for (auto& [scope, actions] : scopes) {
    std::set<std::string> bounded;
    std::ranges::copy_if(actions, std::inserter(bounded, bounded.end()), tellsBoundary);
    if (bounded.empty()) continue;
    for (const auto& action : bounded) actions.erase(action);
    auto narrower = scope;
    if (narrower.name == "Iam") narrower.name = "Bounded";
    narrower.conditions.push_back({"StringEquals", std::string{key}, {boundary}});
    held[narrower].merge(bounded);
  }
  std::erase_if(scopes, [](const auto& entry) { return entry.second.empty(); });
  for (auto& [scope, actions] : scopes)
    for (const auto* action : {"iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary"})
      actions.erase(action);
  scopes.merge(held);
  statements.push_back(
      {"KeepBoundary", false, {"iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary"}, {"*"}});
  statements.push_back(
      {"KeepBoundaryPolicy",
       false,
       {"iam:CreatePolicyVersion", "iam:DeletePolicy", "iam:DeletePolicyVersion", "iam:SetDefaultPolicyVersion"},
       {boundary}});
}

std::vector<Statement> boundaryFor(const cfn::Template& stack, std::string_view stackName) {
  cfn::Given given;
  given.parameters["AWS::StackName"] = std::string{stackName};
  const auto evaluated = cfn::evaluate({&stack}, given);
  const Names names{evaluated, stackName};
  std::map<std::vector<std::string>, std::set<std::string>> actionsOn;
  for (const auto& resource : evaluated.resources)
    forEachStatement(resource, [&](const data::Map& statement) {
      const auto named = textsOf(statement, "Resource");
      for (const auto& action : textsOf(statement, "Action")) {
        std::set<std::string> arns;
        for (const auto& arn : named) {
          const bool literal = arn.starts_with("arn:") && arn.find('*') == std::string::npos;
          for (auto& own : literal ? std::vector{arn} : ownArns(action, names, stackName)) arns.insert(std::move(own));
        }
        if (arns.empty() || arns.contains("*")) arns = {"*"};
        actionsOn[{arns.begin(), arns.end()}].insert(action);
      }
    });
  std::vector<Statement> statements;
  for (const auto& [arns, actions] : actionsOn)
    statements.push_back(
        {fmt::format("AtMost{}", statements.size() + 1), true, {actions.begin(), actions.end()}, arns});
  return statements;
}

}  // namespace permissions
