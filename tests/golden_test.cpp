// Each folder of tests/golden is one case: config.yaml goes in; template.yaml or diagnostics.txt comes out.
// To accept new output: UPDATE_GOLDEN=1 ctest, then read `git diff`.
#include "catch.h"
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "config/load.h"
#include "constructs/stack.h"

namespace fs = std::filesystem;

namespace {

std::string slurp(const fs::path& path) {
  std::ifstream file{path};
  return {std::istreambuf_iterator{file}, {}};
}

void expectGolden(const fs::path& golden, const std::string& actual) {
  if (std::getenv("UPDATE_GOLDEN")) {
    if (actual.empty())
      fs::remove(golden);
    else
      std::ofstream{golden} << actual;
  }
  INFO("golden file: " << golden.string());
  CHECK(actual == slurp(golden));
}

}  // namespace

TEST_CASE("golden") {
  for (const auto& folder : fs::directory_iterator{SOURCE_DIR "/tests/golden"}) {
    if (!folder.is_directory()) continue;
    DYNAMIC_SECTION(folder.path().filename().string()) {
      const diag::Source source{"config.yaml", slurp(folder.path() / "config.yaml")};
      config::Config config;
      auto schema = config::describe(config);
      diag::Diagnostics diagnostics{source};
      config::read(schema, source, diagnostics);
      config::checkRules(config, schema, diagnostics);
      expectGolden(folder.path() / "diagnostics.txt", asText(diagnostics));
      expectGolden(folder.path() / "template.yaml",
                   diagnostics.hasErrors() ? "" : data::toYaml(constructs::buildStack(config).document()));
    }
  }
}
