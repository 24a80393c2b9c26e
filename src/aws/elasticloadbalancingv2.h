// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#pragma once

#include "cloudformation/template.h"

namespace aws::elasticloadbalancingv2 {

namespace listener {
struct Certificate {
  cfn::Property<cfn::Id<"AWS::ACM::Certificate.Arn">> CertificateArn{};
};
cfn::Value toValue(const Certificate&);

struct AuthenticateCognitoConfig {
  cfn::Property<cfn::Json> AuthenticationRequestExtraParams{};
  cfn::Property<cfn::OneOf<"allow", "authenticate", "deny">> OnUnauthenticatedRequest{};
  cfn::Property<std::string> Scope{};
  cfn::Property<std::string> SessionCookieName{};
  cfn::Property<std::string> SessionTimeout{};
  cfn::Required<std::string> UserPoolArn;
  cfn::Required<std::string> UserPoolClientId;
  cfn::Required<std::string> UserPoolDomain;
};
cfn::Value toValue(const AuthenticateCognitoConfig&);

struct AuthenticateOidcConfig {
  cfn::Property<cfn::Json> AuthenticationRequestExtraParams{};
  cfn::Required<std::string> AuthorizationEndpoint;
  cfn::Required<std::string> ClientId;
  cfn::Property<std::string> ClientSecret{};
  cfn::Required<std::string> Issuer;
  cfn::Property<cfn::OneOf<"allow", "authenticate", "deny">> OnUnauthenticatedRequest{};
  cfn::Property<std::string> Scope{};
  cfn::Property<std::string> SessionCookieName{};
  cfn::Property<std::string> SessionTimeout{};
  cfn::Required<std::string> TokenEndpoint;
  cfn::Property<bool> UseExistingClientSecret{};
  cfn::Required<std::string> UserInfoEndpoint;
};
cfn::Value toValue(const AuthenticateOidcConfig&);

struct FixedResponseConfig {
  cfn::Property<std::string> ContentType{};
  cfn::Property<std::string> MessageBody{};
  cfn::Required<std::string> StatusCode;
};
cfn::Value toValue(const FixedResponseConfig&);

struct TargetGroupStickinessConfig {
  cfn::Property<std::int64_t> DurationSeconds{};
  cfn::Property<bool> Enabled{};
};
cfn::Value toValue(const TargetGroupStickinessConfig&);

struct TargetGroupTuple {
  cfn::Property<cfn::Id<"AWS::ElasticLoadBalancingV2::TargetGroup">> TargetGroupArn{};
  cfn::Property<std::int64_t> Weight{};
};
cfn::Value toValue(const TargetGroupTuple&);

struct ForwardConfig {
  cfn::Property<listener::TargetGroupStickinessConfig> TargetGroupStickinessConfig{};
  cfn::Property<std::vector<listener::TargetGroupTuple>> TargetGroups{};
};
cfn::Value toValue(const ForwardConfig&);

struct JwtValidationActionAdditionalClaim {
  cfn::Required<cfn::OneOf<"single-string", "space-separated-values", "string-array">> Format;
  cfn::Required<std::string> Name;
  cfn::Required<std::vector<std::string>> Values;
};
cfn::Value toValue(const JwtValidationActionAdditionalClaim&);

struct JwtValidationConfig {
  cfn::Property<std::vector<listener::JwtValidationActionAdditionalClaim>> AdditionalClaims{};
  cfn::Required<std::string> Issuer;
  cfn::Required<std::string> JwksEndpoint;
};
cfn::Value toValue(const JwtValidationConfig&);

struct RedirectConfig {
  cfn::Property<std::string> Host{};
  cfn::Property<std::string> Path{};
  cfn::Property<std::string> Port{};
  cfn::Property<std::string> Protocol{};
  cfn::Property<std::string> Query{};
  cfn::Required<cfn::OneOf<"HTTP_301", "HTTP_302">> StatusCode;
};
cfn::Value toValue(const RedirectConfig&);

struct Action {
  cfn::Property<listener::AuthenticateCognitoConfig> AuthenticateCognitoConfig{};
  cfn::Property<listener::AuthenticateOidcConfig> AuthenticateOidcConfig{};
  cfn::Property<listener::FixedResponseConfig> FixedResponseConfig{};
  cfn::Property<listener::ForwardConfig> ForwardConfig{};
  cfn::Property<listener::JwtValidationConfig> JwtValidationConfig{};
  cfn::Property<std::int64_t> Order{};
  cfn::Property<listener::RedirectConfig> RedirectConfig{};
  cfn::Property<cfn::Id<"AWS::ElasticLoadBalancingV2::TargetGroup">> TargetGroupArn{};
  cfn::Required<cfn::OneOf<"authenticate-cognito", "authenticate-oidc", "fixed-response", "forward", "jwt-validation", "redirect">> Type;
};
cfn::Value toValue(const Action&);

struct ListenerAttribute {
  cfn::Property<std::string> Key{};
  cfn::Property<std::string> Value{};
};
cfn::Value toValue(const ListenerAttribute&);

struct MutualAuthentication {
  cfn::Property<cfn::OneOf<"off", "on">> AdvertiseTrustStoreCaNames{};
  cfn::Property<bool> IgnoreClientCertificateExpiry{};
  cfn::Property<std::string> Mode{};
  cfn::Property<std::string> TrustStoreArn{};
};
cfn::Value toValue(const MutualAuthentication&);

}  // namespace listener

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-listener.html
struct Listener {
  static constexpr std::string_view type = "AWS::ElasticLoadBalancingV2::Listener";
  cfn::Property<std::vector<std::string>> AlpnPolicy{};
  cfn::Property<std::vector<listener::Certificate>> Certificates{};
  cfn::Required<std::vector<listener::Action>> DefaultActions;
  cfn::Property<std::vector<listener::ListenerAttribute>> ListenerAttributes{};
  cfn::Required<cfn::Id<"AWS::ElasticLoadBalancingV2::LoadBalancer">> LoadBalancerArn;
  cfn::Property<listener::MutualAuthentication> MutualAuthentication{};
  cfn::Property<std::int64_t> Port{};
  cfn::Property<cfn::OneOf<"GENEVE", "HTTP", "HTTPS", "QUIC", "TCP", "TCP_QUIC", "TCP_UDP", "TLS", "UDP">> Protocol{};
  cfn::Property<std::string> SslPolicy{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::ElasticLoadBalancingV2::Listener">> {
    using cfn::Handle<cfn::Typed<"AWS::ElasticLoadBalancingV2::Listener">>::Handle;
    cfn::Expression listenerArn() const { return {getAtt("ListenerArn")}; }
  };
};
cfn::Map properties(const Listener&);

namespace load_balancer {
struct LoadBalancerAttribute {
  cfn::Property<std::string> Key{};
  cfn::Property<std::string> Value{};
};
cfn::Value toValue(const LoadBalancerAttribute&);

struct MinimumLoadBalancerCapacity {
  cfn::Required<std::int64_t> CapacityUnits;
};
cfn::Value toValue(const MinimumLoadBalancerCapacity&);

struct SubnetMapping {
  cfn::Property<std::string> AllocationId{};
  cfn::Property<std::string> IPv6Address{};
  cfn::Property<std::string> PrivateIPv4Address{};
  cfn::Property<std::string> SourceNatIpv6Prefix{};
  cfn::Required<cfn::Id<"AWS::EC2::Subnet.Id">> SubnetId;
};
cfn::Value toValue(const SubnetMapping&);

}  // namespace load_balancer

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-loadbalancer.html
struct LoadBalancer {
  static constexpr std::string_view type = "AWS::ElasticLoadBalancingV2::LoadBalancer";
  cfn::Property<bool> EnableCapacityReservationProvisionStabilize{};
  cfn::Property<cfn::OneOf<"off", "on">> EnablePrefixForIpv6SourceNat{};
  cfn::Property<std::string> EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic{};
  cfn::Property<cfn::OneOf<"dualstack", "dualstack-without-public-ipv4", "ipv4">> IpAddressType{};
  cfn::Property<std::string> Ipv4IpamPoolId{};
  cfn::Property<std::vector<load_balancer::LoadBalancerAttribute>> LoadBalancerAttributes{};
  cfn::Property<load_balancer::MinimumLoadBalancerCapacity> MinimumLoadBalancerCapacity{};
  cfn::Property<std::string> Name{};
  cfn::Property<cfn::OneOf<"internal", "internet-facing">> Scheme{};
  cfn::Property<std::vector<cfn::Id<"AWS::EC2::SecurityGroup.Id">>> SecurityGroups{};
  cfn::Property<std::vector<load_balancer::SubnetMapping>> SubnetMappings{};
  cfn::Property<std::vector<cfn::Id<"AWS::EC2::Subnet.Id">>> Subnets{};
  cfn::Property<std::vector<cfn::Tag>> Tags{};
  cfn::Property<cfn::OneOf<"application", "gateway", "network">> Type{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::ElasticLoadBalancingV2::LoadBalancer">> {
    using cfn::Handle<cfn::Typed<"AWS::ElasticLoadBalancingV2::LoadBalancer">>::Handle;
    cfn::Expression canonicalHostedZoneId() const { return {getAtt("CanonicalHostedZoneID")}; }
    cfn::Expression dnsName() const { return {getAtt("DNSName")}; }
    cfn::Expression enableCapacityReservationProvisionStabilize() const { return {getAtt("EnableCapacityReservationProvisionStabilize")}; }
    cfn::Expression enablePrefixForIpv6SourceNat() const { return {getAtt("EnablePrefixForIpv6SourceNat")}; }
    cfn::Expression enforceSecurityGroupInboundRulesOnPrivateLinkTraffic() const { return {getAtt("EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic")}; }
    cfn::Expression ipAddressType() const { return {getAtt("IpAddressType")}; }
    cfn::Expression ipv4IpamPoolId() const { return {getAtt("Ipv4IpamPoolId")}; }
    cfn::Expression loadBalancerArn() const { return {getAtt("LoadBalancerArn")}; }
    cfn::Expression loadBalancerAttributes() const { return {getAtt("LoadBalancerAttributes")}; }
    cfn::Expression loadBalancerFullName() const { return {getAtt("LoadBalancerFullName")}; }
    cfn::Expression loadBalancerName() const { return {getAtt("LoadBalancerName")}; }
    cfn::Expression name() const { return {getAtt("Name")}; }
    cfn::Expression scheme() const { return {getAtt("Scheme")}; }
    cfn::Expression securityGroups() const { return {getAtt("SecurityGroups")}; }
    cfn::Expression subnetMappings() const { return {getAtt("SubnetMappings")}; }
    cfn::Expression subnets() const { return {getAtt("Subnets")}; }
    cfn::Expression tags() const { return {getAtt("Tags")}; }
    cfn::Expression type() const { return {getAtt("Type")}; }
  };
};
cfn::Map properties(const LoadBalancer&);

namespace target_group {
struct Matcher {
  cfn::Property<std::string> GrpcCode{};
  cfn::Property<std::string> HttpCode{};
};
cfn::Value toValue(const Matcher&);

struct TargetGroupAttribute {
  cfn::Property<std::string> Key{};
  cfn::Property<std::string> Value{};
};
cfn::Value toValue(const TargetGroupAttribute&);

struct TargetDescription {
  cfn::Property<std::string> AvailabilityZone{};
  cfn::Required<std::string> Id;
  cfn::Property<std::int64_t> Port{};
  cfn::Property<std::string> QuicServerId{};
};
cfn::Value toValue(const TargetDescription&);

}  // namespace target_group

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html
struct TargetGroup {
  static constexpr std::string_view type = "AWS::ElasticLoadBalancingV2::TargetGroup";
  cfn::Property<bool> HealthCheckEnabled{};
  cfn::Property<std::int64_t> HealthCheckIntervalSeconds{};
  cfn::Property<std::string> HealthCheckPath{};
  cfn::Property<std::string> HealthCheckPort{};
  cfn::Property<cfn::OneOf<"GENEVE", "HTTP", "HTTPS", "QUIC", "TCP", "TCP_QUIC", "TCP_UDP", "TLS", "UDP">> HealthCheckProtocol{};
  cfn::Property<std::int64_t> HealthCheckTimeoutSeconds{};
  cfn::Property<std::int64_t> HealthyThresholdCount{};
  cfn::Property<cfn::OneOf<"ipv4", "ipv6">> IpAddressType{};
  cfn::Property<target_group::Matcher> Matcher{};
  cfn::Property<std::string> Name{};
  cfn::Property<std::int64_t> Port{};
  cfn::Property<cfn::OneOf<"GENEVE", "HTTP", "HTTPS", "QUIC", "TCP", "TCP_QUIC", "TCP_UDP", "TLS", "UDP">> Protocol{};
  cfn::Property<std::string> ProtocolVersion{};
  cfn::Property<std::vector<cfn::Tag>> Tags{};
  cfn::Property<std::int64_t> TargetControlPort{};
  cfn::Property<std::vector<target_group::TargetGroupAttribute>> TargetGroupAttributes{};
  cfn::Property<cfn::OneOf<"alb", "instance", "ip", "lambda">> TargetType{};
  cfn::Property<std::vector<target_group::TargetDescription>> Targets{};
  cfn::Property<std::int64_t> UnhealthyThresholdCount{};
  cfn::Property<cfn::Id<"AWS::EC2::VPC.Id">> VpcId{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::ElasticLoadBalancingV2::TargetGroup">> {
    using cfn::Handle<cfn::Typed<"AWS::ElasticLoadBalancingV2::TargetGroup">>::Handle;
    cfn::Expression loadBalancerArns() const { return {getAtt("LoadBalancerArns")}; }
    cfn::Expression targetGroupArn() const { return {getAtt("TargetGroupArn")}; }
    cfn::Expression targetGroupFullName() const { return {getAtt("TargetGroupFullName")}; }
    cfn::Expression targetGroupName() const { return {getAtt("TargetGroupName")}; }
  };
};
cfn::Map properties(const TargetGroup&);

}  // namespace aws::elasticloadbalancingv2
