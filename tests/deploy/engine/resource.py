"""One resource of a stack."""
from datetime import datetime, timezone

from .intrinsics import evaluate
from .template import TemplateError


class Resource:
    def __init__(self, logical_id, entry, properties, made, needs):
        self.logical_id = logical_id
        self.type = entry["Type"]
        self.properties = properties
        self.made = made
        self.needs = needs
        self.status = "CREATE_COMPLETE"
        self.reason = None
        self.changed_at = datetime.now(timezone.utc)
        self.keep_policies(entry)

    def keep_policies(self, entry):
        self.on_delete = entry.get("DeletionPolicy", "Snapshot" if self.type == "AWS::RDS::DBInstance" else "Delete")
        self.on_replace = entry.get("UpdateReplacePolicy", "Delete")

    @property
    def physical_id(self):
        return self.made.physical_id

    def attribute(self, name):
        if name not in self.made.attributes:
            raise TemplateError(f"Template error: resource {self.logical_id} does not support attribute type {name} in Fn::GetAtt")
        value = self.made.attributes[name]
        return value() if callable(value) else value

    def mark(self, status, reason=None):
        self.status, self.reason, self.changed_at = status, reason, datetime.now(timezone.utc)

    def delete(self, policy):
        if policy == "Snapshot" and self.made.snapshot_and_delete:
            self.made.snapshot_and_delete()
        elif self.made.delete:
            self.made.delete()


class Scope:
    """What the intrinsics of one template see while its resources are made."""

    def __init__(self, template, parameters, pseudo, region, exports):
        self.template = template
        self.parameters = parameters
        self.pseudo = pseudo
        self.region = region
        self.exports = exports
        self.resources = {}
        self._conditions = {}

    def condition(self, name):
        conditions = self.template.get("Conditions") or {}
        if name not in conditions:
            raise TemplateError(f"Template error: unresolved condition dependency {name}")
        if name not in self._conditions:
            self._conditions[name] = bool(evaluate(conditions[name], self))
        return self._conditions[name]

    def has(self, entry):
        return "Condition" not in entry or self.condition(entry["Condition"])

    def resource(self, logical_id):
        return self.resources.get(logical_id)
