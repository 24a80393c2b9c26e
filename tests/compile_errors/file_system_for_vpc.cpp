// error: could not convert|no viable conversion|no matching constructor|no matching function
#include "aws/ec2.h"
#include "aws/efs.h"

#ifdef RIGHT
aws::ec2::Subnet add(const aws::efs::FileSystem::Handle&) { return {.VpcId = "vpc-1"}; }
#else
aws::ec2::Subnet add(const aws::efs::FileSystem::Handle& files) { return {.VpcId = files}; }
#endif
