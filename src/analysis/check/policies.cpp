#include "analysis/check/policies.h"

namespace check {

std::vector<Statement> statementsOf(const Node& document) {
  std::vector<Statement> statements;
  if (!document.isKnown()) return statements;
  for (const auto& node : document["Statement"].items()) {
    if (!node.isKnown()) continue;
    statements.push_back({node, node["Effect"].is("Allow"), node["Action"].items(), node["Resource"].items(),
                          node["Principal"], node["Condition"]});
  }
  return statements;
}

std::vector<Node> identityPolicies(const Model& model) {
  std::vector<Node> documents;
  for (const auto type : {"AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy", "AWS::IAM::UserPolicy",
                          "AWS::IAM::GroupPolicy"})
    for (const auto* policy : model.all(type)) documents.push_back((*policy)["PolicyDocument"]);
  for (const auto type : {"AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::Group"})
    for (const auto* owner : model.all(type))
      for (const auto& policy : (*owner)["Policies"].items()) documents.push_back(policy["PolicyDocument"]);
  return documents;
}

bool actionCovers(std::string_view pattern, std::string_view action) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  std::size_t p = 0;
  std::size_t a = 0;
  std::size_t star = pattern.npos;  // the last one, and what it took
  std::size_t taken = 0;
  while (a < action.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      taken = a;
    } else if (p < pattern.size() && (pattern[p] == '?' || lower(pattern[p]) == lower(action[a]))) {
      ++p;
      ++a;
    } else if (star != pattern.npos) {
      p = star + 1;
      a = ++taken;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

}  // namespace check
