"""Secrets, keys and parameters."""
import json

from ..aws import Properties, tags_of, truth
from ..registry import Made, creates, updates


@creates("AWS::SecretsManager::Secret")
def _secret(context, properties):
    name, rule = properties.take("Name") or context.name(255), properties.take("GenerateSecretString")
    value = _generate(context, dict(rule)) if rule is not None else None
    arn = context.call("secretsmanager", "create_secret", properties, Name=name, SecretString=value)["ARN"]
    delete = context.client("secretsmanager").delete_secret
    return Made(arn, {"Id": arn}, lambda: delete(SecretId=arn, ForceDeleteWithoutRecovery=True))


def _generate(context, rule):
    template, key = rule.pop("SecretStringTemplate", None), rule.pop("GenerateStringKey", None)
    password = context.call("secretsmanager", "get_random_password", Properties(rule))["RandomPassword"]
    return json.dumps({**json.loads(template), key: password}) if template else password


@creates("AWS::KMS::Key")
def _key(context, properties):
    kms, rotates, policy = context.client("kms"), properties.take("EnableKeyRotation"), properties.take("KeyPolicy")
    days = int(properties.take("PendingWindowInDays") or 30)
    tags = [{"TagKey": tag["Key"], "TagValue": tag["Value"]} for tag in tags_of(properties)]
    key = context.call("kms", "create_key", properties, Policy=policy, Tags=tags)["KeyMetadata"]
    if truth(rotates):
        kms.enable_key_rotation(KeyId=key["KeyId"])
    return Made(key["KeyId"], {"KeyId": key["KeyId"], "Arn": key["Arn"]},
                lambda: kms.schedule_key_deletion(KeyId=key["KeyId"], PendingWindowInDays=days))


@creates("AWS::SSM::Parameter")
def _parameter(context, properties):
    name = properties.take("Name") or context.name(255)
    context.call("ssm", "put_parameter", properties, Name=name)
    attributes = {"Type": properties.values["Type"], "Value": properties.values["Value"]}
    return Made(name, attributes, lambda: context.client("ssm").delete_parameter(Name=name))


@updates("AWS::SSM::Parameter")
def _update_parameter(context, resource, properties, changed):
    if changed & {"Name", "Type"}:
        return False
    properties.take("Name")
    context.call("ssm", "put_parameter", properties, Name=resource.physical_id, Overwrite=True)
    resource.made.attributes["Value"] = properties.values["Value"]
    return True
