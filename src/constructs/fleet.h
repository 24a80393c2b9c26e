#pragma once

#include "aws/autoscaling.h"
#include "constructs/application.h"
#include "constructs/balancer.h"
#include "constructs/database.h"
#include "constructs/egress.h"
#include "constructs/files.h"
#include "constructs/identity.h"

namespace constructs {

/// What instances are made of and lean on.
struct FleetParts {
  const Network& network;
  const Party& party;
  const Identity& identity;
  const Files& files;
  const Database& database;
  const Application& application;
  const Balancer& balancer;
  std::string_view packed;           ///< `config::packed`
  std::vector<cfn::Resource> ready;  ///< instances are started when all of these are there
};

struct Fleet {
  aws::autoscaling::AutoScalingGroup::Handle group;
  std::vector<Assertion> assertions;
};

/// The stateless instances: a launch template and an Auto Scaling group over the private tier.
Fleet addFleet(Draft&, const config::Config&, const FleetParts&);

}  // namespace constructs
