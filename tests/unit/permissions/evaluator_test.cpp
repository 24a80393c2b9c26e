#include "evaluator.h"

#include "catch.h"

using evaluator::decide;
using evaluator::Decision;
using evaluator::matches;

// The evaluator is trusted by the tests of policies, so it is tested itself.
TEST_CASE("the evaluator's patterns") {
  CHECK(matches("*", ""));
  CHECK(matches("ec2:Describe*", "ec2:DescribeVpcs"));
  CHECK_FALSE(matches("ec2:Describe*", "ec2:CreateVpc"));
  CHECK(matches("a?c", "abc"));
  CHECK_FALSE(matches("a?c", "ac"));
  CHECK(matches("*a*b", "xaxxb"));
  CHECK_FALSE(matches("arn:a:*", "arn:b:x"));
  CHECK(matches("a${*}b", "a*b"));
  CHECK_FALSE(matches("a${*}b", "axb"));
  CHECK(matches("${$}{aws:x}", "${aws:x}"));
  CHECK_THROWS(matches("${aws:username}", "x"));
}

TEST_CASE("the evaluator's decisions") {
  const auto statement = [](const char* effect, const char* action, const char* resource, data::Map condition) {
    data::Map map{{"Effect", effect, {}}, {"Action", action, {}}, {"Resource", data::List{resource}, {}}};
    if (!condition.empty()) map.push_back({"Condition", std::move(condition), {}});
    return data::Value{std::move(map)};
  };
  const data::Map equals{{"StringEquals", data::Map{{"k", data::List{"one", "two*"}, {}}, {"l", "x", {}}}, {}}};
  const data::Map document{
      {"Statement",
       data::List{statement("Allow", "s:Do*", "arn:1/*", {}), statement("Deny", "S:doNot", "*", {}),
                  statement("Allow", "s:Other", "*", equals)},
       {}}};
  const auto decision = [&](evaluator::Request request) { return decide({document}, request); };
  CHECK(decision({"s:Do", "arn:1/a"}) == Decision::allow);
  CHECK(decision({"s:Do", "arn:2/a"}) == Decision::implicitDeny);
  CHECK(decision({"s:DoNot", "arn:1/a"}) == Decision::deny);
  CHECK(decision({"s:Other", "*", {{"k", "one"}, {"l", "x"}}}) == Decision::allow);
  CHECK(decision({"s:Other", "*", {{"k", "two"}, {"l", "x"}}}) == Decision::implicitDeny);  // no wildcard here
  CHECK(decision({"s:Other", "*", {{"k", "two*"}, {"l", "x"}}}) == Decision::allow);
  CHECK(decision({"s:Other", "*", {{"k", "one"}}}) == Decision::implicitDeny);  // a missing key
  CHECK(decision({"s:Other"}) == Decision::implicitDeny);
}
