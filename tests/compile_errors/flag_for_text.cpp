// error: could not convert|no viable conversion|no matching constructor|no matching function
#include "aws/ec2.h"

#ifdef RIGHT
aws::ec2::VPC vpc{.CidrBlock = "10.0.0.0/16"};
#else
aws::ec2::VPC vpc{.CidrBlock = true};
#endif
