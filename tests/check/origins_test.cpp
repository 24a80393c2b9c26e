// Findings about the stack of a config stand at the config's lines.
#include "constructs/origins.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.h"
#include "cli/findings.h"
#include "cli/load.h"
#include "constructs/stack.h"

namespace {

const std::string head =
    "name: matomo\n"
    "domain: analytics.example.com\n"
    "hosted_zone:\n"
    "  name: example.com\n"
    "  id: Z0123456789ABCDEFGHIJ\n";

std::string slurp(const std::filesystem::path& path) {
  std::ifstream file{path};
  return {std::istreambuf_iterator{file}, {}};
}

std::unique_ptr<config::LoadedConfig> loaded(const diag::Source& source) {
  diag::Diagnostics diagnostics{source};
  auto config = cli::readConfig(source, diagnostics);
  INFO(asText(diagnostics));
  REQUIRE_FALSE(diagnostics.hasErrors());
  return config;
}

}  // namespace

TEST_CASE("a property comes from its field, else from the group that was given, else from the file") {
  const diag::Source source{"config.yaml", head + "database:\n  storage: 30\ninstances:\n  min: 2\n  max: 4\n"};
  const auto config = loaded(source);
  CHECK(constructs::originOf(*config, "Database", "AllocatedStorage").line == 7);
  CHECK(constructs::originOf(*config, "Database", "EngineVersion").line == 6);
  CHECK(constructs::originOf(*config, "Database", "").line == 6);
  CHECK(constructs::originOf(*config, "Instances", "MinSize").line == 9);
  CHECK(constructs::originOf(*config, "InstanceTemplate", "LaunchTemplateData.InstanceType").line == 8);
  CHECK(constructs::originOf(*config, "Certificate", "DomainName").line == 2);
  CHECK(constructs::originOf(*config, "NoSuchThing", "").line == 0);
}

TEST_CASE("every resource of every golden stack has an origin") {
  for (const auto& folder : std::filesystem::directory_iterator{SOURCE_DIR "/tests/golden"}) {
    const auto path = folder.path() / "config.yaml";
    const diag::Source source{path.string(), slurp(path)};
    const auto config = loaded(source);
    const auto stack = constructs::buildStack(config->config);
    for (const auto& resource : stack.resources()) {
      INFO(folder.path().string() << ": " << resource.logicalId);
      CHECK(constructs::originOf(*config, resource.logicalId, "").line > 0);
    }
  }
}

TEST_CASE("a finding about a config's stack is reported at the config's line, with the resource") {
  std::string text = head + "ssh:\n  from:\n";
  for (int part = 1; part <= 140; ++part)  // more than half the internet
    if (part != 10 && part != 127) text += "    - " + std::to_string(part) + ".0.0.0/8\n";
  const diag::Source source{"config.yaml", text};
  const auto config = loaded(source);
  diag::Diagnostics diagnostics{source};
  check::Options options{check::Day{}};
  cli::checkStack(constructs::buildStack(config->config), *config, options, {}, diagnostics);
  REQUIRE(diagnostics.hasErrors());
  const auto first = diagnostics.inFileOrder().front();
  CHECK(first.rule == "open-to-the-world");
  CHECK(first.span.line == 7);
  CHECK(first.resource == "LoadBalancerFrom130x0x0x0n8Ssh");
}
