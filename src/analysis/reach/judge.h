#pragma once

#include <set>

#include "analysis/reach/likely.h"
#include "analysis/reach/network.h"

namespace reach {

/// Where one end of a flow is in the network.
struct Site {
  Index<Subnet> subnet;
  Index<Vpc> vpc;
  const Groups* groups;
  std::optional<Index<Host>> host{};  ///< none: anybody in the subnet
};

/// One end of a flow.
struct Party {
  std::optional<Site> site{};  ///< none: in the internet
  Addr ipv4{}, ipv6{};
  std::optional<Addr> fixedIpv4{};  ///< the only one it may have
  Tri publicIpv4 = false, hasIpv6 = false, publicIpv6 = true;
  Place place{}, publicPlace{};
  std::string_view id{};
  bool isBehind = false;  ///< outside, with a private address: behind a VPN, a transit gateway or a peering

  bool isOutside() const { return !site; }
  // Not to be asked of one outside.
  Index<Subnet> subnet() const { return site.value().subnet; }
  Index<Vpc> vpc() const { return site.value().vpc; }
  const Groups& groups() const { return *site.value().groups; }
  std::optional<Index<Host>> host() const { return site ? site->host : std::nullopt; }
  const Addr& address(Family family) const { return family == Family::ipv4 ? ipv4 : ipv6; }
};

/// A connection that is asked for: `port` is at the destination, the answer goes to `clientPort`.
struct Flow {
  Party from{}, to{};
  Family family = Family::ipv4;
  int protocol = tcp;
  int port = 0, clientPort = 0;
  bool atNode = false;  ///< the load balancer at its end is on the way, and listens
};

/// One thing on the way: what opens it, closes it, or may do either.
struct Step {
  Truth truth;
  std::string text;
  Place place;
  const Reason* why = nullptr;
  bool isRule = false;  ///< of a security group
};

/// How a way is judged: all of its checks together.
struct Result {
  Tri truth = true;
  int barriers = 0;  ///< how many of the checks close it
  std::vector<Step> steps{};
};

/// Of all choices that the network makes by itself (which node of a load balancer, which port of a NAT gateway).
struct Outcome {
  Result best{}, worst{};
};

/// Where answers change: the first value of each stretch that all rules treat alike.
struct Cuts {
  std::set<Bits128> ipv4, ipv6;
  std::set<int> ports, clientPorts;
};

struct Avoided {
  std::set<std::string, std::less<>> balancers{};
};

/// Judges flows one by one.
class Judge {
 public:
  explicit Judge(const Network& network, const Avoided& avoided) : network_{network}, avoided_{avoided} {}

  /// By every way there is.
  Outcome judge(const Flow& flow) { return ways(flow, 0); }
  /// Notes in `cuts` every bound that the flow is held against.
  void collect(const Flow&, Cuts& cuts);
  /// Like judge, and gives the steps of the way that decides.
  Outcome explain(const Flow&);
  /// The hosts that were taken to forward what is for others, and the load balancers whose rules were taken to apply.
  const std::set<Index<Host>>& forwarding() const { return forwarding_; }
  const std::set<Index<Host>>& ruling() const { return ruling_; }
  /// What judge chooses among, beside the flow's own values.
  void setCuts(const Cuts* cuts);

  /// The address of a host of that subnet.
  static Addr addressIn(const Network&, Index<Subnet>, Family, std::optional<Bits128> bits);
  /// An address of each stretch of the subnet's range, or of the part of it that is `within` another; one that is not
  /// known if the range is not.
  static std::vector<Addr> addressesIn(const Network&, Index<Subnet>, Family, const Cuts&,
                                       const IpRange* within = nullptr, int usual = usualClient);
  static Party partyOf(const Network&, Index<Host>, std::size_t interface);

  /// Whether nothing leads from one to the other, whatever rules say: they are in different VPCs that nothing joins.
  bool areApart(const Party& from, const Party& to) const;

  /// Whether a group of these has a rule for the port that what the carrier brings could meet.
  Tri couldAdmit(const Groups&, int protocol, int port, const Carrier&) const;

 private:
  // match.cpp
  Tri matches(const IpRange&, Family, const Addr&) const;
  Tri matches(const Peer&, Family, const Party&, const Groups*) const;
  Tri matches(const Rule&, int protocol, int port, bool isReply, bool isClientPort) const;
  struct Found {
    Tri truth = false;
    Place place{};
  };
  Found groupsAllow(const Groups&, bool ingress, const Flow&, const Party& other, const Groups* others) const;
  Found aclAllows(Index<Subnet>, bool ingress, Family, const Party& other, int protocol, int port, bool isReply) const;
  Tri aclAllows(const std::vector<AclEntry>&, Family, const Party& other, int protocol, int port, bool isReply,
                Place&) const;
  RouteTarget route(Index<Subnet>, Family, const Addr&) const;
  RouteTarget routeIn(const RouteTable&, Index<Vpc>, Family, const Addr&) const;
  Tri hasGateway(Index<Vpc>, std::string_view gateway) const;
  /// Whether VPC Block Public Access lets that through.
  Tri letsPublic(Index<Subnet>, bool inward) const;

  // ways.cpp
  Outcome ways(const Flow&, int depth);
  Outcome direct(const Flow&);
  Result in(const Flow&);
  Result inside(const Flow&);
  Result fromBehind(const Flow&);
  Result byBoundaries(const Flow&);
  Result byCarrier(const Flow&, const Carrier&) const;
  std::vector<const Carrier*> carriersTo(const Flow&) const;
  // ways_out.cpp
  Outcome out(const Flow&);
  Outcome outBy(const Flow&, const RouteTarget&, Result);
  Outcome outBehind(const Flow&, const RouteTarget&, Result);
  Tri leadsBehind(const RouteTarget&) const;
  void throughNat(const Flow&, const RouteTarget&, Result&, Outcome&);
  void throughInterface(const Flow&, const RouteTarget&, Result&);
  // balanced.cpp
  void byBalancers(const Flow&, int depth, Outcome&);
  Outcome byTarget(const Flow&, const Balancer&, const Listener&, const TargetGroup&, int depth);
  void hairpin(const Flow&, const TargetGroup&, Outcome& hops) const;
  Result hop(const Flow&, const Party& node, const TargetGroup&, bool keepsClient, int nodePort);

  // A check adds to a result; an alternative to an outcome.
  template <class Text>
  void check(Result& result, Tri truth, Place place, Text&& text) const {
    result.truth = result.truth & truth;
    if (truth.isNo()) ++result.barriers;
    if (explains_) result.steps.push_back({truth.truth(), text(), place, truth.why()});
  }
  void checkAcl(Result&, Index<Subnet>, bool ingress, Family, const Party& other, int protocol, int port, bool isReply,
                const Reason* same = nullptr) const;
  /// Why the two may be one subnet, within which no ACL is asked.
  const Reason* maybeSame(Index<Subnet>, Index<Subnet> other) const;
  void checkGroups(Result&, const Party& of, bool ingress, const Flow&, const Party& other, const Groups* others) const;
  void checkRoute(Result&, Family, const Party& from, const Party& to, bool isReply = false) const;
  bool collecting() const { return collected_ != nullptr; }

  const Network& network_;
  const Avoided& avoided_;
  Cuts* collected_ = nullptr;
  const Cuts* cuts_ = nullptr;
  std::vector<int> balancerPorts_{firstOutsidePort};  ///< one of each stretch that balancers and NAT gateways send from
  bool explains_ = false;
  static constexpr int firstOutsidePort = 1024;
  std::set<Index<Host>> forwarding_, ruling_;
  inline static const Reason chosenByAmazon{"which addresses AWS chooses", {}};
  inline static const Reason appliance{"what the appliance does that a more specific route leads to", {}};
  inline static const Reason privateNat{"where a private NAT gateway leads", {}};
  inline static const Reason literalTarget{"whose address the target is", {}};
};

/// The better, or worse, of two ways.
Result better(Result a, Result b);
Result worse(Result a, Result b);
/// Both, one after the other.
Result both(const Result& a, const Result& b);

}  // namespace reach
