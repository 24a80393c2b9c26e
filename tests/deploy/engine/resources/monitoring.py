"""Logs, alarms, events and who hears of them."""
import json

from ..aws import Properties, ignore_errors, tags_of
from ..registry import Made, creates, updates


@creates("AWS::Logs::LogGroup")
def _log_group(context, properties):
    logs, name = context.client("logs"), properties.take("LogGroupName") or context.name(512)
    days, tags = properties.take("RetentionInDays"), {tag["Key"]: tag["Value"] for tag in tags_of(properties)}
    context.call("logs", "create_log_group", properties, logGroupName=name, tags=tags or None)
    if days:
        logs.put_retention_policy(logGroupName=name, retentionInDays=int(days))
    return Made(name, {"Arn": f"arn:aws:logs:{context.region}:{context.account}:log-group:{name}:*"},
                lambda: logs.delete_log_group(logGroupName=name))


@updates("AWS::Logs::LogGroup")
def _update_log_group(context, resource, properties, changed):
    if changed != {"RetentionInDays"}:
        return False
    days = int(properties.take("RetentionInDays"))
    context.client("logs").put_retention_policy(logGroupName=resource.physical_id, retentionInDays=days)
    return True


@creates("AWS::SNS::Topic")
def _topic(context, properties):
    sns, name = context.client("sns"), properties.take("TopicName") or context.name(256)
    attributes = {key: str(value) for key, value in properties.take_all("DisplayName", "KmsMasterKeyId").items()}
    arn = sns.create_topic(Name=name, Attributes=attributes, Tags=tags_of(properties))["TopicArn"]
    for each in properties.take("Subscription") or []:
        sns.subscribe(TopicArn=arn, Protocol=each["Protocol"], Endpoint=each["Endpoint"])
    return Made(arn, {"TopicArn": arn, "TopicName": name}, lambda: sns.delete_topic(TopicArn=arn))


@creates("AWS::SNS::Subscription")
def _subscription(context, properties):
    arn = context.call("sns", "subscribe", properties, ReturnSubscriptionArn=True)["SubscriptionArn"]
    return Made(arn, {"Arn": arn}, lambda: ignore_errors(lambda: context.client("sns").unsubscribe(SubscriptionArn=arn)))


@creates("AWS::SNS::TopicPolicy")
def _topic_policy(context, properties):
    document = json.dumps(properties.take("PolicyDocument"))
    for topic in properties.take("Topics"):
        context.client("sns").set_topic_attributes(TopicArn=topic, AttributeName="Policy", AttributeValue=document)
    return Made(context.name())


@creates("AWS::CloudWatch::Alarm")
def _alarm(context, properties):
    cloudwatch, name = context.client("cloudwatch"), properties.take("AlarmName") or context.name(255)
    context.call("cloudwatch", "put_metric_alarm", properties, AlarmName=name)
    return Made(name, {"Arn": lambda: cloudwatch.describe_alarms(AlarmNames=[name])["MetricAlarms"][0]["AlarmArn"]},
                lambda: cloudwatch.delete_alarms(AlarmNames=[name]))


@updates("AWS::CloudWatch::Alarm")
def _update_alarm(context, resource, properties, changed):
    if "AlarmName" in changed:
        return False
    properties.take("AlarmName")
    context.call("cloudwatch", "put_metric_alarm", properties, AlarmName=resource.physical_id)
    return True


@creates("AWS::Events::Rule")
def _rule(context, properties):
    events, name, targets = context.client("events"), properties.take("Name") or context.name(64), properties.take("Targets") or []
    arn = context.call("events", "put_rule", properties, Name=name)["RuleArn"]
    if targets:
        context.call("events", "put_targets", Properties({"Targets": targets}), Rule=name)

    def delete():
        if targets:
            events.remove_targets(Rule=name, Ids=[target["Id"] for target in targets])
        events.delete_rule(Name=name)

    return Made(name, {"Arn": arn}, delete)
