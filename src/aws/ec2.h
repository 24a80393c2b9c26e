// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#pragma once

#include "cloudformation/template.h"

namespace aws::ec2 {

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-eip.html
struct EIP {
  static constexpr std::string_view type = "AWS::EC2::EIP";
  cfn::Property<std::string> Address{};
  cfn::Property<std::string> Domain{};
  cfn::Property<std::string> InstanceId{};
  cfn::Property<std::string> IpamPoolId{};
  cfn::Property<std::string> NetworkBorderGroup{};
  cfn::Property<std::string> PublicIpv4Pool{};
  cfn::Property<std::vector<cfn::Tag>> Tags{};
  cfn::Property<std::string> TransferAddress{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::EC2::EIP">> {
    using cfn::Handle<cfn::Typed<"AWS::EC2::EIP">>::Handle;
    cfn::Expression allocationId() const { return {getAtt("AllocationId")}; }
    cfn::Expression publicIp() const { return {getAtt("PublicIp")}; }
  };
};
cfn::Map properties(const EIP&);

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-eipassociation.html
struct EIPAssociation {
  static constexpr std::string_view type = "AWS::EC2::EIPAssociation";
  cfn::Property<std::string> AllocationId{};
  cfn::Property<std::string> EIP{};
  cfn::Property<std::string> InstanceId{};
  cfn::Property<cfn::Id<"AWS::EC2::NetworkInterface">> NetworkInterfaceId{};
  cfn::Property<std::string> PrivateIpAddress{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::EC2::EIPAssociation">> {
    using cfn::Handle<cfn::Typed<"AWS::EC2::EIPAssociation">>::Handle;
    cfn::Expression id() const { return {getAtt("Id")}; }
  };
};
cfn::Map properties(const EIPAssociation&);

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-internetgateway.html
struct InternetGateway {
  static constexpr std::string_view type = "AWS::EC2::InternetGateway";
  cfn::Property<std::vector<cfn::Tag>> Tags{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::EC2::InternetGateway">> {
    using cfn::Handle<cfn::Typed<"AWS::EC2::InternetGateway">>::Handle;
    cfn::Expression internetGatewayId() const { return {getAtt("InternetGatewayId")}; }
  };
};
cfn::Map properties(const InternetGateway&);

namespace launch_template {
struct Ebs {
  cfn::Property<bool> DeleteOnTermination{};
  cfn::Property<std::int64_t> EbsCardIndex{};
  cfn::Property<bool> Encrypted{};
  cfn::Property<std::int64_t> Iops{};
  cfn::Property<std::string> KmsKeyId{};
  cfn::Property<std::string> SnapshotId{};
  cfn::Property<std::int64_t> Throughput{};
  cfn::Property<std::int64_t> VolumeInitializationRate{};
  cfn::Property<std::int64_t> VolumeSize{};
  cfn::Property<cfn::OneOf<"gp2", "gp3", "io1", "io2", "sc1", "st1", "standard">> VolumeType{};
};
cfn::Value toValue(const Ebs&);

struct BlockDeviceMapping {
  cfn::Property<std::string> DeviceName{};
  cfn::Property<launch_template::Ebs> Ebs{};
  cfn::Property<std::string> NoDevice{};
  cfn::Property<std::string> VirtualName{};
};
cfn::Value toValue(const BlockDeviceMapping&);

struct CapacityReservationTarget {
  cfn::Property<std::string> CapacityReservationId{};
  cfn::Property<std::string> CapacityReservationResourceGroupArn{};
};
cfn::Value toValue(const CapacityReservationTarget&);

struct CapacityReservationSpecification {
  cfn::Property<cfn::OneOf<"capacity-reservations-only", "none", "open">> CapacityReservationPreference{};
  cfn::Property<launch_template::CapacityReservationTarget> CapacityReservationTarget{};
};
cfn::Value toValue(const CapacityReservationSpecification&);

struct CpuOptions {
  cfn::Property<cfn::OneOf<"enabled", "disabled">> AmdSevSnp{};
  cfn::Property<std::int64_t> CoreCount{};
  cfn::Property<std::int64_t> ThreadsPerCore{};
};
cfn::Value toValue(const CpuOptions&);

struct CreditSpecification {
  cfn::Property<std::string> CpuCredits{};
};
cfn::Value toValue(const CreditSpecification&);

struct EnclaveOptions {
  cfn::Property<bool> Enabled{};
};
cfn::Value toValue(const EnclaveOptions&);

struct HibernationOptions {
  cfn::Property<bool> Configured{};
};
cfn::Value toValue(const HibernationOptions&);

struct IamInstanceProfile {
  cfn::Property<std::string> Arn{};
  cfn::Property<std::string> Name{};
};
cfn::Value toValue(const IamInstanceProfile&);

struct SpotOptions {
  cfn::Property<std::int64_t> BlockDurationMinutes{};
  cfn::Property<cfn::OneOf<"hibernate", "stop", "terminate">> InstanceInterruptionBehavior{};
  cfn::Property<std::string> MaxPrice{};
  cfn::Property<cfn::OneOf<"one-time", "persistent">> SpotInstanceType{};
  cfn::Property<std::string> ValidUntil{};
};
cfn::Value toValue(const SpotOptions&);

struct InstanceMarketOptions {
  cfn::Property<cfn::OneOf<"capacity-block", "interruptible-capacity-reservation", "spot">> MarketType{};
  cfn::Property<launch_template::SpotOptions> SpotOptions{};
};
cfn::Value toValue(const InstanceMarketOptions&);

struct AcceleratorCount {
  cfn::Property<std::int64_t> Max{};
  cfn::Property<std::int64_t> Min{};
};
cfn::Value toValue(const AcceleratorCount&);

struct AcceleratorTotalMemoryMiB {
  cfn::Property<std::int64_t> Max{};
  cfn::Property<std::int64_t> Min{};
};
cfn::Value toValue(const AcceleratorTotalMemoryMiB&);

struct BaselineEbsBandwidthMbps {
  cfn::Property<std::int64_t> Max{};
  cfn::Property<std::int64_t> Min{};
};
cfn::Value toValue(const BaselineEbsBandwidthMbps&);

struct Reference {
  cfn::Property<std::string> InstanceFamily{};
};
cfn::Value toValue(const Reference&);

struct Cpu {
  cfn::Property<std::vector<launch_template::Reference>> References{};
};
cfn::Value toValue(const Cpu&);

struct BaselinePerformanceFactors {
  cfn::Property<launch_template::Cpu> Cpu{};
};
cfn::Value toValue(const BaselinePerformanceFactors&);

struct MemoryGiBPerVCpu {
  cfn::Property<double> Max{};
  cfn::Property<double> Min{};
};
cfn::Value toValue(const MemoryGiBPerVCpu&);

struct MemoryMiB {
  cfn::Property<std::int64_t> Max{};
  cfn::Property<std::int64_t> Min{};
};
cfn::Value toValue(const MemoryMiB&);

struct NetworkBandwidthGbps {
  cfn::Property<double> Max{};
  cfn::Property<double> Min{};
};
cfn::Value toValue(const NetworkBandwidthGbps&);

struct NetworkInterfaceCount {
  cfn::Property<std::int64_t> Max{};
  cfn::Property<std::int64_t> Min{};
};
cfn::Value toValue(const NetworkInterfaceCount&);

struct TotalLocalStorageGB {
  cfn::Property<double> Max{};
  cfn::Property<double> Min{};
};
cfn::Value toValue(const TotalLocalStorageGB&);

struct VCpuCount {
  cfn::Property<std::int64_t> Max{};
  cfn::Property<std::int64_t> Min{};
};
cfn::Value toValue(const VCpuCount&);

struct InstanceRequirements {
  cfn::Property<launch_template::AcceleratorCount> AcceleratorCount{};
  cfn::Property<std::vector<cfn::OneOf<"amazon-web-services", "amd", "habana", "nvidia", "xilinx">>> AcceleratorManufacturers{};
  cfn::Property<std::vector<cfn::OneOf<"a100", "a10g", "gaudi-hl-205", "h100", "inferentia", "inferentia2", "k520", "k80", "l4", "l40s", "m60", "radeon-pro-v520", "t4", "t4g", "trainium", "trainium2", "u30", "v100", "vu9p">>> AcceleratorNames{};
  cfn::Property<launch_template::AcceleratorTotalMemoryMiB> AcceleratorTotalMemoryMiB{};
  cfn::Property<std::vector<cfn::OneOf<"fpga", "gpu", "inference", "media">>> AcceleratorTypes{};
  cfn::Property<std::vector<std::string>> AllowedInstanceTypes{};
  cfn::Property<cfn::OneOf<"excluded", "included", "required">> BareMetal{};
  cfn::Property<launch_template::BaselineEbsBandwidthMbps> BaselineEbsBandwidthMbps{};
  cfn::Property<launch_template::BaselinePerformanceFactors> BaselinePerformanceFactors{};
  cfn::Property<cfn::OneOf<"excluded", "included", "required">> BurstablePerformance{};
  cfn::Property<std::vector<cfn::OneOf<"amazon-web-services", "amd", "apple", "intel">>> CpuManufacturers{};
  cfn::Property<std::vector<std::string>> ExcludedInstanceTypes{};
  cfn::Property<std::vector<cfn::OneOf<"current", "previous">>> InstanceGenerations{};
  cfn::Property<cfn::OneOf<"excluded", "included", "required">> LocalStorage{};
  cfn::Property<std::vector<cfn::OneOf<"hdd", "ssd">>> LocalStorageTypes{};
  cfn::Property<std::int64_t> MaxSpotPriceAsPercentageOfOptimalOnDemandPrice{};
  cfn::Property<launch_template::MemoryGiBPerVCpu> MemoryGiBPerVCpu{};
  cfn::Property<launch_template::MemoryMiB> MemoryMiB{};
  cfn::Property<launch_template::NetworkBandwidthGbps> NetworkBandwidthGbps{};
  cfn::Property<launch_template::NetworkInterfaceCount> NetworkInterfaceCount{};
  cfn::Property<std::int64_t> OnDemandMaxPricePercentageOverLowestPrice{};
  cfn::Property<bool> RequireHibernateSupport{};
  cfn::Property<std::int64_t> SpotMaxPricePercentageOverLowestPrice{};
  cfn::Property<launch_template::TotalLocalStorageGB> TotalLocalStorageGB{};
  cfn::Property<launch_template::VCpuCount> VCpuCount{};
};
cfn::Value toValue(const InstanceRequirements&);

struct LicenseSpecification {
  cfn::Property<std::string> LicenseConfigurationArn{};
};
cfn::Value toValue(const LicenseSpecification&);

struct MaintenanceOptions {
  cfn::Property<cfn::OneOf<"default", "disabled">> AutoRecovery{};
};
cfn::Value toValue(const MaintenanceOptions&);

struct MetadataOptions {
  cfn::Property<cfn::OneOf<"disabled", "enabled">> HttpEndpoint{};
  cfn::Property<cfn::OneOf<"disabled", "enabled">> HttpProtocolIpv6{};
  cfn::Property<std::int64_t> HttpPutResponseHopLimit{};
  cfn::Property<cfn::OneOf<"optional", "required">> HttpTokens{};
  cfn::Property<cfn::OneOf<"disabled", "enabled">> InstanceMetadataTags{};
};
cfn::Value toValue(const MetadataOptions&);

struct Monitoring {
  cfn::Property<bool> Enabled{};
};
cfn::Value toValue(const Monitoring&);

struct ConnectionTrackingSpecification {
  cfn::Property<std::int64_t> TcpEstablishedTimeout{};
  cfn::Property<std::int64_t> UdpStreamTimeout{};
  cfn::Property<std::int64_t> UdpTimeout{};
};
cfn::Value toValue(const ConnectionTrackingSpecification&);

struct EnaSrdUdpSpecification {
  cfn::Property<bool> EnaSrdUdpEnabled{};
};
cfn::Value toValue(const EnaSrdUdpSpecification&);

struct EnaSrdSpecification {
  cfn::Property<bool> EnaSrdEnabled{};
  cfn::Property<launch_template::EnaSrdUdpSpecification> EnaSrdUdpSpecification{};
};
cfn::Value toValue(const EnaSrdSpecification&);

struct Ipv4PrefixSpecification {
  cfn::Property<std::string> Ipv4Prefix{};
};
cfn::Value toValue(const Ipv4PrefixSpecification&);

struct Ipv6Add {
  cfn::Property<std::string> Ipv6Address{};
};
cfn::Value toValue(const Ipv6Add&);

struct Ipv6PrefixSpecification {
  cfn::Property<std::string> Ipv6Prefix{};
};
cfn::Value toValue(const Ipv6PrefixSpecification&);

struct PrivateIpAdd {
  cfn::Property<bool> Primary{};
  cfn::Property<std::string> PrivateIpAddress{};
};
cfn::Value toValue(const PrivateIpAdd&);

struct NetworkInterface {
  cfn::Property<bool> AssociateCarrierIpAddress{};
  cfn::Property<bool> AssociatePublicIpAddress{};
  cfn::Property<launch_template::ConnectionTrackingSpecification> ConnectionTrackingSpecification{};
  cfn::Property<bool> DeleteOnTermination{};
  cfn::Property<std::string> Description{};
  cfn::Property<std::int64_t> DeviceIndex{};
  cfn::Property<std::int64_t> EnaQueueCount{};
  cfn::Property<launch_template::EnaSrdSpecification> EnaSrdSpecification{};
  cfn::Property<std::vector<std::string>> Groups{};
  cfn::Property<std::string> InterfaceType{};
  cfn::Property<std::int64_t> Ipv4PrefixCount{};
  cfn::Property<std::vector<launch_template::Ipv4PrefixSpecification>> Ipv4Prefixes{};
  cfn::Property<std::int64_t> Ipv6AddressCount{};
  cfn::Property<std::vector<launch_template::Ipv6Add>> Ipv6Addresses{};
  cfn::Property<std::int64_t> Ipv6PrefixCount{};
  cfn::Property<std::vector<launch_template::Ipv6PrefixSpecification>> Ipv6Prefixes{};
  cfn::Property<std::int64_t> NetworkCardIndex{};
  cfn::Property<cfn::Id<"AWS::EC2::NetworkInterface">> NetworkInterfaceId{};
  cfn::Property<bool> PrimaryIpv6{};
  cfn::Property<std::string> PrivateIpAddress{};
  cfn::Property<std::vector<launch_template::PrivateIpAdd>> PrivateIpAddresses{};
  cfn::Property<std::int64_t> SecondaryPrivateIpAddressCount{};
  cfn::Property<cfn::Id<"AWS::EC2::Subnet.Id">> SubnetId{};
};
cfn::Value toValue(const NetworkInterface&);

struct Placement {
  cfn::Property<std::string> Affinity{};
  cfn::Property<std::string> AvailabilityZone{};
  cfn::Property<std::string> GroupId{};
  cfn::Property<std::string> GroupName{};
  cfn::Property<std::string> HostId{};
  cfn::Property<std::string> HostResourceGroupArn{};
  cfn::Property<std::int64_t> PartitionNumber{};
  cfn::Property<std::string> SpreadDomain{};
  cfn::Property<cfn::OneOf<"dedicated", "default", "host">> Tenancy{};
};
cfn::Value toValue(const Placement&);

struct PrivateDnsNameOptions {
  cfn::Property<bool> EnableResourceNameDnsAAAARecord{};
  cfn::Property<bool> EnableResourceNameDnsARecord{};
  cfn::Property<cfn::OneOf<"ip-name", "resource-name">> HostnameType{};
};
cfn::Value toValue(const PrivateDnsNameOptions&);

struct TagSpecification {
  cfn::Property<std::string> ResourceType{};
  cfn::Property<std::vector<cfn::Tag>> Tags{};
};
cfn::Value toValue(const TagSpecification&);

struct LaunchTemplateData {
  cfn::Property<std::vector<launch_template::BlockDeviceMapping>> BlockDeviceMappings{};
  cfn::Property<launch_template::CapacityReservationSpecification> CapacityReservationSpecification{};
  cfn::Property<launch_template::CpuOptions> CpuOptions{};
  cfn::Property<launch_template::CreditSpecification> CreditSpecification{};
  cfn::Property<bool> DisableApiStop{};
  cfn::Property<bool> DisableApiTermination{};
  cfn::Property<bool> EbsOptimized{};
  cfn::Property<launch_template::EnclaveOptions> EnclaveOptions{};
  cfn::Property<launch_template::HibernationOptions> HibernationOptions{};
  cfn::Property<launch_template::IamInstanceProfile> IamInstanceProfile{};
  cfn::Property<cfn::Id<"AWS::EC2::Image.Id">> ImageId{};
  cfn::Property<cfn::OneOf<"stop", "terminate">> InstanceInitiatedShutdownBehavior{};
  cfn::Property<launch_template::InstanceMarketOptions> InstanceMarketOptions{};
  cfn::Property<launch_template::InstanceRequirements> InstanceRequirements{};
  cfn::Property<std::string> InstanceType{};
  cfn::Property<std::string> KernelId{};
  cfn::Property<std::string> KeyName{};
  cfn::Property<std::vector<launch_template::LicenseSpecification>> LicenseSpecifications{};
  cfn::Property<launch_template::MaintenanceOptions> MaintenanceOptions{};
  cfn::Property<launch_template::MetadataOptions> MetadataOptions{};
  cfn::Property<launch_template::Monitoring> Monitoring{};
  cfn::Property<std::vector<launch_template::NetworkInterface>> NetworkInterfaces{};
  cfn::Property<launch_template::Placement> Placement{};
  cfn::Property<launch_template::PrivateDnsNameOptions> PrivateDnsNameOptions{};
  cfn::Property<std::string> RamDiskId{};
  cfn::Property<std::vector<cfn::Id<"AWS::EC2::SecurityGroup.Id">>> SecurityGroupIds{};
  cfn::Property<std::vector<cfn::Id<"AWS::EC2::SecurityGroup.Id">>> SecurityGroups{};
  cfn::Property<std::vector<launch_template::TagSpecification>> TagSpecifications{};
  cfn::Property<std::string> UserData{};
};
cfn::Value toValue(const LaunchTemplateData&);

struct LaunchTemplateTagSpecification {
  cfn::Property<std::string> ResourceType{};
  cfn::Property<std::vector<cfn::Tag>> Tags{};
};
cfn::Value toValue(const LaunchTemplateTagSpecification&);

}  // namespace launch_template

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-launchtemplate.html
struct LaunchTemplate {
  static constexpr std::string_view type = "AWS::EC2::LaunchTemplate";
  cfn::Required<launch_template::LaunchTemplateData> LaunchTemplateData;
  cfn::Property<std::string> LaunchTemplateName{};
  cfn::Property<std::vector<launch_template::LaunchTemplateTagSpecification>> TagSpecifications{};
  cfn::Property<std::string> VersionDescription{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::EC2::LaunchTemplate">> {
    using cfn::Handle<cfn::Typed<"AWS::EC2::LaunchTemplate">>::Handle;
    cfn::Expression defaultVersionNumber() const { return {getAtt("DefaultVersionNumber")}; }
    cfn::Expression latestVersionNumber() const { return {getAtt("LatestVersionNumber")}; }
    cfn::Expression launchTemplateId() const { return {getAtt("LaunchTemplateId")}; }
  };
};
cfn::Map properties(const LaunchTemplate&);

namespace nat_gateway {
struct AvailabilityZoneAddress {
  cfn::Required<std::vector<std::string>> AllocationIds;
  cfn::Property<std::string> AvailabilityZone{};
  cfn::Property<std::string> AvailabilityZoneId{};
};
cfn::Value toValue(const AvailabilityZoneAddress&);

}  // namespace nat_gateway

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-natgateway.html
struct NatGateway {
  static constexpr std::string_view type = "AWS::EC2::NatGateway";
  cfn::Property<std::string> AllocationId{};
  cfn::Property<cfn::OneOf<"regional", "zonal">> AvailabilityMode{};
  cfn::Property<std::vector<nat_gateway::AvailabilityZoneAddress>> AvailabilityZoneAddresses{};
  cfn::Property<cfn::OneOf<"private", "public">> ConnectivityType{};
  cfn::Property<std::int64_t> MaxDrainDurationSeconds{};
  cfn::Property<std::string> PrivateIpAddress{};
  cfn::Property<std::vector<std::string>> SecondaryAllocationIds{};
  cfn::Property<std::int64_t> SecondaryPrivateIpAddressCount{};
  cfn::Property<std::vector<std::string>> SecondaryPrivateIpAddresses{};
  cfn::Property<cfn::Id<"AWS::EC2::Subnet.Id">> SubnetId{};
  cfn::Property<std::vector<cfn::Tag>> Tags{};
  cfn::Property<cfn::Id<"AWS::EC2::VPC.Id">> VpcId{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::EC2::NatGateway">> {
    using cfn::Handle<cfn::Typed<"AWS::EC2::NatGateway">>::Handle;
    cfn::Expression autoProvisionZones() const { return {getAtt("AutoProvisionZones")}; }
    cfn::Expression autoScalingIps() const { return {getAtt("AutoScalingIps")}; }
    cfn::Expression eniId() const { return {getAtt("EniId")}; }
    cfn::Expression natGatewayId() const { return {getAtt("NatGatewayId")}; }
    cfn::Expression routeTableId() const { return {getAtt("RouteTableId")}; }
  };
};
cfn::Map properties(const NatGateway&);

namespace network_interface {
struct ConnectionTrackingSpecification {
  cfn::Property<std::int64_t> TcpEstablishedTimeout{};
  cfn::Property<std::int64_t> UdpStreamTimeout{};
  cfn::Property<std::int64_t> UdpTimeout{};
};
cfn::Value toValue(const ConnectionTrackingSpecification&);

struct Ipv4PrefixSpecification {
  cfn::Required<std::string> Ipv4Prefix;
};
cfn::Value toValue(const Ipv4PrefixSpecification&);

struct InstanceIpv6Address {
  cfn::Required<std::string> Ipv6Address;
};
cfn::Value toValue(const InstanceIpv6Address&);

struct Ipv6PrefixSpecification {
  cfn::Required<std::string> Ipv6Prefix;
};
cfn::Value toValue(const Ipv6PrefixSpecification&);

struct PrivateIpAddressSpecification {
  cfn::Required<bool> Primary;
  cfn::Required<std::string> PrivateIpAddress;
};
cfn::Value toValue(const PrivateIpAddressSpecification&);

}  // namespace network_interface

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkinterface.html
struct NetworkInterface {
  static constexpr std::string_view type = "AWS::EC2::NetworkInterface";
  cfn::Property<network_interface::ConnectionTrackingSpecification> ConnectionTrackingSpecification{};
  cfn::Property<std::string> Description{};
  cfn::Property<bool> EnablePrimaryIpv6{};
  cfn::Property<std::vector<cfn::Id<"AWS::EC2::SecurityGroup.Id">>> GroupSet{};
  cfn::Property<std::string> InterfaceType{};
  cfn::Property<std::int64_t> Ipv4PrefixCount{};
  cfn::Property<std::vector<network_interface::Ipv4PrefixSpecification>> Ipv4Prefixes{};
  cfn::Property<std::int64_t> Ipv6AddressCount{};
  cfn::Property<std::vector<network_interface::InstanceIpv6Address>> Ipv6Addresses{};
  cfn::Property<std::int64_t> Ipv6PrefixCount{};
  cfn::Property<std::vector<network_interface::Ipv6PrefixSpecification>> Ipv6Prefixes{};
  cfn::Property<std::string> PrivateIpAddress{};
  cfn::Property<std::vector<network_interface::PrivateIpAddressSpecification>> PrivateIpAddresses{};
  cfn::Property<cfn::OneOf<"public-dual-stack-dns-name", "public-ipv4-dns-name", "public-ipv6-dns-name">> PublicIpDnsHostnameTypeSpecification{};
  cfn::Property<std::int64_t> SecondaryPrivateIpAddressCount{};
  cfn::Property<bool> SourceDestCheck{};
  cfn::Required<cfn::Id<"AWS::EC2::Subnet.Id">> SubnetId;
  cfn::Property<std::vector<cfn::Tag>> Tags{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::EC2::NetworkInterface">> {
    using cfn::Handle<cfn::Typed<"AWS::EC2::NetworkInterface">>::Handle;
    cfn::Expression id() const { return {getAtt("Id")}; }
    cfn::Expression primaryIpv6Address() const { return {getAtt("PrimaryIpv6Address")}; }
    cfn::Expression primaryPrivateIpAddress() const { return {getAtt("PrimaryPrivateIpAddress")}; }
    cfn::Expression publicIpDnsNameOptions() const { return {getAtt("PublicIpDnsNameOptions")}; }
    cfn::Expression secondaryPrivateIpAddresses() const { return {getAtt("SecondaryPrivateIpAddresses")}; }
    cfn::Typed<"AWS::EC2::VPC.Id"> vpcId() const { return {getAtt("VpcId")}; }
  };
};
cfn::Map properties(const NetworkInterface&);

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html
struct Route {
  static constexpr std::string_view type = "AWS::EC2::Route";
  cfn::Property<std::string> CarrierGatewayId{};
  cfn::Property<std::string> CoreNetworkArn{};
  cfn::Property<std::string> DestinationCidrBlock{};
  cfn::Property<std::string> DestinationIpv6CidrBlock{};
  cfn::Property<std::string> DestinationPrefixListId{};
  cfn::Property<cfn::Id<"AWS::EC2::EgressOnlyInternetGateway">> EgressOnlyInternetGatewayId{};
  cfn::Property<std::string> GatewayId{};
  cfn::Property<std::string> InstanceId{};
  cfn::Property<std::string> LocalGatewayId{};
  cfn::Property<cfn::Id<"AWS::EC2::NatGateway">> NatGatewayId{};
  cfn::Property<cfn::Id<"AWS::EC2::NetworkInterface">> NetworkInterfaceId{};
  cfn::Required<cfn::Id<"AWS::EC2::RouteTable">> RouteTableId;
  cfn::Property<std::string> TransitGatewayId{};
  cfn::Property<std::string> VpcEndpointId{};
  cfn::Property<std::string> VpcPeeringConnectionId{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::EC2::Route">> {
    using cfn::Handle<cfn::Typed<"AWS::EC2::Route">>::Handle;
    cfn::Expression cidrBlock() const { return {getAtt("CidrBlock")}; }
  };
};
cfn::Map properties(const Route&);

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-routetable.html
struct RouteTable {
  static constexpr std::string_view type = "AWS::EC2::RouteTable";
  cfn::Property<std::vector<cfn::Tag>> Tags{};
  cfn::Required<cfn::Id<"AWS::EC2::VPC.Id">> VpcId;

  struct Handle : cfn::Handle<cfn::Typed<"AWS::EC2::RouteTable">> {
    using cfn::Handle<cfn::Typed<"AWS::EC2::RouteTable">>::Handle;
    cfn::Expression routeTableId() const { return {getAtt("RouteTableId")}; }
  };
};
cfn::Map properties(const RouteTable&);

namespace security_group {
struct Egress {
  cfn::Property<std::string> CidrIp{};
  cfn::Property<std::string> CidrIpv6{};
  cfn::Property<std::string> Description{};
  cfn::Property<std::string> DestinationPrefixListId{};
  cfn::Property<cfn::Id<"AWS::EC2::SecurityGroup.Id">> DestinationSecurityGroupId{};
  cfn::Property<std::int64_t> FromPort{};
  cfn::Required<std::string> IpProtocol;
  cfn::Property<std::int64_t> ToPort{};
};
cfn::Value toValue(const Egress&);

struct Ingress {
  cfn::Property<std::string> CidrIp{};
  cfn::Property<std::string> CidrIpv6{};
  cfn::Property<std::string> Description{};
  cfn::Property<std::int64_t> FromPort{};
  cfn::Required<std::string> IpProtocol;
  cfn::Property<std::string> SourcePrefixListId{};
  cfn::Property<cfn::Id<"AWS::EC2::SecurityGroup.Id">> SourceSecurityGroupId{};
  cfn::Property<std::string> SourceSecurityGroupName{};
  cfn::Property<std::string> SourceSecurityGroupOwnerId{};
  cfn::Property<std::int64_t> ToPort{};
};
cfn::Value toValue(const Ingress&);

}  // namespace security_group

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html
struct SecurityGroup {
  static constexpr std::string_view type = "AWS::EC2::SecurityGroup";
  cfn::Required<std::string> GroupDescription;
  cfn::Property<std::string> GroupName{};
  cfn::Property<std::vector<security_group::Egress>> SecurityGroupEgress{};
  cfn::Property<std::vector<security_group::Ingress>> SecurityGroupIngress{};
  cfn::Property<std::vector<cfn::Tag>> Tags{};
  cfn::Property<cfn::Id<"AWS::EC2::VPC.Id">> VpcId{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::EC2::SecurityGroup.Id">> {
    using cfn::Handle<cfn::Typed<"AWS::EC2::SecurityGroup.Id">>::Handle;
    cfn::Expression groupDescription() const { return {getAtt("GroupDescription")}; }
    cfn::Typed<"AWS::EC2::SecurityGroup.Id"> groupId() const { return {getAtt("GroupId")}; }
    cfn::Expression groupName() const { return {getAtt("GroupName")}; }
    cfn::Expression id() const { return {getAtt("Id")}; }
    cfn::Expression securityGroupEgress() const { return {getAtt("SecurityGroupEgress")}; }
    cfn::Expression securityGroupIngress() const { return {getAtt("SecurityGroupIngress")}; }
    cfn::Expression tags() const { return {getAtt("Tags")}; }
    cfn::Typed<"AWS::EC2::VPC.Id"> vpcId() const { return {getAtt("VpcId")}; }
  };
};
cfn::Map properties(const SecurityGroup&);

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupegress.html
struct SecurityGroupEgress {
  static constexpr std::string_view type = "AWS::EC2::SecurityGroupEgress";
  cfn::Property<std::string> CidrIp{};
  cfn::Property<std::string> CidrIpv6{};
  cfn::Property<std::string> Description{};
  cfn::Property<std::string> DestinationPrefixListId{};
  cfn::Property<cfn::Id<"AWS::EC2::SecurityGroup.Id">> DestinationSecurityGroupId{};
  cfn::Property<std::int64_t> FromPort{};
  cfn::Required<cfn::Id<"AWS::EC2::SecurityGroup.Id">> GroupId;
  cfn::Required<std::string> IpProtocol;
  cfn::Property<std::int64_t> ToPort{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::EC2::SecurityGroupEgress">> {
    using cfn::Handle<cfn::Typed<"AWS::EC2::SecurityGroupEgress">>::Handle;
    cfn::Expression id() const { return {getAtt("Id")}; }
  };
};
cfn::Map properties(const SecurityGroupEgress&);

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroupingress.html
struct SecurityGroupIngress {
  static constexpr std::string_view type = "AWS::EC2::SecurityGroupIngress";
  cfn::Property<std::string> CidrIp{};
  cfn::Property<std::string> CidrIpv6{};
  cfn::Property<std::string> Description{};
  cfn::Property<std::int64_t> FromPort{};
  cfn::Property<cfn::Id<"AWS::EC2::SecurityGroup.Id">> GroupId{};
  cfn::Property<std::string> GroupName{};
  cfn::Required<std::string> IpProtocol;
  cfn::Property<std::string> SourcePrefixListId{};
  cfn::Property<cfn::Id<"AWS::EC2::SecurityGroup.Id">> SourceSecurityGroupId{};
  cfn::Property<std::string> SourceSecurityGroupName{};
  cfn::Property<std::string> SourceSecurityGroupOwnerId{};
  cfn::Property<std::int64_t> ToPort{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::EC2::SecurityGroupIngress">> {
    using cfn::Handle<cfn::Typed<"AWS::EC2::SecurityGroupIngress">>::Handle;
    cfn::Expression id() const { return {getAtt("Id")}; }
  };
};
cfn::Map properties(const SecurityGroupIngress&);

namespace subnet {
struct PrivateDnsNameOptionsOnLaunch {
  cfn::Property<bool> EnableResourceNameDnsAAAARecord{};
  cfn::Property<bool> EnableResourceNameDnsARecord{};
  cfn::Property<std::string> HostnameType{};
};
cfn::Value toValue(const PrivateDnsNameOptionsOnLaunch&);

}  // namespace subnet

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnet.html
struct Subnet {
  static constexpr std::string_view type = "AWS::EC2::Subnet";
  cfn::Property<bool> AssignIpv6AddressOnCreation{};
  cfn::Property<std::string> AvailabilityZone{};
  cfn::Property<std::string> AvailabilityZoneId{};
  cfn::Property<std::string> CidrBlock{};
  cfn::Property<bool> EnableDns64{};
  cfn::Property<std::int64_t> EnableLniAtDeviceIndex{};
  cfn::Property<std::string> Ipv4IpamPoolId{};
  cfn::Property<std::int64_t> Ipv4NetmaskLength{};
  cfn::Property<std::string> Ipv6CidrBlock{};
  cfn::Property<std::string> Ipv6IpamPoolId{};
  cfn::Property<bool> Ipv6Native{};
  cfn::Property<std::int64_t> Ipv6NetmaskLength{};
  cfn::Property<bool> MapPublicIpOnLaunch{};
  cfn::Property<std::string> OutpostArn{};
  cfn::Property<subnet::PrivateDnsNameOptionsOnLaunch> PrivateDnsNameOptionsOnLaunch{};
  cfn::Property<std::vector<cfn::Tag>> Tags{};
  cfn::Required<cfn::Id<"AWS::EC2::VPC.Id">> VpcId;

  struct Handle : cfn::Handle<cfn::Typed<"AWS::EC2::Subnet.Id">> {
    using cfn::Handle<cfn::Typed<"AWS::EC2::Subnet.Id">>::Handle;
    cfn::Expression assignIpv6AddressOnCreation() const { return {getAtt("AssignIpv6AddressOnCreation")}; }
    cfn::Expression availabilityZone() const { return {getAtt("AvailabilityZone")}; }
    cfn::Expression availabilityZoneId() const { return {getAtt("AvailabilityZoneId")}; }
    cfn::Expression blockPublicAccessStatesInternetGatewayBlockMode() const { return {getAtt("BlockPublicAccessStates.InternetGatewayBlockMode")}; }
    cfn::Expression cidrBlock() const { return {getAtt("CidrBlock")}; }
    cfn::Expression enableDns64() const { return {getAtt("EnableDns64")}; }
    cfn::Expression enableLniAtDeviceIndex() const { return {getAtt("EnableLniAtDeviceIndex")}; }
    cfn::Expression ipv4IpamPoolId() const { return {getAtt("Ipv4IpamPoolId")}; }
    cfn::Expression ipv4NetmaskLength() const { return {getAtt("Ipv4NetmaskLength")}; }
    cfn::Expression ipv6CidrBlock() const { return {getAtt("Ipv6CidrBlock")}; }
    cfn::Expression ipv6CidrBlocks() const { return {getAtt("Ipv6CidrBlocks")}; }
    cfn::Expression ipv6IpamPoolId() const { return {getAtt("Ipv6IpamPoolId")}; }
    cfn::Expression ipv6Native() const { return {getAtt("Ipv6Native")}; }
    cfn::Expression ipv6NetmaskLength() const { return {getAtt("Ipv6NetmaskLength")}; }
    cfn::Expression mapPublicIpOnLaunch() const { return {getAtt("MapPublicIpOnLaunch")}; }
    cfn::Expression networkAclAssociationId() const { return {getAtt("NetworkAclAssociationId")}; }
    cfn::Expression outpostArn() const { return {getAtt("OutpostArn")}; }
    cfn::Expression privateDnsNameOptionsOnLaunchEnableResourceNameDnsAaaaRecord() const { return {getAtt("PrivateDnsNameOptionsOnLaunch.EnableResourceNameDnsAAAARecord")}; }
    cfn::Expression privateDnsNameOptionsOnLaunchEnableResourceNameDnsARecord() const { return {getAtt("PrivateDnsNameOptionsOnLaunch.EnableResourceNameDnsARecord")}; }
    cfn::Expression privateDnsNameOptionsOnLaunchHostnameType() const { return {getAtt("PrivateDnsNameOptionsOnLaunch.HostnameType")}; }
    cfn::Typed<"AWS::EC2::Subnet.Id"> subnetId() const { return {getAtt("SubnetId")}; }
    cfn::Expression tags() const { return {getAtt("Tags")}; }
    cfn::Typed<"AWS::EC2::VPC.Id"> vpcId() const { return {getAtt("VpcId")}; }
  };
};
cfn::Map properties(const Subnet&);

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnetcidrblock.html
struct SubnetCidrBlock {
  static constexpr std::string_view type = "AWS::EC2::SubnetCidrBlock";
  cfn::Property<std::string> Ipv6CidrBlock{};
  cfn::Property<std::string> Ipv6IpamPoolId{};
  cfn::Property<std::int64_t> Ipv6NetmaskLength{};
  cfn::Required<cfn::Id<"AWS::EC2::Subnet.Id">> SubnetId;

  struct Handle : cfn::Handle<cfn::Typed<"AWS::EC2::SubnetCidrBlock">> {
    using cfn::Handle<cfn::Typed<"AWS::EC2::SubnetCidrBlock">>::Handle;
    cfn::Expression id() const { return {getAtt("Id")}; }
    cfn::Expression ipSource() const { return {getAtt("IpSource")}; }
    cfn::Expression ipv6AddressAttribute() const { return {getAtt("Ipv6AddressAttribute")}; }
  };
};
cfn::Map properties(const SubnetCidrBlock&);

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnetroutetableassociation.html
struct SubnetRouteTableAssociation {
  static constexpr std::string_view type = "AWS::EC2::SubnetRouteTableAssociation";
  cfn::Required<cfn::Id<"AWS::EC2::RouteTable">> RouteTableId;
  cfn::Required<cfn::Id<"AWS::EC2::Subnet.Id">> SubnetId;

  struct Handle : cfn::Handle<cfn::Typed<"AWS::EC2::SubnetRouteTableAssociation">> {
    using cfn::Handle<cfn::Typed<"AWS::EC2::SubnetRouteTableAssociation">>::Handle;
    cfn::Expression id() const { return {getAtt("Id")}; }
  };
};
cfn::Map properties(const SubnetRouteTableAssociation&);

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpc.html
struct VPC {
  static constexpr std::string_view type = "AWS::EC2::VPC";
  cfn::Property<std::string> CidrBlock{};
  cfn::Property<bool> EnableDnsHostnames{};
  cfn::Property<bool> EnableDnsSupport{};
  cfn::Property<cfn::OneOf<"dedicated", "default", "host">> InstanceTenancy{};
  cfn::Property<std::string> Ipv4IpamPoolId{};
  cfn::Property<std::int64_t> Ipv4NetmaskLength{};
  cfn::Property<std::vector<cfn::Tag>> Tags{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::EC2::VPC.Id">> {
    using cfn::Handle<cfn::Typed<"AWS::EC2::VPC.Id">>::Handle;
    cfn::Expression cidrBlock() const { return {getAtt("CidrBlock")}; }
    cfn::Expression cidrBlockAssociations() const { return {getAtt("CidrBlockAssociations")}; }
    cfn::Expression defaultNetworkAcl() const { return {getAtt("DefaultNetworkAcl")}; }
    cfn::Typed<"AWS::EC2::SecurityGroup.Id"> defaultSecurityGroup() const { return {getAtt("DefaultSecurityGroup")}; }
    cfn::Expression enableDnsHostnames() const { return {getAtt("EnableDnsHostnames")}; }
    cfn::Expression enableDnsSupport() const { return {getAtt("EnableDnsSupport")}; }
    cfn::Expression instanceTenancy() const { return {getAtt("InstanceTenancy")}; }
    cfn::Expression ipv4IpamPoolId() const { return {getAtt("Ipv4IpamPoolId")}; }
    cfn::Expression ipv4NetmaskLength() const { return {getAtt("Ipv4NetmaskLength")}; }
    cfn::Expression ipv6CidrBlocks() const { return {getAtt("Ipv6CidrBlocks")}; }
    cfn::Expression tags() const { return {getAtt("Tags")}; }
    cfn::Typed<"AWS::EC2::VPC.Id"> vpcId() const { return {getAtt("VpcId")}; }
  };
};
cfn::Map properties(const VPC&);

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpccidrblock.html
struct VPCCidrBlock {
  static constexpr std::string_view type = "AWS::EC2::VPCCidrBlock";
  cfn::Property<bool> AmazonProvidedIpv6CidrBlock{};
  cfn::Property<std::string> CidrBlock{};
  cfn::Property<std::string> Ipv4IpamPoolId{};
  cfn::Property<std::int64_t> Ipv4NetmaskLength{};
  cfn::Property<std::string> Ipv6CidrBlock{};
  cfn::Property<std::string> Ipv6CidrBlockNetworkBorderGroup{};
  cfn::Property<std::string> Ipv6IpamPoolId{};
  cfn::Property<std::int64_t> Ipv6NetmaskLength{};
  cfn::Property<std::string> Ipv6Pool{};
  cfn::Required<cfn::Id<"AWS::EC2::VPC.Id">> VpcId;

  struct Handle : cfn::Handle<cfn::Typed<"AWS::EC2::VPCCidrBlock">> {
    using cfn::Handle<cfn::Typed<"AWS::EC2::VPCCidrBlock">>::Handle;
    cfn::Expression id() const { return {getAtt("Id")}; }
    cfn::Expression ipSource() const { return {getAtt("IpSource")}; }
    cfn::Expression ipv6AddressAttribute() const { return {getAtt("Ipv6AddressAttribute")}; }
  };
};
cfn::Map properties(const VPCCidrBlock&);

namespace vpc_endpoint {
struct DnsOptionsSpecification {
  cfn::Property<cfn::OneOf<"ipv4", "ipv6", "dualstack", "service-defined", "not-specified">> DnsRecordIpType{};
  cfn::Property<cfn::OneOf<"OnlyInboundResolver", "AllResolvers", "NotSpecified">> PrivateDnsOnlyForInboundResolverEndpoint{};
  cfn::Property<cfn::OneOf<"VERIFIED_DOMAINS_ONLY", "ALL_DOMAINS", "VERIFIED_DOMAINS_AND_SPECIFIED_DOMAINS", "SPECIFIED_DOMAINS_ONLY">> PrivateDnsPreference{};
  cfn::Property<std::vector<std::string>> PrivateDnsSpecifiedDomains{};
};
cfn::Value toValue(const DnsOptionsSpecification&);

}  // namespace vpc_endpoint

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcendpoint.html
struct VPCEndpoint {
  static constexpr std::string_view type = "AWS::EC2::VPCEndpoint";
  cfn::Property<vpc_endpoint::DnsOptionsSpecification> DnsOptions{};
  cfn::Property<cfn::OneOf<"ipv4", "ipv6", "dualstack", "not-specified">> IpAddressType{};
  cfn::Property<cfn::Json> PolicyDocument{};
  cfn::Property<bool> PrivateDnsEnabled{};
  cfn::Property<std::string> ResourceConfigurationArn{};
  cfn::Property<std::vector<cfn::Id<"AWS::EC2::RouteTable">>> RouteTableIds{};
  cfn::Property<std::vector<cfn::Id<"AWS::EC2::SecurityGroup.Id">>> SecurityGroupIds{};
  cfn::Property<std::string> ServiceName{};
  cfn::Property<std::string> ServiceNetworkArn{};
  cfn::Property<std::string> ServiceRegion{};
  cfn::Property<std::vector<cfn::Id<"AWS::EC2::Subnet.Id">>> SubnetIds{};
  cfn::Property<std::vector<cfn::Tag>> Tags{};
  cfn::Property<cfn::OneOf<"Interface", "Gateway", "GatewayLoadBalancer", "ServiceNetwork", "Resource">> VpcEndpointType{};
  cfn::Required<cfn::Id<"AWS::EC2::VPC.Id">> VpcId;

  struct Handle : cfn::Handle<cfn::Typed<"AWS::EC2::VPCEndpoint">> {
    using cfn::Handle<cfn::Typed<"AWS::EC2::VPCEndpoint">>::Handle;
    cfn::Expression creationTimestamp() const { return {getAtt("CreationTimestamp")}; }
    cfn::Expression dnsEntries() const { return {getAtt("DnsEntries")}; }
    cfn::Expression id() const { return {getAtt("Id")}; }
    cfn::Expression networkInterfaceIds() const { return {getAtt("NetworkInterfaceIds")}; }
  };
};
cfn::Map properties(const VPCEndpoint&);

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcgatewayattachment.html
struct VPCGatewayAttachment {
  static constexpr std::string_view type = "AWS::EC2::VPCGatewayAttachment";
  cfn::Property<cfn::Id<"AWS::EC2::InternetGateway">> InternetGatewayId{};
  cfn::Required<cfn::Id<"AWS::EC2::VPC.Id">> VpcId;
  cfn::Property<std::string> VpnGatewayId{};

  struct Handle : cfn::Handle<cfn::Typed<"AWS::EC2::VPCGatewayAttachment">> {
    using cfn::Handle<cfn::Typed<"AWS::EC2::VPCGatewayAttachment">>::Handle;
    cfn::Expression attachmentType() const { return {getAtt("AttachmentType")}; }
  };
};
cfn::Map properties(const VPCGatewayAttachment&);

}  // namespace aws::ec2
