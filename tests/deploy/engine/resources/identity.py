"""Roles, their policies, and instance profiles."""
import json

from ..aws import ignore_errors
from ..registry import Made, creates, updates


@creates("AWS::IAM::Role")
def _role(context, properties):
    iam = context.client("iam")
    name, inline = properties.take("RoleName") or context.name(64), properties.take("Policies") or []
    managed = properties.take("ManagedPolicyArns") or []
    role = context.call("iam", "create_role", properties, RoleName=name)["Role"]
    for arn in managed:
        iam.attach_role_policy(RoleName=name, PolicyArn=arn)
    for policy in inline:
        iam.put_role_policy(RoleName=name, PolicyName=policy["PolicyName"], PolicyDocument=json.dumps(policy["PolicyDocument"]))

    def delete():
        for policy in iam.list_attached_role_policies(RoleName=name)["AttachedPolicies"]:
            iam.detach_role_policy(RoleName=name, PolicyArn=policy["PolicyArn"])
        for policy in iam.list_role_policies(RoleName=name)["PolicyNames"]:
            iam.delete_role_policy(RoleName=name, PolicyName=policy)
        iam.delete_role(RoleName=name)

    return Made(name, {"Arn": role["Arn"], "RoleId": role["RoleId"]}, delete)


@updates("AWS::IAM::Role")
def _update_role(context, resource, properties, changed):
    if changed - {"Policies", "ManagedPolicyArns"}:
        return False
    iam, name = context.client("iam"), resource.physical_id
    inline, managed = properties.take("Policies") or [], properties.take("ManagedPolicyArns") or []
    for policy in resource.properties.get("Policies") or []:
        if policy["PolicyName"] not in [each["PolicyName"] for each in inline]:
            iam.delete_role_policy(RoleName=name, PolicyName=policy["PolicyName"])
    for policy in inline:
        iam.put_role_policy(RoleName=name, PolicyName=policy["PolicyName"], PolicyDocument=json.dumps(policy["PolicyDocument"]))
    for arn in set(resource.properties.get("ManagedPolicyArns") or []) - set(managed):
        iam.detach_role_policy(RoleName=name, PolicyArn=arn)
    for arn in managed:
        iam.attach_role_policy(RoleName=name, PolicyArn=arn)
    return True


def _put_policy(iam, properties):
    roles = properties.take("Roles") or [properties.take("RoleName")]
    name, document = properties.take("PolicyName"), json.dumps(properties.take("PolicyDocument"))
    for role in roles:
        iam.put_role_policy(RoleName=role, PolicyName=name, PolicyDocument=document)
    return name, roles


@creates("AWS::IAM::Policy", "AWS::IAM::RolePolicy")
def _policy(context, properties):
    iam = context.client("iam")
    name, roles = _put_policy(iam, properties)

    def delete():
        for role in roles:
            ignore_errors(lambda: iam.delete_role_policy(RoleName=role, PolicyName=name), "NoSuchEntity")

    return Made(context.name(), {"Id": name}, delete)


@updates("AWS::IAM::Policy", "AWS::IAM::RolePolicy")
def _update_policy(context, _resource, properties, changed):
    if changed != {"PolicyDocument"}:
        return False
    _put_policy(context.client("iam"), properties)
    return True


@creates("AWS::IAM::ManagedPolicy")
def _managed_policy(context, properties):
    iam = context.client("iam")
    roles, name = properties.take("Roles") or [], properties.take("ManagedPolicyName") or context.name(128)
    arn = context.call("iam", "create_policy", properties, PolicyName=name)["Policy"]["Arn"]
    for role in roles:
        iam.attach_role_policy(RoleName=role, PolicyArn=arn)

    def delete():
        for role in roles:
            ignore_errors(lambda: iam.detach_role_policy(RoleName=role, PolicyArn=arn), "NoSuchEntity")
        iam.delete_policy(PolicyArn=arn)

    return Made(arn, {"PolicyArn": arn}, delete)


@creates("AWS::IAM::InstanceProfile")
def _instance_profile(context, properties):
    iam = context.client("iam")
    name, roles = properties.take("InstanceProfileName") or context.name(128), properties.take("Roles") or []
    arn = context.call("iam", "create_instance_profile", properties, InstanceProfileName=name)["InstanceProfile"]["Arn"]
    for role in roles:
        iam.add_role_to_instance_profile(InstanceProfileName=name, RoleName=role)

    def delete():
        for role in roles:
            ignore_errors(lambda: iam.remove_role_from_instance_profile(InstanceProfileName=name, RoleName=role), "NoSuchEntity")
        iam.delete_instance_profile(InstanceProfileName=name)

    return Made(name, {"Arn": arn}, delete)


@creates("AWS::IAM::OIDCProvider")
def _oidc_provider(context, properties):
    iam = context.client("iam")
    # IAM looks up the certificate of providers that it knows; moto wants a thumbprint.
    arn = iam.create_open_id_connect_provider(
        Url=properties.take("Url"), ClientIDList=properties.take("ClientIdList") or [],
        ThumbprintList=properties.take("ThumbprintList") or ["0" * 40])["OpenIDConnectProviderArn"]
    return Made(arn, {"Arn": arn}, lambda: iam.delete_open_id_connect_provider(OpenIDConnectProviderArn=arn))
