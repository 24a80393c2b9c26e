"""What a template would change in a stack."""
from datetime import datetime, timezone

from moto.cloudformation.exceptions import ValidationError
from moto.moto_api._internal import mock_random

from .references import references
from .template import TemplateError

NOTHING = "The submitted information didn't contain changes. Submit different information to create a change set."


class ChangeSet:
    def __init__(self, name, kind, stack, body, given):
        self.name, self.kind, self.stack, self.body, self.given = name, kind, stack, body, given
        self.id = f"arn:aws:cloudformation:{stack.region}:{stack.account}:changeSet/{name}/{mock_random.uuid4()}"
        self.created_at = datetime.now(timezone.utc)
        try:
            self._scope = stack.scope(body, given)
        except TemplateError as error:
            raise ValidationError(message=str(error)) from error
        self.changes = self._changes()
        self.failed = kind == "UPDATE" and not self.changes and not self._other_outputs()

    def execute(self):
        if self.failed:
            raise ValidationError(message=f"ChangeSet [{self.id}] cannot be executed in its current status of [FAILED]")
        if self.kind == "CREATE":
            self.stack.create(self.body, self.given)
        else:
            self.stack.update(self.body, self.given)

    def summary(self):
        return {
            "StackId": self.stack.id, "StackName": self.stack.name, "ChangeSetId": self.id, "ChangeSetName": self.name,
            "ExecutionStatus": "UNAVAILABLE" if self.failed else "AVAILABLE", "Status": "FAILED" if self.failed else "CREATE_COMPLETE",
            "StatusReason": NOTHING if self.failed else None, "CreationTime": self.created_at,
        }

    def description(self):
        return {**self.summary(), "Changes": [{"Type": "Resource", "ResourceChange": change} for change in self.changes]}

    def _changes(self):
        before, after = self.stack.template.get("Resources") or {}, self._scope.template["Resources"]
        there = set(self.stack.resources)
        wanted = {logical_id for logical_id, entry in after.items() if self._scope.has(entry)}
        added = [("Add", logical_id, after[logical_id]) for logical_id in after if logical_id in wanted - there]
        modified = [
            ("Modify", logical_id, after[logical_id]) for logical_id in after
            if logical_id in wanted & there and self._differs(before[logical_id], after[logical_id])
        ]
        removed = [("Remove", logical_id, before[logical_id]) for logical_id in there - wanted]
        return [
            {"Action": action, "LogicalResourceId": logical_id, "ResourceType": entry["Type"]}
            for action, logical_id, entry in added + modified + removed
        ]

    def _differs(self, before, after):
        changed_parameters = {name for name in {*self.given, *self.stack.given} if self.given.get(name) != self.stack.given.get(name)}
        return before != after or bool(references(after) & changed_parameters)

    def _other_outputs(self):
        return (self.stack.template.get("Outputs") or {}) != (self._scope.template.get("Outputs") or {})
