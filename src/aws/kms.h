// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#pragma once

#include "cloudformation/template.h"

namespace aws::kms {

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-alias.html
struct Alias {
  static constexpr std::string_view type = "AWS::KMS::Alias";
  cfn::Required<std::string> AliasName;
  cfn::Required<std::string> TargetKeyId;

  struct Handle : cfn::Handle<cfn::Typed<"AWS::KMS::Alias">> {
    using cfn::Handle<cfn::Typed<"AWS::KMS::Alias">>::Handle;
  };
};
cfn::Map properties(const Alias&);

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html
struct Key {
  static constexpr std::string_view type = "AWS::KMS::Key";
  cfn::Property<bool> BypassPolicyLockoutSafetyCheck{};
  cfn::Property<std::string> Description{};
  cfn::Property<bool> EnableKeyRotation{};
  cfn::Property<bool> Enabled{};
  cfn::Property<cfn::Json> KeyPolicy{};
  cfn::Property<cfn::OneOf<"SYMMETRIC_DEFAULT", "RSA_2048", "RSA_3072", "RSA_4096", "ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521", "ECC_SECG_P256K1", "HMAC_224", "HMAC_256", "HMAC_384", "HMAC_512", "SM2", "ML_DSA_44", "ML_DSA_65", "ML_DSA_87", "ECC_NIST_EDWARDS25519">> KeySpec{};
  cfn::Property<cfn::OneOf<"ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT">> KeyUsage{};
  cfn::Property<bool> MultiRegion{};
  cfn::Property<cfn::OneOf<"AWS_KMS", "EXTERNAL">> Origin{};
  cfn::Property<std::int64_t> PendingWindowInDays{};
  cfn::Property<std::int64_t> RotationPeriodInDays{};
  cfn::Property<std::vector<cfn::Tag>> Tags{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::KMS::Key.Id">> {
    using cfn::Handle<cfn::Typed<"AWS::KMS::Key.Id">>::Handle;
    cfn::Typed<"AWS::KMS::Key.Arn"> arn() const { return {getAtt("Arn")}; }
    cfn::Typed<"AWS::KMS::Key.Id"> keyId() const { return {getAtt("KeyId")}; }
  };
};
cfn::Map properties(const Key&);

}  // namespace aws::kms
