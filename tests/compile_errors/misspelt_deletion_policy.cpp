// error: is not a member of|no member named
#include "aws/rds.h"

#ifdef RIGHT
void keep(cfn::Template& stack, const aws::rds::DBInstance::Handle& database) {
  stack.onDeletion(database, cfn::DeletionPolicy::Snapshot);
}
#else
void keep(cfn::Template& stack, const aws::rds::DBInstance::Handle& database) {
  stack.onDeletion(database, cfn::DeletionPolicy::Snapshto);
}
#endif
