"""A small concrete network: what the simulator sends packets through and what is rendered as a template.

Everything is known and plain; nothing here knows CloudFormation. Names are logical ids.
"""
from dataclasses import dataclass, field


@dataclass
class Rule:
    """A rule of a security group. `peer` is ("cidr", text), ("group", id), ("default", vpc) or ("list", id)."""
    protocol: str  # tcp, udp, icmp or "-1"
    low: int
    high: int
    peer: tuple
    apart: bool = False  # a resource of its own, not a line of the group's list
    maybe: bool = False  # under a condition that nobody can decide; only if `apart`


@dataclass
class Group:
    id: str
    vpc: str
    ingress: list = field(default_factory=list)
    egress: list = field(default_factory=list)
    egress_listed: bool = False  # is SecurityGroupEgress written, be it empty?


@dataclass
class Entry:
    """A line of a network ACL."""
    number: int
    protocol: str
    low: int
    high: int
    cidr: str
    allow: bool
    egress: bool


@dataclass
class Acl:
    id: str
    vpc: str
    entries: list = field(default_factory=list)


@dataclass
class PrefixList:
    id: str
    cidrs: list


@dataclass
class Table:
    """Routes are (destination, kind, target): a CIDR or the id of a prefix list; igw, nat, eigw, peering or router (an
    instance); its id."""
    id: str
    vpc: str
    routes: list = field(default_factory=list)


@dataclass
class Vpc:
    id: str
    cidrs: list
    six: str = ""  # its IPv6 block
    igw: bool = False  # an attached internet gateway, `<id>Igw`
    eigw: bool = False  # `<id>Eigw`
    default_ingress: list = field(default_factory=list)  # rules added to its default group


@dataclass
class Subnet:
    id: str
    vpc: str
    cidr: str
    six: str = ""
    table: str = ""  # empty: the VPC's main table
    acl: str = ""  # empty: the VPC's default ACL
    public: bool = False  # MapPublicIpOnLaunch
    auto_six: bool = False  # AssignIpv6AddressOnCreation


@dataclass
class Nat:
    id: str
    subnet: str
    public: bool = True


@dataclass
class Peering:
    id: str
    here: str
    there: str


@dataclass
class Host:
    """Something with addresses of its own.

    kind: instance, asg, service (Fargate), database, files (EFS), function (Lambda), cache or endpoint. Files have a list
    of groups for each subnet in `target_groups`; all others have one for all subnets.
    """
    id: str
    kind: str
    subnets: list
    groups: list  # empty: the VPC's default group
    public: object = None  # True, False or None: as the subnet says; of a database: nobody can say
    elastic: bool = False
    six: bool = False  # asks for an IPv6 address
    router: bool = False  # takes packets for others (SourceDestCheck: false)
    target_groups: list = field(default_factory=list)


@dataclass
class TargetGroup:
    id: str
    vpc: str
    protocol: str
    port: int
    kind: str  # instance or ip
    keep: object  # preserve_client_ip.enabled: True, False or None
    targets: list = field(default_factory=list)  # ids of hosts


@dataclass
class Balancer:
    id: str
    kind: str  # nlb or alb
    facing: bool
    subnets: list
    groups: object  # a list, or None if it has no such property
    dual: bool = False
    listeners: list = field(default_factory=list)  # (protocol, port, id of target group), a port perhaps twice


@dataclass
class Network:
    vpcs: list = field(default_factory=list)
    subnets: list = field(default_factory=list)
    tables: list = field(default_factory=list)
    acls: list = field(default_factory=list)
    lists: list = field(default_factory=list)
    groups: list = field(default_factory=list)
    nats: list = field(default_factory=list)
    peerings: list = field(default_factory=list)
    hosts: list = field(default_factory=list)
    target_groups: list = field(default_factory=list)
    balancers: list = field(default_factory=list)


@dataclass(frozen=True)
class Question:
    source: str
    target: str
    protocol: str
    ports: str
    avoid: tuple = ()
    pivot: bool = False

    def __str__(self):
        words = [self.source, self.target, self.protocol, self.ports]
        return " ".join(words + [f"avoid:{one}" for one in self.avoid] + ["pivot"] * self.pivot)
