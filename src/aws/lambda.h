// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#pragma once

#include "cloudformation/template.h"

namespace aws::lambda {

namespace function {
struct LambdaManagedInstancesCapacityProviderConfig {
  cfn::Required<std::string> CapacityProviderArn;
  cfn::Property<double> ExecutionEnvironmentMemoryGiBPerVCpu{};
  cfn::Property<std::int64_t> PerExecutionEnvironmentMaxConcurrency{};
};
cfn::Value toValue(const LambdaManagedInstancesCapacityProviderConfig&);

struct CapacityProviderConfig {
  cfn::Required<function::LambdaManagedInstancesCapacityProviderConfig> LambdaManagedInstancesCapacityProviderConfig;
};
cfn::Value toValue(const CapacityProviderConfig&);

struct Code {
  cfn::Property<std::string> ImageUri{};
  cfn::Property<std::string> S3Bucket{};
  cfn::Property<std::string> S3Key{};
  cfn::Property<cfn::OneOf<"COPY", "REFERENCE">> S3ObjectStorageMode{};
  cfn::Property<std::string> S3ObjectVersion{};
  cfn::Property<std::string> SourceKMSKeyArn{};
  cfn::Property<std::string> ZipFile{};
};
cfn::Value toValue(const Code&);

struct DeadLetterConfig {
  cfn::Property<std::string> TargetArn{};
};
cfn::Value toValue(const DeadLetterConfig&);

struct DurableConfig {
  cfn::Required<std::int64_t> ExecutionTimeout;
  cfn::Property<std::int64_t> RetentionPeriodInDays{};
};
cfn::Value toValue(const DurableConfig&);

struct Environment {
  cfn::Property<cfn::Json> Variables{};
};
cfn::Value toValue(const Environment&);

struct EphemeralStorage {
  cfn::Required<std::int64_t> Size;
};
cfn::Value toValue(const EphemeralStorage&);

struct FileSystemConfig {
  cfn::Required<std::string> Arn;
  cfn::Required<std::string> LocalMountPath;
};
cfn::Value toValue(const FileSystemConfig&);

struct FunctionScalingConfig {
  cfn::Property<std::int64_t> MaxExecutionEnvironments{};
  cfn::Property<std::int64_t> MinExecutionEnvironments{};
};
cfn::Value toValue(const FunctionScalingConfig&);

struct ImageConfig {
  cfn::Property<std::vector<std::string>> Command{};
  cfn::Property<std::vector<std::string>> EntryPoint{};
  cfn::Property<std::string> WorkingDirectory{};
};
cfn::Value toValue(const ImageConfig&);

struct LoggingConfig {
  cfn::Property<cfn::OneOf<"TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL">> ApplicationLogLevel{};
  cfn::Property<cfn::OneOf<"Text", "JSON">> LogFormat{};
  cfn::Property<std::string> LogGroup{};
  cfn::Property<cfn::OneOf<"DEBUG", "INFO", "WARN">> SystemLogLevel{};
};
cfn::Value toValue(const LoggingConfig&);

struct RuntimeManagementConfig {
  cfn::Property<std::string> RuntimeVersionArn{};
  cfn::Required<cfn::OneOf<"Auto", "FunctionUpdate", "Manual">> UpdateRuntimeOn;
};
cfn::Value toValue(const RuntimeManagementConfig&);

struct SnapStart {
  cfn::Required<cfn::OneOf<"PublishedVersions", "None">> ApplyOn;
};
cfn::Value toValue(const SnapStart&);

struct TenancyConfig {
  cfn::Required<cfn::OneOf<"PER_TENANT">> TenantIsolationMode;
};
cfn::Value toValue(const TenancyConfig&);

struct TracingConfig {
  cfn::Property<cfn::OneOf<"Active", "PassThrough">> Mode{};
};
cfn::Value toValue(const TracingConfig&);

struct VpcConfig {
  cfn::Property<bool> Ipv6AllowedForDualStack{};
  cfn::Property<std::vector<cfn::Id<"AWS::EC2::SecurityGroup.Id">>> SecurityGroupIds{};
  cfn::Property<std::vector<cfn::Id<"AWS::EC2::Subnet.Id">>> SubnetIds{};
};
cfn::Value toValue(const VpcConfig&);

}  // namespace function

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html
struct Function {
  static constexpr std::string_view type = "AWS::Lambda::Function";
  cfn::Property<std::vector<cfn::OneOf<"x86_64", "arm64">>> Architectures{};
  cfn::Property<function::CapacityProviderConfig> CapacityProviderConfig{};
  cfn::Required<function::Code> Code;
  cfn::Property<std::string> CodeSigningConfigArn{};
  cfn::Property<function::DeadLetterConfig> DeadLetterConfig{};
  cfn::Property<std::string> Description{};
  cfn::Property<function::DurableConfig> DurableConfig{};
  cfn::Property<function::Environment> Environment{};
  cfn::Property<function::EphemeralStorage> EphemeralStorage{};
  cfn::Property<std::vector<function::FileSystemConfig>> FileSystemConfigs{};
  cfn::Property<std::string> FunctionName{};
  cfn::Property<function::FunctionScalingConfig> FunctionScalingConfig{};
  cfn::Property<std::string> Handler{};
  cfn::Property<function::ImageConfig> ImageConfig{};
  cfn::Property<cfn::Id<"AWS::KMS::Key.Arn">> KmsKeyArn{};
  cfn::Property<std::vector<std::string>> Layers{};
  cfn::Property<function::LoggingConfig> LoggingConfig{};
  cfn::Property<std::int64_t> MemorySize{};
  cfn::Property<cfn::OneOf<"Image", "Zip">> PackageType{};
  cfn::Property<bool> PublishToLatestPublished{};
  cfn::Property<cfn::OneOf<"Allow", "Terminate">> RecursiveLoop{};
  cfn::Property<std::int64_t> ReservedConcurrentExecutions{};
  cfn::Required<std::string> Role;
  cfn::Property<std::string> Runtime{};
  cfn::Property<function::RuntimeManagementConfig> RuntimeManagementConfig{};
  cfn::Property<function::SnapStart> SnapStart{};
  cfn::Property<std::vector<cfn::Tag>> Tags{};
  cfn::Property<function::TenancyConfig> TenancyConfig{};
  cfn::Property<std::int64_t> Timeout{};
  cfn::Property<function::TracingConfig> TracingConfig{};
  cfn::Property<function::VpcConfig> VpcConfig{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::Lambda::Function">> {
    using cfn::Handle<cfn::Typed<"AWS::Lambda::Function">>::Handle;
    cfn::Typed<"AWS::Lambda::Function.Arn"> arn() const { return {getAtt("Arn")}; }
    cfn::Expression snapStartResponse() const { return {getAtt("SnapStartResponse")}; }
    cfn::Expression snapStartResponseApplyOn() const { return {getAtt("SnapStartResponse.ApplyOn")}; }
    cfn::Expression snapStartResponseOptimizationStatus() const { return {getAtt("SnapStartResponse.OptimizationStatus")}; }
  };
};
cfn::Map properties(const Function&);

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html
struct Permission {
  static constexpr std::string_view type = "AWS::Lambda::Permission";
  cfn::Required<std::string> Action;
  cfn::Property<std::string> EventSourceToken{};
  cfn::Required<std::string> FunctionName;
  cfn::Property<cfn::OneOf<"AWS_IAM", "NONE">> FunctionUrlAuthType{};
  cfn::Property<bool> InvokedViaFunctionUrl{};
  cfn::Required<std::string> Principal;
  cfn::Property<std::string> PrincipalOrgID{};
  cfn::Property<std::string> SourceAccount{};
  cfn::Property<std::string> SourceArn{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::Lambda::Permission">> {
    using cfn::Handle<cfn::Typed<"AWS::Lambda::Permission">>::Handle;
    cfn::Expression id() const { return {getAtt("Id")}; }
  };
};
cfn::Map properties(const Permission&);

}  // namespace aws::lambda
