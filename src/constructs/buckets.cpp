#include "constructs/buckets.h"

#include "cloudformation/functions.h"
#include "constructs/names.h"

namespace constructs {

namespace s3 = aws::s3;

s3::Bucket privateBucket(std::string_view name, const cfn::From<std::int64_t>& keptDays) {
  return s3::Bucket{
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
                  .ExpirationInDays = keptDays,
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
      .Tags = nameTag(std::string{name}),
  };
}

cfn::PolicyStatement nothingWithoutTls(const s3::Bucket::Handle& bucket) {
  return {
      .Action = {"s3:*"},
      .Condition = data::Map{{"Bool", data::Map{{"aws:SecureTransport", "false"}}}},
      .Effect = "Deny",
      .Principal = cfn::Principal{.AWS = {"*"}},
      .Resource = {bucket.arn(), cfn::sub({bucket.arn(), "/*"})},
      .Sid = "NothingWithoutTls",
  };
}

}  // namespace constructs
