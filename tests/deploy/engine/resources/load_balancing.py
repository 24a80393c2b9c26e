"""The load balancer, its listeners and target groups."""
from ..aws import as_text
from ..registry import Made, creates, updates


def _attributes(properties, name):
    return [{"Key": each["Key"], "Value": as_text(each["Value"])} for each in properties.take(name) or []]


@creates("AWS::ElasticLoadBalancingV2::LoadBalancer")
def _load_balancer(context, properties):
    elb = context.client("elbv2")
    name, settings = properties.take("Name") or context.name(32), _attributes(properties, "LoadBalancerAttributes")
    balancer = context.call("elbv2", "create_load_balancer", properties, Name=name)["LoadBalancers"][0]
    arn = balancer["LoadBalancerArn"]
    if settings:
        elb.modify_load_balancer_attributes(LoadBalancerArn=arn, Attributes=settings)
    attributes = {
        "LoadBalancerArn": arn, "DNSName": balancer["DNSName"], "CanonicalHostedZoneID": balancer["CanonicalHostedZoneId"],
        "LoadBalancerName": name, "LoadBalancerFullName": arn.split("loadbalancer/")[1],
        "SecurityGroups": balancer.get("SecurityGroups", []),
    }
    return Made(arn, attributes, lambda: elb.delete_load_balancer(LoadBalancerArn=arn))


@updates("AWS::ElasticLoadBalancingV2::LoadBalancer")
def _update_load_balancer(context, resource, properties, changed):
    if changed != {"LoadBalancerAttributes"}:
        return False
    context.client("elbv2").modify_load_balancer_attributes(
        LoadBalancerArn=resource.physical_id, Attributes=_attributes(properties, "LoadBalancerAttributes"))
    return True


@creates("AWS::ElasticLoadBalancingV2::TargetGroup")
def _target_group(context, properties):
    elb = context.client("elbv2")
    name, settings = properties.take("Name") or context.name(32), _attributes(properties, "TargetGroupAttributes")
    group = context.call("elbv2", "create_target_group", properties, Name=name)["TargetGroups"][0]
    arn = group["TargetGroupArn"]
    if settings:
        elb.modify_target_group_attributes(TargetGroupArn=arn, Attributes=settings)
    attributes = {"TargetGroupArn": arn, "TargetGroupName": name, "TargetGroupFullName": arn.split(":")[-1]}
    return Made(arn, attributes, lambda: elb.delete_target_group(TargetGroupArn=arn))


HEALTH_CHECK = {"HealthCheckEnabled", "HealthCheckIntervalSeconds", "HealthCheckPath", "HealthCheckPort", "HealthCheckProtocol",
                "HealthCheckTimeoutSeconds", "HealthyThresholdCount", "UnhealthyThresholdCount", "Matcher"}


@updates("AWS::ElasticLoadBalancingV2::TargetGroup")
def _update_target_group(context, resource, properties, changed):
    if changed - HEALTH_CHECK - {"TargetGroupAttributes"}:
        return False
    elb, arn = context.client("elbv2"), resource.physical_id
    settings = _attributes(properties, "TargetGroupAttributes")
    context.call("elbv2", "modify_target_group", properties, TargetGroupArn=arn)
    if settings:
        elb.modify_target_group_attributes(TargetGroupArn=arn, Attributes=settings)
    return True


@creates("AWS::ElasticLoadBalancingV2::Listener")
def _listener(context, properties):
    arn = context.call("elbv2", "create_listener", properties)["Listeners"][0]["ListenerArn"]
    return Made(arn, {"ListenerArn": arn}, lambda: context.client("elbv2").delete_listener(ListenerArn=arn))


@updates("AWS::ElasticLoadBalancingV2::Listener")
def _update_listener(context, resource, properties, changed):
    if "LoadBalancerArn" in changed:
        return False
    properties.take("LoadBalancerArn")
    context.call("elbv2", "modify_listener", properties, ListenerArn=resource.physical_id)
    return True
