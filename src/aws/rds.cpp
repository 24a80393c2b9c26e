// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#include "aws/rds.h"

namespace aws::rds {

cfn::Value db_cluster::toValue(const DBClusterRole& v) {
  return cfn::fields({
      {"FeatureName", v.FeatureName},
      {"RoleArn", v.RoleArn},
  });
}

cfn::Value db_cluster::toValue(const MasterUserSecret& v) {
  return cfn::fields({
      {"KmsKeyId", v.KmsKeyId},
      {"SecretArn", v.SecretArn},
  });
}

cfn::Value db_cluster::toValue(const ScalingConfiguration& v) {
  return cfn::fields({
      {"AutoPause", v.AutoPause},
      {"MaxCapacity", v.MaxCapacity},
      {"MinCapacity", v.MinCapacity},
      {"SecondsBeforeTimeout", v.SecondsBeforeTimeout},
      {"SecondsUntilAutoPause", v.SecondsUntilAutoPause},
      {"TimeoutAction", v.TimeoutAction},
  });
}

cfn::Value db_cluster::toValue(const ServerlessV2ScalingConfiguration& v) {
  return cfn::fields({
      {"MaxCapacity", v.MaxCapacity},
      {"MinCapacity", v.MinCapacity},
      {"SecondsUntilAutoPause", v.SecondsUntilAutoPause},
  });
}

cfn::Map properties(const DBCluster& v) {
  return cfn::fields({
      {"AllocatedStorage", v.AllocatedStorage},
      {"AssociatedRoles", v.AssociatedRoles},
      {"AutoMinorVersionUpgrade", v.AutoMinorVersionUpgrade},
      {"AvailabilityZones", v.AvailabilityZones},
      {"BacktrackWindow", v.BacktrackWindow},
      {"BackupRetentionPeriod", v.BackupRetentionPeriod},
      {"ClusterScalabilityType", v.ClusterScalabilityType},
      {"CopyTagsToSnapshot", v.CopyTagsToSnapshot},
      {"DBClusterIdentifier", v.DBClusterIdentifier},
      {"DBClusterInstanceClass", v.DBClusterInstanceClass},
      {"DBClusterParameterGroupName", v.DBClusterParameterGroupName},
      {"DBInstanceParameterGroupName", v.DBInstanceParameterGroupName},
      {"DBSubnetGroupName", v.DBSubnetGroupName},
      {"DBSystemId", v.DBSystemId},
      {"DatabaseInsightsMode", v.DatabaseInsightsMode},
      {"DatabaseName", v.DatabaseName},
      {"DeleteAutomatedBackups", v.DeleteAutomatedBackups},
      {"DeletionProtection", v.DeletionProtection},
      {"Domain", v.Domain},
      {"DomainIAMRoleName", v.DomainIAMRoleName},
      {"EnableCloudwatchLogsExports", v.EnableCloudwatchLogsExports},
      {"EnableGlobalWriteForwarding", v.EnableGlobalWriteForwarding},
      {"EnableHttpEndpoint", v.EnableHttpEndpoint},
      {"EnableIAMDatabaseAuthentication", v.EnableIAMDatabaseAuthentication},
      {"EnableLocalWriteForwarding", v.EnableLocalWriteForwarding},
      {"Engine", v.Engine},
      {"EngineLifecycleSupport", v.EngineLifecycleSupport},
      {"EngineMode", v.EngineMode},
      {"EngineVersion", v.EngineVersion},
      {"GlobalClusterIdentifier", v.GlobalClusterIdentifier},
      {"Iops", v.Iops},
      {"KmsKeyId", v.KmsKeyId},
      {"ManageMasterUserPassword", v.ManageMasterUserPassword},
      {"MasterUserAuthenticationType", v.MasterUserAuthenticationType},
      {"MasterUserPassword", v.MasterUserPassword},
      {"MasterUserSecret", v.MasterUserSecret},
      {"MasterUsername", v.MasterUsername},
      {"MonitoringInterval", v.MonitoringInterval},
      {"MonitoringRoleArn", v.MonitoringRoleArn},
      {"NetworkType", v.NetworkType},
      {"PerformanceInsightsEnabled", v.PerformanceInsightsEnabled},
      {"PerformanceInsightsKmsKeyId", v.PerformanceInsightsKmsKeyId},
      {"PerformanceInsightsRetentionPeriod", v.PerformanceInsightsRetentionPeriod},
      {"Port", v.Port},
      {"PreferredBackupWindow", v.PreferredBackupWindow},
      {"PreferredMaintenanceWindow", v.PreferredMaintenanceWindow},
      {"PubliclyAccessible", v.PubliclyAccessible},
      {"ReplicationSourceIdentifier", v.ReplicationSourceIdentifier},
      {"RestoreToTime", v.RestoreToTime},
      {"RestoreType", v.RestoreType},
      {"ScalingConfiguration", v.ScalingConfiguration},
      {"ServerlessV2ScalingConfiguration", v.ServerlessV2ScalingConfiguration},
      {"SnapshotIdentifier", v.SnapshotIdentifier},
      {"SourceDBClusterIdentifier", v.SourceDBClusterIdentifier},
      {"SourceDbClusterResourceId", v.SourceDbClusterResourceId},
      {"SourceRegion", v.SourceRegion},
      {"StorageEncrypted", v.StorageEncrypted},
      {"StorageType", v.StorageType},
      {"Tags", v.Tags},
      {"UseLatestRestorableTime", v.UseLatestRestorableTime},
      {"VpcSecurityGroupIds", v.VpcSecurityGroupIds},
  });
}

cfn::Map properties(const DBClusterParameterGroup& v) {
  return cfn::fields({
      {"DBClusterParameterGroupName", v.DBClusterParameterGroupName},
      {"Description", v.Description},
      {"Family", v.Family},
      {"Parameters", v.Parameters},
      {"Tags", v.Tags},
  });
}

cfn::Value db_instance::toValue(const AdditionalStorageVolume& v) {
  return cfn::fields({
      {"AllocatedStorage", v.AllocatedStorage},
      {"Iops", v.Iops},
      {"MaxAllocatedStorage", v.MaxAllocatedStorage},
      {"StorageThroughput", v.StorageThroughput},
      {"StorageType", v.StorageType},
      {"VolumeName", v.VolumeName},
  });
}

cfn::Value db_instance::toValue(const DBInstanceRole& v) {
  return cfn::fields({
      {"FeatureName", v.FeatureName},
      {"RoleArn", v.RoleArn},
  });
}

cfn::Value db_instance::toValue(const MasterUserSecret& v) {
  return cfn::fields({
      {"KmsKeyId", v.KmsKeyId},
      {"SecretArn", v.SecretArn},
  });
}

cfn::Value db_instance::toValue(const ProcessorFeature& v) {
  return cfn::fields({
      {"Name", v.Name},
      {"Value", v.Value},
  });
}

cfn::Map properties(const DBInstance& v) {
  return cfn::fields({
      {"AdditionalStorageVolumes", v.AdditionalStorageVolumes},
      {"AllocatedStorage", v.AllocatedStorage},
      {"AllowMajorVersionUpgrade", v.AllowMajorVersionUpgrade},
      {"ApplyImmediately", v.ApplyImmediately},
      {"AssociatedRoles", v.AssociatedRoles},
      {"AutoMinorVersionUpgrade", v.AutoMinorVersionUpgrade},
      {"AutomaticBackupReplicationKmsKeyId", v.AutomaticBackupReplicationKmsKeyId},
      {"AutomaticBackupReplicationRegion", v.AutomaticBackupReplicationRegion},
      {"AutomaticBackupReplicationRetentionPeriod", v.AutomaticBackupReplicationRetentionPeriod},
      {"AvailabilityZone", v.AvailabilityZone},
      {"BackupRetentionPeriod", v.BackupRetentionPeriod},
      {"BackupTarget", v.BackupTarget},
      {"CACertificateIdentifier", v.CACertificateIdentifier},
      {"CertificateRotationRestart", v.CertificateRotationRestart},
      {"CharacterSetName", v.CharacterSetName},
      {"CopyTagsToSnapshot", v.CopyTagsToSnapshot},
      {"CustomIAMInstanceProfile", v.CustomIAMInstanceProfile},
      {"DBClusterIdentifier", v.DBClusterIdentifier},
      {"DBClusterSnapshotIdentifier", v.DBClusterSnapshotIdentifier},
      {"DBInstanceClass", v.DBInstanceClass},
      {"DBInstanceIdentifier", v.DBInstanceIdentifier},
      {"DBName", v.DBName},
      {"DBParameterGroupName", v.DBParameterGroupName},
      {"DBSecurityGroups", v.DBSecurityGroups},
      {"DBSnapshotIdentifier", v.DBSnapshotIdentifier},
      {"DBSubnetGroupName", v.DBSubnetGroupName},
      {"DBSystemId", v.DBSystemId},
      {"DatabaseInsightsMode", v.DatabaseInsightsMode},
      {"DedicatedLogVolume", v.DedicatedLogVolume},
      {"DeleteAutomatedBackups", v.DeleteAutomatedBackups},
      {"DeletionProtection", v.DeletionProtection},
      {"Domain", v.Domain},
      {"DomainAuthSecretArn", v.DomainAuthSecretArn},
      {"DomainDnsIps", v.DomainDnsIps},
      {"DomainFqdn", v.DomainFqdn},
      {"DomainIAMRoleName", v.DomainIAMRoleName},
      {"DomainOu", v.DomainOu},
      {"EnableCloudwatchLogsExports", v.EnableCloudwatchLogsExports},
      {"EnableIAMDatabaseAuthentication", v.EnableIAMDatabaseAuthentication},
      {"EnablePerformanceInsights", v.EnablePerformanceInsights},
      {"Engine", v.Engine},
      {"EngineLifecycleSupport", v.EngineLifecycleSupport},
      {"EngineVersion", v.EngineVersion},
      {"Iops", v.Iops},
      {"KmsKeyId", v.KmsKeyId},
      {"LicenseModel", v.LicenseModel},
      {"ManageMasterUserPassword", v.ManageMasterUserPassword},
      {"MasterUserAuthenticationType", v.MasterUserAuthenticationType},
      {"MasterUserPassword", v.MasterUserPassword},
      {"MasterUserSecret", v.MasterUserSecret},
      {"MasterUsername", v.MasterUsername},
      {"MaxAllocatedStorage", v.MaxAllocatedStorage},
      {"MonitoringInterval", v.MonitoringInterval},
      {"MonitoringRoleArn", v.MonitoringRoleArn},
      {"MultiAZ", v.MultiAZ},
      {"NcharCharacterSetName", v.NcharCharacterSetName},
      {"NetworkType", v.NetworkType},
      {"OptionGroupName", v.OptionGroupName},
      {"PerformanceInsightsKMSKeyId", v.PerformanceInsightsKMSKeyId},
      {"PerformanceInsightsRetentionPeriod", v.PerformanceInsightsRetentionPeriod},
      {"Port", v.Port},
      {"PreferredBackupWindow", v.PreferredBackupWindow},
      {"PreferredMaintenanceWindow", v.PreferredMaintenanceWindow},
      {"ProcessorFeatures", v.ProcessorFeatures},
      {"PromotionTier", v.PromotionTier},
      {"PubliclyAccessible", v.PubliclyAccessible},
      {"ReplicaMode", v.ReplicaMode},
      {"RestoreTime", v.RestoreTime},
      {"SourceDBClusterIdentifier", v.SourceDBClusterIdentifier},
      {"SourceDBInstanceAutomatedBackupsArn", v.SourceDBInstanceAutomatedBackupsArn},
      {"SourceDBInstanceIdentifier", v.SourceDBInstanceIdentifier},
      {"SourceDbiResourceId", v.SourceDbiResourceId},
      {"SourceRegion", v.SourceRegion},
      {"StorageEncrypted", v.StorageEncrypted},
      {"StorageThroughput", v.StorageThroughput},
      {"StorageType", v.StorageType},
      {"Tags", v.Tags},
      {"TdeCredentialArn", v.TdeCredentialArn},
      {"TdeCredentialPassword", v.TdeCredentialPassword},
      {"Timezone", v.Timezone},
      {"UseDefaultProcessorFeatures", v.UseDefaultProcessorFeatures},
      {"UseLatestRestorableTime", v.UseLatestRestorableTime},
      {"VPCSecurityGroups", v.VPCSecurityGroups},
  });
}

cfn::Map properties(const DBParameterGroup& v) {
  return cfn::fields({
      {"DBParameterGroupName", v.DBParameterGroupName},
      {"Description", v.Description},
      {"Family", v.Family},
      {"Parameters", v.Parameters},
      {"Tags", v.Tags},
  });
}

cfn::Map properties(const DBSubnetGroup& v) {
  return cfn::fields({
      {"DBSubnetGroupDescription", v.DBSubnetGroupDescription},
      {"DBSubnetGroupName", v.DBSubnetGroupName},
      {"SubnetIds", v.SubnetIds},
      {"Tags", v.Tags},
  });
}

cfn::Map properties(const EventSubscription& v) {
  return cfn::fields({
      {"Enabled", v.Enabled},
      {"EventCategories", v.EventCategories},
      {"SnsTopicArn", v.SnsTopicArn},
      {"SourceIds", v.SourceIds},
      {"SourceType", v.SourceType},
      {"SubscriptionName", v.SubscriptionName},
      {"Tags", v.Tags},
  });
}

cfn::Value option_group::toValue(const OptionSetting& v) {
  return cfn::fields({
      {"Name", v.Name},
      {"Value", v.Value},
  });
}

cfn::Value option_group::toValue(const OptionConfiguration& v) {
  return cfn::fields({
      {"DBSecurityGroupMemberships", v.DBSecurityGroupMemberships},
      {"OptionName", v.OptionName},
      {"OptionSettings", v.OptionSettings},
      {"OptionVersion", v.OptionVersion},
      {"Port", v.Port},
      {"VpcSecurityGroupMemberships", v.VpcSecurityGroupMemberships},
  });
}

cfn::Map properties(const OptionGroup& v) {
  return cfn::fields({
      {"EngineName", v.EngineName},
      {"MajorEngineVersion", v.MajorEngineVersion},
      {"OptionConfigurations", v.OptionConfigurations},
      {"OptionGroupDescription", v.OptionGroupDescription},
      {"OptionGroupName", v.OptionGroupName},
      {"Tags", v.Tags},
  });
}

}  // namespace aws::rds
