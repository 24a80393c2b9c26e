// Each folder of tests/golden is one case: config.yaml goes in, template.yaml comes out; access.yaml where the config
// has a pipeline; and, where that file is there, user_data.txt: what stands packed in the template's user data. `make
// golden` accepts new output; then read `git diff`: a logical id that changes replaces what it stands for.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

#include "catch.h"
#include "config/load.h"
#include "constructs/access_stack.h"
#include "constructs/boot_data.h"
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

/// Packed lines tell a reviewer nothing, so a golden template has one line in their place; nor do digests of them.
std::string withoutPacked(const std::string& template_) {
  static const std::regex digests{"(PROGRAMS_SUM:? )[0-9a-f]{64}|(/cairn/\\$\\{AWS::StackName\\}/)[0-9a-f]{16}"};
  static const std::regex parameters{"(      Type: String\\n      Value: ).*"};
  std::string out;
  bool packed = false;
  std::istringstream lines{template_};
  for (std::string line; std::getline(lines, line);) {
    const auto start = line.find_first_not_of(' ');
    if (packed && start != line.npos && line.substr(start) == "PACKED") packed = false;
    if (!packed) out += line + "\n";
    if (!packed && line.ends_with("<<'PACKED'")) {
      packed = true;
      out += "                (programs and app.json, packed)\n";
    }
  }
  return std::regex_replace(std::regex_replace(out, digests, "$1$2DIGEST"), parameters, "$1(more of them)");
}

/// Without the sizes, which change with every script.
std::string shown(const config::Config& config) {
  const auto all = constructs::shownUserData(config);
  return withoutPacked(all.substr(0, all.find("\n# Size")));
}

}  // namespace

TEST_CASE("golden templates") {
  int cases = 0;
  for (const auto& folder : fs::directory_iterator{SOURCE_DIR "/tests/golden"}) {
    ++cases;
    DYNAMIC_SECTION(folder.path().filename().string()) {
      diag::Sources sources{"config.yaml", slurp(folder.path() / "config.yaml")};
      diag::Diagnostics diagnostics{sources};
      const auto loaded = config::load(sources.first(), diagnostics, [&folder](const std::string& path) {
        return data::FileText{slurp(folder.path() / path), {}};
      });
      if (!diagnostics.hasErrors()) constructs::checkUserData(*loaded, diagnostics);
      INFO(asText(diagnostics));
      REQUIRE_FALSE(diagnostics.hasErrors());
      const auto stack = constructs::buildStack(loaded->config);
      expectGolden(folder.path() / "template.yaml", withoutPacked(data::toYaml(stack.document())));
      if (loaded->config.pipeline.wanted())
        expectGolden(folder.path() / "access.yaml",
                     data::toYaml(constructs::buildAccessStack(loaded->config, stack).document()));
      const auto userData = folder.path() / "user_data.txt";
      if (fs::exists(userData)) expectGolden(userData, shown(loaded->config));
    }
  }
  CHECK(cases >= 12);
}
