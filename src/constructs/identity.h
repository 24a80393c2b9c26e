#pragma once

#include "aws/iam.h"
#include "constructs/application.h"
#include "constructs/database.h"
#include "constructs/egress.h"

namespace constructs {

/// Who an instance is to AWS.
struct Identity {
  aws::iam::Role::Handle role;
  aws::iam::InstanceProfile::Handle profile;
};

Identity addIdentity(Draft&, const config::Config&);

/// The permissions boundary of the stack's roles, when a pipeline deploys it.
cfn::Expression boundaryOf(const config::Config&);
/// The path and the name of the policy that the access stack makes for it; IAM is one for all regions.
std::string boundaryPath(const config::Config&);

/// Where the role's credentials are given out, and where they hold.
struct Whereabouts {
  const Network& network;
  const Egress& egress;
};

/// Gives the role its rights: Session Manager, and what the instance reads and calls while it boots.
cfn::Resource addRights(Draft&, const Identity&, const Database&, const Application&, const config::Config&,
                        const Whereabouts&);

}  // namespace constructs
