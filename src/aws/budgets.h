// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#pragma once

#include "cloudformation/template.h"

namespace aws::budgets {

namespace budget {
struct HistoricalOptions {
  cfn::Required<std::int64_t> BudgetAdjustmentPeriod;
};
cfn::Value toValue(const HistoricalOptions&);

struct AutoAdjustData {
  cfn::Required<std::string> AutoAdjustType;
  cfn::Property<budget::HistoricalOptions> HistoricalOptions{};
};
cfn::Value toValue(const AutoAdjustData&);

struct Spend {
  cfn::Required<double> Amount;
  cfn::Required<std::string> Unit;
};
cfn::Value toValue(const Spend&);

struct CostTypes {
  cfn::Property<bool> IncludeCredit{};
  cfn::Property<bool> IncludeDiscount{};
  cfn::Property<bool> IncludeOtherSubscription{};
  cfn::Property<bool> IncludeRecurring{};
  cfn::Property<bool> IncludeRefund{};
  cfn::Property<bool> IncludeSubscription{};
  cfn::Property<bool> IncludeSupport{};
  cfn::Property<bool> IncludeTax{};
  cfn::Property<bool> IncludeUpfront{};
  cfn::Property<bool> UseAmortized{};
  cfn::Property<bool> UseBlended{};
};
cfn::Value toValue(const CostTypes&);

struct CostCategoryValues {
  cfn::Property<std::string> Key{};
  cfn::Property<std::vector<std::string>> MatchOptions{};
  cfn::Property<std::vector<std::string>> Values{};
};
cfn::Value toValue(const CostCategoryValues&);

struct ExpressionDimensionValues {
  cfn::Property<std::string> Key{};
  cfn::Property<std::vector<std::string>> MatchOptions{};
  cfn::Property<std::vector<std::string>> Values{};
};
cfn::Value toValue(const ExpressionDimensionValues&);

struct TagValues {
  cfn::Property<std::string> Key{};
  cfn::Property<std::vector<std::string>> MatchOptions{};
  cfn::Property<std::vector<std::string>> Values{};
};
cfn::Value toValue(const TagValues&);

struct Expression {
  cfn::Property<std::vector<cfn::Json>> And{};
  cfn::Property<budget::CostCategoryValues> CostCategories{};
  cfn::Property<budget::ExpressionDimensionValues> Dimensions{};
  cfn::Property<cfn::Json> Not{};
  cfn::Property<std::vector<cfn::Json>> Or{};
  cfn::Property<budget::TagValues> Tags{};
};
cfn::Value toValue(const Expression&);

struct TimePeriod {
  cfn::Property<std::string> End{};
  cfn::Property<std::string> Start{};
};
cfn::Value toValue(const TimePeriod&);

struct BudgetData {
  cfn::Property<budget::AutoAdjustData> AutoAdjustData{};
  cfn::Property<std::string> BillingViewArn{};
  cfn::Property<budget::Spend> BudgetLimit{};
  cfn::Property<std::string> BudgetName{};
  cfn::Required<std::string> BudgetType;
  cfn::Property<cfn::Json> CostFilters{};
  cfn::Property<budget::CostTypes> CostTypes{};
  cfn::Property<budget::Expression> FilterExpression{};
  cfn::Property<std::vector<std::string>> Metrics{};
  cfn::Property<cfn::Json> PlannedBudgetLimits{};
  cfn::Property<budget::TimePeriod> TimePeriod{};
  cfn::Required<std::string> TimeUnit;
};
cfn::Value toValue(const BudgetData&);

struct Notification {
  cfn::Required<std::string> ComparisonOperator;
  cfn::Required<std::string> NotificationType;
  cfn::Required<double> Threshold;
  cfn::Property<std::string> ThresholdType{};
};
cfn::Value toValue(const Notification&);

struct Subscriber {
  cfn::Required<std::string> Address;
  cfn::Required<std::string> SubscriptionType;
};
cfn::Value toValue(const Subscriber&);

struct NotificationWithSubscribers {
  cfn::Required<budget::Notification> Notification;
  cfn::Required<std::vector<budget::Subscriber>> Subscribers;
};
cfn::Value toValue(const NotificationWithSubscribers&);

}  // namespace budget

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-budgets-budget.html
struct Budget {
  static constexpr std::string_view type = "AWS::Budgets::Budget";
  cfn::Required<budget::BudgetData> Budget;
  cfn::Property<std::vector<budget::NotificationWithSubscribers>> NotificationsWithSubscribers{};
  cfn::Property<std::vector<cfn::Tag>> ResourceTags{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::Budgets::Budget">> {
    using cfn::Handle<cfn::Typed<"AWS::Budgets::Budget">>::Handle;
    cfn::Expression id() const { return {getAtt("Id")}; }
  };
};
cfn::Map properties(const Budget&);

}  // namespace aws::budgets
