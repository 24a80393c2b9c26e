// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#include "aws/logs.h"

namespace aws::logs {

cfn::Map properties(const LogGroup& v) {
  return cfn::fields({
      {"BearerTokenAuthenticationEnabled", v.BearerTokenAuthenticationEnabled},
      {"DataProtectionPolicy", v.DataProtectionPolicy},
      {"DeletionProtectionEnabled", v.DeletionProtectionEnabled},
      {"FieldIndexPolicies", v.FieldIndexPolicies},
      {"KmsKeyId", v.KmsKeyId},
      {"LogGroupClass", v.LogGroupClass},
      {"LogGroupName", v.LogGroupName},
      {"ResourcePolicyDocument", v.ResourcePolicyDocument},
      {"RetentionInDays", v.RetentionInDays},
      {"Tags", v.Tags},
  });
}

}  // namespace aws::logs
