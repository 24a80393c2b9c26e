// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#include "aws/kms.h"

namespace aws::kms {

cfn::Map properties(const Alias& v) {
  return cfn::fields({
      {"AliasName", v.AliasName},
      {"TargetKeyId", v.TargetKeyId},
  });
}

cfn::Map properties(const Key& v) {
  return cfn::fields({
      {"BypassPolicyLockoutSafetyCheck", v.BypassPolicyLockoutSafetyCheck},
      {"Description", v.Description},
      {"EnableKeyRotation", v.EnableKeyRotation},
      {"Enabled", v.Enabled},
      {"KeyPolicy", v.KeyPolicy},
      {"KeySpec", v.KeySpec},
      {"KeyUsage", v.KeyUsage},
      {"MultiRegion", v.MultiRegion},
      {"Origin", v.Origin},
      {"PendingWindowInDays", v.PendingWindowInDays},
      {"RotationPeriodInDays", v.RotationPeriodInDays},
      {"Tags", v.Tags},
  });
}

}  // namespace aws::kms
