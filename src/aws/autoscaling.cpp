// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#include "aws/autoscaling.h"

namespace aws::autoscaling {

cfn::Value auto_scaling_group::toValue(const AvailabilityZoneDistribution& v) {
  return cfn::fields({
      {"CapacityDistributionStrategy", v.CapacityDistributionStrategy},
  });
}

cfn::Value auto_scaling_group::toValue(const AvailabilityZoneImpairmentPolicy& v) {
  return cfn::fields({
      {"ImpairedZoneHealthCheckBehavior", v.ImpairedZoneHealthCheckBehavior},
      {"ZonalShiftEnabled", v.ZonalShiftEnabled},
  });
}

cfn::Value auto_scaling_group::toValue(const CapacityReservationTarget& v) {
  return cfn::fields({
      {"CapacityReservationIds", v.CapacityReservationIds},
      {"CapacityReservationResourceGroupArns", v.CapacityReservationResourceGroupArns},
  });
}

cfn::Value auto_scaling_group::toValue(const CapacityReservationSpecification& v) {
  return cfn::fields({
      {"CapacityReservationPreference", v.CapacityReservationPreference},
      {"CapacityReservationTarget", v.CapacityReservationTarget},
  });
}

cfn::Value auto_scaling_group::toValue(const RetentionTriggers& v) {
  return cfn::fields({
      {"TerminateHookAbandon", v.TerminateHookAbandon},
  });
}

cfn::Value auto_scaling_group::toValue(const InstanceLifecyclePolicy& v) {
  return cfn::fields({
      {"RetentionTriggers", v.RetentionTriggers},
  });
}

cfn::Value auto_scaling_group::toValue(const InstanceMaintenancePolicy& v) {
  return cfn::fields({
      {"MaxHealthyPercentage", v.MaxHealthyPercentage},
      {"MinHealthyPercentage", v.MinHealthyPercentage},
  });
}

cfn::Value auto_scaling_group::toValue(const LaunchTemplateSpecification& v) {
  return cfn::fields({
      {"LaunchTemplateId", v.LaunchTemplateId},
      {"LaunchTemplateName", v.LaunchTemplateName},
      {"Version", v.Version},
  });
}

cfn::Value auto_scaling_group::toValue(const LifecycleHookSpecification& v) {
  return cfn::fields({
      {"DefaultResult", v.DefaultResult},
      {"HeartbeatTimeout", v.HeartbeatTimeout},
      {"LifecycleHookName", v.LifecycleHookName},
      {"LifecycleTransition", v.LifecycleTransition},
      {"NotificationMetadata", v.NotificationMetadata},
      {"NotificationTargetARN", v.NotificationTargetARN},
      {"RoleARN", v.RoleARN},
  });
}

cfn::Value auto_scaling_group::toValue(const MetricsCollection& v) {
  return cfn::fields({
      {"Granularity", v.Granularity},
      {"Metrics", v.Metrics},
  });
}

cfn::Value auto_scaling_group::toValue(const InstancesDistribution& v) {
  return cfn::fields({
      {"OnDemandAllocationStrategy", v.OnDemandAllocationStrategy},
      {"OnDemandBaseCapacity", v.OnDemandBaseCapacity},
      {"OnDemandPercentageAboveBaseCapacity", v.OnDemandPercentageAboveBaseCapacity},
      {"SpotAllocationStrategy", v.SpotAllocationStrategy},
      {"SpotInstancePools", v.SpotInstancePools},
      {"SpotMaxPrice", v.SpotMaxPrice},
  });
}

cfn::Value auto_scaling_group::toValue(const AcceleratorCountRequest& v) {
  return cfn::fields({
      {"Max", v.Max},
      {"Min", v.Min},
  });
}

cfn::Value auto_scaling_group::toValue(const AcceleratorTotalMemoryMiBRequest& v) {
  return cfn::fields({
      {"Max", v.Max},
      {"Min", v.Min},
  });
}

cfn::Value auto_scaling_group::toValue(const BaselineEbsBandwidthMbpsRequest& v) {
  return cfn::fields({
      {"Max", v.Max},
      {"Min", v.Min},
  });
}

cfn::Value auto_scaling_group::toValue(const PerformanceFactorReferenceRequest& v) {
  return cfn::fields({
      {"InstanceFamily", v.InstanceFamily},
  });
}

cfn::Value auto_scaling_group::toValue(const CpuPerformanceFactorRequest& v) {
  return cfn::fields({
      {"References", v.References},
  });
}

cfn::Value auto_scaling_group::toValue(const BaselinePerformanceFactorsRequest& v) {
  return cfn::fields({
      {"Cpu", v.Cpu},
  });
}

cfn::Value auto_scaling_group::toValue(const MemoryGiBPerVCpuRequest& v) {
  return cfn::fields({
      {"Max", v.Max},
      {"Min", v.Min},
  });
}

cfn::Value auto_scaling_group::toValue(const MemoryMiBRequest& v) {
  return cfn::fields({
      {"Max", v.Max},
      {"Min", v.Min},
  });
}

cfn::Value auto_scaling_group::toValue(const NetworkBandwidthGbpsRequest& v) {
  return cfn::fields({
      {"Max", v.Max},
      {"Min", v.Min},
  });
}

cfn::Value auto_scaling_group::toValue(const NetworkInterfaceCountRequest& v) {
  return cfn::fields({
      {"Max", v.Max},
      {"Min", v.Min},
  });
}

cfn::Value auto_scaling_group::toValue(const TotalLocalStorageGBRequest& v) {
  return cfn::fields({
      {"Max", v.Max},
      {"Min", v.Min},
  });
}

cfn::Value auto_scaling_group::toValue(const VCpuCountRequest& v) {
  return cfn::fields({
      {"Max", v.Max},
      {"Min", v.Min},
  });
}

cfn::Value auto_scaling_group::toValue(const InstanceRequirements& v) {
  return cfn::fields({
      {"AcceleratorCount", v.AcceleratorCount},
      {"AcceleratorManufacturers", v.AcceleratorManufacturers},
      {"AcceleratorNames", v.AcceleratorNames},
      {"AcceleratorTotalMemoryMiB", v.AcceleratorTotalMemoryMiB},
      {"AcceleratorTypes", v.AcceleratorTypes},
      {"AllowedInstanceTypes", v.AllowedInstanceTypes},
      {"BareMetal", v.BareMetal},
      {"BaselineEbsBandwidthMbps", v.BaselineEbsBandwidthMbps},
      {"BaselinePerformanceFactors", v.BaselinePerformanceFactors},
      {"BurstablePerformance", v.BurstablePerformance},
      {"CpuManufacturers", v.CpuManufacturers},
      {"ExcludedInstanceTypes", v.ExcludedInstanceTypes},
      {"InstanceGenerations", v.InstanceGenerations},
      {"LocalStorage", v.LocalStorage},
      {"LocalStorageTypes", v.LocalStorageTypes},
      {"MaxSpotPriceAsPercentageOfOptimalOnDemandPrice", v.MaxSpotPriceAsPercentageOfOptimalOnDemandPrice},
      {"MemoryGiBPerVCpu", v.MemoryGiBPerVCpu},
      {"MemoryMiB", v.MemoryMiB},
      {"NetworkBandwidthGbps", v.NetworkBandwidthGbps},
      {"NetworkInterfaceCount", v.NetworkInterfaceCount},
      {"OnDemandMaxPricePercentageOverLowestPrice", v.OnDemandMaxPricePercentageOverLowestPrice},
      {"RequireHibernateSupport", v.RequireHibernateSupport},
      {"SpotMaxPricePercentageOverLowestPrice", v.SpotMaxPricePercentageOverLowestPrice},
      {"TotalLocalStorageGB", v.TotalLocalStorageGB},
      {"VCpuCount", v.VCpuCount},
  });
}

cfn::Value auto_scaling_group::toValue(const LaunchTemplateOverrides& v) {
  return cfn::fields({
      {"ImageId", v.ImageId},
      {"InstanceRequirements", v.InstanceRequirements},
      {"InstanceType", v.InstanceType},
      {"LaunchTemplateSpecification", v.LaunchTemplateSpecification},
      {"WeightedCapacity", v.WeightedCapacity},
  });
}

cfn::Value auto_scaling_group::toValue(const LaunchTemplate& v) {
  return cfn::fields({
      {"LaunchTemplateSpecification", v.LaunchTemplateSpecification},
      {"Overrides", v.Overrides},
  });
}

cfn::Value auto_scaling_group::toValue(const MixedInstancesPolicy& v) {
  return cfn::fields({
      {"InstancesDistribution", v.InstancesDistribution},
      {"LaunchTemplate", v.LaunchTemplate},
  });
}

cfn::Value auto_scaling_group::toValue(const NotificationConfiguration& v) {
  return cfn::fields({
      {"NotificationTypes", v.NotificationTypes},
      {"TopicARN", v.TopicARN},
  });
}

cfn::Value auto_scaling_group::toValue(const TagProperty& v) {
  return cfn::fields({
      {"Key", v.Key},
      {"PropagateAtLaunch", v.PropagateAtLaunch},
      {"Value", v.Value},
  });
}

cfn::Value auto_scaling_group::toValue(const TrafficSourceIdentifier& v) {
  return cfn::fields({
      {"Identifier", v.Identifier},
      {"Type", v.Type},
  });
}

cfn::Map properties(const AutoScalingGroup& v) {
  return cfn::fields({
      {"AutoScalingGroupName", v.AutoScalingGroupName},
      {"AvailabilityZoneDistribution", v.AvailabilityZoneDistribution},
      {"AvailabilityZoneIds", v.AvailabilityZoneIds},
      {"AvailabilityZoneImpairmentPolicy", v.AvailabilityZoneImpairmentPolicy},
      {"AvailabilityZones", v.AvailabilityZones},
      {"CapacityRebalance", v.CapacityRebalance},
      {"CapacityReservationSpecification", v.CapacityReservationSpecification},
      {"Context", v.Context},
      {"Cooldown", v.Cooldown},
      {"DefaultInstanceWarmup", v.DefaultInstanceWarmup},
      {"DeletionProtection", v.DeletionProtection},
      {"DesiredCapacity", v.DesiredCapacity},
      {"DesiredCapacityType", v.DesiredCapacityType},
      {"HealthCheckGracePeriod", v.HealthCheckGracePeriod},
      {"HealthCheckType", v.HealthCheckType},
      {"InstanceId", v.InstanceId},
      {"InstanceLifecyclePolicy", v.InstanceLifecyclePolicy},
      {"InstanceMaintenancePolicy", v.InstanceMaintenancePolicy},
      {"LaunchConfigurationName", v.LaunchConfigurationName},
      {"LaunchTemplate", v.LaunchTemplate},
      {"LifecycleHookSpecificationList", v.LifecycleHookSpecificationList},
      {"LoadBalancerNames", v.LoadBalancerNames},
      {"MaxInstanceLifetime", v.MaxInstanceLifetime},
      {"MaxSize", v.MaxSize},
      {"MetricsCollection", v.MetricsCollection},
      {"MinSize", v.MinSize},
      {"MixedInstancesPolicy", v.MixedInstancesPolicy},
      {"NewInstancesProtectedFromScaleIn", v.NewInstancesProtectedFromScaleIn},
      {"NotificationConfiguration", v.NotificationConfiguration},
      {"NotificationConfigurations", v.NotificationConfigurations},
      {"PlacementGroup", v.PlacementGroup},
      {"ServiceLinkedRoleARN", v.ServiceLinkedRoleARN},
      {"SkipZonalShiftValidation", v.SkipZonalShiftValidation},
      {"Tags", v.Tags},
      {"TargetGroupARNs", v.TargetGroupARNs},
      {"TerminationPolicies", v.TerminationPolicies},
      {"TrafficSources", v.TrafficSources},
      {"VPCZoneIdentifier", v.VPCZoneIdentifier},
  });
}

cfn::Value scaling_policy::toValue(const MetricDimension& v) {
  return cfn::fields({
      {"Name", v.Name},
      {"Value", v.Value},
  });
}

cfn::Value scaling_policy::toValue(const Metric& v) {
  return cfn::fields({
      {"Dimensions", v.Dimensions},
      {"MetricName", v.MetricName},
      {"Namespace", v.Namespace},
  });
}

cfn::Value scaling_policy::toValue(const MetricStat& v) {
  return cfn::fields({
      {"Metric", v.Metric},
      {"Stat", v.Stat},
      {"Unit", v.Unit},
  });
}

cfn::Value scaling_policy::toValue(const MetricDataQuery& v) {
  return cfn::fields({
      {"Expression", v.Expression},
      {"Id", v.Id},
      {"Label", v.Label},
      {"MetricStat", v.MetricStat},
      {"ReturnData", v.ReturnData},
  });
}

cfn::Value scaling_policy::toValue(const PredictiveScalingCustomizedCapacityMetric& v) {
  return cfn::fields({
      {"MetricDataQueries", v.MetricDataQueries},
  });
}

cfn::Value scaling_policy::toValue(const PredictiveScalingCustomizedLoadMetric& v) {
  return cfn::fields({
      {"MetricDataQueries", v.MetricDataQueries},
  });
}

cfn::Value scaling_policy::toValue(const PredictiveScalingCustomizedScalingMetric& v) {
  return cfn::fields({
      {"MetricDataQueries", v.MetricDataQueries},
  });
}

cfn::Value scaling_policy::toValue(const PredictiveScalingPredefinedLoadMetric& v) {
  return cfn::fields({
      {"PredefinedMetricType", v.PredefinedMetricType},
      {"ResourceLabel", v.ResourceLabel},
  });
}

cfn::Value scaling_policy::toValue(const PredictiveScalingPredefinedMetricPair& v) {
  return cfn::fields({
      {"PredefinedMetricType", v.PredefinedMetricType},
      {"ResourceLabel", v.ResourceLabel},
  });
}

cfn::Value scaling_policy::toValue(const PredictiveScalingPredefinedScalingMetric& v) {
  return cfn::fields({
      {"PredefinedMetricType", v.PredefinedMetricType},
      {"ResourceLabel", v.ResourceLabel},
  });
}

cfn::Value scaling_policy::toValue(const PredictiveScalingMetricSpecification& v) {
  return cfn::fields({
      {"CustomizedCapacityMetricSpecification", v.CustomizedCapacityMetricSpecification},
      {"CustomizedLoadMetricSpecification", v.CustomizedLoadMetricSpecification},
      {"CustomizedScalingMetricSpecification", v.CustomizedScalingMetricSpecification},
      {"PredefinedLoadMetricSpecification", v.PredefinedLoadMetricSpecification},
      {"PredefinedMetricPairSpecification", v.PredefinedMetricPairSpecification},
      {"PredefinedScalingMetricSpecification", v.PredefinedScalingMetricSpecification},
      {"TargetValue", v.TargetValue},
  });
}

cfn::Value scaling_policy::toValue(const PredictiveScalingConfiguration& v) {
  return cfn::fields({
      {"MaxCapacityBreachBehavior", v.MaxCapacityBreachBehavior},
      {"MaxCapacityBuffer", v.MaxCapacityBuffer},
      {"MetricSpecifications", v.MetricSpecifications},
      {"Mode", v.Mode},
      {"SchedulingBufferTime", v.SchedulingBufferTime},
  });
}

cfn::Value scaling_policy::toValue(const StepAdjustment& v) {
  return cfn::fields({
      {"MetricIntervalLowerBound", v.MetricIntervalLowerBound},
      {"MetricIntervalUpperBound", v.MetricIntervalUpperBound},
      {"ScalingAdjustment", v.ScalingAdjustment},
  });
}

cfn::Value scaling_policy::toValue(const TargetTrackingMetricStat& v) {
  return cfn::fields({
      {"Metric", v.Metric},
      {"Period", v.Period},
      {"Stat", v.Stat},
      {"Unit", v.Unit},
  });
}

cfn::Value scaling_policy::toValue(const TargetTrackingMetricDataQuery& v) {
  return cfn::fields({
      {"Expression", v.Expression},
      {"Id", v.Id},
      {"Label", v.Label},
      {"MetricStat", v.MetricStat},
      {"Period", v.Period},
      {"ReturnData", v.ReturnData},
  });
}

cfn::Value scaling_policy::toValue(const CustomizedMetricSpecification& v) {
  return cfn::fields({
      {"Dimensions", v.Dimensions},
      {"MetricName", v.MetricName},
      {"Metrics", v.Metrics},
      {"Namespace", v.Namespace},
      {"Period", v.Period},
      {"Statistic", v.Statistic},
      {"Unit", v.Unit},
  });
}

cfn::Value scaling_policy::toValue(const PredefinedMetricSpecification& v) {
  return cfn::fields({
      {"PredefinedMetricType", v.PredefinedMetricType},
      {"ResourceLabel", v.ResourceLabel},
  });
}

cfn::Value scaling_policy::toValue(const TargetTrackingConfiguration& v) {
  return cfn::fields({
      {"CustomizedMetricSpecification", v.CustomizedMetricSpecification},
      {"DisableScaleIn", v.DisableScaleIn},
      {"PredefinedMetricSpecification", v.PredefinedMetricSpecification},
      {"TargetValue", v.TargetValue},
  });
}

cfn::Map properties(const ScalingPolicy& v) {
  return cfn::fields({
      {"AdjustmentType", v.AdjustmentType},
      {"AutoScalingGroupName", v.AutoScalingGroupName},
      {"Cooldown", v.Cooldown},
      {"EstimatedInstanceWarmup", v.EstimatedInstanceWarmup},
      {"MetricAggregationType", v.MetricAggregationType},
      {"MinAdjustmentMagnitude", v.MinAdjustmentMagnitude},
      {"PolicyType", v.PolicyType},
      {"PredictiveScalingConfiguration", v.PredictiveScalingConfiguration},
      {"ScalingAdjustment", v.ScalingAdjustment},
      {"StepAdjustments", v.StepAdjustments},
      {"TargetTrackingConfiguration", v.TargetTrackingConfiguration},
  });
}

}  // namespace aws::autoscaling
