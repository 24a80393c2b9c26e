// What only a template of a size can show.
#include <fmt/format.h>

#include "analysis/check/check.h"
#include "catch.h"
#include "cloudformation/read_template.h"

namespace {

/// The rules that speak up about the text, with `bytes` taken for its size.
std::vector<std::string> rulesFor(const std::string& text, std::size_t bytes = 0) {
  diag::Sources sources{"template.yaml", text};
  diag::Diagnostics diagnostics{sources};
  const auto stack = cfn::readTemplate(sources.first(), diagnostics);
  INFO(asText(diagnostics));
  REQUIRE(stack);
  std::vector<std::string> rules;
  for (const auto& finding : check::check(*stack, {check::Day{}, {}, bytes}).all) rules.emplace_back(finding.rule);
  return rules;
}

std::string topics(int count) {
  std::string text = "Resources:\n";
  for (int i = 0; i < count; ++i) text += fmt::format("  T{}: {{Type: AWS::SNS::Topic}}\n", i);
  return text;
}

using Rules = std::vector<std::string>;

}  // namespace

TEST_CASE("check: the limits of CloudFormation") {
  CHECK(rulesFor(topics(500)).empty());
  CHECK(rulesFor(topics(501)) == Rules{"too-many"});
  CHECK(rulesFor(topics(1), 51'200).empty());
  CHECK(rulesFor(topics(1), 51'201) == Rules{"template-needs-bucket"});
  CHECK(rulesFor(topics(1), 1'000'001) == Rules{"template-too-large"});
  std::string outputs = topics(1) + "Outputs:\n";
  for (int i = 0; i < 201; ++i) outputs += fmt::format("  O{}: {{Value: x}}\n", i);
  CHECK(rulesFor(outputs) == Rules{"too-many"});
  CHECK(rulesFor(fmt::format("Description: {}\n{}", std::string(1025, 'x'), topics(1))) == Rules{"too-long"});
  CHECK(rulesFor(fmt::format("Description: {}\n{}", std::string(1024, 'x'), topics(1))).empty());
}
