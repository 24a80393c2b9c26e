#pragma once

#include "aws/s3.h"
#include "config/config.h"

namespace constructs {

struct AccessLogs {
  aws::s3::Bucket::Handle bucket;
  cfn::Resource policy;  ///< the load balancer checks its right to write when the logs are turned on
};

/// A bucket for the load balancer's access logs ("Access logs for your Network Load Balancer").
AccessLogs addAccessLogs(cfn::Template&, const config::AccessLogs&);

}  // namespace constructs
