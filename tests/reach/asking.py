"""What the flows of a question are, and its answer from the simulator: yes, no, some, or several worlds' answers."""
import dataclasses
import itertools

from addresses import block, is_private, representatives
from simulator import ANY_PORTS, OWN_PORTS, Nic, Outside, Simulator, Undefined, worlds

TAKEN = ("instance", "asg", "service")  # what an attacker may take over


def answers(network, question):
    """The set of answers in all worlds. More than one: nothing but `unknown` is right."""
    return {ask(Simulator(network, world), question) for world in worlds(network)}


def ask(simulator, question):
    if question.pivot:
        return pivot(simulator, question)
    outcomes = set()
    for flow in flows(simulator, question):
        outcomes |= passes(simulator, question, *flow)
        if len(outcomes) == 2:
            return "some"
    if not outcomes:
        raise Undefined("no packet is part of the question")
    return "yes" if outcomes == {True} else "no"


def pivot(simulator, question):
    """Everything that can be taken over, step by step, then whether any of it gets there."""
    plain = dataclasses.replace(question, pivot=False)
    taken, left = [question.source], [host.id for host in simulator.network.hosts if host.kind in TAKEN]
    unclear = False
    for source in taken:
        for host in list(left):
            if host == question.source:
                continue
            there = gets_there(simulator, dataclasses.replace(plain, source=source, target=host, protocol="tcp", ports="any"))
            unclear |= there is None
            if there:
                taken.append(host)
                left.remove(host)
    if question.target in taken:
        raise Undefined("the target itself is taken over")
    ends_there = [gets_there(simulator, dataclasses.replace(plain, source=source)) for source in taken]
    if True not in ends_there and (unclear or None in ends_there):
        raise Undefined("a step of it is")
    return "yes" if True in ends_there else "no"


def gets_there(simulator, question):
    """Whether any flow passes; None if that is undefined."""
    try:
        return any(True in passes(simulator, question, *flow) for flow in flows(simulator, question))
    except Undefined:
        return None


def flows(simulator, question):
    """(client, its address, target, its address, protocol, port, client port, port of whatever stands between)."""
    pairs = list(ends(simulator, question))
    protocols = ["tcp", "udp", "icmp"] if question.protocol == "any" else [question.protocol]
    for (client, source, target, address), protocol in itertools.product(pairs, protocols):
        outer = isinstance(client, Outside) or client.owner in simulator.balancers
        client_ports = port_cells(simulator, ANY_PORTS if outer else OWN_PORTS, acls_only=True)
        middles = port_cells(simulator, ANY_PORTS, acls_only=True) if has_middle(simulator) else [ANY_PORTS[0]]
        if protocol == "icmp":
            spoken = "icmp" if (source or address)[0] == 4 else "icmpv6"
            ports, client_ports, middles = [0], [0], [0]
        else:
            spoken = protocol
            low, high = {"any": (1, 65535)}.get(question.ports) or [int(one) for one in (question.ports.split("-") * 2)[:2]]
            ports = port_cells(simulator, (low, high))
        for port, client_port, middle in itertools.product(ports, client_ports, middles):
            yield client, source, target, address, spoken, port, client_port, middle


def has_middle(simulator):
    return bool(simulator.network.acls) and bool(simulator.network.nats or simulator.network.balancers)


def port_cells(simulator, span, acls_only=False):
    network = simulator.network
    spans = [(one.low, one.high) for acl in network.acls for one in acl.entries]
    if not acls_only:
        rules = [rule for group in network.groups for rule in group.ingress + group.egress]
        rules += [rule for vpc in network.vpcs for rule in vpc.default_ingress]
        spans += [(rule.low, rule.high) for rule in rules]
        spans += [(port, port) for balancer in network.balancers for _, port, _ in balancer.listeners]
        spans += [(group.port, group.port) for group in network.target_groups]
    return representatives([span], {edge for low, high in spans for edge in (low, high + 1)})


def ends(simulator, question):
    """Who speaks to whom, with addresses. An address None means: it has none of this kind, so nothing can pass."""
    known = set(simulator.hosts) | set(simulator.balancers)
    if question.target not in known:
        for nic in simulator.interfaces(question.source):
            for address in simulator.outside(question.target, nic.six):
                if address[0] == 4 or nic.six:
                    for source in simulator.addresses(nic, address[0]):
                        yield nic, source, None, address
        return
    targets = simulator.interfaces(question.target)
    if question.source not in known | set(simulator.subnets):
        if question.source != "internet" and is_private(question.source):
            clients = list(private(simulator, question.source, targets))
        else:
            six = any(nic.six for nic in targets) or bool(dual_ways(simulator, question))
            for source in simulator.outside(question.source, six):
                for target in targets:
                    for address in simulator.addresses(target, source[0] if target.six else 4):
                        yield Outside(source), source, target, address
            return
    else:
        clients = simulator.interfaces(question.source)
    for client, target in itertools.product(clients, targets):
        if question.source == question.target and getattr(simulator.hosts.get(question.source), "kind", "") != "asg":
            raise Undefined("a thing to itself")
        for version in [4] + [6] * (client.six and target.six):
            for source in simulator.addresses(client, version):
                for address in simulator.addresses(target, version):
                    yield client, source, target, address


def private(simulator, cidr, targets):
    """Whoever may have an address of a private block, in the targets' VPC and those it is peered with: hosts of the
    network with their own groups, and hosts that somebody could put there."""
    here = {simulator.subnets[nic.subnet].vpc for nic in targets}
    near = here | {end for one in simulator.network.peerings if {one.here, one.there} & here
                   for end in (one.here, one.there)}
    first, last = block(cidr)[1:]
    for subnet in simulator.network.subnets:
        low, high = block(subnet.cidr)[1:]
        span = max(first, low + 4), min(last, high - 1)
        if subnet.vpc in near and span[0] <= span[1]:
            yield Nic("", subnet.id, None, False, False, span)
    for name in [one.id for one in simulator.network.hosts + simulator.network.balancers]:
        if any(nic.owner == name for nic in targets) and getattr(simulator.hosts.get(name), "kind", "") not in ("asg", "service"):
            continue  # nothing is asked of a host and itself
        for nic in simulator.interfaces(name):
            low, high = block(simulator.subnets[nic.subnet].cidr)[1:]
            if simulator.subnets[nic.subnet].vpc not in near or high < first or last < low:
                continue
            if low < first or last < high:
                raise Undefined("which address of its subnet a host has")
            yield dataclasses.replace(nic, six=False)


def listeners_to(simulator, question, name):
    """(balancer, listener, target group) of each way to `name` through a balancer that counts."""
    groups = {group.id: group for group in simulator.network.target_groups}
    for balancer in simulator.network.balancers:
        if balancer.id not in question.avoid:
            for protocol, port, group in balancer.listeners:
                if name in groups[group].targets:
                    yield balancer, (protocol, port), groups[group]


def dual_ways(simulator, question):
    return [one for one in listeners_to(simulator, question, question.target) if one[0].dual]


def speaks(listener, group, protocol):
    mine = {"TCP": ("tcp",), "TLS": ("tcp",), "UDP": ("udp",), "TCP_UDP": ("tcp", "udp"), "HTTP": ("tcp",), "HTTPS": ("tcp",)}
    return protocol in mine[listener] and protocol in mine[group.protocol]


def passes(simulator, question, client, source, target, address, protocol, port, client_port, middle):
    """The outcomes of a flow; two if it depends on which node of a balancer it meets."""
    if target is None:
        return {simulator.went_out(client, source, address, protocol, port, client_port, middle)}
    listener_needed = target.owner in simulator.balancers
    if listener_needed:
        balancer = simulator.balancers[target.owner]
        if balancer.id in question.avoid:
            return {False}
        if not any(speaks_front(one, protocol) and at == port for one, at, _ in balancer.listeners):
            return {False}
    if reached(simulator, client, source, target, address, protocol, port, client_port):
        return {True}
    possible = False
    for balancer, (spoken, at), group in listeners_to(simulator, question, target.owner):
        if not speaks(spoken, group, protocol) or group.port != port or listener_needed:
            continue
        if isinstance(client, Nic) and (client.owner == balancer.id):
            continue
        if isinstance(client, Nic) and (balancer.facing or client.owner in group.targets):
            raise Undefined("by way of public addresses, or back to itself")
        through = [via(simulator, balancer, at, group, node, client, source, target, address, protocol, client_port, middle)
                   for node in simulator.nodes(balancer)]
        outcomes = set().union(*through)
        if outcomes == {True}:
            return {True}
        possible |= True in outcomes
    return {True, False} if possible else {False}


def speaks_front(listener, protocol):
    return protocol in {"UDP": ("udp",), "TCP_UDP": ("tcp", "udp")}.get(listener, ("tcp",))


def reached(simulator, client, source, target, address, protocol, port, client_port):
    if isinstance(client, Outside):
        return source[0] == address[0] and simulator.came_in(source, target, protocol, port, client_port)
    if isinstance(client, Nic) and target.owner in simulator.balancers and simulator.balancers[target.owner].facing:
        raise Undefined("by way of public addresses")
    if target.owner in simulator.hosts and simulator.hosts[target.owner].kind == "function":
        return False
    return simulator.connected(client, source, target, address, protocol, port, client_port)


def via(simulator, balancer, at, group, node, client, source, target, address, protocol, client_port, middle):
    """The outcomes by way of one node, over the addresses the node may have."""
    if source[0] == 6 and not balancer.dual:
        return {False}
    found = set()
    fours = simulator.addresses(target) if address[0] == 6 else [address]
    for node_address in simulator.addresses(node):
        if isinstance(client, Outside):
            fronts = [simulator.came_in(source, node, protocol, at, client_port)]
        else:
            reached_at = simulator.addresses(node, 6) if source[0] == 6 else [node_address]
            fronts = [simulator.connected(client, source, node, one, protocol, at, client_port) for one in reached_at]
        for front, four in itertools.product(fronts, fours):
            found.add(bool(front and simulator.behind(balancer, group, node, node_address, source, target, four, protocol,
                                                      client_port, middle)))
    return found
