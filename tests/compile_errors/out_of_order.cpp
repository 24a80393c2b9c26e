// error: designator order|declaration order
#include "aws/ec2.h"

#ifdef RIGHT
aws::ec2::VPC vpc{.CidrBlock = "10.0.0.0/16", .EnableDnsSupport = true};
#else
aws::ec2::VPC vpc{.EnableDnsSupport = true, .CidrBlock = "10.0.0.0/16"};
#endif
