#include "permissions/only_for.h"

#include "../cloudformation/read.h"
#include "catch.h"
#include "permissions/service_policy.h"

namespace {

/// Whether the policy for a stack of this one resource has the action.
bool has(const std::string& resource, const std::string& action, const std::string& before = "") {
  const auto policy = permissions::servicePolicy(readGood(before + "Resources:\n  It: " + resource + "\n"), "shop");
  for (const auto& statement : policy.statements)
    for (const auto& each : statement.actions)
      if (statement.allow && each == action) return true;
  return false;
}

std::string of(const std::string& type, const std::string& properties) {
  return "{Type: " + type + ", Properties: {" + properties + "}}";
}

}  // namespace

TEST_CASE("a right that only a property needs is there with the property and not without it") {
  struct Example {
    std::string type, action, with, without;
  };
  const Example examples[] = {
      {"AWS::S3::Bucket", "s3tables:CreateTableBucket", "MetadataConfiguration: {}", "BucketName: b"},
      {"AWS::Lambda::Function", "ec2:DescribeSubnets", "VpcConfig: {SubnetIds: [s]}", "Runtime: python3.13"},
      {"AWS::Logs::LogGroup", "logs:PutIndexPolicy", "FieldIndexPolicies: [{}]", "RetentionInDays: 7"},
      {"AWS::IAM::Policy", "iam:PutUserPolicy", "PolicyName: p, Users: [u]", "PolicyName: p, Roles: [r]"},
      {"AWS::EC2::Instance", "ssm:CreateAssociation", "SsmAssociations: [{DocumentName: d}]", "ImageId: ami-1"},
      {"AWS::EC2::Instance", "ec2:AttachVolume", "Volumes: [{VolumeId: v, Device: /dev/sdh}]", "ImageId: ami-1"},
      {"AWS::EC2::EIP", "ec2:AcceptAddressTransfer", "TransferAddress: 192.0.2.1", "Domain: vpc"},
      {"AWS::CertificateManager::Certificate", "acm-pca:IssueCertificate",
       "DomainName: a.b, CertificateAuthorityArn: x", "DomainName: a.b"},
      {"AWS::RDS::DBInstance", "secretsmanager:CreateSecret", "ManageMasterUserPassword: true", "Engine: mysql"},
      {"AWS::RDS::DBInstance", "rds:RestoreDBInstanceFromDBSnapshot", "DBSnapshotIdentifier: s", "Engine: mysql"},
      {"AWS::Logs::LogGroup", "logs:AssociateKmsKey", "KmsKeyId: k", "RetentionInDays: 7"},
      {"AWS::EFS::FileSystem", "elasticfilesystem:CreateReplicationConfiguration",
       "ReplicationConfiguration: {Destinations: [{Region: eu-west-2}]}", "Encrypted: true"},
      {"AWS::SecretsManager::Secret", "secretsmanager:ReplicateSecretToRegions",
       "ReplicaRegions: [{Region: eu-west-2}]", "Description: d"},
      {"AWS::AutoScaling::AutoScalingGroup", "autoscaling:PutNotificationConfiguration",
       "MinSize: '1', MaxSize: '1', NotificationConfigurations: [{TopicARN: t}]", "MinSize: '1', MaxSize: '1'"},
      {"AWS::ElasticLoadBalancingV2::Listener", "cognito-idp:DescribeUserPoolClient",
       "DefaultActions: [{Type: authenticate-cognito}]", "DefaultActions: [{Type: forward, TargetGroupArn: t}]"},
  };
  for (const auto& [type, action, with, without] : examples) {
    INFO(type << " " << action);
    CHECK(has(of(type, with), action));
    CHECK_FALSE(has(of(type, without), action));
  }
}

TEST_CASE("a role is passed only for the property that names it") {
  const auto subnet =
      "{Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Statement: "
      "[{Effect: Allow, Action: 'sts:AssumeRole', Principal: {Service: ec2.amazonaws.com}}]}}}\n  Other: ";
  CHECK_FALSE(has(subnet + of("AWS::EC2::Instance", "ImageId: ami-1"), "iam:PassRole"));
  CHECK(has(subnet + of("AWS::EC2::Instance", "IamInstanceProfile: p"), "iam:PassRole"));
  CHECK(has(subnet + of("AWS::EC2::Instance", "LaunchTemplate: {LaunchTemplateId: t, Version: '1'}"), "iam:PassRole"));
}

TEST_CASE("what may be set keeps its right") {
  const std::string action = "ssm:CreateAssociation";
  const std::string type = "AWS::EC2::Instance";
  CHECK(has(of(type, "SsmAssociations: !If [Never, [{DocumentName: d}], !Ref AWS::NoValue]"), action,
            "Conditions: {Never: !Equals [a, b]}\n"));
  CHECK(has(of(type, "SsmAssociations: !Ref Given"), action, "Parameters: {Given: {Type: CommaDelimitedList}}\n"));
  CHECK(has(of(type, "'Fn::Transform': {Name: 'AWS::Include', Parameters: {Location: 's3://b/k'}}"), action));
  CHECK(has(of(type, "ImageId: ami-1"), action, "Transform: Own\n"));
  CHECK_FALSE(has(of(type, "ImageId: ami-1"), action, "Transform: AWS::LanguageExtensions\n"));
  // What another resource needs without any property stays.
  CHECK(has(of(type, "ImageId: ami-1") + "\n  Other: {Type: AWS::SSM::Association, Properties: {Name: n}}",
            "ssm:ListAssociations"));
  // Rights to undo stay: the property may just have left the template.
  CHECK(has(of(type, "ImageId: ami-1"), "ssm:DeleteAssociation"));
  CHECK(has(of(type, "ImageId: ami-1"), "ec2:DetachVolume"));
}
