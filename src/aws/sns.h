// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#pragma once

#include "cloudformation/template.h"

namespace aws::sns {

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-subscription.html
struct Subscription {
  static constexpr std::string_view type = "AWS::SNS::Subscription";
  cfn::Property<cfn::Json> DeliveryPolicy{};
  cfn::Property<std::string> Endpoint{};
  cfn::Property<cfn::Json> FilterPolicy{};
  cfn::Property<std::string> FilterPolicyScope{};
  cfn::Required<std::string> Protocol;
  cfn::Property<bool> RawMessageDelivery{};
  cfn::Property<cfn::Json> RedrivePolicy{};
  cfn::Property<std::string> Region{};
  cfn::Property<cfn::Json> ReplayPolicy{};
  cfn::Property<cfn::Id<"AWS::IAM::Role.Arn">> SubscriptionRoleArn{};
  cfn::Required<cfn::Id<"AWS::SNS::Topic.Arn">> TopicArn;

  struct Handle : cfn::Handle<cfn::Typed<"AWS::SNS::Subscription">> {
    using cfn::Handle<cfn::Typed<"AWS::SNS::Subscription">>::Handle;
    cfn::Expression arn() const { return {getAtt("Arn")}; }
  };
};
cfn::Map properties(const Subscription&);

namespace topic {
struct LoggingConfig {
  cfn::Property<cfn::Id<"AWS::IAM::Role.Arn">> FailureFeedbackRoleArn{};
  cfn::Required<cfn::OneOf<"http/s", "sqs", "lambda", "firehose", "application">> Protocol;
  cfn::Property<cfn::Id<"AWS::IAM::Role.Arn">> SuccessFeedbackRoleArn{};
  cfn::Property<std::string> SuccessFeedbackSampleRate{};
};
cfn::Value toValue(const LoggingConfig&);

struct Subscription {
  cfn::Required<std::string> Endpoint;
  cfn::Required<std::string> Protocol;
};
cfn::Value toValue(const Subscription&);

}  // namespace topic

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topic.html
struct Topic {
  static constexpr std::string_view type = "AWS::SNS::Topic";
  cfn::Property<cfn::Json> ArchivePolicy{};
  cfn::Property<bool> ContentBasedDeduplication{};
  cfn::Property<cfn::Json> DataProtectionPolicy{};
  cfn::Property<std::vector<topic::LoggingConfig>> DeliveryStatusLogging{};
  cfn::Property<std::string> DisplayName{};
  cfn::Property<std::string> FifoThroughputScope{};
  cfn::Property<bool> FifoTopic{};
  cfn::Property<std::string> KmsMasterKeyId{};
  cfn::Property<std::string> SignatureVersion{};
  cfn::Property<std::vector<topic::Subscription>> Subscription{};
  cfn::Property<std::vector<cfn::Tag>> Tags{};
  cfn::Property<std::string> TopicName{};
  cfn::Property<std::string> TracingConfig{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::SNS::Topic.Arn">> {
    using cfn::Handle<cfn::Typed<"AWS::SNS::Topic.Arn">>::Handle;
    cfn::Expression contentBasedDeduplication() const { return {getAtt("ContentBasedDeduplication")}; }
    cfn::Expression deliveryStatusLogging() const { return {getAtt("DeliveryStatusLogging")}; }
    cfn::Expression displayName() const { return {getAtt("DisplayName")}; }
    cfn::Expression fifoThroughputScope() const { return {getAtt("FifoThroughputScope")}; }
    cfn::Expression fifoTopic() const { return {getAtt("FifoTopic")}; }
    cfn::Expression kmsMasterKeyId() const { return {getAtt("KmsMasterKeyId")}; }
    cfn::Expression signatureVersion() const { return {getAtt("SignatureVersion")}; }
    cfn::Expression subscription() const { return {getAtt("Subscription")}; }
    cfn::Expression tags() const { return {getAtt("Tags")}; }
    cfn::Typed<"AWS::SNS::Topic.Arn"> topicArn() const { return {getAtt("TopicArn")}; }
    cfn::Expression topicName() const { return {getAtt("TopicName")}; }
    cfn::Expression tracingConfig() const { return {getAtt("TracingConfig")}; }
  };
};
cfn::Map properties(const Topic&);

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topicpolicy.html
struct TopicPolicy {
  static constexpr std::string_view type = "AWS::SNS::TopicPolicy";
  cfn::Required<cfn::Json> PolicyDocument;
  cfn::Required<std::vector<std::string>> Topics;

  struct Handle : cfn::Handle<cfn::Typed<"AWS::SNS::TopicPolicy">> {
    using cfn::Handle<cfn::Typed<"AWS::SNS::TopicPolicy">>::Handle;
    cfn::Expression id() const { return {getAtt("Id")}; }
  };
};
cfn::Map properties(const TopicPolicy&);

}  // namespace aws::sns
