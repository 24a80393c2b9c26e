#include <fmt/format.h>

#include <algorithm>

#include "analysis/reach/builder.h"

// What carries traffic from where the template does not tell, beside what resources are handed.
namespace reach {
namespace {

constexpr std::string_view endpointService = "AWS::EC2::VPCEndpointService";

}  // namespace

Carrier& Builder::carrier(const Reason* why) { return network_.carriers.emplace_back(Carrier{.why = why}); }

/// A load balancer of an endpoint service takes what clients of other VPCs send; its groups are not asked if
/// `EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic` is off.
void Builder::boundaries() {
  for (const auto& reader : readers(endpointService))
    for (const auto& reference : cfn::referencesIn(Value{reader.properties()})) {
      const auto host = network_.hostOf.find(reference.name);
      const auto balancer = readerOf(reference.name);
      if (!host || !balancer) continue;
      auto& link = carrier(network_.because(
          fmt::format("what comes by PrivateLink, by way of `{}`", reader.resource().id), reader.place()));
      link.relays = true;
      network_.hosts[*host].foreign.push_back(&link);
      const auto enforced = balancer->at("EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic");
      if (enforced.isSet() && !balancer->is(enforced, "on", true).isYes()) network_.hosts[*host].unguarded = &link;
    }
}

/// Whether the template of a nested stack is one of those that are looked at.
bool Builder::isGiven(const Value& url) const {
  const auto* joined = url.as<data::Tagged>();
  const auto* parts = joined ? joined->value->as<List>() : nullptr;
  const auto* text = textOf(parts && !parts->empty() ? parts->back() : url);
  const auto name = [](std::string_view path) { return path.substr(path.find_last_of('/') + 1); };
  return text && std::ranges::any_of(templates_, [&](const auto* one) { return name(one->file()) == name(*text); });
}

/// VPC Block Public Access, and what is excluded from it ("Block public access to VPCs and subnets").
void Builder::publicAccess() {
  auto& access = network_.publicAccess;
  for (const auto& reader : readers("AWS::EC2::VPCBlockPublicAccessOptions")) {
    const auto mode = reader.at("InternetGatewayBlockMode");
    const auto all = reader.is(mode, "block-bidirectional", false);
    access.blocksIn = (all | reader.is(mode, "block-ingress", false)) & presentUnless(reader.maybe());
    access.blocksOut = all & presentUnless(reader.maybe());
    access.place = mode.isSet() ? reader.placeOf(mode) : reader.place();
  }
  for (const auto& reader : readers("AWS::EC2::VPCBlockPublicAccessExclusion")) {
    const auto mode = reader.is(reader.at("InternetGatewayExclusionMode"), "allow-bidirectional", false);
    for (const auto* key : {"VpcId", "SubnetId"}) {
      const auto of = reader.at(key);
      if (!of.isSet()) continue;
      const auto named = resourceIn(of);
      access.exclusions.push_back({.id = std::string{named},
                                   .in = mode,
                                   .maybe = reader.maybe()  ? reader.maybe()
                                            : named.empty() ? reader.reasonFor(of)
                                                            : nullptr});
    }
  }
}

}  // namespace reach
