// Stacks of configs that were made by hand, not read from a file.
#include "constructs/stack.h"

#include "catch.h"

namespace {

config::Config byHand() {
  config::Config config;
  config.name = config::StackName{"shop"};
  config.domain = config::DomainName{"www.example.com"};
  config.hostedZone = {config::DomainName{"example.com"}, config::HostedZoneId{"Z0123456789ABCDEFGHIJ"}};
  diag::Sources sources{"none", ""};
  diag::Diagnostics diagnostics{sources};
  app::resolve(config.application, config.instances.system, describe(config), {}, diagnostics);
  REQUIRE_FALSE(diagnostics.hasErrors());
  return config;
}

std::string instancesOf(const config::Config& config) {
  return data::toJson(*constructs::buildStack(config).propertiesOf("InstanceTemplate"));
}

}  // namespace

TEST_CASE("instances of a config that was made by hand are told all of it") {
  auto config = byHand();
  const auto before = instancesOf(config);
  config.instances.max = 7;  // which they are told, and which no property of the launch template has
  CHECK(instancesOf(config) != before);
  config.instances.max = 2;
  CHECK(instancesOf(config) == before);
}

TEST_CASE("the stacks of a config have their names") {
  config::LoadedConfig loaded;
  loaded.config = byHand();
  loaded.config.pipeline.repository = config::Repository{"example/shop"};
  diag::Sources sources{"none", ""};
  const auto one = constructs::buildStacks(loaded, sources);
  REQUIRE(one.size() == 1);
  CHECK(one.front().name == "shop");
  CHECK(one.front().suffix.empty());
  const auto both = constructs::buildStacks(loaded, sources, constructs::Access::included);
  REQUIRE(both.size() == 2);
  CHECK(data::toYaml(both.front().document.document()) == data::toYaml(one.front().document.document()));
  CHECK(both.back().name == "shop-access");
  CHECK(both.back().suffix == "access");
  CHECK(both.back().document.find("ServiceRole"));
}
