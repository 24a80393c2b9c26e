"""Blocks of addresses as (version, first, last), and one representative of each cell that bounds cut a block into."""
import functools
import ipaddress

# What the public IPv4 internet is not: RFC 6890 and multicast. The documentation ranges count as public.
NOT_PUBLIC = ["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
              "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3"]


@functools.lru_cache(maxsize=None)
def block(text):
    found = ipaddress.ip_network(text)
    return found.version, int(found.network_address), int(found.broadcast_address)


def contains(text, address):
    version, first, last = block(text)
    return version == address[0] and first <= address[1] <= last


def length(text):
    return int(text.rsplit("/", 1)[1])


def without(spans, taken):
    """The parts of `spans` (first, last) outside the span `taken`."""
    left = []
    for first, last in spans:
        if taken[1] < first or last < taken[0]:
            left.append((first, last))
            continue
        if first < taken[0]:
            left.append((first, taken[0] - 1))
        if taken[1] < last:
            left.append((taken[1] + 1, last))
    return left


def public_spans(text=None):
    """The public IPv4 addresses of a block, or all."""
    spans = [block(text or "0.0.0.0/0")[1:]]
    for other in NOT_PUBLIC:
        spans = without(spans, block(other)[1:])
    return spans


def is_private(text):
    return any(block(text)[0] == 4 and contains(other, (4, block(text)[1])) for other in NOT_PUBLIC)


def representatives(spans, cuts):
    """One value of each cell; a cell begins at each of `cuts` that lies inside a span."""
    values = []
    for first, last in spans:
        values += [first] + [cut for cut in cuts if first < cut <= last]
    return values


def show(address):
    return str(ipaddress.IPv4Address(address[1]) if address[0] == 4 else ipaddress.IPv6Address(address[1]))
