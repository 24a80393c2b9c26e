#include <fmt/format.h>

#include <algorithm>

#include "analysis/check/names.h"
#include "analysis/check/rules/rules.h"

// Certificates, and the protocols that clients may use.
namespace check {
namespace {

constexpr std::string_view certificateType = "AWS::CertificateManager::Certificate";

/// Whether a policy of Elastic Load Balancing takes TLS 1.0 or 1.1; unknown for names that say nothing of it.
Truth allowsOldTls(std::string_view policy) {
  constexpr std::string_view start = "ELBSecurityPolicy-";
  if (!policy.starts_with(start)) return Truth::unknown;
  policy.remove_prefix(start.size());
  for (const std::string_view fine : {"TLS13-1-2", "TLS13-1-3", "TLS-1-2", "FS-1-2"})
    if (policy.starts_with(fine)) return Truth::no;
  for (const std::string_view old :
       {"TLS13-1-0", "TLS13-1-1", "TLS-1-0", "TLS-1-1", "FS-1-1", "FS-2018", "2015", "2016", "2014"})
    if (policy.starts_with(old)) return Truth::yes;
  return Truth::unknown;
}

void oldTls(const Model& model, const Report& report) {
  for (const auto* listener : model.all("AWS::ElasticLoadBalancingV2::Listener")) {
    const auto protocol = (*listener)["Protocol"].text();
    if (protocol != "TLS" && protocol != "HTTPS") continue;
    const auto policy = (*listener)["SslPolicy"];
    if (!policy)
      report((*listener)["Protocol"], "without `SslPolicy` it is ELBSecurityPolicy-2016-08, which takes TLS 1.0",
             "write `SslPolicy: ELBSecurityPolicy-TLS13-1-2-Res-2021-06`");
    else if (policy.text() && allowsOldTls(*policy.text()) == Truth::yes)
      report(policy, fmt::format("`{}` takes TLS 1.0 or 1.1", *policy.text()),
             "write `ELBSecurityPolicy-TLS13-1-2-Res-2021-06` or a newer one");
  }
  for (const auto* distribution : model.all("AWS::CloudFront::Distribution")) {
    const auto version = (*distribution)["DistributionConfig"]["ViewerCertificate"]["MinimumProtocolVersion"];
    const auto text = version.text();
    if (text &&
        (*text == "SSLv3" || text->starts_with("TLSv1_2016") || text->starts_with("TLSv1.1") || *text == "TLSv1"))
      report(version, fmt::format("`{}` takes TLS 1.0 or 1.1", *text), "write `TLSv1.2_2021`");
  }
  for (const auto type : {"AWS::ApiGateway::DomainName", "AWS::ApiGatewayV2::DomainName"})
    for (const auto* domain : model.all(type))
      if ((*domain)["SecurityPolicy"].is("TLS_1_0"))
        report((*domain)["SecurityPolicy"], "`TLS_1_0` takes TLS 1.0 and 1.1", "write `TLS_1_2`");
}

/// Certificates of the template that listeners of the load balancer present; `complete` is false if there are others.
std::vector<const Resource*> certificatesOf(const Model& model, const Resource& balancer, bool& complete) {
  std::vector<const Resource*> found;
  const auto take = [&](const Node& list) {
    if (list.isUnknown()) complete = false;
    for (const auto& each : list.items())
      if (const auto* certificate = each["CertificateArn"].resource(certificateType))
        found.push_back(certificate);
      else
        complete = false;
  };
  for (const auto* listener : model.all("AWS::ElasticLoadBalancingV2::Listener")) {
    if (!(*listener)["LoadBalancerArn"].resource()) complete = false;
    if ((*listener)["LoadBalancerArn"].resource() != &balancer) continue;
    take((*listener)["Certificates"]);
    for (const auto* more : model.all("AWS::ElasticLoadBalancingV2::ListenerCertificate"))
      if (!(*more)["ListenerArn"].resource() || (*more)["ListenerArn"].resource() == listener)
        take((*more)["Certificates"]);
  }
  return found;
}

std::vector<Node> namesOf(const Resource& certificate) {
  std::vector<Node> names{certificate["DomainName"]};
  for (const auto& name : certificate["SubjectAlternativeNames"].items()) names.push_back(name);
  return names;
}

/// Whether some certificate is for the name.
Truth isCovered(const Node& name, const std::vector<const Resource*>& certificates) {
  auto answer = Truth::no;
  for (const auto* certificate : certificates)
    for (const auto& pattern : namesOf(*certificate)) {
      const auto covered = coversName(pattern, name);
      if (covered == Truth::yes) return Truth::yes;
      if (covered == Truth::unknown) answer = Truth::unknown;
    }
  return answer;
}

void certificateForAnother(const Model& model, const Report& report) {
  for (const auto& record : recordsOf(model)) {
    const auto alias = targetOf(record);
    if (!alias) continue;
    const auto* target = alias->resource;
    bool complete = true;
    std::vector<const Resource*> certificates;
    if (target->is("AWS::ElasticLoadBalancingV2::LoadBalancer")) {
      certificates = certificatesOf(model, *target, complete);
    } else if (target->is("AWS::CloudFront::Distribution")) {
      const auto* one =
          (*target)["DistributionConfig"]["ViewerCertificate"]["AcmCertificateArn"].resource(certificateType);
      if (one) certificates.push_back(one);
    }
    if (certificates.empty() || !complete || isCovered(record["Name"], certificates) != Truth::no) continue;
    report((*certificates.front())["DomainName"],
           fmt::format("the certificate is for `{}`, the record for `{}`",
                       shownName((*certificates.front())["DomainName"]), shownName(record["Name"])),
           "write the record's name, or add it to `SubjectAlternativeNames`",
           {at(record["Name"], "the record"), at(*target, "where it leads")});
  }
}

/// CloudFront refuses an alias that its certificate is not for.
void aliasWithoutCertificate(const Model& model, const Report& report) {
  for (const auto* distribution : model.all("AWS::CloudFront::Distribution")) {
    const auto settings = (*distribution)["DistributionConfig"];
    const auto* certificate = settings["ViewerCertificate"]["AcmCertificateArn"].resource(certificateType);
    if (!certificate || (*certificate)["SubjectAlternativeNames"].isUnknown()) continue;
    for (const auto& alias : settings["Aliases"].items())
      if (isCovered(alias, {certificate}) == Truth::no)
        report(alias,
               fmt::format("the certificate is for `{}`, the alias is `{}`", shownName((*certificate)["DomainName"]),
                           shownName(alias)),
               "write a name of the certificate, or add it to `SubjectAlternativeNames`",
               {at((*certificate)["DomainName"], "the certificate's name")});
  }
}

void certificates(const Model& model, const Report& report) {
  certificateForAnother(model, report);
  aliasWithoutCertificate(model, report);
}

void validationByHand(const Model& model, const Report& report) {
  for (const auto* certificate : model.all(certificateType)) {
    const auto method = (*certificate)["ValidationMethod"];
    const auto options = (*certificate)["DomainValidationOptions"];
    if ((*certificate)["CertificateAuthorityArn"] || method.isUnknown() || options.isUnknown()) continue;
    if (!method || method.is("EMAIL")) {
      report(method ? method : certificate->all(), "the stack waits until somebody answers the validation's mail",
             "write `ValidationMethod: DNS` and the `HostedZoneId`");
      continue;
    }
    const bool zone =
        std::ranges::any_of(options.items(), [](const Node& each) { return each.isUnknown() || each["HostedZoneId"]; });
    if (!zone)
      report(*certificate, "the stack waits until somebody creates the validation's records by hand",
             "name the zone in `DomainValidationOptions`, member `HostedZoneId`");
  }
}

void validatedInAnotherZone(const Model& model, const Report& report) {
  for (const auto* certificate : model.all(certificateType))
    for (const auto& option : (*certificate)["DomainValidationOptions"].items()) {
      const auto* zone = option["HostedZoneId"].resource("AWS::Route53::HostedZone");
      if (!zone || liesIn(option["DomainName"], (*zone)["Name"]) != Truth::no) continue;
      report(option["HostedZoneId"],
             fmt::format("`{}` is not in the zone `{}`", shownName(option["DomainName"]), shownName((*zone)["Name"])),
             "name the zone that the domain is in", {at((*zone)["Name"], "the zone's name")});
    }
}

void cloudFrontCertificate(const Model& model, const Report& report) {
  for (const auto* distribution : model.all("AWS::CloudFront::Distribution")) {
    const auto node = (*distribution)["DistributionConfig"]["ViewerCertificate"]["AcmCertificateArn"];
    const auto arn = node.text();
    if (arn && arn->starts_with("arn:") && arn->find(":acm:us-east-1:") == arn->npos)
      report(node, "CloudFront takes certificates of us-east-1 only", "name a certificate that was made there");
  }
}

constexpr Rule all[] = {
    {{"old-tls", diag::Severity::warning, "TLS", "clients may use TLS 1.0 or 1.1",
      "Both were given up in 2021 (RFC 8996), and audits reject them. For a load balancer, leaving out `SslPolicy` "
      "means a "
      "policy of 2016.",
      "Name a policy that begins with TLS 1.2, such as `ELBSecurityPolicy-TLS13-1-2-Res-2021-06`.",
      "Elastic Load Balancing: Security policies for your Network Load Balancer", diag::Noticed::attack},
     oldTls},
    {{"certificate-for-another", diag::Severity::error, "TLS", "the certificate is not for the name that clients use",
      "A record leads clients to a load balancer or distribution whose certificates do not name them: every browser "
      "refuses. A wildcard stands for one label.",
      "Write the record's name into the certificate.",
      "AWS Certificate Manager User Guide: Public certificate characteristics", diag::Noticed::use},
     certificates},
    {{"validation-by-hand", diag::Severity::warning, "TLS",
      "the stack waits for a certificate that somebody must validate by hand",
      "CloudFormation waits until the certificate is issued. With a hosted zone it creates the validation's records "
      "itself; "
      "without, or by mail, it hangs until somebody acts or the time is over.",
      "Validate by DNS and name the hosted zone.", "AWS CloudFormation: AWS::CertificateManager::Certificate",
      diag::Noticed::creation},
     validationByHand},
    {{"validation-in-another-zone", diag::Severity::error, "TLS",
      "a certificate is validated in a zone that its name is not in",
      "The record lands where nobody asks for it, and the certificate is never issued.",
      "Name the zone that holds the domain.",
      "AWS CloudFormation: AWS::CertificateManager::Certificate DomainValidationOption", diag::Noticed::creation},
     validatedInAnotherZone},
    {{"cloudfront-certificate", diag::Severity::error, "TLS", "CloudFront is given a certificate of another region",
      "It takes certificates from us-east-1 only.", "Make the certificate in a stack in us-east-1.",
      "Amazon CloudFront Developer Guide: Requirements for SSL/TLS certificates", diag::Noticed::creation},
     cloudFrontCertificate},
};

}  // namespace

std::span<const Rule> tlsRules() { return all; }

}  // namespace check
