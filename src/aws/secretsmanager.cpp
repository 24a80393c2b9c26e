// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#include "aws/secretsmanager.h"

namespace aws::secretsmanager {

cfn::Value rotation_schedule::toValue(const ExternalSecretRotationMetadataItem& v) {
  return cfn::fields({
      {"Key", v.Key},
      {"Value", v.Value},
  });
}

cfn::Value rotation_schedule::toValue(const HostedRotationLambda& v) {
  return cfn::fields({
      {"ExcludeCharacters", v.ExcludeCharacters},
      {"KmsKeyArn", v.KmsKeyArn},
      {"MasterSecretArn", v.MasterSecretArn},
      {"MasterSecretKmsKeyArn", v.MasterSecretKmsKeyArn},
      {"RotationLambdaName", v.RotationLambdaName},
      {"RotationType", v.RotationType},
      {"Runtime", v.Runtime},
      {"SuperuserSecretArn", v.SuperuserSecretArn},
      {"SuperuserSecretKmsKeyArn", v.SuperuserSecretKmsKeyArn},
      {"VpcSecurityGroupIds", v.VpcSecurityGroupIds},
      {"VpcSubnetIds", v.VpcSubnetIds},
  });
}

cfn::Value rotation_schedule::toValue(const RotationRules& v) {
  return cfn::fields({
      {"AutomaticallyAfterDays", v.AutomaticallyAfterDays},
      {"Duration", v.Duration},
      {"ScheduleExpression", v.ScheduleExpression},
  });
}

cfn::Map properties(const RotationSchedule& v) {
  return cfn::fields({
      {"ExternalSecretRotationMetadata", v.ExternalSecretRotationMetadata},
      {"ExternalSecretRotationRoleArn", v.ExternalSecretRotationRoleArn},
      {"HostedRotationLambda", v.HostedRotationLambda},
      {"RotateImmediatelyOnUpdate", v.RotateImmediatelyOnUpdate},
      {"RotationLambdaARN", v.RotationLambdaARN},
      {"RotationRules", v.RotationRules},
      {"SecretId", v.SecretId},
  });
}

cfn::Value secret::toValue(const GenerateSecretString& v) {
  return cfn::fields({
      {"ExcludeCharacters", v.ExcludeCharacters},
      {"ExcludeLowercase", v.ExcludeLowercase},
      {"ExcludeNumbers", v.ExcludeNumbers},
      {"ExcludePunctuation", v.ExcludePunctuation},
      {"ExcludeUppercase", v.ExcludeUppercase},
      {"GenerateStringKey", v.GenerateStringKey},
      {"IncludeSpace", v.IncludeSpace},
      {"PasswordLength", v.PasswordLength},
      {"RequireEachIncludedType", v.RequireEachIncludedType},
      {"SecretStringTemplate", v.SecretStringTemplate},
  });
}

cfn::Value secret::toValue(const ReplicaRegion& v) {
  return cfn::fields({
      {"KmsKeyId", v.KmsKeyId},
      {"Region", v.Region},
  });
}

cfn::Map properties(const Secret& v) {
  return cfn::fields({
      {"Description", v.Description},
      {"GenerateSecretString", v.GenerateSecretString},
      {"KmsKeyId", v.KmsKeyId},
      {"Name", v.Name},
      {"ReplicaRegions", v.ReplicaRegions},
      {"SecretString", v.SecretString},
      {"Tags", v.Tags},
      {"Type", v.Type},
  });
}

cfn::Map properties(const SecretTargetAttachment& v) {
  return cfn::fields({
      {"SecretId", v.SecretId},
      {"TargetId", v.TargetId},
      {"TargetType", v.TargetType},
  });
}

}  // namespace aws::secretsmanager
