"""The shared file system."""
import json

from .registry import check, differ


@check("files: a mount target in every zone of the isolated tier")
def _mount_targets(world, expected):
    yield from differ("subnets", {each["SubnetId"] for each in world.mount_targets}, world.tier_ids(expected, "isolated"))


@check("files: encrypted")
def _encrypted(world, _expected):
    file_system = world.id("EFS::FileSystem")
    systems = world.ask("efs", "DescribeFileSystems")["FileSystems"]
    yield from differ("Encrypted", [each["Encrypted"] for each in systems if each["FileSystemId"] == file_system], [True])


@check("files: refused without TLS")
def _policy(world, expected):
    policy = json.loads(world.ask("efs", "DescribeFileSystemPolicy", FileSystemId=world.id("EFS::FileSystem"))["Policy"])
    plain = {"Bool": {"aws:SecureTransport": "false"}}
    denied = [each for each in policy["Statement"] if each["Effect"] == "Deny" and each.get("Condition") == plain]
    yield from differ("who is denied", [each["Principal"] for each in denied], [{"AWS": ["*"]}])
    # Only Amazon Linux has the mount helper that signs with the instance's role; for the others, the network decides.
    signs = expected.instances.get("system", "amazon-linux-2023") == "amazon-linux-2023"
    for each in policy["Statement"]:
        if each["Effect"] == "Allow":
            yield from differ("allows everybody", "*" in json.dumps(each["Principal"]), not signs)
            yield from differ("only by mount targets", each["Condition"]["Bool"], {"elasticfilesystem:AccessedViaMountTarget": "true"})


@check("files: backed up")
def _backups(world, expected):
    answer = world.ask("efs", "DescribeBackupPolicy", FileSystemId=world.id("EFS::FileSystem")) if expected.files["backups"] else None
    if answer:
        yield from differ("backup policy", answer["BackupPolicy"]["Status"], "ENABLED")


@check("files: one access point with a user of its own")
def _access_point(world, _expected):
    answer = world.ask("efs", "DescribeAccessPoints", FileSystemId=world.id("EFS::FileSystem"))
    (point,) = answer["AccessPoints"]
    if point["PosixUser"]["Uid"] == 0 or point["RootDirectory"]["Path"] == "/":
        yield f"{point['PosixUser']} at {point['RootDirectory']['Path']}"
