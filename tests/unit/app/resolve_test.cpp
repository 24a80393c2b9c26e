#include "catch.h"
#include "config/boot.h"
#include "config/load.h"

namespace {

struct Loaded {
  explicit Loaded(const std::string& text)
      : sources{"config.yaml",
                "name: shop\ndomain: www.example.com\nhosted_zone: {name: example.com, id: Z0123456789ABCDEFGHIJ}\n" +
                    text} {
    loaded = config::load(sources.first(), diagnostics, [this](const std::string& path) {
      asked = path;
      return data::FileText{ownPreset, ""};
    });
  }
  const app::Resolved& resolved() const {
    INFO(asText(diagnostics));
    REQUIRE_FALSE(diagnostics.hasErrors());
    return loaded->config.application.resolved;
  }

  std::string ownPreset =
      "name: own\ntitle: Own\nphp: {versions: [8.2]}\nweb: {php: [x]}\n"
      "source: {version: \"1\", url: https://example.com/x.tar.gz, sha256: "
      "0263829989b6fd954f72baaf2fc64bc2e2f01d692d4de72986ea808f6e99813f}\n";
  std::string asked;
  diag::Sources sources;
  diag::Diagnostics diagnostics{sources};
  std::unique_ptr<config::LoadedConfig> loaded;
};

const std::string sum = "b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c";

}  // namespace

TEST_CASE("without a word on it the application is Matomo") {
  CHECK(Loaded{""}.resolved().preset.name.text() == "matomo");
}

TEST_CASE("the newest PHP is taken that application and system have") {
  CHECK(Loaded{""}.resolved().php.text() == "8.4");
  CHECK(Loaded{"instances: {system: debian-12}\n"}.resolved().php.text() == "8.2");
  CHECK(Loaded{"instances: {system: ubuntu-24.04}\n"}.resolved().php.text() == "8.3");
  CHECK(Loaded{"application: {php: {version: 8.3}}\n"}.resolved().php.text() == "8.3");
}

TEST_CASE("a preset of the user's is asked for by the path that the config writes") {
  const Loaded loaded{"application: ./apps/own.yaml\n"};
  CHECK(loaded.resolved().preset.name.text() == "own");
  CHECK(loaded.resolved().php.text() == "8.2");
  CHECK(loaded.asked == "./apps/own.yaml");
}

TEST_CASE("another version of the same archive, and another archive") {
  const Loaded version{"application:\n  preset: ./own.yaml\n  source: {version: \"2\", sha256: " + sum + "}\n"};
  CHECK(version.resolved().preset.source.url->text() == "https://example.com/x.tar.gz");
  CHECK(version.resolved().preset.source.version->text() == "2");
  CHECK(version.resolved().preset.source.sha256->text() == sum);
  const Loaded other{
      "application:\n  source: {version: 6.0.0, url: \"https://x.example/m-{{version}}.zip\", sha256: " + sum + "}\n"};
  CHECK(other.resolved().preset.source.url->text() == "https://x.example/m-6.0.0.zip");
  CHECK_FALSE(other.resolved().preset.source.strip);
}

TEST_CASE("settings keep their defaults unless they are given") {
  const Loaded loaded{"application: {settings: {site_name: Shop}}\n"};
  const auto& settings = loaded.resolved().settings;
  const auto valueOf = [&](std::string_view name) {
    for (const auto& [each, value] : settings)
      if (each == name) return value;
    return std::string{"none"};
  };
  CHECK(valueOf("site_name") == "Shop");
  CHECK(valueOf("site_url") == "");
}

TEST_CASE("php.ini: what the config gives replaces, or is added") {
  const Loaded loaded{"application: {php: {ini: {memory_limit: 1G, precision: 10}}}\n"};
  int limits = 0;
  std::string precision;
  for (const auto& [name, value] : loaded.resolved().preset.php.ini.entries) {
    if (name.text() == "memory_limit") {
      ++limits;
      CHECK(value.text() == "1G");
    }
    if (name.text() == "precision") precision = value.text();
  }
  CHECK(limits == 1);
  CHECK(precision == "10");
}

TEST_CASE("parts of a preset: what the config gives stands in their place, also when it is empty") {
  const Loaded loaded{
      "application:\n  preset: matomo\n  shared: [{path: storage}]\n  cron: []\n"
      "  smoke: {path: /health}\n  install: {commands: [{argv: [php, install.php]}]}\n"};
  const auto& parts = loaded.resolved().preset.parts;
  REQUIRE(parts.shared.size() == 1);
  CHECK(parts.shared[0].path.text() == "storage");
  CHECK(parts.cron.empty());
  CHECK(parts.smoke.path.text() == "/health");
  CHECK_FALSE(parts.smoke.contains);
  CHECK(parts.install.check.argv.empty());
  CHECK(parts.install.commands.size() == 1);
  CHECK_FALSE(parts.files.empty());
}

TEST_CASE("the environment: what the config gives replaces, or is added") {
  const Loaded loaded{
      "application:\n  preset: php\n  source: {version: \"1\", url: \"https://x.example/a.zip\", sha256: " + sum +
      "}\n  environment: {SHARED: /here, APP_ENV: production}\n"};
  const auto& entries = loaded.resolved().preset.parts.environment.entries;
  const auto valueOf = [&](std::string_view name) {
    std::string found;
    for (const auto& [key, value] : entries)
      if (key.text() == name) found += value.text();
    return found;
  };
  CHECK(valueOf("SHARED") == "/here");
  CHECK(valueOf("APP_ENV") == "production");
  CHECK(valueOf("DB_HOST") == "{{db.host|bytes}}");
}

TEST_CASE("instances are told nothing that is empty, and all that the bootstrap reads") {
  const Loaded loaded{"instances: {system: debian-12, max: 7}\n"};
  loaded.resolved();
  const auto told = config::told(loaded.loaded->config);
  const auto* map = told.as<data::Map>();
  REQUIRE(map);
  CHECK(find(*map, "title") == nullptr);
  CHECK(find(*map, "logs") == nullptr);
  const auto& system = *find(*map, "system")->as<data::Map>();
  CHECK(*find(system, "NODES")->as<std::string>() == "7");
  CHECK(*find(system, "WEB_USER")->as<std::string>() == "www-data");
  CHECK(find(system, "WEB_ID") == nullptr);
  const auto& values = *find(*map, "values")->as<data::Map>();
  CHECK(*find(values, "mail.from")->as<std::string>() == "noreply@www.example.com");
  CHECK(*find(values, "mail.host")->as<std::string>() == "");
}

TEST_CASE("packages: none twice, PHP's driver in any case") {
  const Loaded loaded{"application: ./own.yaml\n"};
  loaded.resolved();
  const auto packages = config::packagesOf(loaded.loaded->config);
  CHECK(std::adjacent_find(packages.begin(), packages.end()) == packages.end());
  CHECK(std::find(packages.begin(), packages.end(), "php8.2-mysqlnd") != packages.end());
}
