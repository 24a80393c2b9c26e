// error: could not convert|no viable conversion|no matching constructor|no matching function
#include "aws/iam.h"
#include "aws/rds.h"

#ifdef RIGHT
aws::rds::DBInstance add(const aws::iam::Role::Handle& role) { return {.MonitoringRoleArn = role.arn()}; }
#else
aws::rds::DBInstance add(const aws::iam::Role::Handle& role) { return {.MonitoringRoleArn = role}; }
#endif
