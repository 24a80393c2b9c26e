#include "cloudformation/functions.h"

#include "aws/ec2.h"
#include "catch.h"
#include "unit/cloudformation/shown.h"

namespace {

const aws::ec2::VPC::Handle vpc{"Vpc"};

}  // namespace

TEST_CASE("a handle is its Ref, its members are its attributes") {
  CHECK(yaml(vpc) == "V: !Ref Vpc\n");
  CHECK(yaml(vpc.cidrBlock()) == "V: !GetAtt Vpc.CidrBlock\n");
  CHECK(json(vpc) == R"({"Ref": "Vpc"})");
  CHECK(json(vpc.cidrBlock()) == R"({"Fn::GetAtt": ["Vpc","CidrBlock"]})");
}

TEST_CASE("pseudo parameters") {
  CHECK(json(cfn::accountId()) == R"({"Ref": "AWS::AccountId"})");
  CHECK(json(cfn::noValue()) == R"({"Ref": "AWS::NoValue"})");
  CHECK(json(cfn::partition()) == R"({"Ref": "AWS::Partition"})");
  CHECK(json(cfn::region()) == R"({"Ref": "AWS::Region"})");
  CHECK(json(cfn::stackId()) == R"({"Ref": "AWS::StackId"})");
  CHECK(json(cfn::stackName()) == R"({"Ref": "AWS::StackName"})");
  CHECK(json(cfn::urlSuffix()) == R"({"Ref": "AWS::URLSuffix"})");
}

TEST_CASE("a function around another one is written in its long form, for YAML takes one tag a value") {
  const auto encoded = cfn::base64(vpc);
  REQUIRE(encoded.value.as<data::Map>());
  CHECK(encoded.value.as<data::Map>()->front().key == "Fn::Base64");
  CHECK(json(encoded) == R"({"Fn::Base64": {"Ref": "Vpc"}})");
  CHECK(json(cfn::importValue(cfn::sub({vpc, "-Id"}))) == R"({"Fn::ImportValue": {"Fn::Sub": "${Vpc}-Id"}})");

  CHECK(yaml(cfn::base64(cfn::Expression{"plain"})) == "V: !Base64 plain\n");
  CHECK(yaml(cfn::importValue("VpcId")) == "V: !ImportValue VpcId\n");
}

TEST_CASE("in a list every function keeps its short form") {
  CHECK(yaml(cfn::select(1, cfn::availabilityZones())) == "V: !Select\n  - 1\n  - !GetAZs \"\"\n");
  CHECK(yaml(cfn::split("x", vpc)) == "V: !Split\n  - x\n  - !Ref Vpc\n");
  CHECK(yaml(cfn::cidr(vpc.cidrBlock(), 4, 8)) == "V: !Cidr\n  - !GetAtt Vpc.CidrBlock\n  - 4\n  - 8\n");
  CHECK(yaml(cfn::join("x", {"a", vpc})) == "V: !Join\n  - x\n  - - a\n    - !Ref Vpc\n");
}

TEST_CASE("sub joins literal texts and references") {
  CHECK(json(cfn::sub({"https://", vpc.cidrBlock(), "/", cfn::region()})) ==
        R"({"Fn::Sub": "https://${Vpc.CidrBlock}/${AWS::Region}"})");
  CHECK(yaml(cfn::sub({"only ", "text"})) == "V: only text\n");
}

TEST_CASE("no literal text in a sub is ever taken for a reference") {
  const std::string hostile = GENERATE("${AWS::AccountId}", "${", "${!x}", "$", "a $", "}${");
  const auto expression = cfn::sub({hostile, vpc, "{AWS::Region}"});
  const auto* tagged = expression.value.as<data::Tagged>();
  REQUIRE(tagged);
  CHECK(tagged->tag == "Join");  // which interprets nothing
  const auto& parts = *(*tagged->value->as<data::List>())[1].as<data::List>();
  CHECK(*parts[0].as<std::string>() == hostile);
}

TEST_CASE("braces alone, or a dollar alone, stay a sub") {
  CHECK(json(cfn::sub({"{x} $5 ", vpc})) == R"({"Fn::Sub": "{x} $5 ${Vpc}"})");
}

TEST_CASE("a sub of anything but references is a join") {
  const auto name = cfn::sub({cfn::select(0, cfn::split(",", vpc)), "/x"});
  CHECK(name.value.as<data::Tagged>()->tag == "Join");
}

TEST_CASE("condition functions") {
  const auto same = cfn::equals(cfn::region(), "eu-west-1");
  CHECK(json(same.value) == R"({"Fn::Equals": [{"Ref": "AWS::Region"},"eu-west-1"]})");
  CHECK(json(cfn::not_(cfn::equals("a", "b")).value) == R"({"Fn::Not": [{"Fn::Equals": ["a","b"]}]})");
  CHECK(cfn::and_({same, same}).value.as<data::Tagged>()->tag == "And");
  CHECK(cfn::or_({same, same}).value.as<data::Tagged>()->tag == "Or");
  CHECK_THROWS_AS(cfn::and_({same}), std::logic_error);
  CHECK_THROWS_AS(cfn::or_(std::vector<cfn::ConditionExpression>(11, same)), std::logic_error);
}
