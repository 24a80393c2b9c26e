"""Questions to a deployed stack. Each check is a function (world, expected) that yields what is wrong, as text."""
from . import access, application, balancer, database, files, fleet, network, stack  # noqa: F401
from .registry import CHECKS


def judge(world, expected):
    """What is wrong, by the name of the check that found it."""
    found = {}
    for name, check in CHECKS.items():
        try:
            problems = list(check(world, expected))
        except (LookupError, StopIteration, RuntimeError, ValueError) as error:  # what the check looks for is not there
            problems = [f"{type(error).__name__}: {error}"]
        if problems:
            found[name] = problems
    return found
