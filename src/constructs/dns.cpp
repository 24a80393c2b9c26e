#include "aws/route53.h"
#include "constructs/balancer.h"

namespace constructs {
namespace {

namespace route53 = aws::route53;

route53::RecordSet aliasRecord(const config::Config& config, const Balancer& balancer) {
  return {
      .AliasTarget =
          route53::record_set::AliasTarget{
              .DNSName = balancer.loadBalancer.dnsName(),
              .EvaluateTargetHealth = true,
              .HostedZoneId = balancer.loadBalancer.canonicalHostedZoneId(),
          },
      .HostedZoneId = config.hostedZone.id.text(),
      .Name = config.domain.text(),
      .Type = "A",
  };
}

}  // namespace

void addDns(cfn::Template& stack, const config::Config& config, const Balancer& balancer) {
  auto record = aliasRecord(config, balancer);
  stack["DnsRecord"] = record;
  if (!config.network.dualStack) return;
  record.Type = "AAAA";
  stack["DnsRecordIpv6"] = record;
}

}  // namespace constructs
