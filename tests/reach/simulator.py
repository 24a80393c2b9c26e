"""Sends packets through a small network, hop by hop, request and reply, and so answers a question about it.

Slow and plain on purpose: it is what the analysis is measured against, written from what AWS documents and not from the
analysis. Addresses are (version, number). A packet's way is followed by asking each thing on it: network ACLs, route
tables, gateways, security groups, balancers. What is undecided in AWS's own words (a group's default egress rule beside
separate rules, an empty list of egress rules) is a world of its own: see `worlds`.
"""
import itertools
from dataclasses import dataclass

from addresses import block, contains, length, public_spans, representatives, without

EVERYTHING = [("-1", 0, 65535, ("cidr", "0.0.0.0/0")), ("-1", 0, 65535, ("cidr", "::/0"))]
OWN_PORTS = (32768, 60999)  # client ports of Linux hosts
ANY_PORTS = (1024, 65535)  # client ports of anybody else, balancers and NAT gateways


class Undefined(Exception):
    """The question has no answer here: out of the model, or no packet is part of it."""


@dataclass(frozen=True)
class Nic:
    owner: str
    subnet: str
    groups: tuple  # None: lets everything through
    public: bool = False
    six: bool = False
    span: tuple = ()  # of its IPv4 addresses, if not the whole subnet


@dataclass(frozen=True)
class Outside:
    address: tuple


def undecided(network):
    """What nobody can say: whether a group's default egress rule remains, whether a condition holds or a database is public."""
    def open_question(group):
        listed = [rule for rule in group.egress if not rule.apart]
        return group.egress_listed and not listed or not group.egress_listed and bool(group.egress)
    found = [group.id for group in network.groups if open_question(group)]
    found += [name for group in network.groups for name, rule in rule_names(group) if rule.maybe]
    igw = {vpc.id for vpc in network.vpcs if vpc.igw}
    vpcs = {subnet.id: subnet.vpc for subnet in network.subnets}
    return found + [host.id for host in network.hosts if host.kind == "database" and host.public is None and vpcs[host.subnets[0]] in igw]


def rule_names(group):
    """The logical ids of a group's rules, if they are resources of their own."""
    for way, rules in (("From", group.ingress), ("To", group.egress)):
        for index, rule in enumerate(rules):
            yield f"{group.id}{way}{index}", rule


def worlds(network):
    """All sets of what may be so."""
    things = undecided(network)
    if len(things) > 6:
        raise Undefined("too many worlds")
    return [frozenset(so) for size in range(len(things) + 1) for so in itertools.combinations(things, size)]


class Simulator:
    def __init__(self, network, world=frozenset()):
        self.network, self.world = network, world
        self.vpcs = {one.id: one for one in network.vpcs}
        self.subnets = {one.id: one for one in network.subnets}
        self.tables = {one.id: one for one in network.tables}
        self.acls = {one.id: sorted(one.entries, key=lambda entry: entry.number) for one in network.acls}
        self.lists = {one.id: one.cidrs for one in network.lists}
        self.nats = {one.id: one for one in network.nats}
        self.hosts = {one.id: one for one in network.hosts}
        self.balancers = {one.id: one for one in network.balancers}
        self.peerings = {one.id: one for one in network.peerings}
        self.ingress, self.egress = {}, {}
        for group in network.groups:
            there = {id(rule) for name, rule in rule_names(group) if not rule.maybe or name in world}
            plain = [(rule.protocol, rule.low, rule.high, rule.peer) for rule in group.egress if id(rule) in there]
            standing = any(not rule.apart for rule in group.egress)
            if group.egress_listed and standing:
                self.egress[group.id] = plain
            elif not plain and not group.egress_listed:
                self.egress[group.id] = EVERYTHING
            else:
                self.egress[group.id] = EVERYTHING if group.id in world else plain
            self.ingress[group.id] = [(rule.protocol, rule.low, rule.high, rule.peer) for rule in group.ingress if id(rule) in there]
        for vpc in network.vpcs:
            added = [(rule.protocol, rule.low, rule.high, rule.peer) for rule in vpc.default_ingress]
            self.ingress["default:" + vpc.id] = [("-1", 0, 65535, ("default", vpc.id))] + added
            self.egress["default:" + vpc.id] = EVERYTHING
        self.cidrs = sorted(self._cidrs())
        self.sound()
        self.route_cache = {}

    def sound(self):
        """Refuses what AWS would refuse: shrinking a network may make such a thing."""
        for subnet in self.network.subnets:
            if subnet.six and not self.vpcs[subnet.vpc].six or subnet.auto_six and not subnet.six:
                raise Undefined("an IPv6 subnet in a VPC without IPv6")
        for host in self.network.hosts:
            if not host.subnets or host.six and not all(self.subnets[subnet].six for subnet in host.subnets):
                raise Undefined("an IPv6 address in a subnet without IPv6")
        for one in self.network.balancers:
            if not one.subnets or one.dual and not all(self.subnets[subnet].six for subnet in one.subnets):
                raise Undefined("a balancer without a place")

    # What stands on the way.

    def rule_lets(self, rules, address, groups, protocol, port):
        for kind, low, high, (what, peer) in rules:
            if kind != "-1" and (kind != protocol or protocol in ("tcp", "udp") and not low <= port <= high):
                continue
            if what == "cidr" and contains(peer, address):
                return True
            if what == "list" and any(contains(cidr, address) for cidr in self.lists[peer]):
                return True
            if what == "group" and peer in groups or what == "default" and "default:" + peer in groups:
                return True
        return False

    def group_lets(self, table, nic, address, groups, protocol, port):
        return nic.groups is None or any(self.rule_lets(table[group], address, groups or (), protocol, port)
                                         for group in nic.groups)

    def acl_lets(self, subnet, egress, address, protocol, port):
        acl = self.subnets[subnet].acl
        if not acl:
            return True
        for entry in self.acls[acl]:
            if entry.egress != egress or not contains(entry.cidr, address):
                continue
            if entry.protocol == "-1" or entry.protocol == protocol and (
                    protocol not in ("tcp", "udp") or entry.low <= port <= entry.high):
                return entry.allow
        return False

    def route(self, subnet, address):
        key = subnet, address
        if key not in self.route_cache:
            self.route_cache[key] = self._route(self.subnets[subnet], address)
        return self.route_cache[key]

    def _route(self, subnet, address):
        vpc = self.vpcs[subnet.vpc]
        if any(contains(cidr, address) for cidr in vpc.cidrs + [vpc.six] * bool(vpc.six)):
            return "local", vpc.id
        best, found = -1, ("none", "")
        for destination, kind, target in self.tables[subnet.table].routes if subnet.table else []:
            for cidr in self.lists.get(destination, [destination]):
                if contains(cidr, address) and length(cidr) > best:
                    best, found = length(cidr), (kind, target)
        return found

    # One packet from one subnet to another, and whole connections.

    def carried(self, source, source_address, target, target_address, protocol, port):
        kind, way = self.route(source.subnet, target_address)
        here, there = self.subnets[source.subnet].vpc, self.subnets[target.subnet].vpc
        if kind == "peering":
            ends = {self.peerings[way].here, self.peerings[way].there}
            if here == there or ends != {here, there}:
                return False
        elif kind != "local" or here != there:
            return False
        return source.subnet == target.subnet or (
            self.acl_lets(source.subnet, True, target_address, protocol, port)
            and self.acl_lets(target.subnet, False, source_address, protocol, port))

    def connected(self, source, source_address, target, target_address, protocol, port, client):
        return (self.group_lets(self.egress, source, target_address, target.groups, protocol, port)
                and self.carried(source, source_address, target, target_address, protocol, port)
                and self.group_lets(self.ingress, target, source_address, source.groups, protocol, port)
                and self.carried(target, target_address, source, source_address, protocol, client))

    def came_in(self, source, nic, protocol, port, client):
        """From the internet to a host or balancer, and the reply back out by the internet gateway."""
        vpc = self.vpcs[self.subnets[nic.subnet].vpc]
        open_to_six = nic.six and (nic.public or nic.owner not in self.balancers)  # internal ones deny what comes by the gateway
        return (vpc.igw and (nic.public if source[0] == 4 else open_to_six)
                and self.acl_lets(nic.subnet, False, source, protocol, port)
                and self.group_lets(self.ingress, nic, source, (), protocol, port)
                and self.acl_lets(nic.subnet, True, source, protocol, client)
                and self.route(nic.subnet, source) == ("igw", vpc.id + "Igw"))

    def went_out(self, nic, address, target, protocol, port, client, middle):
        """From a host to the internet and back."""
        if not (self.group_lets(self.egress, nic, target, (), protocol, port)
                and self.acl_lets(nic.subnet, True, target, protocol, port)
                and self.acl_lets(nic.subnet, False, target, protocol, client)):
            return False
        kind, way = self.route(nic.subnet, target)
        vpc = self.vpcs[self.subnets[nic.subnet].vpc]
        if kind == "igw":
            return vpc.igw and (nic.public if target[0] == 4 else nic.six)
        if kind == "eigw":
            return target[0] == 6 and vpc.eigw
        if kind not in ("nat", "router") or target[0] != 4:
            return False
        if kind == "router":
            nat, = self.interfaces(way)
            if not (self.hosts[way].router and self.group_lets(self.ingress, nat, address, nic.groups, protocol, port)
                    and self.group_lets(self.egress, nat, target, (), protocol, port)):
                return False
        else:
            nat = self.nats[way]
        if not nat.public or self.subnets[nat.subnet].vpc != vpc.id:
            return False
        apart = nat.subnet != nic.subnet
        return ((not apart or self.acl_lets(nat.subnet, False, address, protocol, port))
                and self.route(nat.subnet, target) == ("igw", vpc.id + "Igw") and vpc.igw
                and self.acl_lets(nat.subnet, True, target, protocol, port)
                and self.acl_lets(nat.subnet, False, target, protocol, middle)
                and (not apart or self.acl_lets(nat.subnet, True, address, protocol, client)))

    def kept(self, balancer, group, client):
        if balancer.kind == "alb" or client[0] == 6:
            return False
        if group.keep is not None and group.protocol not in ("UDP", "TCP_UDP"):
            return group.keep
        return group.kind == "instance" or group.protocol in ("UDP", "TCP_UDP")

    def behind(self, balancer, group, node, node_address, client, target, target_address, protocol, client_port, middle):
        """From a node of a balancer to a target and back, for a client's connection that has reached the node."""
        port = group.port
        if not self.kept(balancer, group, client):
            return self.connected(node, node_address, target, target_address, protocol, port, middle)
        return (self.group_lets(self.egress, node, target_address, target.groups, protocol, port)
                and self.group_lets(self.ingress, target, client, node.groups, protocol, port)
                and (node.subnet == target.subnet
                     or self.acl_lets(node.subnet, True, target_address, protocol, port)
                     and self.acl_lets(target.subnet, False, client, protocol, port)
                     and self.acl_lets(target.subnet, True, client, protocol, client_port)
                     and self.acl_lets(node.subnet, False, target_address, protocol, client_port)))

    # The things of the network as interfaces with addresses.

    def interfaces(self, name):
        if name in self.balancers:
            return self.nodes(self.balancers[name])
        if name in self.subnets:
            return [Nic(name, name, None, True, bool(self.subnets[name].six))]
        host, found = self.hosts[name], []
        for index, subnet in enumerate(host.subnets):
            where = self.subnets[subnet]
            groups = host.target_groups[index] if host.kind == "files" else host.groups
            assigned = where.public if host.public is None and host.kind in ("instance", "asg") else bool(host.public)
            assigned = assigned or host.kind == "database" and host.id in self.world
            public = (assigned or host.elastic) and host.kind not in ("files", "function", "cache", "endpoint")
            six = bool(where.six) and (host.six or where.auto_six) and host.kind in ("instance", "asg")
            found.append(Nic(name, subnet, tuple(groups) or ("default:" + where.vpc,), public, six))
        return found

    def nodes(self, balancer):
        groups = balancer.groups
        if groups is not None:
            groups = tuple(groups)
        elif balancer.kind == "alb":
            groups = ("default:" + self.subnets[balancer.subnets[0]].vpc,)
        return [Nic(balancer.id, subnet, groups, balancer.facing, balancer.dual) for subnet in balancer.subnets]

    def addresses(self, nic, version=4):
        subnet = self.subnets[nic.subnet]
        _, first, last = block(subnet.cidr if version == 4 else subnet.six)
        span = nic.span if nic.span and version == 4 else (first + 4, last - 1)
        return self.cells(version, [span])

    def cells(self, version, spans):
        """One address of each set of addresses that no block of the network tells apart."""
        cuts = {edge for cidr in self.cidrs if block(cidr)[0] == version for edge in (block(cidr)[1], block(cidr)[2] + 1)}
        seen = {}
        for value in representatives(spans, cuts):
            address = version, value
            seen.setdefault(tuple(contains(cidr, address) for cidr in self.cidrs), address)
        return list(seen.values())

    def outside(self, what, six):
        own = [one for vpc in self.network.vpcs for one in (vpc.six,) if one]
        version = 4 if what == "internet" else block(what)[0]
        found = []
        if version == 4:
            found += self.cells(4, public_spans(None if what == "internet" else what))
        if six and (what == "internet" or version == 6):
            spans = [block("2000::/3" if what == "internet" else what)[1:]]
            for cidr in own:
                spans = without(spans, block(cidr)[1:])
            found += self.cells(6, spans)
        return found

    def _cidrs(self):
        for group in self.network.groups:
            for rule in group.ingress + group.egress:
                yield from [rule.peer[1]] if rule.peer[0] == "cidr" else []
        for vpc in self.network.vpcs:
            yield from vpc.cidrs
            yield from [vpc.six] if vpc.six else []
            for rule in vpc.default_ingress:
                yield from [rule.peer[1]] if rule.peer[0] == "cidr" else []
        for subnet in self.network.subnets:
            yield from [subnet.cidr] + [subnet.six] * bool(subnet.six)
        for cidrs in self.lists.values():
            yield from cidrs
        for entries in self.acls.values():
            yield from (entry.cidr for entry in entries)
        for table in self.network.tables:
            yield from (destination for destination, _, _ in table.routes if destination not in self.lists)
