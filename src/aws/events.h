// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#pragma once

#include "cloudformation/template.h"

namespace aws::events {

namespace rule {
struct AppSyncParameters {
  cfn::Required<std::string> GraphQLOperation;
};
cfn::Value toValue(const AppSyncParameters&);

struct BatchArrayProperties {
  cfn::Property<std::int64_t> Size{};
};
cfn::Value toValue(const BatchArrayProperties&);

struct BatchRetryStrategy {
  cfn::Property<std::int64_t> Attempts{};
};
cfn::Value toValue(const BatchRetryStrategy&);

struct BatchParameters {
  cfn::Property<rule::BatchArrayProperties> ArrayProperties{};
  cfn::Required<std::string> JobDefinition;
  cfn::Required<std::string> JobName;
  cfn::Property<rule::BatchRetryStrategy> RetryStrategy{};
};
cfn::Value toValue(const BatchParameters&);

struct DeadLetterConfig {
  cfn::Property<std::string> Arn{};
};
cfn::Value toValue(const DeadLetterConfig&);

struct CapacityProviderStrategyItem {
  cfn::Property<std::int64_t> Base{};
  cfn::Required<std::string> CapacityProvider;
  cfn::Property<std::int64_t> Weight{};
};
cfn::Value toValue(const CapacityProviderStrategyItem&);

struct AwsVpcConfiguration {
  cfn::Property<cfn::OneOf<"DISABLED", "ENABLED">> AssignPublicIp{};
  cfn::Property<std::vector<cfn::Id<"AWS::EC2::SecurityGroup.Id">>> SecurityGroups{};
  cfn::Required<std::vector<cfn::Id<"AWS::EC2::Subnet.Id">>> Subnets;
};
cfn::Value toValue(const AwsVpcConfiguration&);

struct NetworkConfiguration {
  cfn::Property<rule::AwsVpcConfiguration> AwsVpcConfiguration{};
};
cfn::Value toValue(const NetworkConfiguration&);

struct PlacementConstraint {
  cfn::Property<std::string> Expression{};
  cfn::Property<cfn::OneOf<"distinctInstance", "memberOf">> Type{};
};
cfn::Value toValue(const PlacementConstraint&);

struct PlacementStrategy {
  cfn::Property<std::string> Field{};
  cfn::Property<std::string> Type{};
};
cfn::Value toValue(const PlacementStrategy&);

struct EcsParameters {
  cfn::Property<std::vector<rule::CapacityProviderStrategyItem>> CapacityProviderStrategy{};
  cfn::Property<bool> EnableECSManagedTags{};
  cfn::Property<bool> EnableExecuteCommand{};
  cfn::Property<std::string> Group{};
  cfn::Property<cfn::OneOf<"EC2", "EXTERNAL", "FARGATE">> LaunchType{};
  cfn::Property<rule::NetworkConfiguration> NetworkConfiguration{};
  cfn::Property<std::vector<rule::PlacementConstraint>> PlacementConstraints{};
  cfn::Property<std::vector<rule::PlacementStrategy>> PlacementStrategies{};
  cfn::Property<std::string> PlatformVersion{};
  cfn::Property<cfn::OneOf<"TASK_DEFINITION">> PropagateTags{};
  cfn::Property<std::string> ReferenceId{};
  cfn::Property<std::vector<cfn::Tag>> TagList{};
  cfn::Property<std::int64_t> TaskCount{};
  cfn::Required<std::string> TaskDefinitionArn;
};
cfn::Value toValue(const EcsParameters&);

struct HttpParameters {
  cfn::Property<cfn::Json> HeaderParameters{};
  cfn::Property<std::vector<std::string>> PathParameterValues{};
  cfn::Property<cfn::Json> QueryStringParameters{};
};
cfn::Value toValue(const HttpParameters&);

struct InputTransformer {
  cfn::Property<cfn::Json> InputPathsMap{};
  cfn::Required<std::string> InputTemplate;
};
cfn::Value toValue(const InputTransformer&);

struct KinesisParameters {
  cfn::Required<std::string> PartitionKeyPath;
};
cfn::Value toValue(const KinesisParameters&);

struct RedshiftDataParameters {
  cfn::Required<std::string> Database;
  cfn::Property<std::string> DbUser{};
  cfn::Property<std::string> SecretManagerArn{};
  cfn::Property<std::string> Sql{};
  cfn::Property<std::vector<std::string>> Sqls{};
  cfn::Property<std::string> StatementName{};
  cfn::Property<bool> WithEvent{};
};
cfn::Value toValue(const RedshiftDataParameters&);

struct RetryPolicy {
  cfn::Property<std::int64_t> MaximumEventAgeInSeconds{};
  cfn::Property<std::int64_t> MaximumRetryAttempts{};
};
cfn::Value toValue(const RetryPolicy&);

struct RunCommandTarget {
  cfn::Required<std::string> Key;
  cfn::Required<std::vector<std::string>> Values;
};
cfn::Value toValue(const RunCommandTarget&);

struct RunCommandParameters {
  cfn::Required<std::vector<rule::RunCommandTarget>> RunCommandTargets;
};
cfn::Value toValue(const RunCommandParameters&);

struct SageMakerPipelineParameter {
  cfn::Required<std::string> Name;
  cfn::Required<std::string> Value;
};
cfn::Value toValue(const SageMakerPipelineParameter&);

struct SageMakerPipelineParameters {
  cfn::Property<std::vector<rule::SageMakerPipelineParameter>> PipelineParameterList{};
};
cfn::Value toValue(const SageMakerPipelineParameters&);

struct SqsParameters {
  cfn::Required<std::string> MessageGroupId;
};
cfn::Value toValue(const SqsParameters&);

struct Target {
  cfn::Property<rule::AppSyncParameters> AppSyncParameters{};
  cfn::Required<std::string> Arn;
  cfn::Property<rule::BatchParameters> BatchParameters{};
  cfn::Property<rule::DeadLetterConfig> DeadLetterConfig{};
  cfn::Property<rule::EcsParameters> EcsParameters{};
  cfn::Property<rule::HttpParameters> HttpParameters{};
  cfn::Required<std::string> Id;
  cfn::Property<std::string> Input{};
  cfn::Property<std::string> InputPath{};
  cfn::Property<rule::InputTransformer> InputTransformer{};
  cfn::Property<rule::KinesisParameters> KinesisParameters{};
  cfn::Property<rule::RedshiftDataParameters> RedshiftDataParameters{};
  cfn::Property<rule::RetryPolicy> RetryPolicy{};
  cfn::Property<cfn::Id<"AWS::IAM::Role.Arn">> RoleArn{};
  cfn::Property<rule::RunCommandParameters> RunCommandParameters{};
  cfn::Property<rule::SageMakerPipelineParameters> SageMakerPipelineParameters{};
  cfn::Property<rule::SqsParameters> SqsParameters{};
};
cfn::Value toValue(const Target&);

}  // namespace rule

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-rule.html
struct Rule {
  static constexpr std::string_view type = "AWS::Events::Rule";
  cfn::Property<std::string> Description{};
  cfn::Property<std::string> EventBusName{};
  cfn::Property<cfn::Json> EventPattern{};
  cfn::Property<std::string> Name{};
  cfn::Property<cfn::Id<"AWS::IAM::Role.Arn">> RoleArn{};
  cfn::Property<std::string> ScheduleExpression{};
  cfn::Property<cfn::OneOf<"DISABLED", "ENABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS">> State{};
  cfn::Property<std::vector<cfn::Tag>> Tags{};
  cfn::Property<std::vector<rule::Target>> Targets{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::Events::Rule">> {
    using cfn::Handle<cfn::Typed<"AWS::Events::Rule">>::Handle;
    cfn::Expression arn() const { return {getAtt("Arn")}; }
  };
};
cfn::Map properties(const Rule&);

}  // namespace aws::events
