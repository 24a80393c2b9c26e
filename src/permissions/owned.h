#pragma once

#include "aws/handler_tables.h"
#include "cloudformation/evaluate.h"

namespace permissions {

/// What a policy can say of an action on things that the stack made and that bear its tags.
struct OwnedAction {
  bool narrowed = false;              ///< every thing of that kind which the template acts on is its own
  std::vector<std::string> beside{};  ///< ARNs of further kinds the action may touch, which no tag of the stack marks
};

/// Whether an action changes or deletes only what the stack made, of a kind that bears the stack's tags from the start,
/// and what else the action touches.
OwnedAction ownedAction(const aws::ActionInfo&, const cfn::Evaluated&);

}  // namespace permissions
