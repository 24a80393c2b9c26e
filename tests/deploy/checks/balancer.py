"""The load balancer, its listeners and targets, and the names that lead to it."""
from .registry import check, differ
from .world import attributes


@check("balancer: faces the internet in the public tier")
def _balancer(world, expected):
    balancer = world.balancer
    yield from differ("type", balancer["Type"], "network")
    yield from differ("scheme", balancer["Scheme"], "internet-facing")
    yield from differ("addresses", balancer["IpAddressType"], "dualstack" if expected.dual_stack else "ipv4")
    yield from differ("subnets", {each["SubnetId"] for each in balancer["AvailabilityZones"]}, world.tier_ids(expected, "public"))
    yield from differ("security groups", len(balancer.get("SecurityGroups", [])), 1)


@check("balancer: attributes")
def _attributes(world, expected):
    found = attributes(world.ask("elbv2", "DescribeLoadBalancerAttributes", LoadBalancerArn=world.balancer["LoadBalancerArn"]))
    yield from differ("cross-zone", found.get("load_balancing.cross_zone.enabled"), "true")
    yield from differ("deletion protection", found.get("deletion_protection.enabled"), str(expected.balancer_protected).lower())
    yield from differ("access logs", found.get("access_logs.s3.enabled", "false"), str(expected.access_logs).lower())
    if expected.access_logs:
        yield from differ("bucket", found.get("access_logs.s3.bucket"), world.id("S3::Bucket"))


@check("balancer: listeners")
def _listeners(world, expected):
    listeners = world.listeners
    yield from differ("ports", sorted(listeners), sorted([80, 443] + [22] * expected.ssh))
    for port, target_port in ((80, 8080), (443, 80), (22, 22)):
        if port in listeners:
            listener = listeners[port]
            yield from differ(f"protocol of {port}", listener["Protocol"], "TLS" if port == 443 else "TCP")
            (action,) = listener["DefaultActions"]
            target = world.target_groups[action["TargetGroupArn"]]
            yield from differ(f"target of {port}", target["Port"], target_port)


@check("balancer: TLS policy and certificate")
def _tls(world, expected):
    listener = world.listeners[443]
    yield from differ("policy", listener.get("SslPolicy"), expected.tls_policy)
    (certificate,) = listener["Certificates"]
    yield from differ("certificate", certificate["CertificateArn"], expected.certificate or world.id("CertificateManager::Certificate"))
    answer = world.ask("acm", "DescribeCertificate", CertificateArn=certificate["CertificateArn"])["Certificate"]
    yield from differ("domain", answer["DomainName"], expected.domain)
    yield from differ("status", answer["Status"], "ISSUED")


@check("balancer: target groups")
def _target_groups(world, expected):
    for arn, group in world.target_groups.items():
        name = world.name(arn)
        found = attributes(world.ask("elbv2", "DescribeTargetGroupAttributes", TargetGroupArn=arn))
        yield from differ(f"{name} client address", found.get("preserve_client_ip.enabled"), "true")
        yield from differ(f"{name} protocol", (group["Protocol"], group["TargetType"]), ("TCP", "instance"))
        health = group["HealthCheckProtocol"], group["HealthCheckPort"], group["HealthCheckPath"], group["Matcher"]["HttpCode"]
        yield from differ(f"{name} health check", health, ("HTTP", "80", expected.health_path, "200"))


@check("balancer: the instances are its targets")
def _targets(world, _expected):
    used = {action["TargetGroupArn"] for listener in world.listeners.values() for action in listener["DefaultActions"]}
    attached = set(world.instances.get("TargetGroupARNs", []))
    yield from differ("target groups", {world.name(arn) for arn in attached}, {world.name(arn) for arn in used})


@check("dns: the domain is an alias of the load balancer")
def _records(world, expected):
    records = world.ask("route53", "ListResourceRecordSets", HostedZoneId=expected.zone_id)["ResourceRecordSets"]
    aliases = {each["Type"]: each["AliasTarget"] for each in records
               if "AliasTarget" in each and each["Name"].rstrip(".") == expected.domain}
    yield from differ("types", sorted(aliases), ["A", "AAAA"] if expected.dual_stack else ["A"])
    for kind, alias in aliases.items():
        host = alias["DNSName"].rstrip(".").removeprefix("dualstack.").lower()
        yield from differ(kind, host, world.balancer["DNSName"].lower())
        yield from differ(f"zone of {kind}", alias["HostedZoneId"], world.balancer["CanonicalHostedZoneId"])
