"""Security groups: the exact set of rules."""
from .registry import check

ANYWHERE = ("0.0.0.0/0", "::/0")
NOTHING = "255.255.255.255/32"  # the rule that takes a group's default egress away


def roles(world):
    """The stack's groups by who carries them."""
    carried = {
        "balancer": world.balancer.get("SecurityGroups", []),
        "instances": world.launch_template(world.instances).get("SecurityGroupIds", []),
        "database": [each["VpcSecurityGroupId"] for each in world.database["VpcSecurityGroups"]],
        "files": world.ask("efs", "DescribeMountTargetSecurityGroups",
                           MountTargetId=world.mount_targets[0]["MountTargetId"])["SecurityGroups"],
        "nat": [group["GroupId"] for each in world.interfaces.values() for group in each["Groups"]],
        "endpoints": [group["GroupId"] for each in world.endpoints.values() for group in each.get("Groups", [])],
    }
    return {group: role for role, groups in carried.items() for group in groups if group in world.groups}


def rules(world):
    """Every rule as (group's role, direction, protocol, port, peer)."""
    role = roles(world)
    for group_id, group in world.groups.items():
        for direction, key in (("in", "IpPermissions"), ("out", "IpPermissionsEgress")):
            for permission in group[key]:
                for peer in _peers(permission, role):
                    if peer != NOTHING:
                        yield role.get(group_id, world.name(group_id)), direction, permission["IpProtocol"], _port(permission), peer


def _peers(permission, role):
    yield from (each["CidrIp"] for each in permission.get("IpRanges", []))
    yield from (each["CidrIpv6"] for each in permission.get("Ipv6Ranges", []))
    yield from (role.get(each["GroupId"], each["GroupId"]) for each in permission.get("UserIdGroupPairs", []))
    yield from (each["PrefixListId"] for each in permission.get("PrefixListIds", []))


def _port(permission):
    if permission["IpProtocol"] == "-1":
        return "all"
    first, last = permission.get("FromPort"), permission.get("ToPort")
    return first if first == last else (first, last)


def wanted_rules(expected):
    internet = ANYWHERE if expected.dual_stack else ANYWHERE[:1]
    for peer in internet:
        yield "balancer", "in", "tcp", 443, peer
        yield "balancer", "in", "tcp", 80, peer
    for peer in expected.ssh_from:
        yield "balancer", "in", "tcp", 22, peer
    for port in (80, 8080) + ((22,) if expected.ssh else ()):
        yield from _between("balancer", "instances", port)
    yield from _between("instances", "database", expected.database_port)
    yield from _between("instances", "files", 2049)
    if expected.egress == "none":
        yield from _between("instances", "endpoints", 443)
    # Also without a NAT: S3, and with it the packages, is reached by public addresses, through the gateway endpoint.
    yield "instances", "out", "tcp", 443, ANYWHERE[0]
    yield "instances", "out", "tcp", 80, ANYWHERE[0]
    if expected.egress == "nat-instance":
        yield "nat", "out", "-1", "all", ANYWHERE[0]
        for peer in expected.ranges("private"):
            yield "nat", "in", "-1", "all", peer


def _between(source, destination, port):
    yield source, "out", "tcp", port, destination
    yield destination, "in", "tcp", port, source


def _said(rule):
    group, direction, protocol, port, peer = rule
    return f"{group} {direction} {protocol} {port} {'from' if direction == 'in' else 'to'} {peer}"


@check("access: no rule that is not needed")
def _surplus(world, expected):
    yield from map(_said, set(rules(world)) - set(wanted_rules(expected)))


@check("access: every rule that is needed")
def _missing(world, expected):
    yield from map(_said, set(wanted_rules(expected)) - set(rules(world)))


@check("access: only the load balancer takes traffic from anywhere")
def _open(world, _expected):
    yield from (_said(rule) for rule in rules(world) if rule[1] == "in" and rule[4] in ANYWHERE and rule[0] != "balancer")


@check("access: SSH only from the ranges listed")
def _ssh(world, expected):
    for rule in rules(world):
        group, direction, _, port, peer = rule
        covers = port in (22, "all") or isinstance(port, tuple) and port[0] <= 22 <= port[1]
        if group in ("balancer", "instances") and direction == "in" and covers and peer not in [*expected.ssh_from, "balancer"]:
            yield _said(rule)


@check("access: the database admits only the instances")
def _database(world, expected):
    found = [rule[2:] for rule in rules(world) if rule[:2] == ("database", "in")]
    if found != [("tcp", expected.database_port, "instances")]:
        yield f"{found}"
