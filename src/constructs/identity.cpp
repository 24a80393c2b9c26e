#include "constructs/identity.h"

#include <fmt/format.h>

#include "cloudformation/functions.h"
#include "cloudformation/policy.h"

namespace constructs {

namespace iam = aws::iam;

std::string boundaryPath(const config::Config& config) { return fmt::format("/cairn/{}/", config.region.text()); }

cfn::Expression boundaryOf(const config::Config& config) {
  if (const auto& given = config.pipeline.permissionsBoundary) return cfn::Expression{given->text()};
  return cfn::sub({"arn:", cfn::partition(), ":iam::", cfn::accountId(), ":policy", boundaryPath(config),
                   config.stackName().text()});
}

/// Only instances of this VPC, and only from there: credentials that somebody carries off read no secret
/// ("AWS global condition context keys"). `aws:EC2InstanceSourceVPC` says where credentials were given out, not where
/// they are used from. Through an endpoint that is `aws:SourceVpc`; a request that leaves by a NAT has no such key, but
/// `aws:SourceIp`, which is the NAT's own address.
static data::Map fromHere(const Whereabouts& where) {
  data::Map vpc{{"aws:EC2InstanceSourceVPC", where.network.vpc.value, {}}};
  if (where.egress.addresses.empty()) {
    vpc.push_back({"aws:SourceVpc", where.network.vpc.value, {}});
    return {{"StringEquals", std::move(vpc), {}}};
  }
  data::List addresses;
  for (const auto& address : where.egress.addresses) addresses.push_back(address.value);
  return {{"StringEquals", std::move(vpc), {}},
          {"IpAddress", data::Map{{"aws:SourceIp", std::move(addresses), {}}}, {}}};
}

Identity addIdentity(Draft& stack, const config::Config& config) {
  const auto part = stack.part(config.instances);
  iam::Role properties{
      .AssumeRolePolicyDocument = cfn::PolicyDocument{{{
          .Action = {"sts:AssumeRole"},
          .Effect = "Allow",
          .Principal = cfn::Principal{.Service = {"ec2.amazonaws.com"}},
      }}},
      .Description = "What the application's instances may do",
  };
  // The role that CloudFormation deploys with may give rights to no other.
  if (config.pipeline.wanted()) {
    properties.PermissionsBoundary = stack.from(config.pipeline.permissionsBoundary, boundaryOf(config));
  }
  const auto role = stack["InstanceRole"] = properties;
  const auto profile = stack["InstanceProfile"] = iam::InstanceProfile{
      .Roles = {role},
  };
  return {role, profile};
}

cfn::Resource addRights(Draft& stack, const Identity& identity, const Database& database,
                        const Application& application, const config::Config& config, const Whereabouts& where) {
  const auto part = stack.part(config.instances);
  std::vector<cfn::Required<std::string>> secrets{database.secret};
  const auto preset = stack.placeOf(config.application.preset, config.application.define);
  for (const auto& each : application.secrets) secrets.emplace_back(cfn::From<cfn::Expression>{each.secret, preset});
  if (const auto& secret = config.application.mail.secret)
    secrets.emplace_back(stack.from(config.application.mail.secret, secret->text()));
  std::vector<cfn::PolicyStatement> statements{
      {
          // "Add Session Manager permissions to an existing IAM role"; these actions know no resources.
          .Action = {"ssm:UpdateInstanceInformation", "ssmmessages:CreateControlChannel",
                     "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel"},
          .Effect = "Allow",
          .Resource = {"*"},
          .Sid = "SessionManager",
      },
      {
          .Action = {"secretsmanager:GetSecretValue"},
          .Condition = stack.from(config.network.egress, fromHere(where)),
          .Effect = "Allow",
          .Resource = secrets,
          .Sid = "Secrets",
      },
  };
  if (application.logs)
    statements.push_back({
        .Action = {"logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"},
        .Effect = "Allow",
        .Resource = {application.logs->arn()},  // ends in `:*`: its streams
        .Sid = "Logs",
        .decidedBy = stack.placeOf(config.application.logs.enabled),
    });
  // An update changes this policy before the group: so the instances that it has go on reading theirs.
  statements.push_back({
      .Action = {"ssm:GetParameters"},
      .Effect = "Allow",
      .Resource = {cfn::sub({"arn:", cfn::partition(), ":ssm:", cfn::region(), ":", cfn::accountId(),
                             ":parameter/cairn/", cfn::stackName(), "/*"})},
      .Sid = "Programs",
  });
  statements.push_back({
      .Action = {"cloudformation:SignalResource"},
      .Effect = "Allow",
      .Resource = {cfn::stackId()},
      .Sid = "BootSignal",
  });
  return stack["InstanceRights"] = iam::Policy{
             .PolicyDocument = cfn::PolicyDocument{std::move(statements)},
             .PolicyName = "instances",
             .Roles = {identity.role},
         };
}

}  // namespace constructs
