#pragma once

#include "config/config.h"
#include "config/load.h"
#include "constructs/user_data.h"

namespace constructs {

/// What an instance boots with and only the deployment knows.
struct BootSources {
  cfn::Expression fileSystem;
  cfn::Expression accessPoint;
  cfn::Expression databaseHost;
  cfn::Expression databaseSecret;
  std::vector<cfn::Expression> programs{};  ///< the names of the parameters that have the rest of them
  std::string programsSum{};                ///< `Programs::sum`
  std::vector<cfn::Expression> secrets{};   ///< in the order of the preset
  std::optional<cfn::Expression> logGroup{};
};

/// The programs that boot an instance, and what it is told, as they travel; `packed` is what `config::packed` made.
Programs programsOf(const config::Config&, std::string_view packed);

/// The values of an instance beside `config::bootValues`. `resource` is the logical id that its signal names.
std::vector<BootValue> deployedValues(const config::Config&, std::string_view resource, const BootSources&);

/// The same without the deployment, to show and to measure.
std::vector<BootValue> deployedValues(const config::Config&);

/// Reports programs that user data and parameters do not hold.
void checkUserData(const config::LoadedConfig&, diag::Diagnostics&);

/// The decoded parts of an instance's user data and parameters, for a review.
std::string shownUserData(const config::Config&);

/// The script that installs on any instance what this config's instances would install, for an image of it.
std::string imageScript(const config::Config&);

}  // namespace constructs
