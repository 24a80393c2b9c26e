// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#include "aws/backup.h"

namespace aws::backup {

cfn::Value backup_plan::toValue(const AdvancedBackupSettingResourceType& v) {
  return cfn::fields({
      {"BackupOptions", v.BackupOptions},
      {"ResourceType", v.ResourceType},
  });
}

cfn::Value backup_plan::toValue(const LifecycleResourceType& v) {
  return cfn::fields({
      {"DeleteAfterDays", v.DeleteAfterDays},
      {"MoveToColdStorageAfterDays", v.MoveToColdStorageAfterDays},
      {"OptInToArchiveForSupportedResources", v.OptInToArchiveForSupportedResources},
  });
}

cfn::Value backup_plan::toValue(const CopyActionResourceType& v) {
  return cfn::fields({
      {"DestinationBackupVaultArn", v.DestinationBackupVaultArn},
      {"Lifecycle", v.Lifecycle},
  });
}

cfn::Value backup_plan::toValue(const IndexActionsResourceType& v) {
  return cfn::fields({
      {"ResourceTypes", v.ResourceTypes},
  });
}

cfn::Value backup_plan::toValue(const ScanActionResourceType& v) {
  return cfn::fields({
      {"MalwareScanner", v.MalwareScanner},
      {"ScanMode", v.ScanMode},
  });
}

cfn::Value backup_plan::toValue(const BackupRuleResourceType& v) {
  return cfn::fields({
      {"CompletionWindowMinutes", v.CompletionWindowMinutes},
      {"CopyActions", v.CopyActions},
      {"EnableContinuousBackup", v.EnableContinuousBackup},
      {"IndexActions", v.IndexActions},
      {"Lifecycle", v.Lifecycle},
      {"RecoveryPointTags", v.RecoveryPointTags},
      {"RuleName", v.RuleName},
      {"ScanActions", v.ScanActions},
      {"ScheduleExpression", v.ScheduleExpression},
      {"ScheduleExpressionTimezone", v.ScheduleExpressionTimezone},
      {"StartWindowMinutes", v.StartWindowMinutes},
      {"TargetBackupVault", v.TargetBackupVault},
      {"TargetLogicallyAirGappedBackupVaultArn", v.TargetLogicallyAirGappedBackupVaultArn},
  });
}

cfn::Value backup_plan::toValue(const ScanSettingResourceType& v) {
  return cfn::fields({
      {"MalwareScanner", v.MalwareScanner},
      {"ResourceTypes", v.ResourceTypes},
      {"ScannerRoleArn", v.ScannerRoleArn},
  });
}

cfn::Value backup_plan::toValue(const BackupPlanResourceType& v) {
  return cfn::fields({
      {"AdvancedBackupSettings", v.AdvancedBackupSettings},
      {"BackupPlanName", v.BackupPlanName},
      {"BackupPlanRule", v.BackupPlanRule},
      {"ScanSettings", v.ScanSettings},
  });
}

cfn::Map properties(const BackupPlan& v) {
  return cfn::fields({
      {"BackupPlan", v.BackupPlan},
      {"BackupPlanTags", v.BackupPlanTags},
  });
}

cfn::Value backup_selection::toValue(const ConditionParameter& v) {
  return cfn::fields({
      {"ConditionKey", v.ConditionKey},
      {"ConditionValue", v.ConditionValue},
  });
}

cfn::Value backup_selection::toValue(const Conditions& v) {
  return cfn::fields({
      {"StringEquals", v.StringEquals},
      {"StringLike", v.StringLike},
      {"StringNotEquals", v.StringNotEquals},
      {"StringNotLike", v.StringNotLike},
  });
}

cfn::Value backup_selection::toValue(const ConditionResourceType& v) {
  return cfn::fields({
      {"ConditionKey", v.ConditionKey},
      {"ConditionType", v.ConditionType},
      {"ConditionValue", v.ConditionValue},
  });
}

cfn::Value backup_selection::toValue(const BackupSelectionResourceType& v) {
  return cfn::fields({
      {"Conditions", v.Conditions},
      {"IamRoleArn", v.IamRoleArn},
      {"ListOfTags", v.ListOfTags},
      {"NotResources", v.NotResources},
      {"Resources", v.Resources},
      {"SelectionName", v.SelectionName},
  });
}

cfn::Map properties(const BackupSelection& v) {
  return cfn::fields({
      {"BackupPlanId", v.BackupPlanId},
      {"BackupSelection", v.BackupSelection},
  });
}

cfn::Value backup_vault::toValue(const LockConfigurationType& v) {
  return cfn::fields({
      {"ChangeableForDays", v.ChangeableForDays},
      {"MaxRetentionDays", v.MaxRetentionDays},
      {"MinRetentionDays", v.MinRetentionDays},
  });
}

cfn::Value backup_vault::toValue(const NotificationObjectType& v) {
  return cfn::fields({
      {"BackupVaultEvents", v.BackupVaultEvents},
      {"SNSTopicArn", v.SNSTopicArn},
  });
}

cfn::Map properties(const BackupVault& v) {
  return cfn::fields({
      {"AccessPolicy", v.AccessPolicy},
      {"BackupVaultName", v.BackupVaultName},
      {"BackupVaultTags", v.BackupVaultTags},
      {"EncryptionKeyArn", v.EncryptionKeyArn},
      {"LockConfiguration", v.LockConfiguration},
      {"Notifications", v.Notifications},
  });
}

cfn::Value restore_testing_plan::toValue(const RestoreTestingRecoveryPointSelection& v) {
  return cfn::fields({
      {"Algorithm", v.Algorithm},
      {"ExcludeVaults", v.ExcludeVaults},
      {"IncludeVaults", v.IncludeVaults},
      {"RecoveryPointTypes", v.RecoveryPointTypes},
      {"SelectionWindowDays", v.SelectionWindowDays},
  });
}

cfn::Map properties(const RestoreTestingPlan& v) {
  return cfn::fields({
      {"RecoveryPointSelection", v.RecoveryPointSelection},
      {"RestoreTestingPlanName", v.RestoreTestingPlanName},
      {"ScheduleExpression", v.ScheduleExpression},
      {"ScheduleExpressionTimezone", v.ScheduleExpressionTimezone},
      {"StartWindowHours", v.StartWindowHours},
      {"Tags", v.Tags},
  });
}

cfn::Value restore_testing_selection::toValue(const KeyValue& v) {
  return cfn::fields({
      {"Key", v.Key},
      {"Value", v.Value},
  });
}

cfn::Value restore_testing_selection::toValue(const ProtectedResourceConditions& v) {
  return cfn::fields({
      {"StringEquals", v.StringEquals},
      {"StringNotEquals", v.StringNotEquals},
  });
}

cfn::Map properties(const RestoreTestingSelection& v) {
  return cfn::fields({
      {"IamRoleArn", v.IamRoleArn},
      {"ProtectedResourceArns", v.ProtectedResourceArns},
      {"ProtectedResourceConditions", v.ProtectedResourceConditions},
      {"ProtectedResourceType", v.ProtectedResourceType},
      {"RestoreMetadataOverrides", v.RestoreMetadataOverrides},
      {"RestoreTestingPlanName", v.RestoreTestingPlanName},
      {"RestoreTestingSelectionName", v.RestoreTestingSelectionName},
      {"ValidationWindowHours", v.ValidationWindowHours},
  });
}

}  // namespace aws::backup
