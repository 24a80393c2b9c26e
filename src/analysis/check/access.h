#pragma once

#include <map>
#include <set>

#include "analysis/check/addresses.h"
#include "analysis/check/model.h"

namespace check {

/// One entry of a security group: what it opens, to whom.
struct Opening {
  Node rule;
  const Resource* group = nullptr;  ///< the peer, if it is a group of the template
  std::optional<Range> range{};     ///< the peer, if it is a range of addresses
  bool peerKnown = true;
  std::string protocol{};  ///< `-1`, `tcp`, `udp`, `icmp`, ...; empty: unknown
  std::optional<std::int64_t> from{};
  std::optional<std::int64_t> to{};

  Truth covers(std::string_view wantedProtocol, std::int64_t port) const;
};

/// The security groups that something has.
struct Groups {
  std::vector<const Resource*> known;
  bool complete = true;  ///< false if there may be others
};
Groups groupsOf(const Node& list);

/// Who is at the other end.
struct Peer {
  Groups groups{};
  std::vector<Range> ranges{};
  bool rangesComplete = true;
};

/// What the security groups of a template let through ("Security group rules"). A rule whose group is not known may
/// belong to any.
class Access {
 public:
  explicit Access(const Model&);

  const std::vector<Opening>& ingress(const Resource& group) const;
  const std::vector<Opening>& egress(const Resource& group) const;
  /// Whether the groups let the peer in on the TCP port; no peer: whether they let anybody in.
  Truth admits(const Groups&, std::int64_t port, const Peer* peer = nullptr) const;
  /// Whether the groups let connections out to the peer.
  Truth letsOut(const Groups&, std::int64_t port, const Peer& peer) const;

 private:
  Truth passes(const Groups&, bool inward, std::int64_t port, const Peer*) const;
  void add(const Resource& group, bool inward, const Node& rule);

  const Model& model_;
  std::map<const Resource*, std::vector<Opening>> ingress_;
  std::map<const Resource*, std::vector<Opening>> egress_;
  bool strayIngress_ = false;
  bool strayEgress_ = false;
};

}  // namespace check
