// error: could not convert|no viable conversion|no matching constructor|no matching function
#include "aws/ec2.h"
#include "aws/rds.h"

#ifdef RIGHT
aws::rds::DBSubnetGroup add(const std::vector<aws::ec2::Subnet::Handle>& subnets) {
  return {.DBSubnetGroupDescription = "Database", .SubnetIds = subnets};
}
#else
aws::rds::DBSubnetGroup add(const std::vector<aws::ec2::SecurityGroup::Handle>& groups) {
  return {.DBSubnetGroupDescription = "Database", .SubnetIds = groups};
}
#endif
