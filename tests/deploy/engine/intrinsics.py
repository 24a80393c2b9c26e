"""Evaluates intrinsic functions and dynamic references.

A scope is what they need to know: `template`, `region`, `pseudo`, `parameters`, `exports`, `condition(name)` and `resource(logical_id)`
(None where a condition leaves the resource out).
"""
import base64
import ipaddress
import itertools
import json
import re

from botocore.exceptions import ClientError

from .aws import client
from .references import attribute_path, substitutions
from .template import TemplateError

NO_VALUE = object()


def text(value):
    """A value as CloudFormation writes it into a text."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def evaluate(value, scope):
    if isinstance(value, list):
        return [item for item in (evaluate(item, scope) for item in value) if item is not NO_VALUE]
    if not isinstance(value, dict):
        return value
    if len(value) == 1:
        (key, argument), = value.items()
        if key in _FUNCTIONS and not (key == "Condition" and not isinstance(argument, str)):
            return _FUNCTIONS[key](argument, scope)
        if key.startswith("Fn::"):
            raise TemplateError(f"Template error: unsupported intrinsic {key}")
    evaluated = {key: evaluate(item, scope) for key, item in value.items()}
    return {key: item for key, item in evaluated.items() if item is not NO_VALUE}


def _ref(name, scope):
    if name == "AWS::NoValue":
        return NO_VALUE
    for known in (scope.pseudo, scope.parameters):
        if name in known:
            return known[name]
    resource = scope.resource(name)
    if resource is None:
        raise TemplateError(f"Template format error: Unresolved resource dependencies [{name}] in the Resources block of the template")
    return resource.physical_id


def _get_att(argument, scope):
    logical_id, attribute = attribute_path(argument)
    resource = scope.resource(logical_id)
    if resource is None:
        raise TemplateError(f"Template error: Fn::GetAtt references {logical_id}, which a condition leaves out")
    return resource.attribute(evaluate(attribute, scope))


def _sub(argument, scope):
    template, variables = substitutions(argument)
    variables = {name: evaluate(value, scope) for name, value in variables.items()}

    def one(match):
        name = match.group(1)
        if name.startswith("!"):
            return "${" + name[1:] + "}"
        if name in variables:
            return text(variables[name])
        value = _get_att(name, scope) if "." in name and not name.startswith("AWS::") else _ref(name, scope)
        return ",".join(map(text, value)) if isinstance(value, list) else text(value)

    return re.sub(r"\$\{([^}]*)\}", one, template)


def _cidr(argument, scope):
    block, count, bits = evaluate(argument, scope)
    network = ipaddress.ip_network(block)
    return [str(part) for part in itertools.islice(network.subnets(new_prefix=network.max_prefixlen - int(bits)), int(count))]


def _get_azs(argument, scope):
    region = evaluate(argument, scope) or scope.region
    zones = client("ec2", region).describe_availability_zones()["AvailabilityZones"]
    return [zone["ZoneName"] for zone in zones][:3]


def _find_in_map(argument, scope):
    mapping, first, second = evaluate(argument[:3], scope)
    try:
        return scope.template["Mappings"][mapping][first][second]
    except KeyError:
        raise TemplateError(f"Template error: Unable to get mapping for {mapping}::{first}::{second}") from None


def _select(argument, scope):
    index, items = int(evaluate(argument[0], scope)), evaluate(argument[1], scope)
    if not isinstance(items, list) or not 0 <= index < len(items):
        raise TemplateError(f"Template error: Fn::Select cannot select nonexistent value at index {index}")
    return items[index]


def _import_value(argument, scope):
    name = evaluate(argument, scope)
    if name not in scope.exports:
        raise TemplateError(f"No export named {name} found.")
    return scope.exports[name]


def _if(argument, scope):
    return evaluate(argument[1] if scope.condition(argument[0]) else argument[2], scope)


def _base64(argument, scope):
    return base64.b64encode(evaluate(argument, scope).encode()).decode()


def _equals(argument, scope):
    left, right = evaluate(argument, scope)
    return text(left) == text(right)


_FUNCTIONS = {
    "Ref": _ref,
    "Condition": lambda argument, scope: scope.condition(argument),
    "Fn::GetAtt": _get_att,
    "Fn::Sub": _sub,
    "Fn::Cidr": _cidr,
    "Fn::GetAZs": _get_azs,
    "Fn::FindInMap": _find_in_map,
    "Fn::Select": _select,
    "Fn::ImportValue": _import_value,
    "Fn::If": _if,
    "Fn::Base64": _base64,
    "Fn::Join": lambda argument, scope: argument[0].join(map(text, evaluate(argument[1], scope))),
    "Fn::Split": lambda argument, scope: evaluate(argument[1], scope).split(argument[0]),
    "Fn::Equals": _equals,
    "Fn::Not": lambda argument, scope: not evaluate(argument[0], scope),
    "Fn::And": lambda argument, scope: all([evaluate(item, scope) for item in argument]),
    "Fn::Or": lambda argument, scope: any([evaluate(item, scope) for item in argument]),
}

_DYNAMIC_REFERENCE = re.compile(r"\{\{resolve:(ssm|ssm-secure|secretsmanager):([^}]*)\}\}")


def resolve_dynamic(value, region):
    """Replaces each {{resolve:...}} by what the account holds there."""
    if isinstance(value, list):
        return [resolve_dynamic(item, region) for item in value]
    if isinstance(value, dict):
        return {key: resolve_dynamic(item, region) for key, item in value.items()}
    if not isinstance(value, str):
        return value
    return _DYNAMIC_REFERENCE.sub(lambda match: _look_up(match, region), value)


def _look_up(match, region):
    service, place = match.groups()
    try:
        if service == "secretsmanager":
            return _secret(place, region)
        return client("ssm", region).get_parameter(Name=place, WithDecryption=True)["Parameter"]["Value"]
    except (ClientError, KeyError) as error:
        raise TemplateError(f"Could not resolve dynamic reference {match.group(0)}: {error}") from error


def _secret(place, region):
    """`secret-id:SecretString:json-key:...`, where the id may be an ARN, which has colons of its own."""
    parts = place.split(":")
    length = 7 if place.startswith("arn:") else 1
    secret_id, json_key = ":".join(parts[:length]), (parts[length:] + ["", ""])[1]
    secret = client("secretsmanager", region).get_secret_value(SecretId=secret_id)["SecretString"]
    return str(json.loads(secret)[json_key]) if json_key else secret
