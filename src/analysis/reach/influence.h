#pragma once

#include <string_view>

/// What resources may do to the network that they are handed a part of (a VPC, a subnet, a route table, an ACL, a
/// group, a prefix list, a target group, a cluster or a host).
namespace reach {

/// Reviewed from the properties of each type's schema. A type that nobody reviewed may do all of it.
struct Influence {
  bool interfaces = false;  ///< it has interfaces in the subnets, with the groups
  bool computer = false;    ///< which run programs of the user
  bool carries = false;     ///< it carries traffic from outside of the template
  bool relays = false;      ///< it carries traffic of hosts in the VPC
  bool changes = false;     ///< it may change rules, routes, associations, listeners
  bool changesHosts = false;
  bool registers = false;  ///< it may register targets

  bool isNone() const { return !interfaces && !carries && !relays && !changes && !changesHosts && !registers; }
};

Influence influenceOf(std::string_view type);

/// Whether the model draws resources of that type: what they do is read from their properties.
bool isModelled(std::string_view type);

}  // namespace reach
