#include "config/boot.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "app/load.h"
#include "assets/assets.h"
#include "data/compress.h"

namespace config {
namespace {

/// Agents that the system does not package: URLs of .deb files, in which `{region}` is the instance's.
std::vector<std::string> debsOf(const Config& config) {
  const auto system = config.instances.system;
  if (system == System::amazonLinux2023) return {};
  const auto* processor = config.instances.architecture == Architecture::arm64 ? "arm64" : "amd64";
  std::vector<std::string> urls;
  // Ubuntu's image has it ("Find AMIs with the SSM Agent preinstalled").
  if (system == System::debian12)
    urls.push_back(fmt::format(
        "https://s3.{{region}}.amazonaws.com/amazon-ssm-{{region}}/latest/debian_{}/amazon-ssm-agent.deb", processor));
  if (config.application.logs.enabled)
    urls.push_back(
        fmt::format("https://amazoncloudwatch-agent-{{region}}.s3.{{region}}.amazonaws.com/{}/{}/latest/"
                    "amazon-cloudwatch-agent.deb",
                    system == System::debian12 ? "debian" : "ubuntu", processor));
  return urls;
}

}  // namespace

std::vector<std::string> packagesOf(const Config& config) {
  const auto system = config.instances.system;
  const auto& [preset, php, settings, packed] = config.application.resolved;
  auto packages = app::platformOf(system, php).packages;
  if (system == System::amazonLinux2023 && config.application.logs.enabled)
    packages.emplace_back("amazon-cloudwatch-agent");
  for (const auto extension : preset.php.extensions)
    if (auto package = app::packageOf(system, php, extension).value_or(""); !package.empty())
      packages.push_back(std::move(package));
  for (const auto& [on, names] : preset.packages.entries)
    if (on == system)
      for (const auto& name : names) packages.push_back(name.text());
  std::ranges::sort(packages);
  packages.erase(std::unique(packages.begin(), packages.end()), packages.end());
  return packages;
}

data::Value told(const Config& config) {
  return app::forInstances(config.application, config.domain.text(), bootValues(config));
}

std::string programs(const Config& config) {
  const auto boot = config.instances.system == System::amazonLinux2023 ? assets::program_dnf : assets::program_apt;
  return std::string{boot} + '\0' + std::string{assets::program_php} + '\0';
}

std::string packed(const Config& config) {
  return data::compressed(programs(config) + data::toCompactJson(told(config)));
}

data::Map bootValues(const Config& config) {
  const auto system = config.instances.system;
  const auto platform = app::platformOf(system, config.application.resolved.php);
  data::Map values;
  const auto put = [&](std::string_view name, std::string value) {
    values.push_back({std::string{name}, std::move(value), {}});
  };
  put("CRON_UNIT", std::string{platform.cronUnit});
  put("DATABASE_NAME", config.database.name.text());
  put("DATABASE_PORT", "3306");
  put("DEBS", fmt::format("{}", fmt::join(debsOf(config), " ")));
  put("DOMAIN", config.domain.text());
  put("FPM_UNIT", platform.fpmUnit);
  put("HEALTH_PATH", config.loadBalancer.healthPath.text());
  put("INI_DIRS", fmt::format("{}", fmt::join(platform.iniDirectories, " ")));
  if (const auto& secret = config.application.mail.secret) put("MAIL_SECRET", secret->text());
  put("NODES", fmt::format("{}", config.instances.max));
  put("PACKAGES", fmt::format("{}", fmt::join(packagesOf(config), " ")));
  put("POOL_DIR", platform.poolDirectory);
  if (!platform.webId.empty()) put("WEB_ID", std::string{platform.webId});
  put("WEB_USER", std::string{platform.webUser});
  return values;
}

}  // namespace config
