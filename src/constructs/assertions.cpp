#include "constructs/assertions.h"

#include <fmt/format.h>

namespace constructs {
namespace {

class List {
 public:
  explicit List(const config::LoadedConfig& loaded) : loaded_{loaded} {}

  /// One that is decided by that part of the config.
  template <class Decides>
  void add(std::string text, const Decides& decides, std::string hint = {}) {
    all_.push_back({std::move(text), {originOf(loaded_.schema, decides)}, std::move(hint)});
  }

  void addSsh(const std::vector<config::ClientRange>& from) {
    constexpr auto hint = "list under `ssh.from` who may open SSH connections";
    if (from.empty()) return add("internet cannot reach Instances on 22", loaded_.config.ssh, hint);
    Assertion only{"only ", {}, hint};
    for (const auto& range : from) {
      only.text += fmt::format("{}{}", only.spans.empty() ? "" : ", ", range.text());
      only.spans.push_back(originOf(loaded_.schema, range));
    }
    only.text += " can reach Instances on 22 through LoadBalancer";
    all_.push_back(std::move(only));
  }

  std::vector<Assertion> take() { return std::move(all_); }

 private:
  const config::LoadedConfig& loaded_;
  std::vector<Assertion> all_;
};

void addWaysOut(List& list, const config::Config& config) {
  const auto& egress = config.network.egress;
  if (egress == config::Egress::none) {
    constexpr auto hint = "write another `network.egress` than `none`, or give instances the endpoint";
    for (const auto* service : {"Cloudformation", "SecretsManager", "Ssm", "SsmMessages"})
      list.add(fmt::format("Instances can reach {}Endpoint on 443", service), egress, hint);
    if (config.application.logs.enabled)
      list.add("Instances can reach LogsEndpoint on 443", egress,
               "write another `network.egress` than `none`, or `application.logs.enabled: false`");
    return;
  }
  list.add("Instances can reach internet on 80, 443", egress,
           "write a `network.egress` by which instances get to packages and to AWS");
  const auto& mail = config.application.mail;
  if (!mail.host.text().empty())
    list.add(fmt::format("Instances can reach internet on {}", mail.port), mail,
             "write another `network.egress`, or no `application.mail`");
}

}  // namespace

std::vector<Assertion> assertionsOf(const config::LoadedConfig& loaded) {
  const auto& config = loaded.config;
  List list{loaded};
  list.add("internet cannot reach Database", config.database);
  list.add("internet cannot reach Files", config.files);
  list.add("internet cannot reach Instances except through LoadBalancer", config.instances);
  list.addSsh(config.ssh.from);
  list.add("Instances can reach Database only on 3306", config.database);
  list.add("Instances can reach Files only on 2049", config.files);
  list.add(fmt::format("LoadBalancer can reach Instances only on 80, 8080{}", config.ssh.from.empty() ? "" : ", 22"),
           config.loadBalancer);
  list.add("internet can reach LoadBalancer on 80, 443", config.loadBalancer);
  list.add("internet can reach Instances on 80, 8080", config.loadBalancer);
  for (std::int64_t zone = 1; zone <= config.network.zones; ++zone)
    list.add(fmt::format("IsolatedSubnet{} cannot reach internet", zone), config.network.subnets.isolatedTier);
  addWaysOut(list, config);
  return list.take();
}

}  // namespace constructs
