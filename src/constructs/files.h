#pragma once

#include "aws/efs.h"
#include "aws/iam.h"
#include "constructs/access.h"
#include "constructs/network.h"

namespace constructs {

/// The file system that instances share ("Amazon EFS: How it works").
struct Files {
  aws::efs::FileSystem::Handle fileSystem;
  aws::efs::AccessPoint::Handle accessPoint;
  std::vector<cfn::Resource> ready;  ///< an instance that mounts it waits for these
  std::vector<Assertion> assertions;
};

struct FilesClients {
  Party& party;
  aws::iam::Role::Handle role;
  const config::System& system;
};

Files addFiles(Draft&, const config::Files&, const Network&, FilesClients);

}  // namespace constructs
