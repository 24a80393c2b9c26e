#pragma once

#include "analysis/reach/reader.h"

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
  int vpc(const Reader&, const Value&, const Reason* why = nullptr);
  int subnet(const Reader&, const Value&);
  void addDefaults(int vpc);

  // build_routes.cpp
  void tables();
  void routes();
  void associations();
  RouteTarget target(const Reader&);
  Peer destination(const Reader&, std::vector<Peer>& all);
  void associate(std::string_view type, std::string_view idKey, const std::map<std::string, int, std::less<>>& ids,
                 Alternatives Subnet::*member);

  // build_rules.cpp
  void acls();
  void aclEntry(const Reader&, const std::vector<std::pair<int, const Reason*>>& acls);
  void ports(const Reader&, const Map&, Rule&);

  // build_groups.cpp
  void groups();
  void groupRules(const Reader&, const Value& list, bool ingress, int group);
  void addRules(const Reader&, const Map& rule, bool ingress, int group, const Reason* maybe, Place);
  std::vector<Peer> peers(const Reader&, const Map& rule, bool ingress);
  std::vector<Peer> prefixList(const Reader&, const Value&);
  int group(const Reader&, const Value&);
  Groups groupsOf(const Reader&, const Value& list, const Value& otherList, int defaultVpc);

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
  void place(Host&, const Reader&, const Server&, int subnet, const Reason* maybe);
  int addHost(const Reader&, HostKind);

  // build_data.cpp
  void databases();
  void database(const Reader&);
  void fileSystems();
  void others();
  Tri publicDatabase(const Reader&, int vpc);
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
  void members(const Reader&, const Value& arns, int host, std::optional<int> port, const Reason* portWhy);
  std::vector<std::pair<int, const Reason*>> forwardsTo(const Reader&, const Value& actions);
  int targetGroup(const Value&) const;

  // build_boundaries.cpp
  void boundaries();
  void escapes();
  bool isGiven(const Value& templateUrl) const;

  // build_index.cpp
  void index();

  std::vector<Reader> readers(std::string_view type);
  std::optional<Reader> readerOf(std::string_view id);

  Network& network_;
  const cfn::Evaluated& evaluated_;
  const std::vector<const cfn::Template*>& templates_;
  std::map<std::string, std::vector<const EvaluatedResource*>, std::less<>> byType_;
  std::map<std::string, std::pair<int, std::size_t>, std::less<>> listenerOf_;  ///< balancer and position
};

}  // namespace reach
