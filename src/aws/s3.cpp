// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#include "aws/s3.h"

namespace aws::s3 {

cfn::Value bucket::toValue(const AccelerateConfiguration& v) {
  return cfn::fields({
      {"AccelerationStatus", v.AccelerationStatus},
  });
}

cfn::Value bucket::toValue(const Destination& v) {
  return cfn::fields({
      {"BucketAccountId", v.BucketAccountId},
      {"BucketArn", v.BucketArn},
      {"Format", v.Format},
      {"Prefix", v.Prefix},
  });
}

cfn::Value bucket::toValue(const DataExport& v) {
  return cfn::fields({
      {"Destination", v.Destination},
      {"OutputSchemaVersion", v.OutputSchemaVersion},
  });
}

cfn::Value bucket::toValue(const StorageClassAnalysis& v) {
  return cfn::fields({
      {"DataExport", v.DataExport},
  });
}

cfn::Value bucket::toValue(const AnalyticsConfiguration& v) {
  return cfn::fields({
      {"Id", v.Id},
      {"Prefix", v.Prefix},
      {"StorageClassAnalysis", v.StorageClassAnalysis},
      {"TagFilters", v.TagFilters},
  });
}

cfn::Value bucket::toValue(const BlockedEncryptionTypes& v) {
  return cfn::fields({
      {"EncryptionType", v.EncryptionType},
  });
}

cfn::Value bucket::toValue(const ServerSideEncryptionByDefault& v) {
  return cfn::fields({
      {"KMSMasterKeyID", v.KMSMasterKeyID},
      {"SSEAlgorithm", v.SSEAlgorithm},
  });
}

cfn::Value bucket::toValue(const ServerSideEncryptionRule& v) {
  return cfn::fields({
      {"BlockedEncryptionTypes", v.BlockedEncryptionTypes},
      {"BucketKeyEnabled", v.BucketKeyEnabled},
      {"ServerSideEncryptionByDefault", v.ServerSideEncryptionByDefault},
  });
}

cfn::Value bucket::toValue(const BucketEncryption& v) {
  return cfn::fields({
      {"ServerSideEncryptionConfiguration", v.ServerSideEncryptionConfiguration},
  });
}

cfn::Value bucket::toValue(const CorsRule& v) {
  return cfn::fields({
      {"AllowedHeaders", v.AllowedHeaders},
      {"AllowedMethods", v.AllowedMethods},
      {"AllowedOrigins", v.AllowedOrigins},
      {"ExposedHeaders", v.ExposedHeaders},
      {"Id", v.Id},
      {"MaxAge", v.MaxAge},
  });
}

cfn::Value bucket::toValue(const CorsConfiguration& v) {
  return cfn::fields({
      {"CorsRules", v.CorsRules},
  });
}

cfn::Value bucket::toValue(const Tiering& v) {
  return cfn::fields({
      {"AccessTier", v.AccessTier},
      {"Days", v.Days},
  });
}

cfn::Value bucket::toValue(const IntelligentTieringConfiguration& v) {
  return cfn::fields({
      {"Id", v.Id},
      {"Prefix", v.Prefix},
      {"Status", v.Status},
      {"TagFilters", v.TagFilters},
      {"Tierings", v.Tierings},
  });
}

cfn::Value bucket::toValue(const InventoryConfiguration& v) {
  return cfn::fields({
      {"Destination", v.Destination},
      {"Enabled", v.Enabled},
      {"Id", v.Id},
      {"IncludedObjectVersions", v.IncludedObjectVersions},
      {"OptionalFields", v.OptionalFields},
      {"Prefix", v.Prefix},
      {"ScheduleFrequency", v.ScheduleFrequency},
  });
}

cfn::Value bucket::toValue(const AbortIncompleteMultipartUpload& v) {
  return cfn::fields({
      {"DaysAfterInitiation", v.DaysAfterInitiation},
  });
}

cfn::Value bucket::toValue(const NoncurrentVersionExpiration& v) {
  return cfn::fields({
      {"NewerNoncurrentVersions", v.NewerNoncurrentVersions},
      {"NoncurrentDays", v.NoncurrentDays},
  });
}

cfn::Value bucket::toValue(const NoncurrentVersionTransition& v) {
  return cfn::fields({
      {"NewerNoncurrentVersions", v.NewerNoncurrentVersions},
      {"StorageClass", v.StorageClass},
      {"TransitionInDays", v.TransitionInDays},
  });
}

cfn::Value bucket::toValue(const Transition& v) {
  return cfn::fields({
      {"StorageClass", v.StorageClass},
      {"TransitionDate", v.TransitionDate},
      {"TransitionInDays", v.TransitionInDays},
  });
}

cfn::Value bucket::toValue(const Rule& v) {
  return cfn::fields({
      {"AbortIncompleteMultipartUpload", v.AbortIncompleteMultipartUpload},
      {"ExpirationDate", v.ExpirationDate},
      {"ExpirationInDays", v.ExpirationInDays},
      {"ExpiredObjectDeleteMarker", v.ExpiredObjectDeleteMarker},
      {"Id", v.Id},
      {"NoncurrentVersionExpiration", v.NoncurrentVersionExpiration},
      {"NoncurrentVersionExpirationInDays", v.NoncurrentVersionExpirationInDays},
      {"NoncurrentVersionTransition", v.NoncurrentVersionTransition},
      {"NoncurrentVersionTransitions", v.NoncurrentVersionTransitions},
      {"ObjectSizeGreaterThan", v.ObjectSizeGreaterThan},
      {"ObjectSizeLessThan", v.ObjectSizeLessThan},
      {"Prefix", v.Prefix},
      {"Status", v.Status},
      {"TagFilters", v.TagFilters},
      {"Transition", v.Transition},
      {"Transitions", v.Transitions},
  });
}

cfn::Value bucket::toValue(const LifecycleConfiguration& v) {
  return cfn::fields({
      {"Rules", v.Rules},
      {"TransitionDefaultMinimumObjectSize", v.TransitionDefaultMinimumObjectSize},
  });
}

cfn::Value bucket::toValue(const LoggingConfiguration& v) {
  return cfn::fields({
      {"DestinationBucketName", v.DestinationBucketName},
      {"LogFilePrefix", v.LogFilePrefix},
      {"TargetObjectKeyFormat", v.TargetObjectKeyFormat},
  });
}

cfn::Value bucket::toValue(const MetadataDestination& v) {
  return cfn::fields({
      {"TableBucketArn", v.TableBucketArn},
      {"TableBucketType", v.TableBucketType},
      {"TableNamespace", v.TableNamespace},
  });
}

cfn::Value bucket::toValue(const MetadataTableEncryptionConfiguration& v) {
  return cfn::fields({
      {"KmsKeyArn", v.KmsKeyArn},
      {"SseAlgorithm", v.SseAlgorithm},
  });
}

cfn::Value bucket::toValue(const InventoryTableConfiguration& v) {
  return cfn::fields({
      {"ConfigurationState", v.ConfigurationState},
      {"EncryptionConfiguration", v.EncryptionConfiguration},
      {"TableArn", v.TableArn},
      {"TableName", v.TableName},
  });
}

cfn::Value bucket::toValue(const RecordExpiration& v) {
  return cfn::fields({
      {"Days", v.Days},
      {"Expiration", v.Expiration},
  });
}

cfn::Value bucket::toValue(const JournalTableConfiguration& v) {
  return cfn::fields({
      {"EncryptionConfiguration", v.EncryptionConfiguration},
      {"RecordExpiration", v.RecordExpiration},
      {"TableArn", v.TableArn},
      {"TableName", v.TableName},
  });
}

cfn::Value bucket::toValue(const MetadataConfiguration& v) {
  return cfn::fields({
      {"Destination", v.Destination},
      {"InventoryTableConfiguration", v.InventoryTableConfiguration},
      {"JournalTableConfiguration", v.JournalTableConfiguration},
  });
}

cfn::Value bucket::toValue(const S3TablesDestination& v) {
  return cfn::fields({
      {"TableArn", v.TableArn},
      {"TableBucketArn", v.TableBucketArn},
      {"TableName", v.TableName},
      {"TableNamespace", v.TableNamespace},
  });
}

cfn::Value bucket::toValue(const MetadataTableConfiguration& v) {
  return cfn::fields({
      {"S3TablesDestination", v.S3TablesDestination},
  });
}

cfn::Value bucket::toValue(const MetricsConfiguration& v) {
  return cfn::fields({
      {"AccessPointArn", v.AccessPointArn},
      {"Id", v.Id},
      {"Prefix", v.Prefix},
      {"TagFilters", v.TagFilters},
  });
}

cfn::Value bucket::toValue(const EventBridgeConfiguration& v) {
  return cfn::fields({
      {"EventBridgeEnabled", v.EventBridgeEnabled},
  });
}

cfn::Value bucket::toValue(const FilterRule& v) {
  return cfn::fields({
      {"Name", v.Name},
      {"Value", v.Value},
  });
}

cfn::Value bucket::toValue(const S3KeyFilter& v) {
  return cfn::fields({
      {"Rules", v.Rules},
  });
}

cfn::Value bucket::toValue(const NotificationFilter& v) {
  return cfn::fields({
      {"S3Key", v.S3Key},
  });
}

cfn::Value bucket::toValue(const LambdaConfiguration& v) {
  return cfn::fields({
      {"Event", v.Event},
      {"Filter", v.Filter},
      {"Function", v.Function},
  });
}

cfn::Value bucket::toValue(const QueueConfiguration& v) {
  return cfn::fields({
      {"Event", v.Event},
      {"Filter", v.Filter},
      {"Queue", v.Queue},
  });
}

cfn::Value bucket::toValue(const TopicConfiguration& v) {
  return cfn::fields({
      {"Event", v.Event},
      {"Filter", v.Filter},
      {"Topic", v.Topic},
  });
}

cfn::Value bucket::toValue(const NotificationConfiguration& v) {
  return cfn::fields({
      {"EventBridgeConfiguration", v.EventBridgeConfiguration},
      {"LambdaConfigurations", v.LambdaConfigurations},
      {"QueueConfigurations", v.QueueConfigurations},
      {"TopicConfigurations", v.TopicConfigurations},
  });
}

cfn::Value bucket::toValue(const DefaultRetention& v) {
  return cfn::fields({
      {"Days", v.Days},
      {"Mode", v.Mode},
      {"Years", v.Years},
  });
}

cfn::Value bucket::toValue(const ObjectLockRule& v) {
  return cfn::fields({
      {"DefaultRetention", v.DefaultRetention},
  });
}

cfn::Value bucket::toValue(const ObjectLockConfiguration& v) {
  return cfn::fields({
      {"ObjectLockEnabled", v.ObjectLockEnabled},
      {"Rule", v.Rule},
  });
}

cfn::Value bucket::toValue(const OwnershipControlsRule& v) {
  return cfn::fields({
      {"ObjectOwnership", v.ObjectOwnership},
  });
}

cfn::Value bucket::toValue(const OwnershipControls& v) {
  return cfn::fields({
      {"Rules", v.Rules},
  });
}

cfn::Value bucket::toValue(const PublicAccessBlockConfiguration& v) {
  return cfn::fields({
      {"BlockPublicAcls", v.BlockPublicAcls},
      {"BlockPublicPolicy", v.BlockPublicPolicy},
      {"IgnorePublicAcls", v.IgnorePublicAcls},
      {"RestrictPublicBuckets", v.RestrictPublicBuckets},
  });
}

cfn::Value bucket::toValue(const DeleteMarkerReplication& v) {
  return cfn::fields({
      {"Status", v.Status},
  });
}

cfn::Value bucket::toValue(const AccessControlTranslation& v) {
  return cfn::fields({
      {"Owner", v.Owner},
  });
}

cfn::Value bucket::toValue(const EncryptionConfiguration& v) {
  return cfn::fields({
      {"ReplicaKmsKeyID", v.ReplicaKmsKeyID},
  });
}

cfn::Value bucket::toValue(const ReplicationTimeValue& v) {
  return cfn::fields({
      {"Minutes", v.Minutes},
  });
}

cfn::Value bucket::toValue(const Metrics& v) {
  return cfn::fields({
      {"EventThreshold", v.EventThreshold},
      {"Status", v.Status},
  });
}

cfn::Value bucket::toValue(const ReplicationTime& v) {
  return cfn::fields({
      {"Status", v.Status},
      {"Time", v.Time},
  });
}

cfn::Value bucket::toValue(const ReplicationDestination& v) {
  return cfn::fields({
      {"AccessControlTranslation", v.AccessControlTranslation},
      {"Account", v.Account},
      {"Bucket", v.Bucket},
      {"EncryptionConfiguration", v.EncryptionConfiguration},
      {"Metrics", v.Metrics},
      {"ReplicationTime", v.ReplicationTime},
      {"StorageClass", v.StorageClass},
  });
}

cfn::Value bucket::toValue(const ReplicationRuleAndOperator& v) {
  return cfn::fields({
      {"Prefix", v.Prefix},
      {"TagFilters", v.TagFilters},
  });
}

cfn::Value bucket::toValue(const ReplicationRuleFilter& v) {
  return cfn::fields({
      {"And", v.And},
      {"Prefix", v.Prefix},
      {"TagFilter", v.TagFilter},
  });
}

cfn::Value bucket::toValue(const ReplicaModifications& v) {
  return cfn::fields({
      {"Status", v.Status},
  });
}

cfn::Value bucket::toValue(const SseKmsEncryptedObjects& v) {
  return cfn::fields({
      {"Status", v.Status},
  });
}

cfn::Value bucket::toValue(const SourceSelectionCriteria& v) {
  return cfn::fields({
      {"ReplicaModifications", v.ReplicaModifications},
      {"SseKmsEncryptedObjects", v.SseKmsEncryptedObjects},
  });
}

cfn::Value bucket::toValue(const ReplicationRule& v) {
  return cfn::fields({
      {"DeleteMarkerReplication", v.DeleteMarkerReplication},
      {"Destination", v.Destination},
      {"Filter", v.Filter},
      {"Id", v.Id},
      {"Prefix", v.Prefix},
      {"Priority", v.Priority},
      {"SourceSelectionCriteria", v.SourceSelectionCriteria},
      {"Status", v.Status},
  });
}

cfn::Value bucket::toValue(const ReplicationConfiguration& v) {
  return cfn::fields({
      {"Role", v.Role},
      {"Rules", v.Rules},
  });
}

cfn::Value bucket::toValue(const VersioningConfiguration& v) {
  return cfn::fields({
      {"Status", v.Status},
  });
}

cfn::Value bucket::toValue(const RedirectAllRequestsTo& v) {
  return cfn::fields({
      {"HostName", v.HostName},
      {"Protocol", v.Protocol},
  });
}

cfn::Value bucket::toValue(const RedirectRule& v) {
  return cfn::fields({
      {"HostName", v.HostName},
      {"HttpRedirectCode", v.HttpRedirectCode},
      {"Protocol", v.Protocol},
      {"ReplaceKeyPrefixWith", v.ReplaceKeyPrefixWith},
      {"ReplaceKeyWith", v.ReplaceKeyWith},
  });
}

cfn::Value bucket::toValue(const RoutingRuleCondition& v) {
  return cfn::fields({
      {"HttpErrorCodeReturnedEquals", v.HttpErrorCodeReturnedEquals},
      {"KeyPrefixEquals", v.KeyPrefixEquals},
  });
}

cfn::Value bucket::toValue(const RoutingRule& v) {
  return cfn::fields({
      {"RedirectRule", v.RedirectRule},
      {"RoutingRuleCondition", v.RoutingRuleCondition},
  });
}

cfn::Value bucket::toValue(const WebsiteConfiguration& v) {
  return cfn::fields({
      {"ErrorDocument", v.ErrorDocument},
      {"IndexDocument", v.IndexDocument},
      {"RedirectAllRequestsTo", v.RedirectAllRequestsTo},
      {"RoutingRules", v.RoutingRules},
  });
}

cfn::Map properties(const Bucket& v) {
  return cfn::fields({
      {"AbacStatus", v.AbacStatus},
      {"AccelerateConfiguration", v.AccelerateConfiguration},
      {"AccessControl", v.AccessControl},
      {"AnalyticsConfigurations", v.AnalyticsConfigurations},
      {"BucketEncryption", v.BucketEncryption},
      {"BucketName", v.BucketName},
      {"BucketNamePrefix", v.BucketNamePrefix},
      {"BucketNamespace", v.BucketNamespace},
      {"CorsConfiguration", v.CorsConfiguration},
      {"IntelligentTieringConfigurations", v.IntelligentTieringConfigurations},
      {"InventoryConfigurations", v.InventoryConfigurations},
      {"LifecycleConfiguration", v.LifecycleConfiguration},
      {"LoggingConfiguration", v.LoggingConfiguration},
      {"MetadataConfiguration", v.MetadataConfiguration},
      {"MetadataTableConfiguration", v.MetadataTableConfiguration},
      {"MetricsConfigurations", v.MetricsConfigurations},
      {"NotificationConfiguration", v.NotificationConfiguration},
      {"ObjectLockConfiguration", v.ObjectLockConfiguration},
      {"ObjectLockEnabled", v.ObjectLockEnabled},
      {"OwnershipControls", v.OwnershipControls},
      {"PublicAccessBlockConfiguration", v.PublicAccessBlockConfiguration},
      {"ReplicationConfiguration", v.ReplicationConfiguration},
      {"Tags", v.Tags},
      {"VersioningConfiguration", v.VersioningConfiguration},
      {"WebsiteConfiguration", v.WebsiteConfiguration},
  });
}

cfn::Map properties(const BucketPolicy& v) {
  return cfn::fields({
      {"Bucket", v.Bucket},
      {"PolicyDocument", v.PolicyDocument},
  });
}

}  // namespace aws::s3
