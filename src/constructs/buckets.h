#pragma once

#include "aws/s3.h"
#include "cloudformation/policy.h"

namespace constructs {

/// An encrypted bucket that nothing in it can make public; objects go after some days.
aws::s3::Bucket privateBucket(std::string_view name, const cfn::From<std::int64_t>& keptDays);

/// The statement of a bucket's policy that refuses requests without TLS.
cfn::PolicyStatement nothingWithoutTls(const aws::s3::Bucket::Handle&);

}  // namespace constructs
