#include "constructs/trust.h"

#include "../permissions/evaluator.h"
#include "catch.h"

namespace {

using constructs::Subject;
using evaluator::Decision;
using Claims = std::map<std::string, std::string>;

config::Pipeline pipelineOf(bool numbers) {
  config::Pipeline pipeline;
  pipeline.repository = config::Repository{"example/analytics"};
  if (numbers) {
    pipeline.ownerId = config::GitHubId{"111"};
    pipeline.repositoryId = config::GitHubId{"222"};
  }
  return pipeline;
}

/// A token of GitHub for a job of that repository; `context` is what its subject ends with.
Claims token(const std::string& context, const std::string& ref = "refs/heads/main", bool numbersInSubject = false) {
  return {
      {"aud", "sts.amazonaws.com"},
      {"sub", numbersInSubject ? "repo:example@111/analytics@222:" + context : "repo:example/analytics:" + context},
      {"repository_id", "222"},
      {"repository_owner_id", "111"},
      {"ref", ref},
  };
}

Claims with(Claims claims, const std::string& name, const std::string& value) {
  claims[name] = value;
  return claims;
}

Claims without(Claims claims, const std::string& name) {
  claims.erase(name);
  return claims;
}

bool trusts(const config::Pipeline& pipeline, const std::vector<Subject>& subjects, const Claims& claims) {
  evaluator::Request request{"sts:AssumeRoleWithWebIdentity"};
  for (const auto& [name, value] : claims) request.context["token.actions.githubusercontent.com:" + name] = value;
  const auto trust = constructs::trustOf(pipeline, cfn::Expression{"arn:provider"}, subjects);
  return evaluator::decide({static_cast<data::Map>(trust)}, request) == Decision::allow;
}

const std::vector<Subject> plan{Subject::pullRequest, Subject::branch};
const std::vector<Subject> deploy{Subject::environment};
const std::string toProduction = "environment:production";

}  // namespace

TEST_CASE("the repository's jobs are let in, with the subject in either form") {
  const auto numbers = GENERATE(false, true);
  CAPTURE(numbers);
  const auto pipeline = pipelineOf(true);
  CHECK(trusts(pipeline, plan, token("pull_request", "refs/pull/7/merge", numbers)));
  CHECK(trusts(pipeline, plan, token("ref:refs/heads/main", "refs/heads/main", numbers)));
  CHECK(trusts(pipeline, deploy, token(toProduction, "refs/heads/main", numbers)));
}

TEST_CASE("without GitHub's numbers the plain subject is all there is") {
  const auto pipeline = pipelineOf(false);
  CHECK(trusts(pipeline, plan, token("pull_request")));
  CHECK(trusts(pipeline, deploy, token(toProduction)));
  CHECK_FALSE(trusts(pipeline, deploy, token(toProduction, "refs/heads/main", true)));
}

TEST_CASE("a repository with plain subjects, whose ids are known as well") {
  auto pipeline = pipelineOf(true);
  pipeline.subject = config::TokenSubject::names;
  CHECK(trusts(pipeline, deploy, token(toProduction)));
  CHECK_FALSE(trusts(pipeline, deploy, token(toProduction, "refs/heads/main", true)));
  CHECK_FALSE(trusts(pipeline, deploy, with(token(toProduction), "repository_id", "999")));
}

TEST_CASE("a deploy takes the environment, from the branch") {
  const auto pipeline = pipelineOf(true);
  CHECK_FALSE(trusts(pipeline, deploy, token("pull_request", "refs/pull/7/merge")));
  CHECK_FALSE(trusts(pipeline, deploy, token("ref:refs/heads/main")));
  CHECK_FALSE(trusts(pipeline, deploy, token("environment:staging")));
  CHECK_FALSE(trusts(pipeline, deploy, token("environment:production-2")));
  CHECK_FALSE(trusts(pipeline, deploy, token(toProduction, "refs/heads/other")));
  CHECK_FALSE(trusts(pipeline, deploy, token(toProduction, "refs/tags/main")));
  CHECK_FALSE(trusts(pipeline, deploy, without(token(toProduction), "ref")));
}

TEST_CASE("a plan takes a pull request or the branch") {
  const auto pipeline = pipelineOf(true);
  CHECK_FALSE(trusts(pipeline, plan, token("ref:refs/heads/other", "refs/heads/other")));
  CHECK_FALSE(trusts(pipeline, plan, token("ref:refs/heads/main2")));
  CHECK_FALSE(trusts(pipeline, plan, token("ref:refs/tags/main")));
  CHECK_FALSE(trusts(pipeline, plan, token(toProduction)));
}

TEST_CASE("nobody else is let in") {
  const auto pipeline = pipelineOf(true);
  const auto subjects = GENERATE(plan, deploy);
  const auto good = token(subjects == plan ? "pull_request" : toProduction);
  const auto context = good.at("sub").substr(good.at("sub").find(':', 5) + 1);
  REQUIRE(trusts(pipeline, subjects, good));
  const auto subject = [&](const std::string& repository) {
    return with(good, "sub", "repo:" + repository + ":" + context);
  };

  // A fork, a repository of that name elsewhere, names that only begin or end alike, another case.
  for (const auto* other : {"mallory/analytics", "example/analytics2", "example/analytics-", "2example/analytics",
                            "example/Analytics", "example/other", "example", "analytics", "example/analytics:x",
                            "example@111/analytics@223", "example@112/analytics@222", "example@111/analytics"}) {
    CAPTURE(other);
    CHECK_FALSE(trusts(pipeline, subjects, subject(other)));
  }
  // The same names after somebody else took them over.
  CHECK_FALSE(trusts(pipeline, subjects, with(good, "repository_id", "999")));
  // Another audience, and tokens that lack a claim.
  CHECK_FALSE(trusts(pipeline, subjects, with(good, "aud", "https://github.com/example")));
  for (const auto* claim : {"aud", "sub", "repository_id"}) {
    CAPTURE(claim);
    CHECK_FALSE(trusts(pipeline, subjects, without(good, claim)));
  }
  CHECK_FALSE(trusts(pipeline, subjects, {}));
}

TEST_CASE("no name in the config is a wildcard or a variable to IAM") {
  auto pipeline = pipelineOf(true);
  pipeline.branch = config::Branch{"${aws:username}$x"};
  pipeline.environment = config::Environment{"*"};
  CHECK(trusts(pipeline, plan, token("ref:refs/heads/${aws:username}$x")));
  CHECK_FALSE(trusts(pipeline, plan, token("ref:refs/heads/x")));
  CHECK(trusts(pipeline, deploy, token("environment:*", "refs/heads/${aws:username}$x")));
  CHECK_FALSE(trusts(pipeline, deploy, token(toProduction, "refs/heads/${aws:username}$x")));
  // GitHub writes the colon of a name as %3A.
  pipeline.environment = config::Environment{"live: eu"};
  CHECK(trusts(pipeline, deploy, token("environment:live%3A eu", "refs/heads/${aws:username}$x")));
}
