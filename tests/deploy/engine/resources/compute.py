"""Launch templates, Auto Scaling groups and what scales them."""
from ..aws import ignore_errors, tag_specifications, tags_of, truth
from ..registry import Made, creates, reads, updates


@creates("AWS::EC2::LaunchTemplate")
def _launch_template(context, properties):
    ec2 = context.client("ec2")
    name = properties.take("LaunchTemplateName") or context.name(128)
    template = context.call("ec2", "create_launch_template", properties, LaunchTemplateName=name)["LaunchTemplate"]["LaunchTemplateId"]

    def version(which):
        return lambda: str(ec2.describe_launch_templates(LaunchTemplateIds=[template])["LaunchTemplates"][0][which])

    attributes = {"LaunchTemplateId": template, "LatestVersionNumber": version("LatestVersionNumber"),
                  "DefaultVersionNumber": version("DefaultVersionNumber")}
    return Made(template, attributes, lambda: ec2.delete_launch_template(LaunchTemplateId=template))


@updates("AWS::EC2::LaunchTemplate")
def _update_launch_template(context, resource, properties, changed):
    if changed != {"LaunchTemplateData"}:
        return False
    for name in ("LaunchTemplateName", "TagSpecifications"):
        properties.take(name)
    context.call("ec2", "create_launch_template_version", properties, LaunchTemplateId=resource.physical_id)
    return True


@creates("AWS::EC2::Instance")
def _instance(context, properties):
    ec2 = context.client("ec2")
    tags, checks = tag_specifications("instance", properties), properties.take("SourceDestCheck")
    profile = properties.take("IamInstanceProfile")
    answer = context.call("ec2", "run_instances", properties, MinCount=1, MaxCount=1, TagSpecifications=tags,
                          IamInstanceProfile={"Name": profile} if profile else None)
    instance = answer["Instances"][0]
    instance_id = instance["InstanceId"]
    if checks is not None:
        ec2.modify_instance_attribute(InstanceId=instance_id, SourceDestCheck={"Value": truth(checks)})
    attributes = {"InstanceId": instance_id, "PrivateIp": instance.get("PrivateIpAddress")}
    return Made(instance_id, attributes, lambda: ec2.terminate_instances(InstanceIds=[instance_id]))


def _subnets(properties):
    subnets = properties.take("VPCZoneIdentifier")
    return ",".join(subnets) if isinstance(subnets, list) else subnets


def _group_tags(properties, name):
    return [
        {"Key": tag["Key"], "Value": str(tag["Value"]), "PropagateAtLaunch": truth(tag["PropagateAtLaunch"]), "ResourceId": name,
         "ResourceType": "auto-scaling-group"}
        for tag in properties.take("Tags") or []
    ]


@creates("AWS::AutoScaling::AutoScalingGroup")
def _group(context, properties):
    scaling = context.client("autoscaling")
    name, metrics = properties.take("AutoScalingGroupName") or context.name(255), properties.take("MetricsCollection")
    context.call("autoscaling", "create_auto_scaling_group", properties, AutoScalingGroupName=name,
                 VPCZoneIdentifier=_subnets(properties), Tags=_group_tags(properties, name))
    for each in metrics or []:
        scaling.enable_metrics_collection(AutoScalingGroupName=name, **each)

    def arn():
        return scaling.describe_auto_scaling_groups(AutoScalingGroupNames=[name])["AutoScalingGroups"][0]["AutoScalingGroupARN"]

    return Made(name, {"AutoScalingGroupARN": arn}, lambda: scaling.delete_auto_scaling_group(AutoScalingGroupName=name, ForceDelete=True))


@updates("AWS::AutoScaling::AutoScalingGroup")
def _update_group(context, resource, properties, changed):
    if changed & {"AutoScalingGroupName"}:
        return False
    scaling, name = context.client("autoscaling"), resource.physical_id
    wanted = set(properties.take("TargetGroupARNs") or [])
    had = set(resource.properties.get("TargetGroupARNs") or [])
    if wanted - had:
        scaling.attach_load_balancer_target_groups(AutoScalingGroupName=name, TargetGroupARNs=sorted(wanted - had))
    if had - wanted:
        scaling.detach_load_balancer_target_groups(AutoScalingGroupName=name, TargetGroupARNs=sorted(had - wanted))
    if "Tags" in changed:
        scaling.create_or_update_tags(Tags=_group_tags(properties, name))
    context.call("autoscaling", "update_auto_scaling_group", properties, AutoScalingGroupName=name, VPCZoneIdentifier=_subnets(properties))
    return True


@reads("AWS::AutoScaling::AutoScalingGroup")
def _read_group(context, resource):
    groups = context.client("autoscaling").describe_auto_scaling_groups(AutoScalingGroupNames=[resource.physical_id])["AutoScalingGroups"]
    return {name: groups[0][name] for name in ("MinSize", "MaxSize")} if groups else None


def _put_policy(context, properties, name):
    context.call("autoscaling", "put_scaling_policy", properties, PolicyName=name)


@creates("AWS::AutoScaling::ScalingPolicy")
def _scaling_policy(context, properties):
    scaling, group, name = context.client("autoscaling"), properties.values["AutoScalingGroupName"], context.name(255)
    _put_policy(context, properties, name)
    found = scaling.describe_policies(AutoScalingGroupName=group, PolicyNames=[name])["ScalingPolicies"][0]["PolicyARN"]
    return Made(found, {"Arn": found, "PolicyName": name},
                lambda: ignore_errors(lambda: scaling.delete_policy(AutoScalingGroupName=group, PolicyName=name)))


@updates("AWS::AutoScaling::ScalingPolicy")
def _update_scaling_policy(context, resource, properties, changed):
    if "AutoScalingGroupName" in changed:
        return False
    _put_policy(context, properties, resource.made.attributes["PolicyName"])
    return True


@creates("AWS::AutoScaling::ScheduledAction")
def _scheduled_action(context, properties):
    group, name = properties.values["AutoScalingGroupName"], context.name(255)
    context.call("autoscaling", "put_scheduled_update_group_action", properties, ScheduledActionName=name)
    delete = context.client("autoscaling").delete_scheduled_action
    return Made(name, {"ScheduledActionName": name},
                lambda: ignore_errors(lambda: delete(AutoScalingGroupName=group, ScheduledActionName=name)))


@creates("AWS::AutoScaling::LifecycleHook")
def _lifecycle_hook(context, properties):
    group, name = properties.values["AutoScalingGroupName"], properties.take("LifecycleHookName") or context.name(255)
    context.call("autoscaling", "put_lifecycle_hook", properties, LifecycleHookName=name)
    delete = context.client("autoscaling").delete_lifecycle_hook
    return Made(name, {}, lambda: ignore_errors(lambda: delete(AutoScalingGroupName=group, LifecycleHookName=name)))


@creates("AWS::EC2::KeyPair")
def _key_pair(context, properties):
    ec2, name, tags = context.client("ec2"), properties.values["KeyName"], tags_of(properties)
    operation = "import_key_pair" if "PublicKeyMaterial" in properties.values else "create_key_pair"
    specification = [{"ResourceType": "key-pair", "Tags": tags}] if tags else None
    pair = context.call("ec2", operation, properties, TagSpecifications=specification)
    return Made(name, {"KeyPairId": pair["KeyPairId"]}, lambda: ec2.delete_key_pair(KeyName=name))
