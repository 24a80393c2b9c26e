#include "constructs/stack.h"

#include <fmt/format.h>

#include "cloudformation/functions.h"
#include "constructs/fleet.h"

namespace constructs {
namespace {

/// The instances as the network sees them. They fetch packages and call AWS by HTTPS and HTTP; the rest they may reach
/// is added by those who are reached.
Party addInstancesAccess(cfn::Template& stack, const config::Config& config, const Network& network) {
  auto party = addParty(stack, "Instances", "Instances of the application", network.vpc);
  allowToInternet(stack, party, {"Https", 443});
  allowToInternet(stack, party, {"Http", 80});
  const auto& mail = config.application.mail;
  if (!mail.host.text().empty()) allowToInternet(stack, party, {"Mail", static_cast<int>(mail.port)});
  return party;
}

void append(std::vector<cfn::Resource>& all, const std::vector<cfn::Resource>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

struct Parts {
  const Balancer& balancer;
  const Database& database;
  const Files& files;
  const aws::autoscaling::AutoScalingGroup::Handle& fleet;
};

void addOutputs(cfn::Template& stack, const config::Config& config, const Parts& parts) {
  stack.output("Url", cfn::Expression{fmt::format("https://{}/", config.domain.text())}, "Where the application is");
  stack.output("LoadBalancerName", parts.balancer.loadBalancer.dnsName(), "Host name of the load balancer");
  stack.output("DatabaseEndpoint", parts.database.instance.endpointAddress(), "Host name of the database");
  stack.output("DatabaseSecretArn", parts.database.instance.masterUserSecretSecretArn(),
               "Secret with the database's user and password");
  stack.output("FileSystemId", parts.files.fileSystem, "File system that the instances share");
  stack.output("OpenSession",
               cfn::sub({"aws ssm start-session --region ", cfn::region(),
                         " --target \"$(aws autoscaling describe-auto-scaling-groups --region ", cfn::region(),
                         " --auto-scaling-group-names ", parts.fleet,
                         " --query AutoScalingGroups[0].Instances[0].InstanceId --output text)\""}),
               "Command that opens a shell on an instance");
}

}  // namespace

// In the order of the picture: each part is given the parts before it that it leans on.
cfn::Template buildStack(const config::Config& config) {
  cfn::Template stack{fmt::format("{}: {}", config.name.text(), config.domain.text())};

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

  std::vector<cfn::Resource> ready{rights, database.instance};
  append(ready, egress.ready);
  append(ready, files.ready);
  append(ready, database.ready);
  append(ready, balancer.listeners);
  append(ready, instances.rules);
  const auto fleet =
      addFleet(stack, config, {network, instances, identity, files, database, application, balancer, std::move(ready)});

  addOutputs(stack, config, {balancer, database, files, fleet});
  return stack;
}

}  // namespace constructs
