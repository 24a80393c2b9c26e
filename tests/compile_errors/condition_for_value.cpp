// error: could not convert|no viable conversion|no matching constructor|no matching function
#include "aws/ec2.h"

#ifdef RIGHT
aws::ec2::VPC add(const cfn::Condition& wide) { return {.CidrBlock = cfn::if_(wide, "10.0.0.0/16", "10.0.0.0/24")}; }
#else
aws::ec2::VPC add(const cfn::Condition& wide) { return {.CidrBlock = wide}; }
#endif
