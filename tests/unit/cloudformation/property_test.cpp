#include "cloudformation/property.h"

#include <array>

#include "aws/autoscaling.h"
#include "aws/ec2.h"
#include "aws/rds.h"
#include "catch.h"
#include "unit/cloudformation/shown.h"

namespace ec2 = aws::ec2;

namespace {

std::string shown(const auto& resource) { return data::toYaml(properties(resource)); }

const ec2::VPC::Handle vpc{"Vpc"};
const std::vector<ec2::Subnet::Handle> subnets{ec2::Subnet::Handle{"A"}, ec2::Subnet::Handle{"B"}};

}  // namespace

TEST_CASE("what is not given is not written") { CHECK(properties(ec2::VPC{}).empty()); }

TEST_CASE("a property takes a literal or an expression") {
  CHECK(shown(ec2::VPC{.CidrBlock = std::string{"range"}, .EnableDnsSupport = false}) ==
        "CidrBlock: range\n\nEnableDnsSupport: false\n");
  CHECK(shown(ec2::VPC{.CidrBlock = cfn::tagged("Ref", "Range")}) == "CidrBlock: !Ref Range\n");
}

TEST_CASE("a word takes one of its words or an expression, and an empty word is none") {
  cfn::Property<cfn::OneOf<"on", "off">> word = "off";
  CHECK(yaml(word.value()) == "V: \"off\"\n");
  word = cfn::tagged("Ref", "Switch");
  const auto copy = word;
  CHECK(yaml(copy.value()) == "V: !Ref Switch\n");
  CHECK_FALSE(cfn::Property<cfn::OneOf<"on", "off">>{}.value().isSet());
}

TEST_CASE("numbers stay numbers") {
  cfn::Property<std::int64_t> whole = 7u;
  CHECK(*whole.value().as<std::int64_t>() == 7);
  cfn::Property<double> part = 1;
  CHECK(*part.value().as<double>() == 1.0);
}

TEST_CASE("a reference takes text, an expression or the handle of its kind") {
  CHECK(shown(ec2::Subnet{.VpcId = vpc}) == "VpcId: !Ref Vpc\n");
  CHECK(shown(ec2::Subnet{.VpcId = "vpc-1"}) == "VpcId: vpc-1\n");
  CHECK(shown(ec2::Subnet{.VpcId = cfn::tagged("ImportValue", "Vpc")}) == "VpcId: !ImportValue Vpc\n");
}

TEST_CASE("many take a list, a range of handles or one expression for all") {
  using Group = aws::rds::DBSubnetGroup;
  const auto two = "DBSubnetGroupDescription: d\n\nSubnetIds:\n  - !Ref A\n  - !Ref B\n";
  CHECK(shown(Group{.DBSubnetGroupDescription = "d", .SubnetIds = {subnets[0], subnets[1]}}) == two);
  CHECK(shown(Group{.DBSubnetGroupDescription = "d", .SubnetIds = subnets}) == two);
  CHECK(shown(Group{.DBSubnetGroupDescription = "d", .SubnetIds = std::array{subnets[0], subnets[1]}}) == two);
  CHECK(shown(Group{.DBSubnetGroupDescription = "d", .SubnetIds = cfn::tagged("Split", "x")}) ==
        "DBSubnetGroupDescription: d\n\nSubnetIds: !Split x\n");
}

TEST_CASE("one handle in braces is a list of one") {
  const aws::autoscaling::AutoScalingGroup group{.MaxSize = "1", .MinSize = "1", .VPCZoneIdentifier = {subnets[0]}};
  CHECK(shown(group) == "MaxSize: \"1\"\n\nMinSize: \"1\"\n\nVPCZoneIdentifier:\n  - !Ref A\n");
}

TEST_CASE("an optional that is empty leaves the property out") {
  CHECK(properties(aws::rds::DBInstance{.Iops = std::optional<int>{}}).empty());
  CHECK(shown(aws::rds::DBInstance{.Iops = std::optional{8}}) == "Iops: 8\n");
  const auto route = [](bool isPublic) {
    return shown(ec2::Route{.GatewayId = cfn::onlyIf(isPublic, ec2::InternetGateway::Handle{"Gateway"}),
                            .RouteTableId = ec2::RouteTable::Handle{"Table"}});
  };
  CHECK(route(true) == "GatewayId: !Ref Gateway\n\nRouteTableId: !Ref Table\n");
  CHECK(route(false) == "RouteTableId: !Ref Table\n");
}
