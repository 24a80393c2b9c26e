// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#include "aws/cloudwatch.h"

namespace aws::cloudwatch {

cfn::Value alarm::toValue(const Dimension& v) {
  return cfn::fields({
      {"Name", v.Name},
      {"Value", v.Value},
  });
}

cfn::Value alarm::toValue(const AlarmPromQLCriteria& v) {
  return cfn::fields({
      {"PendingPeriod", v.PendingPeriod},
      {"Query", v.Query},
      {"RecoveryPeriod", v.RecoveryPeriod},
  });
}

cfn::Value alarm::toValue(const EvaluationCriteria& v) {
  return cfn::fields({
      {"PromQLCriteria", v.PromQLCriteria},
  });
}

cfn::Value alarm::toValue(const Metric& v) {
  return cfn::fields({
      {"Dimensions", v.Dimensions},
      {"MetricName", v.MetricName},
      {"Namespace", v.Namespace},
  });
}

cfn::Value alarm::toValue(const MetricStat& v) {
  return cfn::fields({
      {"Metric", v.Metric},
      {"Period", v.Period},
      {"Stat", v.Stat},
      {"Unit", v.Unit},
  });
}

cfn::Value alarm::toValue(const MetricDataQuery& v) {
  return cfn::fields({
      {"AccountId", v.AccountId},
      {"Expression", v.Expression},
      {"Id", v.Id},
      {"Label", v.Label},
      {"MetricStat", v.MetricStat},
      {"Period", v.Period},
      {"ReturnData", v.ReturnData},
  });
}

cfn::Map properties(const Alarm& v) {
  return cfn::fields({
      {"ActionsEnabled", v.ActionsEnabled},
      {"AlarmActions", v.AlarmActions},
      {"AlarmDescription", v.AlarmDescription},
      {"AlarmName", v.AlarmName},
      {"ComparisonOperator", v.ComparisonOperator},
      {"DatapointsToAlarm", v.DatapointsToAlarm},
      {"Dimensions", v.Dimensions},
      {"EvaluateLowSampleCountPercentile", v.EvaluateLowSampleCountPercentile},
      {"EvaluationCriteria", v.EvaluationCriteria},
      {"EvaluationInterval", v.EvaluationInterval},
      {"EvaluationPeriods", v.EvaluationPeriods},
      {"ExtendedStatistic", v.ExtendedStatistic},
      {"InsufficientDataActions", v.InsufficientDataActions},
      {"MetricName", v.MetricName},
      {"Metrics", v.Metrics},
      {"Namespace", v.Namespace},
      {"OKActions", v.OKActions},
      {"Period", v.Period},
      {"Statistic", v.Statistic},
      {"Tags", v.Tags},
      {"Threshold", v.Threshold},
      {"ThresholdMetricId", v.ThresholdMetricId},
      {"TreatMissingData", v.TreatMissingData},
      {"Unit", v.Unit},
  });
}

cfn::Map properties(const CompositeAlarm& v) {
  return cfn::fields({
      {"ActionsEnabled", v.ActionsEnabled},
      {"ActionsSuppressor", v.ActionsSuppressor},
      {"ActionsSuppressorExtensionPeriod", v.ActionsSuppressorExtensionPeriod},
      {"ActionsSuppressorWaitPeriod", v.ActionsSuppressorWaitPeriod},
      {"AlarmActions", v.AlarmActions},
      {"AlarmDescription", v.AlarmDescription},
      {"AlarmName", v.AlarmName},
      {"AlarmRule", v.AlarmRule},
      {"InsufficientDataActions", v.InsufficientDataActions},
      {"OKActions", v.OKActions},
      {"Tags", v.Tags},
  });
}

cfn::Map properties(const Dashboard& v) {
  return cfn::fields({
      {"DashboardBody", v.DashboardBody},
      {"DashboardName", v.DashboardName},
      {"Tags", v.Tags},
  });
}

}  // namespace aws::cloudwatch
