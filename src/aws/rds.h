// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#pragma once

#include "cloudformation/template.h"

namespace aws::rds {

namespace db_instance {
struct AdditionalStorageVolume {
  cfn::Property<std::string> AllocatedStorage{};
  cfn::Property<std::int64_t> Iops{};
  cfn::Property<std::int64_t> MaxAllocatedStorage{};
  cfn::Property<std::int64_t> StorageThroughput{};
  cfn::Property<std::string> StorageType{};
  cfn::Property<std::string> VolumeName{};
};
cfn::Value toValue(const AdditionalStorageVolume&);

struct DBInstanceRole {
  cfn::Required<std::string> FeatureName;
  cfn::Required<cfn::Id<"AWS::IAM::Role.Arn">> RoleArn;
};
cfn::Value toValue(const DBInstanceRole&);

struct MasterUserSecret {
  cfn::Property<std::string> KmsKeyId{};
  cfn::Property<std::string> SecretArn{};
};
cfn::Value toValue(const MasterUserSecret&);

struct ProcessorFeature {
  cfn::Property<cfn::OneOf<"coreCount", "threadsPerCore">> Name{};
  cfn::Property<std::string> Value{};
};
cfn::Value toValue(const ProcessorFeature&);

}  // namespace db_instance

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html
struct DBInstance {
  static constexpr std::string_view type = "AWS::RDS::DBInstance";
  cfn::Property<std::vector<db_instance::AdditionalStorageVolume>> AdditionalStorageVolumes{};
  cfn::Property<std::string> AllocatedStorage{};
  cfn::Property<bool> AllowMajorVersionUpgrade{};
  cfn::Property<bool> ApplyImmediately{};
  cfn::Property<std::vector<db_instance::DBInstanceRole>> AssociatedRoles{};
  cfn::Property<bool> AutoMinorVersionUpgrade{};
  cfn::Property<std::string> AutomaticBackupReplicationKmsKeyId{};
  cfn::Property<std::string> AutomaticBackupReplicationRegion{};
  cfn::Property<std::int64_t> AutomaticBackupReplicationRetentionPeriod{};
  cfn::Property<std::string> AvailabilityZone{};
  cfn::Property<std::int64_t> BackupRetentionPeriod{};
  cfn::Property<std::string> BackupTarget{};
  cfn::Property<std::string> CACertificateIdentifier{};
  cfn::Property<bool> CertificateRotationRestart{};
  cfn::Property<std::string> CharacterSetName{};
  cfn::Property<bool> CopyTagsToSnapshot{};
  cfn::Property<std::string> CustomIAMInstanceProfile{};
  cfn::Property<std::string> DBClusterIdentifier{};
  cfn::Property<std::string> DBClusterSnapshotIdentifier{};
  cfn::Property<std::string> DBInstanceClass{};
  cfn::Property<std::string> DBInstanceIdentifier{};
  cfn::Property<std::string> DBName{};
  cfn::Property<cfn::Id<"AWS::RDS::DBParameterGroup">> DBParameterGroupName{};
  cfn::Property<std::vector<std::string>> DBSecurityGroups{};
  cfn::Property<std::string> DBSnapshotIdentifier{};
  cfn::Property<cfn::Id<"AWS::RDS::DBSubnetGroup">> DBSubnetGroupName{};
  cfn::Property<std::string> DBSystemId{};
  cfn::Property<cfn::OneOf<"advanced", "standard">> DatabaseInsightsMode{};
  cfn::Property<bool> DedicatedLogVolume{};
  cfn::Property<bool> DeleteAutomatedBackups{};
  cfn::Property<bool> DeletionProtection{};
  cfn::Property<std::string> Domain{};
  cfn::Property<std::string> DomainAuthSecretArn{};
  cfn::Property<std::vector<std::string>> DomainDnsIps{};
  cfn::Property<std::string> DomainFqdn{};
  cfn::Property<std::string> DomainIAMRoleName{};
  cfn::Property<std::string> DomainOu{};
  cfn::Property<std::vector<std::string>> EnableCloudwatchLogsExports{};
  cfn::Property<bool> EnableIAMDatabaseAuthentication{};
  cfn::Property<bool> EnablePerformanceInsights{};
  cfn::Property<std::string> Engine{};
  cfn::Property<std::string> EngineLifecycleSupport{};
  cfn::Property<std::string> EngineVersion{};
  cfn::Property<std::int64_t> Iops{};
  cfn::Property<std::string> KmsKeyId{};
  cfn::Property<std::string> LicenseModel{};
  cfn::Property<bool> ManageMasterUserPassword{};
  cfn::Property<cfn::OneOf<"iam-db-auth", "password">> MasterUserAuthenticationType{};
  cfn::Property<std::string> MasterUserPassword{};
  cfn::Property<db_instance::MasterUserSecret> MasterUserSecret{};
  cfn::Property<std::string> MasterUsername{};
  cfn::Property<std::int64_t> MaxAllocatedStorage{};
  cfn::Property<std::int64_t> MonitoringInterval{};
  cfn::Property<cfn::Id<"AWS::IAM::Role.Arn">> MonitoringRoleArn{};
  cfn::Property<bool> MultiAZ{};
  cfn::Property<std::string> NcharCharacterSetName{};
  cfn::Property<std::string> NetworkType{};
  cfn::Property<std::string> OptionGroupName{};
  cfn::Property<std::string> PerformanceInsightsKMSKeyId{};
  cfn::Property<std::int64_t> PerformanceInsightsRetentionPeriod{};
  cfn::Property<std::string> Port{};
  cfn::Property<std::string> PreferredBackupWindow{};
  cfn::Property<std::string> PreferredMaintenanceWindow{};
  cfn::Property<std::vector<db_instance::ProcessorFeature>> ProcessorFeatures{};
  cfn::Property<std::int64_t> PromotionTier{};
  cfn::Property<bool> PubliclyAccessible{};
  cfn::Property<std::string> ReplicaMode{};
  cfn::Property<std::string> RestoreTime{};
  cfn::Property<std::string> SourceDBClusterIdentifier{};
  cfn::Property<std::string> SourceDBInstanceAutomatedBackupsArn{};
  cfn::Property<std::string> SourceDBInstanceIdentifier{};
  cfn::Property<std::string> SourceDbiResourceId{};
  cfn::Property<std::string> SourceRegion{};
  cfn::Property<bool> StorageEncrypted{};
  cfn::Property<std::int64_t> StorageThroughput{};
  cfn::Property<std::string> StorageType{};
  cfn::Property<std::vector<cfn::Tag>> Tags{};
  cfn::Property<std::string> TdeCredentialArn{};
  cfn::Property<std::string> TdeCredentialPassword{};
  cfn::Property<std::string> Timezone{};
  cfn::Property<bool> UseDefaultProcessorFeatures{};
  cfn::Property<bool> UseLatestRestorableTime{};
  cfn::Property<std::vector<std::string>> VPCSecurityGroups{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::RDS::DBInstance">> {
    using cfn::Handle<cfn::Typed<"AWS::RDS::DBInstance">>::Handle;
    cfn::Expression additionalStorageVolumes() const { return {getAtt("AdditionalStorageVolumes")}; }
    cfn::Expression allocatedStorage() const { return {getAtt("AllocatedStorage")}; }
    cfn::Expression allowMajorVersionUpgrade() const { return {getAtt("AllowMajorVersionUpgrade")}; }
    cfn::Expression applyImmediately() const { return {getAtt("ApplyImmediately")}; }
    cfn::Expression associatedRoles() const { return {getAtt("AssociatedRoles")}; }
    cfn::Expression autoMinorVersionUpgrade() const { return {getAtt("AutoMinorVersionUpgrade")}; }
    cfn::Expression automaticBackupReplicationKmsKeyId() const { return {getAtt("AutomaticBackupReplicationKmsKeyId")}; }
    cfn::Expression automaticBackupReplicationRegion() const { return {getAtt("AutomaticBackupReplicationRegion")}; }
    cfn::Expression automaticBackupReplicationRetentionPeriod() const { return {getAtt("AutomaticBackupReplicationRetentionPeriod")}; }
    cfn::Expression automaticRestartTime() const { return {getAtt("AutomaticRestartTime")}; }
    cfn::Expression availabilityZone() const { return {getAtt("AvailabilityZone")}; }
    cfn::Expression backupRetentionPeriod() const { return {getAtt("BackupRetentionPeriod")}; }
    cfn::Expression backupTarget() const { return {getAtt("BackupTarget")}; }
    cfn::Expression caCertificateIdentifier() const { return {getAtt("CACertificateIdentifier")}; }
    cfn::Expression certificateDetailsCaIdentifier() const { return {getAtt("CertificateDetails.CAIdentifier")}; }
    cfn::Expression certificateDetailsValidTill() const { return {getAtt("CertificateDetails.ValidTill")}; }
    cfn::Expression certificateRotationRestart() const { return {getAtt("CertificateRotationRestart")}; }
    cfn::Expression characterSetName() const { return {getAtt("CharacterSetName")}; }
    cfn::Expression copyTagsToSnapshot() const { return {getAtt("CopyTagsToSnapshot")}; }
    cfn::Expression customIamInstanceProfile() const { return {getAtt("CustomIAMInstanceProfile")}; }
    cfn::Expression dbClusterIdentifier() const { return {getAtt("DBClusterIdentifier")}; }
    cfn::Expression dbClusterSnapshotIdentifier() const { return {getAtt("DBClusterSnapshotIdentifier")}; }
    cfn::Expression dbInstanceArn() const { return {getAtt("DBInstanceArn")}; }
    cfn::Expression dbInstanceClass() const { return {getAtt("DBInstanceClass")}; }
    cfn::Expression dbInstanceIdentifier() const { return {getAtt("DBInstanceIdentifier")}; }
    cfn::Expression dbInstanceStatus() const { return {getAtt("DBInstanceStatus")}; }
    cfn::Expression dbName() const { return {getAtt("DBName")}; }
    cfn::Expression dbParameterGroupName() const { return {getAtt("DBParameterGroupName")}; }
    cfn::Expression dbSecurityGroups() const { return {getAtt("DBSecurityGroups")}; }
    cfn::Expression dbSnapshotIdentifier() const { return {getAtt("DBSnapshotIdentifier")}; }
    cfn::Expression dbSubnetGroupName() const { return {getAtt("DBSubnetGroupName")}; }
    cfn::Expression dbSystemId() const { return {getAtt("DBSystemId")}; }
    cfn::Expression databaseInsightsMode() const { return {getAtt("DatabaseInsightsMode")}; }
    cfn::Expression dbiResourceId() const { return {getAtt("DbiResourceId")}; }
    cfn::Expression dedicatedLogVolume() const { return {getAtt("DedicatedLogVolume")}; }
    cfn::Expression deleteAutomatedBackups() const { return {getAtt("DeleteAutomatedBackups")}; }
    cfn::Expression deletionProtection() const { return {getAtt("DeletionProtection")}; }
    cfn::Expression domain() const { return {getAtt("Domain")}; }
    cfn::Expression domainAuthSecretArn() const { return {getAtt("DomainAuthSecretArn")}; }
    cfn::Expression domainDnsIps() const { return {getAtt("DomainDnsIps")}; }
    cfn::Expression domainFqdn() const { return {getAtt("DomainFqdn")}; }
    cfn::Expression domainIamRoleName() const { return {getAtt("DomainIAMRoleName")}; }
    cfn::Expression domainOu() const { return {getAtt("DomainOu")}; }
    cfn::Expression enableCloudwatchLogsExports() const { return {getAtt("EnableCloudwatchLogsExports")}; }
    cfn::Expression enableIamDatabaseAuthentication() const { return {getAtt("EnableIAMDatabaseAuthentication")}; }
    cfn::Expression enablePerformanceInsights() const { return {getAtt("EnablePerformanceInsights")}; }
    cfn::Expression endpointAddress() const { return {getAtt("Endpoint.Address")}; }
    cfn::Expression endpointHostedZoneId() const { return {getAtt("Endpoint.HostedZoneId")}; }
    cfn::Expression endpointPort() const { return {getAtt("Endpoint.Port")}; }
    cfn::Expression engine() const { return {getAtt("Engine")}; }
    cfn::Expression engineLifecycleSupport() const { return {getAtt("EngineLifecycleSupport")}; }
    cfn::Expression engineVersion() const { return {getAtt("EngineVersion")}; }
    cfn::Expression instanceCreateTime() const { return {getAtt("InstanceCreateTime")}; }
    cfn::Expression iops() const { return {getAtt("Iops")}; }
    cfn::Expression isStorageConfigUpgradeAvailable() const { return {getAtt("IsStorageConfigUpgradeAvailable")}; }
    cfn::Expression kmsKeyId() const { return {getAtt("KmsKeyId")}; }
    cfn::Expression latestRestorableTime() const { return {getAtt("LatestRestorableTime")}; }
    cfn::Expression licenseModel() const { return {getAtt("LicenseModel")}; }
    cfn::Expression listenerEndpointAddress() const { return {getAtt("ListenerEndpoint.Address")}; }
    cfn::Expression listenerEndpointHostedZoneId() const { return {getAtt("ListenerEndpoint.HostedZoneId")}; }
    cfn::Expression listenerEndpointPort() const { return {getAtt("ListenerEndpoint.Port")}; }
    cfn::Expression manageMasterUserPassword() const { return {getAtt("ManageMasterUserPassword")}; }
    cfn::Expression masterUserAuthenticationType() const { return {getAtt("MasterUserAuthenticationType")}; }
    cfn::Expression masterUserPassword() const { return {getAtt("MasterUserPassword")}; }
    cfn::Expression masterUserSecretKmsKeyId() const { return {getAtt("MasterUserSecret.KmsKeyId")}; }
    cfn::Expression masterUserSecretSecretArn() const { return {getAtt("MasterUserSecret.SecretArn")}; }
    cfn::Expression masterUsername() const { return {getAtt("MasterUsername")}; }
    cfn::Expression maxAllocatedStorage() const { return {getAtt("MaxAllocatedStorage")}; }
    cfn::Expression monitoringInterval() const { return {getAtt("MonitoringInterval")}; }
    cfn::Typed<"AWS::IAM::Role.Arn"> monitoringRoleArn() const { return {getAtt("MonitoringRoleArn")}; }
    cfn::Expression multiAz() const { return {getAtt("MultiAZ")}; }
    cfn::Expression ncharCharacterSetName() const { return {getAtt("NcharCharacterSetName")}; }
    cfn::Expression networkType() const { return {getAtt("NetworkType")}; }
    cfn::Expression optionGroupName() const { return {getAtt("OptionGroupName")}; }
    cfn::Expression percentProgress() const { return {getAtt("PercentProgress")}; }
    cfn::Expression performanceInsightsKmsKeyId() const { return {getAtt("PerformanceInsightsKMSKeyId")}; }
    cfn::Expression performanceInsightsRetentionPeriod() const { return {getAtt("PerformanceInsightsRetentionPeriod")}; }
    cfn::Expression port() const { return {getAtt("Port")}; }
    cfn::Expression preferredBackupWindow() const { return {getAtt("PreferredBackupWindow")}; }
    cfn::Expression preferredMaintenanceWindow() const { return {getAtt("PreferredMaintenanceWindow")}; }
    cfn::Expression processorFeatures() const { return {getAtt("ProcessorFeatures")}; }
    cfn::Expression promotionTier() const { return {getAtt("PromotionTier")}; }
    cfn::Expression publiclyAccessible() const { return {getAtt("PubliclyAccessible")}; }
    cfn::Expression readReplicaDbClusterIdentifiers() const { return {getAtt("ReadReplicaDBClusterIdentifiers")}; }
    cfn::Expression readReplicaDbInstanceIdentifiers() const { return {getAtt("ReadReplicaDBInstanceIdentifiers")}; }
    cfn::Expression replicaMode() const { return {getAtt("ReplicaMode")}; }
    cfn::Expression restoreTime() const { return {getAtt("RestoreTime")}; }
    cfn::Expression resumeFullAutomationModeTime() const { return {getAtt("ResumeFullAutomationModeTime")}; }
    cfn::Expression secondaryAvailabilityZone() const { return {getAtt("SecondaryAvailabilityZone")}; }
    cfn::Expression sourceDbClusterIdentifier() const { return {getAtt("SourceDBClusterIdentifier")}; }
    cfn::Expression sourceDbInstanceAutomatedBackupsArn() const { return {getAtt("SourceDBInstanceAutomatedBackupsArn")}; }
    cfn::Expression sourceDbInstanceIdentifier() const { return {getAtt("SourceDBInstanceIdentifier")}; }
    cfn::Expression sourceDbiResourceId() const { return {getAtt("SourceDbiResourceId")}; }
    cfn::Expression sourceRegion() const { return {getAtt("SourceRegion")}; }
    cfn::Expression statusInfos() const { return {getAtt("StatusInfos")}; }
    cfn::Expression storageEncrypted() const { return {getAtt("StorageEncrypted")}; }
    cfn::Expression storageThroughput() const { return {getAtt("StorageThroughput")}; }
    cfn::Expression storageType() const { return {getAtt("StorageType")}; }
    cfn::Expression tags() const { return {getAtt("Tags")}; }
    cfn::Expression tdeCredentialArn() const { return {getAtt("TdeCredentialArn")}; }
    cfn::Expression tdeCredentialPassword() const { return {getAtt("TdeCredentialPassword")}; }
    cfn::Expression timezone() const { return {getAtt("Timezone")}; }
    cfn::Expression useDefaultProcessorFeatures() const { return {getAtt("UseDefaultProcessorFeatures")}; }
    cfn::Expression useLatestRestorableTime() const { return {getAtt("UseLatestRestorableTime")}; }
    cfn::Expression vpcSecurityGroups() const { return {getAtt("VPCSecurityGroups")}; }
  };
};
cfn::Map properties(const DBInstance&);

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbparametergroup.html
struct DBParameterGroup {
  static constexpr std::string_view type = "AWS::RDS::DBParameterGroup";
  cfn::Property<std::string> DBParameterGroupName{};
  cfn::Required<std::string> Description;
  cfn::Required<std::string> Family;
  cfn::Property<cfn::Json> Parameters{};
  cfn::Property<std::vector<cfn::Tag>> Tags{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::RDS::DBParameterGroup">> {
    using cfn::Handle<cfn::Typed<"AWS::RDS::DBParameterGroup">>::Handle;
    cfn::Expression dbParameterGroupName() const { return {getAtt("DBParameterGroupName")}; }
    cfn::Expression description() const { return {getAtt("Description")}; }
    cfn::Expression family() const { return {getAtt("Family")}; }
    cfn::Expression tags() const { return {getAtt("Tags")}; }
  };
};
cfn::Map properties(const DBParameterGroup&);

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbsubnetgroup.html
struct DBSubnetGroup {
  static constexpr std::string_view type = "AWS::RDS::DBSubnetGroup";
  cfn::Required<std::string> DBSubnetGroupDescription;
  cfn::Property<std::string> DBSubnetGroupName{};
  cfn::Required<std::vector<cfn::Id<"AWS::EC2::Subnet.Id">>> SubnetIds;
  cfn::Property<std::vector<cfn::Tag>> Tags{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::RDS::DBSubnetGroup">> {
    using cfn::Handle<cfn::Typed<"AWS::RDS::DBSubnetGroup">>::Handle;
  };
};
cfn::Map properties(const DBSubnetGroup&);

}  // namespace aws::rds
