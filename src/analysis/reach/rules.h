#pragma once

#include <variant>
#include <vector>

#include "analysis/reach/index.h"
#include "analysis/reach/kleene.h"
#include "cloudformation/ip.h"

/// What rules of security groups and entries of network ACLs say.
namespace reach {

using cfn::Address;
using cfn::Bits128;
using cfn::Family;
using cfn::IpRange;

struct SecurityGroup;
struct Vpc;

/// Protocol numbers (IANA).
enum Protocol : int { anyProtocol = -1, icmp = 1, tcp = 6, udp = 17, icmpv6 = 58 };

constexpr int highestPort = 65535;

/// What a rule says of the other side.
struct Peer {
  struct Unknown {};
  struct Ipv6Of {
    Index<Vpc> vpc;  ///< its IPv6 range, which AWS chooses
  };
  std::variant<Unknown, IpRange, Index<SecurityGroup>, Ipv6Of> is{};
  const Reason* why = nullptr;     ///< of an unknown one; of a group, why it may be another
  std::optional<Family> family{};  ///< an unknown one is of this family

  const IpRange* range() const { return std::get_if<IpRange>(&is); }
  const Index<SecurityGroup>* group() const { return std::get_if<Index<SecurityGroup>>(&is); }
};

/// One rule of a security group, or one entry of a network ACL.
struct Rule {
  int protocol = anyProtocol;
  const Reason* protocolWhy = nullptr;
  int from = 0, to = highestPort;  ///< ports; of ICMP the type and the code, -1 for all
  const Reason* portsWhy = nullptr;
  Peer peer{};
  const Reason* maybe = nullptr;
  Place place{};
};

struct SecurityGroup {
  std::string id;
  Place place{};
  std::vector<Rule> ingress{}, egress{};
  const Reason* why = nullptr;  ///< of one that is not in the template
};

struct AclEntry {
  int number = 0;
  const Reason* numberWhy = nullptr;
  Tri allows = true;
  Rule rule{};
};

struct NetworkAcl {
  std::string id;
  Place place{};
  std::vector<AclEntry> ingress{}, egress{};  ///< by number; those of unknown number first
  bool passesAll = false;                     ///< whatever else is in it
};

}  // namespace reach
