#pragma once

#include <map>

#include "analysis/check/addresses.h"
#include "analysis/check/model.h"

namespace check {

/// How packets for the internet leave a subnet.
struct WayOut {
  enum class Kind { none, internetGateway, nat, other, unknown };
  Kind kind = Kind::unknown;
  const Resource* route = nullptr;   ///< that leads there
  const Resource* target = nullptr;  ///< the gateway, NAT or network interface, where it is in the template
  const Resource* table = nullptr;
};

/// The route tables of a template ("Route tables and VPC routing").
class Routing {
 public:
  explicit Routing(const Model&);

  WayOut wayOut(const Resource& subnet) const;
  const std::vector<const Resource*>& routesOf(const Resource& table) const;
  const Resource* associationOf(const Resource& subnet) const;
  /// Whether traffic of the table may leave by a way that is not written as a route.
  bool isOpen() const { return strayRoute_ || strayAssociation_; }

 private:
  std::map<const Resource*, const Resource*> associations_;
  std::map<const Resource*, std::vector<const Resource*>> routes_;
  bool strayAssociation_ = false;
  bool strayRoute_ = false;
  bool propagates_ = false;
};

/// Whether both subnets are in the same Availability Zone.
Truth sameZone(const Resource& subnet, const Resource& other);
/// Whether all of them are in one zone.
Truth inOneZone(const std::vector<const Resource*>& subnets);

/// The ranges of a VPC, more than one if it was given others; `complete` is false if one is not known.
struct Ranges {
  std::vector<Range> all;
  bool complete = true;
};
Ranges rangesOf(const Model&, const Resource& vpc);
/// The ranges of the subnets.
Ranges rangesOf(const std::vector<const Resource*>& subnets);

/// The VPC that a resource is in, by its `VpcId` or by its subnets; nullptr if that is not in the template.
const Resource* vpcOf(const Resource&);

}  // namespace check
