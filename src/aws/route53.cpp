// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#include "aws/route53.h"

namespace aws::route53 {

cfn::Value record_set::toValue(const AliasTarget& v) {
  return cfn::fields({
      {"DNSName", v.DNSName},
      {"EvaluateTargetHealth", v.EvaluateTargetHealth},
      {"HostedZoneId", v.HostedZoneId},
  });
}

cfn::Value record_set::toValue(const CidrRoutingConfig& v) {
  return cfn::fields({
      {"CollectionId", v.CollectionId},
      {"LocationName", v.LocationName},
  });
}

cfn::Value record_set::toValue(const GeoLocation& v) {
  return cfn::fields({
      {"ContinentCode", v.ContinentCode},
      {"CountryCode", v.CountryCode},
      {"SubdivisionCode", v.SubdivisionCode},
  });
}

cfn::Value record_set::toValue(const Coordinates& v) {
  return cfn::fields({
      {"Latitude", v.Latitude},
      {"Longitude", v.Longitude},
  });
}

cfn::Value record_set::toValue(const GeoProximityLocation& v) {
  return cfn::fields({
      {"AWSRegion", v.AWSRegion},
      {"Bias", v.Bias},
      {"Coordinates", v.Coordinates},
      {"LocalZoneGroup", v.LocalZoneGroup},
  });
}

cfn::Map properties(const RecordSet& v) {
  return cfn::fields({
      {"AliasTarget", v.AliasTarget},
      {"CidrRoutingConfig", v.CidrRoutingConfig},
      {"Comment", v.Comment},
      {"Failover", v.Failover},
      {"GeoLocation", v.GeoLocation},
      {"GeoProximityLocation", v.GeoProximityLocation},
      {"HealthCheckId", v.HealthCheckId},
      {"HostedZoneId", v.HostedZoneId},
      {"HostedZoneName", v.HostedZoneName},
      {"MultiValueAnswer", v.MultiValueAnswer},
      {"Name", v.Name},
      {"Region", v.Region},
      {"ResourceRecords", v.ResourceRecords},
      {"SetIdentifier", v.SetIdentifier},
      {"TTL", v.TTL},
      {"Type", v.Type},
      {"Weight", v.Weight},
  });
}

}  // namespace aws::route53
