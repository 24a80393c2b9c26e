// A value that the template does not tell makes no finding: each literal of the clean stack is hidden behind a
// parameter without default, one at a time.
#include <fmt/format.h>

#include <fstream>
#include <iterator>

#include "analysis/check/check.h"
#include "catch.h"
#include "cloudformation/read_template.h"
#include "data/read_yaml.h"

namespace {

using data::List;
using data::Map;
using data::Value;

/// The value with its `number`th scalar hidden; counts down.
Value hidden(const Value& value, int& number) {
  if (const auto* list = value.as<List>()) {
    List out;
    for (const auto& item : *list) out.push_back(hidden(item, number));
    return out;
  }
  if (const auto* map = value.as<Map>()) {
    Map out;
    for (const auto& entry : *map) out.push_back({entry.key, hidden(entry.value, number), {}});
    return out;
  }
  if (!value.as<std::string>() || number-- != 0) return value;
  return Map{{"Ref", "Hidden"}};
}

/// The document with the `number`th literal of its resources' properties hidden; nothing if there are not so many.
std::optional<Map> withHidden(const Map& document, int number) {
  Map out;
  for (const auto& section : document) {
    if (section.key == "Parameters") {
      auto parameters = *section.value.as<Map>();
      parameters.push_back({"Hidden", Map{{"Type", "String"}}, {}});
      out.push_back({section.key, std::move(parameters), {}});
      continue;
    }
    if (section.key != "Resources") {
      out.push_back(section);
      continue;
    }
    Map resources;
    for (const auto& resource : *section.value.as<Map>()) {
      Map members;
      for (const auto& member : *resource.value.as<Map>())
        members.push_back({member.key, member.key == "Properties" ? hidden(member.value, number) : member.value, {}});
      resources.push_back({resource.key, std::move(members), {}});
    }
    out.push_back({section.key, std::move(resources), {}});
  }
  return number < 0 ? std::optional{out} : std::nullopt;
}

}  // namespace

TEST_CASE("check: what is not known makes no finding") {
  std::ifstream file{SOURCE_DIR "/tests/check/seed.yaml"};
  diag::Sources seedSources;
  const auto& seed = seedSources.add("seed.yaml", {std::istreambuf_iterator{file}, {}});
  diag::Diagnostics diagnostics{seedSources};
  data::ReadLimits limits;
  limits.tags = true;
  const auto document = data::readYaml(seed, diagnostics, limits);
  REQUIRE(document.as<Map>());
  int number = 0;
  for (; const auto changed = withHidden(*document.as<Map>(), number); ++number) {
    diag::Sources sources;
    const auto& source = sources.add("hidden.json", data::toJson(*changed));
    diag::Diagnostics problems{sources};
    const auto stack = cfn::readTemplate(source, problems);
    INFO(asText(problems));
    REQUIRE(stack);
    diag::Diagnostics found{sources};
    for (auto& finding : check::check(*stack, {check::Day{std::chrono::year{2026} / 11 / 25}}).all)
      if (finding.severity != diag::Severity::info) found.add(std::move(finding));
    INFO("literal " << number);
    CHECK(asText(found).empty());
  }
  CHECK(number > 100);
}
