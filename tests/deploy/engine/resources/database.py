"""Relational databases."""
from ..aws import as_text, ignore_errors, tags_of
from ..registry import Made, creates, reads, updates

API_NAMES = {"VPCSecurityGroups": "VpcSecurityGroupIds"}
REPLACED_WHEN_CHANGED = {"DBInstanceIdentifier", "Engine", "MasterUsername", "DBName", "DBSubnetGroupName", "StorageEncrypted", "KmsKeyId"}


@creates("AWS::RDS::DBSubnetGroup")
def _subnet_group(context, properties):
    name = properties.take("DBSubnetGroupName") or context.name(255).lower()
    context.call("rds", "create_db_subnet_group", properties, DBSubnetGroupName=name)
    return Made(name, {}, lambda: context.client("rds").delete_db_subnet_group(DBSubnetGroupName=name))


def _set_parameters(rds, name, parameters):
    listed = [{"ParameterName": key, "ParameterValue": as_text(value), "ApplyMethod": "pending-reboot"} for key, value in parameters.items()]
    if listed:
        rds.modify_db_parameter_group(DBParameterGroupName=name, Parameters=listed)


@creates("AWS::RDS::DBParameterGroup")
def _parameter_group(context, properties):
    rds = context.client("rds")
    name, parameters = properties.take("DBParameterGroupName") or context.name(255).lower(), properties.take("Parameters") or {}
    context.call("rds", "create_db_parameter_group", properties, rename={"Family": "DBParameterGroupFamily"}, DBParameterGroupName=name)
    _set_parameters(rds, name, parameters)
    return Made(name, {"DBParameterGroupName": name}, lambda: rds.delete_db_parameter_group(DBParameterGroupName=name))


@updates("AWS::RDS::DBParameterGroup")
def _update_parameter_group(context, resource, properties, changed):
    after, before = properties.take("Parameters") or {}, resource.properties.get("Parameters") or {}
    if changed != {"Parameters"} or set(before) - set(after):
        return False
    _set_parameters(context.client("rds"), resource.physical_id, after)
    return True


@creates("AWS::RDS::DBInstance")
def _instance(context, properties):
    rds = context.client("rds")
    name = (properties.take("DBInstanceIdentifier") or context.name(63)).lower()
    instance = context.call("rds", "create_db_instance", properties, rename=API_NAMES, DBInstanceIdentifier=name)["DBInstance"]

    def now():
        return rds.describe_db_instances(DBInstanceIdentifier=name)["DBInstances"][0]

    def delete(**snapshot):
        ignore_errors(lambda: rds.delete_db_instance(DBInstanceIdentifier=name, **snapshot), "DBInstanceNotFound")

    attributes = {
        "Endpoint.Address": lambda: now()["Endpoint"]["Address"], "Endpoint.Port": lambda: str(now()["Endpoint"]["Port"]),
        "DBInstanceArn": instance["DBInstanceArn"], "DbiResourceId": instance.get("DbiResourceId"),
        "MasterUserSecret.SecretArn": lambda: now()["MasterUserSecret"]["SecretArn"],
    }
    return Made(name, attributes, lambda: delete(SkipFinalSnapshot=True),
                lambda: delete(SkipFinalSnapshot=False, FinalDBSnapshotIdentifier=f"{name}-final"))


@updates("AWS::RDS::DBInstance")
def _update_instance(context, resource, properties, changed):
    if changed & REPLACED_WHEN_CHANGED:
        return False
    if "Tags" in changed:
        context.client("rds").add_tags_to_resource(ResourceName=resource.attribute("DBInstanceArn"), Tags=tags_of(properties))
    for name in set(properties.values) - changed:
        properties.take(name)
    context.call("rds", "modify_db_instance", properties, rename=API_NAMES, DBInstanceIdentifier=resource.physical_id, ApplyImmediately=True)
    return True


@reads("AWS::RDS::DBInstance")
def _read_instance(context, resource):
    try:
        instance = context.client("rds").describe_db_instances(DBInstanceIdentifier=resource.physical_id)["DBInstances"][0]
    except context.client("rds").exceptions.DBInstanceNotFoundFault:
        return None
    return {name: instance[name] for name in ("BackupRetentionPeriod", "DeletionProtection", "MultiAZ", "PubliclyAccessible")}


@creates("AWS::RDS::EventSubscription")
def _event_subscription(context, properties):
    name = properties.take("SubscriptionName") or context.name(255).lower()
    context.call("rds", "create_event_subscription", properties, SubscriptionName=name)
    return Made(name, {}, lambda: context.client("rds").delete_event_subscription(SubscriptionName=name))
