#pragma once

#include <string>
#include <vector>

#include "data/value.h"

/// An IAM policy as a plain value ("IAM JSON policy element reference"). Texts may hold `${Partition}`, `${Region}` and
/// `${Account}`, which stand for what is known where the policy is used, or by the one who prints it.
namespace permissions {

/// `{"StringEquals": {"aws:RequestedRegion": ["eu-west-1"]}}`; several of a statement must all hold.
struct Condition {
  std::string test;
  std::string key;
  std::vector<std::string> values;
  auto operator<=>(const Condition&) const = default;
};

struct Statement {
  std::string sid;
  bool allow = true;
  std::vector<std::string> actions;
  std::vector<std::string> resources;
  std::vector<Condition> conditions{};
};

/// What `${Partition}`, `${Region}` and `${Account}` stand for.
struct Place {
  std::string partition = "aws";
  std::string region = "*";
  std::string account = "*";
};
std::string filledIn(std::string text, const Place&);

data::Map document(const std::vector<Statement>&, const Place&);

/// How IAM counts the size of a policy: characters of the document without blanks ("IAM and AWS STS quotas").
std::size_t sizeOf(const Statement&, const Place&);

/// Most characters of a managed policy, and most managed policies of a role (same page).
constexpr std::size_t mostInManagedPolicy = 6144;
constexpr std::size_t mostManagedPolicies = 10;

/// The statements in as few documents as hold them, in their order; a statement too large for one is taken apart by
/// its actions. Sizes are those at the place where they are longest.
std::vector<std::vector<Statement>> split(const std::vector<Statement>&, std::size_t most = mostInManagedPolicy);

}  // namespace permissions
