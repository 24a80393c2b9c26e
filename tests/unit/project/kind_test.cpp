// What a file is follows from its content alone, also where no reader can read it.
#include "project/kind.h"

#include "catch.h"

namespace {

using project::Kind;

Kind kindOf(std::string text, const project::Kinds& wanted = {.config = true, .cloudFormation = true}) {
  diag::Sources sources{"any", std::move(text)};
  return contentOf(sources.first(), sources, wanted).kind;
}

}  // namespace

TEST_CASE("what a file is") {
  CHECK(kindOf("domain: a.example.com\n") == Kind::config);
  CHECK(kindOf("domian: a.example.com\nhosted_zone: {}\n") == Kind::config);
  CHECK(kindOf("{\"name\": \"a\", \"domain\": \"b\"}") == Kind::config);
  CHECK(kindOf("Resources: {}\n") == Kind::cloudFormation);
  CHECK(kindOf("AWSTemplateFormatVersion: '2010-09-09'\n") == Kind::cloudFormation);
  CHECK(kindOf("Ressources: {}\n") == Kind::cloudFormation);
  CHECK(kindOf("Vpc: {Type: AWS::EC2::VPC}\n") == Kind::cloudFormation);
  CHECK(kindOf("domain: a\nResources: {}\n") == Kind::cloudFormation);
  CHECK(kindOf("name: shop\ntitle: Shop\nphp: {}\n") == Kind::preset);
  CHECK(kindOf("a: 1\n") == Kind::unknown);
  CHECK(kindOf("{}\n") == Kind::unknown);
}

TEST_CASE("keys of several kinds count for the one that is wanted") {
  CHECK(kindOf("name: shop\n", {.config = true}) == Kind::config);
  CHECK(kindOf("name: shop\n", {.preset = true}) == Kind::preset);
}

TEST_CASE("what a file without keys is") {
  for (const auto* text : {"", "\n\n", "# only a comment\n", "---\n...\n", "null\n", "~\n"}) {
    CAPTURE(text);
    CHECK(kindOf(text) == Kind::empty);
  }
  CHECK(kindOf("- a\n") == Kind::list);
  CHECK(kindOf("[{\"name\": 1}]") == Kind::list);
  CHECK(kindOf("text\n") == Kind::text);
}

TEST_CASE("what a file is that no reader can read") {
  CHECK(kindOf("domain: [a\nhosted_zone:\n") == Kind::config);
  CHECK(kindOf("  domain: [a\n  hosted_zone:\n") == Kind::config);
  CHECK(kindOf("%YAML 1.2\n---\n# Resources:\n\"domain\": [a\n") == Kind::config);
  CHECK(kindOf("Parameters: {}\nResources:\n  domain: [a\n") == Kind::cloudFormation);
  CHECK(kindOf("{\n  \"Resources\": {\n    \"A\": [\n") == Kind::cloudFormation);
  CHECK(kindOf("{\"domain\": \"a\",\n") == Kind::config);
  CHECK(kindOf("a: [\n  Resources:\n") == Kind::unknown);
}

TEST_CASE("the kinds that a command takes, in words") {
  CHECK(project::Kinds{.config = true}.text() == "a config");
  CHECK(project::Kinds{.config = true, .cloudFormation = true}.text() == "a config or a CloudFormation template");
}
