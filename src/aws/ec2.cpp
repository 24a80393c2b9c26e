// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#include "aws/ec2.h"

namespace aws::ec2 {

cfn::Map properties(const EIP& v) {
  return cfn::fields({
      {"Address", v.Address},
      {"Domain", v.Domain},
      {"InstanceId", v.InstanceId},
      {"IpamPoolId", v.IpamPoolId},
      {"NetworkBorderGroup", v.NetworkBorderGroup},
      {"PublicIpv4Pool", v.PublicIpv4Pool},
      {"Tags", v.Tags},
      {"TransferAddress", v.TransferAddress},
  });
}

cfn::Map properties(const EIPAssociation& v) {
  return cfn::fields({
      {"AllocationId", v.AllocationId},
      {"EIP", v.EIP},
      {"InstanceId", v.InstanceId},
      {"NetworkInterfaceId", v.NetworkInterfaceId},
      {"PrivateIpAddress", v.PrivateIpAddress},
  });
}

cfn::Map properties(const InternetGateway& v) {
  return cfn::fields({
      {"Tags", v.Tags},
  });
}

cfn::Value launch_template::toValue(const Ebs& v) {
  return cfn::fields({
      {"DeleteOnTermination", v.DeleteOnTermination},
      {"EbsCardIndex", v.EbsCardIndex},
      {"Encrypted", v.Encrypted},
      {"Iops", v.Iops},
      {"KmsKeyId", v.KmsKeyId},
      {"SnapshotId", v.SnapshotId},
      {"Throughput", v.Throughput},
      {"VolumeInitializationRate", v.VolumeInitializationRate},
      {"VolumeSize", v.VolumeSize},
      {"VolumeType", v.VolumeType},
  });
}

cfn::Value launch_template::toValue(const BlockDeviceMapping& v) {
  return cfn::fields({
      {"DeviceName", v.DeviceName},
      {"Ebs", v.Ebs},
      {"NoDevice", v.NoDevice},
      {"VirtualName", v.VirtualName},
  });
}

cfn::Value launch_template::toValue(const CapacityReservationTarget& v) {
  return cfn::fields({
      {"CapacityReservationId", v.CapacityReservationId},
      {"CapacityReservationResourceGroupArn", v.CapacityReservationResourceGroupArn},
  });
}

cfn::Value launch_template::toValue(const CapacityReservationSpecification& v) {
  return cfn::fields({
      {"CapacityReservationPreference", v.CapacityReservationPreference},
      {"CapacityReservationTarget", v.CapacityReservationTarget},
  });
}

cfn::Value launch_template::toValue(const CpuOptions& v) {
  return cfn::fields({
      {"AmdSevSnp", v.AmdSevSnp},
      {"CoreCount", v.CoreCount},
      {"ThreadsPerCore", v.ThreadsPerCore},
  });
}

cfn::Value launch_template::toValue(const CreditSpecification& v) {
  return cfn::fields({
      {"CpuCredits", v.CpuCredits},
  });
}

cfn::Value launch_template::toValue(const EnclaveOptions& v) {
  return cfn::fields({
      {"Enabled", v.Enabled},
  });
}

cfn::Value launch_template::toValue(const HibernationOptions& v) {
  return cfn::fields({
      {"Configured", v.Configured},
  });
}

cfn::Value launch_template::toValue(const IamInstanceProfile& v) {
  return cfn::fields({
      {"Arn", v.Arn},
      {"Name", v.Name},
  });
}

cfn::Value launch_template::toValue(const SpotOptions& v) {
  return cfn::fields({
      {"BlockDurationMinutes", v.BlockDurationMinutes},
      {"InstanceInterruptionBehavior", v.InstanceInterruptionBehavior},
      {"MaxPrice", v.MaxPrice},
      {"SpotInstanceType", v.SpotInstanceType},
      {"ValidUntil", v.ValidUntil},
  });
}

cfn::Value launch_template::toValue(const InstanceMarketOptions& v) {
  return cfn::fields({
      {"MarketType", v.MarketType},
      {"SpotOptions", v.SpotOptions},
  });
}

cfn::Value launch_template::toValue(const AcceleratorCount& v) {
  return cfn::fields({
      {"Max", v.Max},
      {"Min", v.Min},
  });
}

cfn::Value launch_template::toValue(const AcceleratorTotalMemoryMiB& v) {
  return cfn::fields({
      {"Max", v.Max},
      {"Min", v.Min},
  });
}

cfn::Value launch_template::toValue(const BaselineEbsBandwidthMbps& v) {
  return cfn::fields({
      {"Max", v.Max},
      {"Min", v.Min},
  });
}

cfn::Value launch_template::toValue(const Reference& v) {
  return cfn::fields({
      {"InstanceFamily", v.InstanceFamily},
  });
}

cfn::Value launch_template::toValue(const Cpu& v) {
  return cfn::fields({
      {"References", v.References},
  });
}

cfn::Value launch_template::toValue(const BaselinePerformanceFactors& v) {
  return cfn::fields({
      {"Cpu", v.Cpu},
  });
}

cfn::Value launch_template::toValue(const MemoryGiBPerVCpu& v) {
  return cfn::fields({
      {"Max", v.Max},
      {"Min", v.Min},
  });
}

cfn::Value launch_template::toValue(const MemoryMiB& v) {
  return cfn::fields({
      {"Max", v.Max},
      {"Min", v.Min},
  });
}

cfn::Value launch_template::toValue(const NetworkBandwidthGbps& v) {
  return cfn::fields({
      {"Max", v.Max},
      {"Min", v.Min},
  });
}

cfn::Value launch_template::toValue(const NetworkInterfaceCount& v) {
  return cfn::fields({
      {"Max", v.Max},
      {"Min", v.Min},
  });
}

cfn::Value launch_template::toValue(const TotalLocalStorageGB& v) {
  return cfn::fields({
      {"Max", v.Max},
      {"Min", v.Min},
  });
}

cfn::Value launch_template::toValue(const VCpuCount& v) {
  return cfn::fields({
      {"Max", v.Max},
      {"Min", v.Min},
  });
}

cfn::Value launch_template::toValue(const InstanceRequirements& v) {
  return cfn::fields({
      {"AcceleratorCount", v.AcceleratorCount},
      {"AcceleratorManufacturers", v.AcceleratorManufacturers},
      {"AcceleratorNames", v.AcceleratorNames},
      {"AcceleratorTotalMemoryMiB", v.AcceleratorTotalMemoryMiB},
      {"AcceleratorTypes", v.AcceleratorTypes},
      {"AllowedInstanceTypes", v.AllowedInstanceTypes},
      {"BareMetal", v.BareMetal},
      {"BaselineEbsBandwidthMbps", v.BaselineEbsBandwidthMbps},
      {"BaselinePerformanceFactors", v.BaselinePerformanceFactors},
      {"BurstablePerformance", v.BurstablePerformance},
      {"CpuManufacturers", v.CpuManufacturers},
      {"ExcludedInstanceTypes", v.ExcludedInstanceTypes},
      {"InstanceGenerations", v.InstanceGenerations},
      {"LocalStorage", v.LocalStorage},
      {"LocalStorageTypes", v.LocalStorageTypes},
      {"MaxSpotPriceAsPercentageOfOptimalOnDemandPrice", v.MaxSpotPriceAsPercentageOfOptimalOnDemandPrice},
      {"MemoryGiBPerVCpu", v.MemoryGiBPerVCpu},
      {"MemoryMiB", v.MemoryMiB},
      {"NetworkBandwidthGbps", v.NetworkBandwidthGbps},
      {"NetworkInterfaceCount", v.NetworkInterfaceCount},
      {"OnDemandMaxPricePercentageOverLowestPrice", v.OnDemandMaxPricePercentageOverLowestPrice},
      {"RequireHibernateSupport", v.RequireHibernateSupport},
      {"SpotMaxPricePercentageOverLowestPrice", v.SpotMaxPricePercentageOverLowestPrice},
      {"TotalLocalStorageGB", v.TotalLocalStorageGB},
      {"VCpuCount", v.VCpuCount},
  });
}

cfn::Value launch_template::toValue(const LicenseSpecification& v) {
  return cfn::fields({
      {"LicenseConfigurationArn", v.LicenseConfigurationArn},
  });
}

cfn::Value launch_template::toValue(const MaintenanceOptions& v) {
  return cfn::fields({
      {"AutoRecovery", v.AutoRecovery},
  });
}

cfn::Value launch_template::toValue(const MetadataOptions& v) {
  return cfn::fields({
      {"HttpEndpoint", v.HttpEndpoint},
      {"HttpProtocolIpv6", v.HttpProtocolIpv6},
      {"HttpPutResponseHopLimit", v.HttpPutResponseHopLimit},
      {"HttpTokens", v.HttpTokens},
      {"InstanceMetadataTags", v.InstanceMetadataTags},
  });
}

cfn::Value launch_template::toValue(const Monitoring& v) {
  return cfn::fields({
      {"Enabled", v.Enabled},
  });
}

cfn::Value launch_template::toValue(const ConnectionTrackingSpecification& v) {
  return cfn::fields({
      {"TcpEstablishedTimeout", v.TcpEstablishedTimeout},
      {"UdpStreamTimeout", v.UdpStreamTimeout},
      {"UdpTimeout", v.UdpTimeout},
  });
}

cfn::Value launch_template::toValue(const EnaSrdUdpSpecification& v) {
  return cfn::fields({
      {"EnaSrdUdpEnabled", v.EnaSrdUdpEnabled},
  });
}

cfn::Value launch_template::toValue(const EnaSrdSpecification& v) {
  return cfn::fields({
      {"EnaSrdEnabled", v.EnaSrdEnabled},
      {"EnaSrdUdpSpecification", v.EnaSrdUdpSpecification},
  });
}

cfn::Value launch_template::toValue(const Ipv4PrefixSpecification& v) {
  return cfn::fields({
      {"Ipv4Prefix", v.Ipv4Prefix},
  });
}

cfn::Value launch_template::toValue(const Ipv6Add& v) {
  return cfn::fields({
      {"Ipv6Address", v.Ipv6Address},
  });
}

cfn::Value launch_template::toValue(const Ipv6PrefixSpecification& v) {
  return cfn::fields({
      {"Ipv6Prefix", v.Ipv6Prefix},
  });
}

cfn::Value launch_template::toValue(const PrivateIpAdd& v) {
  return cfn::fields({
      {"Primary", v.Primary},
      {"PrivateIpAddress", v.PrivateIpAddress},
  });
}

cfn::Value launch_template::toValue(const NetworkInterface& v) {
  return cfn::fields({
      {"AssociateCarrierIpAddress", v.AssociateCarrierIpAddress},
      {"AssociatePublicIpAddress", v.AssociatePublicIpAddress},
      {"ConnectionTrackingSpecification", v.ConnectionTrackingSpecification},
      {"DeleteOnTermination", v.DeleteOnTermination},
      {"Description", v.Description},
      {"DeviceIndex", v.DeviceIndex},
      {"EnaQueueCount", v.EnaQueueCount},
      {"EnaSrdSpecification", v.EnaSrdSpecification},
      {"Groups", v.Groups},
      {"InterfaceType", v.InterfaceType},
      {"Ipv4PrefixCount", v.Ipv4PrefixCount},
      {"Ipv4Prefixes", v.Ipv4Prefixes},
      {"Ipv6AddressCount", v.Ipv6AddressCount},
      {"Ipv6Addresses", v.Ipv6Addresses},
      {"Ipv6PrefixCount", v.Ipv6PrefixCount},
      {"Ipv6Prefixes", v.Ipv6Prefixes},
      {"NetworkCardIndex", v.NetworkCardIndex},
      {"NetworkInterfaceId", v.NetworkInterfaceId},
      {"PrimaryIpv6", v.PrimaryIpv6},
      {"PrivateIpAddress", v.PrivateIpAddress},
      {"PrivateIpAddresses", v.PrivateIpAddresses},
      {"SecondaryPrivateIpAddressCount", v.SecondaryPrivateIpAddressCount},
      {"SubnetId", v.SubnetId},
  });
}

cfn::Value launch_template::toValue(const Placement& v) {
  return cfn::fields({
      {"Affinity", v.Affinity},
      {"AvailabilityZone", v.AvailabilityZone},
      {"GroupId", v.GroupId},
      {"GroupName", v.GroupName},
      {"HostId", v.HostId},
      {"HostResourceGroupArn", v.HostResourceGroupArn},
      {"PartitionNumber", v.PartitionNumber},
      {"SpreadDomain", v.SpreadDomain},
      {"Tenancy", v.Tenancy},
  });
}

cfn::Value launch_template::toValue(const PrivateDnsNameOptions& v) {
  return cfn::fields({
      {"EnableResourceNameDnsAAAARecord", v.EnableResourceNameDnsAAAARecord},
      {"EnableResourceNameDnsARecord", v.EnableResourceNameDnsARecord},
      {"HostnameType", v.HostnameType},
  });
}

cfn::Value launch_template::toValue(const TagSpecification& v) {
  return cfn::fields({
      {"ResourceType", v.ResourceType},
      {"Tags", v.Tags},
  });
}

cfn::Value launch_template::toValue(const LaunchTemplateData& v) {
  return cfn::fields({
      {"BlockDeviceMappings", v.BlockDeviceMappings},
      {"CapacityReservationSpecification", v.CapacityReservationSpecification},
      {"CpuOptions", v.CpuOptions},
      {"CreditSpecification", v.CreditSpecification},
      {"DisableApiStop", v.DisableApiStop},
      {"DisableApiTermination", v.DisableApiTermination},
      {"EbsOptimized", v.EbsOptimized},
      {"EnclaveOptions", v.EnclaveOptions},
      {"HibernationOptions", v.HibernationOptions},
      {"IamInstanceProfile", v.IamInstanceProfile},
      {"ImageId", v.ImageId},
      {"InstanceInitiatedShutdownBehavior", v.InstanceInitiatedShutdownBehavior},
      {"InstanceMarketOptions", v.InstanceMarketOptions},
      {"InstanceRequirements", v.InstanceRequirements},
      {"InstanceType", v.InstanceType},
      {"KernelId", v.KernelId},
      {"KeyName", v.KeyName},
      {"LicenseSpecifications", v.LicenseSpecifications},
      {"MaintenanceOptions", v.MaintenanceOptions},
      {"MetadataOptions", v.MetadataOptions},
      {"Monitoring", v.Monitoring},
      {"NetworkInterfaces", v.NetworkInterfaces},
      {"Placement", v.Placement},
      {"PrivateDnsNameOptions", v.PrivateDnsNameOptions},
      {"RamDiskId", v.RamDiskId},
      {"SecurityGroupIds", v.SecurityGroupIds},
      {"SecurityGroups", v.SecurityGroups},
      {"TagSpecifications", v.TagSpecifications},
      {"UserData", v.UserData},
  });
}

cfn::Value launch_template::toValue(const LaunchTemplateTagSpecification& v) {
  return cfn::fields({
      {"ResourceType", v.ResourceType},
      {"Tags", v.Tags},
  });
}

cfn::Map properties(const LaunchTemplate& v) {
  return cfn::fields({
      {"LaunchTemplateData", v.LaunchTemplateData},
      {"LaunchTemplateName", v.LaunchTemplateName},
      {"TagSpecifications", v.TagSpecifications},
      {"VersionDescription", v.VersionDescription},
  });
}

cfn::Value nat_gateway::toValue(const AvailabilityZoneAddress& v) {
  return cfn::fields({
      {"AllocationIds", v.AllocationIds},
      {"AvailabilityZone", v.AvailabilityZone},
      {"AvailabilityZoneId", v.AvailabilityZoneId},
  });
}

cfn::Map properties(const NatGateway& v) {
  return cfn::fields({
      {"AllocationId", v.AllocationId},
      {"AvailabilityMode", v.AvailabilityMode},
      {"AvailabilityZoneAddresses", v.AvailabilityZoneAddresses},
      {"ConnectivityType", v.ConnectivityType},
      {"MaxDrainDurationSeconds", v.MaxDrainDurationSeconds},
      {"PrivateIpAddress", v.PrivateIpAddress},
      {"SecondaryAllocationIds", v.SecondaryAllocationIds},
      {"SecondaryPrivateIpAddressCount", v.SecondaryPrivateIpAddressCount},
      {"SecondaryPrivateIpAddresses", v.SecondaryPrivateIpAddresses},
      {"SubnetId", v.SubnetId},
      {"Tags", v.Tags},
      {"VpcId", v.VpcId},
  });
}

cfn::Value network_interface::toValue(const ConnectionTrackingSpecification& v) {
  return cfn::fields({
      {"TcpEstablishedTimeout", v.TcpEstablishedTimeout},
      {"UdpStreamTimeout", v.UdpStreamTimeout},
      {"UdpTimeout", v.UdpTimeout},
  });
}

cfn::Value network_interface::toValue(const Ipv4PrefixSpecification& v) {
  return cfn::fields({
      {"Ipv4Prefix", v.Ipv4Prefix},
  });
}

cfn::Value network_interface::toValue(const InstanceIpv6Address& v) {
  return cfn::fields({
      {"Ipv6Address", v.Ipv6Address},
  });
}

cfn::Value network_interface::toValue(const Ipv6PrefixSpecification& v) {
  return cfn::fields({
      {"Ipv6Prefix", v.Ipv6Prefix},
  });
}

cfn::Value network_interface::toValue(const PrivateIpAddressSpecification& v) {
  return cfn::fields({
      {"Primary", v.Primary},
      {"PrivateIpAddress", v.PrivateIpAddress},
  });
}

cfn::Map properties(const NetworkInterface& v) {
  return cfn::fields({
      {"ConnectionTrackingSpecification", v.ConnectionTrackingSpecification},
      {"Description", v.Description},
      {"EnablePrimaryIpv6", v.EnablePrimaryIpv6},
      {"GroupSet", v.GroupSet},
      {"InterfaceType", v.InterfaceType},
      {"Ipv4PrefixCount", v.Ipv4PrefixCount},
      {"Ipv4Prefixes", v.Ipv4Prefixes},
      {"Ipv6AddressCount", v.Ipv6AddressCount},
      {"Ipv6Addresses", v.Ipv6Addresses},
      {"Ipv6PrefixCount", v.Ipv6PrefixCount},
      {"Ipv6Prefixes", v.Ipv6Prefixes},
      {"PrivateIpAddress", v.PrivateIpAddress},
      {"PrivateIpAddresses", v.PrivateIpAddresses},
      {"PublicIpDnsHostnameTypeSpecification", v.PublicIpDnsHostnameTypeSpecification},
      {"SecondaryPrivateIpAddressCount", v.SecondaryPrivateIpAddressCount},
      {"SourceDestCheck", v.SourceDestCheck},
      {"SubnetId", v.SubnetId},
      {"Tags", v.Tags},
  });
}

cfn::Map properties(const Route& v) {
  return cfn::fields({
      {"CarrierGatewayId", v.CarrierGatewayId},
      {"CoreNetworkArn", v.CoreNetworkArn},
      {"DestinationCidrBlock", v.DestinationCidrBlock},
      {"DestinationIpv6CidrBlock", v.DestinationIpv6CidrBlock},
      {"DestinationPrefixListId", v.DestinationPrefixListId},
      {"EgressOnlyInternetGatewayId", v.EgressOnlyInternetGatewayId},
      {"GatewayId", v.GatewayId},
      {"InstanceId", v.InstanceId},
      {"LocalGatewayId", v.LocalGatewayId},
      {"NatGatewayId", v.NatGatewayId},
      {"NetworkInterfaceId", v.NetworkInterfaceId},
      {"RouteTableId", v.RouteTableId},
      {"TransitGatewayId", v.TransitGatewayId},
      {"VpcEndpointId", v.VpcEndpointId},
      {"VpcPeeringConnectionId", v.VpcPeeringConnectionId},
  });
}

cfn::Map properties(const RouteTable& v) {
  return cfn::fields({
      {"Tags", v.Tags},
      {"VpcId", v.VpcId},
  });
}

cfn::Value security_group::toValue(const Egress& v) {
  return cfn::fields({
      {"CidrIp", v.CidrIp},
      {"CidrIpv6", v.CidrIpv6},
      {"Description", v.Description},
      {"DestinationPrefixListId", v.DestinationPrefixListId},
      {"DestinationSecurityGroupId", v.DestinationSecurityGroupId},
      {"FromPort", v.FromPort},
      {"IpProtocol", v.IpProtocol},
      {"ToPort", v.ToPort},
  });
}

cfn::Value security_group::toValue(const Ingress& v) {
  return cfn::fields({
      {"CidrIp", v.CidrIp},
      {"CidrIpv6", v.CidrIpv6},
      {"Description", v.Description},
      {"FromPort", v.FromPort},
      {"IpProtocol", v.IpProtocol},
      {"SourcePrefixListId", v.SourcePrefixListId},
      {"SourceSecurityGroupId", v.SourceSecurityGroupId},
      {"SourceSecurityGroupName", v.SourceSecurityGroupName},
      {"SourceSecurityGroupOwnerId", v.SourceSecurityGroupOwnerId},
      {"ToPort", v.ToPort},
  });
}

cfn::Map properties(const SecurityGroup& v) {
  return cfn::fields({
      {"GroupDescription", v.GroupDescription},
      {"GroupName", v.GroupName},
      {"SecurityGroupEgress", v.SecurityGroupEgress},
      {"SecurityGroupIngress", v.SecurityGroupIngress},
      {"Tags", v.Tags},
      {"VpcId", v.VpcId},
  });
}

cfn::Map properties(const SecurityGroupEgress& v) {
  return cfn::fields({
      {"CidrIp", v.CidrIp},
      {"CidrIpv6", v.CidrIpv6},
      {"Description", v.Description},
      {"DestinationPrefixListId", v.DestinationPrefixListId},
      {"DestinationSecurityGroupId", v.DestinationSecurityGroupId},
      {"FromPort", v.FromPort},
      {"GroupId", v.GroupId},
      {"IpProtocol", v.IpProtocol},
      {"ToPort", v.ToPort},
  });
}

cfn::Map properties(const SecurityGroupIngress& v) {
  return cfn::fields({
      {"CidrIp", v.CidrIp},
      {"CidrIpv6", v.CidrIpv6},
      {"Description", v.Description},
      {"FromPort", v.FromPort},
      {"GroupId", v.GroupId},
      {"GroupName", v.GroupName},
      {"IpProtocol", v.IpProtocol},
      {"SourcePrefixListId", v.SourcePrefixListId},
      {"SourceSecurityGroupId", v.SourceSecurityGroupId},
      {"SourceSecurityGroupName", v.SourceSecurityGroupName},
      {"SourceSecurityGroupOwnerId", v.SourceSecurityGroupOwnerId},
      {"ToPort", v.ToPort},
  });
}

cfn::Value subnet::toValue(const PrivateDnsNameOptionsOnLaunch& v) {
  return cfn::fields({
      {"EnableResourceNameDnsAAAARecord", v.EnableResourceNameDnsAAAARecord},
      {"EnableResourceNameDnsARecord", v.EnableResourceNameDnsARecord},
      {"HostnameType", v.HostnameType},
  });
}

cfn::Map properties(const Subnet& v) {
  return cfn::fields({
      {"AssignIpv6AddressOnCreation", v.AssignIpv6AddressOnCreation},
      {"AvailabilityZone", v.AvailabilityZone},
      {"AvailabilityZoneId", v.AvailabilityZoneId},
      {"CidrBlock", v.CidrBlock},
      {"EnableDns64", v.EnableDns64},
      {"EnableLniAtDeviceIndex", v.EnableLniAtDeviceIndex},
      {"Ipv4IpamPoolId", v.Ipv4IpamPoolId},
      {"Ipv4NetmaskLength", v.Ipv4NetmaskLength},
      {"Ipv6CidrBlock", v.Ipv6CidrBlock},
      {"Ipv6IpamPoolId", v.Ipv6IpamPoolId},
      {"Ipv6Native", v.Ipv6Native},
      {"Ipv6NetmaskLength", v.Ipv6NetmaskLength},
      {"MapPublicIpOnLaunch", v.MapPublicIpOnLaunch},
      {"OutpostArn", v.OutpostArn},
      {"PrivateDnsNameOptionsOnLaunch", v.PrivateDnsNameOptionsOnLaunch},
      {"Tags", v.Tags},
      {"VpcId", v.VpcId},
  });
}

cfn::Map properties(const SubnetCidrBlock& v) {
  return cfn::fields({
      {"Ipv6CidrBlock", v.Ipv6CidrBlock},
      {"Ipv6IpamPoolId", v.Ipv6IpamPoolId},
      {"Ipv6NetmaskLength", v.Ipv6NetmaskLength},
      {"SubnetId", v.SubnetId},
  });
}

cfn::Map properties(const SubnetRouteTableAssociation& v) {
  return cfn::fields({
      {"RouteTableId", v.RouteTableId},
      {"SubnetId", v.SubnetId},
  });
}

cfn::Map properties(const VPC& v) {
  return cfn::fields({
      {"CidrBlock", v.CidrBlock},
      {"EnableDnsHostnames", v.EnableDnsHostnames},
      {"EnableDnsSupport", v.EnableDnsSupport},
      {"InstanceTenancy", v.InstanceTenancy},
      {"Ipv4IpamPoolId", v.Ipv4IpamPoolId},
      {"Ipv4NetmaskLength", v.Ipv4NetmaskLength},
      {"Tags", v.Tags},
  });
}

cfn::Map properties(const VPCCidrBlock& v) {
  return cfn::fields({
      {"AmazonProvidedIpv6CidrBlock", v.AmazonProvidedIpv6CidrBlock},
      {"CidrBlock", v.CidrBlock},
      {"Ipv4IpamPoolId", v.Ipv4IpamPoolId},
      {"Ipv4NetmaskLength", v.Ipv4NetmaskLength},
      {"Ipv6CidrBlock", v.Ipv6CidrBlock},
      {"Ipv6CidrBlockNetworkBorderGroup", v.Ipv6CidrBlockNetworkBorderGroup},
      {"Ipv6IpamPoolId", v.Ipv6IpamPoolId},
      {"Ipv6NetmaskLength", v.Ipv6NetmaskLength},
      {"Ipv6Pool", v.Ipv6Pool},
      {"VpcId", v.VpcId},
  });
}

cfn::Value vpc_endpoint::toValue(const DnsOptionsSpecification& v) {
  return cfn::fields({
      {"DnsRecordIpType", v.DnsRecordIpType},
      {"PrivateDnsOnlyForInboundResolverEndpoint", v.PrivateDnsOnlyForInboundResolverEndpoint},
      {"PrivateDnsPreference", v.PrivateDnsPreference},
      {"PrivateDnsSpecifiedDomains", v.PrivateDnsSpecifiedDomains},
  });
}

cfn::Map properties(const VPCEndpoint& v) {
  return cfn::fields({
      {"DnsOptions", v.DnsOptions},
      {"IpAddressType", v.IpAddressType},
      {"PolicyDocument", v.PolicyDocument},
      {"PrivateDnsEnabled", v.PrivateDnsEnabled},
      {"ResourceConfigurationArn", v.ResourceConfigurationArn},
      {"RouteTableIds", v.RouteTableIds},
      {"SecurityGroupIds", v.SecurityGroupIds},
      {"ServiceName", v.ServiceName},
      {"ServiceNetworkArn", v.ServiceNetworkArn},
      {"ServiceRegion", v.ServiceRegion},
      {"SubnetIds", v.SubnetIds},
      {"Tags", v.Tags},
      {"VpcEndpointType", v.VpcEndpointType},
      {"VpcId", v.VpcId},
  });
}

cfn::Map properties(const VPCGatewayAttachment& v) {
  return cfn::fields({
      {"InternetGatewayId", v.InternetGatewayId},
      {"VpcId", v.VpcId},
      {"VpnGatewayId", v.VpnGatewayId},
  });
}

}  // namespace aws::ec2
