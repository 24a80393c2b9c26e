"""The checks by name, in the order in which they are written."""
CHECKS = {}


def check(name):
    def register(function):
        assert name not in CHECKS, name
        CHECKS[name] = function
        return function
    return register


def differ(what, found, wanted):
    """One problem if the two differ."""
    if found != wanted:
        yield f"{what}: {found}, not {wanted}"
