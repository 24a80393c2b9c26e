#include <fmt/format.h>

#include "analysis/check/engines.h"
#include "analysis/check/machines.h"
#include "analysis/check/rules/rules.h"

// What is out of support, or soon is.
namespace check {
namespace {

constexpr std::chrono::days soon{180};

void judge(const Node& at, std::string_view what, const Support* support, const Report& report, std::string_view fix) {
  if (!support) return;
  const Day end{support->standard};
  const Day paid{support->paid};
  const auto today = report.today();
  if (today <= end) return;
  if (today <= paid)
    report(at,
           fmt::format("the standard support of {} ended on {}; extended support is billed by the hour", what,
                       shownDay(support->standard)),
           std::string{fix});
  else
    report(at, fmt::format("the support of {} ended on {}", what, shownDay(support->paid)), std::string{fix});
}

struct Engine {
  std::string_view shown;
  std::string_view fix;
};
Engine describe(std::string_view engine) {
  if (engine == "mysql") return {"MySQL", "write `8.4`"};
  if (engine == "mariadb") return {"MariaDB", "write `11.4`"};
  if (engine == "redis") return {"Redis OSS", "write `7.1`, or `Engine: valkey`"};
  if (engine == "aurora-mysql") return {"Aurora MySQL", "write a version that is compatible with MySQL 8.0 or later"};
  return {"PostgreSQL", "write a newer version, such as `17`"};
}

/// Visits each database with its engine, version and what the tables know of it.
bool isGone(std::string_view engine, std::string_view version);

template <class Visit>
void forEachDatabase(const Model& model, Visit visit) {
  for (const auto type : {"AWS::RDS::DBInstance", "AWS::RDS::DBCluster", "AWS::ElastiCache::ReplicationGroup",
                          "AWS::ElastiCache::CacheCluster"})
    for (const auto* database : model.all(type)) {
      const auto engine = (*database)["Engine"].word();
      auto version = (*database)["EngineVersion"].text();
      if (!engine || !version || isGone(*engine, *version)) continue;
      auto name = *engine == "aurora-postgresql" ? "postgres" : *engine;
      if (name == "aurora-mysql" && version->find("mysql_aurora") == version->npos && !version->starts_with("5.7") &&
          !version->starts_with("8.0"))
        version = version->starts_with("2") ? "5.7" : version->starts_with("3") ? "8.0" : *version;
      if (const auto* support = supportOf(name, *version)) visit(*database, name, *version, *support);
    }
}

/// Aurora MySQL 2 (5.7) lives on in its last minor version, and 1 (5.6) in none.
bool isGone(std::string_view engine, std::string_view version) {
  if (engine != "aurora-mysql" && engine != "aurora") return false;
  const auto at = version.find("mysql_aurora.");
  const auto own = at == version.npos ? version : version.substr(at + std::string_view{"mysql_aurora."}.size());
  return own.starts_with("1.") || (own.starts_with("2.") && !own.starts_with("2.12")) || own.starts_with("3.01") ||
         own.starts_with("3.02") || own.starts_with("3.03");
}

void versionGone(const Model& model, const Report& report) {
  for (const auto* cluster : model.all("AWS::RDS::DBCluster")) {
    const auto version = (*cluster)["EngineVersion"];
    const auto engine = (*cluster)["Engine"].word();
    if (!engine || !version.text() || !isGone(*engine, *version.text())) continue;
    report(version, fmt::format("RDS has no version `{}` any more", *version.text()),
           "write a version that is compatible with MySQL 8.0 or later");
  }
}

void databaseEnded(const Model& model, const Report& report) {
  forEachDatabase(
      model, [&](const Resource& database, const std::string& engine, const std::string&, const Support& support) {
        const auto words = describe(engine);
        const bool newest = words.fix.find(support.line) != words.fix.npos;  // of those that this rule knows
        judge(database["EngineVersion"], fmt::format("{} {}", words.shown, support.line), &support, report,
              newest ? "write a version in standard support" : words.fix);
      });
}

void databaseEndsSoon(const Model& model, const Report& report) {
  forEachDatabase(model,
                  [&](const Resource& database, const std::string& engine, const std::string&, const Support& support) {
                    const Day end{support.standard};
                    if (report.today() > end || report.today() + soon < end) return;
                    const auto words = describe(engine);
                    report(database["EngineVersion"],
                           fmt::format("the standard support of {} {} ends on {}", words.shown, support.line,
                                       shownDay(support.standard)),
                           std::string{words.fix});
                  });
}

void extendedSupportOn(const Model& model, const Report& report) {
  forEachDatabase(model, [&](const Resource& database, const std::string&, const std::string&, const Support& support) {
    const auto lifecycle = database["EngineLifecycleSupport"];
    if (support.paid == support.standard || support.product == "redis" || database["DBClusterIdentifier"]) return;
    if (lifecycle && !lifecycle.is("open-source-rds-extended-support")) return;
    report(lifecycle ? lifecycle : database["EngineVersion"],
           fmt::format("after {} this database is billed for extended support, by the hour and vCPU",
                       shownDay(support.standard)),
           "set `EngineLifecycleSupport: open-source-rds-extended-support-disabled` to be upgraded instead");
  });
}

/// The operating system of an image's public parameter or name.
std::optional<std::pair<std::string_view, std::string_view>> systemOf(const std::string& image) {
  const auto has = [&](std::string_view word) { return image.find(word) != image.npos; };
  if (has("amzn2-ami") || has("/amazon-linux-2/")) return {{"amazon-linux", "2"}};
  if (has("amzn-ami")) return {{"amazon-linux", "1"}};
  if (has("al2023-ami")) return {{"amazon-linux", "2023"}};
  const std::pair<std::string_view, std::string_view> ubuntu[] = {
      {"bionic", "18.04"}, {"focal", "20.04"}, {"jammy", "22.04"}, {"noble", "24.04"}};
  if (has("ubuntu"))
    for (const auto& [word, version] : ubuntu)
      if (has(word) || has(version)) return {{"ubuntu", version}};
  if (has("/debian/release/"))
    for (const std::string_view version : {"10", "11", "12", "13"})
      if (has(fmt::format("/debian/release/{}/", version))) return {{"debian", version}};
  return {};
}

void systemEnded(const Model& model, const Report& report) {
  for (const auto& machine : machines(model)) {
    const auto image = machine["ImageId"];
    const auto words = imageText(image);
    const auto system = words ? systemOf(*words) : std::nullopt;
    if (!system) continue;
    const auto name = system->first == "amazon-linux" ? "Amazon Linux"
                      : system->first == "ubuntu"     ? "Ubuntu"
                                                      : "Debian";
    judge(image, fmt::format("{} {}", name, system->second), supportOf(system->first, system->second), report,
          "use an image of a later release");
  }
}

void phpEnded(const Model& model, const Report& report) {
  for (const auto& machine : machines(model)) {
    const auto script = scriptOf(machine.userData);
    for (const std::string_view version : {"7.4", "8.0", "8.1", "8.2", "8.3"})
      for (const std::string_view ending : {"-fpm", " ", "-cli", "-common", "\n", "-mysqlnd"})
        if (script.find(fmt::format("php{}{}", version, ending)) != script.npos) {
          judge(machine.userData, fmt::format("PHP {}", version), supportOf("php", version), report,
                "install a later version, such as 8.4");
          break;
        }
  }
}

void runtimeEnded(const Model& model, const Report& report) {
  for (const auto type : {"AWS::Lambda::Function", "AWS::Serverless::Function"})
    for (const auto* function : model.all(type)) {
      const auto runtime = (*function)["Runtime"];
      if (const auto text = runtime.text())
        judge(runtime, fmt::format("the runtime {}", *text), supportOf("lambda", *text), report, "use a later runtime");
    }
}

void authorityExpired(const Model& model, const Report& report) {
  for (const auto* database : model.all("AWS::RDS::DBInstance"))
    if (const auto authority = (*database)["CACertificateIdentifier"];
        authority.is("rds-ca-2015") || authority.is("rds-ca-2019"))
      report(authority, fmt::format("the certificates of `{}` have expired", *authority.text()),
             "write `rds-ca-rsa2048-g1`");
}

constexpr Rule all[] = {
    {{"version-gone", diag::Severity::error, "support", "a database is of a version that cannot be created any more",
      "RDS keeps what runs for a while and creates nothing of that version: the stack fails, and a cluster that is "
      "restored too.",
      "Write a version that RDS offers.", "Amazon Aurora Release Notes: Release calendars", diag::Noticed::creation},
     versionGone},
    {{"engine-out-of-support", diag::Severity::warning, "support", "a database engine is out of standard support",
      "RDS keeps such a version alive at a price by the hour and vCPU, which can exceed that of the instance, or "
      "upgrades "
      "it when it likes.",
      "Move to a version in standard support.", "Amazon RDS User Guide: Amazon RDS Extended Support",
      diag::Noticed::bill},
     databaseEnded},
    {{"engine-support-ends-soon", diag::Severity::info, "support",
      "the standard support of a database engine ends within six months",
      "An upgrade of the major version needs a test and a window; later it is paid for or forced.", "Plan the upgrade.",
      "Amazon RDS User Guide: Supported engine versions", diag::Noticed::end},
     databaseEndsSoon},
    {{"extended-support-on", diag::Severity::info, "cost", "a database will be billed for extended support one day",
      "By default RDS keeps a version alive past the end of its standard support, and bills that.",
      "Set `EngineLifecycleSupport: open-source-rds-extended-support-disabled`.",
      "Amazon RDS User Guide: Amazon RDS Extended Support", diag::Noticed::bill},
     extendedSupportOn},
    {{"system-out-of-support", diag::Severity::warning, "support", "instances run an operating system out of support",
      "It gets no more security updates.", "Use an image of a later release.",
      "Amazon Linux 2 FAQs; Ubuntu release cycle; Debian LTS", diag::Noticed::end},
     systemEnded},
    {{"php-out-of-support", diag::Severity::warning, "support", "instances install a PHP out of support",
      "It gets no more security updates from its authors.", "Install a later version.", "PHP: Supported versions",
      diag::Noticed::end},
     phpEnded},
    {{"runtime-out-of-support", diag::Severity::warning, "support", "a Lambda function has a runtime out of support",
      "It gets no more security updates; later neither creation nor update is possible.", "Use a later runtime.",
      "AWS Lambda Developer Guide: Runtime deprecation policy", diag::Noticed::end},
     runtimeEnded},
    {{"authority-expired", diag::Severity::error, "support", "a database presents a certificate that has expired",
      "Clients that check certificates cannot connect.", "Write `CACertificateIdentifier: rds-ca-rsa2048-g1`.",
      "Amazon RDS User Guide: Rotating your SSL/TLS certificate", diag::Noticed::end},
     authorityExpired},
};

}  // namespace

std::span<const Rule> supportRules() { return all; }

}  // namespace check
