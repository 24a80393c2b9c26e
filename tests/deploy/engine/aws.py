"""Calls of moto's service API, fed with the properties of a CloudFormation resource."""
import json
import string
import threading

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError
from moto.moto_api._internal import mock_random

_clients = {}
_lock = threading.Lock()
_endpoint = None


def connect_to(endpoint):
    global _endpoint
    _endpoint = endpoint


def client(service, region):
    with _lock:
        if (service, region) not in _clients:
            config = Config(retries={"total_max_attempts": 1}, s3={"addressing_style": "path"})
            _clients[service, region] = boto3.client(service, region_name=region, endpoint_url=_endpoint, config=config)
        return _clients[service, region]


class Properties:
    """The properties of one resource; remembers which ones something applied."""

    def __init__(self, values):
        self.values = values
        self._applied = set()
        self._unknown = []

    def take(self, name, default=None):
        self._applied.add(name)
        return self.values.get(name, default)

    def take_all(self, *names):
        return {name: self.take(name) for name in names if name in self.values}

    def is_applied(self, name):
        return name in self._applied

    def note(self, what):
        """Names something inside a property that nothing applied."""
        self._unknown.append(what)

    def unapplied(self):
        return sorted(set(self.values) - self._applied) + self._unknown


class Context:
    """Where a resource is made: the stack's account and region, and names in CloudFormation's style."""

    def __init__(self, stack_name, logical_id, region, account):
        self.stack_name = stack_name
        self.logical_id = logical_id
        self.region = region
        self.account = account

    def client(self, service):
        return client(service, self.region)

    def name(self, longest=64):
        """A generated physical name. moto's random numbers are seeded, so it is the same in each run."""
        suffix = "".join(mock_random.choice(string.ascii_uppercase + string.digits) for _ in range(12))
        return f"{self.stack_name}-{self.logical_id}"[: longest - 13].rstrip("-") + "-" + suffix

    def call(self, service, operation, properties=None, rename=None, **fixed):
        """Calls an operation with every property that has the name of one of its members, and with the fixed arguments."""
        api = self.client(service)
        members = api.meta.service_model.operation_model(api.meta.method_to_api_mapping[operation]).input_shape.members
        by_lower_case = {name.lower(): name for name in members}
        arguments = {}
        for name, value in (properties.values.items() if properties else ()):
            member = (rename or {}).get(name) or by_lower_case.get(name.lower())
            if member in members and not properties.is_applied(name):
                arguments[member] = _fit(members[member], properties.take(name), name, properties.note)
        for name, value in fixed.items():
            if value is not None:
                arguments[name] = _fit(members[name], value, name, properties.note if properties else _refuse)
        return getattr(api, operation)(**arguments)


def _refuse(what):
    raise KeyError(what)


def _fit(shape, value, path, note):
    """The value in the types that the API wants; a member that the API lacks is left out and noted."""
    kind = shape.type_name
    if kind == "structure" and isinstance(value, dict):
        return _fit_structure(shape, value, path, note)
    if kind == "list":
        return [_fit(shape.member, item, path, note) for item in (value if isinstance(value, list) else [value])]
    if kind == "map" and isinstance(value, dict):
        return {str(key): _fit(shape.value, item, path, note) for key, item in value.items()}
    if kind in ("integer", "long"):
        return int(value)
    if kind in ("float", "double"):
        return float(value)
    if kind == "boolean":
        return truth(value)
    if kind == "string":
        return as_text(value)
    return value


def _fit_structure(shape, value, path, note):
    by_lower_case = {name.lower(): name for name in shape.members}
    result = {}
    for key, item in value.items():
        member = by_lower_case.get(key.lower())
        if member is None:
            note(f"{path}.{key}")
        else:
            result[member] = _fit(shape.members[member], item, f"{path}.{key}", note)
    return result


def truth(value):
    return value if isinstance(value, bool) else str(value).lower() == "true"


def as_text(value):
    if isinstance(value, (dict, list)):
        return json.dumps(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def tags_of(properties, name="Tags"):
    return [{"Key": tag["Key"], "Value": as_text(tag["Value"])} for tag in properties.take(name) or []]


def tag_specifications(kind, properties):
    tags = tags_of(properties)
    return [{"ResourceType": kind, "Tags": tags}] if tags else None


def ignore_errors(call, *codes):
    """Calls, and ignores the named error codes (all, if none is named): what is to go may be gone already."""
    try:
        return call()
    except ClientError as error:
        if codes and error.response["Error"]["Code"] not in codes:
            raise
        return None
