#include "cloudformation/read_template.h"

#include "catch.h"
#include "read.h"

namespace {

/// The first error as `rule line:column`.
std::string errorIn(const std::string& text) {
  diag::Sources sources{"template.yaml", text};
  diag::Diagnostics diagnostics{sources};
  if (cfn::readTemplate(sources.first(), diagnostics)) return "read";
  const auto first = diagnostics.inFileOrder().at(0);
  return std::string{first.rule} + " " + std::to_string(first.span.line) + ":" + std::to_string(first.span.column);
}

std::string inResources(const std::string& text) { return "Resources:\n" + text; }

}  // namespace

TEST_CASE("a template is read with the place of everything") {
  const auto read = readGood(
      "Description: two\nResources:\n"
      "  A:\n    Type: AWS::EC2::VPC\n    DependsOn: B\n    DeletionPolicy: Retain\n"
      "  B:\n    Type: AWS::EC2::EIP\n    Metadata: {x: 1}\n    DependsOn: []\n");
  REQUIRE(read.resources().size() == 2);
  const auto& a = *read.find("A");
  CHECK(a.span.line == 3);
  CHECK(a.type.text == "AWS::EC2::VPC");
  CHECK(a.type.span.column == 11);
  CHECK(a.dependsOn.at(0).text == "B");
  CHECK(a.dependsOn.at(0).span.line == 5);
  CHECK(*a.deletionPolicy.as<std::string>() == "Retain");
  CHECK(a.properties.as<cfn::Map>()->empty());
  CHECK(read.file() == "template.yaml");
}

TEST_CASE("what is no template is an error at its place") {
  CHECK(errorIn("- a\n") == "no-template 1:1");
  CHECK(errorIn("a: b\n") == "no-template 1:1");
  CHECK(errorIn("Ressources:\n  A: {Type: X}\n") == "no-template 1:1");
  CHECK(errorIn("Resources: {}\n") == "no-template 1:1");
  CHECK(errorIn(inResources("  A:\n    Properties: {}\n")) == "bad-resource 2:3");
  CHECK(errorIn(inResources("  A: x\n")) == "bad-resource 2:3");
  CHECK(errorIn(inResources("  A: {Type: X, Properties: x}\n")) == "bad-resource 2:28");
  CHECK(errorIn(inResources("  A: {Type: X}\nOutput: {}\n")) == "unknown-section 3:1");
  CHECK(errorIn(inResources("  A: {Type: X")).starts_with("unclosed"));
}

TEST_CASE("a reference to nothing is an error at its place") {
  CHECK(errorIn(inResources("  A: {Type: X, Properties: {P: !Ref B}}\n")) == "unknown-reference 2:37");
  CHECK(errorIn(inResources("  A: {Type: X, Properties: {P: !GetAtt B.C}}\n")) == "unknown-reference 2:40");
  CHECK(errorIn(inResources("  A: {Type: X, Properties: {P: !Sub 'x${B}'}}\n")) == "unknown-reference 2:37");
  CHECK(errorIn(inResources("  A: {Type: X, Properties: {P: {\"Fn::GetAtt\": [B, C]}}}\n"))
            .starts_with("unknown-reference"));
  CHECK(errorIn(inResources("  A: {Type: X, DependsOn: B}\n")) == "unknown-reference 2:27");
  CHECK(errorIn(inResources("  A: {Type: X, Condition: B}\n")) == "unknown-reference 2:27");
  CHECK(errorIn(inResources("  A: {Type: X, Properties: {P: !If [C, 1, 2]}}\n")) == "unknown-reference 2:37");
  CHECK(errorIn(inResources("  A: {Type: X, Properties: {P: !Sub ['${B}${!C}', {B: 1}]}}\n")) == "read");
  CHECK(errorIn("Transform: AWS::Serverless-2016-10-31\nGlobals: {Function: {Timeout: 3}}\n" +
                inResources("  A: {Type: X}\n")) == "read");
  CHECK(errorIn("Transform: AWS::Serverless-2016-10-31\n" + inResources("  A: {Type: X, DependsOn: B}\n")) == "read");
}

TEST_CASE("a section of a transform is none without it") {
  CHECK(errorIn("Globals: {}\n" + inResources("  A: {Type: X}\n")) == "unknown-section 1:1");
}

TEST_CASE("references in a circle are an error at their place") {
  CHECK(errorIn(inResources("  A: {Type: X, DependsOn: B}\n  B: {Type: X, Properties: {P: !Ref A}}\n")) ==
        "reference-cycle 3:37");
  CHECK(errorIn(inResources("  A: {Type: X, Properties: {P: !GetAtt A.B}}\n")) == "reference-cycle 2:40");
  CHECK(
      errorIn("Conditions:\n  A: !Not [{Condition: B}]\n  B: !Not [{Condition: A}]\n" + inResources("  R: {Type: X}\n"))
          .starts_with("reference-cycle"));
}

TEST_CASE("aliases are read, and no more of them than a template needs") {
  const auto read =
      readGood(inResources("  A: &a {Type: X, Properties: &p {P: 1}}\n  B: *a\n  C: {Type: Y, Properties: *p}\n"));
  CHECK(read.find("B")->type.text == "X");
  CHECK(read.find("C")->properties.as<cfn::Map>()->size() == 1);
  CHECK(errorIn(inResources("  A: &a {Type: X, Properties: {P: *a}}\n")) == "alias 2:35");
  std::string bomb = "Metadata:\n  a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 10; ++i) {
    bomb += "  a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
    for (int j = 0; j < 10; ++j) bomb += (j ? ", *a" : "*a") + std::to_string(i - 1);
    bomb += "]\n";
  }
  CHECK(errorIn(bomb + inResources("  A: {Type: X}\n")).starts_with("alias 6:"));
}

TEST_CASE("a template in JSON is the same as one in YAML") {
  const auto json =
      readGood(R"({"Resources": {"A": {"Type": "X", "Properties": {"P": {"Fn::GetAtt": ["B", "C.D"]}, "N": 1}},
                                                  "B": {"Type": "Y", "DependsOn": ["C"]}, "C": {"Type": "Z"}}})");
  const auto yaml = readGood(inResources(
      "  A: {Type: X, Properties: {P: !GetAtt B.C.D, N: 1}}\n  B: {Type: Y, DependsOn: C}\n  C: {Type: Z}\n"));
  const auto a = cfn::evaluate({&json}), b = cfn::evaluate({&yaml});
  REQUIRE(a.resources.size() == b.resources.size());
  for (std::size_t i = 0; i < a.resources.size(); ++i)
    CHECK(cfn::identity(a.resources[i].properties) == cfn::identity(b.resources[i].properties));
}

TEST_CASE("a file that is too large is refused before it is read") {
  CHECK(errorIn(std::string(100'000'000, 'x')) == "too-large 0:0");
}
