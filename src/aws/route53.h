// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#pragma once

#include "cloudformation/template.h"

namespace aws::route53 {

namespace record_set {
struct AliasTarget {
  cfn::Required<std::string> DNSName;
  cfn::Property<bool> EvaluateTargetHealth{};
  cfn::Required<cfn::Id<"AWS::Route53::HostedZone">> HostedZoneId;
};
cfn::Value toValue(const AliasTarget&);

struct CidrRoutingConfig {
  cfn::Required<std::string> CollectionId;
  cfn::Required<std::string> LocationName;
};
cfn::Value toValue(const CidrRoutingConfig&);

struct GeoLocation {
  cfn::Property<std::string> ContinentCode{};
  cfn::Property<std::string> CountryCode{};
  cfn::Property<std::string> SubdivisionCode{};
};
cfn::Value toValue(const GeoLocation&);

struct Coordinates {
  cfn::Required<std::string> Latitude;
  cfn::Required<std::string> Longitude;
};
cfn::Value toValue(const Coordinates&);

struct GeoProximityLocation {
  cfn::Property<std::string> AWSRegion{};
  cfn::Property<std::int64_t> Bias{};
  cfn::Property<record_set::Coordinates> Coordinates{};
  cfn::Property<std::string> LocalZoneGroup{};
};
cfn::Value toValue(const GeoProximityLocation&);

}  // namespace record_set

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html
struct RecordSet {
  static constexpr std::string_view type = "AWS::Route53::RecordSet";
  cfn::Property<record_set::AliasTarget> AliasTarget{};
  cfn::Property<record_set::CidrRoutingConfig> CidrRoutingConfig{};
  cfn::Property<std::string> Comment{};
  cfn::Property<std::string> Failover{};
  cfn::Property<record_set::GeoLocation> GeoLocation{};
  cfn::Property<record_set::GeoProximityLocation> GeoProximityLocation{};
  cfn::Property<std::string> HealthCheckId{};
  cfn::Property<cfn::Id<"AWS::Route53::HostedZone">> HostedZoneId{};
  cfn::Property<std::string> HostedZoneName{};
  cfn::Property<bool> MultiValueAnswer{};
  cfn::Required<std::string> Name;
  cfn::Property<std::string> Region{};
  cfn::Property<std::vector<std::string>> ResourceRecords{};
  cfn::Property<std::string> SetIdentifier{};
  cfn::Property<std::string> TTL{};
  cfn::Required<std::string> Type;
  cfn::Property<std::int64_t> Weight{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::Route53::RecordSet">> {
    using cfn::Handle<cfn::Typed<"AWS::Route53::RecordSet">>::Handle;
    cfn::Expression id() const { return {getAtt("Id")}; }
  };
};
cfn::Map properties(const RecordSet&);

}  // namespace aws::route53
