#include <algorithm>

#include "analysis/reach/reach.h"

namespace reach {

Ends ends(const Worlds& worlds) {
  const auto& network = worlds.undecided();
  // Load balancers first, then what they lead to; interfaces and mount targets are parts of what is listed.
  const auto rank = [](const Host& host) {
    switch (host.kind) {
      case HostKind::balancer:
        return 0;
      case HostKind::server:
      case HostKind::scalingGroup:
      case HostKind::service:
        return 1;
      case HostKind::function:
        return 2;
      case HostKind::database:
        return 3;
      case HostKind::fileSystem:
        return 4;
      default:
        return 5;
    }
  };
  std::vector<const Host*> hosts;
  for (const auto& host : network.hosts) {
    const auto type = network.typeOf.find(host.id);
    const bool isPart = type != network.typeOf.end() && type->second == "AWS::EFS::MountTarget";
    const bool isDrawn = host.kind != HostKind::interface && host.kind != HostKind::unmodelled;
    if (!isPart && isDrawn) hosts.push_back(&host);
  }
  std::ranges::stable_sort(hosts, {}, [&](const Host* host) { return rank(*host); });
  Ends ends;
  for (const auto* host : hosts) {
    ends.all.push_back(host->id);
    if (rank(*host) == 1 || rank(*host) == 2) ends.starting.push_back(host->id);
  }
  return ends;
}

}  // namespace reach
