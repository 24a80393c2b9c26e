#pragma once

#include "analysis/check/access.h"
#include "analysis/check/model.h"

namespace check {

/// Something of the stack that opens and takes connections of its own.
struct Workload {
  const Resource* owner;
  Node subnetList{};
  std::vector<const Resource*> subnets{};  ///< those of the template
  Groups groups{};
};
/// Every machine, service of ECS with addresses of its own, and function in a VPC.
std::vector<Workload> workloads(const Model&);

/// What starts instances: an Auto Scaling group or an instance, with what its launch template or configuration says.
struct Machine : Workload {
  Node data{};      ///< LaunchTemplateData, or the properties of the launch configuration or the instance
  Node fallback{};  ///< of an instance: the data of its launch template
  Node userData{};

  Node operator[](std::string_view key) const {
    const auto node = data[key];
    return node || !fallback ? node : fallback[key];
  }
};
std::vector<Machine> machines(const Model&);

/// The text of a script as far as the template tells it; `${Name}` stands where the deployment puts a value in.
std::string scriptOf(const Node& userData);

/// Resources that the boot of the machine names: in its user data or in its metadata for cfn-init.
std::vector<const Resource*> namedByBoot(const Machine&);

/// The instance types that a machine may have.
std::vector<Node> typesOf(const Machine&);

/// What names an image: its id, the path of a public parameter, or a text that asks for one when it is deployed.
std::optional<std::string> imageText(const Node& imageId);

}  // namespace check
