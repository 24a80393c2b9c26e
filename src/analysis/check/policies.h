#pragma once

#include "analysis/check/model.h"

/// Statements of policies of IAM.
namespace check {

struct Statement {
  Node node;
  bool allows;
  std::vector<Node> actions;    ///< empty with NotAction
  std::vector<Node> resources;  ///< empty where the policy belongs to a resource
  Node principal;
  Node condition;
};

/// The statements of a policy document; those that are not known are left out.
std::vector<Statement> statementsOf(const Node& document);

/// Policies that say what a principal may do: of roles, users, groups, and managed ones.
std::vector<Node> identityPolicies(const Model&);

/// Whether the action, such as `s3:Get*`, takes in the other, such as `s3:GetObject`.
bool actionCovers(std::string_view pattern, std::string_view action);

}  // namespace check
