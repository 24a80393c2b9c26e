// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#pragma once

#include "cloudformation/template.h"

namespace aws::secretsmanager {

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

}  // namespace aws::secretsmanager
