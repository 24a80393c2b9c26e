#include "cloudformation/template.h"

#include "aws/autoscaling.h"
#include "aws/ec2.h"
#include "aws/rds.h"
#include "catch.h"
#include "unit/cloudformation/shown.h"

namespace ec2 = aws::ec2;
using Group = aws::autoscaling::AutoScalingGroup;

namespace {

cfn::Template newTemplate() { return cfn::Template{"A stack"}; }

/// One attribute of a resource, such as DependsOn, as YAML; empty if the resource has none.
std::string attribute(const cfn::Template& stack, std::string_view logicalId, std::string_view name) {
  const auto document = stack.document();
  const auto* resource = data::find(*data::find(document, "Resources")->as<data::Map>(), logicalId);
  const auto* found = data::find(*resource->as<data::Map>(), name);
  return found ? yaml(*found) : "";
}

}  // namespace

TEST_CASE("a template has its sections in the order of the template anatomy") {
  auto stack = newTemplate();
  stack.metadata("Source", "config.yaml");
  const auto size = stack.parameter("Size", {.Default = "small", .Type = "String"});
  const auto ranges = stack.mapping("Ranges", {{"large", data::Map{{"Vpc", "wide"}}}});
  const auto isLarge = stack.condition("IsLarge", cfn::equals(size, "large"));
  const auto vpc = stack["Vpc"] = ec2::VPC{
      .CidrBlock = cfn::if_(isLarge, cfn::findInMap(ranges, size, "Vpc"), "narrow"),
      .Tags = {{.Key = "Size", .Value = size}},
  };
  stack.output("VpcId", vpc, "The VPC", "NetworkVpc");
  CHECK(data::toYaml(stack.document()) == R"(AWSTemplateFormatVersion: "2010-09-09"

Description: A stack

Metadata:
  Source: config.yaml

Parameters:
  Size:
    Type: String
    Default: small

Mappings:
  Ranges:
    large:
      Vpc: wide

Conditions:
  IsLarge: !Equals
    - !Ref Size
    - large

Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !If
        - IsLarge
        - !FindInMap
          - Ranges
          - !Ref Size
          - Vpc
        - narrow
      Tags:
        - Key: Size
          Value: !Ref Size

Outputs:
  VpcId:
    Description: The VPC
    Value: !Ref Vpc
    Export:
      Name: NetworkVpc
)");
}

TEST_CASE("a template answers for its resources") {
  auto stack = newTemplate();
  stack["Vpc"] = ec2::VPC{.CidrBlock = "10.0.0.0/16"};
  CHECK(stack.typeOf("Vpc") == "AWS::EC2::VPC");
  CHECK(*data::find(*stack.propertiesOf("Vpc"), "CidrBlock")->as<std::string>() == "10.0.0.0/16");
  CHECK(stack.typeOf("Subnet").empty());
  CHECK_FALSE(stack.propertiesOf("Subnet"));
}

TEST_CASE("a logical id is alphanumeric and unique") {
  auto stack = newTemplate();
  const auto longest = std::string(255, 'a');
  CHECK_NOTHROW(stack[longest] = ec2::VPC{});
  const std::string wrong = GENERATE("", "a-b", "a_b", "a b", "ä", std::string(256, 'a'));
  CHECK_THROWS_AS(stack[wrong] = ec2::VPC{}, std::logic_error);
  CHECK_THROWS_AS(stack.output(wrong, cfn::region(), ""), std::logic_error);
  CHECK_THROWS_AS(stack[longest] = ec2::VPC{}, std::logic_error);
}

TEST_CASE("parameters and resources share their names, other sections do not") {
  auto stack = newTemplate();
  stack.parameter("Vpc", {.Type = "String"});
  CHECK_THROWS_AS(stack["Vpc"] = ec2::VPC{}, std::logic_error);
  stack["Network"] = ec2::VPC{};
  CHECK_THROWS_AS(stack.parameter("Network", {.Type = "String"}), std::logic_error);
  CHECK_NOTHROW(stack.output("Network", cfn::region(), ""));
  CHECK_THROWS_AS(stack.output("Network", cfn::region(), ""), std::logic_error);
}

TEST_CASE("dependencies are listed once, in the order they were named") {
  auto stack = newTemplate();
  const auto a = stack["A"] = ec2::VPC{};
  const auto b = stack["B"] = ec2::VPC{};
  const auto c = stack["C"] = ec2::VPC{};
  stack.dependsOn(a, c);
  stack.dependsOn(a, {b, c});
  CHECK(attribute(stack, "A", "DependsOn") == "V:\n  - C\n  - B\n");
  CHECK(attribute(stack, "B", "DependsOn").empty());
  CHECK_THROWS_AS(stack.dependsOn(a, a), std::logic_error);
}

TEST_CASE("a resource of another template is refused") {
  auto stack = newTemplate();
  const auto vpc = stack["Vpc"] = ec2::VPC{};
  const ec2::Subnet::Handle stranger{"Stranger"};
  CHECK_THROWS_AS(stack.dependsOn(vpc, stranger), std::logic_error);
  CHECK_THROWS_AS(stack.dependsOn(stranger, vpc), std::logic_error);
  CHECK_THROWS_AS(stack.onDeletion(stranger, cfn::DeletionPolicy::Retain), std::logic_error);
}

TEST_CASE("what is kept on deletion is kept on replacement") {
  auto stack = newTemplate();
  const auto database = stack["Database"] = aws::rds::DBInstance{.Iops = 8};
  const auto policies = [&](cfn::DeletionPolicy policy) {
    stack.onDeletion(database, policy);
    return attribute(stack, "Database", "DeletionPolicy") + attribute(stack, "Database", "UpdateReplacePolicy");
  };
  CHECK(policies(cfn::DeletionPolicy::Delete) == "V: Delete\nV: Delete\n");
  CHECK(policies(cfn::DeletionPolicy::Snapshot) == "V: Snapshot\nV: Snapshot\n");
  CHECK(policies(cfn::DeletionPolicy::Retain) == "V: Retain\nV: Retain\n");
  CHECK(policies(cfn::DeletionPolicy::RetainExceptOnCreate) == "V: RetainExceptOnCreate\nV: Retain\n");
}

TEST_CASE("a resource can be conditional and carry metadata") {
  auto stack = newTemplate();
  const auto vpc = stack["Vpc"] = ec2::VPC{};
  stack.onlyIf(stack.condition("Wide", cfn::equals("a", "b")), vpc);
  stack.metadata(vpc, {{"Tier", "public"}});
  CHECK(attribute(stack, "Vpc", "Condition") == "V: Wide\n");
  CHECK(attribute(stack, "Vpc", "Metadata") == "V:\n  Tier: public\n");
}

TEST_CASE("how an Auto Scaling group is created and updated") {
  auto stack = newTemplate();
  const auto group = stack["Fleet"] = Group{.MaxSize = "2", .MinSize = "1"};
  stack.creationPolicy(group, {.Count = 2, .Timeout = "PT15M"});
  CHECK(attribute(stack, "Fleet", "CreationPolicy") == "V:\n  ResourceSignal:\n    Count: 2\n    Timeout: PT15M\n");
  stack.updatePolicy(group, cfn::AutoScalingRollingUpdate{
                                .MinInstancesInService = 1,
                                .SuspendProcesses = {"AZRebalance"},
                                .WaitOnResourceSignals = true,
                            });
  CHECK(attribute(stack, "Fleet", "UpdatePolicy") ==
        "V:\n  AutoScalingRollingUpdate:\n    MinInstancesInService: 1\n    SuspendProcesses:\n      - AZRebalance\n"
        "    WaitOnResourceSignals: true\n");
  stack.updatePolicy(group, cfn::AutoScalingReplacingUpdate{.WillReplace = true});
  CHECK(attribute(stack, "Fleet", "UpdatePolicy") == "V:\n  AutoScalingReplacingUpdate:\n    WillReplace: true\n");
}
