"""Configs in which every two values of different options meet at least once (pairwise testing)."""
import itertools

REQUIRED = {
    "name": "pair",
    "domain": "www.example.com",
    "hosted_zone": {"name": "example.com", "id": "Z0123456789ABCDEFGHIJ"},
}
ARM = {"type": "t4g.small", "architecture": "arm64"}
X86 = {"type": "t3a.small", "architecture": "x86_64"}

PIPELINES = [
    {"repository": "example/analytics", "owner_id": 1, "repository_id": 2},
    {"repository": "example/analytics", "stack_name": "s" * 63, "bucket": "example-templates",
     "oidc_provider": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"},
    {"repository": "example/.github", "branch": "it's-${{x}}-$(y)", "environment": "a b: \"c\" *", "repository_id": 3},
]

OFFLINE = {"image": "ami-0123456789abcdef0"}


def archive_in_s3(config):
    """Without a way out the application comes from S3, by an address of the region."""
    if config.get("network", {}).get("egress") != "none":
        return config
    bucket = f"https://releases-of-mine.s3.{config.get('region', 'eu-west-1')}.amazonaws.com"
    return {**config, "application": {"source": {"version": "5.11.2", "sha256": "5ca1ab1e" * 7 + "00000001", "url": f"{bucket}/matomo.tar.gz"}}}


# An option's values are what is merged into the config. Those that exclude each other are one option.
OPTIONS = {
    "region": [{}, {"region": "us-east-1"}, {"region": "eu-central-1"}],
    "cidr": [{"network": {"cidr": f"10.0.0.0/{length}"}} for length in (16, 20, 24)],
    "zones": [{"network": {"zones": zones}} for zones in (2, 3)],
    "dual_stack": [{"network": {"dual_stack": flag}} for flag in (False, True)],
    "system": [
        {"network": {"egress": egress}, "instances": {"system": system, **processor, **(OFFLINE if egress == "none" else {})}}
        for egress in ("nat-instance", "nat-gateway", "nat-gateway-per-zone", "none")
        for system in ("amazon-linux-2023", "debian-12", "ubuntu-24.04")
        for processor in (ARM, X86)
        if egress != "none" or system == "amazon-linux-2023"
    ],
    "nat": [{"network": {"nat_instance_type": kind}} for kind in ("t4g.nano", "t3a.nano")],
    "tls": [
        {"load_balancer": {"tls_policy": policy}}
        for policy in ("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", "ELBSecurityPolicy-TLS13-1-2-PQ-2025-09",
                       "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09", "ELBSecurityPolicy-TLS13-1-2-Res-2021-06")
    ],
    "protection": [{"load_balancer": {"deletion_protection": flag}} for flag in (False, True)],
    "logs": [{}, {"load_balancer": {"access_logs": {"enabled": True, "keep_days": 7}}}],
    "ssh": [{}, {"ssh": {"from": ["203.0.113.0/24"]}},
            {"ssh": {"from": ["203.0.113.7/32", "198.51.100.0/24"], "key_pair": "ops"}}],
    "size": [{"instances": {"min": 1, "max": 1}}, {"instances": {"min": 2, "max": 5, "desired": 3}},
             {"instances": {"min": 1, "max": 3, "cpu_target": 40, "disk": 40}}],
    "spot": [{}, {"instances": {"spot": {"percentage": 100, "on_demand_base": 0}}},
             {"instances": {"spot": {"percentage": 50}}}],
    "files": [{}, {"files": {"infrequent_access": "never", "throughput": "elastic", "backups": False}},
              {"files": {"infrequent_access": "after-1-day"}}, {"files": {"infrequent_access": "after-90-days"}}],
    "engine": [{}, {"database": {"version": "8.4.9"}}, {"database": {"engine": "mariadb"}},
               {"database": {"engine": "mariadb", "version": "10.11"}},
               {"database": {"engine": "mariadb", "version": "11.8.6"}}],
    "storage": [{}, {"database": {"storage": 500, "max_storage": 5000, "class": "db.m7g.large"}}],
    "standby": [{"database": {"multi_az": flag, "deletion_protection": flag}} for flag in (False, True)],
    "backups": [{"database": {"backup_days": days}} for days in (1, 35)],
}


def merged(*parts):
    result = {}
    for part in parts:
        for key, value in part.items():
            result[key] = merged(result.get(key, {}), value) if isinstance(value, dict) else value
    return result


def rows():
    """Rows of value numbers, one for each option, that cover every pair; made greedily, the same each time."""
    sizes = [len(values) for values in OPTIONS.values()]
    missing = {((a, i), (b, j)) for (a, m), (b, n) in itertools.combinations(enumerate(sizes), 2)
               for i in range(m) for j in range(n)}
    while missing:
        (a, i), (b, j) = min(missing)
        row = {a: i, b: j}
        for option, size in enumerate(sizes):
            if option not in row:
                row[option] = max(range(size), key=lambda value: sum(
                    (min((option, value), other), max((option, value), other)) in missing for other in row.items()))
        missing -= {pair for pair in itertools.combinations(sorted(row.items()), 2)}
        yield [row[option] for option in range(len(sizes))]


def configs():
    found = [archive_in_s3(merged(REQUIRED, *(values[number] for values, number in zip(OPTIONS.values(), row)))) for row in rows()]
    assert len(found) >= 60, f"only {len(found)} configs"
    return found
