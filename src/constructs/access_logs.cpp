#include "constructs/access_logs.h"

#include "cloudformation/policy.h"
#include "constructs/buckets.h"

namespace constructs {

namespace s3 = aws::s3;

AccessLogs addAccessLogs(Draft& stack, const config::AccessLogs& config) {
  const auto part = stack.part(config);
  const auto bucket = stack["AccessLogs"] = privateBucket("access-logs", stack.from(config.keepDays));
  stack.onDeletion(bucket, cfn::DeletionPolicy::RetainExceptOnCreate);

  const auto objects = cfn::sub({bucket.arn(), "/*"});
  const cfn::Principal delivery{.Service = {"delivery.logs.amazonaws.com"}};
  const data::Map fromThisAccount{{"StringEquals", data::Map{{"aws:SourceAccount", cfn::accountId().value}}}};
  const auto policy = stack["AccessLogsPolicy"] = s3::BucketPolicy{
      .Bucket = bucket,
      .PolicyDocument = cfn::PolicyDocument{{
          {
              .Action = {"s3:GetBucketAcl"},
              .Condition = fromThisAccount,
              .Effect = "Allow",
              .Principal = delivery,
              .Resource = {bucket.arn()},
              .Sid = "DeliveryChecksTheBucket",
          },
          {
              .Action = {"s3:PutObject"},
              .Condition = fromThisAccount,
              .Effect = "Allow",
              .Principal = delivery,
              .Resource = {objects},
              .Sid = "DeliveryWrites",
          },
          nothingWithoutTls(bucket),
      }},
  };
  return {bucket, policy};
}

}  // namespace constructs
