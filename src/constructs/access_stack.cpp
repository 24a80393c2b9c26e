#include "constructs/access_stack.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "aws/iam.h"
#include "cloudformation/policy.h"
#include "constructs/trust.h"
#include "permissions/service_policy.h"

namespace constructs {
namespace {

namespace iam = aws::iam;
using Statements = std::vector<cfn::PolicyStatement>;

/// A text of the computed policy, with `${Region}` and its like as what they are in a template.
cfn::Expression placed(std::string_view text) {
  std::vector<cfn::Part> parts;
  const std::pair<std::string_view, cfn::Expression> known[] = {
      {"${Partition}", cfn::partition()}, {"${Region}", cfn::region()}, {"${Account}", cfn::accountId()}};
  std::string literal;
  while (!text.empty()) {
    const auto* found = std::ranges::find_if(known, [&](const auto& entry) { return text.starts_with(entry.first); });
    if (found == std::end(known)) {
      literal += text.front();
      text.remove_prefix(1);
      continue;
    }
    if (!literal.empty()) parts.emplace_back(std::exchange(literal, {}));
    parts.emplace_back(found->second);
    text.remove_prefix(found->first.size());
  }
  if (!literal.empty()) parts.emplace_back(literal);
  return parts.size() == 1 ? cfn::Expression{parts.front().value} : cfn::sub(parts);
}

data::List placed(const std::vector<std::string>& texts) {
  data::List list;
  for (const auto& text : texts) list.push_back(placed(text).value);
  return list;
}

Statements placed(const std::vector<permissions::Statement>& statements) {
  Statements all;
  for (const auto& [sid, allow, actions, resources, conditions] : statements) {
    data::Map tests;
    for (const auto& [test, key, values] : conditions)
      tests.push_back({test, data::Map{{key, placed(values), {}}}, {}});
    cfn::PolicyStatement statement{
        .Action = actions,
        .Effect = "Allow",
        .Resource = cfn::Expression{placed(resources)},
        .Sid = sid,
    };
    if (!allow) statement.Effect = "Deny";
    if (!tests.empty()) statement.Condition = std::move(tests);
    all.push_back(std::move(statement));
  }
  return all;
}

struct Names {
  cfn::Expression stack;       ///< ARNs of the stack, whatever its id
  cfn::Expression changeSets;  ///< and of its change sets
  std::string name;
};

Names namesOf(const config::Config& config) {
  const auto name = config.stackName().text();
  return {placed(fmt::format("arn:${{Partition}}:cloudformation:${{Region}}:${{Account}}:stack/{}/*", name)),
          placed(fmt::format("arn:${{Partition}}:cloudformation:${{Region}}:${{Account}}:changeSet/*")), name};
}

iam::role::Policy policy(std::string name, Statements statements) {
  return {.PolicyDocument = cfn::PolicyDocument{std::move(statements)}, .PolicyName = std::move(name)};
}

/// What CloudFormation may do, in as many managed policies as that takes.
iam::Role::Handle addServiceRole(cfn::Template& access, const config::Config& config, const cfn::Template& stack) {
  const auto trust = cfn::PolicyDocument{{{
      .Action = {"sts:AssumeRole"},
      .Condition = data::Map{{"StringEquals", data::Map{{"aws:SourceAccount", cfn::accountId().value, {}}}, {}}},
      .Effect = "Allow",
      .Principal = cfn::Principal{.Service = {"cloudformation.amazonaws.com"}},
  }}};
  const auto own = [](std::string_view kind) {
    return cfn::sub({"arn:", cfn::partition(), ":iam::", cfn::accountId(), ":", kind, "/", cfn::stackName(), "-*"});
  };
  const auto role = access["ServiceRole"] = iam::Role{
      .AssumeRolePolicyDocument = trust,
      .Description = fmt::format("What CloudFormation may do for the stack {}", config.stackName().text()),
      .Policies = {policy("keep-access", {{
                                             .Action = {"iam:*"},
                                             .Effect = "Deny",
                                             .Resource = {own("role"), own("policy")},
                                             .Sid = "KeepAccess",
                                         }})},
  };
  const auto computed = permissions::servicePolicy(stack, config.stackName().text());
  int number = 0;
  for (const auto& document : permissions::split(computed.statements))
    access[fmt::format("ServicePolicy{}", ++number)] = iam::ManagedPolicy{
        .Description = fmt::format("What the resources of the stack {} take", config.stackName().text()),
        .PolicyDocument = cfn::PolicyDocument{placed(document)},
        .Roles = {role},
    };
  return role;
}

cfn::PolicyStatement handOver(const iam::Role::Handle& service) {
  return {
      .Action = {"iam:PassRole"},
      .Condition =
          data::Map{{"StringEquals", data::Map{{"iam:PassedToService", "cloudformation.amazonaws.com", {}}}, {}}},
      .Effect = "Allow",
      .Resource = {service.arn()},
      .Sid = "HandOverTheServiceRole",
  };
}

cfn::PolicyStatement look(const Names& names) {
  return {
      .Action = {"cloudformation:DescribeChangeSet", "cloudformation:DescribeEvents",
                 "cloudformation:DescribeStackEvents", "cloudformation:DescribeStackResource",
                 "cloudformation:DescribeStackResources", "cloudformation:DescribeStacks", "cloudformation:GetTemplate",
                 "cloudformation:ListChangeSets", "cloudformation:ListStackResources"},
      .Effect = "Allow",
      .Resource = {names.stack, names.changeSets},
      .Sid = "Look",
  };
}

// What a change set does is read by people before another role executes it; it can name no role but the service role.
iam::Role::Handle addPlanRole(cfn::Template& access, const config::Config& config, const cfn::PolicyDocument& trust,
                              const iam::Role::Handle& service) {
  const auto names = namesOf(config);
  Statements statements{
      {
          .Action = {"cloudformation:CreateChangeSet"},
          .Condition = data::Map{{"StringEquals", data::Map{{"cloudformation:RoleArn", service.arn().value, {}}}, {}}},
          .Effect = "Allow",
          .Resource = {names.stack},
          .Sid = "MakeChangeSets",
      },
      {
          .Action = {"cloudformation:DeleteChangeSet"},
          .Effect = "Allow",
          .Resource = {names.stack},
          .Sid = "TakeChangeSetsBack",
      },
      look(names),
      {
          .Action = {"cloudformation:GetTemplateSummary", "cloudformation:ValidateTemplate"},
          .Effect = "Allow",
          .Resource = {"*"},
          .Sid = "ReadTemplates",
      },
      handOver(service),
  };
  if (const auto& bucket = config.pipeline.bucket)
    statements.push_back({
        .Action = {"s3:GetObject", "s3:PutObject"},
        .Effect = "Allow",
        .Resource = {placed(fmt::format("arn:${{Partition}}:s3:::{}/cairn/*", bucket->text()))},
        .Sid = "UploadTemplates",
    });
  return access["PlanRole"] = iam::Role{
             .AssumeRolePolicyDocument = trust,
             .Description = fmt::format("Makes change sets for the stack {}", names.name),
             .Policies = {policy("plan", std::move(statements))},
         };
}

iam::Role::Handle addDeployRole(cfn::Template& access, const config::Config& config, const cfn::PolicyDocument& trust,
                                const iam::Role::Handle& service) {
  const auto names = namesOf(config);
  Statements statements{
      {
          .Action = {"cloudformation:CancelUpdateStack", "cloudformation:ContinueUpdateRollback",
                     "cloudformation:ExecuteChangeSet", "cloudformation:RollbackStack",
                     "cloudformation:UpdateTerminationProtection"},
          .Effect = "Allow",
          .Resource = {names.stack},
          .Sid = "Deploy",
      },
      look(names),
      handOver(service),
      {
          .Action = {"autoscaling:StartInstanceRefresh"},
          .Effect = "Allow",
          .Resource = {placed(fmt::format(
              "arn:${{Partition}}:autoscaling:${{Region}}:${{Account}}:autoScalingGroup:*:autoScalingGroupName/{}-*",
              names.name))},
          .Sid = "RefreshInstances",
      },
      {
          .Action = {"autoscaling:DescribeAutoScalingGroups", "autoscaling:DescribeInstanceRefreshes"},
          .Effect = "Allow",
          .Resource = {"*"},
          .Sid = "WatchInstances",
      },
      {
          .Action = {"cloudformation:DeleteStack"},
          .Effect = "Deny",
          .Resource = {"*"},
          .Sid = "KeepTheStack",
      },
  };
  return access["DeployRole"] = iam::Role{
             .AssumeRolePolicyDocument = trust,
             .Description = fmt::format("Executes change sets of the stack {}", names.name),
             .Policies = {policy("deploy", std::move(statements))},
         };
}

// Drift detection reads each resource in the name of who asks for it.
iam::Role::Handle addDriftRole(cfn::Template& access, const config::Config& config, const cfn::PolicyDocument& trust,
                               const cfn::Template& stack) {
  const auto names = namesOf(config);
  const auto computed = permissions::servicePolicy(stack, names.name, permissions::Purpose::look);
  auto statements = placed(computed.statements);
  statements.insert(statements.begin(),
                    {look(names),
                     {
                         .Action = {"cloudformation:DescribeStackResourceDrifts", "cloudformation:DetectStackDrift",
                                    "cloudformation:DetectStackResourceDrift"},
                         .Effect = "Allow",
                         .Resource = {names.stack},
                         .Sid = "DetectDrift",
                     },
                     {
                         .Action = {"cloudformation:DescribeStackDriftDetectionStatus"},
                         .Effect = "Allow",
                         .Resource = {"*"},
                         .Sid = "AwaitDrift",
                     }});
  return access["DriftRole"] = iam::Role{
             .AssumeRolePolicyDocument = trust,
             .Description = fmt::format("Looks for drift of the stack {}", names.name),
             .Policies = {policy("drift", std::move(statements))},
         };
}

// "Create an OpenID Connect (OIDC) identity provider in IAM"; IAM trusts GitHub's certificate by itself.
cfn::Expression providerOf(cfn::Template& access, const config::Pipeline& pipeline) {
  if (pipeline.oidcProvider) return cfn::Expression{pipeline.oidcProvider->text()};
  const auto provider = access["GitHub"] = iam::OIDCProvider{
      .ClientIdList = {"sts.amazonaws.com"},
      .Url = "https://token.actions.githubusercontent.com",
  };
  access.onDeletion(provider, cfn::DeletionPolicy::Retain);  // the account has one, which other roles may trust
  return provider.arn();
}

}  // namespace

cfn::Template buildAccessStack(const config::Config& config, const cfn::Template& stack) {
  const auto& pipeline = config.pipeline;
  cfn::Template access{
      fmt::format("Lets {} deploy the stack {}", pipeline.repository.text(), config.stackName().text())};
  const auto provider = providerOf(access, pipeline);
  const auto service = addServiceRole(access, config, stack);
  const auto plan =
      addPlanRole(access, config, trustOf(pipeline, provider, {Subject::pullRequest, Subject::branch}), service);
  const auto drift = addDriftRole(access, config, trustOf(pipeline, provider, {Subject::branch}), stack);
  const auto deploy = addDeployRole(access, config, trustOf(pipeline, provider, {Subject::environment}), service);
  access.output("PlanRoleArn", plan.arn(), "Role that makes change sets");
  access.output("DriftRoleArn", drift.arn(), "Role that looks for drift");
  access.output("DeployRoleArn", deploy.arn(), "Role that executes change sets");
  access.output("ServiceRoleArn", service.arn(), "Role that CloudFormation deploys the stack with");
  return access;
}

}  // namespace constructs
