"""Route 53 records and ACM certificates."""
from ..aws import as_text, truth
from ..registry import Made, creates, exists, reads, updates

RECORD_PROPERTIES = ("Name", "Type", "SetIdentifier", "Region", "Failover", "HealthCheckId", "MultiValueAnswer")


def _record_set(properties):
    record = properties.take_all(*RECORD_PROPERTIES)
    for name in ("Weight", "TTL"):
        if name in properties.values:
            record[name] = int(properties.take(name))
    if "ResourceRecords" in properties.values:
        record["ResourceRecords"] = [{"Value": as_text(value)} for value in properties.take("ResourceRecords")]
    if "AliasTarget" in properties.values:
        target = dict(properties.take("AliasTarget"))
        record["AliasTarget"] = {**target, "EvaluateTargetHealth": truth(target.get("EvaluateTargetHealth", False))}
    return record


def _change(context, zone, action, record):
    context.client("route53").change_resource_record_sets(
        HostedZoneId=zone, ChangeBatch={"Changes": [{"Action": action, "ResourceRecordSet": record}]})


@creates("AWS::Route53::RecordSet")
def _record(context, properties):
    zone, record = properties.take("HostedZoneId"), _record_set(properties)
    _change(context, zone, "CREATE", record)
    return Made(record["Name"], {}, lambda: _change(context, zone, "DELETE", record))


@updates("AWS::Route53::RecordSet")
def _update_record(context, resource, properties, changed):
    if changed & {"Name", "Type", "HostedZoneId", "SetIdentifier"}:
        return False
    zone, record = properties.take("HostedZoneId"), _record_set(properties)
    _change(context, zone, "UPSERT", record)
    resource.made.delete = lambda: _change(context, zone, "DELETE", record)
    return True


@reads("AWS::Route53::RecordSet")
def _read_record(context, resource):
    return {} if _stands(context.client, resource.properties) else None


@exists("AWS::Route53::RecordSet")
def _taken(client, properties):
    given = all(isinstance(properties.get(name), str) for name in ("HostedZoneId", "Name", "Type"))
    return f"{properties['HostedZoneId']}|{properties['Name']}|{properties['Type']}" if given and _stands(client, properties) else None


def _stands(client, properties):
    try:
        records = client("route53").list_resource_record_sets(HostedZoneId=properties["HostedZoneId"])["ResourceRecordSets"]
    except client("route53").exceptions.NoSuchHostedZone:
        return False
    wanted = properties["Name"].rstrip(".") + ".", properties["Type"]
    return any((each["Name"], each["Type"]) == wanted for each in records)


@creates("AWS::Route53::HealthCheck")
def _health_check(context, properties):
    check = context.call("route53", "create_health_check", properties, CallerReference=context.name())["HealthCheck"]["Id"]
    return Made(check, {"HealthCheckId": check}, lambda: context.client("route53").delete_health_check(HealthCheckId=check))


@creates("AWS::CertificateManager::Certificate")
def _certificate(context, properties):
    acm, options = context.client("acm"), properties.take("DomainValidationOptions") or []
    arn = context.call("acm", "request_certificate", properties)["CertificateArn"]
    zones = {option["DomainName"]: option["HostedZoneId"] for option in options if "HostedZoneId" in option}
    for domain in acm.describe_certificate(CertificateArn=arn)["Certificate"].get("DomainValidationOptions", []):
        proof = domain.get("ResourceRecord")
        if proof and domain["DomainName"] in zones:
            # CloudFormation writes the proof of ownership into the zone, and leaves it there.
            record = {"Name": proof["Name"], "Type": proof["Type"], "TTL": 300, "ResourceRecords": [{"Value": proof["Value"]}]}
            _change(context, zones[domain["DomainName"]], "UPSERT", record)
    return Made(arn, {"CertificateArn": arn}, lambda: acm.delete_certificate(CertificateArn=arn))
