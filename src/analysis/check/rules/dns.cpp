#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "analysis/check/names.h"
#include "analysis/check/rules/rules.h"

// Records: where they lead, and whether they can.
namespace check {
namespace {

struct Alias {
  std::string_view type;
  std::string_view name;  ///< the attribute for `DNSName`
  std::string_view zone;  ///< the attribute for `HostedZoneId`, or the id itself
};
// "Route 53 alias targets"; the zone of CloudFront and of Global Accelerator is the same everywhere.
constexpr Alias aliases[] = {
    {"AWS::ElasticLoadBalancingV2::LoadBalancer", "DNSName", "CanonicalHostedZoneID"},
    {"AWS::ElasticLoadBalancing::LoadBalancer", "DNSName", "CanonicalHostedZoneNameID"},
    {"AWS::CloudFront::Distribution", "DomainName", "Z2FDTNDATAQYW2"},
    {"AWS::GlobalAccelerator::Accelerator", "DnsName", "Z2BJ6XQ5FK7U4H"},
    {"AWS::ApiGateway::DomainName", "RegionalDomainName", "RegionalHostedZoneId"},
    {"AWS::ApiGatewayV2::DomainName", "RegionalDomainName", "RegionalHostedZoneId"},
};

bool isZoneId(std::string_view zone) { return zone.starts_with('Z'); }

// "Elastic Load Balancing endpoints and quotas", for the common regions.
constexpr std::string_view applicationZones[] = {
    "Z35SXDOTRQ7X7K", "Z3AADJGX6KTTL2", "Z368ELLRRE2KJ0", "Z1H1FL5HABSF5",  "ZQSVJUPU6J1EY",  "Z215JYRZR1TBD5",
    "Z32O12XQLNTSW2", "ZHURV8PSTC4K8",  "Z3Q77PNBQS71R4", "Z23TAZ6LKFMNIO", "Z14GRHDCWA56QT", "ZWKZPGTI48KDX",
    "Z1LMS91P8CMLE5", "Z1GM3OXH4ZPM65", "ZP97RAFLXTNZK",  "Z2P70J7HTTTPLU"};
constexpr std::string_view networkZones[] = {"Z26RNL4JYFTOTI", "ZLMOA37VPKANP",  "Z24FKFUX50B4VW", "Z18D5FSROUN65G",
                                             "Z2EPGBW3API2WT", "Z3F0SRJ5LGBH90", "Z2IFOLAFXWLO4F", "ZD4D7Y8KGAS4G",
                                             "Z1CMS0P5QUZ6D5", "Z1UDT6IFJ4EJM",  "Z31USIVHYNEOWT", "ZIBE1TIR4HY56",
                                             "ZKVM4W9LS7TM",   "ZCT6FZBF4DROD",  "ZVDDRBQ08TROA",  "ZTK26PT1VY4CU"};

/// Whether the zone is one of load balancers of another kind, or of something else.
bool isOfAnother(std::string_view zone, const Resource& balancer) {
  const auto among = [&](std::span<const std::string_view> zones) {
    return std::ranges::find(zones, zone) != zones.end();
  };
  const auto type = balancer["Type"];
  if (zone == "Z2FDTNDATAQYW2" || zone == "Z2BJ6XQ5FK7U4H") return true;
  if (type.is("network")) return among(applicationZones);
  return (!type || type.is("application")) && among(networkZones);
}

/// Whether the zone cannot be that of the target: it is the record's own, or one of something else.
Truth isWrong(const Node& zone, const Reference& target, std::string_view wanted, const Node& own) {
  if (own && cfn::identity(*zone.value()) == cfn::identity(*own.value())) return Truth::yes;
  const auto named = zone.reference();
  const auto text = zone.text();
  if (isZoneId(wanted)) return named || (text && *text != wanted) ? Truth::yes : text ? Truth::no : Truth::unknown;
  if (named) return named->resource == target.resource && named->attribute == wanted ? Truth::no : Truth::yes;
  if (!text) return Truth::unknown;
  if (!text->starts_with('Z')) return Truth::yes;
  return isOfAnother(*text, *target.resource) ? Truth::yes : Truth::unknown;
}

void aliasInWrongZone(const Model& model, const Report& report) {
  for (const auto& record : recordsOf(model)) {
    const auto alias = record["AliasTarget"];
    const auto target = targetOf(record);
    const auto zone = alias["HostedZoneId"];
    if (!target) continue;
    for (const auto& [type, name, wanted] : aliases) {
      if (!target->resource->is(type) || target->attribute != name) continue;
      const auto fix = isZoneId(wanted) ? fmt::format("write `{}`", wanted)
                                        : fmt::format("write `!GetAtt {}.{}`", target->resource->id, wanted);
      const auto own = record["HostedZoneId"] ? record["HostedZoneId"] : (*record.owner())["HostedZoneId"];
      if (!zone)
        report(alias, "an alias needs the zone of its target", fix);
      else if (isWrong(zone, *target, wanted, own) == Truth::yes)
        report(zone, fmt::format("`{}` is not in this hosted zone", target->resource->id), fix,
               {at(*target->resource, "the target")});
    }
  }
}

void zoneByHand(const Model& model, const Report& report) {
  for (const auto& record : recordsOf(model)) {
    const auto target = targetOf(record);
    const auto zone = record["AliasTarget"]["HostedZoneId"];
    if (!target || !zone.text()) continue;
    for (const auto& [type, name, wanted] : aliases)
      if (target->resource->is(type) && target->attribute == name && !isZoneId(wanted))
        report(zone, "the zone of a load balancer differs from region to region",
               fmt::format("write `!GetAtt {}.{}`", target->resource->id, wanted));
  }
}

void aaaaWithoutIpv6(const Model& model, const Report& report) {
  for (const auto& record : recordsOf(model)) {
    const auto target = targetOf(record);
    const auto* balancer = target ? target->resource : nullptr;
    if (!balancer || !balancer->is("AWS::ElasticLoadBalancingV2::LoadBalancer") || !record["Type"].is("AAAA")) continue;
    const auto type = (*balancer)["IpAddressType"];
    if (!type || type.is("ipv4"))
      report(record["Type"], fmt::format("`{}` has no IPv6 addresses, so the record has none", balancer->id),
             "set the load balancer's `IpAddressType: dualstack`, or remove the record",
             {at(*balancer, "the load balancer")});
  }
}

void recordOutsideZone(const Model& model, const Report& report) {
  for (const auto& record : recordsOf(model)) {
    const auto& group = *record.owner();
    auto zone = record["HostedZoneName"];
    if (!zone) zone = group["HostedZoneName"];
    for (const auto& id : {record["HostedZoneId"], group["HostedZoneId"]})
      if (const auto* resource = id.resource("AWS::Route53::HostedZone")) zone = (*resource)["Name"];
    if (!zone || liesIn(record["Name"], zone) != Truth::no) continue;
    report(record["Name"], fmt::format("`{}` is not in the zone `{}`", shownName(record["Name"]), shownName(zone)),
           fmt::format("write a name such as `www.{}`", shownName(zone)), {at(zone, "the zone")});
  }
}

void zoneNameWithoutDot(const Model& model, const Report& report) {
  for (const auto& record : recordsOf(model)) {
    const auto zone = record["HostedZoneName"];
    const auto text = zone.text();
    if (text && !text->ends_with('.'))
      report(zone, fmt::format("Route 53 knows the zone as `{}.`", *text), fmt::format("write `{}.`", *text));
    if (record["TTL"] && record["AliasTarget"])
      report(record["TTL"], "an alias has the TTL of its target", "remove `TTL`");
  }
}

constexpr Rule all[] = {
    {{"alias-in-wrong-zone", diag::Severity::error, "DNS", "an alias names a zone that its target is not in",
      "An alias needs the hosted zone of its target, which AWS owns, not the zone that the record itself is in. Route "
      "53 "
      "refuses all others.",
      "Take the zone from the target, as an attribute.", "AWS CloudFormation: AWS::Route53::RecordSet AliasTarget",
      diag::Noticed::creation},
     aliasInWrongZone},
    {{"alias-zone-by-hand", diag::Severity::info, "DNS", "the zone of an alias is written by hand",
      "Each region has a zone of its own for each kind of load balancer, so the template works in one region only.",
      "Take the zone from the target, as an attribute.", "AWS CloudFormation: AWS::Route53::RecordSet AliasTarget",
      diag::Noticed::update},
     zoneByHand},
    {{"aaaa-without-ipv6", diag::Severity::warning, "DNS", "an AAAA record leads to a load balancer that has IPv4 only",
      "The record answers with nothing, and some clients wait before they try IPv4.",
      "Make the load balancer dual-stack, or remove the record.", "Elastic Load Balancing User Guide: IP address type",
      diag::Noticed::use},
     aaaaWithoutIpv6},
    {{"record-outside-zone", diag::Severity::error, "DNS", "a record is not in its zone",
      "Route 53 refuses names that are neither the zone's nor below it.", "Write a name below the zone's.",
      "Amazon Route 53 Developer Guide: Working with records", diag::Noticed::creation},
     recordOutsideZone},
    {{"record-fields", diag::Severity::error, "DNS", "a record has fields that Route 53 refuses",
      "A zone's name ends with a dot, and an alias has no TTL.", "Write what the message says.",
      "AWS CloudFormation: AWS::Route53::RecordSet", diag::Noticed::creation},
     zoneNameWithoutDot},
};

}  // namespace

std::span<const Rule> dnsRules() { return all; }

}  // namespace check
