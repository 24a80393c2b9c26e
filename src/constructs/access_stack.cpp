#include "constructs/access_stack.h"

#include <fmt/format.h>

#include "aws/iam.h"
#include "cloudformation/policy.h"
#include "constructs/access_policies.h"
#include "constructs/buckets.h"
#include "constructs/identity.h"
#include "constructs/trust.h"
#include "permissions/boundary.h"
#include "permissions/service_policy.h"

namespace constructs {
namespace {

namespace iam = aws::iam;

/// What the roles of the stack may do at most, where the config names no policy for it.
void addBoundary(cfn::Template& access, const config::Config& config, const cfn::Template& stack) {
  if (config.pipeline.permissionsBoundary) return;
  const auto name = config.stackName().text();
  access["Boundary"] = iam::ManagedPolicy{
      .Description = fmt::format("What the roles of the stack {} may do at most", name),
      .ManagedPolicyName = name,
      .Path = boundaryPath(config),
      .PolicyDocument = cfn::PolicyDocument{placed(permissions::boundaryFor(stack, name))},
  };
}

/// The service role may touch neither the roles of the access stack nor the boundary. Names that are too long are cut
/// off, so the roles are named one by one as well.
void keepAccess(cfn::Template& access, const config::Config& config, const iam::Role::Handle& service,
                const std::vector<iam::Role::Handle>& others) {
  const auto own = [](std::string_view kind) {
    return cfn::sub({"arn:", cfn::partition(), ":iam::", cfn::accountId(), ":", kind, "/", cfn::stackName(), "-*"});
  };
  std::vector<cfn::Required<std::string>> kept{own("role"), own("policy"), boundaryOf(config), service.arn()};
  for (const auto& role : others) kept.emplace_back(role.arn());
  access["KeepAccess"] = iam::ManagedPolicy{
      .Description = "Keeps the roles of the pipeline as they are",
      .PolicyDocument = cfn::PolicyDocument{{{
          .Action = {"iam:*"},
          .Effect = "Deny",
          .Resource = kept,
          .Sid = "KeepAccess",
      }}},
      .Roles = {service},
  };
}

/// What CloudFormation may do, in as many managed policies as that takes.
iam::Role::Handle addServiceRole(cfn::Template& access, const config::Config& config, const cfn::Template& stack) {
  const auto trust = cfn::PolicyDocument{{{
      .Action = {"sts:AssumeRole"},
      .Condition = data::Map{{"StringEquals", data::Map{{"aws:SourceAccount", cfn::accountId().value, {}}}, {}}},
      .Effect = "Allow",
      .Principal = cfn::Principal{.Service = {"cloudformation.amazonaws.com"}},
  }}};
  const auto role = access["ServiceRole"] = iam::Role{
      .AssumeRolePolicyDocument = trust,
      .Description = fmt::format("What CloudFormation may do for the stack {}", config.stackName().text()),
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

/// A bucket for templates that are too large for a request, where the config names none.
cfn::Expression bucketOf(cfn::Template& access, const config::Pipeline& pipeline) {
  if (pipeline.bucket) return cfn::Expression{pipeline.bucket->text()};
  constexpr std::int64_t keptDays = 30;
  const auto bucket = access["Templates"] = privateBucket("templates", {keptDays, {}});
  access.onDeletion(bucket, cfn::DeletionPolicy::RetainExceptOnCreate);
  access["TemplatesPolicy"] = aws::s3::BucketPolicy{
      .Bucket = bucket,
      .PolicyDocument = cfn::PolicyDocument{{nothingWithoutTls(bucket)}},
  };
  access.output("TemplateBucket", bucket, "Bucket for templates of more than 51,200 bytes");
  return cfn::Expression{bucket};
}

/// Who makes change sets, and what their names and uploaded templates begin with: nobody else may touch these.
struct Maker {
  std::string_view id;
  std::string_view sid;
  std::string_view description;
  std::string_view prefix;
};
constexpr Maker forReview{"PlanRole", "plan", "Makes change sets for review, of pull requests to the stack",
                          "cairn-review-"};
constexpr Maker forDeployment{"PrepareRole", "prepare", "Makes the change sets that are deployed, of the stack",
                              "cairn-deploy-"};

/// A change set can name no role but the service role, and no template but one that this role uploaded.
data::Map ownChangeSets(const Maker& maker, const cfn::Expression& service, const cfn::Expression& bucket,
                        std::string_view stack) {
  auto conditions = forChangeSets(maker.prefix);
  conditions.push_back({"StringEquals", data::Map{{"cloudformation:RoleArn", service.value, {}}}, {}});
  const auto url =
      cfn::sub({"https://", bucket, ".s3.", cfn::region(), ".amazonaws.com/cairn/", stack, "/", maker.prefix, "*"});
  conditions.push_back({"StringLikeIfExists", data::Map{{"cloudformation:TemplateUrl", url.value, {}}}, {}});
  return conditions;
}

iam::Role::Handle addMaker(cfn::Template& access, const config::Config& config, const Maker& maker,
                           const cfn::PolicyDocument& trust, const iam::Role::Handle& service,
                           const cfn::Expression& bucket) {
  const auto names = arnsOf(config);
  return access[std::string{maker.id}] = iam::Role{
             .AssumeRolePolicyDocument = trust,
             .Description = fmt::format("{} {}", maker.description, names.name),
             .Policies = {inlinePolicy(
                 std::string{maker.sid},
                 {{
                      .Action = {"cloudformation:CreateChangeSet"},
                      .Condition = ownChangeSets(maker, cfn::Expression{service.arn()}, bucket, names.name),
                      .Effect = "Allow",
                      .Resource = {names.stack},
                      .Sid = "MakeChangeSets",
                  },
                  {
                      .Action = {"cloudformation:DeleteChangeSet"},
                      .Condition = forChangeSets(maker.prefix),
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
                  {
                      .Action = {"s3:GetObject", "s3:PutObject"},
                      .Effect = "Allow",
                      .Resource = {cfn::sub(
                          {"arn:", cfn::partition(), ":s3:::", bucket, "/cairn/", names.name, "/", maker.prefix, "*"})},
                      .Sid = "UploadTemplates",
                  }})},
         };
}

iam::Role::Handle addDeployRole(cfn::Template& access, const config::Config& config, const cfn::PolicyDocument& trust,
                                const iam::Role::Handle& service) {
  const auto names = arnsOf(config);
  Statements statements{
      {
          .Action = {"cloudformation:ExecuteChangeSet"},
          .Condition = forChangeSets(forDeployment.prefix),
          .Effect = "Allow",
          .Resource = {names.stack},
          .Sid = "Deploy",
      },
      {
          .Action = {"cloudformation:CancelUpdateStack", "cloudformation:ContinueUpdateRollback",
                     "cloudformation:RollbackStack", "cloudformation:UpdateTerminationProtection"},
          .Effect = "Allow",
          .Resource = {names.stack},
          .Sid = "GetOutOfFailures",
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
             .Policies = {inlinePolicy("deploy", std::move(statements))},
         };
}

// Drift detection reads each resource in the name of who asks for it.
iam::Role::Handle addDriftRole(cfn::Template& access, const config::Config& config, const cfn::PolicyDocument& trust,
                               const cfn::Template& stack) {
  const auto names = arnsOf(config);
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
             .Policies = {inlinePolicy("drift", std::move(statements))},
         };
}

// "Create an OpenID Connect (OIDC) identity provider in IAM"; IAM trusts GitHub's certificate by itself.
cfn::Expression providerOf(cfn::Template& access, const config::Pipeline& pipeline) {
  if (pipeline.oidcProvider) return cfn::Expression{pipeline.oidcProvider->text()};
  const auto provider = access["GitHub"] = iam::OIDCProvider{
      .ClientIdList = {"sts.amazonaws.com"},
      .Url = "https://token.actions.githubusercontent.com",
  };
  access.onDeletion(provider,
                    cfn::DeletionPolicy::RetainExceptOnCreate);  // the account has one, which other roles may trust
  return provider.arn();
}

}  // namespace

cfn::Template buildAccessStack(const config::Config& config, const cfn::Template& stack) {
  const auto& pipeline = config.pipeline;
  cfn::Template access{
      fmt::format("Lets {} deploy the stack {}", pipeline.repository.text(), config.stackName().text())};
  const auto provider = providerOf(access, pipeline);
  const auto service = addServiceRole(access, config, stack);
  const auto bucket = bucketOf(access, pipeline);
  const auto plan =
      addMaker(access, config, forReview, trustOf(pipeline, provider, {Subject::pullRequest}), service, bucket);
  const auto prepare =
      addMaker(access, config, forDeployment, trustOf(pipeline, provider, {Subject::branch}), service, bucket);
  const auto drift = addDriftRole(access, config, trustOf(pipeline, provider, {Subject::branch}), stack);
  const auto deploy = addDeployRole(access, config, trustOf(pipeline, provider, {Subject::environment}), service);
  addBoundary(access, config, stack);
  keepAccess(access, config, service, {plan, prepare, drift, deploy});
  access.output("PlanRoleArn", plan.arn(), "Role that makes change sets for review");
  access.output("PrepareRoleArn", prepare.arn(), "Role that makes the change sets that are deployed");
  access.output("DriftRoleArn", drift.arn(), "Role that looks for drift");
  access.output("DeployRoleArn", deploy.arn(), "Role that executes change sets");
  access.output("ServiceRoleArn", service.arn(), "Role that CloudFormation deploys the stack with");
  return access;
}

}  // namespace constructs
