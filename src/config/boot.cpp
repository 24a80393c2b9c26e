#include "config/boot.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "app/load.h"
#include "assets/assets.h"
#include "data/compress.h"

namespace config {
namespace {

/// A package that the system has not, with the fingerprint of its maker's key and where that is: a URL, or the key.
struct Agent {
  std::string url;  ///< `{region}` in it is the instance's; its signature is beside it, with `.sig` at its end
  std::string_view fingerprint;
  std::string_view key;
};

// "Verifying the signature of the CloudWatch agent package"
constexpr std::string_view logAgentFingerprint = "937616F3450B7D806CBD9725D58167303B789C72";
constexpr std::string_view logAgentKey =
    "https://amazoncloudwatch-agent.s3.amazonaws.com/assets/amazon-cloudwatch-agent.gpg";

// "Verifying the signature of SSM Agent", which has the key only in its text: here without others' signatures of it.
// AWS takes another one every year or two; this one is of June 2026 and is to serve until November 2027.
constexpr std::string_view sessionAgentFingerprint = "1C5B395CBE5E74E2F1CA21592784DBF388D19D46";
constexpr std::string_view sessionAgentKey =
    "mQINBGohhG8BEACxNOk7TM1ywHjW0qrSyH9npRDUjpWAyCD8L1Yu7nLnxwEBtUOkHgQIo1scTWuwogaBZpAzg22A25AloOrhX8BG"
    "Tokh71Xm3LbQT8dDQUDT7WRTl4R5p7786TN79p4DqD3/JyzjiD/keTYyhplBWdyk5BEcqlyVj9Pf/1O6CrOJgGD1oGYK7lRqMtmX"
    "lf86/mKveWvjJTPAF26dkDJZecnrheyEA99XlONm8zAlK6h09JThHBmWMgDPXDSsVeEyXilPUJFhZJ2HXVG2tS9ioVM309tMX6B3"
    "W5woT7w8SA6uV2Pf0jMmoYmMuCmQMU8/7/vOLQSJm+6Wui5dZywArqtOqXcSledRf7xhmug3Qa5maqY2TtcnXqTaH3WaBLtJZYqD"
    "JcsUH99AXqdQkozsCHHL2NmxRiShyLCX4VBKzH8j5kDNGeSLuiICbj1Tufh7LDuIwdOQnX9gvB6j/SF3YVqJl4DAjCs4ODYpwm+3"
    "6RZjQkbwELzXzXnDoNgjR5tXCiNdxJLuzemQy7FcDc90fEbpDX03rN7iceavBmZbZ5Tlu53fgpzdkflD8OwfjnYa9AXh2zweC1G0"
    "ut2QU+cZcoOq5/QPtQELNqvgpAUsQtkCECTerz8SugriZD4Tnd4FJUgoqX+/iwCWesyWjGkotxi7aJluLtz+znNT9SgeMCoJmQAR"
    "AQABtCdTU00gQWdlbnQgPHNzbS1hZ2VudC1zaWduZXJAYW1hem9uLmNvbT6JAj8EEwECACkFAmohhG8CGy8FCQLGmIAHCwkIBwMC"
    "AQYVCAIJCgsEFgIDAQIeAQIXgAAKCRAnhNvziNGdRnXVD/9bP0IX6aU+qur66fTWs8RLDs//6Vx93e8lH6p4W+RxL+wW7Ajc/REB"
    "7PPgc5ohW80/LwxHP2g8cZiSK7fp9cRbXODqiVYl4mAWQNfxfGcWpBxcEsyoUGF6oRjiibL1BcJLFJgVZ/H4pT0xNEDJNIJpRn7Z"
    "VXm0vrVVVUh4a4WFXUkspRXmq37eIMm76p969L5SNjY+F8Ld6hjmRiRopg4f/+lf/+e6R+fofSOVE3Ip/YpPH1DRplwQJrMk1XFj"
    "m+JTsdtqMTIKv38j7HANmUgDGLsuQNn8048n6ve8koVZLSrv9FAielSNsSIurLEpkLM0QPOFviagK7zB/d/zScpGquBU9dPFOoTq"
    "/sNFhnZr+PA7MAekr4WOP8kasS3LWGn/rqqIOw/PDm2mmUaIwm4XenOe8lJFKUGp6ssUOj4PIQKwGaL/S2xTex25ZaNQaKXv2JUm"
    "riGycpCjIaniEHz60bBN1kSgO0m0a5Yg3X9Qw+ezt51oPi6H6NdE0IwNzNcbJI2UvphwR9L92Br/J9ElYbHRdgmz26SZeRNTht/+"
    "zKPxk4iDYibpQ804cPfA0mJBODwzqL5BBfVJ0/rLtQ2ymuHaqKbKEc0KuJ6vWMoH9qlMBlv5YiZeUw5Ls2uuaxhKTUYrCE4LuUlA"
    "tNW63+/TP+ciBg1bq5H5aBn5tSCYVw==";

std::vector<Agent> agentsOf(const Config& config) {
  const auto system = config.instances.system;
  if (system == System::amazonLinux2023) return {};
  const auto* processor = config.instances.architecture == Architecture::arm64 ? "arm64" : "amd64";
  std::vector<Agent> agents;
  // Ubuntu's image has it ("Find AMIs with the SSM Agent preinstalled").
  if (system == System::debian12)
    agents.push_back({fmt::format("https://s3.{{region}}.amazonaws.com/amazon-ssm-{{region}}/latest/debian_{}/"
                                  "amazon-ssm-agent.deb",
                                  processor),
                      sessionAgentFingerprint, sessionAgentKey});
  if (config.application.logs.enabled)
    agents.push_back({fmt::format("https://amazoncloudwatch-agent-{{region}}.s3.{{region}}.amazonaws.com/{}/{}/latest/"
                                  "amazon-cloudwatch-agent.deb",
                                  system == System::debian12 ? "debian" : "ubuntu", processor),
                      logAgentFingerprint, logAgentKey});
  return agents;
}

/// One a line, as templates/boot/boot.sh reads them.
std::string asLines(const std::vector<Agent>& agents) {
  std::string lines;
  for (const auto& [url, fingerprint, key] : agents) lines += fmt::format("{} {} {}\n", url, fingerprint, key);
  return lines;
}

}  // namespace

std::vector<std::string> packagesOf(const Config& config) {
  const auto system = config.instances.system;
  const auto& resolved = config.application.resolved;
  auto packages = app::platformOf(system, resolved.php).packages;
  if (system == System::amazonLinux2023 && config.application.logs.enabled)
    packages.emplace_back("amazon-cloudwatch-agent");
  for (const auto extension : resolved.preset.php.extensions)
    if (auto package = app::packageOf(system, resolved.php, extension).value_or(""); !package.empty())
      packages.push_back(std::move(package));
  for (const auto& [on, names] : resolved.preset.packages.entries)
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
  return std::string{assets::program_aws} + '\0' + std::string{boot} + '\0' + std::string{assets::program_php} + '\0';
}

std::string packed(const Config& config) {
  // A command asks for the same twice, to measure it and to use it, and packing takes longer than all else.
  thread_local std::pair<std::string, std::string> last;
  auto bytes = programs(config) + data::toCompactJson(told(config));
  if (last.first != bytes) {
    last.second = data::compressed(bytes);
    last.first = std::move(bytes);
  }
  return last.second;
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
  put("DEBS", asLines(agentsOf(config)));
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
