// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#pragma once

#include "cloudformation/template.h"

namespace aws::cloudwatch {

namespace alarm {
struct Dimension {
  cfn::Required<std::string> Name;
  cfn::Required<std::string> Value;
};
cfn::Value toValue(const Dimension&);

struct AlarmPromQLCriteria {
  cfn::Property<std::int64_t> PendingPeriod{};
  cfn::Property<std::string> Query{};
  cfn::Property<std::int64_t> RecoveryPeriod{};
};
cfn::Value toValue(const AlarmPromQLCriteria&);

struct EvaluationCriteria {
  cfn::Property<alarm::AlarmPromQLCriteria> PromQLCriteria{};
};
cfn::Value toValue(const EvaluationCriteria&);

struct Metric {
  cfn::Property<std::vector<alarm::Dimension>> Dimensions{};
  cfn::Property<std::string> MetricName{};
  cfn::Property<std::string> Namespace{};
};
cfn::Value toValue(const Metric&);

struct MetricStat {
  cfn::Required<alarm::Metric> Metric;
  cfn::Required<std::int64_t> Period;
  cfn::Required<std::string> Stat;
  cfn::Property<cfn::OneOf<"Bits", "Bits/Second", "Bytes", "Bytes/Second", "Count", "Count/Second", "Gigabits", "Gigabits/Second", "Gigabytes", "Gigabytes/Second", "Kilobits", "Kilobits/Second", "Kilobytes", "Kilobytes/Second", "Megabits", "Megabits/Second", "Megabytes", "Megabytes/Second", "Microseconds", "Milliseconds", "None", "Percent", "Seconds", "Terabits", "Terabits/Second", "Terabytes", "Terabytes/Second">> Unit{};
};
cfn::Value toValue(const MetricStat&);

struct MetricDataQuery {
  cfn::Property<std::string> AccountId{};
  cfn::Property<std::string> Expression{};
  cfn::Required<std::string> Id;
  cfn::Property<std::string> Label{};
  cfn::Property<alarm::MetricStat> MetricStat{};
  cfn::Property<std::int64_t> Period{};
  cfn::Property<bool> ReturnData{};
};
cfn::Value toValue(const MetricDataQuery&);

}  // namespace alarm

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarm.html
struct Alarm {
  static constexpr std::string_view type = "AWS::CloudWatch::Alarm";
  cfn::Property<bool> ActionsEnabled{};
  cfn::Property<std::vector<std::string>> AlarmActions{};
  cfn::Property<std::string> AlarmDescription{};
  cfn::Property<std::string> AlarmName{};
  cfn::Property<cfn::OneOf<"GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "GreaterThanUpperThreshold", "LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "LessThanOrEqualToThreshold", "LessThanThreshold">> ComparisonOperator{};
  cfn::Property<std::int64_t> DatapointsToAlarm{};
  cfn::Property<std::vector<alarm::Dimension>> Dimensions{};
  cfn::Property<std::string> EvaluateLowSampleCountPercentile{};
  cfn::Property<alarm::EvaluationCriteria> EvaluationCriteria{};
  cfn::Property<std::int64_t> EvaluationInterval{};
  cfn::Property<std::int64_t> EvaluationPeriods{};
  cfn::Property<std::string> ExtendedStatistic{};
  cfn::Property<std::vector<std::string>> InsufficientDataActions{};
  cfn::Property<std::string> MetricName{};
  cfn::Property<std::vector<alarm::MetricDataQuery>> Metrics{};
  cfn::Property<std::string> Namespace{};
  cfn::Property<std::vector<std::string>> OKActions{};
  cfn::Property<std::int64_t> Period{};
  cfn::Property<cfn::OneOf<"Average", "Maximum", "Minimum", "SampleCount", "Sum">> Statistic{};
  cfn::Property<std::vector<cfn::Tag>> Tags{};
  cfn::Property<double> Threshold{};
  cfn::Property<std::string> ThresholdMetricId{};
  cfn::Property<cfn::OneOf<"breaching", "ignore", "missing", "notBreaching">> TreatMissingData{};
  cfn::Property<cfn::OneOf<"Bits", "Bits/Second", "Bytes", "Bytes/Second", "Count", "Count/Second", "Gigabits", "Gigabits/Second", "Gigabytes", "Gigabytes/Second", "Kilobits", "Kilobits/Second", "Kilobytes", "Kilobytes/Second", "Megabits", "Megabits/Second", "Megabytes", "Megabytes/Second", "Microseconds", "Milliseconds", "None", "Percent", "Seconds", "Terabits", "Terabits/Second", "Terabytes", "Terabytes/Second">> Unit{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::CloudWatch::Alarm">> {
    using cfn::Handle<cfn::Typed<"AWS::CloudWatch::Alarm">>::Handle;
    cfn::Expression arn() const { return {getAtt("Arn")}; }
  };
};
cfn::Map properties(const Alarm&);

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-compositealarm.html
struct CompositeAlarm {
  static constexpr std::string_view type = "AWS::CloudWatch::CompositeAlarm";
  cfn::Property<bool> ActionsEnabled{};
  cfn::Property<std::string> ActionsSuppressor{};
  cfn::Property<std::int64_t> ActionsSuppressorExtensionPeriod{};
  cfn::Property<std::int64_t> ActionsSuppressorWaitPeriod{};
  cfn::Property<std::vector<std::string>> AlarmActions{};
  cfn::Property<std::string> AlarmDescription{};
  cfn::Property<std::string> AlarmName{};
  cfn::Required<std::string> AlarmRule;
  cfn::Property<std::vector<std::string>> InsufficientDataActions{};
  cfn::Property<std::vector<std::string>> OKActions{};
  cfn::Property<std::vector<cfn::Tag>> Tags{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::CloudWatch::CompositeAlarm">> {
    using cfn::Handle<cfn::Typed<"AWS::CloudWatch::CompositeAlarm">>::Handle;
    cfn::Expression arn() const { return {getAtt("Arn")}; }
  };
};
cfn::Map properties(const CompositeAlarm&);

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-dashboard.html
struct Dashboard {
  static constexpr std::string_view type = "AWS::CloudWatch::Dashboard";
  cfn::Required<std::string> DashboardBody;
  cfn::Property<std::string> DashboardName{};
  cfn::Property<std::vector<cfn::Tag>> Tags{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::CloudWatch::Dashboard">> {
    using cfn::Handle<cfn::Typed<"AWS::CloudWatch::Dashboard">>::Handle;
  };
};
cfn::Map properties(const Dashboard&);

}  // namespace aws::cloudwatch
