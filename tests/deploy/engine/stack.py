"""A stack: made in dependency order, changed in place or by replacement, rolled back when a step fails, deleted in reverse."""
import logging
import re
from datetime import datetime, timezone

from moto.moto_api._internal import mock_random

from . import faults, parameters, policies, references
from .aws import Context, Properties
from .intrinsics import evaluate, resolve_dynamic, text
from .registry import CREATE, UPDATE
from .resource import Resource, Scope
from .template import TemplateError, parse

KEEP = ("Retain", "RetainExceptOnCreate")


class Stack:
    def __init__(self, name, region, account, exports, tags):
        self.name, self.region, self.account, self.exports, self.tags = name, region, account, exports, tags
        self.id = f"arn:aws:cloudformation:{region}:{account}:stack/{name}/{mock_random.uuid4()}"
        self.status, self.reason = "REVIEW_IN_PROGRESS", None
        self.created_at = datetime.now(timezone.utc)
        self.body, self.template, self.given = None, {}, {}
        self.resources = {}
        self.order = []  # of creation, which deletion follows backwards
        self.outputs = []
        self.events = []
        self.drifts = []  # as they were when somebody last looked for them
        self._token = None  # of the operation that is under way
        self._unfinished = None  # what a rollback that got stuck was going back to

    # --- what a client asks for

    def create(self, body, given, token=None, on_failure="ROLLBACK"):
        self._token = token
        self._report("CREATE_IN_PROGRESS", "User Initiated")
        try:
            self._apply(body, given)
            self._report("CREATE_COMPLETE")
        except Exception as error:  # whatever goes wrong in a step, AWS rolls back unless it is told to leave all as it is
            if on_failure == "DO_NOTHING":
                self._keep(body, given)
                return self._report("CREATE_FAILED", explain(error))
            self._report("ROLLBACK_IN_PROGRESS", explain(error))
            self._roll_back_creation(explain(error))

    def update(self, body, given, token=None, on_failure="ROLLBACK"):
        self._token = token
        before = self.body, self.given
        self._report("UPDATE_IN_PROGRESS", "User Initiated")
        try:
            self._apply(body, given)
            self._report("UPDATE_COMPLETE")
        except Exception as error:
            if on_failure == "DO_NOTHING":
                self._keep(body, given)
                return self._report("UPDATE_FAILED", explain(error))
            self._report("UPDATE_ROLLBACK_IN_PROGRESS", explain(error))
            self._roll_back(before, explain(error))

    def _keep(self, body, given):
        """After a failure that is not rolled back, the template is the new one, and what was made belongs to the stack."""
        self.body, self.template, self.given = body, parse(body), given

    def continue_rollback(self, skip, token=None):
        self._token = token
        self._report("UPDATE_ROLLBACK_IN_PROGRESS", "User Initiated")
        self._roll_back(self._unfinished, None, skip)

    def _roll_back(self, before, reason, skip=()):
        try:
            self._apply(*before, skip)
            self._unfinished = None
            self._report("UPDATE_ROLLBACK_COMPLETE", reason)
        except Exception as error:
            self._unfinished = before
            self._report("UPDATE_ROLLBACK_FAILED", f"{reason or ''} / {explain(error)}")

    def delete(self):
        self._token = None
        self._report("DELETE_IN_PROGRESS", "User Initiated")
        try:
            self._delete([(resource, resource.on_delete) for resource in reversed(self.order)])
            self._report("DELETE_COMPLETE")
        except TemplateError as error:
            self._report("DELETE_FAILED", explain(error))

    # --- one template applied to what is there

    def scope(self, body, given):
        template = parse(body)
        references.check(template)
        pseudo = {
            "AWS::AccountId": self.account, "AWS::Region": self.region, "AWS::StackName": self.name, "AWS::StackId": self.id,
            "AWS::Partition": "aws", "AWS::URLSuffix": "amazonaws.com", "AWS::NotificationARNs": [],
        }
        return Scope(template, parameters.resolve(template, given, self.region), pseudo, self.region, self.exports)

    def _apply(self, body, given, skip=()):
        scope = self.scope(body, given)
        replaced = []
        order = [each for each in references.creation_order(scope.template) if scope.has(scope.template["Resources"][each])]
        try:
            for logical_id in order:
                scope.resources[logical_id] = self.resources[logical_id] if logical_id in skip else self._step(logical_id, scope, replaced)
        except Exception:
            self._cancel(order[len(scope.resources) + 1:], scope.template)
            # The rollback applies the old template to whatever there is by now.
            self.resources = {**self.resources, **scope.resources}
            raise
        gone = [resource for logical_id, resource in self.resources.items() if logical_id not in scope.resources]
        self.body, self.template, self.given, self.resources = body, scope.template, given, scope.resources
        self._set_outputs(scope)
        superfluous = [resource for resource in reversed(self.order) if resource in gone or resource in replaced]
        self._clean_up([(resource, resource.on_replace if resource in replaced else resource.on_delete) for resource in superfluous])

    def _cancel(self, waiting, template):
        """What is made beside the one that failed is cancelled, and says so after it."""
        new = [logical_id for logical_id in waiting if logical_id not in self.resources]
        for logical_id in new[:2]:
            self._event(logical_id, None, template["Resources"][logical_id]["Type"], "CREATE_FAILED", "Resource creation cancelled")

    def _step(self, logical_id, scope, replaced):
        entry = scope.template["Resources"][logical_id]
        properties = evaluate(entry.get("Properties") or {}, scope)
        policies.check(logical_id, evaluate(entry.get("CreationPolicy"), scope), evaluate(entry.get("UpdatePolicy"), scope), properties)
        old = self.resources.get(logical_id)
        if old is None or old.type != entry["Type"]:
            return self._make(logical_id, entry, properties, "CREATE")
        old.keep_policies(entry)
        changed = {name for name in {*properties, *old.properties} if properties.get(name) != old.properties.get(name)}
        if not changed:
            return old
        if earlier := self._replaced_before(old, properties):
            replaced.append(old)
            return earlier
        if self._change(old, properties, changed):
            return old
        new = self._make(logical_id, entry, properties, "UPDATE")
        replaced.append(old)
        return new

    def _replaced_before(self, old, properties):
        """A rollback goes back to the resource that the failed update replaced: it is deleted only in the clean-up of an update."""
        for resource in self.order:
            if resource.logical_id == old.logical_id and resource is not old and resource.properties == properties:
                return resource
        return None

    def _make(self, logical_id, entry, properties, verb):
        kind = entry["Type"]
        self._event(logical_id, None, kind, f"{verb}_IN_PROGRESS")
        try:
            if kind not in CREATE:
                raise TemplateError(f"resource type {kind} is not modelled")
            faults.strike(self, logical_id)
            open_properties = Properties(resolve_dynamic(properties, self.region))
            made = CREATE[kind](self._context(logical_id), open_properties)
        except Exception as error:
            logging.getLogger("engine").exception("%s %s", logical_id, kind)
            self._event(logical_id, None, kind, f"{verb}_FAILED", explain(error))
            raise TemplateError(f"[{logical_id}] {explain(error)}") from error
        resource = Resource(logical_id, entry, properties, made, references.references(entry) & set(self._known_ids()))
        resource.mark(f"{verb}_COMPLETE", not_applied(open_properties.unapplied()))
        self._tag(resource)
        self.order.append(resource)
        self._event(logical_id, resource.physical_id, kind, resource.status, resource.reason)
        return resource

    def _change(self, resource, properties, changed):
        """Changes a resource in place. False where that is not possible."""
        update = UPDATE.get(resource.type)
        if not update:
            return False
        self._event(resource.logical_id, resource.physical_id, resource.type, "UPDATE_IN_PROGRESS")
        open_properties = Properties(resolve_dynamic(properties, self.region))
        try:
            faults.strike(self, resource.logical_id)
            done = update(self._context(resource.logical_id), resource, open_properties, changed)
        except Exception as error:
            self._event(resource.logical_id, resource.physical_id, resource.type, "UPDATE_FAILED", explain(error))
            raise TemplateError(f"[{resource.logical_id}] {explain(error)}") from error
        if done:
            resource.properties = properties
            left = [name for name in open_properties.unapplied() if name.split(".")[0] in changed]
            left += [f"removal of {name}" for name in changed - set(properties) if not open_properties.is_applied(name)]
            resource.mark("UPDATE_COMPLETE", not_applied(left))
            self._event(resource.logical_id, resource.physical_id, resource.type, "UPDATE_COMPLETE", resource.reason)
        return done

    # --- taking away

    def _delete(self, resources_and_policies):
        """Deletes in the given order, a few times over, since what uses a resource may lag behind it."""
        left, errors = list(resources_and_policies), {}
        while left:
            again = [(resource, policy) for resource, policy in left if not self._delete_one(resource, policy, errors)]
            if len(again) == len(left):
                break
            left = again
        if left:
            names = [resource.logical_id for resource, _ in left]
            raise TemplateError(f"The following resource(s) failed to delete: {names}. {errors[left[0][0]]}")

    def _clean_up(self, resources_and_policies):
        """After an update, what does not go stays behind, and the update still counts as complete."""
        try:
            self._delete(resources_and_policies)
        except TemplateError:
            gone = [resource for resource, _ in resources_and_policies]
            self.order = [resource for resource in self.order if resource not in gone]

    def _delete_one(self, resource, policy, errors):
        if policy in KEEP:
            resource.mark("DELETE_SKIPPED")
        else:
            # A dependant that does not go keeps what it depends on, as on AWS.
            dependants = [other for other in self.order if resource.logical_id in other.needs and other in errors]
            try:
                if dependants:
                    raise TemplateError(f"{dependants[0].logical_id} still uses it")
                resource.delete(policy)
                resource.mark("DELETE_COMPLETE")
            except Exception as error:
                errors[resource] = explain(error)
                resource.mark("DELETE_FAILED", explain(error))
        self._event(resource.logical_id, resource.physical_id, resource.type, resource.status, resource.reason)
        if resource.status == "DELETE_FAILED":
            return False
        errors.pop(resource, None)
        self.order.remove(resource)
        return True

    def _roll_back_creation(self, reason):
        try:
            # "DeletionPolicy attribute": Retain keeps what a creation that failed has made; RetainExceptOnCreate does not.
            self._delete([(resource, "Delete" if resource.on_delete == "RetainExceptOnCreate" else resource.on_delete)
                          for resource in reversed(self.order)])
            self.resources = {}
            self._report("ROLLBACK_COMPLETE", reason)
        except TemplateError as error:
            self._report("ROLLBACK_FAILED", f"{reason} / {explain(error)}")

    # --- the rest

    def _known_ids(self):
        return set(self.template.get("Resources") or {}) | set(self.resources) | {resource.logical_id for resource in self.order}

    def _context(self, logical_id):
        return Context(self.name, logical_id, self.region, self.account)

    def _set_outputs(self, scope):
        self.outputs = []
        for key, entry in (scope.template.get("Outputs") or {}).items():
            if not scope.has(entry):
                continue
            value = evaluate(entry["Value"], scope)
            if isinstance(value, (list, dict)):
                raise TemplateError(f"Template format error: The Value field of output {key} must evaluate to a String")
            output = {"OutputKey": key, "OutputValue": text(value), "Description": entry.get("Description")}
            if "Export" in entry:
                output["ExportName"] = evaluate(entry["Export"]["Name"], scope)
                self.exports[output["ExportName"]] = output["OutputValue"]
            self.outputs.append(output)

    def _tag(self, resource):
        """CloudFormation marks what it makes."""
        if re.fullmatch(r"(vpc|subnet|sg|igw|nat|rtb|vpce|eni|eigw|i)-[0-9a-f]+", str(resource.physical_id)):
            own = {"stack-name": self.name, "stack-id": self.id, "logical-id": resource.logical_id}
            tags = {**{f"aws:cloudformation:{key}": value for key, value in own.items()}, **self.tags}
            # The API refuses tags in AWS's own name space, and so does moto; its model does not.
            from moto.ec2.models import ec2_backends
            ec2_backends[self.account][self.region].create_tags([resource.physical_id], tags)

    def _report(self, status, reason=None):
        self.status, self.reason = status, reason
        self._event(self.name, self.id, "AWS::CloudFormation::Stack", status, reason)

    def _event(self, logical_id, physical_id, kind, status, reason=None):
        self.events.append({
            "StackId": self.id, "EventId": str(mock_random.uuid4()), "StackName": self.name, "LogicalResourceId": logical_id,
            "PhysicalResourceId": physical_id or "", "ResourceType": kind, "Timestamp": datetime.now(timezone.utc),
            "ResourceStatus": status, "ResourceStatusReason": reason, "ClientRequestToken": self._token,
        })


def not_applied(names):
    return "not applied: " + ", ".join(names) if names else None


def explain(error):
    """The error in one line; moto says in a page of HTML that it does not know something."""
    return (getattr(error, "message", None) or str(error) or type(error).__name__).split(": <!doctype", maxsplit=1)[0]
