#include "permissions/only_for.h"

#include <algorithm>

#include "data/value.h"

namespace permissions {
namespace {

/// Actions that the handlers of a type call for these properties and nothing else, by the reference of the type and of
/// the API. Only actions that *make* something stand here. Those that undo it, or that set a value both ways, are
/// needed when the property leaves the template, so they stay.
struct OnlyFor {
  std::string_view type;
  std::string_view properties;
  std::string_view actions;
  std::string_view word = {};  ///< only where this is the `Type` of something in one of the properties
};

constexpr OnlyFor table[] = {
    {"AWS::DynamoDB::Table", "ImportSourceSpecification",
     "dynamodb:ImportTable s3:GetBucketLocation s3:GetObject s3:GetObjectMetadata s3:ListBucket"},
    {"AWS::DynamoDB::Table", "KinesisStreamSpecification",
     "dynamodb:EnableKinesisStreamingDestination kinesis:DescribeStream kinesis:PutRecords"},
    {"AWS::EC2::Volume", "SourceVolumeId", "ec2:CopyVolumes"},
    {"AWS::EFS::FileSystem", "ReplicationConfiguration", "iam:PassRole"},
    {"AWS::ElasticLoadBalancingV2::LoadBalancer", "MinimumLoadBalancerCapacity",
     "elasticloadbalancing:ModifyCapacityReservation"},
    {"AWS::Lambda::Function", "CapacityProviderConfig", "lambda:PassCapacityProvider"},
    {"AWS::Lambda::Function", "FileSystemConfigs", "elasticfilesystem:DescribeMountTargets s3files:ListMountTargets"},
    {"AWS::Lambda::Function", "FunctionScalingConfig", "lambda:PutFunctionScalingConfig"},
    {"AWS::Lambda::Function", "KmsKeyArn",
     "kms:CreateGrant kms:Decrypt kms:DescribeKey kms:Encrypt kms:GenerateDataKey"},
    {"AWS::Lambda::Function", "Layers", "lambda:GetLayerVersion"},
    {"AWS::Lambda::Function", "VpcConfig", "ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpcs"},
    {"AWS::Logs::LogGroup", "BearerTokenAuthenticationEnabled", "logs:PutBearerTokenAuthentication"},
    {"AWS::Logs::LogGroup", "DeletionProtectionEnabled", "logs:PutLogGroupDeletionProtection"},
    {"AWS::Logs::LogGroup", "FieldIndexPolicies", "logs:PutIndexPolicy"},
    {"AWS::Route53::HostedZone", "HostedZoneFeatures", "route53:UpdateHostedZoneFeatures"},
    {"AWS::S3::Bucket", "AbacStatus", "s3:PutBucketAbac"},
    {"AWS::S3::Bucket", "IntelligentTieringConfigurations", "s3:PutIntelligentTieringConfiguration"},
    {"AWS::S3::Bucket", "MetadataConfiguration MetadataTableConfiguration",
     "s3:CreateBucketMetadataTableConfiguration s3:UpdateBucketMetadataAnnotationTableConfiguration "
     "s3:UpdateBucketMetadataInventoryTableConfiguration "
     "s3:UpdateBucketMetadataJournalTableConfiguration s3tables:CreateNamespace s3tables:CreateTable "
     "s3tables:CreateTableBucket s3tables:GetTable s3tables:GetTableMetadataLocation "
     "s3tables:PutTableBucketPolicy s3tables:PutTableEncryption s3tables:PutTablePolicy "
     "s3tables:UpdateTableMetadataLocation"},
    {"AWS::AutoScaling::AutoScalingGroup", "LifecycleHookSpecificationList", "autoscaling:PutLifecycleHook"},
    {"AWS::AutoScaling::AutoScalingGroup", "LoadBalancerNames", "autoscaling:AttachLoadBalancers"},
    {"AWS::AutoScaling::AutoScalingGroup", "MetricsCollection", "autoscaling:EnableMetricsCollection"},
    {"AWS::AutoScaling::AutoScalingGroup", "NotificationConfiguration NotificationConfigurations",
     "autoscaling:PutNotificationConfiguration"},
    {"AWS::AutoScaling::AutoScalingGroup", "TargetGroupARNs", "autoscaling:AttachLoadBalancerTargetGroups"},
    {"AWS::AutoScaling::AutoScalingGroup", "TrafficSources",
     "autoscaling:AttachTrafficSources vpc-lattice:GetTargetGroup vpc-lattice:ListTargets "
     "vpc-lattice:RegisterTargets"},
    {"AWS::Backup::BackupVault", "AccessPolicy", "backup:PutBackupVaultAccessPolicy"},
    {"AWS::Backup::BackupVault", "LockConfiguration", "backup:PutBackupVaultLockConfiguration"},
    {"AWS::Backup::BackupVault", "Notifications", "backup:PutBackupVaultNotifications"},
    {"AWS::CertificateManager::Certificate", "CertificateAuthorityArn",
     "acm-pca:GetCertificate acm-pca:IssueCertificate"},
    {"AWS::CertificateManager::Certificate", "DomainValidationOptions", "route53:ChangeResourceRecordSets"},
    {"AWS::EC2::EIP", "InstanceId", "ec2:AssociateAddress"},
    {"AWS::EC2::EIP", "TransferAddress", "ec2:AcceptAddressTransfer"},
    {"AWS::EC2::FlowLog", "DeliverCrossAccountRole DeliverLogsPermissionArn", "iam:PassRole"},
    {"AWS::EC2::FlowLog", "LogDestination", "s3:GetBucketPolicy s3:PutBucketPolicy"},
    {"AWS::EC2::Instance", "IamInstanceProfile",
     "ec2:AssociateIamInstanceProfile ec2:ReplaceIamInstanceProfileAssociation"},
    {"AWS::EC2::Instance", "IamInstanceProfile LaunchTemplate", "iam:PassRole"},
    {"AWS::EC2::Instance", "Monitoring", "ec2:MonitorInstances"},
    {"AWS::EC2::Instance", "SsmAssociations", "ssm:CreateAssociation"},
    {"AWS::EC2::Instance", "Volumes", "ec2:AttachVolume"},
    {"AWS::EC2::KeyPair", "PublicKeyMaterial", "ec2:ImportKeyPair"},
    {"AWS::EC2::NatGateway", "AvailabilityZoneAddresses SecondaryAllocationIds", "ec2:AssociateNatGatewayAddress"},
    {"AWS::EC2::NatGateway", "SecondaryPrivateIpAddressCount SecondaryPrivateIpAddresses",
     "ec2:AssignPrivateNatGatewayAddress"},
    {"AWS::EC2::NetworkInterface", "EnablePrimaryIpv6 Ipv6AddressCount Ipv6Addresses Ipv6PrefixCount Ipv6Prefixes",
     "ec2:AssignIpv6Addresses"},
    {"AWS::EC2::NetworkInterface", "Ipv4PrefixCount Ipv4Prefixes PrivateIpAddresses SecondaryPrivateIpAddressCount",
     "ec2:AssignPrivateIpAddresses"},
    {"AWS::EC2::Subnet", "Ipv6CidrBlock Ipv6CidrBlocks Ipv6IpamPoolId Ipv6NetmaskLength",
     "ec2:AssociateSubnetCidrBlock"},
    {"AWS::EC2::VPCCidrBlock", "Ipv4IpamPoolId Ipv6IpamPoolId", "ec2:AllocateIpamPoolCidr"},
    {"AWS::EC2::VPCEndpoint", "ServiceNetworkArn", "vpc-lattice:CreateServiceNetworkVpcEndpointAssociation"},
    {"AWS::EC2::VPCEndpoint", "ServiceNetworkArn", "vpc-lattice:DescribeServiceNetworkVpcEndpointAssociation"},
    {"AWS::EC2::VPCEndpoint", "ServiceRegion", "vpce:AllowMultiRegion"},
    {"AWS::EC2::VPCGatewayAttachment", "InternetGatewayId", "ec2:AttachInternetGateway"},
    {"AWS::EC2::VPCGatewayAttachment", "VpnGatewayId", "ec2:AttachVpnGateway"},
    {"AWS::EFS::FileSystem", "FileSystemPolicy", "elasticfilesystem:PutFileSystemPolicy"},
    {"AWS::EFS::FileSystem", "ReplicationConfiguration", "elasticfilesystem:CreateReplicationConfiguration"},
    {"AWS::ElasticLoadBalancingV2::Listener", "DefaultActions", "cognito-idp:DescribeUserPoolClient",
     "authenticate-cognito"},
    {"AWS::ElasticLoadBalancingV2::ListenerRule", "Actions", "cognito-idp:DescribeUserPoolClient",
     "authenticate-cognito"},
    {"AWS::ElasticLoadBalancingV2::LoadBalancer", "Ipv4IpamPoolId", "ec2:DescribeIpamPools"},
    {"AWS::ElasticLoadBalancingV2::TargetGroup", "Targets", "elasticloadbalancing:RegisterTargets"},
    {"AWS::IAM::ManagedPolicy", "Groups", "iam:AttachGroupPolicy"},
    {"AWS::IAM::ManagedPolicy", "Roles", "iam:AttachRolePolicy"},
    {"AWS::IAM::ManagedPolicy", "Users", "iam:AttachUserPolicy"},
    {"AWS::IAM::Policy", "Groups", "iam:GetGroupPolicy iam:PutGroupPolicy"},
    {"AWS::IAM::Policy", "Roles", "iam:GetRolePolicy iam:PutRolePolicy"},
    {"AWS::IAM::Policy", "Users", "iam:GetUserPolicy iam:PutUserPolicy"},
    {"AWS::IAM::Role", "ManagedPolicyArns", "iam:AttachRolePolicy"},
    {"AWS::IAM::Role", "PermissionsBoundary", "iam:PutRolePermissionsBoundary"},
    {"AWS::IAM::Role", "Policies", "iam:PutRolePolicy"},
    {"AWS::Lambda::Function", "CodeSigningConfigArn", "lambda:PutFunctionCodeSigningConfig"},
    {"AWS::Lambda::Function", "ReservedConcurrentExecutions", "lambda:PutFunctionConcurrency"},
    {"AWS::Logs::LogGroup", "DataProtectionPolicy",
     "firehose:TagDeliveryStream logs:CreateLogDelivery logs:PutDataProtectionPolicy"},
    {"AWS::Logs::LogGroup", "DataProtectionPolicy ResourcePolicyDocument", "logs:PutResourcePolicy"},
    {"AWS::Logs::LogGroup", "KmsKeyId", "logs:AssociateKmsKey"},
    {"AWS::Logs::LogGroup", "RetentionInDays", "logs:PutRetentionPolicy"},
    {"AWS::RDS::DBCluster", "AssociatedRoles", "rds:AddRoleToDBCluster"},
    {"AWS::RDS::DBCluster", "AssociatedRoles Domain DomainIAMRoleName MonitoringRoleArn", "iam:PassRole"},
    {"AWS::RDS::DBCluster", "EnableHttpEndpoint", "rds:EnableHttpEndpoint"},
    {"AWS::RDS::DBCluster", "ManageMasterUserPassword MasterUserSecret",
     "secretsmanager:CreateSecret secretsmanager:TagResource"},
    {"AWS::RDS::DBCluster", "SnapshotIdentifier", "rds:RestoreDBClusterFromSnapshot"},
    {"AWS::RDS::DBCluster",
     "RestoreToTime RestoreType SourceDBClusterIdentifier SourceDbClusterResourceId UseLatestRestorableTime",
     "rds:RestoreDBClusterToPointInTime"},
    {"AWS::RDS::DBInstance", "AssociatedRoles", "rds:AddRoleToDBInstance"},
    {"AWS::RDS::DBInstance", "AssociatedRoles CustomIAMInstanceProfile Domain DomainIAMRoleName MonitoringRoleArn",
     "iam:GetRole iam:ListRoles iam:PassRole"},
    {"AWS::RDS::DBInstance",
     "AutomaticBackupReplicationKmsKeyId AutomaticBackupReplicationRegion AutomaticBackupReplicationRetentionPeriod",
     "rds:StartDBInstanceAutomatedBackupsReplication"},
    {"AWS::RDS::DBInstance", "DBClusterSnapshotIdentifier DBSnapshotIdentifier", "rds:RestoreDBInstanceFromDBSnapshot"},
    {"AWS::RDS::DBInstance", "ManageMasterUserPassword MasterUserSecret",
     "secretsmanager:CreateSecret secretsmanager:TagResource"},
    {"AWS::RDS::DBInstance",
     "RestoreTime SourceDBInstanceAutomatedBackupsArn SourceDBInstanceIdentifier SourceDbiResourceId "
     "UseLatestRestorableTime",
     "rds:RestoreDBInstanceToPointInTime"},
    {"AWS::RDS::DBInstance", "SourceDBClusterIdentifier SourceDBInstanceIdentifier", "rds:CreateDBInstanceReadReplica"},
    {"AWS::Route53::HostedZone", "QueryLoggingConfig", "route53:CreateQueryLoggingConfig"},
    {"AWS::Route53::HostedZone", "VPCs", "route53:AssociateVPCWithHostedZone"},
    {"AWS::S3::Bucket", "ObjectLockConfiguration ObjectLockEnabled",
     "s3:PutBucketObjectLockConfiguration s3:PutObjectLockConfiguration"},
    {"AWS::S3::Bucket", "ReplicationConfiguration", "iam:PassRole"},
    {"AWS::S3::Bucket", "WebsiteConfiguration", "s3:PutBucketWebsite"},
    {"AWS::SNS::Topic", "DeliveryStatusLogging", "iam:GetRole iam:PassRole"},
    {"AWS::SNS::Topic", "Subscription", "sns:Subscribe"},
    {"AWS::SecretsManager::RotationSchedule", "HostedRotationLambda RotationLambdaARN", "lambda:InvokeFunction"},
    {"AWS::SecretsManager::Secret", "GenerateSecretString", "secretsmanager:GetRandomPassword"},
    {"AWS::SecretsManager::Secret", "ReplicaRegions", "secretsmanager:ReplicateSecretToRegions"},
};

bool hasWord(std::string_view text, std::string_view word) {
  while (true) {
    const auto end = text.find(' ');
    if (text.substr(0, end) == word) return true;
    if (end == text.npos) return false;
    text.remove_prefix(end + 1);
  }
}

/// Whether the `Type` of one of the actions in the value may be the word: it is, or is not known.
bool mayBeOfType(const data::Value& value, std::string_view word) {
  if (const auto* list = value.as<data::List>())
    return std::ranges::any_of(*list, [&](const auto& item) { return mayBeOfType(item, word); });
  const auto* map = value.as<data::Map>();
  const auto* type = map ? data::find(*map, "Type") : nullptr;
  const auto* text = type ? type->as<std::string>() : nullptr;
  return !text || *text == word;
}

bool isSet(const OnlyFor& row, const data::Map& properties) {
  return std::ranges::any_of(properties, [&](const data::Entry& entry) {
    if (entry.key.starts_with("Fn::")) return true;  // a transform in this place may add any property
    return hasWord(row.properties, entry.key) && (row.word.empty() || mayBeOfType(entry.value, row.word));
  });
}

bool hasTransform(const cfn::Template& stack) {
  const auto& transform = stack.sections().transform;
  const auto* text = transform.as<std::string>();
  // This one changes how functions are written, not which properties there are.
  if (text && *text == "AWS::LanguageExtensions") return false;
  const auto* list = transform.as<data::List>();
  const auto* map = transform.as<data::Map>();
  return (text && !text->empty()) || (list && !list->empty()) || (map && !map->empty()) ||
         transform.as<data::Tagged>() != nullptr;
}

/// Whether a key or a text in the value speaks of a role, or of what brings one along; or a transform may write one.
bool speaksOfRole(const data::Value& value) {
  const auto speaks = [](std::string_view text) {
    for (const auto* word : {"Role", "role", "Profile", "Launch", "Fn::Transform"})
      if (text.find(word) != text.npos) return true;
    return false;
  };
  if (const auto* text = value.as<std::string>()) return speaks(*text);
  if (const auto* list = value.as<data::List>()) return std::ranges::any_of(*list, speaksOfRole);
  if (const auto* tagged = value.as<data::Tagged>()) return tagged->tag == "Transform" || speaksOfRole(*tagged->value);
  const auto* map = value.as<data::Map>();
  return map &&
         std::ranges::any_of(*map, [&](const auto& entry) { return speaks(entry.key) || speaksOfRole(entry.value); });
}

}  // namespace

bool isForUnsetProperty(std::string_view action, const cfn::Declaration& resource, const cfn::Template& stack) {
  const auto* properties = resource.properties.as<data::Map>();
  if (!properties || hasTransform(stack)) return false;
  if (action == "iam:PassRole" && !speaksOfRole(resource.properties)) return true;
  bool known = false;
  for (const auto& row : table) {
    if (row.type != resource.type.text || !hasWord(row.actions, action)) continue;
    if (isSet(row, *properties)) return false;
    known = true;
  }
  return known;
}

}  // namespace permissions
