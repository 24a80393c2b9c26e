"""Security groups and their rules."""
from ..aws import ignore_errors, tag_specifications, tags_of
from ..registry import Made, creates, updates

ANYWHERE = ({"IpRanges": [{"CidrIp": "0.0.0.0/0"}]}, {"Ipv6Ranges": [{"CidrIpv6": "::/0"}]})
RULE_PROPERTIES = {"IpProtocol", "FromPort", "ToPort", "CidrIp", "CidrIpv6", "Description"}


def _permission(rule):
    """One rule in the API's form."""
    permission = {"IpProtocol": str(rule["IpProtocol"])}
    permission.update({name: int(rule[name]) for name in ("FromPort", "ToPort") if name in rule})
    text = {"Description": rule["Description"]} if "Description" in rule else {}
    peers = {
        "IpRanges": ("CidrIp", rule.get("CidrIp")),
        "Ipv6Ranges": ("CidrIpv6", rule.get("CidrIpv6")),
        "PrefixListIds": ("PrefixListId", rule.get("SourcePrefixListId") or rule.get("DestinationPrefixListId")),
        "UserIdGroupPairs": ("GroupId", rule.get("SourceSecurityGroupId") or rule.get("DestinationSecurityGroupId")),
    }
    given = {key: [{name: value, **text}] for key, (name, value) in peers.items() if value}
    if len(given) != 1:
        raise ValueError(f"a security group rule needs exactly one peer: {rule}")
    return {**permission, **given}


def _revise(group, before, after, add, remove):
    for rule in before:
        if rule not in after:
            remove(GroupId=group, IpPermissions=[_permission(rule)])
    for rule in after:
        if rule not in before:
            add(GroupId=group, IpPermissions=[_permission(rule)])


def _set_rules(ec2, group, properties, before):
    _revise(group, before.get("SecurityGroupIngress") or [], properties.take("SecurityGroupIngress") or [],
            ec2.authorize_security_group_ingress, ec2.revoke_security_group_ingress)
    _revise(group, before.get("SecurityGroupEgress") or [], properties.take("SecurityGroupEgress") or [],
            ec2.authorize_security_group_egress, ec2.revoke_security_group_egress)


@creates("AWS::EC2::SecurityGroup")
def _group(context, properties):
    ec2 = context.client("ec2")
    name, tags = properties.take("GroupName") or context.name(255), tag_specifications("security-group", properties)
    description = properties.take("GroupDescription")
    group = context.call("ec2", "create_security_group", properties, GroupName=name, Description=description,
                         TagSpecifications=tags)["GroupId"]
    if properties.take("SecurityGroupEgress"):
        _revoke_default_egress(ec2, group)
    _set_rules(ec2, group, properties, {})
    attributes = {"GroupId": group, "VpcId": properties.take("VpcId"), "Id": group}
    return Made(group, attributes, lambda: ec2.delete_security_group(GroupId=group))


@updates("AWS::EC2::SecurityGroup")
def _update_group(context, resource, properties, changed):
    had, has = (bool(each.get("SecurityGroupEgress")) for each in (resource.properties, properties.values))
    if changed - {"SecurityGroupIngress", "SecurityGroupEgress", "Tags"} or had != has:
        return False
    ec2 = context.client("ec2")
    _set_rules(ec2, resource.physical_id, properties, resource.properties)
    tags = tags_of(properties)
    if tags:
        ec2.create_tags(Resources=[resource.physical_id], Tags=tags)
    return True


def _revoke_default_egress(ec2, group):
    """A group lets everything out until it is given a rule; CloudFormation takes that default away with the first egress rule,
    whether it is inline or a resource of its own (aws-cdk issues 987, 3355, 15297)."""
    for peer in ANYWHERE:
        permission = {"IpProtocol": "-1", **peer}
        ignore_errors(lambda: ec2.revoke_security_group_egress(GroupId=group, IpPermissions=[permission]))


def _rule_id(answer, group):
    return (answer.get("SecurityGroupRules") or [{}])[0].get("SecurityGroupRuleId", group)


def _take_rule(properties, *peers):
    return _permission({name: value for name, value in properties.take_all(*RULE_PROPERTIES, *peers).items()})


@creates("AWS::EC2::SecurityGroupIngress")
def _ingress(context, properties):
    ec2, group = context.client("ec2"), properties.take("GroupId")
    permissions = [_take_rule(properties, "SourceSecurityGroupId", "SourcePrefixListId")]
    rule = _rule_id(ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=permissions), group)
    return Made(rule, {"Id": rule}, lambda: ec2.revoke_security_group_ingress(GroupId=group, IpPermissions=permissions))


@creates("AWS::EC2::SecurityGroupEgress")
def _egress(context, properties):
    ec2, group = context.client("ec2"), properties.take("GroupId")
    permissions = [_take_rule(properties, "DestinationSecurityGroupId", "DestinationPrefixListId")]
    described = ec2.describe_security_groups(GroupIds=[group])["SecurityGroups"][0]
    if _has_default_egress(described):
        _revoke_default_egress(ec2, group)
    rule = _rule_id(ec2.authorize_security_group_egress(GroupId=group, IpPermissions=permissions), group)
    return Made(rule, {"Id": rule}, lambda: ec2.revoke_security_group_egress(GroupId=group, IpPermissions=permissions))


def _has_default_egress(group):
    """The default rule has no description; a rule of the template that lets everything out has one."""
    rules = [each for permission in group["IpPermissionsEgress"] if permission["IpProtocol"] == "-1" for each in permission["IpRanges"]]
    return any(rule["CidrIp"] == "0.0.0.0/0" and not rule.get("Description") for rule in rules)
