#include <fmt/format.h>

#include <fstream>
#include <iterator>

#include "catch.h"
#include "config/load.h"
#include "data/read_json.h"

namespace {

/// What app.php is tested with as well: texts, and what becomes of them, or null where no instance may meet them.
data::Value sharedCases() {
  const std::string path = SOURCE_DIR "/tests/boot_scripts/placeholders.json";
  std::ifstream file{path};
  diag::Sources sources;
  const auto& source = sources.add(path, {std::istreambuf_iterator{file}, {}});
  diag::Diagnostics diagnostics{sources};
  auto cases = data::readJson(source, diagnostics);
  INFO(asText(diagnostics));
  REQUIRE(cases.isSet());
  return cases;
}

std::string inQuotes(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '\t' ? "\\t" : std::string{c};
  return quoted + "\"";
}

std::string reportOn(const std::string& application) {
  diag::Sources sources;
  const auto& source = sources.add("config.yaml",
                                   "name: shop\ndomain: www.example.com\nhosted_zone: {name: example.com, id: "
                                   "Z0123456789ABCDEFGHIJ}\napplication:\n" +
                                       application);
  diag::Diagnostics diagnostics{sources};
  config::load(source, diagnostics, {});
  return asText(diagnostics);
}

void holds(std::string_view list, std::string_view parts) {
  const auto cases = sharedCases();
  const auto& all = *find(*cases.as<data::Map>(), list)->as<data::List>();
  REQUIRE(all.size() >= 10);
  for (const auto& one : all) {
    const auto& pair = *one.as<data::List>();
    const auto report = reportOn(fmt::format(fmt::runtime(parts), inQuotes(*pair[0].as<std::string>())));
    const auto* expected = pair[1].as<std::string>();
    const bool isRefused = !expected || (pair[1].plain() && *expected == "null");
    INFO(*pair[0].as<std::string>() << "\n" << report);
    CHECK(report.empty() != isRefused);
    if (isRefused && report.find("did you mean") == std::string::npos && report.find("encoder") == std::string::npos)
      CHECK(report.find("for a literal `{{` write `{{{{`") != std::string::npos);
  }
}

}  // namespace

TEST_CASE("placeholders: what is accepted is what app.php fills") {
  holds("texts", "  files: [{{path: a, content: {0}}}]\n");
  holds("texts", "  environment: {{A: {0}}}\n");
}

TEST_CASE("placeholders: arguments as app.php fills them") {
  holds("arguments", "  boot: [{{argv: [php, {0}]}}]\n");
  holds("arguments", "  install: {{check: {{argv: [php, {0}]}}, commands: [{{argv: [php, {0}]}}]}}\n");
  holds("arguments", "  cron: [{{schedule: \"5 * * * *\", argv: [php, {0}]}}]\n");
}
