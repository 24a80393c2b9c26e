// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#pragma once

#include "cloudformation/template.h"

namespace aws::iam {

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-instanceprofile.html
struct InstanceProfile {
  static constexpr std::string_view type = "AWS::IAM::InstanceProfile";
  cfn::Property<std::string> InstanceProfileName{};
  cfn::Property<std::string> Path{};
  cfn::Required<std::vector<std::string>> Roles;

  struct Handle : cfn::Handle<cfn::Typed<"AWS::IAM::InstanceProfile">> {
    using cfn::Handle<cfn::Typed<"AWS::IAM::InstanceProfile">>::Handle;
    cfn::Expression arn() const { return {getAtt("Arn")}; }
  };
};
cfn::Map properties(const InstanceProfile&);

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-managedpolicy.html
struct ManagedPolicy {
  static constexpr std::string_view type = "AWS::IAM::ManagedPolicy";
  cfn::Property<std::string> Description{};
  cfn::Property<std::vector<std::string>> Groups{};
  cfn::Property<std::string> ManagedPolicyName{};
  cfn::Property<std::string> Path{};
  cfn::Required<cfn::Json> PolicyDocument;
  cfn::Property<std::vector<std::string>> Roles{};
  cfn::Property<std::vector<std::string>> Users{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::IAM::ManagedPolicy">> {
    using cfn::Handle<cfn::Typed<"AWS::IAM::ManagedPolicy">>::Handle;
    cfn::Expression attachmentCount() const { return {getAtt("AttachmentCount")}; }
    cfn::Expression createDate() const { return {getAtt("CreateDate")}; }
    cfn::Expression defaultVersionId() const { return {getAtt("DefaultVersionId")}; }
    cfn::Expression isAttachable() const { return {getAtt("IsAttachable")}; }
    cfn::Expression permissionsBoundaryUsageCount() const { return {getAtt("PermissionsBoundaryUsageCount")}; }
    cfn::Expression policyArn() const { return {getAtt("PolicyArn")}; }
    cfn::Expression policyId() const { return {getAtt("PolicyId")}; }
    cfn::Expression updateDate() const { return {getAtt("UpdateDate")}; }
  };
};
cfn::Map properties(const ManagedPolicy&);

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-oidcprovider.html
struct OIDCProvider {
  static constexpr std::string_view type = "AWS::IAM::OIDCProvider";
  cfn::Property<std::vector<std::string>> ClientIdList{};
  cfn::Property<std::vector<cfn::Tag>> Tags{};
  cfn::Property<std::vector<std::string>> ThumbprintList{};
  cfn::Property<std::string> Url{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::IAM::OIDCProvider">> {
    using cfn::Handle<cfn::Typed<"AWS::IAM::OIDCProvider">>::Handle;
    cfn::Expression arn() const { return {getAtt("Arn")}; }
  };
};
cfn::Map properties(const OIDCProvider&);

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html
struct Policy {
  static constexpr std::string_view type = "AWS::IAM::Policy";
  cfn::Property<std::vector<std::string>> Groups{};
  cfn::Required<cfn::Json> PolicyDocument;
  cfn::Required<std::string> PolicyName;
  cfn::Property<std::vector<std::string>> Roles{};
  cfn::Property<std::vector<std::string>> Users{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::IAM::Policy">> {
    using cfn::Handle<cfn::Typed<"AWS::IAM::Policy">>::Handle;
    cfn::Expression id() const { return {getAtt("Id")}; }
  };
};
cfn::Map properties(const Policy&);

namespace role {
struct Policy {
  cfn::Required<cfn::Json> PolicyDocument;
  cfn::Required<std::string> PolicyName;
};
cfn::Value toValue(const Policy&);

}  // namespace role

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html
struct Role {
  static constexpr std::string_view type = "AWS::IAM::Role";
  cfn::Required<cfn::Json> AssumeRolePolicyDocument;
  cfn::Property<std::string> Description{};
  cfn::Property<std::vector<std::string>> ManagedPolicyArns{};
  cfn::Property<std::int64_t> MaxSessionDuration{};
  cfn::Property<std::string> Path{};
  cfn::Property<std::string> PermissionsBoundary{};
  cfn::Property<std::vector<role::Policy>> Policies{};
  cfn::Property<std::string> RoleName{};
  cfn::Property<std::vector<cfn::Tag>> Tags{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::IAM::Role">> {
    using cfn::Handle<cfn::Typed<"AWS::IAM::Role">>::Handle;
    cfn::Typed<"AWS::IAM::Role.Arn"> arn() const { return {getAtt("Arn")}; }
    cfn::Expression roleId() const { return {getAtt("RoleId")}; }
  };
};
cfn::Map properties(const Role&);

}  // namespace aws::iam
