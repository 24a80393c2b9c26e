#include "cloudformation/policy.h"

namespace cfn {

Value toValue(const Principal& v) {
  return fields({{"AWS", v.AWS}, {"Federated", v.Federated}, {"Service", v.Service}});
}

Value toValue(const PolicyStatement& v) {
  Value statement = fields({
      {"Sid", v.Sid},
      {"Effect", v.Effect},
      {"Principal", v.Principal},
      {"Action", v.Action},
      {"Resource", v.Resource},
      {"Condition", v.Condition},
  });
  return std::move(statement.readAt(v.decidedBy));
}

PolicyDocument::operator Map() const {
  List statements;
  for (const auto& statement : Statement) statements.push_back(toValue(statement));
  return {{"Version", "2012-10-17"}, {"Statement", std::move(statements)}};
}

}  // namespace cfn
