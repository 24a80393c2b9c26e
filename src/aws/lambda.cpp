// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#include "aws/lambda.h"

namespace aws::lambda {

cfn::Value function::toValue(const LambdaManagedInstancesCapacityProviderConfig& v) {
  return cfn::fields({
      {"CapacityProviderArn", v.CapacityProviderArn},
      {"ExecutionEnvironmentMemoryGiBPerVCpu", v.ExecutionEnvironmentMemoryGiBPerVCpu},
      {"PerExecutionEnvironmentMaxConcurrency", v.PerExecutionEnvironmentMaxConcurrency},
  });
}

cfn::Value function::toValue(const CapacityProviderConfig& v) {
  return cfn::fields({
      {"LambdaManagedInstancesCapacityProviderConfig", v.LambdaManagedInstancesCapacityProviderConfig},
  });
}

cfn::Value function::toValue(const Code& v) {
  return cfn::fields({
      {"ImageUri", v.ImageUri},
      {"S3Bucket", v.S3Bucket},
      {"S3Key", v.S3Key},
      {"S3ObjectStorageMode", v.S3ObjectStorageMode},
      {"S3ObjectVersion", v.S3ObjectVersion},
      {"SourceKMSKeyArn", v.SourceKMSKeyArn},
      {"ZipFile", v.ZipFile},
  });
}

cfn::Value function::toValue(const DeadLetterConfig& v) {
  return cfn::fields({
      {"TargetArn", v.TargetArn},
  });
}

cfn::Value function::toValue(const DurableConfig& v) {
  return cfn::fields({
      {"ExecutionTimeout", v.ExecutionTimeout},
      {"RetentionPeriodInDays", v.RetentionPeriodInDays},
  });
}

cfn::Value function::toValue(const Environment& v) {
  return cfn::fields({
      {"Variables", v.Variables},
  });
}

cfn::Value function::toValue(const EphemeralStorage& v) {
  return cfn::fields({
      {"Size", v.Size},
  });
}

cfn::Value function::toValue(const FileSystemConfig& v) {
  return cfn::fields({
      {"Arn", v.Arn},
      {"LocalMountPath", v.LocalMountPath},
  });
}

cfn::Value function::toValue(const FunctionScalingConfig& v) {
  return cfn::fields({
      {"MaxExecutionEnvironments", v.MaxExecutionEnvironments},
      {"MinExecutionEnvironments", v.MinExecutionEnvironments},
  });
}

cfn::Value function::toValue(const ImageConfig& v) {
  return cfn::fields({
      {"Command", v.Command},
      {"EntryPoint", v.EntryPoint},
      {"WorkingDirectory", v.WorkingDirectory},
  });
}

cfn::Value function::toValue(const LoggingConfig& v) {
  return cfn::fields({
      {"ApplicationLogLevel", v.ApplicationLogLevel},
      {"LogFormat", v.LogFormat},
      {"LogGroup", v.LogGroup},
      {"SystemLogLevel", v.SystemLogLevel},
  });
}

cfn::Value function::toValue(const RuntimeManagementConfig& v) {
  return cfn::fields({
      {"RuntimeVersionArn", v.RuntimeVersionArn},
      {"UpdateRuntimeOn", v.UpdateRuntimeOn},
  });
}

cfn::Value function::toValue(const SnapStart& v) {
  return cfn::fields({
      {"ApplyOn", v.ApplyOn},
  });
}

cfn::Value function::toValue(const TenancyConfig& v) {
  return cfn::fields({
      {"TenantIsolationMode", v.TenantIsolationMode},
  });
}

cfn::Value function::toValue(const TracingConfig& v) {
  return cfn::fields({
      {"Mode", v.Mode},
  });
}

cfn::Value function::toValue(const VpcConfig& v) {
  return cfn::fields({
      {"Ipv6AllowedForDualStack", v.Ipv6AllowedForDualStack},
      {"SecurityGroupIds", v.SecurityGroupIds},
      {"SubnetIds", v.SubnetIds},
  });
}

cfn::Map properties(const Function& v) {
  return cfn::fields({
      {"Architectures", v.Architectures},
      {"CapacityProviderConfig", v.CapacityProviderConfig},
      {"Code", v.Code},
      {"CodeSigningConfigArn", v.CodeSigningConfigArn},
      {"DeadLetterConfig", v.DeadLetterConfig},
      {"Description", v.Description},
      {"DurableConfig", v.DurableConfig},
      {"Environment", v.Environment},
      {"EphemeralStorage", v.EphemeralStorage},
      {"FileSystemConfigs", v.FileSystemConfigs},
      {"FunctionName", v.FunctionName},
      {"FunctionScalingConfig", v.FunctionScalingConfig},
      {"Handler", v.Handler},
      {"ImageConfig", v.ImageConfig},
      {"KmsKeyArn", v.KmsKeyArn},
      {"Layers", v.Layers},
      {"LoggingConfig", v.LoggingConfig},
      {"MemorySize", v.MemorySize},
      {"PackageType", v.PackageType},
      {"PublishToLatestPublished", v.PublishToLatestPublished},
      {"RecursiveLoop", v.RecursiveLoop},
      {"ReservedConcurrentExecutions", v.ReservedConcurrentExecutions},
      {"Role", v.Role},
      {"Runtime", v.Runtime},
      {"RuntimeManagementConfig", v.RuntimeManagementConfig},
      {"SnapStart", v.SnapStart},
      {"Tags", v.Tags},
      {"TenancyConfig", v.TenancyConfig},
      {"Timeout", v.Timeout},
      {"TracingConfig", v.TracingConfig},
      {"VpcConfig", v.VpcConfig},
  });
}

cfn::Map properties(const Permission& v) {
  return cfn::fields({
      {"Action", v.Action},
      {"EventSourceToken", v.EventSourceToken},
      {"FunctionName", v.FunctionName},
      {"FunctionUrlAuthType", v.FunctionUrlAuthType},
      {"InvokedViaFunctionUrl", v.InvokedViaFunctionUrl},
      {"Principal", v.Principal},
      {"PrincipalOrgID", v.PrincipalOrgID},
      {"SourceAccount", v.SourceAccount},
      {"SourceArn", v.SourceArn},
  });
}

}  // namespace aws::lambda
