#include "cloudformation/evaluate.h"

#include "catch.h"
#include "cloudformation/ip.h"
#include "read.h"

namespace {

constexpr const char* sections = R"(
Parameters:
  Given: {Type: String}
  Default: {Type: String, Default: prod}
  Ids: {Type: "List<AWS::EC2::Subnet::Id>"}
  Words: {Type: CommaDelimitedList, Default: "a, b"}
  Image: {Type: "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>", Default: /x}
  Size: {Type: String, AllowedValues: [small, large]}
Mappings:
  Sizes: {prod: {Type: m, List: [x, y]}}
Conditions:
  IsProd: !Equals [!Ref Default, prod]
  IsOther: !Not [{Condition: IsProd}]
  IsGiven: !Equals [!Ref Given, ""]
  Both: !And [{Condition: IsProd}, {Condition: IsGiven}]
  Never: !And [{Condition: IsOther}, {Condition: IsGiven}]
  Either: !Or [{Condition: IsProd}, {Condition: IsGiven}]
  IsHuge: !Equals [!Ref Size, huge]
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Db: {Type: AWS::RDS::DBInstance, Properties: {Engine: postgres}}
  Own: {Type: "Custom::Own"}
  X:
    Type: X
    Properties:
      P: )";

/// What the value of P is, in normal form.
std::string valueOf(const std::string& written, const cfn::Given& given = {}) {
  const auto read = readGood(sections + written + "\n");
  const auto evaluated = cfn::evaluate({&read}, given);
  const auto* value = data::find(evaluated.find("X")->properties, "P");
  return value ? cfn::identity(*value) : "gone";
}

cfn::Given with(const std::string& name, const std::string& value) { return {{{name, value}}, {}}; }

}  // namespace

TEST_CASE("parameters have their default or what is given") {
  CHECK(valueOf("!Ref Default") == R"("prod")");
  CHECK(valueOf("!Ref Default", with("Default", "test")) == R"("test")");
  CHECK(valueOf("!Ref Given") == R"(Unknown("parameter `Given` has no default"))");
  CHECK(valueOf("!Ref Given", with("Given", "g")) == R"("g")");
  CHECK(valueOf("!Ref Words") == R"(["a","b",])");
  CHECK(valueOf("!Ref Ids", with("Ids", "s-1,s-2")) == R"(["s-1","s-2",])");
  CHECK(valueOf("!Ref Image").starts_with("Unknown"));
  CHECK(valueOf("!Ref Image", with("Image", "/y")).starts_with("Unknown"));
}

TEST_CASE("references to resources stay, unless the template tells the attribute") {
  CHECK(valueOf("!Ref Vpc") == R"(Ref("Vpc"))");
  CHECK(valueOf("{\"Ref\": Vpc}") == R"(Ref("Vpc"))");
  CHECK(valueOf("!GetAtt Vpc.VpcId") == R"(GetAtt("Vpc.VpcId"))");
  CHECK(valueOf("{\"Fn::GetAtt\": [Vpc, VpcId]}") == R"(GetAtt("Vpc.VpcId"))");
  CHECK(valueOf("!Sub '${Vpc}'") == R"(Ref("Vpc"))");
  CHECK(valueOf("!GetAtt Vpc.CidrBlock") == R"("10.0.0.0/16")");
  CHECK(valueOf("!GetAtt Db.Endpoint.Port") == R"("5432")");
  CHECK(valueOf("!Ref Own") == R"(Unknown("the custom resource `Own` gives it"))");
  CHECK(valueOf("!GetAtt Own.Id").starts_with("Unknown"));
}

TEST_CASE("texts and lists are put together and taken apart") {
  CHECK(valueOf("!Sub 'a-${Default}-${!x}'") == R"("a-prod-${x}")");
  CHECK(valueOf("!Sub ['${a}b', {a: 1}]") == R"("1b")");
  CHECK(valueOf("!Sub 'arn:${AWS::Region}'") == R"(Join(["arn:",Ref("AWS::Region"),]))");
  CHECK(valueOf("!Sub 'arn:${AWS::Region}'", with("AWS::Region", "eu-west-1")) == R"("arn:eu-west-1")");
  CHECK(valueOf("!Join ['-', [a, !Ref Default, '']]") == R"("a-prod-")");
  CHECK(valueOf("!Join ['-', ['', a]]") == R"("-a")");
  CHECK(valueOf("!Join ['-', !Ref Ids]").starts_with("Unknown"));
  CHECK(valueOf("!Split [',', !Join [',', [!Ref Vpc, !GetAtt Db.Arn]]]") == R"([Ref("Vpc"),GetAtt("Db.Arn"),])");
  CHECK(valueOf("!Split [':', !GetAtt Db.Arn]").starts_with("Unknown"));
  CHECK(valueOf("!Split ['.', a.b.]") == R"(["a","b","",])");
  CHECK(valueOf("!Select [1, [a, b]]") == R"("b")");
  CHECK(valueOf("!Select [2, [a, b]]").starts_with("Unknown"));
  CHECK(valueOf("!Select [1, !GetAZs '']") == R"(Select(["1",GetAZs(Ref("AWS::Region")),]))");
  CHECK(valueOf("!Select [1, !GetAZs {Ref: AWS::Region}]") == R"(Select(["1",GetAZs(Ref("AWS::Region")),]))");
  CHECK(valueOf("!Select [1, !Ref Ids]") == R"(Unknown("item 1 of a list: parameter `Ids` has no default"))");
  CHECK(valueOf("{\"Fn::Length\": [a, b]}") == R"("2")");
  CHECK(valueOf("!Base64 x") == R"(Base64("x"))");
  CHECK(valueOf("true") == R"("true")");
}

TEST_CASE("ranges are cut") {
  CHECK(valueOf("!Cidr [10.0.0.0/16, 2, 8]") == R"(["10.0.0.0/24","10.0.1.0/24",])");
  CHECK(valueOf("!Select [3, !Cidr [!GetAtt Vpc.CidrBlock, 4, 12]]") == R"("10.0.48.0/20")");
  CHECK(valueOf("!Cidr ['2001:db8::/56', 2, 64]") == R"(["2001:db8::/64","2001:db8:0:1::/64",])");
  CHECK(valueOf("!Cidr [10.0.0.0/24, 9, 5]").starts_with("Unknown"));
  CHECK(valueOf("!Cidr [!Select [0, !GetAtt Vpc.Ipv6CidrBlocks], 2, 64]").starts_with("Cidr"));
}

TEST_CASE("mappings are looked up") {
  CHECK(valueOf("!FindInMap [Sizes, !Ref Default, Type]") == R"("m")");
  CHECK(valueOf("!FindInMap [Sizes, prod, List]") == R"(["x","y",])");
  CHECK(valueOf("!FindInMap [Sizes, test, Type]").starts_with("Unknown"));
  CHECK(valueOf("!FindInMap [Sizes, test, Type, {DefaultValue: d}]") == R"("d")");
  CHECK(valueOf("!FindInMap [Sizes, !Ref Given, Type]").starts_with("Unknown"));
}

TEST_CASE("conditions decide, or leave both values") {
  CHECK(valueOf("!If [IsProd, a, b]") == R"("a")");
  CHECK(valueOf("!If [IsOther, a, !Ref AWS::NoValue]") == "gone");
  CHECK(valueOf("!If [IsGiven, a, b]") == R"(If(["IsGiven","a","b",]))");
  CHECK(valueOf("!If [IsGiven, a, a]") == R"("a")");
  CHECK(valueOf("!If [Both, a, b]").starts_with("If"));
  CHECK(valueOf("!If [Never, a, b]") == R"("b")");
  CHECK(valueOf("!If [Either, a, b]") == R"("a")");
  CHECK(valueOf("!If [IsHuge, a, b]") == R"("b")");
  CHECK(valueOf("[a, !If [IsOther, b, !Ref AWS::NoValue]]") == R"(["a",])");
  CHECK(valueOf("!Select [0, [!If [IsGiven, b, !Ref AWS::NoValue], a]]").starts_with("Unknown"));
  CHECK(valueOf("!Join [',', [!If [IsGiven, b, !Ref AWS::NoValue], a]]").starts_with("Unknown"));
}

TEST_CASE("what nobody knows is unknown, and says why") {
  CHECK(valueOf("!ImportValue a") == R"(Unknown("`a` is imported from another stack"))");
  CHECK(valueOf("'{{resolve:ssm:/a}}'") ==
        R"(Unknown("`{{resolve:ssm:/a}}` is looked up when the stack is deployed"))");
  CHECK(valueOf("{\"Fn::Transform\": {Name: x}}").starts_with("Unknown"));
  CHECK(valueOf("{\"Fn::ForEach::L\": [a, [b], {}]}").find("Unknown") != std::string::npos);
}

TEST_CASE("a condition that is not known is a choice to be made") {
  const auto read = readGood(std::string{sections} + "!If [IsGiven, a, b]\n");
  const auto open = cfn::evaluate({&read});
  REQUIRE(open.choices.size() == 1);
  CHECK(open.choices[0].options == std::vector<std::string>{""});
  cfn::Given given;
  given.chosen[open.choices[0].subject] = cfn::somethingElse;
  CHECK(cfn::evaluate({&read}, given).choices.empty());
}

TEST_CASE("templates tell each other what they export") {
  const auto network = readGood(R"(
Resources:
  Vpc: {Type: AWS::EC2::VPC}
Outputs:
  Id: {Value: !Ref Vpc, Export: {Name: !Sub '${AWS::StackName}-VPC'}}
  Other: {Value: x, Export: {Name: fixed}}
)",
                                "network.yaml");
  const auto app = readGood(R"(
Parameters:
  Parent: {Type: String}
Resources:
  Vpc: {Type: AWS::EC2::VPC}
  Group: {Type: AWS::EC2::SecurityGroup, Properties: {VpcId: !ImportValue {'Fn::Sub': '${Parent}-VPC'}, X: !ImportValue fixed, Y: !ImportValue none}}
)",
                            "app.yaml");
  const auto evaluated = cfn::evaluate({&network, &app});
  CHECK(evaluated.find("network/Vpc") != nullptr);
  const auto& properties = evaluated.find("Group")->properties;
  CHECK(cfn::identity(properties[0].value) == R"(Ref("network/Vpc"))");
  CHECK(cfn::identity(properties[1].value) == R"("x")");
  CHECK(cfn::identity(properties[2].value).starts_with("Unknown"));
}

TEST_CASE("a nested stack takes its parameters from the template around it, and gives it outputs") {
  const auto parent = readGood(R"(
Resources:
  Net: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: !Sub 'https://${AWS::Region}/x/net.yaml', Parameters: {Range: 10.1.0.0/16}}}
  App: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./app.yaml, Parameters: {Vpc: !GetAtt Net.Outputs.Vpc}}}
)",
                               "main.yaml");
  const auto net = readGood(
      "Parameters:\n  Range: {Type: String}\nResources:\n  V: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !Ref "
      "Range}}\nOutputs:\n  Vpc: {Value: !Ref V}\n",
      "net.yaml");
  const auto app = readGood(
      "Parameters:\n  Vpc: {Type: String}\nResources:\n  G: {Type: AWS::EC2::SecurityGroup, Properties: {VpcId: !Ref "
      "Vpc}}\n",
      "app.yaml");
  const auto evaluated = cfn::evaluate({&parent, &net, &app});
  CHECK(cfn::identity(evaluated.find("V")->properties[0].value) == R"("10.1.0.0/16")");
  CHECK(cfn::identity(evaluated.find("G")->properties[0].value) == R"(Ref("V"))");
}

TEST_CASE("addresses of both families are read and written") {
  const auto shown = [](std::string_view text) {
    return cfn::parseRange(text) ? cfn::parseRange(text)->text() : "none";
  };
  CHECK(shown("10.1.2.3/16") == "10.1.0.0/16");
  CHECK(shown("0.0.0.0/0") == "0.0.0.0/0");
  CHECK(shown("1.2.3.4") == "1.2.3.4/32");
  CHECK(shown("::/0") == "::/0");
  CHECK(shown("2001:DB8:0:0:1:0:0:1/128") == "2001:db8::1:0:0:1/128");
  CHECK(shown("2001:db8:ffff::/40") == "2001:db8:ff00::/40");
  CHECK(shown("::ffff:1.2.3.4") == "::ffff:102:304/128");
  CHECK(shown("1:2:3:4:5:6:7::/128") == "1:2:3:4:5:6:7:0/128");
  for (const auto* bad :
       {"", "1.2.3", "1.2.3.4/33", "256.1.1.1", "1.2.3.4/", "1::2::3", ":1", "12345::", "1:2:3:4:5:6:7:8:9", "x"})
    CHECK(shown(bad) == "none");
}
