#pragma once

#include "analysis/reach/influence.h"
#include "analysis/reach/reader.h"
#include "cloudformation/references.h"

namespace reach {

/// Builds the network in the order in which its parts need each other: one method, or file, a part.
class Builder {
 public:
  Builder(Network& network, const cfn::Evaluated& evaluated, const std::vector<const cfn::Template*>& templates)
      : network_{network}, evaluated_{evaluated}, templates_{templates} {}

  void build();

 private:
  // build_topology.cpp
  void vpcs();
  void gateways();
  void subnets();
  void natsAndPeerings();
  Index<Vpc> vpc(const Reader&, const Value&, const Reason* why = nullptr);
  Index<Subnet> subnet(const Reader&, const Value&, bool maybeSeveral = false);
  Index<Subnet> subnetOutside(const Reader&, const std::string& key, const Reason* why, Place);
  Index<Subnet> addOutside(Subnet, const std::string& key, const Reason* why);
  Vpc newVpc(std::string id, Place) const;
  Index<Vpc> add(Vpc);

  // build_routes.cpp
  void tables();
  void routes();
  void associations();
  RouteTarget target(const Reader&);
  Peer destination(const Reader&, std::vector<Peer>& all);
  template <class Thing>
  void associate(std::string_view type, std::string_view idKey, const ByName<Thing>& ids,
                 Alternatives<Thing> Subnet::*member, Index<Thing> Vpc::*otherwise);

  // build_rules.cpp
  void acls();
  void aclEntry(const Reader&, const std::vector<std::pair<Index<NetworkAcl>, const Reason*>>& acls);
  void ports(const Reader&, const Map&, Rule&);

  // build_groups.cpp
  void groups();
  void rulesApart(std::string_view type, bool ingress, std::map<Index<SecurityGroup>, const Reason*>& apart);
  void allowOut(const Reader&, Index<SecurityGroup>, const Reason* apart);
  void groupRules(const Reader&, const Value& list, bool ingress, Index<SecurityGroup>);
  void addRules(const Reader&, const Map& rule, bool ingress, Index<SecurityGroup>, const Reason* maybe, Place);
  std::vector<Peer> peers(const Reader&, const Map& rule, bool ingress);
  std::vector<Peer> prefixList(const Reader&, const Value&);
  Index<SecurityGroup> group(const Reader&, const Value&);
  Groups groupsOf(const Reader&, const Value& list, const Value& otherList, Index<Vpc>);

  // build_hosts.cpp
  void hosts();
  struct Server;
  Server server(const Reader&, const Map& properties);
  Server launched(const Reader&, const Value& reference, const Reason** maybe);
  void instance(const Reader&);
  void scalingGroup(const Reader&);
  void networkInterface(const Reader&);
  void service(const Reader&);
  void addInterfaces(const Reader&, Host&, const Value& subnets, const Value& groups);
  void addAddresses();
  void addAttached();
  std::optional<Index<Host>> hostIn(const Value&, HostKind) const;
  std::optional<Index<Host>> interfaceOf(const Server&) const;
  const Reason* whyNoInterface(const Reader&, const Value&);
  Index<Subnet> whereIs(const Reader&, const Server&, const Value& subnet);
  void takeOver(Host&, Index<Host> interface, const Reason* maybe);
  void place(Host&, const Reader&, const Server&, Index<Subnet>, const Reason* maybe);
  void placeInEach(Host&, const Reader&, const Server&, const Reader::Items& subnets, const Reason* maybe);
  Index<Host> addHost(const Reader&, HostKind);
  Index<Host> addHost(Host);

  // build_data.cpp
  void databases();
  void database(const Reader&);
  void fileSystems();
  void others();
  Tri publicDatabase(const Reader&, Index<Vpc>);
  Tri publicBrokers(const Reader&, Place&);
  Tri publicInstances(const Reader&, Place&);
  Reader::Items subnetsOfGroup(const Reader&, const Value& group);

  // build_balancers.cpp
  void balancers();
  void balancer(const Reader&);
  void classicBalancer(const Reader&);
  void targetGroup(const Reader&);
  void listener(const Reader&);
  void listenerRule(const Reader&);
  void serviceTargets(const Reader&);
  std::vector<Index<Host>> clusterHosts(const Value& cluster);
  void members(const Reader&, const Value& arns, Index<Host>, std::optional<int> port, const Reason* portWhy);
  std::vector<std::pair<Index<TargetGroup>, const Reason*>> forwardsTo(const Reader&, const Value& actions);
  std::optional<Index<TargetGroup>> targetGroup(const Value&) const;

  // build_boundaries.cpp
  void boundaries();
  Carrier& carrier(const Reason* why);
  void publicAccess();
  bool isGiven(const Value& templateUrl) const;

  // build_handed.cpp
  struct Handed;
  Handed handedTo(const Reader&, bool looksThrough);
  void addHanded(const Reader&, const cfn::Reference&, Handed&);
  void addHanded(const Reader&, bool looksThrough, Handed&, std::set<std::string, std::less<>>& seen);
  void addHandedOutside(const Value&, Handed&) const;
  void handedLists();

  // build_influence.cpp
  void influences();
  void influence(const Reader&, const Influence&);
  void carry(const Reader&, const Influence&, const Handed&, const Reason* why);
  void changeRules(const Reader&, const Handed&, const Reason* why);
  void changeBalancers(const Handed&, const Reason* why, Place);
  void changeHosts(const Handed&, const Reason* why);
  void addUnmodelled(const Reader&, const Influence&, const Handed&, const Reason* why);

  // build_index.cpp
  void index();

  std::vector<Reader> readers(std::string_view type);
  std::optional<Reader> readerOf(std::string_view id);

  Network& network_;
  const cfn::Evaluated& evaluated_;
  const std::vector<const cfn::Template*>& templates_;
  std::map<std::string, std::vector<const EvaluatedResource*>, std::less<>> byType_;
  std::map<std::string, std::pair<Index<Balancer>, std::size_t>, std::less<>> listenerOf_;  ///< balancer and position
  std::map<std::string, const Reason*, std::less<>> changedLists_;  ///< prefix lists that something may change
};

}  // namespace reach
