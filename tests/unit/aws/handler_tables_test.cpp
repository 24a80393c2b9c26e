#include "aws/handler_tables.h"

#include <algorithm>

#include "aws/schema_tables.h"
#include "catch.h"

using aws::Handler;

TEST_CASE("a type tells what its handlers call") {
  const auto create = aws::permissionsOf("AWS::RDS::DBSubnetGroup", Handler::create);
  REQUIRE(create);
  CHECK(std::ranges::count(*create, "iam:CreateServiceLinkedRole") == 1);
  CHECK(std::ranges::count(*create, "rds:CreateDBSubnetGroup") == 1);
  CHECK(aws::permissionsOf("AWS::EC2::Route", Handler::delete_) ==
        std::vector<std::string>{"ec2:DeleteRoute", "ec2:DescribeRouteTables"});
  CHECK(aws::permissionsOf("AWS::EC2::EIPAssociation", Handler::update) == std::vector<std::string>{});  // it has none
  CHECK(aws::permissionsOf("AWS::DAX::Cluster", Handler::create) == std::vector<std::string>{});  // declares none
  CHECK(aws::permissionsOf("AWS::SNS::Subscription", Handler::create)->size() == 3);
  CHECK_FALSE(aws::permissionsOf("AWS::Nothing::Known", Handler::create));
}

TEST_CASE("handlers are known of types that there are, actions with the kinds they act on") {
  CHECK(std::ranges::is_sorted(aws::allHandlers(), {}, &aws::TypeHandlers::type));
  CHECK(aws::allHandlers().size() > 1600);
  const auto known = std::ranges::count_if(aws::allHandlers(), [](const auto& row) { return aws::find(row.type); });
  CHECK(known > 1550);  // a few types are newer than the schemas
  CHECK(aws::findAction("ec2:CreateVpc"));
  CHECK(aws::findAction("ec2:Describe*"));
  CHECK_FALSE(aws::findAction("managed-fleets:Get*"));
  for (const auto& action : aws::allActions()) {
    const auto service = action.action.substr(0, action.action.find(':'));
    for (auto rest = action.resources; !rest.empty();) {
      const auto kind = std::string{service} + ":" + std::string{rest.substr(0, rest.find(' '))};
      rest.remove_prefix(std::min(rest.size(), kind.size() - service.size()));
      INFO(action.action << " on " << kind);
      const auto* arn = aws::findArn(kind);
      REQUIRE(arn);
      CHECK(std::ranges::count(arn->formats.substr(0, arn->formats.find(' ')), ':') >= 5);
    }
  }
}
