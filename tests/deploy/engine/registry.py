"""How each resource type is made, changed in place, and deleted."""
from dataclasses import dataclass, field
from typing import Callable, Optional


@dataclass
class Made:
    """A resource that was just made: its Ref, its attributes (a callable is asked each time) and how it is deleted."""
    physical_id: str
    attributes: dict = field(default_factory=dict)
    delete: Optional[Callable] = None
    snapshot_and_delete: Optional[Callable] = None


CREATE = {}
UPDATE = {}
READ = {}
EXISTS = {}


def creates(*types):
    """Marks create(context, properties) -> Made for these types."""
    def register(function):
        CREATE.update(dict.fromkeys(types, function))
        return function
    return register


def updates(*types):
    """Marks update(context, resource, properties, changed) -> bool for these types; False asks for a replacement, which is also
    what happens to a type without one."""
    def register(function):
        UPDATE.update(dict.fromkeys(types, function))
        return function
    return register


def reads(*types):
    """Marks read(context, resource) -> dict for these types: those properties that can be read back, as they are now; None if the
    resource is gone. A type without one is not checked for drift."""
    def register(function):
        READ.update(dict.fromkeys(types, function))
        return function
    return register


def exists(*types):
    """Marks exists(client, properties) -> name for these types: the name that the template gives and that is taken, else None."""
    def register(function):
        EXISTS.update(dict.fromkeys(types, function))
        return function
    return register
