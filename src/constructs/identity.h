#pragma once

#include "aws/iam.h"
#include "config/config.h"
#include "constructs/application.h"
#include "constructs/database.h"

namespace constructs {

/// Who an instance is to AWS.
struct Identity {
  aws::iam::Role::Handle role;
  aws::iam::InstanceProfile::Handle profile;
};

Identity addIdentity(cfn::Template&);

/// Gives the role its rights: Session Manager, and what the instance reads and calls while it boots.
cfn::Resource addRights(cfn::Template&, const Identity&, const Database&, const Application&, const config::Config&);

}  // namespace constructs
