// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#pragma once

#include "cloudformation/template.h"

namespace aws::autoscaling {

namespace auto_scaling_group {
struct AvailabilityZoneDistribution {
  cfn::Property<cfn::OneOf<"balanced-best-effort", "balanced-only">> CapacityDistributionStrategy{};
};
cfn::Value toValue(const AvailabilityZoneDistribution&);

struct AvailabilityZoneImpairmentPolicy {
  cfn::Required<cfn::OneOf<"IgnoreUnhealthy", "ReplaceUnhealthy">> ImpairedZoneHealthCheckBehavior;
  cfn::Required<bool> ZonalShiftEnabled;
};
cfn::Value toValue(const AvailabilityZoneImpairmentPolicy&);

struct CapacityReservationTarget {
  cfn::Property<std::vector<std::string>> CapacityReservationIds{};
  cfn::Property<std::vector<std::string>> CapacityReservationResourceGroupArns{};
};
cfn::Value toValue(const CapacityReservationTarget&);

struct CapacityReservationSpecification {
  cfn::Required<cfn::OneOf<"capacity-reservations-first", "capacity-reservations-only", "default", "none">> CapacityReservationPreference;
  cfn::Property<auto_scaling_group::CapacityReservationTarget> CapacityReservationTarget{};
};
cfn::Value toValue(const CapacityReservationSpecification&);

struct RetentionTriggers {
  cfn::Property<cfn::OneOf<"retain", "terminate">> TerminateHookAbandon{};
};
cfn::Value toValue(const RetentionTriggers&);

struct InstanceLifecyclePolicy {
  cfn::Property<auto_scaling_group::RetentionTriggers> RetentionTriggers{};
};
cfn::Value toValue(const InstanceLifecyclePolicy&);

struct InstanceMaintenancePolicy {
  cfn::Property<std::int64_t> MaxHealthyPercentage{};
  cfn::Property<std::int64_t> MinHealthyPercentage{};
};
cfn::Value toValue(const InstanceMaintenancePolicy&);

struct LaunchTemplateSpecification {
  cfn::Property<cfn::Id<"AWS::EC2::LaunchTemplate">> LaunchTemplateId{};
  cfn::Property<std::string> LaunchTemplateName{};
  cfn::Required<std::string> Version;
};
cfn::Value toValue(const LaunchTemplateSpecification&);

struct LifecycleHookSpecification {
  cfn::Property<std::string> DefaultResult{};
  cfn::Property<std::int64_t> HeartbeatTimeout{};
  cfn::Required<std::string> LifecycleHookName;
  cfn::Required<std::string> LifecycleTransition;
  cfn::Property<std::string> NotificationMetadata{};
  cfn::Property<std::string> NotificationTargetARN{};
  cfn::Property<cfn::Id<"AWS::IAM::Role.Arn">> RoleARN{};
};
cfn::Value toValue(const LifecycleHookSpecification&);

struct MetricsCollection {
  cfn::Required<std::string> Granularity;
  cfn::Property<std::vector<std::string>> Metrics{};
};
cfn::Value toValue(const MetricsCollection&);

struct InstancesDistribution {
  cfn::Property<std::string> OnDemandAllocationStrategy{};
  cfn::Property<std::int64_t> OnDemandBaseCapacity{};
  cfn::Property<std::int64_t> OnDemandPercentageAboveBaseCapacity{};
  cfn::Property<std::string> SpotAllocationStrategy{};
  cfn::Property<std::int64_t> SpotInstancePools{};
  cfn::Property<std::string> SpotMaxPrice{};
};
cfn::Value toValue(const InstancesDistribution&);

struct AcceleratorCountRequest {
  cfn::Property<std::int64_t> Max{};
  cfn::Property<std::int64_t> Min{};
};
cfn::Value toValue(const AcceleratorCountRequest&);

struct AcceleratorTotalMemoryMiBRequest {
  cfn::Property<std::int64_t> Max{};
  cfn::Property<std::int64_t> Min{};
};
cfn::Value toValue(const AcceleratorTotalMemoryMiBRequest&);

struct BaselineEbsBandwidthMbpsRequest {
  cfn::Property<std::int64_t> Max{};
  cfn::Property<std::int64_t> Min{};
};
cfn::Value toValue(const BaselineEbsBandwidthMbpsRequest&);

struct PerformanceFactorReferenceRequest {
  cfn::Property<std::string> InstanceFamily{};
};
cfn::Value toValue(const PerformanceFactorReferenceRequest&);

struct CpuPerformanceFactorRequest {
  cfn::Property<std::vector<auto_scaling_group::PerformanceFactorReferenceRequest>> References{};
};
cfn::Value toValue(const CpuPerformanceFactorRequest&);

struct BaselinePerformanceFactorsRequest {
  cfn::Property<auto_scaling_group::CpuPerformanceFactorRequest> Cpu{};
};
cfn::Value toValue(const BaselinePerformanceFactorsRequest&);

struct MemoryGiBPerVCpuRequest {
  cfn::Property<double> Max{};
  cfn::Property<double> Min{};
};
cfn::Value toValue(const MemoryGiBPerVCpuRequest&);

struct MemoryMiBRequest {
  cfn::Property<std::int64_t> Max{};
  cfn::Property<std::int64_t> Min{};
};
cfn::Value toValue(const MemoryMiBRequest&);

struct NetworkBandwidthGbpsRequest {
  cfn::Property<double> Max{};
  cfn::Property<double> Min{};
};
cfn::Value toValue(const NetworkBandwidthGbpsRequest&);

struct NetworkInterfaceCountRequest {
  cfn::Property<std::int64_t> Max{};
  cfn::Property<std::int64_t> Min{};
};
cfn::Value toValue(const NetworkInterfaceCountRequest&);

struct TotalLocalStorageGBRequest {
  cfn::Property<double> Max{};
  cfn::Property<double> Min{};
};
cfn::Value toValue(const TotalLocalStorageGBRequest&);

struct VCpuCountRequest {
  cfn::Property<std::int64_t> Max{};
  cfn::Property<std::int64_t> Min{};
};
cfn::Value toValue(const VCpuCountRequest&);

struct InstanceRequirements {
  cfn::Property<auto_scaling_group::AcceleratorCountRequest> AcceleratorCount{};
  cfn::Property<std::vector<cfn::OneOf<"amazon-web-services", "amd", "nvidia", "xilinx">>> AcceleratorManufacturers{};
  cfn::Property<std::vector<cfn::OneOf<"a100", "k80", "m60", "radeon-pro-v520", "t4", "v100", "vu9p">>> AcceleratorNames{};
  cfn::Property<auto_scaling_group::AcceleratorTotalMemoryMiBRequest> AcceleratorTotalMemoryMiB{};
  cfn::Property<std::vector<cfn::OneOf<"fpga", "gpu", "inference">>> AcceleratorTypes{};
  cfn::Property<std::vector<std::string>> AllowedInstanceTypes{};
  cfn::Property<cfn::OneOf<"excluded", "included", "required">> BareMetal{};
  cfn::Property<auto_scaling_group::BaselineEbsBandwidthMbpsRequest> BaselineEbsBandwidthMbps{};
  cfn::Property<auto_scaling_group::BaselinePerformanceFactorsRequest> BaselinePerformanceFactors{};
  cfn::Property<cfn::OneOf<"excluded", "included", "required">> BurstablePerformance{};
  cfn::Property<std::vector<cfn::OneOf<"amazon-web-services", "amd", "apple", "intel">>> CpuManufacturers{};
  cfn::Property<std::vector<std::string>> ExcludedInstanceTypes{};
  cfn::Property<std::vector<cfn::OneOf<"current", "previous">>> InstanceGenerations{};
  cfn::Property<cfn::OneOf<"excluded", "included", "required">> LocalStorage{};
  cfn::Property<std::vector<cfn::OneOf<"hdd", "ssd">>> LocalStorageTypes{};
  cfn::Property<std::int64_t> MaxSpotPriceAsPercentageOfOptimalOnDemandPrice{};
  cfn::Property<auto_scaling_group::MemoryGiBPerVCpuRequest> MemoryGiBPerVCpu{};
  cfn::Required<auto_scaling_group::MemoryMiBRequest> MemoryMiB;
  cfn::Property<auto_scaling_group::NetworkBandwidthGbpsRequest> NetworkBandwidthGbps{};
  cfn::Property<auto_scaling_group::NetworkInterfaceCountRequest> NetworkInterfaceCount{};
  cfn::Property<std::int64_t> OnDemandMaxPricePercentageOverLowestPrice{};
  cfn::Property<bool> RequireHibernateSupport{};
  cfn::Property<std::int64_t> SpotMaxPricePercentageOverLowestPrice{};
  cfn::Property<auto_scaling_group::TotalLocalStorageGBRequest> TotalLocalStorageGB{};
  cfn::Required<auto_scaling_group::VCpuCountRequest> VCpuCount;
};
cfn::Value toValue(const InstanceRequirements&);

struct LaunchTemplateOverrides {
  cfn::Property<cfn::Id<"AWS::EC2::Image.Id">> ImageId{};
  cfn::Property<auto_scaling_group::InstanceRequirements> InstanceRequirements{};
  cfn::Property<std::string> InstanceType{};
  cfn::Property<auto_scaling_group::LaunchTemplateSpecification> LaunchTemplateSpecification{};
  cfn::Property<std::string> WeightedCapacity{};
};
cfn::Value toValue(const LaunchTemplateOverrides&);

struct LaunchTemplate {
  cfn::Required<auto_scaling_group::LaunchTemplateSpecification> LaunchTemplateSpecification;
  cfn::Property<std::vector<auto_scaling_group::LaunchTemplateOverrides>> Overrides{};
};
cfn::Value toValue(const LaunchTemplate&);

struct MixedInstancesPolicy {
  cfn::Property<auto_scaling_group::InstancesDistribution> InstancesDistribution{};
  cfn::Required<auto_scaling_group::LaunchTemplate> LaunchTemplate;
};
cfn::Value toValue(const MixedInstancesPolicy&);

struct NotificationConfiguration {
  cfn::Property<std::vector<std::string>> NotificationTypes{};
  cfn::Required<std::string> TopicARN;
};
cfn::Value toValue(const NotificationConfiguration&);

struct TagProperty {
  cfn::Required<std::string> Key;
  cfn::Required<bool> PropagateAtLaunch;
  cfn::Required<std::string> Value;
};
cfn::Value toValue(const TagProperty&);

struct TrafficSourceIdentifier {
  cfn::Required<std::string> Identifier;
  cfn::Required<std::string> Type;
};
cfn::Value toValue(const TrafficSourceIdentifier&);

}  // namespace auto_scaling_group

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-autoscalinggroup.html
struct AutoScalingGroup {
  static constexpr std::string_view type = "AWS::AutoScaling::AutoScalingGroup";
  cfn::Property<std::string> AutoScalingGroupName{};
  cfn::Property<auto_scaling_group::AvailabilityZoneDistribution> AvailabilityZoneDistribution{};
  cfn::Property<std::vector<std::string>> AvailabilityZoneIds{};
  cfn::Property<auto_scaling_group::AvailabilityZoneImpairmentPolicy> AvailabilityZoneImpairmentPolicy{};
  cfn::Property<std::vector<std::string>> AvailabilityZones{};
  cfn::Property<bool> CapacityRebalance{};
  cfn::Property<auto_scaling_group::CapacityReservationSpecification> CapacityReservationSpecification{};
  cfn::Property<std::string> Context{};
  cfn::Property<std::string> Cooldown{};
  cfn::Property<std::int64_t> DefaultInstanceWarmup{};
  cfn::Property<cfn::OneOf<"none", "prevent-all-deletion", "prevent-force-deletion">> DeletionProtection{};
  cfn::Property<std::string> DesiredCapacity{};
  cfn::Property<std::string> DesiredCapacityType{};
  cfn::Property<std::int64_t> HealthCheckGracePeriod{};
  cfn::Property<std::string> HealthCheckType{};
  cfn::Property<std::string> InstanceId{};
  cfn::Property<auto_scaling_group::InstanceLifecyclePolicy> InstanceLifecyclePolicy{};
  cfn::Property<auto_scaling_group::InstanceMaintenancePolicy> InstanceMaintenancePolicy{};
  cfn::Property<std::string> LaunchConfigurationName{};
  cfn::Property<auto_scaling_group::LaunchTemplateSpecification> LaunchTemplate{};
  cfn::Property<std::vector<auto_scaling_group::LifecycleHookSpecification>> LifecycleHookSpecificationList{};
  cfn::Property<std::vector<std::string>> LoadBalancerNames{};
  cfn::Property<std::int64_t> MaxInstanceLifetime{};
  cfn::Required<std::string> MaxSize;
  cfn::Property<std::vector<auto_scaling_group::MetricsCollection>> MetricsCollection{};
  cfn::Required<std::string> MinSize;
  cfn::Property<auto_scaling_group::MixedInstancesPolicy> MixedInstancesPolicy{};
  cfn::Property<bool> NewInstancesProtectedFromScaleIn{};
  cfn::Property<auto_scaling_group::NotificationConfiguration> NotificationConfiguration{};
  cfn::Property<std::vector<auto_scaling_group::NotificationConfiguration>> NotificationConfigurations{};
  cfn::Property<std::string> PlacementGroup{};
  cfn::Property<cfn::Id<"AWS::IAM::Role.Arn">> ServiceLinkedRoleARN{};
  cfn::Property<bool> SkipZonalShiftValidation{};
  cfn::Property<std::vector<auto_scaling_group::TagProperty>> Tags{};
  cfn::Property<std::vector<cfn::Id<"AWS::ElasticLoadBalancingV2::TargetGroup">>> TargetGroupARNs{};
  cfn::Property<std::vector<std::string>> TerminationPolicies{};
  cfn::Property<std::vector<auto_scaling_group::TrafficSourceIdentifier>> TrafficSources{};
  cfn::Property<std::vector<std::string>> VPCZoneIdentifier{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::AutoScaling::AutoScalingGroup">> {
    using cfn::Handle<cfn::Typed<"AWS::AutoScaling::AutoScalingGroup">>::Handle;
    cfn::Expression autoScalingGroupArn() const { return {getAtt("AutoScalingGroupARN")}; }
    cfn::Expression autoScalingGroupName() const { return {getAtt("AutoScalingGroupName")}; }
    cfn::Expression availabilityZoneDistributionCapacityDistributionStrategy() const { return {getAtt("AvailabilityZoneDistribution.CapacityDistributionStrategy")}; }
    cfn::Expression availabilityZoneIds() const { return {getAtt("AvailabilityZoneIds")}; }
    cfn::Expression availabilityZoneImpairmentPolicyImpairedZoneHealthCheckBehavior() const { return {getAtt("AvailabilityZoneImpairmentPolicy.ImpairedZoneHealthCheckBehavior")}; }
    cfn::Expression availabilityZoneImpairmentPolicyZonalShiftEnabled() const { return {getAtt("AvailabilityZoneImpairmentPolicy.ZonalShiftEnabled")}; }
    cfn::Expression availabilityZones() const { return {getAtt("AvailabilityZones")}; }
    cfn::Expression capacityRebalance() const { return {getAtt("CapacityRebalance")}; }
    cfn::Expression capacityReservationSpecificationCapacityReservationPreference() const { return {getAtt("CapacityReservationSpecification.CapacityReservationPreference")}; }
    cfn::Expression capacityReservationSpecificationCapacityReservationTargetCapacityReservationIds() const { return {getAtt("CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationIds")}; }
    cfn::Expression capacityReservationSpecificationCapacityReservationTargetCapacityReservationResourceGroupArns() const { return {getAtt("CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArns")}; }
    cfn::Expression context() const { return {getAtt("Context")}; }
    cfn::Expression cooldown() const { return {getAtt("Cooldown")}; }
    cfn::Expression defaultInstanceWarmup() const { return {getAtt("DefaultInstanceWarmup")}; }
    cfn::Expression deletionProtection() const { return {getAtt("DeletionProtection")}; }
    cfn::Expression desiredCapacity() const { return {getAtt("DesiredCapacity")}; }
    cfn::Expression desiredCapacityType() const { return {getAtt("DesiredCapacityType")}; }
    cfn::Expression healthCheckGracePeriod() const { return {getAtt("HealthCheckGracePeriod")}; }
    cfn::Expression healthCheckType() const { return {getAtt("HealthCheckType")}; }
    cfn::Expression instanceId() const { return {getAtt("InstanceId")}; }
    cfn::Expression instanceLifecyclePolicyRetentionTriggersTerminateHookAbandon() const { return {getAtt("InstanceLifecyclePolicy.RetentionTriggers.TerminateHookAbandon")}; }
    cfn::Expression instanceMaintenancePolicyMaxHealthyPercentage() const { return {getAtt("InstanceMaintenancePolicy.MaxHealthyPercentage")}; }
    cfn::Expression instanceMaintenancePolicyMinHealthyPercentage() const { return {getAtt("InstanceMaintenancePolicy.MinHealthyPercentage")}; }
    cfn::Expression launchConfigurationName() const { return {getAtt("LaunchConfigurationName")}; }
    cfn::Expression launchTemplateLaunchTemplateId() const { return {getAtt("LaunchTemplate.LaunchTemplateId")}; }
    cfn::Expression launchTemplateLaunchTemplateName() const { return {getAtt("LaunchTemplate.LaunchTemplateName")}; }
    cfn::Expression launchTemplateVersion() const { return {getAtt("LaunchTemplate.Version")}; }
    cfn::Expression lifecycleHookSpecificationList() const { return {getAtt("LifecycleHookSpecificationList")}; }
    cfn::Expression loadBalancerNames() const { return {getAtt("LoadBalancerNames")}; }
    cfn::Expression maxInstanceLifetime() const { return {getAtt("MaxInstanceLifetime")}; }
    cfn::Expression maxSize() const { return {getAtt("MaxSize")}; }
    cfn::Expression metricsCollection() const { return {getAtt("MetricsCollection")}; }
    cfn::Expression minSize() const { return {getAtt("MinSize")}; }
    cfn::Expression mixedInstancesPolicyInstancesDistributionOnDemandAllocationStrategy() const { return {getAtt("MixedInstancesPolicy.InstancesDistribution.OnDemandAllocationStrategy")}; }
    cfn::Expression mixedInstancesPolicyInstancesDistributionOnDemandBaseCapacity() const { return {getAtt("MixedInstancesPolicy.InstancesDistribution.OnDemandBaseCapacity")}; }
    cfn::Expression mixedInstancesPolicyInstancesDistributionOnDemandPercentageAboveBaseCapacity() const { return {getAtt("MixedInstancesPolicy.InstancesDistribution.OnDemandPercentageAboveBaseCapacity")}; }
    cfn::Expression mixedInstancesPolicyInstancesDistributionSpotAllocationStrategy() const { return {getAtt("MixedInstancesPolicy.InstancesDistribution.SpotAllocationStrategy")}; }
    cfn::Expression mixedInstancesPolicyInstancesDistributionSpotInstancePools() const { return {getAtt("MixedInstancesPolicy.InstancesDistribution.SpotInstancePools")}; }
    cfn::Expression mixedInstancesPolicyInstancesDistributionSpotMaxPrice() const { return {getAtt("MixedInstancesPolicy.InstancesDistribution.SpotMaxPrice")}; }
    cfn::Expression mixedInstancesPolicyLaunchTemplateLaunchTemplateSpecificationLaunchTemplateId() const { return {getAtt("MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateId")}; }
    cfn::Expression mixedInstancesPolicyLaunchTemplateLaunchTemplateSpecificationLaunchTemplateName() const { return {getAtt("MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.LaunchTemplateName")}; }
    cfn::Expression mixedInstancesPolicyLaunchTemplateLaunchTemplateSpecificationVersion() const { return {getAtt("MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification.Version")}; }
    cfn::Expression mixedInstancesPolicyLaunchTemplateOverrides() const { return {getAtt("MixedInstancesPolicy.LaunchTemplate.Overrides")}; }
    cfn::Expression newInstancesProtectedFromScaleIn() const { return {getAtt("NewInstancesProtectedFromScaleIn")}; }
    cfn::Expression notificationConfigurationNotificationTypes() const { return {getAtt("NotificationConfiguration.NotificationTypes")}; }
    cfn::Expression notificationConfigurationTopicArn() const { return {getAtt("NotificationConfiguration.TopicARN")}; }
    cfn::Expression notificationConfigurations() const { return {getAtt("NotificationConfigurations")}; }
    cfn::Expression placementGroup() const { return {getAtt("PlacementGroup")}; }
    cfn::Typed<"AWS::IAM::Role.Arn"> serviceLinkedRoleArn() const { return {getAtt("ServiceLinkedRoleARN")}; }
    cfn::Expression skipZonalShiftValidation() const { return {getAtt("SkipZonalShiftValidation")}; }
    cfn::Expression tags() const { return {getAtt("Tags")}; }
    cfn::Expression targetGroupArNs() const { return {getAtt("TargetGroupARNs")}; }
    cfn::Expression terminationPolicies() const { return {getAtt("TerminationPolicies")}; }
    cfn::Expression trafficSources() const { return {getAtt("TrafficSources")}; }
    cfn::Expression vpcZoneIdentifier() const { return {getAtt("VPCZoneIdentifier")}; }
  };
};
cfn::Map properties(const AutoScalingGroup&);

namespace scaling_policy {
struct MetricDimension {
  cfn::Required<std::string> Name;
  cfn::Required<std::string> Value;
};
cfn::Value toValue(const MetricDimension&);

struct Metric {
  cfn::Property<std::vector<scaling_policy::MetricDimension>> Dimensions{};
  cfn::Required<std::string> MetricName;
  cfn::Required<std::string> Namespace;
};
cfn::Value toValue(const Metric&);

struct MetricStat {
  cfn::Required<scaling_policy::Metric> Metric;
  cfn::Required<std::string> Stat;
  cfn::Property<std::string> Unit{};
};
cfn::Value toValue(const MetricStat&);

struct MetricDataQuery {
  cfn::Property<std::string> Expression{};
  cfn::Required<std::string> Id;
  cfn::Property<std::string> Label{};
  cfn::Property<scaling_policy::MetricStat> MetricStat{};
  cfn::Property<bool> ReturnData{};
};
cfn::Value toValue(const MetricDataQuery&);

struct PredictiveScalingCustomizedCapacityMetric {
  cfn::Required<std::vector<scaling_policy::MetricDataQuery>> MetricDataQueries;
};
cfn::Value toValue(const PredictiveScalingCustomizedCapacityMetric&);

struct PredictiveScalingCustomizedLoadMetric {
  cfn::Required<std::vector<scaling_policy::MetricDataQuery>> MetricDataQueries;
};
cfn::Value toValue(const PredictiveScalingCustomizedLoadMetric&);

struct PredictiveScalingCustomizedScalingMetric {
  cfn::Required<std::vector<scaling_policy::MetricDataQuery>> MetricDataQueries;
};
cfn::Value toValue(const PredictiveScalingCustomizedScalingMetric&);

struct PredictiveScalingPredefinedLoadMetric {
  cfn::Required<cfn::OneOf<"ALBTargetGroupRequestCount", "ASGTotalCPUUtilization", "ASGTotalNetworkIn", "ASGTotalNetworkOut">> PredefinedMetricType;
  cfn::Property<std::string> ResourceLabel{};
};
cfn::Value toValue(const PredictiveScalingPredefinedLoadMetric&);

struct PredictiveScalingPredefinedMetricPair {
  cfn::Required<cfn::OneOf<"ALBRequestCount", "ASGCPUUtilization", "ASGNetworkIn", "ASGNetworkOut">> PredefinedMetricType;
  cfn::Property<std::string> ResourceLabel{};
};
cfn::Value toValue(const PredictiveScalingPredefinedMetricPair&);

struct PredictiveScalingPredefinedScalingMetric {
  cfn::Required<cfn::OneOf<"ALBRequestCountPerTarget", "ASGAverageCPUUtilization", "ASGAverageNetworkIn", "ASGAverageNetworkOut">> PredefinedMetricType;
  cfn::Property<std::string> ResourceLabel{};
};
cfn::Value toValue(const PredictiveScalingPredefinedScalingMetric&);

struct PredictiveScalingMetricSpecification {
  cfn::Property<scaling_policy::PredictiveScalingCustomizedCapacityMetric> CustomizedCapacityMetricSpecification{};
  cfn::Property<scaling_policy::PredictiveScalingCustomizedLoadMetric> CustomizedLoadMetricSpecification{};
  cfn::Property<scaling_policy::PredictiveScalingCustomizedScalingMetric> CustomizedScalingMetricSpecification{};
  cfn::Property<scaling_policy::PredictiveScalingPredefinedLoadMetric> PredefinedLoadMetricSpecification{};
  cfn::Property<scaling_policy::PredictiveScalingPredefinedMetricPair> PredefinedMetricPairSpecification{};
  cfn::Property<scaling_policy::PredictiveScalingPredefinedScalingMetric> PredefinedScalingMetricSpecification{};
  cfn::Required<double> TargetValue;
};
cfn::Value toValue(const PredictiveScalingMetricSpecification&);

struct PredictiveScalingConfiguration {
  cfn::Property<cfn::OneOf<"HonorMaxCapacity", "IncreaseMaxCapacity">> MaxCapacityBreachBehavior{};
  cfn::Property<std::int64_t> MaxCapacityBuffer{};
  cfn::Required<std::vector<scaling_policy::PredictiveScalingMetricSpecification>> MetricSpecifications;
  cfn::Property<cfn::OneOf<"ForecastAndScale", "ForecastOnly">> Mode{};
  cfn::Property<std::int64_t> SchedulingBufferTime{};
};
cfn::Value toValue(const PredictiveScalingConfiguration&);

struct StepAdjustment {
  cfn::Property<double> MetricIntervalLowerBound{};
  cfn::Property<double> MetricIntervalUpperBound{};
  cfn::Required<std::int64_t> ScalingAdjustment;
};
cfn::Value toValue(const StepAdjustment&);

struct TargetTrackingMetricStat {
  cfn::Required<scaling_policy::Metric> Metric;
  cfn::Property<std::int64_t> Period{};
  cfn::Required<std::string> Stat;
  cfn::Property<std::string> Unit{};
};
cfn::Value toValue(const TargetTrackingMetricStat&);

struct TargetTrackingMetricDataQuery {
  cfn::Property<std::string> Expression{};
  cfn::Required<std::string> Id;
  cfn::Property<std::string> Label{};
  cfn::Property<scaling_policy::TargetTrackingMetricStat> MetricStat{};
  cfn::Property<std::int64_t> Period{};
  cfn::Property<bool> ReturnData{};
};
cfn::Value toValue(const TargetTrackingMetricDataQuery&);

struct CustomizedMetricSpecification {
  cfn::Property<std::vector<scaling_policy::MetricDimension>> Dimensions{};
  cfn::Property<std::string> MetricName{};
  cfn::Property<std::vector<scaling_policy::TargetTrackingMetricDataQuery>> Metrics{};
  cfn::Property<std::string> Namespace{};
  cfn::Property<std::int64_t> Period{};
  cfn::Property<cfn::OneOf<"Average", "Maximum", "Minimum", "SampleCount", "Sum">> Statistic{};
  cfn::Property<std::string> Unit{};
};
cfn::Value toValue(const CustomizedMetricSpecification&);

struct PredefinedMetricSpecification {
  cfn::Required<cfn::OneOf<"ALBRequestCountPerTarget", "ASGAverageCPUUtilization", "ASGAverageNetworkIn", "ASGAverageNetworkOut">> PredefinedMetricType;
  cfn::Property<std::string> ResourceLabel{};
};
cfn::Value toValue(const PredefinedMetricSpecification&);

struct TargetTrackingConfiguration {
  cfn::Property<scaling_policy::CustomizedMetricSpecification> CustomizedMetricSpecification{};
  cfn::Property<bool> DisableScaleIn{};
  cfn::Property<scaling_policy::PredefinedMetricSpecification> PredefinedMetricSpecification{};
  cfn::Required<double> TargetValue;
};
cfn::Value toValue(const TargetTrackingConfiguration&);

}  // namespace scaling_policy

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-scalingpolicy.html
struct ScalingPolicy {
  static constexpr std::string_view type = "AWS::AutoScaling::ScalingPolicy";
  cfn::Property<cfn::OneOf<"ChangeInCapacity", "ExactCapacity", "PercentChangeInCapacity">> AdjustmentType{};
  cfn::Required<cfn::Id<"AWS::AutoScaling::AutoScalingGroup">> AutoScalingGroupName;
  cfn::Property<std::string> Cooldown{};
  cfn::Property<std::int64_t> EstimatedInstanceWarmup{};
  cfn::Property<cfn::OneOf<"Average", "Maximum", "Minimum">> MetricAggregationType{};
  cfn::Property<std::int64_t> MinAdjustmentMagnitude{};
  cfn::Property<cfn::OneOf<"PredictiveScaling", "SimpleScaling", "StepScaling", "TargetTrackingScaling">> PolicyType{};
  cfn::Property<scaling_policy::PredictiveScalingConfiguration> PredictiveScalingConfiguration{};
  cfn::Property<std::int64_t> ScalingAdjustment{};
  cfn::Property<std::vector<scaling_policy::StepAdjustment>> StepAdjustments{};
  cfn::Property<scaling_policy::TargetTrackingConfiguration> TargetTrackingConfiguration{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::AutoScaling::ScalingPolicy">> {
    using cfn::Handle<cfn::Typed<"AWS::AutoScaling::ScalingPolicy">>::Handle;
    cfn::Expression arn() const { return {getAtt("Arn")}; }
    cfn::Expression policyName() const { return {getAtt("PolicyName")}; }
  };
};
cfn::Map properties(const ScalingPolicy&);

}  // namespace aws::autoscaling
