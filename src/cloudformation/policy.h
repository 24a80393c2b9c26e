#pragma once

#include "cloudformation/property.h"

/// Policies of IAM and of resources ("IAM JSON policy element reference").
namespace cfn {

struct Principal {
  Property<std::vector<std::string>> AWS{};
  Property<std::vector<std::string>> Federated{};
  Property<std::vector<std::string>> Service{};
};
Value toValue(const Principal&);

struct PolicyStatement {
  Required<std::vector<std::string>> Action;
  Property<Json> Condition{};
  Required<OneOf<"Allow", "Deny">> Effect;
  Property<cfn::Principal> Principal{};
  Property<std::vector<std::string>> Resource{};
  Property<std::string> Sid{};
  diag::Span decidedBy{};  ///< the place of what asks for the statement
};
Value toValue(const PolicyStatement&);

/// The document that a property for a policy takes, in the language's current version.
struct PolicyDocument {
  std::vector<PolicyStatement> Statement;
  operator Map() const;
};

}  // namespace cfn
