#pragma once

#include "cloudformation/evaluate.h"

namespace permissions {

/// The names that resources have once they are there, as patterns of ARNs; what cannot be told is `*`.
class Names {
 public:
  Names(const cfn::Evaluated& stack, std::string_view stackName);

  /// ARNs of what the stack has, or will have, of a kind such as `rds:db`. Nothing if names of that kind cannot be
  /// told.
  std::vector<std::string> arnsOf(std::string_view kind) const;
  /// Whether the stack has nothing of a kind of IAM, so that there is nothing to allow an action on.
  bool hasNone(std::string_view kind) const;
  /// Logical ids of resources whose names the template gives in a way that cannot be told: any name is theirs.
  std::vector<std::string> unnamed() const;

 private:
  /// Names of users, groups or roles that the stack does not make and that its policies are given to.
  std::vector<std::string> principalsNamed(std::string_view kind) const;
  /// Whether RDS keeps the password of a database of the stack, in a secret that it names `rds!...`.
  bool ownsMasterSecret() const;
  std::vector<std::string> namesOf(std::string_view type, std::string_view property, int naming) const;

  const cfn::Evaluated& stack_;
  std::string stackName_;
};

/// Ids of the zones that the stack's records are in; `*` where one is not known.
std::vector<std::string> zonesOf(const cfn::Evaluated&);

/// The texts a value may be, as patterns: what is not known of it is `*`, and region, account and partition are
/// `${Region}`, ...; empty text where a condition may leave it out.
std::vector<std::string> patternsOf(const cfn::Value&);

}  // namespace permissions
