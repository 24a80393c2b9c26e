#include "constructs/trust.h"

#include <fmt/format.h>

#include <algorithm>

namespace constructs {
namespace {

constexpr std::string_view issuer = "token.actions.githubusercontent.com";

/// A text that stands for itself: IAM reads `${...}` as a variable ("IAM policy elements: Variables and tags").
std::string literal(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '$' ? std::string{"${$}"} : std::string{c};
  return out;
}

/// GitHub writes `%3A` for colons in a name, which would end a part of the subject.
std::string part(std::string_view name) {
  std::string out;
  for (const char c : name) out += c == ':' ? std::string{"%3A"} : std::string{c};
  return out;
}

std::string contextOf(Subject subject, const config::Pipeline& pipeline) {
  switch (subject) {
    case Subject::pullRequest:
      return "pull_request";
    case Subject::branch:
      return fmt::format("ref:refs/heads/{}", pipeline.branch.text());
    case Subject::environment:
      return fmt::format("environment:{}", part(pipeline.environment.text()));
  }
  throw std::logic_error{"no such subject"};
}

data::Entry claim(std::string_view name, data::List values) {
  return {fmt::format("{}:{}", issuer, name), std::move(values), {}};
}

}  // namespace

cfn::PolicyDocument trustOf(const config::Pipeline& pipeline, const cfn::Expression& provider,
                            const std::vector<Subject>& subjects) {
  data::List accepted;
  for (const auto subject : subjects) {
    const auto context = contextOf(subject, pipeline);
    if (pipeline.subject == config::TokenSubject::ids && pipeline.ownerId && pipeline.repositoryId)
      accepted.emplace_back(literal(fmt::format("repo:{}@{}/{}@{}:{}", pipeline.owner(), pipeline.ownerId->text(),
                                                pipeline.name(), pipeline.repositoryId->text(), context)));
    accepted.emplace_back(literal(fmt::format("repo:{}:{}", pipeline.repository.text(), context)));
  }
  data::Map claims{claim("aud", {"sts.amazonaws.com"}), claim("sub", std::move(accepted))};
  // The owner's id is in the subject alone: it is not among the claims that STS is documented to pass on, and a condition
  // on a claim that is not there refuses everybody ("AWS STS supports validation of identity provider claims").
  if (pipeline.repositoryId) claims.push_back(claim("repository_id", {pipeline.repositoryId->text()}));
  // The rules of an environment can be changed in the repository; this cannot.
  if (std::ranges::find(subjects, Subject::environment) != subjects.end())
    claims.push_back(claim("ref", {literal(fmt::format("refs/heads/{}", pipeline.branch.text()))}));
  return {{{
      .Action = {"sts:AssumeRoleWithWebIdentity"},
      .Condition = data::Map{{"StringEquals", std::move(claims), {}}},
      .Effect = "Allow",
      .Principal = cfn::Principal{.Federated = {provider}},
  }}};
}

}  // namespace constructs
