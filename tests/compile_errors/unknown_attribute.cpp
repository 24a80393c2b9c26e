// error: has no member named|no member named
#include "aws/rds.h"

#ifdef RIGHT
auto host(const aws::rds::DBInstance::Handle& database) { return database.endpointAddress(); }
#else
auto host(const aws::rds::DBInstance::Handle& database) { return database.endpointHost(); }
#endif
