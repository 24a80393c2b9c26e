#include "config/config.h"

namespace config {
namespace {

constexpr int partBits = 4;  // sixteen parts: four a tier, four spare

std::vector<SubnetRange> givenOrComputed(const std::vector<SubnetRange>& given, const Network& network, int tier) {
  if (!given.empty()) return given;
  std::vector<SubnetRange> computed;
  for (int zone = 0; zone < network.zones; ++zone)
    computed.push_back({network.cidr.part(network.cidr.prefixLength() + partBits, 4 * tier + zone)});
  return computed;
}

}  // namespace

Subnets subnetsOf(const Network& network) {
  return {
      .publicTier = givenOrComputed(network.subnets.publicTier, network, 0),
      .privateTier = givenOrComputed(network.subnets.privateTier, network, 1),
      .isolatedTier = givenOrComputed(network.subnets.isolatedTier, network, 2),
  };
}

}  // namespace config
