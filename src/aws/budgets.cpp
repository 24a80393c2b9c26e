// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#include "aws/budgets.h"

namespace aws::budgets {

cfn::Value budget::toValue(const HistoricalOptions& v) {
  return cfn::fields({
      {"BudgetAdjustmentPeriod", v.BudgetAdjustmentPeriod},
  });
}

cfn::Value budget::toValue(const AutoAdjustData& v) {
  return cfn::fields({
      {"AutoAdjustType", v.AutoAdjustType},
      {"HistoricalOptions", v.HistoricalOptions},
  });
}

cfn::Value budget::toValue(const Spend& v) {
  return cfn::fields({
      {"Amount", v.Amount},
      {"Unit", v.Unit},
  });
}

cfn::Value budget::toValue(const CostTypes& v) {
  return cfn::fields({
      {"IncludeCredit", v.IncludeCredit},
      {"IncludeDiscount", v.IncludeDiscount},
      {"IncludeOtherSubscription", v.IncludeOtherSubscription},
      {"IncludeRecurring", v.IncludeRecurring},
      {"IncludeRefund", v.IncludeRefund},
      {"IncludeSubscription", v.IncludeSubscription},
      {"IncludeSupport", v.IncludeSupport},
      {"IncludeTax", v.IncludeTax},
      {"IncludeUpfront", v.IncludeUpfront},
      {"UseAmortized", v.UseAmortized},
      {"UseBlended", v.UseBlended},
  });
}

cfn::Value budget::toValue(const CostCategoryValues& v) {
  return cfn::fields({
      {"Key", v.Key},
      {"MatchOptions", v.MatchOptions},
      {"Values", v.Values},
  });
}

cfn::Value budget::toValue(const ExpressionDimensionValues& v) {
  return cfn::fields({
      {"Key", v.Key},
      {"MatchOptions", v.MatchOptions},
      {"Values", v.Values},
  });
}

cfn::Value budget::toValue(const TagValues& v) {
  return cfn::fields({
      {"Key", v.Key},
      {"MatchOptions", v.MatchOptions},
      {"Values", v.Values},
  });
}

cfn::Value budget::toValue(const Expression& v) {
  return cfn::fields({
      {"And", v.And},
      {"CostCategories", v.CostCategories},
      {"Dimensions", v.Dimensions},
      {"Not", v.Not},
      {"Or", v.Or},
      {"Tags", v.Tags},
  });
}

cfn::Value budget::toValue(const TimePeriod& v) {
  return cfn::fields({
      {"End", v.End},
      {"Start", v.Start},
  });
}

cfn::Value budget::toValue(const BudgetData& v) {
  return cfn::fields({
      {"AutoAdjustData", v.AutoAdjustData},
      {"BillingViewArn", v.BillingViewArn},
      {"BudgetLimit", v.BudgetLimit},
      {"BudgetName", v.BudgetName},
      {"BudgetType", v.BudgetType},
      {"CostFilters", v.CostFilters},
      {"CostTypes", v.CostTypes},
      {"FilterExpression", v.FilterExpression},
      {"Metrics", v.Metrics},
      {"PlannedBudgetLimits", v.PlannedBudgetLimits},
      {"TimePeriod", v.TimePeriod},
      {"TimeUnit", v.TimeUnit},
  });
}

cfn::Value budget::toValue(const Notification& v) {
  return cfn::fields({
      {"ComparisonOperator", v.ComparisonOperator},
      {"NotificationType", v.NotificationType},
      {"Threshold", v.Threshold},
      {"ThresholdType", v.ThresholdType},
  });
}

cfn::Value budget::toValue(const Subscriber& v) {
  return cfn::fields({
      {"Address", v.Address},
      {"SubscriptionType", v.SubscriptionType},
  });
}

cfn::Value budget::toValue(const NotificationWithSubscribers& v) {
  return cfn::fields({
      {"Notification", v.Notification},
      {"Subscribers", v.Subscribers},
  });
}

cfn::Map properties(const Budget& v) {
  return cfn::fields({
      {"Budget", v.Budget},
      {"NotificationsWithSubscribers", v.NotificationsWithSubscribers},
      {"ResourceTags", v.ResourceTags},
  });
}

}  // namespace aws::budgets
