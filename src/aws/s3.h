// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#pragma once

#include "cloudformation/template.h"

namespace aws::s3 {

namespace bucket {
struct AccelerateConfiguration {
  cfn::Required<cfn::OneOf<"Enabled", "Suspended">> AccelerationStatus;
};
cfn::Value toValue(const AccelerateConfiguration&);

struct Destination {
  cfn::Property<std::string> BucketAccountId{};
  cfn::Required<std::string> BucketArn;
  cfn::Required<cfn::OneOf<"CSV", "ORC", "Parquet">> Format;
  cfn::Property<std::string> Prefix{};
};
cfn::Value toValue(const Destination&);

struct DataExport {
  cfn::Required<bucket::Destination> Destination;
  cfn::Required<std::string> OutputSchemaVersion;
};
cfn::Value toValue(const DataExport&);

struct StorageClassAnalysis {
  cfn::Property<bucket::DataExport> DataExport{};
};
cfn::Value toValue(const StorageClassAnalysis&);

struct AnalyticsConfiguration {
  cfn::Required<std::string> Id;
  cfn::Property<std::string> Prefix{};
  cfn::Required<bucket::StorageClassAnalysis> StorageClassAnalysis;
  cfn::Property<std::vector<cfn::Tag>> TagFilters{};
};
cfn::Value toValue(const AnalyticsConfiguration&);

struct BlockedEncryptionTypes {
  cfn::Property<std::vector<cfn::OneOf<"NONE", "SSE-C">>> EncryptionType{};
};
cfn::Value toValue(const BlockedEncryptionTypes&);

struct ServerSideEncryptionByDefault {
  cfn::Property<std::string> KMSMasterKeyID{};
  cfn::Required<cfn::OneOf<"aws:kms", "AES256", "aws:kms:dsse">> SSEAlgorithm;
};
cfn::Value toValue(const ServerSideEncryptionByDefault&);

struct ServerSideEncryptionRule {
  cfn::Property<bucket::BlockedEncryptionTypes> BlockedEncryptionTypes{};
  cfn::Property<bool> BucketKeyEnabled{};
  cfn::Property<bucket::ServerSideEncryptionByDefault> ServerSideEncryptionByDefault{};
};
cfn::Value toValue(const ServerSideEncryptionRule&);

struct BucketEncryption {
  cfn::Required<std::vector<bucket::ServerSideEncryptionRule>> ServerSideEncryptionConfiguration;
};
cfn::Value toValue(const BucketEncryption&);

struct CorsRule {
  cfn::Property<std::vector<std::string>> AllowedHeaders{};
  cfn::Required<std::vector<cfn::OneOf<"GET", "PUT", "HEAD", "POST", "DELETE">>> AllowedMethods;
  cfn::Required<std::vector<std::string>> AllowedOrigins;
  cfn::Property<std::vector<std::string>> ExposedHeaders{};
  cfn::Property<std::string> Id{};
  cfn::Property<std::int64_t> MaxAge{};
};
cfn::Value toValue(const CorsRule&);

struct CorsConfiguration {
  cfn::Required<std::vector<bucket::CorsRule>> CorsRules;
};
cfn::Value toValue(const CorsConfiguration&);

struct Tiering {
  cfn::Required<cfn::OneOf<"ARCHIVE_ACCESS", "DEEP_ARCHIVE_ACCESS">> AccessTier;
  cfn::Required<std::int64_t> Days;
};
cfn::Value toValue(const Tiering&);

struct IntelligentTieringConfiguration {
  cfn::Required<std::string> Id;
  cfn::Property<std::string> Prefix{};
  cfn::Required<cfn::OneOf<"Disabled", "Enabled">> Status;
  cfn::Property<std::vector<cfn::Tag>> TagFilters{};
  cfn::Required<std::vector<bucket::Tiering>> Tierings;
};
cfn::Value toValue(const IntelligentTieringConfiguration&);

struct InventoryConfiguration {
  cfn::Required<bucket::Destination> Destination;
  cfn::Required<bool> Enabled;
  cfn::Required<std::string> Id;
  cfn::Required<cfn::OneOf<"All", "Current">> IncludedObjectVersions;
  cfn::Property<std::vector<cfn::OneOf<"Size", "LastModifiedDate", "StorageClass", "ETag", "IsMultipartUploaded", "ReplicationStatus", "EncryptionStatus", "ObjectLockRetainUntilDate", "ObjectLockMode", "ObjectLockLegalHoldStatus", "IntelligentTieringAccessTier", "BucketKeyStatus", "ChecksumAlgorithm", "ObjectAccessControlList", "ObjectOwner", "LifecycleExpirationDate">>> OptionalFields{};
  cfn::Property<std::string> Prefix{};
  cfn::Required<cfn::OneOf<"Daily", "Weekly">> ScheduleFrequency;
};
cfn::Value toValue(const InventoryConfiguration&);

struct AbortIncompleteMultipartUpload {
  cfn::Required<std::int64_t> DaysAfterInitiation;
};
cfn::Value toValue(const AbortIncompleteMultipartUpload&);

struct NoncurrentVersionExpiration {
  cfn::Property<std::int64_t> NewerNoncurrentVersions{};
  cfn::Required<std::int64_t> NoncurrentDays;
};
cfn::Value toValue(const NoncurrentVersionExpiration&);

struct NoncurrentVersionTransition {
  cfn::Property<std::int64_t> NewerNoncurrentVersions{};
  cfn::Required<cfn::OneOf<"DEEP_ARCHIVE", "GLACIER", "Glacier", "GLACIER_IR", "INTELLIGENT_TIERING", "ONEZONE_IA", "STANDARD_IA">> StorageClass;
  cfn::Required<std::int64_t> TransitionInDays;
};
cfn::Value toValue(const NoncurrentVersionTransition&);

struct Transition {
  cfn::Required<cfn::OneOf<"DEEP_ARCHIVE", "GLACIER", "Glacier", "GLACIER_IR", "INTELLIGENT_TIERING", "ONEZONE_IA", "STANDARD_IA">> StorageClass;
  cfn::Property<std::string> TransitionDate{};
  cfn::Property<std::int64_t> TransitionInDays{};
};
cfn::Value toValue(const Transition&);

struct Rule {
  cfn::Property<bucket::AbortIncompleteMultipartUpload> AbortIncompleteMultipartUpload{};
  cfn::Property<std::string> ExpirationDate{};
  cfn::Property<std::int64_t> ExpirationInDays{};
  cfn::Property<bool> ExpiredObjectDeleteMarker{};
  cfn::Property<std::string> Id{};
  cfn::Property<bucket::NoncurrentVersionExpiration> NoncurrentVersionExpiration{};
  cfn::Property<std::int64_t> NoncurrentVersionExpirationInDays{};
  cfn::Property<bucket::NoncurrentVersionTransition> NoncurrentVersionTransition{};
  cfn::Property<std::vector<bucket::NoncurrentVersionTransition>> NoncurrentVersionTransitions{};
  cfn::Property<std::string> ObjectSizeGreaterThan{};
  cfn::Property<std::string> ObjectSizeLessThan{};
  cfn::Property<std::string> Prefix{};
  cfn::Required<cfn::OneOf<"Enabled", "Disabled">> Status;
  cfn::Property<std::vector<cfn::Tag>> TagFilters{};
  cfn::Property<bucket::Transition> Transition{};
  cfn::Property<std::vector<bucket::Transition>> Transitions{};
};
cfn::Value toValue(const Rule&);

struct LifecycleConfiguration {
  cfn::Required<std::vector<bucket::Rule>> Rules;
  cfn::Property<cfn::OneOf<"varies_by_storage_class", "all_storage_classes_128K">> TransitionDefaultMinimumObjectSize{};
};
cfn::Value toValue(const LifecycleConfiguration&);

struct LoggingConfiguration {
  cfn::Property<std::string> DestinationBucketName{};
  cfn::Property<std::string> LogFilePrefix{};
  cfn::Property<cfn::Json> TargetObjectKeyFormat{};
};
cfn::Value toValue(const LoggingConfiguration&);

struct MetadataDestination {
  cfn::Property<std::string> TableBucketArn{};
  cfn::Required<cfn::OneOf<"aws", "customer">> TableBucketType;
  cfn::Property<std::string> TableNamespace{};
};
cfn::Value toValue(const MetadataDestination&);

struct MetadataTableEncryptionConfiguration {
  cfn::Property<cfn::Id<"AWS::KMS::Key.Arn">> KmsKeyArn{};
  cfn::Required<cfn::OneOf<"aws:kms", "AES256">> SseAlgorithm;
};
cfn::Value toValue(const MetadataTableEncryptionConfiguration&);

struct InventoryTableConfiguration {
  cfn::Required<cfn::OneOf<"ENABLED", "DISABLED">> ConfigurationState;
  cfn::Property<bucket::MetadataTableEncryptionConfiguration> EncryptionConfiguration{};
  cfn::Property<std::string> TableArn{};
  cfn::Property<std::string> TableName{};
};
cfn::Value toValue(const InventoryTableConfiguration&);

struct RecordExpiration {
  cfn::Property<std::int64_t> Days{};
  cfn::Required<cfn::OneOf<"ENABLED", "DISABLED">> Expiration;
};
cfn::Value toValue(const RecordExpiration&);

struct JournalTableConfiguration {
  cfn::Property<bucket::MetadataTableEncryptionConfiguration> EncryptionConfiguration{};
  cfn::Required<bucket::RecordExpiration> RecordExpiration;
  cfn::Property<std::string> TableArn{};
  cfn::Property<std::string> TableName{};
};
cfn::Value toValue(const JournalTableConfiguration&);

struct MetadataConfiguration {
  cfn::Property<bucket::MetadataDestination> Destination{};
  cfn::Property<bucket::InventoryTableConfiguration> InventoryTableConfiguration{};
  cfn::Required<bucket::JournalTableConfiguration> JournalTableConfiguration;
};
cfn::Value toValue(const MetadataConfiguration&);

struct S3TablesDestination {
  cfn::Property<std::string> TableArn{};
  cfn::Required<std::string> TableBucketArn;
  cfn::Required<std::string> TableName;
  cfn::Property<std::string> TableNamespace{};
};
cfn::Value toValue(const S3TablesDestination&);

struct MetadataTableConfiguration {
  cfn::Required<bucket::S3TablesDestination> S3TablesDestination;
};
cfn::Value toValue(const MetadataTableConfiguration&);

struct MetricsConfiguration {
  cfn::Property<std::string> AccessPointArn{};
  cfn::Required<std::string> Id;
  cfn::Property<std::string> Prefix{};
  cfn::Property<std::vector<cfn::Tag>> TagFilters{};
};
cfn::Value toValue(const MetricsConfiguration&);

struct EventBridgeConfiguration {
  cfn::Required<bool> EventBridgeEnabled;
};
cfn::Value toValue(const EventBridgeConfiguration&);

struct FilterRule {
  cfn::Required<std::string> Name;
  cfn::Required<std::string> Value;
};
cfn::Value toValue(const FilterRule&);

struct S3KeyFilter {
  cfn::Required<std::vector<bucket::FilterRule>> Rules;
};
cfn::Value toValue(const S3KeyFilter&);

struct NotificationFilter {
  cfn::Required<bucket::S3KeyFilter> S3Key;
};
cfn::Value toValue(const NotificationFilter&);

struct LambdaConfiguration {
  cfn::Required<std::string> Event;
  cfn::Property<bucket::NotificationFilter> Filter{};
  cfn::Required<std::string> Function;
};
cfn::Value toValue(const LambdaConfiguration&);

struct QueueConfiguration {
  cfn::Required<std::string> Event;
  cfn::Property<bucket::NotificationFilter> Filter{};
  cfn::Required<std::string> Queue;
};
cfn::Value toValue(const QueueConfiguration&);

struct TopicConfiguration {
  cfn::Required<std::string> Event;
  cfn::Property<bucket::NotificationFilter> Filter{};
  cfn::Required<std::string> Topic;
};
cfn::Value toValue(const TopicConfiguration&);

struct NotificationConfiguration {
  cfn::Property<bucket::EventBridgeConfiguration> EventBridgeConfiguration{};
  cfn::Property<std::vector<bucket::LambdaConfiguration>> LambdaConfigurations{};
  cfn::Property<std::vector<bucket::QueueConfiguration>> QueueConfigurations{};
  cfn::Property<std::vector<bucket::TopicConfiguration>> TopicConfigurations{};
};
cfn::Value toValue(const NotificationConfiguration&);

struct DefaultRetention {
  cfn::Property<std::int64_t> Days{};
  cfn::Property<cfn::OneOf<"COMPLIANCE", "GOVERNANCE">> Mode{};
  cfn::Property<std::int64_t> Years{};
};
cfn::Value toValue(const DefaultRetention&);

struct ObjectLockRule {
  cfn::Property<bucket::DefaultRetention> DefaultRetention{};
};
cfn::Value toValue(const ObjectLockRule&);

struct ObjectLockConfiguration {
  cfn::Property<cfn::OneOf<"Enabled">> ObjectLockEnabled{};
  cfn::Property<bucket::ObjectLockRule> Rule{};
};
cfn::Value toValue(const ObjectLockConfiguration&);

struct OwnershipControlsRule {
  cfn::Property<cfn::OneOf<"ObjectWriter", "BucketOwnerPreferred", "BucketOwnerEnforced">> ObjectOwnership{};
};
cfn::Value toValue(const OwnershipControlsRule&);

struct OwnershipControls {
  cfn::Required<std::vector<bucket::OwnershipControlsRule>> Rules;
};
cfn::Value toValue(const OwnershipControls&);

struct PublicAccessBlockConfiguration {
  cfn::Property<bool> BlockPublicAcls{};
  cfn::Property<bool> BlockPublicPolicy{};
  cfn::Property<bool> IgnorePublicAcls{};
  cfn::Property<bool> RestrictPublicBuckets{};
};
cfn::Value toValue(const PublicAccessBlockConfiguration&);

struct DeleteMarkerReplication {
  cfn::Property<cfn::OneOf<"Disabled", "Enabled">> Status{};
};
cfn::Value toValue(const DeleteMarkerReplication&);

struct AccessControlTranslation {
  cfn::Required<cfn::OneOf<"Destination">> Owner;
};
cfn::Value toValue(const AccessControlTranslation&);

struct EncryptionConfiguration {
  cfn::Required<std::string> ReplicaKmsKeyID;
};
cfn::Value toValue(const EncryptionConfiguration&);

struct ReplicationTimeValue {
  cfn::Required<std::int64_t> Minutes;
};
cfn::Value toValue(const ReplicationTimeValue&);

struct Metrics {
  cfn::Property<bucket::ReplicationTimeValue> EventThreshold{};
  cfn::Required<cfn::OneOf<"Disabled", "Enabled">> Status;
};
cfn::Value toValue(const Metrics&);

struct ReplicationTime {
  cfn::Required<cfn::OneOf<"Disabled", "Enabled">> Status;
  cfn::Required<bucket::ReplicationTimeValue> Time;
};
cfn::Value toValue(const ReplicationTime&);

struct ReplicationDestination {
  cfn::Property<bucket::AccessControlTranslation> AccessControlTranslation{};
  cfn::Property<std::string> Account{};
  cfn::Required<std::string> Bucket;
  cfn::Property<bucket::EncryptionConfiguration> EncryptionConfiguration{};
  cfn::Property<bucket::Metrics> Metrics{};
  cfn::Property<bucket::ReplicationTime> ReplicationTime{};
  cfn::Property<cfn::OneOf<"DEEP_ARCHIVE", "GLACIER", "GLACIER_IR", "INTELLIGENT_TIERING", "ONEZONE_IA", "REDUCED_REDUNDANCY", "STANDARD", "STANDARD_IA">> StorageClass{};
};
cfn::Value toValue(const ReplicationDestination&);

struct ReplicationRuleAndOperator {
  cfn::Property<std::string> Prefix{};
  cfn::Property<std::vector<cfn::Tag>> TagFilters{};
};
cfn::Value toValue(const ReplicationRuleAndOperator&);

struct ReplicationRuleFilter {
  cfn::Property<bucket::ReplicationRuleAndOperator> And{};
  cfn::Property<std::string> Prefix{};
  cfn::Property<cfn::Tag> TagFilter{};
};
cfn::Value toValue(const ReplicationRuleFilter&);

struct ReplicaModifications {
  cfn::Required<cfn::OneOf<"Enabled", "Disabled">> Status;
};
cfn::Value toValue(const ReplicaModifications&);

struct SseKmsEncryptedObjects {
  cfn::Required<cfn::OneOf<"Disabled", "Enabled">> Status;
};
cfn::Value toValue(const SseKmsEncryptedObjects&);

struct SourceSelectionCriteria {
  cfn::Property<bucket::ReplicaModifications> ReplicaModifications{};
  cfn::Property<bucket::SseKmsEncryptedObjects> SseKmsEncryptedObjects{};
};
cfn::Value toValue(const SourceSelectionCriteria&);

struct ReplicationRule {
  cfn::Property<bucket::DeleteMarkerReplication> DeleteMarkerReplication{};
  cfn::Required<bucket::ReplicationDestination> Destination;
  cfn::Property<bucket::ReplicationRuleFilter> Filter{};
  cfn::Property<std::string> Id{};
  cfn::Property<std::string> Prefix{};
  cfn::Property<std::int64_t> Priority{};
  cfn::Property<bucket::SourceSelectionCriteria> SourceSelectionCriteria{};
  cfn::Required<cfn::OneOf<"Disabled", "Enabled">> Status;
};
cfn::Value toValue(const ReplicationRule&);

struct ReplicationConfiguration {
  cfn::Required<std::string> Role;
  cfn::Required<std::vector<bucket::ReplicationRule>> Rules;
};
cfn::Value toValue(const ReplicationConfiguration&);

struct VersioningConfiguration {
  cfn::Required<cfn::OneOf<"Enabled", "Suspended">> Status;
};
cfn::Value toValue(const VersioningConfiguration&);

struct RedirectAllRequestsTo {
  cfn::Required<std::string> HostName;
  cfn::Property<cfn::OneOf<"http", "https">> Protocol{};
};
cfn::Value toValue(const RedirectAllRequestsTo&);

struct RedirectRule {
  cfn::Property<std::string> HostName{};
  cfn::Property<std::string> HttpRedirectCode{};
  cfn::Property<cfn::OneOf<"http", "https">> Protocol{};
  cfn::Property<std::string> ReplaceKeyPrefixWith{};
  cfn::Property<std::string> ReplaceKeyWith{};
};
cfn::Value toValue(const RedirectRule&);

struct RoutingRuleCondition {
  cfn::Property<std::string> HttpErrorCodeReturnedEquals{};
  cfn::Property<std::string> KeyPrefixEquals{};
};
cfn::Value toValue(const RoutingRuleCondition&);

struct RoutingRule {
  cfn::Required<bucket::RedirectRule> RedirectRule;
  cfn::Property<bucket::RoutingRuleCondition> RoutingRuleCondition{};
};
cfn::Value toValue(const RoutingRule&);

struct WebsiteConfiguration {
  cfn::Property<std::string> ErrorDocument{};
  cfn::Property<std::string> IndexDocument{};
  cfn::Property<bucket::RedirectAllRequestsTo> RedirectAllRequestsTo{};
  cfn::Property<std::vector<bucket::RoutingRule>> RoutingRules{};
};
cfn::Value toValue(const WebsiteConfiguration&);

}  // namespace bucket

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html
struct Bucket {
  static constexpr std::string_view type = "AWS::S3::Bucket";
  cfn::Property<cfn::OneOf<"Enabled", "Disabled">> AbacStatus{};
  cfn::Property<bucket::AccelerateConfiguration> AccelerateConfiguration{};
  cfn::Property<cfn::OneOf<"AuthenticatedRead", "AwsExecRead", "BucketOwnerFullControl", "BucketOwnerRead", "LogDeliveryWrite", "Private", "PublicRead", "PublicReadWrite">> AccessControl{};
  cfn::Property<std::vector<bucket::AnalyticsConfiguration>> AnalyticsConfigurations{};
  cfn::Property<bucket::BucketEncryption> BucketEncryption{};
  cfn::Property<std::string> BucketName{};
  cfn::Property<std::string> BucketNamePrefix{};
  cfn::Property<cfn::OneOf<"global", "account-regional">> BucketNamespace{};
  cfn::Property<bucket::CorsConfiguration> CorsConfiguration{};
  cfn::Property<std::vector<bucket::IntelligentTieringConfiguration>> IntelligentTieringConfigurations{};
  cfn::Property<std::vector<bucket::InventoryConfiguration>> InventoryConfigurations{};
  cfn::Property<bucket::LifecycleConfiguration> LifecycleConfiguration{};
  cfn::Property<bucket::LoggingConfiguration> LoggingConfiguration{};
  cfn::Property<bucket::MetadataConfiguration> MetadataConfiguration{};
  cfn::Property<bucket::MetadataTableConfiguration> MetadataTableConfiguration{};
  cfn::Property<std::vector<bucket::MetricsConfiguration>> MetricsConfigurations{};
  cfn::Property<bucket::NotificationConfiguration> NotificationConfiguration{};
  cfn::Property<bucket::ObjectLockConfiguration> ObjectLockConfiguration{};
  cfn::Property<bool> ObjectLockEnabled{};
  cfn::Property<bucket::OwnershipControls> OwnershipControls{};
  cfn::Property<bucket::PublicAccessBlockConfiguration> PublicAccessBlockConfiguration{};
  cfn::Property<bucket::ReplicationConfiguration> ReplicationConfiguration{};
  cfn::Property<std::vector<cfn::Tag>> Tags{};
  cfn::Property<bucket::VersioningConfiguration> VersioningConfiguration{};
  cfn::Property<bucket::WebsiteConfiguration> WebsiteConfiguration{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::S3::Bucket">> {
    using cfn::Handle<cfn::Typed<"AWS::S3::Bucket">>::Handle;
    cfn::Expression arn() const { return {getAtt("Arn")}; }
    cfn::Expression domainName() const { return {getAtt("DomainName")}; }
    cfn::Expression dualStackDomainName() const { return {getAtt("DualStackDomainName")}; }
    cfn::Expression metadataConfigurationDestination() const { return {getAtt("MetadataConfiguration.Destination")}; }
    cfn::Expression metadataConfigurationInventoryTableConfigurationTableArn() const { return {getAtt("MetadataConfiguration.InventoryTableConfiguration.TableArn")}; }
    cfn::Expression metadataConfigurationInventoryTableConfigurationTableName() const { return {getAtt("MetadataConfiguration.InventoryTableConfiguration.TableName")}; }
    cfn::Expression metadataConfigurationJournalTableConfigurationTableArn() const { return {getAtt("MetadataConfiguration.JournalTableConfiguration.TableArn")}; }
    cfn::Expression metadataConfigurationJournalTableConfigurationTableName() const { return {getAtt("MetadataConfiguration.JournalTableConfiguration.TableName")}; }
    cfn::Expression metadataTableConfigurationS3TablesDestinationTableArn() const { return {getAtt("MetadataTableConfiguration.S3TablesDestination.TableArn")}; }
    cfn::Expression metadataTableConfigurationS3TablesDestinationTableNamespace() const { return {getAtt("MetadataTableConfiguration.S3TablesDestination.TableNamespace")}; }
    cfn::Expression regionalDomainName() const { return {getAtt("RegionalDomainName")}; }
    cfn::Expression websiteUrl() const { return {getAtt("WebsiteURL")}; }
  };
};
cfn::Map properties(const Bucket&);

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucketpolicy.html
struct BucketPolicy {
  static constexpr std::string_view type = "AWS::S3::BucketPolicy";
  cfn::Required<std::string> Bucket;
  cfn::Required<cfn::Json> PolicyDocument;

  struct Handle : cfn::Handle<cfn::Typed<"AWS::S3::BucketPolicy">> {
    using cfn::Handle<cfn::Typed<"AWS::S3::BucketPolicy">>::Handle;
  };
};
cfn::Map properties(const BucketPolicy&);

}  // namespace aws::s3
