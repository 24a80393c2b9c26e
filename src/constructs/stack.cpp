#include "constructs/stack.h"

#include <fmt/format.h>

#include "cloudformation/functions.h"
#include "config/boot.h"
#include "constructs/access_stack.h"
#include "constructs/fleet.h"

namespace constructs {
namespace {

/// The instances as the network sees them. They fetch packages and call AWS by HTTPS and HTTP; the rest they may reach
/// is added by those who are reached.
Party addInstancesAccess(Draft& stack, const config::Config& config, const Network& network) {
  const auto part = stack.part(config.instances);
  auto party = addParty(stack, "Instances", "Instances of the application", network.vpc);
  allowToInternet(stack, party, https);
  allowToInternet(stack, party, http);
  const auto& mail = config.application.mail;
  if (!mail.host.text().empty()) {
    const auto toMail = stack.part(mail);
    allowToInternet(stack, party, {"Mail", static_cast<int>(mail.port), stack.placeOf(mail.port)});
  }
  return party;
}

template <class T>
void append(std::vector<T>& all, const std::vector<T>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

struct Parts {
  const Balancer& balancer;
  const Database& database;
  const Files& files;
  const Application& application;
  const aws::autoscaling::AutoScalingGroup::Handle& fleet;
};

void addOutputs(Draft& stack, const config::Config& config, const Parts& parts) {
  stack.output("Url", cfn::Expression{fmt::format("https://{}/", config.domain.text())}, "Where the application is");
  stack.output("LoadBalancerName", parts.balancer.hostName, "Host name of the load balancer");
  stack.output("DatabaseEndpoint", parts.database.endpoint, "Host name of the database");
  stack.output("DatabaseSecretArn", parts.database.secret, "Secret with the database's user and password");
  stack.output("FileSystemId", parts.files.fileSystem, "File system that the instances share");
  stack.output("OpenSession",
               cfn::sub({"aws ssm start-session --region ", cfn::region(),
                         " --target \"$(aws autoscaling describe-auto-scaling-groups --region ", cfn::region(),
                         " --auto-scaling-group-names ", parts.fleet,
                         " --query AutoScalingGroups[0].Instances[0].InstanceId --output text)\""}),
               "Command that opens a shell on an instance");
  addLoginOutputs(stack, parts.application);
}

// In the order of the picture: each part is given the parts before it that it leans on.
Stack build(const config::Config& config, std::string_view packed, Origins origins) {
  Draft stack{fmt::format("{}: {}", config.name.text(), config.domain.text()), std::move(origins)};

  const auto network = addNetwork(stack, config.network);
  auto instances = addInstancesAccess(stack, config, network);
  const auto egress = addEgress(stack, config, network, instances);

  const auto identity = addIdentity(stack, config);
  const auto files = addFiles(stack, config.files, network, {instances, identity.role, config.instances.system});
  const auto database = addDatabase(stack, config.database, network, instances);
  const auto application = addApplication(stack, config.application);
  const auto rights = addRights(stack, identity, database, application, config, {network, egress});

  const auto balancer = addBalancer(stack, config, network, instances);
  addDns(stack, config, balancer);

  std::vector<cfn::Resource> ready{rights, database.resource};
  append(ready, egress.ready);
  append(ready, files.ready);
  append(ready, database.ready);
  append(ready, balancer.listeners);
  append(ready, instances.rules);
  const auto fleet = addFleet(
      stack, config, {network, instances, identity, files, database, application, balancer, packed, std::move(ready)});

  addOutputs(stack, config, {balancer, database, files, application, fleet.group});
  std::vector<Assertion> assertions;
  for (const auto* part : {&database.assertions, &files.assertions, &fleet.assertions, &balancer.assertions,
                           &network.assertions, &egress.assertions})
    append(assertions, *part);
  return {std::move(stack), std::move(assertions), config.stackName().text()};
}

}  // namespace

std::vector<Stack> buildStacks(const config::LoadedConfig& config, diag::Sources& sources, Access access) {
  std::vector<Stack> stacks{buildStack(config, sources)};
  if (access == Access::included)
    stacks.push_back({.document = buildAccessStack(config.config, stacks.front().document),
                      .name = stacks.front().name + "-access",
                      .suffix = "access"});
  return stacks;
}

Stack buildStack(const config::LoadedConfig& config, diag::Sources& sources) {
  return build(config.config, config::packed(config.config), {config, sources});
}

cfn::Template buildStack(const config::Config& config) { return buildStack(config, config::packed(config)); }

cfn::Template buildStack(const config::Config& config, std::string_view packed) {
  return build(config, packed, {}).document;
}

}  // namespace constructs
