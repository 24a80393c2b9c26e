// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#include "aws/iam.h"

namespace aws::iam {

cfn::Map properties(const InstanceProfile& v) {
  return cfn::fields({
      {"InstanceProfileName", v.InstanceProfileName},
      {"Path", v.Path},
      {"Roles", v.Roles},
  });
}

cfn::Map properties(const ManagedPolicy& v) {
  return cfn::fields({
      {"Description", v.Description},
      {"Groups", v.Groups},
      {"ManagedPolicyName", v.ManagedPolicyName},
      {"Path", v.Path},
      {"PolicyDocument", v.PolicyDocument},
      {"Roles", v.Roles},
      {"Users", v.Users},
  });
}

cfn::Map properties(const OIDCProvider& v) {
  return cfn::fields({
      {"ClientIdList", v.ClientIdList},
      {"Tags", v.Tags},
      {"ThumbprintList", v.ThumbprintList},
      {"Url", v.Url},
  });
}

cfn::Map properties(const Policy& v) {
  return cfn::fields({
      {"Groups", v.Groups},
      {"PolicyDocument", v.PolicyDocument},
      {"PolicyName", v.PolicyName},
      {"Roles", v.Roles},
      {"Users", v.Users},
  });
}

cfn::Value role::toValue(const Policy& v) {
  return cfn::fields({
      {"PolicyDocument", v.PolicyDocument},
      {"PolicyName", v.PolicyName},
  });
}

cfn::Map properties(const Role& v) {
  return cfn::fields({
      {"AssumeRolePolicyDocument", v.AssumeRolePolicyDocument},
      {"Description", v.Description},
      {"ManagedPolicyArns", v.ManagedPolicyArns},
      {"MaxSessionDuration", v.MaxSessionDuration},
      {"Path", v.Path},
      {"PermissionsBoundary", v.PermissionsBoundary},
      {"Policies", v.Policies},
      {"RoleName", v.RoleName},
      {"Tags", v.Tags},
  });
}

}  // namespace aws::iam
