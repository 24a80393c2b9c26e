#pragma once

#include <set>

#include "analysis/reach/builder.h"

namespace reach {

/// The parts of the network that a resource is handed by Ref or GetAtt, at whatever depth of its properties.
struct Builder::Handed {
  std::set<Index<Vpc>> vpcs{};
  std::set<Index<Subnet>> subnets{};
  std::set<Index<SecurityGroup>> groups{};
  std::set<Index<RouteTable>> tables{};
  std::set<Index<NetworkAcl>> acls{};
  std::set<Index<TargetGroup>> targetGroups{};
  std::set<Index<Host>> hosts{};      ///< by what identifies them
  std::set<Index<Host>> addressed{};  ///< by an address of theirs alone
  std::set<std::pair<Index<Balancer>, std::size_t>> listeners{};
  std::set<std::string, std::less<>> lists{};  ///< prefix lists

  bool isEmpty() const {
    return vpcs.empty() && subnets.empty() && groups.empty() && tables.empty() && acls.empty() &&
           targetGroups.empty() && hosts.empty() && addressed.empty() && listeners.empty() && lists.empty();
  }
};

}  // namespace reach
