// error: not usable in a constant expression|is not a constant expression
#include "aws/efs.h"

#ifdef RIGHT
aws::efs::FileSystem files(const char*) { return {.ThroughputMode = "elastic"}; }
#else
aws::efs::FileSystem files(const char* mode) { return {.ThroughputMode = mode}; }
#endif
