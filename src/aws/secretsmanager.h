// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#pragma once

#include "cloudformation/template.h"

namespace aws::secretsmanager {

namespace rotation_schedule {
struct ExternalSecretRotationMetadataItem {
  cfn::Required<std::string> Key;
  cfn::Required<std::string> Value;
};
cfn::Value toValue(const ExternalSecretRotationMetadataItem&);

struct HostedRotationLambda {
  cfn::Property<std::string> ExcludeCharacters{};
  cfn::Property<cfn::Id<"AWS::KMS::Key.Arn">> KmsKeyArn{};
  cfn::Property<std::string> MasterSecretArn{};
  cfn::Property<std::string> MasterSecretKmsKeyArn{};
  cfn::Property<std::string> RotationLambdaName{};
  cfn::Required<std::string> RotationType;
  cfn::Property<std::string> Runtime{};
  cfn::Property<std::string> SuperuserSecretArn{};
  cfn::Property<std::string> SuperuserSecretKmsKeyArn{};
  cfn::Property<std::string> VpcSecurityGroupIds{};
  cfn::Property<std::string> VpcSubnetIds{};
};
cfn::Value toValue(const HostedRotationLambda&);

struct RotationRules {
  cfn::Property<std::int64_t> AutomaticallyAfterDays{};
  cfn::Property<std::string> Duration{};
  cfn::Property<std::string> ScheduleExpression{};
};
cfn::Value toValue(const RotationRules&);

}  // namespace rotation_schedule

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-rotationschedule.html
struct RotationSchedule {
  static constexpr std::string_view type = "AWS::SecretsManager::RotationSchedule";
  cfn::Property<std::vector<rotation_schedule::ExternalSecretRotationMetadataItem>> ExternalSecretRotationMetadata{};
  cfn::Property<cfn::Id<"AWS::IAM::Role.Arn">> ExternalSecretRotationRoleArn{};
  cfn::Property<rotation_schedule::HostedRotationLambda> HostedRotationLambda{};
  cfn::Property<bool> RotateImmediatelyOnUpdate{};
  cfn::Property<std::string> RotationLambdaARN{};
  cfn::Property<rotation_schedule::RotationRules> RotationRules{};
  cfn::Required<cfn::Id<"AWS::SecretsManager::Secret">> SecretId;

  struct Handle : cfn::Handle<cfn::Typed<"AWS::SecretsManager::RotationSchedule">> {
    using cfn::Handle<cfn::Typed<"AWS::SecretsManager::RotationSchedule">>::Handle;
    cfn::Expression id() const { return {getAtt("Id")}; }
  };
};
cfn::Map properties(const RotationSchedule&);

namespace secret {
struct GenerateSecretString {
  cfn::Property<std::string> ExcludeCharacters{};
  cfn::Property<bool> ExcludeLowercase{};
  cfn::Property<bool> ExcludeNumbers{};
  cfn::Property<bool> ExcludePunctuation{};
  cfn::Property<bool> ExcludeUppercase{};
  cfn::Property<std::string> GenerateStringKey{};
  cfn::Property<bool> IncludeSpace{};
  cfn::Property<std::int64_t> PasswordLength{};
  cfn::Property<bool> RequireEachIncludedType{};
  cfn::Property<std::string> SecretStringTemplate{};
};
cfn::Value toValue(const GenerateSecretString&);

struct ReplicaRegion {
  cfn::Property<std::string> KmsKeyId{};
  cfn::Required<std::string> Region;
};
cfn::Value toValue(const ReplicaRegion&);

}  // namespace secret

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html
struct Secret {
  static constexpr std::string_view type = "AWS::SecretsManager::Secret";
  cfn::Property<std::string> Description{};
  cfn::Property<secret::GenerateSecretString> GenerateSecretString{};
  cfn::Property<std::string> KmsKeyId{};
  cfn::Property<std::string> Name{};
  cfn::Property<std::vector<secret::ReplicaRegion>> ReplicaRegions{};
  cfn::Property<std::string> SecretString{};
  cfn::Property<std::vector<cfn::Tag>> Tags{};
  cfn::Property<std::string> Type{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::SecretsManager::Secret">> {
    using cfn::Handle<cfn::Typed<"AWS::SecretsManager::Secret">>::Handle;
    cfn::Expression id() const { return {getAtt("Id")}; }
  };
};
cfn::Map properties(const Secret&);

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secrettargetattachment.html
struct SecretTargetAttachment {
  static constexpr std::string_view type = "AWS::SecretsManager::SecretTargetAttachment";
  cfn::Required<cfn::Id<"AWS::SecretsManager::Secret">> SecretId;
  cfn::Required<std::string> TargetId;
  cfn::Required<std::string> TargetType;

  struct Handle : cfn::Handle<cfn::Typed<"AWS::SecretsManager::SecretTargetAttachment">> {
    using cfn::Handle<cfn::Typed<"AWS::SecretsManager::SecretTargetAttachment">>::Handle;
    cfn::Expression id() const { return {getAtt("Id")}; }
  };
};
cfn::Map properties(const SecretTargetAttachment&);

}  // namespace aws::secretsmanager
