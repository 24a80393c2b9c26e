#include "constructs/image.h"

#include <fmt/format.h>

namespace constructs {

Image imageOf(config::System system, config::Architecture architecture) {
  const bool arm = architecture == config::Architecture::arm64;
  const std::string_view amazonName = arm ? "arm64" : "x86_64";
  const std::string_view debianName = arm ? "arm64" : "amd64";
  // CloudFormation reads the parameter when it creates or updates the launch template: every instance of one deploy
  // runs the same image.
  const auto newest = [](const std::string& parameter) { return fmt::format("{{{{resolve:ssm:{}}}}}", parameter); };
  switch (system) {
    case config::System::amazonLinux2023:
      return {newest(fmt::format("/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-{}", amazonName)),
              "/dev/xvda"};
    case config::System::debian12:
      return {newest(fmt::format("/aws/service/debian/release/12/latest/{}", debianName)), "/dev/xvda"};
    case config::System::ubuntu2404:
      return {newest(fmt::format("/aws/service/canonical/ubuntu/server/24.04/stable/current/{}/hvm/ebs-gp3/ami-id",
                                 debianName)),
              "/dev/sda1"};
  }
  throw std::logic_error{"no image for this system"};
}

}  // namespace constructs
