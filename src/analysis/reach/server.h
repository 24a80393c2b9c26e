#pragma once

#include "analysis/reach/builder.h"

namespace reach {

/// What an instance or a launch template says of the first network interface.
struct Builder::Server {
  Value subnet{}, interface {
  }, groups{}, groupNames{}, publicIp{}, privateIp{}, privateIps{}, ipv6Count{}, ipv6Addresses{}, sourceDestCheck{};
  const Reason* unknown = nullptr;  ///< a launch template that is not in the template
  const Reason* more = nullptr;     ///< it has other interfaces

  void orElse(const Server& other) {
    for (auto member : {&Server::subnet, &Server::interface, &Server::publicIp, &Server::privateIp, &Server::privateIps,
                        &Server::ipv6Count, &Server::ipv6Addresses, &Server::sourceDestCheck})
      if (!(this->*member).isSet()) this->*member = other.*member;
    if (!groups.isSet() && !groupNames.isSet()) {
      groups = other.groups;
      groupNames = other.groupNames;
    }
    if (!unknown) unknown = other.unknown;
    if (!more) more = other.more;
  }
};

}  // namespace reach
