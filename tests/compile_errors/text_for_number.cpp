// error: could not convert|no viable conversion|no matching constructor|no matching function
#include "aws/ec2.h"

#ifdef RIGHT
aws::ec2::Volume volume{.Size = 8};
#else
aws::ec2::Volume volume{.Size = "8"};
#endif
