#include "constructs/assertions.h"

#include <fmt/format.h>

namespace constructs {
namespace {

std::string sshAssertion(const config::Ssh& ssh) {
  if (ssh.from.empty()) return "internet cannot reach Instances on 22";
  std::string ranges;
  for (const auto& range : ssh.from) ranges += (ranges.empty() ? "" : ", ") + range.text();
  return fmt::format("only {} can reach Instances on 22 through LoadBalancer", ranges);
}

}  // namespace

std::vector<std::string> assertionsOf(const config::Config& config) {
  std::vector<std::string> all{
      "internet cannot reach Database",
      "internet cannot reach Files",
      "internet cannot reach Instances except through LoadBalancer",
      sshAssertion(config.ssh),
      "Instances can reach Database only on 3306",
      "Instances can reach Files only on 2049",
      fmt::format("LoadBalancer can reach Instances only on 80, 8080{}", config.ssh.from.empty() ? "" : ", 22"),
      "internet can reach LoadBalancer on 443",
  };
  for (std::int64_t zone = 1; zone <= config.network.zones; ++zone)
    all.push_back(fmt::format("IsolatedSubnet{} cannot reach internet", zone));
  if (config.network.egress == config::Egress::none) {
    for (const auto* service : {"Cloudformation", "SecretsManager", "Ssm", "SsmMessages"})
      all.push_back(fmt::format("Instances can reach {}Endpoint on 443", service));
  } else {
    all.emplace_back("Instances can reach internet on 443");
  }
  return all;
}

}  // namespace constructs
