#include "aws/route53.h"
#include "constructs/balancer.h"

namespace constructs {
namespace {

namespace route53 = aws::route53;

route53::RecordSet aliasRecord(Draft& stack, const config::Config& config, const Balancer& balancer) {
  return {
      .AliasTarget =
          route53::record_set::AliasTarget{
              .DNSName = balancer.hostName,
              .EvaluateTargetHealth = true,
              .HostedZoneId = balancer.hostedZone,
          },
      .HostedZoneId = stack.from(config.hostedZone.id),
      .Name = stack.from(config.domain),
      .Type = "A",
  };
}

}  // namespace

void addDns(Draft& stack, const config::Config& config, const Balancer& balancer) {
  const auto part = stack.part(config.domain);
  auto record = aliasRecord(stack, config, balancer);
  stack["DnsRecord"] = record;
  if (!config.network.dualStack) return;
  const auto ipv6 = stack.part(config.network.dualStack);
  record.Type = "AAAA";
  stack["DnsRecordIpv6"] = record;
}

}  // namespace constructs
