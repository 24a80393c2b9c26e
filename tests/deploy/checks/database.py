"""The database."""
from .registry import check, differ


@check("database: not public")
def _public(world, _expected):
    yield from differ("PubliclyAccessible", world.database["PubliclyAccessible"], False)


@check("database: in the isolated tier")
def _subnets(world, expected):
    subnets = {each["SubnetIdentifier"] for each in world.database["DBSubnetGroup"]["Subnets"]}
    yield from differ("subnets", subnets, world.tier_ids(expected, "isolated"))


@check("database: a security group of its own")
def _group(world, _expected):
    groups = [each["VpcSecurityGroupId"] for each in world.database["VpcSecurityGroups"]]
    yield from differ("groups", len(groups), 1)
    others = {*world.balancer.get("SecurityGroups", []), *world.launch_template(world.instances).get("SecurityGroupIds", [])}
    if set(groups) & others or not set(groups) <= set(world.groups):
        yield f"{groups} is not its own"


@check("database: encrypted")
def _encrypted(world, _expected):
    yield from differ("StorageEncrypted", world.database["StorageEncrypted"], True)


@check("database: requires TLS")
def _tls(world, _expected):
    (group,) = world.database["DBParameterGroups"]
    answer = world.ask("rds", "DescribeDBParameters", DBParameterGroupName=group["DBParameterGroupName"])
    values = {each["ParameterName"]: each.get("ParameterValue") for each in answer["Parameters"]}
    yield from differ("require_secure_transport", values.get("require_secure_transport"), "1")


@check("database: as asked for")
def _settings(world, expected):
    database, wanted = world.database, expected.database
    for key, value in (
            ("Engine", expected.engine), ("DBInstanceClass", wanted["class"]), ("AllocatedStorage", wanted["storage"]),
            ("MaxAllocatedStorage", wanted["max_storage"]), ("MultiAZ", wanted["multi_az"]), ("DBName", wanted["name"])):
        yield from differ(key, database.get(key), value)


@check("database: protected and backed up")
def _protected(world, expected):
    yield from differ("DeletionProtection", world.database["DeletionProtection"], expected.database["deletion_protection"])
    yield from differ("BackupRetentionPeriod", world.database["BackupRetentionPeriod"], expected.database["backup_days"])


@check("database: its password is a secret that the instances may read")
def _secret(world, _expected):
    secret = world.database["MasterUserSecret"]["SecretArn"]
    yield from differ("granted", world.granted("secretsmanager:GetSecretValue")[:1], [secret])
