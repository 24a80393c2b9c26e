#include "constructs/stack.h"

#include "assets/assets.h"
#include "aws/autoscaling.h"
#include "constructs/database.h"
#include "constructs/network.h"

namespace constructs {

namespace ec2 = aws::ec2;

cfn::Template buildStack(const config::Config& config) {
  cfn::Template stack{"Matomo: " + config.name};
  const auto network = addNetwork(stack, config.network);
  const auto database = addDatabase(stack, config.database, network);
  stack["App"] = ec2::LaunchTemplate{
      .LaunchTemplateData =
          ec2::launch_template::LaunchTemplateData{
              .UserData = cfn::base64(cfn::sub(std::string{assets::boot_app_sh})),
          },
  };
  stack.output("DatabaseEndpoint", database.endpointAddress(), "Host name of the database");
  return stack;
}

}  // namespace constructs
