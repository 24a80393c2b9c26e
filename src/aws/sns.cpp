// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#include "aws/sns.h"

namespace aws::sns {

cfn::Map properties(const Subscription& v) {
  return cfn::fields({
      {"DeliveryPolicy", v.DeliveryPolicy},
      {"Endpoint", v.Endpoint},
      {"FilterPolicy", v.FilterPolicy},
      {"FilterPolicyScope", v.FilterPolicyScope},
      {"Protocol", v.Protocol},
      {"RawMessageDelivery", v.RawMessageDelivery},
      {"RedrivePolicy", v.RedrivePolicy},
      {"Region", v.Region},
      {"ReplayPolicy", v.ReplayPolicy},
      {"SubscriptionRoleArn", v.SubscriptionRoleArn},
      {"TopicArn", v.TopicArn},
  });
}

cfn::Value topic::toValue(const LoggingConfig& v) {
  return cfn::fields({
      {"FailureFeedbackRoleArn", v.FailureFeedbackRoleArn},
      {"Protocol", v.Protocol},
      {"SuccessFeedbackRoleArn", v.SuccessFeedbackRoleArn},
      {"SuccessFeedbackSampleRate", v.SuccessFeedbackSampleRate},
  });
}

cfn::Value topic::toValue(const Subscription& v) {
  return cfn::fields({
      {"Endpoint", v.Endpoint},
      {"Protocol", v.Protocol},
  });
}

cfn::Map properties(const Topic& v) {
  return cfn::fields({
      {"ArchivePolicy", v.ArchivePolicy},
      {"ContentBasedDeduplication", v.ContentBasedDeduplication},
      {"DataProtectionPolicy", v.DataProtectionPolicy},
      {"DeliveryStatusLogging", v.DeliveryStatusLogging},
      {"DisplayName", v.DisplayName},
      {"FifoThroughputScope", v.FifoThroughputScope},
      {"FifoTopic", v.FifoTopic},
      {"KmsMasterKeyId", v.KmsMasterKeyId},
      {"SignatureVersion", v.SignatureVersion},
      {"Subscription", v.Subscription},
      {"Tags", v.Tags},
      {"TopicName", v.TopicName},
      {"TracingConfig", v.TracingConfig},
  });
}

cfn::Map properties(const TopicPolicy& v) {
  return cfn::fields({
      {"PolicyDocument", v.PolicyDocument},
      {"Topics", v.Topics},
  });
}

}  // namespace aws::sns
