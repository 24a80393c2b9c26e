"""The cases, in the order in which they run: those of one site together, for a site is deployed once."""
ALL = {}


def case(function):
    """Registers a case under its name, in words."""
    ALL[function.__name__.replace("_", " ")] = function
    return function


from . import one_node, several_nodes, failures, operations, packaged, amazon  # noqa: E402,F401
