// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#include "aws/events.h"

namespace aws::events {

cfn::Value rule::toValue(const AppSyncParameters& v) {
  return cfn::fields({
      {"GraphQLOperation", v.GraphQLOperation},
  });
}

cfn::Value rule::toValue(const BatchArrayProperties& v) {
  return cfn::fields({
      {"Size", v.Size},
  });
}

cfn::Value rule::toValue(const BatchRetryStrategy& v) {
  return cfn::fields({
      {"Attempts", v.Attempts},
  });
}

cfn::Value rule::toValue(const BatchParameters& v) {
  return cfn::fields({
      {"ArrayProperties", v.ArrayProperties},
      {"JobDefinition", v.JobDefinition},
      {"JobName", v.JobName},
      {"RetryStrategy", v.RetryStrategy},
  });
}

cfn::Value rule::toValue(const DeadLetterConfig& v) {
  return cfn::fields({
      {"Arn", v.Arn},
  });
}

cfn::Value rule::toValue(const CapacityProviderStrategyItem& v) {
  return cfn::fields({
      {"Base", v.Base},
      {"CapacityProvider", v.CapacityProvider},
      {"Weight", v.Weight},
  });
}

cfn::Value rule::toValue(const AwsVpcConfiguration& v) {
  return cfn::fields({
      {"AssignPublicIp", v.AssignPublicIp},
      {"SecurityGroups", v.SecurityGroups},
      {"Subnets", v.Subnets},
  });
}

cfn::Value rule::toValue(const NetworkConfiguration& v) {
  return cfn::fields({
      {"AwsVpcConfiguration", v.AwsVpcConfiguration},
  });
}

cfn::Value rule::toValue(const PlacementConstraint& v) {
  return cfn::fields({
      {"Expression", v.Expression},
      {"Type", v.Type},
  });
}

cfn::Value rule::toValue(const PlacementStrategy& v) {
  return cfn::fields({
      {"Field", v.Field},
      {"Type", v.Type},
  });
}

cfn::Value rule::toValue(const EcsParameters& v) {
  return cfn::fields({
      {"CapacityProviderStrategy", v.CapacityProviderStrategy},
      {"EnableECSManagedTags", v.EnableECSManagedTags},
      {"EnableExecuteCommand", v.EnableExecuteCommand},
      {"Group", v.Group},
      {"LaunchType", v.LaunchType},
      {"NetworkConfiguration", v.NetworkConfiguration},
      {"PlacementConstraints", v.PlacementConstraints},
      {"PlacementStrategies", v.PlacementStrategies},
      {"PlatformVersion", v.PlatformVersion},
      {"PropagateTags", v.PropagateTags},
      {"ReferenceId", v.ReferenceId},
      {"TagList", v.TagList},
      {"TaskCount", v.TaskCount},
      {"TaskDefinitionArn", v.TaskDefinitionArn},
  });
}

cfn::Value rule::toValue(const HttpParameters& v) {
  return cfn::fields({
      {"HeaderParameters", v.HeaderParameters},
      {"PathParameterValues", v.PathParameterValues},
      {"QueryStringParameters", v.QueryStringParameters},
  });
}

cfn::Value rule::toValue(const InputTransformer& v) {
  return cfn::fields({
      {"InputPathsMap", v.InputPathsMap},
      {"InputTemplate", v.InputTemplate},
  });
}

cfn::Value rule::toValue(const KinesisParameters& v) {
  return cfn::fields({
      {"PartitionKeyPath", v.PartitionKeyPath},
  });
}

cfn::Value rule::toValue(const RedshiftDataParameters& v) {
  return cfn::fields({
      {"Database", v.Database},
      {"DbUser", v.DbUser},
      {"SecretManagerArn", v.SecretManagerArn},
      {"Sql", v.Sql},
      {"Sqls", v.Sqls},
      {"StatementName", v.StatementName},
      {"WithEvent", v.WithEvent},
  });
}

cfn::Value rule::toValue(const RetryPolicy& v) {
  return cfn::fields({
      {"MaximumEventAgeInSeconds", v.MaximumEventAgeInSeconds},
      {"MaximumRetryAttempts", v.MaximumRetryAttempts},
  });
}

cfn::Value rule::toValue(const RunCommandTarget& v) {
  return cfn::fields({
      {"Key", v.Key},
      {"Values", v.Values},
  });
}

cfn::Value rule::toValue(const RunCommandParameters& v) {
  return cfn::fields({
      {"RunCommandTargets", v.RunCommandTargets},
  });
}

cfn::Value rule::toValue(const SageMakerPipelineParameter& v) {
  return cfn::fields({
      {"Name", v.Name},
      {"Value", v.Value},
  });
}

cfn::Value rule::toValue(const SageMakerPipelineParameters& v) {
  return cfn::fields({
      {"PipelineParameterList", v.PipelineParameterList},
  });
}

cfn::Value rule::toValue(const SqsParameters& v) {
  return cfn::fields({
      {"MessageGroupId", v.MessageGroupId},
  });
}

cfn::Value rule::toValue(const Target& v) {
  return cfn::fields({
      {"AppSyncParameters", v.AppSyncParameters},
      {"Arn", v.Arn},
      {"BatchParameters", v.BatchParameters},
      {"DeadLetterConfig", v.DeadLetterConfig},
      {"EcsParameters", v.EcsParameters},
      {"HttpParameters", v.HttpParameters},
      {"Id", v.Id},
      {"Input", v.Input},
      {"InputPath", v.InputPath},
      {"InputTransformer", v.InputTransformer},
      {"KinesisParameters", v.KinesisParameters},
      {"RedshiftDataParameters", v.RedshiftDataParameters},
      {"RetryPolicy", v.RetryPolicy},
      {"RoleArn", v.RoleArn},
      {"RunCommandParameters", v.RunCommandParameters},
      {"SageMakerPipelineParameters", v.SageMakerPipelineParameters},
      {"SqsParameters", v.SqsParameters},
  });
}

cfn::Map properties(const Rule& v) {
  return cfn::fields({
      {"Description", v.Description},
      {"EventBusName", v.EventBusName},
      {"EventPattern", v.EventPattern},
      {"Name", v.Name},
      {"RoleArn", v.RoleArn},
      {"ScheduleExpression", v.ScheduleExpression},
      {"State", v.State},
      {"Tags", v.Tags},
      {"Targets", v.Targets},
  });
}

}  // namespace aws::events
