// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#include "aws/elasticloadbalancingv2.h"

namespace aws::elasticloadbalancingv2 {

cfn::Value listener::toValue(const Certificate& v) {
  return cfn::fields({
      {"CertificateArn", v.CertificateArn},
  });
}

cfn::Value listener::toValue(const AuthenticateCognitoConfig& v) {
  return cfn::fields({
      {"AuthenticationRequestExtraParams", v.AuthenticationRequestExtraParams},
      {"OnUnauthenticatedRequest", v.OnUnauthenticatedRequest},
      {"Scope", v.Scope},
      {"SessionCookieName", v.SessionCookieName},
      {"SessionTimeout", v.SessionTimeout},
      {"UserPoolArn", v.UserPoolArn},
      {"UserPoolClientId", v.UserPoolClientId},
      {"UserPoolDomain", v.UserPoolDomain},
  });
}

cfn::Value listener::toValue(const AuthenticateOidcConfig& v) {
  return cfn::fields({
      {"AuthenticationRequestExtraParams", v.AuthenticationRequestExtraParams},
      {"AuthorizationEndpoint", v.AuthorizationEndpoint},
      {"ClientId", v.ClientId},
      {"ClientSecret", v.ClientSecret},
      {"Issuer", v.Issuer},
      {"OnUnauthenticatedRequest", v.OnUnauthenticatedRequest},
      {"Scope", v.Scope},
      {"SessionCookieName", v.SessionCookieName},
      {"SessionTimeout", v.SessionTimeout},
      {"TokenEndpoint", v.TokenEndpoint},
      {"UseExistingClientSecret", v.UseExistingClientSecret},
      {"UserInfoEndpoint", v.UserInfoEndpoint},
  });
}

cfn::Value listener::toValue(const FixedResponseConfig& v) {
  return cfn::fields({
      {"ContentType", v.ContentType},
      {"MessageBody", v.MessageBody},
      {"StatusCode", v.StatusCode},
  });
}

cfn::Value listener::toValue(const TargetGroupStickinessConfig& v) {
  return cfn::fields({
      {"DurationSeconds", v.DurationSeconds},
      {"Enabled", v.Enabled},
  });
}

cfn::Value listener::toValue(const TargetGroupTuple& v) {
  return cfn::fields({
      {"TargetGroupArn", v.TargetGroupArn},
      {"Weight", v.Weight},
  });
}

cfn::Value listener::toValue(const ForwardConfig& v) {
  return cfn::fields({
      {"TargetGroupStickinessConfig", v.TargetGroupStickinessConfig},
      {"TargetGroups", v.TargetGroups},
  });
}

cfn::Value listener::toValue(const JwtValidationActionAdditionalClaim& v) {
  return cfn::fields({
      {"Format", v.Format},
      {"Name", v.Name},
      {"Values", v.Values},
  });
}

cfn::Value listener::toValue(const JwtValidationConfig& v) {
  return cfn::fields({
      {"AdditionalClaims", v.AdditionalClaims},
      {"Issuer", v.Issuer},
      {"JwksEndpoint", v.JwksEndpoint},
  });
}

cfn::Value listener::toValue(const RedirectConfig& v) {
  return cfn::fields({
      {"Host", v.Host},
      {"Path", v.Path},
      {"Port", v.Port},
      {"Protocol", v.Protocol},
      {"Query", v.Query},
      {"StatusCode", v.StatusCode},
  });
}

cfn::Value listener::toValue(const Action& v) {
  return cfn::fields({
      {"AuthenticateCognitoConfig", v.AuthenticateCognitoConfig},
      {"AuthenticateOidcConfig", v.AuthenticateOidcConfig},
      {"FixedResponseConfig", v.FixedResponseConfig},
      {"ForwardConfig", v.ForwardConfig},
      {"JwtValidationConfig", v.JwtValidationConfig},
      {"Order", v.Order},
      {"RedirectConfig", v.RedirectConfig},
      {"TargetGroupArn", v.TargetGroupArn},
      {"Type", v.Type},
  });
}

cfn::Value listener::toValue(const ListenerAttribute& v) {
  return cfn::fields({
      {"Key", v.Key},
      {"Value", v.Value},
  });
}

cfn::Value listener::toValue(const MutualAuthentication& v) {
  return cfn::fields({
      {"AdvertiseTrustStoreCaNames", v.AdvertiseTrustStoreCaNames},
      {"IgnoreClientCertificateExpiry", v.IgnoreClientCertificateExpiry},
      {"Mode", v.Mode},
      {"TrustStoreArn", v.TrustStoreArn},
  });
}

cfn::Map properties(const Listener& v) {
  return cfn::fields({
      {"AlpnPolicy", v.AlpnPolicy},
      {"Certificates", v.Certificates},
      {"DefaultActions", v.DefaultActions},
      {"ListenerAttributes", v.ListenerAttributes},
      {"LoadBalancerArn", v.LoadBalancerArn},
      {"MutualAuthentication", v.MutualAuthentication},
      {"Port", v.Port},
      {"Protocol", v.Protocol},
      {"SslPolicy", v.SslPolicy},
  });
}

cfn::Value load_balancer::toValue(const LoadBalancerAttribute& v) {
  return cfn::fields({
      {"Key", v.Key},
      {"Value", v.Value},
  });
}

cfn::Value load_balancer::toValue(const MinimumLoadBalancerCapacity& v) {
  return cfn::fields({
      {"CapacityUnits", v.CapacityUnits},
  });
}

cfn::Value load_balancer::toValue(const SubnetMapping& v) {
  return cfn::fields({
      {"AllocationId", v.AllocationId},
      {"IPv6Address", v.IPv6Address},
      {"PrivateIPv4Address", v.PrivateIPv4Address},
      {"SourceNatIpv6Prefix", v.SourceNatIpv6Prefix},
      {"SubnetId", v.SubnetId},
  });
}

cfn::Map properties(const LoadBalancer& v) {
  return cfn::fields({
      {"EnableCapacityReservationProvisionStabilize", v.EnableCapacityReservationProvisionStabilize},
      {"EnablePrefixForIpv6SourceNat", v.EnablePrefixForIpv6SourceNat},
      {"EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic", v.EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic},
      {"IpAddressType", v.IpAddressType},
      {"Ipv4IpamPoolId", v.Ipv4IpamPoolId},
      {"LoadBalancerAttributes", v.LoadBalancerAttributes},
      {"MinimumLoadBalancerCapacity", v.MinimumLoadBalancerCapacity},
      {"Name", v.Name},
      {"Scheme", v.Scheme},
      {"SecurityGroups", v.SecurityGroups},
      {"SubnetMappings", v.SubnetMappings},
      {"Subnets", v.Subnets},
      {"Tags", v.Tags},
      {"Type", v.Type},
  });
}

cfn::Value target_group::toValue(const Matcher& v) {
  return cfn::fields({
      {"GrpcCode", v.GrpcCode},
      {"HttpCode", v.HttpCode},
  });
}

cfn::Value target_group::toValue(const TargetGroupAttribute& v) {
  return cfn::fields({
      {"Key", v.Key},
      {"Value", v.Value},
  });
}

cfn::Value target_group::toValue(const TargetDescription& v) {
  return cfn::fields({
      {"AvailabilityZone", v.AvailabilityZone},
      {"Id", v.Id},
      {"Port", v.Port},
      {"QuicServerId", v.QuicServerId},
  });
}

cfn::Map properties(const TargetGroup& v) {
  return cfn::fields({
      {"HealthCheckEnabled", v.HealthCheckEnabled},
      {"HealthCheckIntervalSeconds", v.HealthCheckIntervalSeconds},
      {"HealthCheckPath", v.HealthCheckPath},
      {"HealthCheckPort", v.HealthCheckPort},
      {"HealthCheckProtocol", v.HealthCheckProtocol},
      {"HealthCheckTimeoutSeconds", v.HealthCheckTimeoutSeconds},
      {"HealthyThresholdCount", v.HealthyThresholdCount},
      {"IpAddressType", v.IpAddressType},
      {"Matcher", v.Matcher},
      {"Name", v.Name},
      {"Port", v.Port},
      {"Protocol", v.Protocol},
      {"ProtocolVersion", v.ProtocolVersion},
      {"Tags", v.Tags},
      {"TargetControlPort", v.TargetControlPort},
      {"TargetGroupAttributes", v.TargetGroupAttributes},
      {"TargetType", v.TargetType},
      {"Targets", v.Targets},
      {"UnhealthyThresholdCount", v.UnhealthyThresholdCount},
      {"VpcId", v.VpcId},
  });
}

}  // namespace aws::elasticloadbalancingv2
