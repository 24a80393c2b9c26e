"""What the application has of its own: generated secrets and logs."""
import json
import re

from .registry import check, differ


@check("application: its secrets are generated")
def _secrets(world, expected):
    secrets = {arn.split(":secret:")[1].split("-")[1]: arn for arn in world.ids("SecretsManager::Secret")}
    yield from differ("secrets", set(secrets), set(expected.secrets))
    for name, arn in secrets.items():
        text = world.ask("secretsmanager", "GetSecretValue", SecretId=arn)["SecretString"]
        user = expected.secrets[name]
        password = text
        if user:
            held = json.loads(text)
            yield from differ(f"user of {name}", held.get("username"), user)
            password = held.get("password", "")
        if not re.fullmatch(r"[A-Za-z0-9]{32,}", password):
            yield f"{name} is no 32 letters and digits"


@check("application: instances may read its secrets and the database's, no others")
def _rights(world, _expected):
    allowed = {world.database["MasterUserSecret"]["SecretArn"], *world.ids("SecretsManager::Secret")}
    yield from differ("granted", set(world.granted("secretsmanager:GetSecretValue")), allowed)


@check("application: secrets are read from the VPC alone")
def _from_the_vpc(world, expected):
    vpc = world.id("EC2::VPC")
    conditions = [statement.get("Condition", {}) for statement in world.statements("secretsmanager:GetSecretValue")]
    if expected.egress == "none":
        wanted = {"StringEquals": {"aws:EC2InstanceSourceVPC": vpc, "aws:SourceVpc": vpc}}
    else:  # a request that leaves by a NAT does not say which VPC it comes from
        addresses = [each["PublicIp"] for each in world.ask("ec2", "DescribeAddresses")["Addresses"]]
        wanted = {"StringEquals": {"aws:EC2InstanceSourceVPC": vpc}, "IpAddress": {"aws:SourceIp": addresses}}
    yield from differ("conditions", ordered(conditions), ordered([wanted]))


def ordered(conditions):
    return json.loads(json.dumps(conditions, sort_keys=True), object_hook=lambda each: {
        key: sorted(value) if isinstance(value, list) else value for key, value in each.items()})


@check("application: logs are kept as long as asked for, where instances may write")
def _logs(world, expected):
    names = world.ids("Logs::LogGroup")
    yield from differ("log groups", len(names), 1)
    groups = world.ask("logs", "DescribeLogGroups", logGroupNamePrefix=names[0])["logGroups"]
    yield from differ("retention", groups[0].get("retentionInDays"), expected.keep_logs)
    yield from differ("granted", world.granted("logs:PutLogEvents"), [groups[0]["arn"]])
