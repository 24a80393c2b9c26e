// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#pragma once

#include "cloudformation/template.h"

namespace aws::certificatemanager {

namespace certificate {
struct DomainValidationOption {
  cfn::Required<std::string> DomainName;
  cfn::Property<cfn::Id<"AWS::Route53::HostedZone">> HostedZoneId{};
  cfn::Property<std::string> ValidationDomain{};
};
cfn::Value toValue(const DomainValidationOption&);

}  // namespace certificate

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-certificatemanager-certificate.html
struct Certificate {
  static constexpr std::string_view type = "AWS::CertificateManager::Certificate";
  cfn::Property<std::string> CertificateAuthorityArn{};
  cfn::Property<std::string> CertificateExport{};
  cfn::Property<std::string> CertificateTransparencyLoggingPreference{};
  cfn::Required<std::string> DomainName;
  cfn::Property<std::vector<certificate::DomainValidationOption>> DomainValidationOptions{};
  cfn::Property<std::string> KeyAlgorithm{};
  cfn::Property<std::vector<std::string>> SubjectAlternativeNames{};
  cfn::Property<std::vector<cfn::Tag>> Tags{};
  cfn::Property<std::string> ValidationMethod{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::ACM::Certificate.Arn">> {
    using cfn::Handle<cfn::Typed<"AWS::ACM::Certificate.Arn">>::Handle;
    cfn::Typed<"AWS::ACM::Certificate.Arn"> id() const { return {getAtt("Id")}; }
  };
};
cfn::Map properties(const Certificate&);

}  // namespace aws::certificatemanager
