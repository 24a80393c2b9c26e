"""The VPC, its subnets and its gateways."""
from ..aws import ignore_errors, tag_specifications, tags_of, truth
from ..registry import Made, creates, updates


@creates("AWS::EC2::VPC")
def _vpc(context, properties):
    ec2 = context.client("ec2")
    flags = properties.take_all("EnableDnsSupport", "EnableDnsHostnames")
    tags = tag_specifications("vpc", properties)
    vpc = context.call("ec2", "create_vpc", properties, TagSpecifications=tags)["Vpc"]
    vpc_id = vpc["VpcId"]
    for name, value in flags.items():
        ec2.modify_vpc_attribute(VpcId=vpc_id, **{name: {"Value": truth(value)}})

    def ipv6_blocks():
        associations = ec2.describe_vpcs(VpcIds=[vpc_id])["Vpcs"][0].get("Ipv6CidrBlockAssociationSet", [])
        return [association["Ipv6CidrBlock"] for association in associations]

    attributes = {"VpcId": vpc_id, "CidrBlock": vpc["CidrBlock"], "Ipv6CidrBlocks": ipv6_blocks}
    return Made(vpc_id, attributes, lambda: ec2.delete_vpc(VpcId=vpc_id))


@updates("AWS::EC2::VPC")
def _update_vpc(context, resource, properties, changed):
    flags = properties.take_all("EnableDnsSupport", "EnableDnsHostnames")
    if changed & {"CidrBlock", "InstanceTenancy"}:
        return False
    for name in changed & set(flags):
        context.client("ec2").modify_vpc_attribute(VpcId=resource.physical_id, **{name: {"Value": truth(flags[name])}})
    return True


@creates("AWS::EC2::VPCCidrBlock")
def _vpc_cidr_block(context, properties):
    answer = context.call("ec2", "associate_vpc_cidr_block", properties)
    association = (answer.get("Ipv6CidrBlockAssociation") or answer["CidrBlockAssociation"])["AssociationId"]
    return Made(association, {"Id": association},
                lambda: context.client("ec2").disassociate_vpc_cidr_block(AssociationId=association))


@creates("AWS::EC2::Subnet")
def _subnet(context, properties):
    ec2 = context.client("ec2")
    flags = properties.take_all("MapPublicIpOnLaunch", "AssignIpv6AddressOnCreation")
    tags = tag_specifications("subnet", properties)
    subnet = context.call("ec2", "create_subnet", properties, TagSpecifications=tags)["Subnet"]
    subnet_id = subnet["SubnetId"]
    for name, value in flags.items():
        ec2.modify_subnet_attribute(SubnetId=subnet_id, **{name: {"Value": truth(value)}})
    attributes = {"SubnetId": subnet_id, "VpcId": subnet["VpcId"], "CidrBlock": subnet["CidrBlock"],
                  "AvailabilityZone": subnet["AvailabilityZone"]}
    return Made(subnet_id, attributes, lambda: ec2.delete_subnet(SubnetId=subnet_id))


@updates("AWS::EC2::Subnet")
def _update_subnet(context, resource, properties, changed):
    if changed != {"MapPublicIpOnLaunch"}:
        return False
    flag = truth(properties.take("MapPublicIpOnLaunch", False))
    context.client("ec2").modify_subnet_attribute(SubnetId=resource.physical_id, MapPublicIpOnLaunch={"Value": flag})
    return True


@creates("AWS::EC2::SubnetCidrBlock")
def _subnet_cidr_block(context, properties):
    answer = context.call("ec2", "associate_subnet_cidr_block", properties)
    association = answer["Ipv6CidrBlockAssociation"]["AssociationId"]
    return Made(association, {"Id": association},
                lambda: context.client("ec2").disassociate_subnet_cidr_block(AssociationId=association))


@creates("AWS::EC2::InternetGateway")
def _internet_gateway(context, properties):
    tags = tag_specifications("internet-gateway", properties)
    gateway = context.call("ec2", "create_internet_gateway", TagSpecifications=tags)["InternetGateway"]["InternetGatewayId"]
    return Made(gateway, {"InternetGatewayId": gateway},
                lambda: context.client("ec2").delete_internet_gateway(InternetGatewayId=gateway))


@creates("AWS::EC2::VPCGatewayAttachment")
def _gateway_attachment(context, properties):
    ec2 = context.client("ec2")
    gateway, vpc = properties.take("InternetGatewayId"), properties.take("VpcId")
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    return Made(f"IGW|{vpc}", {}, lambda: ec2.detach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc))


@creates("AWS::EC2::EgressOnlyInternetGateway")
def _egress_only_internet_gateway(context, properties):
    tags = tag_specifications("egress-only-internet-gateway", properties)
    answer = context.call("ec2", "create_egress_only_internet_gateway", properties, TagSpecifications=tags)
    gateway = answer["EgressOnlyInternetGateway"]["EgressOnlyInternetGatewayId"]
    return Made(gateway, {"Id": gateway},
                lambda: context.client("ec2").delete_egress_only_internet_gateway(EgressOnlyInternetGatewayId=gateway))


@creates("AWS::EC2::NatGateway")
def _nat_gateway(context, properties):
    tags = tag_specifications("natgateway", properties)
    gateway = context.call("ec2", "create_nat_gateway", properties, TagSpecifications=tags)["NatGateway"]["NatGatewayId"]
    return Made(gateway, {"NatGatewayId": gateway}, lambda: context.client("ec2").delete_nat_gateway(NatGatewayId=gateway))


@creates("AWS::EC2::EIP")
def _address(context, properties):
    ec2 = context.client("ec2")
    tags, domain = tag_specifications("elastic-ip", properties), properties.take("Domain", "vpc")
    address = context.call("ec2", "allocate_address", properties, TagSpecifications=tags, Domain=domain)
    allocation = address["AllocationId"]

    def release():
        for each in ec2.describe_addresses(AllocationIds=[allocation])["Addresses"]:
            if each.get("AssociationId"):
                ignore_errors(lambda: ec2.disassociate_address(AssociationId=each["AssociationId"]))
        ec2.release_address(AllocationId=allocation)

    return Made(address["PublicIp"], {"AllocationId": allocation, "PublicIp": address["PublicIp"]}, release)


@creates("AWS::EC2::EIPAssociation")
def _address_association(context, properties):
    association = context.call("ec2", "associate_address", properties, rename={"EIP": "PublicIp"}, AllowReassociation=True)["AssociationId"]
    return Made(association, {"Id": association},
                lambda: ignore_errors(lambda: context.client("ec2").disassociate_address(AssociationId=association)))


@creates("AWS::EC2::NetworkInterface")
def _network_interface(context, properties):
    ec2 = context.client("ec2")
    tags, checks = tag_specifications("network-interface", properties), properties.take("SourceDestCheck")
    answer = context.call("ec2", "create_network_interface", properties, rename={"GroupSet": "Groups"}, TagSpecifications=tags)
    interface = answer["NetworkInterface"]
    interface_id = interface["NetworkInterfaceId"]
    if checks is not None:
        ec2.modify_network_interface_attribute(NetworkInterfaceId=interface_id, SourceDestCheck={"Value": truth(checks)})
    attributes = {"Id": interface_id, "PrimaryPrivateIpAddress": interface.get("PrivateIpAddress"), "VpcId": interface["VpcId"]}
    return Made(interface_id, attributes, lambda: ec2.delete_network_interface(NetworkInterfaceId=interface_id))


@updates("AWS::EC2::NetworkInterface")
def _update_network_interface(context, resource, properties, changed):
    if changed != {"SourceDestCheck"}:
        return False
    checks = truth(properties.take("SourceDestCheck", True))
    context.client("ec2").modify_network_interface_attribute(NetworkInterfaceId=resource.physical_id, SourceDestCheck={"Value": checks})
    return True


@creates("AWS::EC2::FlowLog")
def _flow_log(context, properties):
    resource, tags = properties.take("ResourceId"), tags_of(properties)
    specification = [{"ResourceType": "vpc-flow-log", "Tags": tags}] if tags else None
    answer = context.call("ec2", "create_flow_logs", properties, ResourceIds=[resource], TagSpecifications=specification)
    if answer.get("Unsuccessful"):
        raise ValueError(answer["Unsuccessful"])
    flow_log = answer["FlowLogIds"][0]
    return Made(flow_log, {"Id": flow_log}, lambda: context.client("ec2").delete_flow_logs(FlowLogIds=[flow_log]))
