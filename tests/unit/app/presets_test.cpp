#include "app/load.h"
#include "catch.h"

namespace {

/// What is wrong with the text of a preset, as a user reads it.
std::string reportOn(const std::string& name, const std::string& text) {
  const diag::Source source{name, text};
  diag::Diagnostics diagnostics{source};
  app::loadPreset(source, diagnostics);
  return asText(diagnostics);
}

}  // namespace

TEST_CASE("the presets are right, and named like their files") {
  const auto names = app::presetNames();
  CHECK(names == std::vector<std::string_view>{"matomo", "mediawiki", "php", "wordpress"});
  for (const auto name : names) {
    const std::string text{app::presetText(name)};
    CHECK(reportOn(std::string{name}, text) == "");
    const diag::Source source{std::string{name}, text};
    diag::Diagnostics diagnostics{source};
    const auto loaded = app::loadPreset(source, diagnostics);
    CHECK(loaded->preset.name.text() == name);
    CHECK_FALSE(loaded->preset.title.empty());
  }
}

TEST_CASE("every preset runs on every system") {
  for (const auto name : app::presetNames()) {
    const diag::Source source{std::string{name}, std::string{app::presetText(name)}};
    diag::Diagnostics diagnostics{source};
    const auto loaded = app::loadPreset(source, diagnostics);
    for (const auto system : {app::System::amazonLinux2023, app::System::debian12, app::System::ubuntu2404}) {
      INFO(name << " on " << wordOf(system));
      const auto version = app::phpVersionsOf(system).front();
      const auto& supported = loaded->preset.php.versions;
      CHECK(std::find(supported.begin(), supported.end(), app::PhpVersion{version}) != supported.end());
      for (const auto extension : loaded->preset.php.extensions)
        CHECK(app::packageOf(system, app::PhpVersion{version}, extension));
    }
  }
}

TEST_CASE("a name that is none of them has no text") {
  CHECK(app::presetText("").empty());
  CHECK(app::presetText("matom").empty());
  CHECK(app::presetText("matomo.yaml").empty());
}

TEST_CASE("packages by their names on each system") {
  const app::PhpVersion version{"8.3"};
  using app::Extension;
  CHECK(app::packageOf(app::System::debian12, version, Extension::gd) == "php8.3-gd");
  CHECK(app::packageOf(app::System::amazonLinux2023, version, Extension::mysql) == "php8.3-mysqlnd");
  CHECK(app::packageOf(app::System::amazonLinux2023, version, Extension::curl) == "");
  CHECK(app::packageOf(app::System::amazonLinux2023, version, Extension::redis) == std::nullopt);
}

TEST_CASE("a placeholder is reported where it stands, the same one twice at both places") {
  const auto report = reportOn("x.yaml",
                               "name: x\ntitle: X\nphp: {versions: [8.3]}\nweb: {php: [x]}\nfiles:\n"
                               "  - path: x\n    content: |\n      {{nothing|php}} {{nothing|php}}\n"
                               "      ü {{nothing|php}}\n");
  CHECK(report.find("x.yaml:8:7: ") != report.npos);
  CHECK(report.find("x.yaml:8:23: ") != report.npos);
  CHECK(report.find("x.yaml:9:9: ") != report.npos);
}
