// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#pragma once

#include "cloudformation/template.h"

namespace aws::route53 {

namespace health_check {
struct AlarmIdentifier {
  cfn::Required<std::string> Name;
  cfn::Required<std::string> Region;
};
cfn::Value toValue(const AlarmIdentifier&);

struct HealthCheckConfig {
  cfn::Property<health_check::AlarmIdentifier> AlarmIdentifier{};
  cfn::Property<std::vector<std::string>> ChildHealthChecks{};
  cfn::Property<bool> EnableSNI{};
  cfn::Property<std::int64_t> FailureThreshold{};
  cfn::Property<std::string> FullyQualifiedDomainName{};
  cfn::Property<std::int64_t> HealthThreshold{};
  cfn::Property<std::string> IPAddress{};
  cfn::Property<cfn::OneOf<"Healthy", "LastKnownStatus", "Unhealthy">> InsufficientDataHealthStatus{};
  cfn::Property<bool> Inverted{};
  cfn::Property<bool> MeasureLatency{};
  cfn::Property<std::int64_t> Port{};
  cfn::Property<std::vector<cfn::OneOf<"ap-northeast-1", "ap-southeast-1", "ap-southeast-2", "eu-west-1", "sa-east-1", "us-east-1", "us-west-1", "us-west-2">>> Regions{};
  cfn::Property<std::int64_t> RequestInterval{};
  cfn::Property<std::string> ResourcePath{};
  cfn::Property<std::string> RoutingControlArn{};
  cfn::Property<std::string> SearchString{};
  cfn::Required<cfn::OneOf<"CALCULATED", "CLOUDWATCH_METRIC", "HTTP", "HTTP_STR_MATCH", "HTTPS", "HTTPS_STR_MATCH", "TCP", "RECOVERY_CONTROL">> Type;
};
cfn::Value toValue(const HealthCheckConfig&);

}  // namespace health_check

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-healthcheck.html
struct HealthCheck {
  static constexpr std::string_view type = "AWS::Route53::HealthCheck";
  cfn::Required<health_check::HealthCheckConfig> HealthCheckConfig;
  cfn::Property<std::vector<cfn::Tag>> HealthCheckTags{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::Route53::HealthCheck">> {
    using cfn::Handle<cfn::Typed<"AWS::Route53::HealthCheck">>::Handle;
    cfn::Expression healthCheckId() const { return {getAtt("HealthCheckId")}; }
  };
};
cfn::Map properties(const HealthCheck&);

namespace hosted_zone {
struct HostedZoneConfig {
  cfn::Property<std::string> Comment{};
};
cfn::Value toValue(const HostedZoneConfig&);

struct HostedZoneFeatures {
  cfn::Property<bool> EnableAcceleratedRecovery{};
};
cfn::Value toValue(const HostedZoneFeatures&);

struct QueryLoggingConfig {
  cfn::Required<std::string> CloudWatchLogsLogGroupArn;
};
cfn::Value toValue(const QueryLoggingConfig&);

struct VPC {
  cfn::Required<cfn::Id<"AWS::EC2::VPC.Id">> VPCId;
  cfn::Required<std::string> VPCRegion;
};
cfn::Value toValue(const VPC&);

}  // namespace hosted_zone

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-hostedzone.html
struct HostedZone {
  static constexpr std::string_view type = "AWS::Route53::HostedZone";
  cfn::Property<hosted_zone::HostedZoneConfig> HostedZoneConfig{};
  cfn::Property<hosted_zone::HostedZoneFeatures> HostedZoneFeatures{};
  cfn::Property<std::vector<cfn::Tag>> HostedZoneTags{};
  cfn::Property<std::string> Name{};
  cfn::Property<hosted_zone::QueryLoggingConfig> QueryLoggingConfig{};
  cfn::Property<std::vector<hosted_zone::VPC>> VPCs{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::Route53::HostedZone">> {
    using cfn::Handle<cfn::Typed<"AWS::Route53::HostedZone">>::Handle;
    cfn::Expression id() const { return {getAtt("Id")}; }
    cfn::Expression nameServers() const { return {getAtt("NameServers")}; }
  };
};
cfn::Map properties(const HostedZone&);

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
  cfn::Property<cfn::Id<"AWS::Route53::HealthCheck">> HealthCheckId{};
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
