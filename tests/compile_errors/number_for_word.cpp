// error: could not convert|no viable conversion|no matching constructor|no matching function
#include "aws/efs.h"

#ifdef RIGHT
aws::efs::FileSystem files{.ThroughputMode = "bursting"};
#else
aws::efs::FileSystem files{.ThroughputMode = 1};
#endif
