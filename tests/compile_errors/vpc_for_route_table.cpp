// error: could not convert|no viable conversion|no matching constructor|no matching function
#include "aws/ec2.h"

#ifdef RIGHT
aws::ec2::Route add(const aws::ec2::RouteTable::Handle& table) { return {.RouteTableId = table}; }
#else
aws::ec2::Route add(const aws::ec2::VPC::Handle& vpc) { return {.RouteTableId = vpc}; }
#endif
