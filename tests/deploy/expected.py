"""What a stack should be, read from its config and never from its template."""
import ipaddress
from dataclasses import dataclass, field
from typing import Optional

import yaml


# The generated secrets of presets, by logical id, with the user that stands in them.
SECRETS = {
    "matomo": {"AdminSecret": "admin"},
    "mediawiki": {"AdminSecret": "Admin", "KeySecret": None},
    "php": {"KeySecret": None},
    "wordpress": {"AdminSecret": "admin", "KeySecret": None},
}


@dataclass
class Expected:
    region: str
    domain: str
    zone_name: str
    zone_id: str
    zones: int
    egress: str
    dual_stack: bool
    vpc_range: str
    ssh_from: list
    key_pair: Optional[str]
    certificate: Optional[str]
    tls_policy: str
    health_path: str
    access_logs: bool
    engine: str
    database: dict
    instances: dict
    files: dict
    balancer_protected: bool
    secrets: dict
    keep_logs: int
    subnets: dict = field(default_factory=dict)

    @property
    def ssh(self):
        return bool(self.ssh_from)

    @property
    def database_port(self):
        return 3306

    def ranges(self, tier):
        """The tier's subnets, one a zone: those of the config, else parts of the VPC's sixteen, four for each tier."""
        if tier in self.subnets:
            return self.subnets[tier]
        parts = list(ipaddress.ip_network(self.vpc_range).subnets(prefixlen_diff=4))
        first = {"public": 0, "private": 4, "isolated": 8}[tier]
        return [str(part) for part in parts[first:first + self.zones]]


def expect(config_file):
    """The config's values with Cairn's defaults, written down a second time here: a default that changes unawares fails a test."""
    config = yaml.safe_load(config_file.read_text(encoding="utf-8"))
    network, balancer = config.get("network", {}), config.get("load_balancer", {})
    ssh, database = config.get("ssh", {}), config.get("database", {})
    application = config.get("application", "matomo")
    application = {"preset": application} if isinstance(application, str) else application
    return Expected(
        region=config.get("region", "eu-west-1"),
        domain=config["domain"],
        zone_name=config["hosted_zone"]["name"],
        zone_id=config["hosted_zone"]["id"],
        zones=network.get("zones", 2),
        egress=network.get("egress", "nat-instance"),
        dual_stack=network.get("dual_stack", False),
        vpc_range=network.get("cidr", "10.0.0.0/16"),
        subnets=network.get("subnets", {}),
        ssh_from=ssh.get("from", []),
        key_pair=ssh.get("key_pair"),
        certificate=balancer.get("certificate"),
        tls_policy=balancer.get("tls_policy", "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"),
        health_path=balancer.get("health_path", "/-/health"),
        access_logs=balancer.get("access_logs", {}).get("enabled", False),
        balancer_protected=balancer.get("deletion_protection", False),
        secrets=SECRETS.get(application.get("preset", "matomo"), {}),  # of a preset in a file none are known
        keep_logs=application.get("logs", {}).get("keep_days", 30),
        engine=database.get("engine", "mysql"),
        database={"class": "db.t4g.micro", "storage": 20, "max_storage": 100, "multi_az": False, "backup_days": 7,
                  "deletion_protection": True, "name": "app", **database},
        instances={"type": "t4g.micro", "min": 1, "max": 2, "disk": 10, **config.get("instances", {})},
        files={"backups": True, "infrequent_access": "after-30-days", **config.get("files", {})},
    )
