// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#include "aws/rds.h"

namespace aws::rds {

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

}  // namespace aws::rds
