#pragma once

#include "cloudformation/property.h"

/// Attributes that a resource has beside its properties ("Resource attribute reference").
namespace cfn {

/// What happens to a resource that leaves the stack, or that an update replaces ("DeletionPolicy attribute").
/// RetainExceptOnCreate lets a creation that fails clean up; for a replacement it is Retain.
enum class DeletionPolicy { Delete, Retain, RetainExceptOnCreate, Snapshot };

/// How many success signals a new resource waits for, and how long (ISO 8601 duration) ("CreationPolicy attribute").
struct CreationPolicy {
  Required<std::int64_t> Count;
  Required<std::string> Timeout;
};
Value toValue(const CreationPolicy&);

/// An Auto Scaling group replaces its instances in batches ("UpdatePolicy attribute").
struct AutoScalingRollingUpdate {
  Property<std::int64_t> MaxBatchSize{};
  Property<std::int64_t> MinInstancesInService{};
  Property<std::string> PauseTime{};  ///< ISO 8601 duration
  Property<std::vector<OneOf<"AddToLoadBalancer", "AlarmNotification", "AZRebalance", "HealthCheck", "InstanceRefresh",
                             "Launch", "ReplaceUnhealthy", "ScheduledActions", "Terminate">>>
      SuspendProcesses{};
  Property<bool> WaitOnResourceSignals{};
};
Value toValue(const AutoScalingRollingUpdate&);

/// An Auto Scaling group is itself replaced, and the old one stays until the new one stands.
struct AutoScalingReplacingUpdate {
  Required<bool> WillReplace;
};
Value toValue(const AutoScalingReplacingUpdate&);

}  // namespace cfn
