// error: could not convert|no viable conversion|no matching constructor|no matching function
#include "aws/ec2.h"

#ifdef RIGHT
aws::ec2::Subnet add(const aws::ec2::VPC::Handle& vpc) { return {.VpcId = vpc}; }
#else
aws::ec2::Subnet add(const aws::ec2::Subnet::Handle& subnet) { return {.VpcId = subnet}; }
#endif
