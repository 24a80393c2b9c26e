#include "constructs/access_logs.h"

#include "cloudformation/policy.h"
#include "constructs/names.h"

namespace constructs {

namespace s3 = aws::s3;

AccessLogs addAccessLogs(cfn::Template& stack, const config::AccessLogs& config) {
  const auto bucket = stack["AccessLogs"] = s3::Bucket{
      .BucketEncryption =
          s3::bucket::BucketEncryption{
              .ServerSideEncryptionConfiguration = {{
                  .ServerSideEncryptionByDefault = s3::bucket::ServerSideEncryptionByDefault{.SSEAlgorithm = "AES256"},
              }},
          },
      .LifecycleConfiguration =
          s3::bucket::LifecycleConfiguration{
              .Rules = {{
                  .AbortIncompleteMultipartUpload =
                      s3::bucket::AbortIncompleteMultipartUpload{.DaysAfterInitiation = 7},
                  .ExpirationInDays = config.keepDays,
                  .Id = "expire",
                  .Status = "Enabled",
              }},
          },
      .OwnershipControls =
          s3::bucket::OwnershipControls{
              .Rules = {{.ObjectOwnership = "BucketOwnerEnforced"}},
          },
      .PublicAccessBlockConfiguration =
          s3::bucket::PublicAccessBlockConfiguration{
              .BlockPublicAcls = true,
              .BlockPublicPolicy = true,
              .IgnorePublicAcls = true,
              .RestrictPublicBuckets = true,
          },
      .Tags = nameTag("access-logs"),
  };
  stack.onDeletion(bucket, cfn::DeletionPolicy::Retain);

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
          {
              .Action = {"s3:*"},
              .Condition = data::Map{{"Bool", data::Map{{"aws:SecureTransport", "false"}}}},
              .Effect = "Deny",
              .Principal = cfn::Principal{.AWS = {"*"}},
              .Resource = {bucket.arn(), objects},
              .Sid = "NothingWithoutTls",
          },
      }},
  };
  return {bucket, policy};
}

}  // namespace constructs
