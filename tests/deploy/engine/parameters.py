"""The values of a template's parameters, checked against their declarations."""
import re

from botocore.exceptions import ClientError

from .aws import client
from .intrinsics import text
from .template import TemplateError


def resolve(template, given, region):
    declared = template.get("Parameters") or {}
    for name in given:
        if name not in declared:
            raise TemplateError(f"Parameters: [{name}] do not exist in the template")
    return {name: _value(name, declaration, given, region) for name, declaration in declared.items()}


def _value(name, declaration, given, region):
    raw = given.get(name, declaration.get("Default"))
    if raw is None:
        raise TemplateError(f"Parameters: [{name}] must have values")
    raw = text(raw)
    _check(name, declaration, raw)
    kind = declaration.get("Type", "String")
    if kind.startswith("AWS::SSM::Parameter::Value"):
        raw = _from_parameter_store(raw, region)
    if kind == "CommaDelimitedList" or "List<" in kind:
        return [part.strip() for part in raw.split(",")] if raw else []
    return raw


def _check(name, declaration, raw):
    allowed = declaration.get("AllowedValues")
    if allowed and raw not in map(text, allowed):
        raise TemplateError(f"Template error: Parameter '{name}' must be one of AllowedValues")
    pattern = declaration.get("AllowedPattern")
    if pattern and not re.fullmatch(pattern, raw):
        raise TemplateError(f"Parameter '{name}' failed to satisfy constraint: must match pattern {pattern}")
    if not int(declaration.get("MinLength", 0)) <= len(raw) <= int(declaration.get("MaxLength", 4096)):
        raise TemplateError(f"Parameter '{name}' failed to satisfy constraint: length")
    if declaration.get("Type") == "Number":
        if not float(declaration.get("MinValue", "-inf")) <= float(raw) <= float(declaration.get("MaxValue", "inf")):
            raise TemplateError(f"Parameter '{name}' failed to satisfy constraint: value out of range")


def _from_parameter_store(name, region):
    try:
        return client("ssm", region).get_parameter(Name=name)["Parameter"]["Value"]
    except ClientError:
        raise TemplateError(f"Unable to fetch parameters [{name}] from parameter store for this account.") from None
