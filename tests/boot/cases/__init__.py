"""The cases, in the order in which they run: those of one site together, for a site is deployed once."""
ALL = {}
ON_REQUEST = {}


def case(function):
    """Registers a case under its name, in words."""
    ALL[function.__name__.replace("_", " ")] = function
    return function


def on_request(function):
    """One that runs only when it is asked for."""
    ON_REQUEST[function.__name__.replace("_", " ")] = function
    return function


from . import one_node, several_nodes, failures, operations, web_user, packaged, amazon, measure  # noqa: E402,F401
