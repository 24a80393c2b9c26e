#include <fmt/format.h>

#include "app/load.h"
#include "catch.h"
#include "data/read_yaml.h"

namespace {

/// What is wrong with the text of a preset, as a user reads it.
std::string reportOn(const std::string& name, const std::string& text) {
  diag::Sources sources{name, text};
  diag::Diagnostics diagnostics{sources};
  app::loadPreset(sources.first(), diagnostics);
  return asText(diagnostics);
}

/// All that a value holds, and where it stands, on lines.
std::string written(const data::Value& value) {
  const auto place = [](const diag::Span& span) {
    return fmt::format("{}:{}+{}", span.line, span.column, span.length);
  };
  auto out = fmt::format("{} {}", place(value.span()), value.plain());
  if (const auto* text = value.as<std::string>()) out += fmt::format(" text {}\n", *text);
  if (const auto* list = value.as<data::List>()) {
    out += fmt::format(" list {}\n", list->size());
    for (const auto& item : *list) out += written(item);
  }
  if (const auto* map = value.as<data::Map>()) {
    out += fmt::format(" map {}\n", map->size());
    for (const auto& entry : *map)
      out += fmt::format("{} {}: {}", place(entry.keySpan), entry.key, written(entry.value));
  }
  return out;
}

}  // namespace

TEST_CASE("the presets are right, and named like their files") {
  std::vector<std::string_view> names;
  for (const auto& own : assets::presets()) {
    names.push_back(own.name);
    CHECK(reportOn(std::string{own.name}, std::string{own.text}) == "");
    const auto loaded = app::takePreset(own);
    CHECK(loaded->preset.name.text() == own.name);
    CHECK_FALSE(loaded->preset.title.empty());
  }
  CHECK(names == std::vector<std::string_view>{"matomo", "mediawiki", "php", "wordpress"});
}

TEST_CASE("the presets in the program are what their files hold, with every place") {
  for (const auto& own : assets::presets()) {
    diag::Sources sources{std::string{own.name}, std::string{own.text}};
    diag::Diagnostics diagnostics{sources};
    CHECK(written(data::valueOf(own.nodes)) == written(data::readYaml(sources.first(), diagnostics)));
  }
}

TEST_CASE("every preset runs on every system") {
  for (const auto& own : assets::presets()) {
    const auto loaded = app::takePreset(own);
    for (const auto system : {app::System::amazonLinux2023, app::System::debian12, app::System::ubuntu2404}) {
      INFO(own.name << " on " << wordOf(system));
      const auto version = app::phpVersionsOf(system).front();
      const auto& supported = loaded->preset.php.versions;
      CHECK(std::find(supported.begin(), supported.end(), app::PhpVersion{version}) != supported.end());
      for (const auto extension : loaded->preset.php.extensions)
        CHECK(app::packageOf(system, app::PhpVersion{version}, extension));
    }
  }
}

TEST_CASE("a name that is none of them names no preset") {
  CHECK_FALSE(app::findPreset(""));
  CHECK_FALSE(app::findPreset("matom"));
  CHECK_FALSE(app::findPreset("matomo.yaml"));
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
