#include "constructs/balancer.h"

#include <fmt/format.h>

#include "constructs/access_logs.h"
#include "constructs/names.h"

namespace constructs {
namespace {

namespace acm = aws::certificatemanager;
namespace elb = aws::elasticloadbalancingv2;

// Ports of the instances. Plain HTTP has its own, so that port 80 serves only what came by TLS.
constexpr Service http{"Http", 80};
constexpr Service redirect{"Redirect", 8080};
constexpr Service ssh{"Ssh", 22};
// Ports of the load balancer.
constexpr Service tls{"Https", 443};
constexpr Service plain{"Http", 80};

/// A range as part of a logical id: the rule of one range keeps its id when others come and go.
std::string idOf(const config::ClientRange& range) {
  std::string id;
  for (const char c : range.text()) id += c == '/' ? 'n' : c == '.' || c == ':' ? 'x' : c;
  return id;
}

Party addBalancerAccess(Draft& stack, const config::Config& config, const Network& network, Party& instances) {
  auto party = addParty(stack, "LoadBalancer", "Network Load Balancer", network.vpc);
  for (const auto& service : {tls, plain}) {
    allowFrom(stack, party, {"0.0.0.0/0", {}}, "Internet", service);
    if (!config.network.dualStack) continue;
    const auto ipv6 = stack.part(config.network.dualStack);
    allowFrom(stack, party, {"::/0", {}}, "Ipv6Internet", service);
  }
  for (const auto& range : config.ssh.from) {
    const auto part = stack.part(range);
    allowFrom(stack, party, stack.from(range), idOf(range), ssh);
  }

  allow(stack, party, instances, http);
  allow(stack, party, instances, redirect);
  if (!config.ssh.from.empty()) {
    const auto part = stack.part(config.ssh.from);
    allow(stack, party, instances, ssh);
  }
  return party;
}

/// Every group asks the web server for the health path: an instance is well when it serves, and with an Auto Scaling
/// group one group's "unhealthy" replaces the instance.
elb::TargetGroup::Handle addTargetGroup(Draft& stack, const std::string& id, const config::LoadBalancer& config,
                                        const Network& network, int port) {
  return stack[id] = elb::TargetGroup{
             .HealthCheckIntervalSeconds = 10,
             .HealthCheckPath = stack.from(config.healthPath),
             .HealthCheckPort = fmt::to_string(http.port),
             .HealthCheckProtocol = "HTTP",
             .HealthyThresholdCount = 2,
             .Matcher = elb::target_group::Matcher{.HttpCode = "200"},
             .Port = port,
             .Protocol = "TCP",
             .TargetGroupAttributes =
                 {
                     {.Key = "deregistration_delay.timeout_seconds", .Value = "60"},
                     {.Key = "preserve_client_ip.enabled", .Value = "true"},
                 },
             .TargetType = "instance",
             .UnhealthyThresholdCount = 3,
             .VpcId = network.vpc,
         };
}

elb::Listener listener(const elb::LoadBalancer::Handle& balancer, const elb::TargetGroup::Handle& group, int port) {
  return {
      .DefaultActions = {{.TargetGroupArn = group, .Type = "forward"}},
      .LoadBalancerArn = balancer,
      .Port = port,
      .Protocol = "TCP",
  };
}

elb::listener::Certificate certificate(Draft& stack, const config::Config& config) {
  if (const auto& given = config.loadBalancer.certificate) return {.CertificateArn = given->text()};
  const auto part = stack.part(config.domain);
  return {.CertificateArn = stack["Certificate"] = acm::Certificate{
              .DomainName = stack.from(config.domain),
              .DomainValidationOptions = {{
                  .DomainName = stack.from(config.domain),
                  .HostedZoneId = stack.from(config.hostedZone.id),
              }},
              .Tags = nameTag("certificate"),
              .ValidationMethod = "DNS",
          }};
}

/// Who gets to the instances by SSH: the listed ranges, by the load balancer, or nobody.
Assertion sshAssertion(Draft& stack, const config::Ssh& config, const std::string& balancer,
                       const std::string& instances) {
  Assertion assertion{{}, {}, "list under `ssh.from` who may open SSH connections"};
  if (config.from.empty()) {
    assertion.text = fmt::format("internet cannot reach {} on {}", instances, ssh.port);
    assertion.spans = {stack.placeOf(config)};
    return assertion;
  }
  std::string ranges;
  for (const auto& range : config.from) {
    ranges += fmt::format("{}{}", ranges.empty() ? "" : ", ", range.text());
    assertion.spans.push_back(stack.placeOf(range));
  }
  assertion.text = fmt::format("only {} can reach {} on {} through {}", ranges, instances, ssh.port, balancer);
  return assertion;
}

std::vector<Assertion> assertionsOf(Draft& stack, const config::Config& config, const std::string& balancer,
                                    const std::string& instances) {
  const auto place = stack.placeOf(config.loadBalancer);
  const auto web = fmt::format("{}, {}", http.port, redirect.port);
  const auto shell = config.ssh.from.empty() ? std::string{} : fmt::format(", {}", ssh.port);
  return {
      {fmt::format("{} can reach {} only on {}{}", balancer, instances, web, shell), {place}},
      {fmt::format("internet can reach {} on {}, {}", balancer, plain.port, tls.port), {place}},
      {fmt::format("internet can reach {} on {}", instances, web), {place}},
      sshAssertion(stack, config.ssh, balancer, instances),
  };
}

}  // namespace

Balancer addBalancer(Draft& stack, const config::Config& config, const Network& network, Party& instances) {
  const auto& options = config.loadBalancer;
  const auto part = stack.part(options);
  const auto access = addBalancerAccess(stack, config, network, instances);

  using Attribute = elb::load_balancer::LoadBalancerAttribute;
  const Attribute protection{.Key = "deletion_protection.enabled",
                             .Value = options.deletionProtection ? "true" : "false"};
  std::vector<cfn::Required<Attribute>> attributes{
      stack.from(options.deletionProtection, protection),
      Attribute{.Key = "load_balancing.cross_zone.enabled", .Value = "true"},
  };
  auto ready = network.ready;
  if (options.accessLogs.enabled) {
    const auto logs = addAccessLogs(stack, options.accessLogs);
    for (const auto& attribute : {Attribute{.Key = "access_logs.s3.enabled", .Value = "true"},
                                  Attribute{.Key = "access_logs.s3.bucket", .Value = logs.bucket}})
      attributes.emplace_back(stack.from(options.accessLogs.enabled, attribute));
    ready.push_back(logs.policy);
  }
  elb::LoadBalancer properties{
      .IpAddressType = "ipv4",
      .LoadBalancerAttributes = attributes,
      .Scheme = "internet-facing",
      .SecurityGroups = {access.group.groupId()},
      .Subnets = network.publicTier.ids(),
      .Tags = nameTag("load-balancer"),
      .Type = "network",
  };
  if (config.network.dualStack) properties.IpAddressType = "dualstack";
  properties.IpAddressType.decidedBy(stack.placeOf(config.network.dualStack));
  const auto balancer = stack["LoadBalancer"] = properties;
  stack.dependsOn(balancer, ready);

  Balancer result{.name = balancer.logicalId(),
                  .hostName = balancer.dnsName(),
                  .hostedZone = balancer.canonicalHostedZoneId(),
                  .targetGroups = {},
                  .listeners = {},
                  .assertions = assertionsOf(stack, config, balancer.logicalId(), instances.name)};
  const auto web = addTargetGroup(stack, "WebTargetGroup", options, network, http.port);
  auto https = listener(balancer, web, tls.port);
  https.Certificates = {certificate(stack, config)};
  https.Certificates.decidedBy(stack.placeOf(options.certificate));
  https.Protocol = "TLS";
  https.SslPolicy = stack.from(options.tlsPolicy, config::wordOf(options.tlsPolicy));
  result.listeners.push_back(stack["HttpsListener"] = https);

  const auto redirects = addTargetGroup(stack, "RedirectTargetGroup", options, network, redirect.port);
  result.listeners.push_back(stack["RedirectListener"] = listener(balancer, redirects, plain.port));
  result.targetGroups = {{web, {}}, {redirects, {}}};

  if (!config.ssh.from.empty()) {
    const auto shell = stack.part(config.ssh.from);
    const auto shells = addTargetGroup(stack, "SshTargetGroup", options, network, ssh.port);
    result.listeners.push_back(stack["SshListener"] = listener(balancer, shells, ssh.port));
    result.targetGroups.push_back(stack.from(config.ssh.from, cfn::Expression{shells}));
  }
  return result;
}

}  // namespace constructs
