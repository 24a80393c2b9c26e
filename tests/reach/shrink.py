"""Makes a network on which something goes wrong as small as it can be."""
import copy
import dataclasses


def smaller(value):
    """Copies of a network, host or rule with one thing less, the biggest first."""
    for field in dataclasses.fields(value):
        now = getattr(value, field.name)
        if isinstance(now, list):
            for index in range(len(now)):
                yield changed(value, field.name, now[:index] + now[index + 1:])
            for index, one in enumerate(now):
                if dataclasses.is_dataclass(one):
                    for less in smaller(one):
                        yield changed(value, field.name, now[:index] + [less] + now[index + 1:])
        elif now is True or (field.name in ("six", "table", "acl") and now):
            yield changed(value, field.name, type(now)())


def changed(value, name, now):
    made = copy.copy(value)
    setattr(made, name, now)
    return made


def shrink(network, goes_wrong, limit=3000):
    """`goes_wrong` says whether a network still shows the mistake; what it raises means no."""
    tries = 0
    progress = True
    while progress:
        progress = False
        for less in smaller(network):
            tries += 1
            if tries > limit:
                return network
            try:
                wrong = goes_wrong(less)
            except Exception:  # the smaller network makes no sense, such as a route to nothing
                continue
            if wrong:
                network, progress = less, True
                break
    return network
