#pragma once

#include <deque>
#include <map>
#include <set>
#include <variant>
#include <vector>

#include "analysis/reach/rules.h"

/// The network that a template makes, in one world: every condition is decided, or what depends on it is `maybe`.
/// Things refer to each other by their Index. Wherever a `maybe` or `why` is not null, the thing is not certain.
namespace reach {

struct Carrier;
struct Host;
struct Nat;
struct Peering;
struct TargetGroup;
struct Balancer;

enum class RouteKind {
  nowhere,
  local,
  internetGateway,
  nat,
  egressOnly,
  peering,
  interface,
  boundary,  ///< transit gateway, VPN gateway, endpoint, ...: it leads where the template does not tell
  unknown
};

struct RouteTarget {
  RouteKind kind = RouteKind::nowhere;
  std::string_view id{};                                                       ///< of the gateway
  std::variant<std::monostate, Index<Nat>, Index<Peering>, Index<Host>> to{};  ///< as the kind says
  const Reason* why = nullptr;  ///< of an unknown one, or of where a boundary leads
  Place place{};
  bool isWithin = false;      ///< chosen by a route more specific than the VPC's range
  bool isForPrivate = false;  ///< chosen by a route for private addresses, and not by one for all
  bool operator==(const RouteTarget& other) const { return kind == other.kind && id == other.id && to == other.to; }
};

struct Route {
  Peer destination{};
  RouteTarget target{};
  const Reason* maybe = nullptr;
};

struct RouteTable {
  std::string id;
  Place place{};
  std::vector<Route> routes{};
};

/// The tables or ACLs that a subnet is associated with: the first for certain if it is the only one.
template <class Thing>
struct Alternatives {
  std::vector<Index<Thing>> indices{};
  const Reason* why = nullptr;  ///< set when there are several, or others that are not known
  bool mayBeOther = false;
};

struct Vpc {
  std::string id;
  bool declared = false;        ///< in one of the templates, so that its defaults are known
  const Reason* why = nullptr;  ///< of one that is not
  std::vector<IpRange> ranges{};
  const Reason* rangesWhy = nullptr;    ///< it has other IPv4 ranges too
  std::vector<std::string> gateways{};  ///< internet gateways attached
  std::vector<std::pair<std::string, const Reason*>> maybeGateways{};
  std::vector<const Carrier*> boundaries{};  ///< other ways in and out that the template does not tell
  Index<SecurityGroup> defaultGroup;
  Index<NetworkAcl> defaultAcl;
  Index<RouteTable> mainTable;
  bool isIsland = false;  ///< for certain no route of its subnets leads to another VPC, nor where nobody knows
  Place place{};
};

struct Subnet {
  std::string id;
  Index<Vpc> vpc;
  std::optional<IpRange> range{};  ///< IPv4
  const Reason* rangeWhy = nullptr;
  std::optional<IpRange> range6{};  ///< if it is written out
  Tri mapsPublicIpv4 = false;
  Tri assignsIpv6 = false;
  Tri hasIpv6 = false;  ///< a range, so that a host may get an address
  Alternatives<RouteTable> tables{};
  Alternatives<NetworkAcl> acls{};
  bool passesAll = false;  ///< what its ACLs are asked
  bool hasOwnAcl = true;   ///< or that of the VPC as it is made, which has nothing to say
  Place place{};
  std::string zone{};
  bool declared = false;
  bool maybeSeveral = false;  ///< a list that is not known: hosts in it may be in different subnets
};

/// The groups of an interface.
struct Groups {
  std::vector<Index<SecurityGroup>> indices{};
  const Reason* others = nullptr;  ///< it may have others
  bool open = false;               ///< of a host that somebody could put there: everything passes
  bool answersAll = false;         ///< what comes in is not asked
};

/// What brings traffic into VPCs, or to a host, from where the template does not tell: a VPN gateway, an API's VPC
/// link, a resource of a type that nobody reviewed.
struct Carrier {
  const Reason* why = nullptr;
  Groups groups{};              ///< of its interfaces
  bool relays = false;          ///< it may also carry what hosts of the VPC send
  bool isTunnel = false;        ///< for SSH and remote desktop only: an EC2 Instance Connect endpoint
  bool isByGroupAlone = false;  ///< where it is is not known: it counts where rules name its groups
  bool isNetwork = false;       ///< it leads to another network, whose hosts keep their addresses
};

/// An address, or as much as is known of it.
struct Addr {
  std::optional<Bits128> bits{};
  std::optional<IpRange> within{};  ///< where one that is not known lies
  const Reason* why = nullptr;      ///< why it is not known
};

struct Interface {
  Index<Subnet> subnet;
  Groups groups{};
  std::optional<Addr> ipv4{};         ///< its private one, if that is not left to AWS
  std::optional<Index<Host>> card{};  ///< the network interface that it is, if that is a resource of its own
  Tri publicIpv4 = false;
  Tri ipv6 = false;
  const Reason* maybe = nullptr;
  Tri forwards = false;  ///< packets of others: SourceDestCheck is off
  Place place{};
  Place publicPlace{};
};

struct Listener;
struct Target;

/// How a load balancer leads to a host, or may.
struct Forward {
  const Balancer* balancer;
  const Listener* listener;
  const TargetGroup* group;
  const Target* target;
  const Reason* maybe;  ///< why the listener may not forward to the group
  bool byRule;          ///< of the listener, not by its default
};

enum class HostKind {
  server,
  scalingGroup,
  service,
  database,
  fileSystem,
  function,
  balancer,
  endpoint,
  interface,
  unmodelled,  ///< of a type that the model does not draw, at what it is handed
  other
};

struct Host {
  std::string id;
  HostKind kind = HostKind::other;
  std::vector<Interface> interfaces{};
  Place place{};
  const Reason* elsewhere = nullptr;      ///< it may have interfaces that the model does not see
  std::vector<const Carrier*> foreign{};  ///< what sends it traffic and is not in the template
  const Carrier* unguarded = nullptr;     ///< what reaches it whatever its groups say
  bool answers = true;                    ///< takes connections at all
  bool isTakenOver = false;               ///< an attacker who reaches it may run programs there
  Tri publicIpv6 = true;                  ///< its IPv6 addresses can be reached from outside
  const Balancer* balancer = nullptr;     ///< if it is one
  const Reason* placeless = nullptr;      ///< why it has no address at all, for certain
  std::vector<Forward> forwards{};        ///< by which load balancers lead to it
};

struct Nat {
  std::string id;
  std::optional<Index<Subnet>> subnet;  ///< none: a regional one
  Index<Vpc> vpc;
  Tri isPublic = true;
  Place place{};
};

struct Peering {
  std::string id;
  Index<Vpc> a, b;
  Place place{};
};

struct Target {
  std::optional<Index<Host>> host{};
  std::optional<int> port{};
  const Reason* portWhy = nullptr;
  const Reason* maybe = nullptr;
  std::optional<cfn::Address> address{};  ///< a literal one
  Place place{};
};

struct TargetGroup {
  std::string id;
  std::optional<int> port{};
  const Reason* portWhy = nullptr;
  Tri tcp = true, udp = false;
  Tri keepsClient = true;
  bool toBalancer = false;
  Tri ipv6 = false;
  std::vector<Target> targets{};
  Place place{};
};

struct Listener {
  std::optional<int> port{};
  const Reason* portWhy = nullptr;
  Tri tcp = true, udp = false;
  std::vector<std::pair<Index<TargetGroup>, const Reason*>> targetGroups{};  ///< and why it may not forward to it
  std::vector<Index<TargetGroup>> byRules{};  ///< those of them that only its rules lead to
  const Reason* maybe = nullptr;
  Place place{};
};

struct Balancer {
  Index<Host> host;
  bool isNetwork = false;
  Tri dualstack = false;
  std::vector<Listener> listeners{};
};

/// What VPC Block Public Access takes from the internet gateways of the account's VPCs in the region.
struct PublicAccess {
  Tri blocksIn = false, blocksOut = false;  ///< what comes in; and NAT and egress-only gateways as well
  Place place{};
  struct Exclusion {
    std::string id;  ///< of a VPC or a subnet; empty: any
    Tri in = false;  ///< not only the way out
    const Reason* maybe = nullptr;
  };
  std::vector<Exclusion> exclusions{};
};

/// Why a resource is not made.
struct NotMade {
  std::string text;
  Place place;
};

/// Its parts point at each other: it may be moved, but not copied.
struct Network {
  Network() = default;
  Network(Network&&) = default;
  Network& operator=(Network&&) = default;

  All<Vpc> vpcs;
  All<Subnet> subnets;
  All<RouteTable> tables;
  All<NetworkAcl> acls;
  All<SecurityGroup> groups;
  All<Nat> nats;
  All<Peering> peerings;
  All<Host> hosts;
  All<TargetGroup> targetGroups;
  All<Balancer> balancers;
  std::deque<Carrier> carriers;
  PublicAccess publicAccess;
  std::vector<IpRange> ownIpv6;       ///< IPv6 ranges of VPCs that are written out: they are no part of the internet
  const Reason* rewritten = nullptr;  ///< a macro may change all of it
  bool balancersAreKnown = true;      ///< where they stand, what they listen on and what they are sent
  ByName<Host> hostOf;
  ByName<Subnet> subnetOf;
  ByName<SecurityGroup> groupOf;
  ByName<RouteTable> tableOf;
  ByName<NetworkAcl> aclOf;
  ByName<Vpc> vpcOf;
  ByName<Nat> natOf;
  ByName<Peering> peeringOf;
  ByName<TargetGroup> targetGroupOf;
  std::map<std::string, std::string, std::less<>> typeOf;  ///< of every resource, in the model or not
  std::map<std::string, NotMade, std::less<>> notMade;     ///< resources whose condition is false
  std::deque<Reason> reasons;
  std::deque<std::string> names;  ///< that no resource has

  const Reason* because(std::string text, Place place) { return &reasons.emplace_back(Reason{std::move(text), place}); }
  std::string_view name(std::string text) { return names.emplace_back(std::move(text)); }
};

/// Whether all of it is in the ranges for private use: nobody on the internet has such an address.
bool isPrivate(const IpRange&);

/// Refers to `evaluated`.
Network buildNetwork(const cfn::Evaluated& evaluated, const std::vector<const cfn::Template*>& templates);

}  // namespace reach
