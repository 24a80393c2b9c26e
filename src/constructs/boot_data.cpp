#include "constructs/boot_data.h"

#include <fmt/format.h>

#include <algorithm>

#include "assets/assets.h"
#include "config/boot.h"
#include "text/ascii.h"

namespace constructs {
namespace {

// Longest values, in bytes. A stack's name has up to 128 ("CreateStack"), a region's 14. A host name of RDS is an
// identifier of up to 63, twelve characters of the account's, the region and `rds.amazonaws.com.cn`. The ARN of a
// secret ends in its name, which CloudFormation makes of the logical id (up to 38 here) and 13 characters, and seven
// more. A log group's name is made of the stack's, the logical id and 13 characters.
constexpr std::size_t longestStackName = 128;
constexpr std::size_t longestRegion = 14;
constexpr std::size_t longestId = 22;
constexpr std::size_t longestHost = 112;
constexpr std::size_t longestArn = 124;
constexpr std::size_t longestLogGroup = 147;
// `/cairn/STACK/DIGEST/NUMBER`, as addPrograms() in fleet.cpp makes it.
constexpr std::size_t longestParameter = 7 + longestStackName + 1 + 16 + 1 + 2;

std::size_t secretsOf(const config::Config& config) { return config.application.resolved.preset.secrets.size(); }

const std::string& presetName(const config::Config& config) { return config.application.resolved.preset.name.text(); }

}  // namespace

std::vector<BootValue> deployedValues(const config::Config& config, std::string_view resource,
                                      const BootSources& sources) {
  std::vector<BootValue> values{
      {"STACK_NAME", cfn::stackName(), longestStackName},
      {"RESOURCE", std::string{resource}},
      {"REGION", cfn::region(), longestRegion},
      {"FILE_SYSTEM", sources.fileSystem, longestId},
      {"DATABASE_HOST", sources.databaseHost, longestHost},
      {"DATABASE_SECRET", sources.databaseSecret, longestArn},
  };
  const auto& names = sources.programs;
  values.push_back(
      {"PROGRAMS",
       names.size() == 1 ? names.front() : cfn::join(" ", std::vector<cfn::Part>(names.begin(), names.end())),
       names.size() * (longestParameter + 1) - 1});
  values.push_back({"PROGRAMS_SUM", sources.programsSum});
  // Only the mount helper knows access points.
  if (config.instances.system == config::System::amazonLinux2023)
    values.push_back({"ACCESS_POINT", sources.accessPoint, longestId});
  const auto& secrets = config.application.resolved.preset.secrets;
  for (std::size_t i = 0; i < secrets.size(); ++i)
    values.push_back(
        {fmt::format("SECRET_{}", text::upperCase(secrets[i].name.text())), sources.secrets.at(i), longestArn});
  if (sources.logGroup) values.push_back({"LOG_GROUP", *sources.logGroup, longestLogGroup});
  return values;
}

static std::vector<BootValue> valuesBefore(const config::Config& config, std::size_t packed, std::string programsSum) {
  const cfn::Expression later{"(when it is deployed)"};
  BootSources sources{later, later, later, later, {}, std::move(programsSum), {}, {}};
  sources.programs.assign(Programs::parametersFor(packed, secretsOf(config)), later);
  sources.secrets.assign(config.application.resolved.preset.secrets.size(), later);
  if (config.application.logs.enabled) sources.logGroup = later;
  return deployedValues(config, "Instances", sources);
}

Programs programsOf(const config::Config& config, std::string_view packed) { return {packed, secretsOf(config)}; }

std::vector<BootValue> deployedValues(const config::Config& config) {
  const auto packed = config::packed(config);
  return valuesBefore(config, packed.size(), programsOf(config, packed).sum());
}

void checkUserData(const config::LoadedConfig& loaded, diag::Diagnostics& diagnostics) {
  const auto& application = loaded.config.application;
  const auto packed = config::packed(loaded.config).size();
  const auto refuse = [&](const std::string& message) {
    diagnostics.error("user-data-too-large", originOf(loaded.schema, application.preset),
                      fmt::format("`{}` makes {}", presetName(loaded.config), message),
                      "make `files` and `settings` shorter, or put large files into the archive of `source`");
  };
  const auto secrets = secretsOf(loaded.config);
  if (const auto parameters = Programs::parametersFor(packed, secrets); parameters > Programs::mostParameters)
    return refuse(fmt::format("{} bytes of boot programs and settings, which take {} parameters: {} are read at once",
                              packed, parameters, Programs::mostParameters));
  const auto size =
      largestSize(valuesBefore(loaded.config, packed, std::string(64, '0')), bootScriptSize(packed, secrets));
  if (size > mostUserData)
    refuse(fmt::format("user data of up to {} bytes, {} more than EC2 takes", size, size - mostUserData));
}

std::string imageScript(const config::Config& config) {
  return userDataText({{"REGION", config.region.text()}}, imageScript(config::packed(config)));
}

std::string shownUserData(const config::Config& config) {
  const auto values = deployedValues(config);
  std::string out = "# Values that travel as lines\n";
  for (const auto& [name, value, longest] : values)
    if (const auto* known = std::get_if<std::string>(&value))
      out += fmt::format("{}: {}\n", name, *known);
    else
      out += fmt::format("{}: (when it is deployed: at most {} bytes)\n", name, longest);
  out += fmt::format(
      "\n# Programs, packed\n/usr/local/lib/cairn/aws (templates/boot/aws.sh)\n"
      "/usr/local/lib/cairn/boot (templates/boot/boot.sh)\n"
      "/usr/local/lib/cairn/app.php (templates/boot/app.php)\n");
  out += fmt::format("\n# /etc/cairn/app.json, packed; `system` is values as well\n{}",
                     data::toYaml(*config::told(config).as<data::Map>()));
  const auto packed = config::packed(config).size();
  out += fmt::format("\n# Size\n{} bytes of {} in user data, {} of {} parameters; programs and app.json {}\n",
                     largestSize(values, bootScriptSize(packed, secretsOf(config))), mostUserData,
                     Programs::parametersFor(packed, secretsOf(config)), Programs::mostParameters, packed);
  return out;
}

}  // namespace constructs
