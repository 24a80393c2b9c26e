// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#include "aws/certificatemanager.h"

namespace aws::certificatemanager {

cfn::Value certificate::toValue(const DomainValidationOption& v) {
  return cfn::fields({
      {"DomainName", v.DomainName},
      {"HostedZoneId", v.HostedZoneId},
      {"ValidationDomain", v.ValidationDomain},
  });
}

cfn::Map properties(const Certificate& v) {
  return cfn::fields({
      {"CertificateAuthorityArn", v.CertificateAuthorityArn},
      {"CertificateExport", v.CertificateExport},
      {"CertificateTransparencyLoggingPreference", v.CertificateTransparencyLoggingPreference},
      {"DomainName", v.DomainName},
      {"DomainValidationOptions", v.DomainValidationOptions},
      {"KeyAlgorithm", v.KeyAlgorithm},
      {"SubjectAlternativeNames", v.SubjectAlternativeNames},
      {"Tags", v.Tags},
      {"ValidationMethod", v.ValidationMethod},
  });
}

}  // namespace aws::certificatemanager
