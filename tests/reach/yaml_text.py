"""A template (a dictionary with long-form intrinsics) as YAML with short-form tags, as people write it."""
import json
import re

PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_:/-]*(?<!:)")
WORDS = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}


def scalar(value):
    if isinstance(value, str):
        return value if PLAIN.fullmatch(value) and value.lower() not in WORDS else json.dumps(value)
    return json.dumps(value)


def tag(value):
    """(tag, what stands behind it), if the value is an intrinsic with a short form."""
    if isinstance(value, dict) and len(value) == 1:
        (name, inner), = value.items()
        if name in ("Ref", "Condition") and isinstance(inner, str):
            return "!" + name, inner
        if name == "Fn::GetAtt" and isinstance(inner, list) and all(isinstance(part, str) for part in inner):
            return "!GetAtt", ".".join(inner)
        if name.startswith("Fn::") and name != "Fn::Transform":
            return "!" + name[4:], inner
    return None


def lines(value, indent):
    """The value as it stands behind a key: the rest of the key's line, then lines of their own."""
    pad = "  " * indent
    short = tag(value)
    if short and (not isinstance(short[1], (dict, list)) or tag(short[1]) is None):
        head, rest = lines(short[1], indent)
        return short[0] + (" " + head if head else ""), rest
    if isinstance(value, dict) and value:
        made = []
        for key, inner in value.items():
            head, rest = lines(inner, indent + 1)
            made += [f"{pad}{scalar(key)}: {head}".rstrip()] + rest
        return "", made
    if isinstance(value, list) and value:
        made = []
        for inner in value:
            head, rest = lines(inner, indent + 1)
            if head or not rest:
                made += [f"{pad}- {head}".rstrip()] + rest
            else:
                made += [f"{pad}- {rest[0].lstrip()}"] + rest[1:]
        return "", made
    return scalar(value), []


def to_yaml(template):
    head, rest = lines(template, 0)
    return "\n".join([head] * bool(head) + rest) + "\n"
