"""Random small networks and questions about them, made so that every answer is common."""
import random

from network import (Acl, Balancer, Entry, Group, Host, Nat, Network, Peering, PrefixList, Question, Rule, Subnet, Table,
                     TargetGroup, Vpc)

PORTS = [22, 80, 443, 2049, 3306]
FOREIGN = ["203.0.113.0/24", "203.0.113.0/25", "198.51.100.7/32", "0.0.0.0/1", "128.0.0.0/1", "192.0.0.0/3"]
OUTSIDE = ["203.0.113.0/24", "203.0.113.0/25", "198.51.100.7/32", "8.0.0.0/7", "64.0.0.0/3"]  # to ask about: public as a whole
SIX_FOREIGN = ["::/0", "::/0", "2001:db8::/32", "2000::/4", "3000::/4"]


class Inventor:
    def __init__(self, seed):
        self.dice = random.Random(seed)
        self.ports = self.dice.sample(PORTS, self.dice.choice([1, 2, 2, 3]))
        self.made = Network()
        self.beyond = []  # subnets whose way out is a host

    def often(self, share):
        return self.dice.random() < share

    def network(self):
        dice, made = self.dice, self.made
        for index in range(2 if self.often(0.2) else 1):
            self.vpc(index)
        if len(made.vpcs) == 2 and self.often(0.9):
            made.peerings.append(Peering("Peer", "VpcA", "VpcB"))
        if self.often(0.2):
            made.lists.append(PrefixList("Ranges", dice.sample(FOREIGN + ["10.0.0.0/24", "10.0.0.0/16"], dice.randint(1, 3))))
        for vpc in made.vpcs:
            self.gateways(vpc)
        for index in range(dice.randint(2, 3)):
            made.groups.append(Group(f"Group{index}", dice.choice(made.vpcs).id))
        for group in made.groups:
            self.rules(group)
        for group in made.groups:
            for rule in group.ingress + group.egress:
                rule.maybe = rule.apart and self.often(0.06)
        for vpc in made.vpcs:
            if self.often(0.1):
                vpc.default_ingress.append(self.rule(vpc.id, False))
        for index in range(dice.randint(1, 3)):
            self.host(index)
        for index in range(dice.choice([0, 1, 1, 2])):
            self.balancer(index)
        return made

    def vpc(self, index):
        dice, made = self.dice, self.made
        vpc = Vpc("Vpc" + "AB"[index], [f"10.{index}.0.0/16"], igw=self.often(0.85))
        if self.often(0.1):
            vpc.cidrs.append(f"10.{index + 64}.0.0/16")
        if self.often(0.3):
            vpc.six = f"2600:1f18:{index + 1}::/56"
            vpc.eigw = self.often(0.5)
        made.vpcs.append(vpc)
        automatic = bool(vpc.six) and self.often(0.4)
        for number in range(dice.randint(1, 3)):
            cidr = vpc.cidrs[-1].replace(".0.0/16", f".{number}.0/24")
            six = f"2600:1f18:{index + 1}:{number}::/64" if vpc.six else ""
            made.subnets.append(Subnet(f"Subnet{index}{number}", vpc.id, cidr, six, public=self.often(0.4), auto_six=automatic))

    def gateways(self, vpc):
        dice, made = self.dice, self.made
        mine = [subnet for subnet in made.subnets if subnet.vpc == vpc.id]
        doors = [("igw", vpc.id + "Igw")] * 3 if vpc.igw else []
        if vpc.igw and self.often(0.4):
            made.nats.append(Nat(vpc.id + "Nat", dice.choice(mine).id, self.often(0.9)))
            doors += [("nat", vpc.id + "Nat")] * 2
        for index in range(dice.randint(1, 2)):
            table = Table(f"{vpc.id}Table{index}", vpc.id)
            if doors and self.often(0.9):
                table.routes.append(("0.0.0.0/0",) + dice.choice(doors))
            if doors and self.often(0.15):
                table.routes.append((dice.choice(FOREIGN),) + dice.choice(doors))
            if doors and made.lists and self.often(0.3):
                table.routes.append(("Ranges",) + dice.choice(doors))
            six = [("igw", vpc.id + "Igw")] * vpc.igw + [("eigw", vpc.id + "Eigw")] * vpc.eigw
            if vpc.six and six and self.often(0.8):
                table.routes.append(("::/0",) + dice.choice(six))
            for one in made.peerings:
                other = next(far for far in made.vpcs if far.id != vpc.id)
                for cidr in other.cidrs:
                    if self.often(0.8):
                        table.routes.append((dice.choice([cidr, cidr, cidr.replace("/16", "/23")]), "peering", one.id))
                if other.six and self.often(0.8):
                    table.routes.append((other.six, "peering", one.id))
            self.unambiguous(table)
            made.tables.append(table)
        if self.often(0.3):
            acl = Acl(vpc.id + "Acl", vpc.id)
            for number in range(dice.randint(1, 5)):
                acl.entries.append(self.entry(100 + 10 * number, vpc))
            dice.shuffle(acl.entries)
            made.acls.append(acl)
        for subnet in mine:
            tables = [table.id for table in made.tables if table.vpc == vpc.id]
            subnet.table = dice.choice(tables + tables + [""])
            acls = [acl.id for acl in made.acls if acl.vpc == vpc.id]
            subnet.acl = dice.choice(acls + [""]) if acls else ""

    def unambiguous(self, table):
        """Drops a route to a destination that another names already: AWS would refuse or prefer by rules of its own."""
        lists, seen, kept = {one.id: one.cidrs for one in self.made.lists}, set(), []
        for route in table.routes:
            cidrs = set(lists.get(route[0], [route[0]]))
            if not cidrs & seen:
                seen |= cidrs
                kept.append(route)
        table.routes = [route for route in kept if not self.inside(route, table.vpc, lists)]

    def inside(self, route, vpc, lists):
        """A route inside the VPC's own range beats the local one: not a matter for this simulator."""
        return any(cidr.startswith("10.") and route[1] != "peering" for cidr in lists.get(route[0], [route[0]]))

    def span(self):
        port = self.dice.choice(self.ports)
        return self.dice.choice([(port, port), (port, port), (0, 65535), (1024, 65535), (80, 443), (32768, 65535)])

    def cidrs(self, vpc_id):
        vpc = next(one for one in self.made.vpcs if one.id == vpc_id)
        mine = [subnet.cidr for subnet in self.made.subnets]
        near = vpc.cidrs + mine + [mine[0].replace("/24", "/25")]
        everything = ["0.0.0.0/0"] * 4 + FOREIGN + near * 2
        if vpc.six:
            everything += SIX_FOREIGN + [vpc.six] + [subnet.six for subnet in self.made.subnets if subnet.six]
        return everything

    def entry(self, number, vpc):
        cidr = self.dice.choice(self.cidrs(vpc.id))
        low, high = self.dice.choice([self.span(), (0, 65535), (1024, 65535)])
        protocol = self.dice.choice(["-1", "-1", "tcp", "tcp", "tcp", "udp", "icmpv6" if ":" in cidr else "icmp"])
        return Entry(number, protocol, low, high, cidr, self.often(0.75), self.often(0.5))

    def rule(self, vpc, egress):
        dice = self.dice
        low, high = self.span()
        near = {vpc} | {end for one in self.made.peerings for end in (one.here, one.there)}
        peers = [("cidr", "0.0.0.0/0")] * 2 + [("cidr", dice.choice(self.cidrs(vpc)))] * 3
        peers += [("group", dice.choice([group.id for group in self.made.groups if group.vpc in near] or ["Group0"]))] * 2
        peers += [("default", vpc)] if self.often(0.2) else []
        peers += [("list", "Ranges")] if self.made.lists else []
        peer = dice.choice(peers)
        if peer[0] == "group" and not any(group.id == peer[1] and group.vpc in near for group in self.made.groups):
            peer = ("cidr", "0.0.0.0/0")
        protocol = dice.choice(["tcp"] * 6 + ["-1", "-1", "udp", "icmpv6" if ":" in peer[1] else "icmp"])
        if protocol == "-1":
            low, high = 0, 65535
        return Rule(protocol, low, high, peer, peer[0] == "group" or self.often(0.3))  # groups must not name each other in a circle

    def rules(self, group):
        for _ in range(self.dice.choice([0, 1, 2, 2, 3, 4])):
            group.ingress.append(self.rule(group.vpc, False))
        way = self.dice.choice(["default"] * 6 + ["listed"] * 4 + ["empty", "apart"])
        if way == "listed":
            group.egress = [self.rule(group.vpc, True) for _ in range(self.dice.randint(1, 2))]
            if group.egress[0].peer[0] == "group":
                group.egress[0] = Rule("tcp", 0, 65535, ("cidr", "0.0.0.0/0"))
            group.egress[0].apart = False
            group.egress_listed = True
        elif way == "empty":
            group.egress_listed = True
        elif way == "apart":
            group.egress = [self.rule(group.vpc, True)]
            group.egress[0].apart = True

    def host(self, index):
        dice, made = self.dice, self.made
        vpc = dice.choice(made.vpcs)
        mine = [subnet.id for subnet in made.subnets if subnet.vpc == vpc.id]
        groups = [group.id for group in made.groups if group.vpc == vpc.id] + ["default:" + vpc.id]
        kinds = ["instance"] * 4 + ["asg"] * 3 + ["database"] * 3 + ["files", "function", "cache", "endpoint"]
        automatic = any(subnet.auto_six for subnet in made.subnets if subnet.vpc == vpc.id)
        kind = dice.choice(kinds if automatic else kinds + ["service"])
        subnets = [dice.choice(mine)] if kind == "instance" else dice.sample(mine, dice.randint(1, min(2, len(mine))))
        chosen = dice.sample(groups, dice.randint(1, min(2, len(groups))))
        if len(groups) > 1 and self.often(0.8):
            chosen = [group for group in chosen if not group.startswith("default:")] or groups[:1]
        host = Host(f"Host{index}", kind, subnets, chosen)
        if kind in ("instance", "asg"):
            host.public = dice.choice([None, None, True, False])
            host.elastic = kind == "instance" and self.often(0.2)
            host.six = bool(vpc.six) and self.often(0.6)
        elif kind in ("database", "service"):
            host.public = dice.choice([True, True, False, False, None])
        if kind == "instance" and self.often(0.2):
            self.routes_by(host, vpc)
        if kind == "files":
            host.target_groups = [dice.choice([chosen, [dice.choice(groups)]]) for _ in subnets]
        if self.often(0.1) and kind in ("instance", "asg", "database"):
            host.groups = []
        made.hosts.append(host)

    def routes_by(self, host, vpc):
        """Makes the host the way out of another subnet of its VPC."""
        dice, made = self.dice, self.made
        host.router, host.elastic = self.often(0.85), True
        mine = next(subnet for subnet in made.subnets if subnet.id == host.subnets[0])
        others = [subnet for subnet in made.subnets if subnet.vpc == vpc.id and subnet.id != mine.id]
        if not others or not vpc.igw:
            return
        far = dice.choice(others)
        far.table, mine.table = host.id + "Table", host.id + "OwnTable"
        made.tables += [Table(far.table, vpc.id, [("0.0.0.0/0", "router", host.id)]),
                        Table(mine.table, vpc.id, [("0.0.0.0/0", "igw", vpc.id + "Igw")] * self.often(0.9))]
        for group in made.groups:
            if group.id in host.groups and self.often(0.7):
                group.ingress.append(Rule(dice.choice(["-1", "tcp"]), 0, 65535, ("cidr", dice.choice([far.cidr, vpc.cidrs[0]]))))
        self.beyond.append(far.id)

    def balancer(self, index):
        dice, made = self.dice, self.made
        hosts = [host for host in made.hosts if host.kind in ("instance", "asg", "service")]
        if not hosts:
            return
        host = dice.choice(hosts)
        vpc = next(subnet.vpc for subnet in made.subnets if subnet.id == host.subnets[0])
        mine = [subnet for subnet in made.subnets if subnet.vpc == vpc]
        groups = [group.id for group in made.groups if group.vpc == vpc]
        kind = dice.choice(["nlb", "nlb", "alb"])
        one = Balancer(f"Balancer{index}", kind, self.often(0.85), [], None)
        one.subnets = [subnet.id for subnet in dice.sample(mine, dice.randint(1, min(2, len(mine))))]
        if groups and self.often(0.7):
            one.groups = dice.sample(groups, 1)
        one.dual = all(subnet.six for subnet in mine) and self.often(0.5)
        taken = set()
        for number in range(dice.choice([1, 1, 2])):
            listener, target = dice.choice([("TCP", "TCP"), ("TLS", "TCP"), ("TCP", "TCP"), ("UDP", "UDP")]
                                           if kind == "nlb" else [("HTTP", "HTTP"), ("HTTPS", "HTTP")])
            port = dice.choice(self.ports)
            if port in taken:
                continue
            taken.add(port)
            type = "ip" if host.kind == "service" else "instance"
            keep = dice.choice([None, None, True, False]) if kind == "nlb" and target == "TCP" else None
            group = TargetGroup(f"Targets{index}{number}", vpc, target, dice.choice([port, dice.choice(self.ports)]), type, keep, [host.id])
            made.target_groups.append(group)
            one.listeners.append((listener, port, group.id))
            others = [other for other in hosts if other.id != host.id and other.kind in ("instance", "asg") and type == "instance"
                      and any(subnet.id == other.subnets[0] for subnet in mine)]
            if others and self.often(0.3):
                group.targets.append(dice.choice(others).id)
            elif others and self.often(0.4):
                second = TargetGroup(group.id + "Too", vpc, target, dice.choice(self.ports), type, keep, [dice.choice(others).id])
                made.target_groups.append(second)
                one.listeners.append((listener, port, second.id))
        made.balancers.append(one)
        if one.listeners and self.often(0.9):
            self.helped(one, host)

    def helped(self, one, host):
        """Rules and routes without which hardly a packet would get through a balancer, and targets that look at the source."""
        dice, made = self.dice, self.made
        groups = {group.id: group for group in made.groups}
        subnets = [subnet for subnet in made.subnets if subnet.id in one.subnets]
        vpc = next(vpc for vpc in made.vpcs if vpc.id == subnets[0].vpc)
        if one.facing and vpc.igw and self.often(0.95):
            table = Table(f"{one.id}Table", vpc.id, [("0.0.0.0/0", "igw", vpc.id + "Igw")])
            table.routes += [("::/0", "igw", vpc.id + "Igw")] if vpc.six else []
            made.tables.append(table)
            for subnet in subnets[:dice.choice([1, 2, 2])]:
                subnet.table = table.id
                subnet.acl = subnet.acl if self.often(0.5) else ""
        for _, port, target in one.listeners:
            protocol = "udp" if any(group.id == target and group.protocol == "UDP" for group in made.target_groups) else "tcp"
            clients = ["0.0.0.0/0"] * 3 + FOREIGN[:1] + vpc.cidrs + ["::/0", "::/0"] * one.dual
            for id in one.groups or []:
                groups[id].ingress.append(Rule(protocol, port, port, ("cidr", dice.choice(clients)), self.often(0.3)))
            at = next(group.port for group in made.target_groups if group.id == target)
            peers = [("cidr", cidr) for cidr in vpc.cidrs + [subnets[0].cidr, "0.0.0.0/0", "203.0.113.0/24"]]
            peers += [("group", id) for id in one.groups or []] * 2
            for id in host.groups[:1]:
                if id in groups:
                    groups[id].ingress.append(Rule(protocol, at, at, dice.choice(peers), True))

    def question(self):
        dice, made = self.dice, self.made
        hosts, balancers = [host.id for host in made.hosts], [one.id for one in made.balancers]
        if self.beyond and self.often(0.4):
            return Question(dice.choice(self.beyond), dice.choice(["internet", OUTSIDE[0]]), "tcp", str(dice.choice(self.ports)))
        if made.balancers and self.often(0.35):
            return self.question_of_balancer()
        target = dice.choice(hosts * 3 + balancers + ["internet"])
        if target == "internet":
            source = dice.choice(hosts * 2 + [subnet.id for subnet in made.subnets])
            target = dice.choice(["internet", "internet", dice.choice(OUTSIDE)])
        else:
            private = [subnet.cidr for subnet in made.subnets] + made.vpcs[0].cidrs[-1:]
            source = dice.choice(["internet"] * 4 + OUTSIDE + hosts * 3 + balancers + private
                                 + [subnet.id for subnet in made.subnets])
        ports = dice.choice([str(port) for port in self.ports] * 6 + ["any", "80-443", "1024-65535"])
        kind = dice.choice(["tcp"] * 8 + ["udp", "icmp", "any"])
        if kind == "icmp":
            ports = "any"
        avoid = (dice.choice(balancers),) if target in hosts and balancers and self.often(0.1) else ()
        return Question(source, target, kind, ports, avoid, source != target and target in hosts and self.often(0.08))

    def question_of_balancer(self):
        dice, made = self.dice, self.made
        one = dice.choice([one for one in made.balancers if one.listeners] or made.balancers)
        groups = {group.id: group for group in made.target_groups}
        source = dice.choice(["internet"] * 5 + OUTSIDE[:3] + ["2001:db8::/32"] * one.dual + [one.id]
                             + [subnet.id for subnet in made.subnets] * (not one.facing))
        if not one.listeners or self.often(0.15) and source != one.id:
            return Question(source, one.id, "tcp", str(dice.choice(one.listeners)[1] if one.listeners else 80))
        protocol, _, group = dice.choice(one.listeners)
        avoid = (dice.choice(made.balancers).id,) if self.often(0.1) else ()
        return Question(source, dice.choice(groups[group].targets), "udp" if protocol == "UDP" else "tcp", str(groups[group].port), avoid)


def invent(seed, questions=6):
    inventor = Inventor(seed)
    network = inventor.network()
    return network, [inventor.question() for _ in range(questions)]
