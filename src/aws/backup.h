// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#pragma once

#include "cloudformation/template.h"

namespace aws::backup {

namespace backup_plan {
struct AdvancedBackupSettingResourceType {
  cfn::Required<cfn::Json> BackupOptions;
  cfn::Required<std::string> ResourceType;
};
cfn::Value toValue(const AdvancedBackupSettingResourceType&);

struct LifecycleResourceType {
  cfn::Property<double> DeleteAfterDays{};
  cfn::Property<double> MoveToColdStorageAfterDays{};
  cfn::Property<bool> OptInToArchiveForSupportedResources{};
};
cfn::Value toValue(const LifecycleResourceType&);

struct CopyActionResourceType {
  cfn::Required<std::string> DestinationBackupVaultArn;
  cfn::Property<backup_plan::LifecycleResourceType> Lifecycle{};
};
cfn::Value toValue(const CopyActionResourceType&);

struct IndexActionsResourceType {
  cfn::Property<std::vector<std::string>> ResourceTypes{};
};
cfn::Value toValue(const IndexActionsResourceType&);

struct ScanActionResourceType {
  cfn::Property<cfn::OneOf<"GUARDDUTY">> MalwareScanner{};
  cfn::Property<cfn::OneOf<"FULL_SCAN", "INCREMENTAL_SCAN">> ScanMode{};
};
cfn::Value toValue(const ScanActionResourceType&);

struct BackupRuleResourceType {
  cfn::Property<double> CompletionWindowMinutes{};
  cfn::Property<std::vector<backup_plan::CopyActionResourceType>> CopyActions{};
  cfn::Property<bool> EnableContinuousBackup{};
  cfn::Property<std::vector<backup_plan::IndexActionsResourceType>> IndexActions{};
  cfn::Property<backup_plan::LifecycleResourceType> Lifecycle{};
  cfn::Property<cfn::Json> RecoveryPointTags{};
  cfn::Required<std::string> RuleName;
  cfn::Property<std::vector<backup_plan::ScanActionResourceType>> ScanActions{};
  cfn::Property<std::string> ScheduleExpression{};
  cfn::Property<std::string> ScheduleExpressionTimezone{};
  cfn::Property<double> StartWindowMinutes{};
  cfn::Required<std::string> TargetBackupVault;
  cfn::Property<std::string> TargetLogicallyAirGappedBackupVaultArn{};
};
cfn::Value toValue(const BackupRuleResourceType&);

struct ScanSettingResourceType {
  cfn::Property<cfn::OneOf<"GUARDDUTY">> MalwareScanner{};
  cfn::Property<std::vector<std::string>> ResourceTypes{};
  cfn::Property<cfn::Id<"AWS::IAM::Role.Arn">> ScannerRoleArn{};
};
cfn::Value toValue(const ScanSettingResourceType&);

struct BackupPlanResourceType {
  cfn::Property<std::vector<backup_plan::AdvancedBackupSettingResourceType>> AdvancedBackupSettings{};
  cfn::Required<std::string> BackupPlanName;
  cfn::Required<std::vector<backup_plan::BackupRuleResourceType>> BackupPlanRule;
  cfn::Property<std::vector<backup_plan::ScanSettingResourceType>> ScanSettings{};
};
cfn::Value toValue(const BackupPlanResourceType&);

}  // namespace backup_plan

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-backup-backupplan.html
struct BackupPlan {
  static constexpr std::string_view type = "AWS::Backup::BackupPlan";
  cfn::Required<backup_plan::BackupPlanResourceType> BackupPlan;
  cfn::Property<cfn::Json> BackupPlanTags{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::Backup::BackupPlan">> {
    using cfn::Handle<cfn::Typed<"AWS::Backup::BackupPlan">>::Handle;
    cfn::Expression backupPlanArn() const { return {getAtt("BackupPlanArn")}; }
    cfn::Expression backupPlanId() const { return {getAtt("BackupPlanId")}; }
    cfn::Expression versionId() const { return {getAtt("VersionId")}; }
  };
};
cfn::Map properties(const BackupPlan&);

namespace backup_selection {
struct ConditionParameter {
  cfn::Property<std::string> ConditionKey{};
  cfn::Property<std::string> ConditionValue{};
};
cfn::Value toValue(const ConditionParameter&);

struct Conditions {
  cfn::Property<std::vector<backup_selection::ConditionParameter>> StringEquals{};
  cfn::Property<std::vector<backup_selection::ConditionParameter>> StringLike{};
  cfn::Property<std::vector<backup_selection::ConditionParameter>> StringNotEquals{};
  cfn::Property<std::vector<backup_selection::ConditionParameter>> StringNotLike{};
};
cfn::Value toValue(const Conditions&);

struct ConditionResourceType {
  cfn::Required<std::string> ConditionKey;
  cfn::Required<cfn::OneOf<"STRINGEQUALS">> ConditionType;
  cfn::Required<std::string> ConditionValue;
};
cfn::Value toValue(const ConditionResourceType&);

struct BackupSelectionResourceType {
  cfn::Property<backup_selection::Conditions> Conditions{};
  cfn::Required<cfn::Id<"AWS::IAM::Role.Arn">> IamRoleArn;
  cfn::Property<std::vector<backup_selection::ConditionResourceType>> ListOfTags{};
  cfn::Property<std::vector<std::string>> NotResources{};
  cfn::Property<std::vector<std::string>> Resources{};
  cfn::Required<std::string> SelectionName;
};
cfn::Value toValue(const BackupSelectionResourceType&);

}  // namespace backup_selection

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-backup-backupselection.html
struct BackupSelection {
  static constexpr std::string_view type = "AWS::Backup::BackupSelection";
  cfn::Required<cfn::Id<"AWS::Backup::BackupPlan">> BackupPlanId;
  cfn::Required<backup_selection::BackupSelectionResourceType> BackupSelection;

  struct Handle : cfn::Handle<cfn::Typed<"AWS::Backup::BackupSelection">> {
    using cfn::Handle<cfn::Typed<"AWS::Backup::BackupSelection">>::Handle;
    cfn::Expression backupPlanId() const { return {getAtt("BackupPlanId")}; }
    cfn::Expression backupSelectionConditionsStringEquals() const { return {getAtt("BackupSelection.Conditions.StringEquals")}; }
    cfn::Expression backupSelectionConditionsStringLike() const { return {getAtt("BackupSelection.Conditions.StringLike")}; }
    cfn::Expression backupSelectionConditionsStringNotEquals() const { return {getAtt("BackupSelection.Conditions.StringNotEquals")}; }
    cfn::Expression backupSelectionConditionsStringNotLike() const { return {getAtt("BackupSelection.Conditions.StringNotLike")}; }
    cfn::Typed<"AWS::IAM::Role.Arn"> backupSelectionIamRoleArn() const { return {getAtt("BackupSelection.IamRoleArn")}; }
    cfn::Expression backupSelectionListOfTags() const { return {getAtt("BackupSelection.ListOfTags")}; }
    cfn::Expression backupSelectionNotResources() const { return {getAtt("BackupSelection.NotResources")}; }
    cfn::Expression backupSelectionResources() const { return {getAtt("BackupSelection.Resources")}; }
    cfn::Expression backupSelectionSelectionName() const { return {getAtt("BackupSelection.SelectionName")}; }
    cfn::Expression id() const { return {getAtt("Id")}; }
    cfn::Expression selectionId() const { return {getAtt("SelectionId")}; }
  };
};
cfn::Map properties(const BackupSelection&);

namespace backup_vault {
struct LockConfigurationType {
  cfn::Property<std::int64_t> ChangeableForDays{};
  cfn::Property<std::int64_t> MaxRetentionDays{};
  cfn::Required<std::int64_t> MinRetentionDays;
};
cfn::Value toValue(const LockConfigurationType&);

struct NotificationObjectType {
  cfn::Required<std::vector<std::string>> BackupVaultEvents;
  cfn::Required<cfn::Id<"AWS::SNS::Topic.Arn">> SNSTopicArn;
};
cfn::Value toValue(const NotificationObjectType&);

}  // namespace backup_vault

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-backup-backupvault.html
struct BackupVault {
  static constexpr std::string_view type = "AWS::Backup::BackupVault";
  cfn::Property<cfn::Json> AccessPolicy{};
  cfn::Required<std::string> BackupVaultName;
  cfn::Property<cfn::Json> BackupVaultTags{};
  cfn::Property<std::string> EncryptionKeyArn{};
  cfn::Property<backup_vault::LockConfigurationType> LockConfiguration{};
  cfn::Property<backup_vault::NotificationObjectType> Notifications{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::Backup::BackupVault">> {
    using cfn::Handle<cfn::Typed<"AWS::Backup::BackupVault">>::Handle;
    cfn::Expression backupVaultArn() const { return {getAtt("BackupVaultArn")}; }
    cfn::Expression backupVaultName() const { return {getAtt("BackupVaultName")}; }
    cfn::Expression encryptionKeyArn() const { return {getAtt("EncryptionKeyArn")}; }
    cfn::Expression lockConfigurationChangeableForDays() const { return {getAtt("LockConfiguration.ChangeableForDays")}; }
    cfn::Expression lockConfigurationMaxRetentionDays() const { return {getAtt("LockConfiguration.MaxRetentionDays")}; }
    cfn::Expression lockConfigurationMinRetentionDays() const { return {getAtt("LockConfiguration.MinRetentionDays")}; }
    cfn::Expression notificationsBackupVaultEvents() const { return {getAtt("Notifications.BackupVaultEvents")}; }
    cfn::Typed<"AWS::SNS::Topic.Arn"> notificationsSnsTopicArn() const { return {getAtt("Notifications.SNSTopicArn")}; }
  };
};
cfn::Map properties(const BackupVault&);

namespace restore_testing_plan {
struct RestoreTestingRecoveryPointSelection {
  cfn::Required<cfn::OneOf<"LATEST_WITHIN_WINDOW", "RANDOM_WITHIN_WINDOW">> Algorithm;
  cfn::Property<std::vector<std::string>> ExcludeVaults{};
  cfn::Required<std::vector<std::string>> IncludeVaults;
  cfn::Required<std::vector<cfn::OneOf<"SNAPSHOT", "CONTINUOUS">>> RecoveryPointTypes;
  cfn::Property<std::int64_t> SelectionWindowDays{};
};
cfn::Value toValue(const RestoreTestingRecoveryPointSelection&);

}  // namespace restore_testing_plan

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-backup-restoretestingplan.html
struct RestoreTestingPlan {
  static constexpr std::string_view type = "AWS::Backup::RestoreTestingPlan";
  cfn::Required<restore_testing_plan::RestoreTestingRecoveryPointSelection> RecoveryPointSelection;
  cfn::Required<std::string> RestoreTestingPlanName;
  cfn::Required<std::string> ScheduleExpression;
  cfn::Property<std::string> ScheduleExpressionTimezone{};
  cfn::Property<std::int64_t> StartWindowHours{};
  cfn::Property<std::vector<cfn::Tag>> Tags{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::Backup::RestoreTestingPlan">> {
    using cfn::Handle<cfn::Typed<"AWS::Backup::RestoreTestingPlan">>::Handle;
    cfn::Expression restoreTestingPlanArn() const { return {getAtt("RestoreTestingPlanArn")}; }
  };
};
cfn::Map properties(const RestoreTestingPlan&);

namespace restore_testing_selection {
struct KeyValue {
  cfn::Required<std::string> Key;
  cfn::Required<std::string> Value;
};
cfn::Value toValue(const KeyValue&);

struct ProtectedResourceConditions {
  cfn::Property<std::vector<restore_testing_selection::KeyValue>> StringEquals{};
  cfn::Property<std::vector<restore_testing_selection::KeyValue>> StringNotEquals{};
};
cfn::Value toValue(const ProtectedResourceConditions&);

}  // namespace restore_testing_selection

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-backup-restoretestingselection.html
struct RestoreTestingSelection {
  static constexpr std::string_view type = "AWS::Backup::RestoreTestingSelection";
  cfn::Required<cfn::Id<"AWS::IAM::Role.Arn">> IamRoleArn;
  cfn::Property<std::vector<std::string>> ProtectedResourceArns{};
  cfn::Property<restore_testing_selection::ProtectedResourceConditions> ProtectedResourceConditions{};
  cfn::Required<std::string> ProtectedResourceType;
  cfn::Property<cfn::Json> RestoreMetadataOverrides{};
  cfn::Required<cfn::Id<"AWS::Backup::RestoreTestingPlan">> RestoreTestingPlanName;
  cfn::Required<std::string> RestoreTestingSelectionName;
  cfn::Property<std::int64_t> ValidationWindowHours{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::Backup::RestoreTestingSelection">> {
    using cfn::Handle<cfn::Typed<"AWS::Backup::RestoreTestingSelection">>::Handle;
  };
};
cfn::Map properties(const RestoreTestingSelection&);

}  // namespace aws::backup
