"""One function for each resource type; importing the modules registers them."""
from . import (backup, compute, database, dns, endpoints, identity, keys, load_balancing, monitoring, network, routing,  # noqa: F401
               security_groups, storage)
