// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#pragma once

#include "cloudformation/template.h"

namespace aws::ssm {

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-parameter.html
struct Parameter {
  static constexpr std::string_view type = "AWS::SSM::Parameter";
  cfn::Property<std::string> AllowedPattern{};
  cfn::Property<cfn::OneOf<"text", "aws:ec2:image">> DataType{};
  cfn::Property<std::string> Description{};
  cfn::Property<std::string> Name{};
  cfn::Property<std::string> Policies{};
  cfn::Property<cfn::Json> Tags{};
  cfn::Property<cfn::OneOf<"Standard", "Advanced", "Intelligent-Tiering">> Tier{};
  cfn::Required<cfn::OneOf<"String", "StringList">> Type;
  cfn::Required<std::string> Value;

  struct Handle : cfn::Handle<cfn::Typed<"AWS::SSM::Parameter">> {
    using cfn::Handle<cfn::Typed<"AWS::SSM::Parameter">>::Handle;
    cfn::Expression allowedPattern() const { return {getAtt("AllowedPattern")}; }
    cfn::Expression dataType() const { return {getAtt("DataType")}; }
    cfn::Expression description() const { return {getAtt("Description")}; }
    cfn::Expression name() const { return {getAtt("Name")}; }
    cfn::Expression policies() const { return {getAtt("Policies")}; }
    cfn::Expression tier() const { return {getAtt("Tier")}; }
    cfn::Expression type() const { return {getAtt("Type")}; }
    cfn::Expression value() const { return {getAtt("Value")}; }
  };
};
cfn::Map properties(const Parameter&);

}  // namespace aws::ssm
