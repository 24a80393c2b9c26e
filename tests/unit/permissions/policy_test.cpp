#include "permissions/policy.h"

#include <algorithm>

#include "catch.h"

namespace {

permissions::Statement large(std::string sid, int actions) {
  permissions::Statement statement{std::move(sid), true, {}, {"arn:${Partition}:ec2:${Region}:${Account}:*"}};
  for (int i = 0; i < actions; ++i) statement.actions.push_back("ec2:SomeActionWithALongName" + std::to_string(i));
  return statement;
}

std::size_t sizeOf(const std::vector<permissions::Statement>& document) {
  const auto text = data::toJson(permissions::document(document, {"aws-us-gov", "ap-northeast-1", "123456789012"}));
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return c != ' ' && c != '\n'; }));
}

}  // namespace

TEST_CASE("a policy is written as IAM reads it") {
  const permissions::Statement statement{
      "Look",
      true,
      {"ec2:DescribeVpcs"},
      {"*"},
      {{"StringEquals", "aws:RequestedRegion", {"${Region}"}}, {"StringEquals", "aws:SourceAccount", {"${Account}"}}}};
  CHECK(data::toJson(permissions::document({statement}, {.region = "eu-west-1", .account = "123456789012"})) ==
        R"({
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Look",
      "Effect": "Allow",
      "Action": [
        "ec2:DescribeVpcs"
      ],
      "Resource": [
        "*"
      ],
      "Condition": {
        "StringEquals": {
          "aws:RequestedRegion": [
            "eu-west-1"
          ],
          "aws:SourceAccount": [
            "123456789012"
          ]
        }
      }
    }
  ]
}
)");
}

TEST_CASE("statements are laid into documents that IAM takes, and none is lost") {
  const auto actions = GENERATE(1, 100, 250);
  std::vector<permissions::Statement> statements{large("A", actions), large("B", 20), large("C", actions)};
  const auto documents = permissions::split(statements);
  std::vector<std::string> before;
  std::vector<std::string> after;
  for (const auto& statement : statements)
    before.insert(before.end(), statement.actions.begin(), statement.actions.end());
  for (const auto& document : documents) {
    CHECK(sizeOf(document) <= permissions::mostInManagedPolicy);
    std::vector<std::string> sids;
    for (const auto& statement : document) {
      sids.push_back(statement.sid);
      after.insert(after.end(), statement.actions.begin(), statement.actions.end());
      CHECK(statement.resources == statements.front().resources);
    }
    std::ranges::sort(sids);
    CHECK(std::ranges::adjacent_find(sids) == sids.end());
  }
  CHECK(before == after);
  if (actions == 1) CHECK(documents.size() == 1);
}
