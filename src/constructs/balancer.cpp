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

/// A range as part of a logical id: the rule of one range keeps its id when others come and go.
std::string idOf(const config::ClientRange& range) {
  std::string id;
  for (const char c : range.text()) id += c == '/' ? 'n' : c == '.' || c == ':' ? 'x' : c;
  return id;
}

Party addBalancerAccess(cfn::Template& stack, const config::Config& config, const Network& network, Party& instances) {
  auto party = addParty(stack, "LoadBalancer", "Network Load Balancer", network.vpc);
  for (const auto& service : {Service{"Https", 443}, Service{"Http", 80}}) {
    allowFrom(stack, party, "0.0.0.0/0", "Internet", service);
    if (config.network.dualStack) allowFrom(stack, party, "::/0", "Ipv6Internet", service);
  }
  for (const auto& range : config.ssh.from) allowFrom(stack, party, range.text(), idOf(range), ssh);

  allow(stack, party, instances, http);
  allow(stack, party, instances, redirect);
  if (!config.ssh.from.empty()) allow(stack, party, instances, ssh);
  return party;
}

/// Every group asks the web server for the health path: an instance is well when it serves, and with an Auto Scaling
/// group one group's "unhealthy" replaces the instance.
elb::TargetGroup::Handle addTargetGroup(cfn::Template& stack, const std::string& id, const config::LoadBalancer& config,
                                        const Network& network, int port) {
  return stack[id] = elb::TargetGroup{
             .HealthCheckIntervalSeconds = 10,
             .HealthCheckPath = config.healthPath.text(),
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

elb::listener::Certificate certificate(cfn::Template& stack, const config::Config& config) {
  if (const auto& given = config.loadBalancer.certificate) return {.CertificateArn = given->text()};
  return {.CertificateArn = stack["Certificate"] = acm::Certificate{
              .DomainName = config.domain.text(),
              .DomainValidationOptions = {{
                  .DomainName = config.domain.text(),
                  .HostedZoneId = config.hostedZone.id.text(),
              }},
              .Tags = nameTag("certificate"),
              .ValidationMethod = "DNS",
          }};
}

}  // namespace

Balancer addBalancer(cfn::Template& stack, const config::Config& config, const Network& network, Party& instances) {
  const auto& options = config.loadBalancer;
  const auto access = addBalancerAccess(stack, config, network, instances);

  std::vector<elb::load_balancer::LoadBalancerAttribute> attributes{
      {.Key = "deletion_protection.enabled", .Value = options.deletionProtection ? "true" : "false"},
      {.Key = "load_balancing.cross_zone.enabled", .Value = "true"},
  };
  auto ready = network.ready;
  if (options.accessLogs.enabled) {
    const auto logs = addAccessLogs(stack, options.accessLogs);
    attributes.insert(attributes.end(), {{.Key = "access_logs.s3.enabled", .Value = "true"},
                                         {.Key = "access_logs.s3.bucket", .Value = logs.bucket}});
    ready.push_back(logs.policy);
  }
  elb::LoadBalancer properties{
      .IpAddressType = "ipv4",
      .LoadBalancerAttributes = attributes,
      .Scheme = "internet-facing",
      .SecurityGroups = {access.group.groupId()},
      .Subnets = network.publicTier.subnets,
      .Tags = nameTag("load-balancer"),
      .Type = "network",
  };
  if (config.network.dualStack) properties.IpAddressType = "dualstack";
  const auto balancer = stack["LoadBalancer"] = properties;
  stack.dependsOn(balancer, ready);

  Balancer result{balancer, {}, {}};
  const auto web = addTargetGroup(stack, "WebTargetGroup", options, network, http.port);
  auto https = listener(balancer, web, 443);
  https.Certificates = {certificate(stack, config)};
  https.Protocol = "TLS";
  https.SslPolicy = config::wordOf(options.tlsPolicy);
  result.listeners.push_back(stack["HttpsListener"] = https);

  const auto redirects = addTargetGroup(stack, "RedirectTargetGroup", options, network, redirect.port);
  result.listeners.push_back(stack["RedirectListener"] = listener(balancer, redirects, 80));
  result.targetGroups = {web, redirects};

  if (!config.ssh.from.empty()) {
    const auto shells = addTargetGroup(stack, "SshTargetGroup", options, network, ssh.port);
    result.listeners.push_back(stack["SshListener"] = listener(balancer, shells, 22));
    result.targetGroups.push_back(shells);
  }
  return result;
}

}  // namespace constructs
