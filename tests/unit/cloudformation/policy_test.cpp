#include "cloudformation/policy.h"

#include "aws/iam.h"
#include "catch.h"
#include "cloudformation/functions.h"

TEST_CASE("a policy document is of the current version and has its elements in the usual order") {
  const aws::iam::Role role{
      .AssumeRolePolicyDocument = cfn::PolicyDocument{{{
          .Action = {"sts:AssumeRole"},
          .Condition = data::Map{{"StringEquals", data::Map{{"aws:SourceAccount", "111122223333"}}}},
          .Effect = "Allow",
          .Principal = cfn::Principal{.Service = {"ec2.amazonaws.com"}},
          .Sid = "Instances",
      }}},
  };
  CHECK(data::toYaml(properties(role)) == R"(AssumeRolePolicyDocument:
  Version: "2012-10-17"
  Statement:
    - Sid: Instances
      Effect: Allow
      Principal:
        Service:
          - ec2.amazonaws.com
      Action:
        - sts:AssumeRole
      Condition:
        StringEquals:
          aws:SourceAccount: "111122223333"
)");
}
