#include "permissions/boundary.h"

#include "../cloudformation/read.h"
#include "catch.h"
#include "config/load.h"
#include "constructs/access_stack.h"
#include "constructs/stack.h"
#include "evaluator.h"

namespace {

using evaluator::Decision;
using Context = std::map<std::string, std::string>;

const std::string account = "arn:aws:iam::123456789012:";
const std::string boundary = account + "policy/cairn/eu-west-1/matomo";

std::unique_ptr<config::LoadedConfig> configWith(const std::string& more) {
  diag::Sources sources{"config.yaml",
                        "name: matomo\ndomain: a.example.com\n"
                        "hosted_zone: {name: example.com, id: Z0123456789ABCDEFGHIJ}\n"
                        "pipeline:\n  repository: example/analytics\n" +
                            more};
  diag::Diagnostics diagnostics{sources};
  auto loaded = config::load(sources.first(), diagnostics);
  REQUIRE_FALSE(diagnostics.hasErrors());
  return loaded;
}

/// What the service role may do: its policies in the access stack, all of them.
struct Service {
  std::vector<data::Map> documents;

  explicit Service(const std::string& more = "") {
    const auto loaded = configWith(more);
    const auto access = constructs::buildAccessStack(loaded->config, constructs::buildStack(loaded->config));
    const cfn::Given given{.parameters = {{"AWS::Partition", "aws"},
                                          {"AWS::Region", "eu-west-1"},
                                          {"AWS::AccountId", "123456789012"},
                                          {"AWS::StackName", "matomo-access"}}};
    for (const auto& resource : cfn::evaluate({&access}, given).resources)
      if (resource.id.starts_with("ServicePolicy"))
        documents.push_back(*data::find(resource.properties, "PolicyDocument")->as<data::Map>());
  }

  Decision decide(const std::string& action, const std::string& resource, Context context = {}) const {
    return evaluator::decide(documents, {action, resource, std::move(context)});
  }
};

}  // namespace

TEST_CASE("the service role gives rights only to roles of the stack that have the boundary") {
  const Service service;
  const auto role = account + "role/matomo-InstanceRole-1ABC";
  const Context bounded{{"iam:PermissionsBoundary", boundary}};
  for (const auto* action : {"iam:CreateRole", "iam:PutRolePolicy", "iam:DeleteRolePolicy"}) {
    CAPTURE(action);
    CHECK(service.decide(action, role, bounded) == Decision::allow);
    CHECK(service.decide(action, role) == Decision::implicitDeny);
    CHECK(service.decide(action, role, {{"iam:PermissionsBoundary", account + "policy/other"}}) ==
          Decision::implicitDeny);
    // Another stack's, whose names begin alike.
    CHECK(service.decide(action, account + "role/matomo-staging-InstanceRole-1ABC", bounded) == Decision::implicitDeny);
  }
  CHECK(service.decide("iam:PutRolePermissionsBoundary", role, bounded) == Decision::allow);
  CHECK(service.decide("iam:PutRolePermissionsBoundary", role, {{"iam:PermissionsBoundary", account + "policy/x"}}) ==
        Decision::implicitDeny);
  CHECK(service.decide("iam:DeleteRolePermissionsBoundary", role, bounded) == Decision::deny);
  for (const auto* action : {"iam:CreatePolicyVersion", "iam:DeletePolicyVersion", "iam:SetDefaultPolicyVersion"})
    CHECK(service.decide(action, boundary) == Decision::deny);
  CHECK(service.decide("iam:UpdateAssumeRolePolicy", account + "role/matomo-staging-InstanceRole-1") ==
        Decision::implicitDeny);
}

TEST_CASE("a policy of the account's own can be the boundary") {
  const Service service{"  permissions_boundary: arn:aws:iam::123456789012:policy/own\n"};
  const auto role = account + "role/matomo-InstanceRole-1ABC";
  CHECK(service.decide("iam:CreateRole", role, {{"iam:PermissionsBoundary", account + "policy/own"}}) ==
        Decision::allow);
  CHECK(service.decide("iam:CreateRole", role, {{"iam:PermissionsBoundary", boundary}}) == Decision::implicitDeny);
  CHECK(service.decide("iam:CreatePolicyVersion", account + "policy/own") == Decision::deny);
}

TEST_CASE("the boundary allows what the stack's roles need and nothing that gives rights") {
  const auto loaded = configWith("");
  const auto statements = permissions::boundaryFor(constructs::buildStack(loaded->config), "matomo");
  const std::vector<data::Map> documents(1, permissions::document(statements, {"aws", "eu-west-1", "123456789012"}));
  const auto decide = [&](const std::string& action, const std::string& resource) {
    return evaluator::decide(documents, {action, resource, {}});
  };
  const std::string here = "eu-west-1:123456789012:";
  CHECK(decide("ssmmessages:OpenDataChannel", "*") == Decision::allow);
  CHECK(decide("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:" + here + "secret:rds!db-1") ==
        Decision::allow);
  CHECK(decide("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:" + here + "secret:other-1") ==
        Decision::implicitDeny);
  CHECK(decide("cloudformation:SignalResource", "arn:aws:cloudformation:" + here + "stack/matomo/1") ==
        Decision::allow);
  CHECK(decide("cloudformation:SignalResource", "arn:aws:cloudformation:" + here + "stack/other/1") ==
        Decision::implicitDeny);
  CHECK(decide("elasticfilesystem:ClientMount", "arn:aws:elasticfilesystem:" + here + "file-system/fs-1") ==
        Decision::allow);
  for (const auto* action :
       {"iam:CreateRole", "iam:PassRole", "sts:AssumeRole", "s3:GetObject", "lambda:InvokeFunction"})
    CHECK(decide(action, "*") == Decision::implicitDeny);
}

TEST_CASE("without one boundary for all roles there is no condition") {
  const auto one =
      "  A: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {}, PermissionsBoundary: 'arn:b'}}\n";
  const auto boundaryIn = [](const std::string& text) {
    const auto stack = readGood("Resources:\n" + text);
    return permissions::boundaryOf(cfn::evaluate({&stack}, {}));
  };
  CHECK(boundaryIn(one) == "arn:b");
  CHECK_FALSE(
      boundaryIn(one + std::string{"  B: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {}}}\n"}));
  CHECK_FALSE(
      boundaryIn(one + std::string{"  B: {Type: AWS::IAM::User, Properties: {PermissionsBoundary: 'arn:c'}}\n"}));
}
