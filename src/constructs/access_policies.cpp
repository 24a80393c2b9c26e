#include "constructs/access_policies.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cloudformation/functions.h"

namespace constructs {

namespace iam = aws::iam;

namespace {

data::List placed(const std::vector<std::string>& texts) {
  data::List list;
  for (const auto& text : texts) list.push_back(constructs::placed(text).value);
  return list;
}

}  // namespace

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

StackArns arnsOf(const config::Config& config) {
  const auto name = config.stackName().text();
  return {placed(fmt::format("arn:${{Partition}}:cloudformation:${{Region}}:${{Account}}:stack/{}/*", name)),
          placed(fmt::format("arn:${{Partition}}:cloudformation:${{Region}}:${{Account}}:changeSet/*")), name};
}

iam::role::Policy inlinePolicy(std::string name, Statements statements) {
  return {.PolicyDocument = cfn::PolicyDocument{std::move(statements)}, .PolicyName = std::move(name)};
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

cfn::PolicyStatement look(const StackArns& names) {
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

// Requests name a change set by its name or by its ARN; no name can look like an ARN.
data::Map forChangeSets(std::string_view prefix) {
  return data::Map{
      {"StringLike",
       data::Map{{"cloudformation:ChangeSetName",
                  data::List{fmt::format("{}*", prefix),
                             constructs::placed(fmt::format("arn:${{Partition}}:cloudformation:${{Region}}:"
                                                            "${{Account}}:changeSet/{}*",
                                                            prefix))
                                 .value},
                  {}}},
       {}}};
}

}  // namespace constructs
