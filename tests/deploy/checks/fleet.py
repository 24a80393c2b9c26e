"""The instances, and the NAT instance where there is one."""
import base64
import re

from .registry import check, differ

UNRESOLVED = re.compile(r"\$\{AWS::[^}]*\}|\{\{resolve:[^}]*\}\}|<moto[^>]*>")


def templates(world):
    return {group["AutoScalingGroupName"]: world.launch_template(group) for group in world.scaling_groups}


@check("fleet: in the private tier")
def _subnets(world, expected):
    yield from differ("subnets", set(world.instances["VPCZoneIdentifier"].split(",")), world.tier_ids(expected, "private"))


@check("fleet: as many as asked for")
def _size(world, expected):
    group, wanted = world.instances, expected.instances
    yield from differ("size", (group["MinSize"], group["MaxSize"]), (wanted["min"], wanted["max"]))
    yield from differ("desired", group["DesiredCapacity"], wanted.get("desired", wanted["min"]))
    yield from differ("health check", group["HealthCheckType"], "ELB")
    if wanted.get("spot"):
        distribution = group["MixedInstancesPolicy"]["InstancesDistribution"]
        yield from differ("on demand", distribution["OnDemandPercentageAboveBaseCapacity"], 100 - wanted["spot"]["percentage"])


@check("fleet: image of the system asked for")
def _image(world, expected):
    template = world.launch_template(world.instances)
    if not re.fullmatch(r"ami-[0-9a-f]+", template["ImageId"]):
        yield template["ImageId"]
    if expected.instances.get("image"):
        yield from differ("image", template["ImageId"], expected.instances["image"])
    yield from differ("type", template["InstanceType"], expected.instances["type"])
    yield from differ("key pair", template.get("KeyName"), expected.key_pair)


@check("fleet: IMDSv2 only")
def _metadata(world, _expected):
    for name, template in templates(world).items():
        yield from differ(name, template.get("MetadataOptions", {}).get("HttpTokens"), "required")


@check("fleet: encrypted gp3 disks")
def _disks(world, expected):
    for name, template in templates(world).items():
        disks = [(each["Ebs"]["Encrypted"], each["Ebs"]["VolumeType"]) for each in template.get("BlockDeviceMappings", [])]
        yield from differ(name, disks, [(True, "gp3")])
    (disk,) = world.launch_template(world.instances)["BlockDeviceMappings"]
    yield from differ("size", disk["Ebs"]["VolumeSize"], expected.instances["disk"])


@check("fleet: instance profile of the stack")
def _profile(world, _expected):
    arn = world.launch_template(world.instances).get("IamInstanceProfile", {}).get("Arn", "")
    yield from differ("profile", arn.rsplit("/", 1)[-1], world.id("IAM::InstanceProfile"))


@check("fleet: user data is a script with nothing unresolved")
def _user_data(world, _expected):
    for name, template in templates(world).items():
        script = base64.b64decode(template.get("UserData", "")).decode()
        if not script.startswith("#!/bin/bash"):
            yield f"{name} starts with {script[:20]!r}"
        if len(script.encode()) > 16384:
            yield f"{name} is {len(script.encode())} bytes"
        yield from (f"{name} has {left}" for left in UNRESOLVED.findall(script))
        yield from _values(name, script)


def _values(name, script):
    """The values come as lines `NAME VALUE` between two marks; an empty one was lost on the way."""
    block = script.split("<<'VALUES'\n", 1)[1].split("\nVALUES\n", 1)[0]
    for line in block.splitlines():
        key, _, value = line.partition(" ")
        if not value:
            yield f"{name}: {key} is empty"


@check("fleet: NAT is one instance on the interface that is the way out")
def _nat(world, expected):
    group = world.nat_group
    yield from differ("NAT group", group is not None, expected.egress == "nat-instance")
    if group:
        yield from differ("size", (group["MinSize"], group["MaxSize"]), (1, 1))
        (interface,) = world.launch_template(group)["NetworkInterfaces"]
        yield from differ("interface", interface["NetworkInterfaceId"], world.id("EC2::NetworkInterface"))
        zone = world.subnets[world.interfaces[interface["NetworkInterfaceId"]]["SubnetId"]]["AvailabilityZone"]
        yield from differ("zones", group["AvailabilityZones"], [zone])
