"""Names that a template gives and that are taken already: found before a change set can be executed."""
from .aws import client
from .registry import EXISTS


def conflicts(stack, template, added):
    """Logical ids of those among the added resources, each with the reason."""
    found = {}
    for logical_id in added:
        entry = template["Resources"][logical_id]
        exists = EXISTS.get(entry["Type"])
        name = exists and exists(lambda service: client(service, stack.region), entry.get("Properties") or {})
        if name:
            found[logical_id] = f"Resource of type '{entry['Type']}' with identifier '{name}' already exists."
    return found
