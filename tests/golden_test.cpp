// Each folder of tests/golden is one case: config.yaml goes in, template.yaml comes out,
// and access.yaml where the config has a pipeline.
// `make golden` accepts new output; then read `git diff`: a logical id that changes replaces what it stands for.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.h"
#include "config/load.h"
#include "constructs/access_stack.h"
#include "constructs/stack.h"

namespace fs = std::filesystem;

namespace {

std::string slurp(const fs::path& path) {
  std::ifstream file{path};
  return {std::istreambuf_iterator{file}, {}};
}

void expectGolden(const fs::path& golden, const std::string& actual) {
  if (std::getenv("UPDATE_GOLDEN")) std::ofstream{golden} << actual;
  INFO("golden file: " << golden.string());
  CHECK(actual == slurp(golden));
}

}  // namespace

TEST_CASE("golden templates") {
  int cases = 0;
  for (const auto& folder : fs::directory_iterator{SOURCE_DIR "/tests/golden"}) {
    ++cases;
    DYNAMIC_SECTION(folder.path().filename().string()) {
      const diag::Source source{"config.yaml", slurp(folder.path() / "config.yaml")};
      diag::Diagnostics diagnostics{source};
      const auto loaded = config::load(source, diagnostics);
      INFO(asText(diagnostics));
      REQUIRE_FALSE(diagnostics.hasErrors());
      const auto stack = constructs::buildStack(loaded->config);
      expectGolden(folder.path() / "template.yaml", data::toYaml(stack.document()));
      if (loaded->config.pipeline.wanted())
        expectGolden(folder.path() / "access.yaml",
                     data::toYaml(constructs::buildAccessStack(loaded->config, stack).document()));
    }
  }
  CHECK(cases >= 12);
}
