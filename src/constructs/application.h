#pragma once

#include "aws/logs.h"
#include "aws/secretsmanager.h"
#include "constructs/draft.h"

namespace constructs {

/// What the application has of its own.
struct Application {
  struct Secret {
    std::string name;
    aws::secretsmanager::Secret::Handle secret;
    bool isLogin;  ///< holds a user name and a password
  };
  std::vector<Secret> secrets;  ///< generated, in the order of the preset
  std::optional<aws::logs::LogGroup::Handle> logs;
};

Application addApplication(Draft&, const app::Application&);

/// For each login an output with the command that prints it.
void addLoginOutputs(Draft&, const Application&);

}  // namespace constructs
