// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#include "aws/secretsmanager.h"

namespace aws::secretsmanager {

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

}  // namespace aws::secretsmanager
