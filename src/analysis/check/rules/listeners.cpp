#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "analysis/check/balancing.h"
#include "analysis/check/rules/rules.h"

// Listeners and what they are told to speak.
namespace check {
namespace {

/// Protocols of target groups that a listener of a protocol forwards to.
std::vector<std::string_view> partnersOf(std::string_view protocol) {
  if (protocol == "HTTP" || protocol == "HTTPS") return {"HTTP", "HTTPS"};
  if (protocol == "TCP") return {"TCP", "TCP_UDP"};
  if (protocol == "TLS") return {"TLS", "TCP"};
  if (protocol == "UDP") return {"UDP", "TCP_UDP"};
  if (protocol == "TCP_UDP") return {"TCP_UDP"};
  if (protocol == "GENEVE") return {"GENEVE"};
  return {};
}

void protocolMismatch(const Model& model, const Report& report) {
  const auto compare = [&](const Resource& listener, const Node& actions) {
    const auto protocol = listener["Protocol"].text();
    const auto partners = protocol ? partnersOf(*protocol) : std::vector<std::string_view>{};
    if (partners.empty()) return;
    for (const auto& node : forwardsTo(actions)) {
      const auto* group = node.resource(targetGroupType);
      const auto spoken = group ? (*group)["Protocol"].text() : std::nullopt;
      if (!spoken || std::ranges::find(partners, *spoken) != partners.end()) continue;
      report(node, fmt::format("a listener for {} cannot forward to a target group for {}", *protocol, *spoken),
             fmt::format("forward to a target group for {}", fmt::join(partners, " or ")),
             {at((*group)["Protocol"], "the target group's protocol")});
    }
  };
  for (const auto* listener : model.all(listenerType)) compare(*listener, (*listener)["DefaultActions"]);
  for (const auto* rule : model.all("AWS::ElasticLoadBalancingV2::ListenerRule"))
    if (const auto* listener = (*rule)["ListenerArn"].resource(listenerType)) compare(*listener, (*rule)["Actions"]);
}

void balancerMismatch(const Model& model, const Report& report) {
  for (const auto* listener : model.all(listenerType)) {
    const auto* balancer = (*listener)["LoadBalancerArn"].resource(balancerType);
    const auto protocol = (*listener)["Protocol"].text();
    if (!balancer || !protocol || (*balancer)["Type"].isUnknown()) continue;
    const auto kind = (*balancer)["Type"].text().value_or("application");
    const bool web = *protocol == "HTTP" || *protocol == "HTTPS";
    if ((kind == "application") == web || (kind == "gateway")) continue;
    report((*listener)["Protocol"],
           fmt::format("a load balancer of type `{}` has no listeners for {}", kind, *protocol),
           kind == "application" ? "write HTTP or HTTPS" : "write TCP, TLS, UDP or TCP_UDP",
           {at(*balancer, "the load balancer")});
  }
}

void certificateOnListener(const Model& model, const Report& report) {
  for (const auto* listener : model.all(listenerType)) {
    const auto protocol = (*listener)["Protocol"].text();
    if (!protocol) continue;
    const bool encrypted = *protocol == "TLS" || *protocol == "HTTPS";
    const auto certificates = (*listener)["Certificates"];
    if (encrypted && !certificates.isUnknown() && certificates.items().empty())
      report((*listener)["Protocol"], fmt::format("a listener for {} needs a certificate", *protocol),
             "name one in `Certificates`");
    if (!encrypted && certificates.isKnown() && !certificates.items().empty())
      report(certificates, fmt::format("a listener for {} takes no certificate", *protocol),
             fmt::format("write `Protocol: {}`, or remove it", *protocol == "HTTP" ? "HTTPS" : "TLS"));
  }
}

void portTwice(const Model& model, const Report& report) {
  std::map<std::pair<const Resource*, std::int64_t>, const Resource*> seen;
  for (const auto* listener : model.all(listenerType)) {
    const auto* balancer = (*listener)["LoadBalancerArn"].resource(balancerType);
    const auto port = (*listener)["Port"].number();
    if (!balancer || !port || !listener->certain) continue;
    const auto [first, isNew] = seen.try_emplace({balancer, *port}, listener);
    if (isNew) continue;
    const auto one = (*first->second)["Protocol"].text().value_or("");
    const auto two = (*listener)["Protocol"].text().value_or("");
    if ((one == "UDP") != (two == "UDP")) continue;  // TCP and UDP may share a port
    report((*listener)["Port"], fmt::format("`{}` listens on {} already", first->second->id, *port),
           "write another port", {at(*first->second, "the other listener")});
  }
}

void priorityTwice(const Model& model, const Report& report) {
  std::map<std::pair<const Resource*, std::int64_t>, const Resource*> seen;
  for (const auto* rule : model.all("AWS::ElasticLoadBalancingV2::ListenerRule")) {
    const auto* listener = (*rule)["ListenerArn"].resource();
    const auto priority = (*rule)["Priority"].number();
    if (!listener || !priority || !rule->certain) continue;
    const auto [first, isNew] = seen.try_emplace({listener, *priority}, rule);
    if (!isNew)
      report((*rule)["Priority"], fmt::format("`{}` has the priority {} already", first->second->id, *priority),
             "give each rule a priority of its own", {at(*first->second, "the other rule")});
  }
}

void plainHttp(const Model& model, const Report& report) {
  for (const auto* listener : model.all(listenerType)) {
    const auto* balancer = (*listener)["LoadBalancerArn"].resource(balancerType);
    if (!balancer || !(*listener)["Protocol"].is("HTTP") || forwardsTo((*listener)["DefaultActions"]).empty()) continue;
    const auto scheme = (*balancer)["Scheme"];
    if (scheme && !scheme.is("internet-facing")) continue;
    const bool encrypted = std::ranges::any_of(model.all(listenerType), [&](const Resource* other) {
      return (*other)["LoadBalancerArn"].resource() == balancer && (*other)["Protocol"].is("HTTPS");
    });
    if (encrypted)
      report((*listener)["DefaultActions"], "plain HTTP is served although there is HTTPS",
             "redirect to HTTPS instead");
  }
}

void healthCheckMismatch(const Model& model, const Report& report) {
  for (const auto* group : model.all(targetGroupType)) {
    const auto protocol = (*group)["HealthCheckProtocol"];
    const auto kind = protocol.text();
    if (kind == "TCP" && ((*group)["HealthCheckPath"] || (*group)["Matcher"]))
      report((*group)["HealthCheckPath"] ? (*group)["HealthCheckPath"] : (*group)["Matcher"],
             "a health check by TCP asks for no path and no status", "write `HealthCheckProtocol: HTTP`, or remove it");
    const auto timeout = (*group)["HealthCheckTimeoutSeconds"].number();
    const auto interval = (*group)["HealthCheckIntervalSeconds"].number();
    // A Network Load Balancer takes a timeout as long as the interval.
    const auto spoken = (*group)["Protocol"].text().value_or("");
    const bool ofNetwork = spoken == "TCP" || spoken == "UDP" || spoken == "TCP_UDP" || spoken == "TLS";
    if (timeout && interval && (ofNetwork ? *timeout > *interval : *timeout >= *interval))
      report((*group)["HealthCheckTimeoutSeconds"],
             fmt::format("the timeout is {} seconds, the interval {}", *timeout, *interval),
             "write less than the interval");
  }
}

constexpr Rule all[] = {
    {{"protocol-mismatch", diag::Severity::error, "load balancing",
      "a listener forwards to a target group of a protocol that it cannot speak",
      "Elastic Load Balancing refuses the listener: TLS forwards to TLS or TCP, UDP to UDP, HTTP and HTTPS to each "
      "other.",
      "Give the target group a protocol that fits.",
      "Elastic Load Balancing: Listeners for your Network Load Balancers", diag::Noticed::creation},
     protocolMismatch},
    {{"listener-and-balancer", diag::Severity::error, "load balancing",
      "a load balancer has no listeners for that protocol",
      "Application Load Balancers speak HTTP and HTTPS, Network Load Balancers TCP, TLS and UDP.",
      "Write a protocol of the load balancer's type.", "Elastic Load Balancing User Guide: Listeners",
      diag::Noticed::creation},
     balancerMismatch},
    {{"listener-certificate", diag::Severity::error, "TLS",
      "a listener lacks its certificate, or has one that it cannot use",
      "TLS and HTTPS need a certificate; TCP and HTTP take none.", "Name a certificate exactly where TLS ends.",
      "Elastic Load Balancing: TLS listeners for your Network Load Balancer", diag::Noticed::creation},
     certificateOnListener},
    {{"listener-port-twice", diag::Severity::error, "load balancing", "two listeners of a load balancer have one port",
      "The second one is refused: `DuplicateListener`.", "Give each listener a port of its own.",
      "Elastic Load Balancing User Guide: Listeners", diag::Noticed::creation},
     portTwice},
    {{"priority-twice", diag::Severity::error, "load balancing", "two rules of a listener have one priority",
      "The second one is refused: `PriorityInUse`.", "Give each rule a priority of its own.",
      "Elastic Load Balancing: Listener rules for your Application Load Balancer", diag::Noticed::creation},
     priorityTwice},
    {{"plain-http", diag::Severity::warning, "TLS", "a load balancer serves plain HTTP beside HTTPS",
      "Passwords and cookies travel readable for everybody who types the name without `https`.",
      "Make the default action of the HTTP listener a redirect to HTTPS.", "Elastic Load Balancing: Redirect actions",
      diag::Noticed::attack},
     plainHttp},
    {{"health-check", diag::Severity::error, "load balancing", "a health check contradicts itself",
      "Elastic Load Balancing refuses paths for TCP checks, and timeouts that are not shorter than the interval.",
      "Remove what does not fit.", "Elastic Load Balancing: Health checks for target groups", diag::Noticed::creation},
     healthCheckMismatch},
};

}  // namespace

std::span<const Rule> listenerRules() { return all; }

}  // namespace check
