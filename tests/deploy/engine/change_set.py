"""What a template would change in a stack."""
import json
from datetime import datetime, timezone

from moto.cloudformation.exceptions import ValidationError
from moto.moto_api._internal import mock_random

from .conflicts import conflicts
from .create_only import recreation
from .references import creation_order, references
from .template import TemplateError

NOTHING = "The submitted information didn't contain changes. Submit different information to create a change set."
INVALID = "The following resource(s) failed validation: [{}]. To troubleshoot, use the DescribeEvents API."
KEPT = {"Delete": "Delete", "Retain": "Retain", "RetainExceptOnCreate": "Retain", "Snapshot": "Snapshot"}
VALUES = {"BeforeContext", "AfterContext", "BeforeValue", "AfterValue"}  # told only to those who ask for them


class ChangeSet:
    def __init__(self, name, kind, stack, body, given, on_failure="ROLLBACK"):
        self.name, self.kind, self.stack, self.body, self.given = name, kind, stack, body, given
        self.on_failure = on_failure
        self.id = f"arn:aws:cloudformation:{stack.region}:{stack.account}:changeSet/{name}/{mock_random.uuid4()}"
        self.created_at = datetime.now(timezone.utc)
        try:
            self._scope = stack.scope(body, given)
        except TemplateError as error:
            raise ValidationError(message=str(error)) from error
        self.changes = self._changes()
        self.conflicts = conflicts(stack, self._scope.template, [each["LogicalResourceId"] for each in self.changes if each["Action"] == "Add"])
        self.failure = None
        if self.conflicts:
            self.failure = INVALID.format(", ".join(self.conflicts))
        elif kind == "UPDATE" and not self.changes and not self._other_outputs():
            self.failure = NOTHING
        self.outdated = False

    def check_executable(self):
        status = "FAILED" if self.failure else "OBSOLETE" if self.outdated else None
        if status:
            raise ValidationError(message=f"ChangeSet [{self.id}] cannot be executed in its current status of [{status}]")

    def execute(self, token=None):
        if self.kind == "CREATE":
            self.stack.create(self.body, self.given, token, self.on_failure)
        else:
            self.stack.update(self.body, self.given, token, self.on_failure)

    def summary(self):
        executable = "UNAVAILABLE" if self.failure else "OBSOLETE" if self.outdated else "AVAILABLE"
        return {
            "StackId": self.stack.id, "StackName": self.stack.name, "ChangeSetId": self.id, "ChangeSetName": self.name,
            "ExecutionStatus": executable, "Status": "FAILED" if self.failure else "CREATE_COMPLETE",
            "StatusReason": self.failure, "CreationTime": self.created_at,
        }

    def description(self, with_values):
        changes = self.changes if with_values else _without_values(self.changes)
        parameters = [{"ParameterKey": key, "ParameterValue": value} for key, value in self.given.items()]
        return {**self.summary(), "OnStackFailure": self.on_failure, "Parameters": parameters, "Changes": [{"Type": "Resource", "ResourceChange": change} for change in changes]}

    def events(self):
        return [
            {"EventId": str(mock_random.uuid4()), "StackId": self.stack.id, "EventType": "VALIDATION_ERROR", "LogicalResourceId": logical_id,
             "ValidationName": "NAME_CONFLICT_VALIDATION", "ValidationStatus": "FAILED", "ValidationFailureMode": "FAIL",
             "ValidationStatusReason": reason, "ValidationPath": f"/Resources/{logical_id}", "Timestamp": self.created_at}
            for logical_id, reason in self.conflicts.items()
        ]

    def _changes(self):
        before, after = self.stack.template.get("Resources") or {}, self._scope.template["Resources"]
        there = set(self.stack.resources)
        wanted = {logical_id for logical_id, entry in after.items() if self._scope.has(entry)}
        added = [self._add(logical_id, after[logical_id]) for logical_id in after if logical_id in wanted - there]
        replaced, modified = set(), []
        for logical_id in creation_order(self._scope.template):
            if logical_id in wanted & there:
                change = self._modify(logical_id, before[logical_id], after[logical_id], replaced)
                modified += [change] if change else []
                if change and change["Replacement"] == "True":
                    replaced.add(logical_id)
        removed = [self._remove(logical_id, before[logical_id]) for logical_id in there - wanted]
        return added + modified + removed

    def _add(self, logical_id, entry):
        return {"Action": "Add", "LogicalResourceId": logical_id, "ResourceType": entry["Type"], "AfterContext": _context(entry)}

    def _remove(self, logical_id, entry):
        return {"Action": "Remove", "LogicalResourceId": logical_id, "ResourceType": entry["Type"], "BeforeContext": _context(entry),
                "PhysicalResourceId": self.stack.resources[logical_id].physical_id,
                "PolicyAction": KEPT[self.stack.resources[logical_id].on_delete]}

    def _modify(self, logical_id, before, after, replaced):
        details = self._details(before, after, replaced)
        if not details and before == after:
            return None
        always = any(each["Target"]["RequiresRecreation"] == "Always" and each["Evaluation"] == "Static" for each in details)
        perhaps = any(each["Target"]["RequiresRecreation"] != "Never" for each in details)
        resource = self.stack.resources[logical_id]
        change = {
            "Action": "Modify", "LogicalResourceId": logical_id, "ResourceType": after["Type"], "PhysicalResourceId": resource.physical_id,
            "Replacement": "True" if always else "Conditional" if perhaps else "False", "Details": details,
            "Scope": sorted({each["Target"]["Attribute"] for each in details}), "BeforeContext": _context(before), "AfterContext": _context(after),
        }
        return {**change, "PolicyAction": f"ReplaceAnd{KEPT[resource.on_replace]}"} if always else change

    def _details(self, before, after, replaced):
        """One for each property that differs, one for each that will because what it refers to is replaced."""
        old, new = before.get("Properties") or {}, after.get("Properties") or {}
        details = []
        for name in sorted({*old, *new}):
            again = recreation(self.stack.region, after["Type"], name)
            target = {"Attribute": "Properties", "Name": name, "Path": f"/Properties/{name}", "RequiresRecreation": again}
            if self._differs(old.get(name), new.get(name)):
                values = {"BeforeValue": json.dumps(old.get(name)), "AfterValue": json.dumps(new.get(name))}
                details.append({"Target": {**target, **values}, "Evaluation": "Static", "ChangeSource": "DirectModification"})
            else:
                details += [{"Target": target, "Evaluation": "Dynamic", "ChangeSource": "ResourceReference", "CausingEntity": cause}
                            for cause in sorted(references(new.get(name)) & replaced)]
        if before.get("Metadata") != after.get("Metadata"):
            details.append({"Target": {"Attribute": "Metadata", "RequiresRecreation": "Never"}, "Evaluation": "Static",
                            "ChangeSource": "DirectModification"})
        return details

    def _differs(self, before, after):
        changed_parameters = {name for name in {*self.given, *self.stack.given} if self.given.get(name) != self.stack.given.get(name)}
        return before != after or bool(references(after) & changed_parameters)

    def _other_outputs(self):
        return (self.stack.template.get("Outputs") or {}) != (self._scope.template.get("Outputs") or {})


def _context(entry):
    return json.dumps({"Properties": entry.get("Properties") or {}})


def _without_values(what):
    if isinstance(what, list):
        return [_without_values(each) for each in what]
    if isinstance(what, dict):
        return {key: _without_values(value) for key, value in what.items() if key not in VALUES}
    return what
