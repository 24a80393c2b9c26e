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

cfn::Value metric_filter::toValue(const Dimension& v) {
  return cfn::fields({
      {"Key", v.Key},
      {"Value", v.Value},
  });
}

cfn::Value metric_filter::toValue(const MetricTransformation& v) {
  return cfn::fields({
      {"DefaultValue", v.DefaultValue},
      {"Dimensions", v.Dimensions},
      {"MetricName", v.MetricName},
      {"MetricNamespace", v.MetricNamespace},
      {"MetricValue", v.MetricValue},
      {"Unit", v.Unit},
  });
}

cfn::Map properties(const MetricFilter& v) {
  return cfn::fields({
      {"ApplyOnTransformedLogs", v.ApplyOnTransformedLogs},
      {"EmitSystemFieldDimensions", v.EmitSystemFieldDimensions},
      {"FieldSelectionCriteria", v.FieldSelectionCriteria},
      {"FilterName", v.FilterName},
      {"FilterPattern", v.FilterPattern},
      {"LogGroupName", v.LogGroupName},
      {"MetricTransformations", v.MetricTransformations},
  });
}

}  // namespace aws::logs
