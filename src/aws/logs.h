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

namespace metric_filter {
struct Dimension {
  cfn::Required<std::string> Key;
  cfn::Required<std::string> Value;
};
cfn::Value toValue(const Dimension&);

struct MetricTransformation {
  cfn::Property<double> DefaultValue{};
  cfn::Property<std::vector<metric_filter::Dimension>> Dimensions{};
  cfn::Required<std::string> MetricName;
  cfn::Required<std::string> MetricNamespace;
  cfn::Required<std::string> MetricValue;
  cfn::Property<cfn::OneOf<"Seconds", "Microseconds", "Milliseconds", "Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes", "Bits", "Kilobits", "Megabits", "Gigabits", "Terabits", "Percent", "Count", "Bytes/Second", "Kilobytes/Second", "Megabytes/Second", "Gigabytes/Second", "Terabytes/Second", "Bits/Second", "Kilobits/Second", "Megabits/Second", "Gigabits/Second", "Terabits/Second", "Count/Second", "None">> Unit{};
};
cfn::Value toValue(const MetricTransformation&);

}  // namespace metric_filter

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-metricfilter.html
struct MetricFilter {
  static constexpr std::string_view type = "AWS::Logs::MetricFilter";
  cfn::Property<bool> ApplyOnTransformedLogs{};
  cfn::Property<std::vector<std::string>> EmitSystemFieldDimensions{};
  cfn::Property<std::string> FieldSelectionCriteria{};
  cfn::Property<std::string> FilterName{};
  cfn::Required<std::string> FilterPattern;
  cfn::Required<cfn::Id<"AWS::Logs::LogGroup">> LogGroupName;
  cfn::Required<std::vector<metric_filter::MetricTransformation>> MetricTransformations;

  struct Handle : cfn::Handle<cfn::Typed<"AWS::Logs::MetricFilter">> {
    using cfn::Handle<cfn::Typed<"AWS::Logs::MetricFilter">>::Handle;
  };
};
cfn::Map properties(const MetricFilter&);

}  // namespace aws::logs
