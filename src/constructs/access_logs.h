#pragma once

#include "aws/s3.h"
#include "constructs/draft.h"

namespace constructs {

struct AccessLogs {
  aws::s3::Bucket::Handle bucket;
  cfn::Resource policy;  ///< the load balancer checks its right to write when the logs are turned on
};

/// A bucket for the load balancer's access logs ("Access logs for your Network Load Balancer").
AccessLogs addAccessLogs(Draft&, const config::AccessLogs&);

}  // namespace constructs
