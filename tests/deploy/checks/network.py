"""The VPC: tiers, zones, routes."""
from .registry import check, differ

TIERS = ("public", "private", "isolated")


@check("network: three tiers over the zones")
def _tiers(world, expected):
    zones = set()
    for tier in TIERS:
        subnets = world.tier(expected, tier)
        yield from differ(f"{tier} ranges", sorted(each["CidrBlock"] for each in subnets), sorted(expected.ranges(tier)))
        tier_zones = {each["AvailabilityZone"] for each in subnets}
        yield from differ(f"zones of {tier}", len(tier_zones), expected.zones)
        zones |= tier_zones
    yield from differ("zones", len(zones), expected.zones)
    yield from differ("subnets", len(world.subnets), 3 * expected.zones)


@check("network: no subnet hands out public addresses")
def _public_addresses(world, _expected):
    for subnet in world.subnets.values():
        if subnet["MapPublicIpOnLaunch"]:
            yield world.name(subnet["SubnetId"])


def _table(world, subnet_id):
    """The route table of a subnet, if it was associated explicitly."""
    for table in world.tables.values():
        if subnet_id in [each.get("SubnetId") for each in table["Associations"]]:
            return table
    return None


@check("network: every subnet has a route table of its tier")
def _associated(world, expected):
    users = {}
    for tier in TIERS:
        for subnet in world.tier_ids(expected, tier):
            table = _table(world, subnet)
            if table is None:
                yield f"{world.name(subnet)} has none of the stack's"
            else:
                users.setdefault(table["RouteTableId"], set()).add(tier)
    for table, tiers in users.items():
        if len(tiers) > 1:
            yield f"{world.name(table)} serves {sorted(tiers)}"


def _default_routes(world, subnet, destination="DestinationCidrBlock", anywhere="0.0.0.0/0"):
    table = _table(world, subnet) or {"Routes": []}
    return [route for route in table["Routes"] if route.get(destination) == anywhere]


@check("network: the public tier reaches the internet gateway")
def _public_routes(world, expected):
    gateway = world.id("EC2::InternetGateway")
    for subnet in world.tier_ids(expected, "public"):
        targets = [route.get("GatewayId") for route in _default_routes(world, subnet)]
        yield from differ(world.name(subnet), targets, [gateway])
        if expected.dual_stack:
            targets = [route.get("GatewayId") for route in _default_routes(world, subnet, "DestinationIpv6CidrBlock", "::/0")]
            yield from differ(f"{world.name(subnet)} IPv6", targets, [gateway])


@check("network: the private tier has the egress asked for")
def _private_routes(world, expected):
    zone_of = {subnet["SubnetId"]: subnet["AvailabilityZone"] for subnet in world.subnets.values()}
    nats = {"nat-instance": world.interfaces, "nat-gateway": world.nat_gateways, "nat-gateway-per-zone": world.nat_gateways, "none": {}}
    key = "NetworkInterfaceId" if expected.egress == "nat-instance" else "NatGatewayId"
    wanted = {"nat-gateway-per-zone": expected.zones, "none": 0}.get(expected.egress, 1)
    yield from differ("ways out", len(nats[expected.egress]), wanted)
    for subnet in world.tier_ids(expected, "private"):
        routes = _default_routes(world, subnet)
        yield from differ(f"default routes of {world.name(subnet)}", len(routes), 0 if expected.egress == "none" else 1)
        for route in routes:
            nat = nats[expected.egress].get(route.get(key))
            if nat is None:
                yield f"{world.name(subnet)} leaves by {route}"
            elif expected.egress == "nat-gateway-per-zone" and zone_of.get(nat["SubnetId"]) != zone_of[subnet]:
                yield f"{world.name(subnet)} leaves through another zone"


@check("network: the isolated tier has no way out")
def _isolated_routes(world, expected):
    for subnet in world.tier_ids(expected, "isolated"):
        for route in (_table(world, subnet) or {"Routes": []})["Routes"]:
            if route.get("GatewayId") != "local":
                yield f"{world.name(subnet)}: {route}"


@check("network: NAT stands in the public tier with a fixed address")
def _nat(world, expected):
    public = world.tier_ids(expected, "public")
    for gateway in world.nat_gateways.values():
        if gateway["SubnetId"] not in public or not any(each.get("AllocationId") for each in gateway["NatGatewayAddresses"]):
            yield world.name(gateway["NatGatewayId"])
    if expected.egress == "nat-instance":
        (interface,) = world.interfaces.values()
        yield from differ("in the public tier", interface["SubnetId"] in public, True)
        yield from differ("SourceDestCheck", interface["SourceDestCheck"], False)
        addresses = world.ask("ec2", "DescribeAddresses")["Addresses"]
        attached = [each for each in addresses if each.get("NetworkInterfaceId") == interface["NetworkInterfaceId"]]
        yield from differ("addresses", len(attached), 1)


@check("network: VPC resolves names, S3 by its endpoint")
def _vpc(world, expected):
    vpc = world.id("EC2::VPC")
    yield from differ("range", world.vpcs[vpc]["CidrBlock"], expected.vpc_range)
    for attribute, key in (("enableDnsSupport", "EnableDnsSupport"), ("enableDnsHostnames", "EnableDnsHostnames")):
        answer = world.ask("ec2", "DescribeVpcAttribute", VpcId=vpc, Attribute=attribute)
        yield from differ(attribute, answer[key]["Value"], True)
    services = {each["ServiceName"].rsplit(".", 1)[1]: each for each in world.endpoints.values()}
    yield from differ("gateway endpoints", services["s3"]["VpcEndpointType"], "Gateway")
    if expected.egress == "none":
        private = world.tier_ids(expected, "private")
        for service in ("cloudformation", "logs", "secretsmanager", "ssm", "ssmmessages"):
            yield from differ(f"subnets of {service}", set(services[service]["SubnetIds"]), private)
