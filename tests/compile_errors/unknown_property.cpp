// error: has no non-static data member named|does not refer to any field
#include "aws/ec2.h"

#ifdef RIGHT
aws::ec2::VPC vpc{.CidrBlock = "10.0.0.0/16"};
#else
aws::ec2::VPC vpc{.CidrBlok = "10.0.0.0/16"};
#endif
