// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#pragma once

#include "cloudformation/template.h"

namespace aws::logs {

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html
struct LogGroup {
  static constexpr std::string_view type = "AWS::Logs::LogGroup";
  cfn::Property<bool> BearerTokenAuthenticationEnabled{};
  cfn::Property<cfn::Json> DataProtectionPolicy{};
  cfn::Property<bool> DeletionProtectionEnabled{};
  cfn::Property<std::vector<cfn::Json>> FieldIndexPolicies{};
  cfn::Property<std::string> KmsKeyId{};
  cfn::Property<cfn::OneOf<"STANDARD", "INFREQUENT_ACCESS", "DELIVERY">> LogGroupClass{};
  cfn::Property<std::string> LogGroupName{};
  cfn::Property<cfn::Json> ResourcePolicyDocument{};
  cfn::Property<std::int64_t> RetentionInDays{};
  cfn::Property<std::vector<cfn::Tag>> Tags{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::Logs::LogGroup">> {
    using cfn::Handle<cfn::Typed<"AWS::Logs::LogGroup">>::Handle;
    cfn::Expression arn() const { return {getAtt("Arn")}; }
  };
};
cfn::Map properties(const LogGroup&);

}  // namespace aws::logs
