#pragma once

#include "analysis/check/policies.h"

/// Who lets whom do what: policies of roles, and of the resources that others call.
namespace check {

/// Whether the value is the service's principal: `sns.amazonaws.com`, or one with the region or its suffix in it.
Truth isService(const Node& principal, std::string_view service);

/// Whether a policy that belongs to a resource lets a service do that.
Truth lets(const Node& document, std::string_view service, std::string_view action);

/// Whether an ARN of a policy takes in the resource: names it, or is `*`.
Truth takesIn(const Node& arn, const Resource& resource);

/// Whether the role's policies let it do that, on the resource if one is given.
Truth mayDo(const Model&, const Resource& role, std::string_view action, const Resource* on = nullptr);

/// The policies that are resources of their own and belong to the role.
std::vector<const Resource*> policiesOf(const Model&, const Resource& role);

/// The resources of that type that belong to a target by the property: policies of queues, permissions of functions.
struct Attached {
  std::vector<const Resource*> found{};
  bool complete = true;  ///< false if others may belong to it too
};
Attached attachedTo(const Model&, const Resource& target, std::string_view type, std::string_view property);

/// The resource of that type that a value names, be it somewhere in a text that is put together.
const Resource* namedIn(const Node&, std::string_view type);

/// The role that the instances have which the resource starts, by its instance profile; nullptr if that is not known.
const Resource* roleOfMachine(const Model&, const Resource& owner);

/// The nodes at a path such as `Targets[].Arn`.
std::vector<Node> nodesAt(const Node& start, std::string_view path);

}  // namespace check
