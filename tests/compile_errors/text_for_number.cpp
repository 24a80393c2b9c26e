// error: could not convert|no viable conversion|no matching constructor|no matching function
#include "aws/rds.h"

#ifdef RIGHT
aws::rds::DBInstance database{.Iops = 8};
#else
aws::rds::DBInstance database{.Iops = "8"};
#endif
