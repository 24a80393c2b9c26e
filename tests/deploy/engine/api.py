"""CloudFormation's API as far as the AWS CLI needs it. Takes the place of moto's."""

import os
import threading

from moto.cloudformation.exceptions import ValidationError
from moto.cloudformation.utils import get_stack_from_s3_url
from moto.core.responses import ActionResult, BaseResponse, EmptyResult
from moto.moto_api._internal import mock_random

from .change_set import ChangeSet
from .drift import Detection
from .stack import Stack
from .template import TemplateError, parse

LARGEST_BODY = 51_200
IAM_TYPES = {f"AWS::IAM::{name}" for name in ("Group", "InstanceProfile", "ManagedPolicy", "Policy", "Role", "RolePolicy", "User")}
IAM_NAMES = {"GroupName", "InstanceProfileName", "ManagedPolicyName", "RoleName", "UserName"}

# Of one account, by region and name or id.
_stacks = {}
_deleted = {}
_change_sets = {}
_exports = {}
_detections = {}


class CloudFormation(BaseResponse):
    def __init__(self):
        super().__init__(service_name="cloudformation")
        self.automated_parameter_parsing = True

    # --- change sets: `aws cloudformation deploy` knows no other way

    def create_change_set(self):
        name, kind = self._get_param("StackName"), self._get_param("ChangeSetType", "UPDATE")
        body = self._body()
        stack = self._stack_for(name, kind)
        given = self._given(stack)
        change_set = ChangeSet(self._get_param("ChangeSetName"), kind, stack, body, given, self._get_param("OnStackFailure", "ROLLBACK"))
        _change_sets[change_set.id] = change_set
        return ActionResult({"Id": change_set.id, "StackId": stack.id})

    def describe_change_set(self):
        return ActionResult(self._change_set().description(self._get_param("IncludePropertyValues", False)))

    def describe_events(self):
        return ActionResult({"OperationEvents": self._change_set().events()})

    def execute_change_set(self):
        change_set = self._change_set()
        change_set.check_executable()
        for other in _change_sets.values():  # as soon as one is executed, the others tell of a stack that is no more
            other.outdated = other.outdated or other.stack is change_set.stack
        _run(change_set.execute, self._get_param("ClientRequestToken"))
        return EmptyResult()

    def continue_update_rollback(self):
        stack = self._stack()
        if stack.status != "UPDATE_ROLLBACK_FAILED":
            raise ValidationError(message=f"Stack:{stack.id} is in {stack.status} state and can not continue to roll back.")
        _run(stack.continue_rollback, self._get_param("ResourcesToSkip", []), self._get_param("ClientRequestToken"))
        return ActionResult({})

    def delete_change_set(self):
        del _change_sets[self._change_set().id]
        return EmptyResult()

    def list_change_sets(self):
        stack = self._stack()
        return ActionResult({"Summaries": [each.summary() for each in _change_sets.values() if each.stack is stack]})

    # --- stacks

    def describe_stacks(self):
        if self._get_param("StackName"):
            return ActionResult({"Stacks": [_description(self._stack(deleted_too=True))]})
        return ActionResult({"Stacks": [_description(stack) for stack in _stacks.values() if stack.region == self.region]})

    def describe_stack_resources(self):
        stack = self._stack(deleted_too=True)
        return ActionResult({"StackResources": [_resource(stack, resource) for resource in stack.resources.values()]})

    def describe_stack_resource(self):
        stack, logical_id = self._stack(), self._get_param("LogicalResourceId")
        if logical_id not in stack.resources:
            raise ValidationError(message=f"Resource {logical_id} does not exist for stack {stack.name}")
        detail = _resource(stack, stack.resources[logical_id])
        return ActionResult({"StackResourceDetail": {**detail, "LastUpdatedTimestamp": detail["Timestamp"]}})

    # --- drift

    def detect_stack_drift(self):
        detection = Detection(self._stack(), str(mock_random.uuid4()))
        _detections[detection.id] = detection
        return ActionResult({"StackDriftDetectionId": detection.id})

    def describe_stack_drift_detection_status(self):
        return ActionResult(_detections[self._get_param("StackDriftDetectionId")].status())

    def describe_stack_resource_drifts(self):
        wanted = self._get_param("StackResourceDriftStatusFilters", [])
        drifts = [each for each in self._stack().drifts if not wanted or each["StackResourceDriftStatus"] in wanted]
        return ActionResult({"StackResourceDrifts": drifts})

    def describe_stack_events(self):
        return ActionResult({"StackEvents": self._stack(deleted_too=True).events[::-1]})

    def get_template(self):
        body = self._change_set().body if self._get_param("ChangeSetName") else self._stack().body
        return ActionResult({"TemplateBody": body, "StagesAvailable": ["Original"]})

    def get_template_summary(self):
        template = parse(self._body()) if self._get_param("TemplateBody") or self._get_param("TemplateURL") else self._stack().template
        parameters = [
            {"ParameterKey": key, "DefaultValue": entry.get("Default"), "ParameterType": entry.get("Type", "String")}
            for key, entry in (template.get("Parameters") or {}).items()
        ]
        types = sorted({resource["Type"] for resource in template["Resources"].values()})
        return ActionResult({"Parameters": parameters, "ResourceTypes": types, "Description": template.get("Description")})

    def delete_stack(self):
        stack = self._stack()
        stack.delete()
        if stack.status == "DELETE_COMPLETE":
            _deleted[stack.id] = _stacks.pop(stack.id)
        return EmptyResult()

    # --- helpers

    def _body(self):
        body, url = self._get_param("TemplateBody"), self._get_param("TemplateURL")
        if body and len(body.encode()) > LARGEST_BODY:
            raise ValidationError(message=f"Value at 'templateBody' failed to satisfy constraint: Member must have length less than or "
                                          f"equal to {LARGEST_BODY}")
        body = body or get_stack_from_s3_url(url, account_id=self.current_account, partition=self.partition)
        try:
            _check_capabilities(parse(body), self._get_param("Capabilities", []))
        except TemplateError as error:
            raise ValidationError(message=str(error)) from error
        return body

    def _given(self, stack):
        return {
            parameter["ParameterKey"]: stack.given[parameter["ParameterKey"]] if parameter.get("UsePreviousValue")
            else parameter["ParameterValue"]
            for parameter in self._get_param("Parameters", [])
            if not parameter.get("UsePreviousValue") or parameter["ParameterKey"] in stack.given
        }

    def _stack_for(self, name, kind):
        stack = _find(name, self.region)
        if kind == "UPDATE":
            if stack is None:
                raise ValidationError(name)
            if stack.status in ("ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "DELETE_FAILED", "UPDATE_ROLLBACK_FAILED"):
                raise ValidationError(message=f"Stack:{stack.id} is in {stack.status} state and can not be updated.")
            return stack
        if stack is not None and stack.status != "REVIEW_IN_PROGRESS":
            raise ValidationError(message=f"Stack [{name}] already exists and cannot be created again.")
        if stack is None:
            tags = {tag["Key"]: tag["Value"] for tag in self._get_param("Tags", [])}
            exports = _exports.setdefault(self.region, {})
            stack = Stack(name, self.region, self.current_account, exports, tags)
            _stacks[stack.id] = stack
        return stack

    def _stack(self, deleted_too=False):
        name = self._get_param("StackName")
        stack = _find(name, self.region) or (_deleted.get(name) if deleted_too else None)
        if stack is None:
            raise ValidationError(name)
        return stack

    def _change_set(self):
        name = self._get_param("ChangeSetName")
        for change_set in reversed(list(_change_sets.values())):
            if name in (change_set.id, change_set.name):
                return change_set
        raise ValidationError(message=f"ChangeSet [{name}] does not exist")


def _find(name_or_id, region):
    return next((stack for stack in _stacks.values() if stack.region == region and name_or_id in (stack.name, stack.id)), None)


def _check_capabilities(template, capabilities):
    resources = [resource for resource in template["Resources"].values() if resource["Type"] in IAM_TYPES]
    named = any(IAM_NAMES & set(resource.get("Properties") or {}) for resource in resources)
    needed = "CAPABILITY_NAMED_IAM" if named else "CAPABILITY_IAM"
    if resources and not {needed, "CAPABILITY_NAMED_IAM"} & set(capabilities):
        raise TemplateError(f"Requires capabilities : [{needed}]")


def _description(stack):
    return {
        "StackId": stack.id, "StackName": stack.name, "StackStatus": stack.status, "StackStatusReason": stack.reason,
        "Description": stack.template.get("Description"), "CreationTime": stack.created_at,
        "Parameters": [{"ParameterKey": key, "ParameterValue": value} for key, value in stack.given.items()],
        "Outputs": stack.outputs, "Tags": [{"Key": key, "Value": value} for key, value in stack.tags.items()],
    }


def _resource(stack, resource):
    return {
        "StackName": stack.name, "StackId": stack.id, "LogicalResourceId": resource.logical_id,
        "PhysicalResourceId": resource.physical_id, "ResourceType": resource.type, "Timestamp": resource.changed_at,
        "ResourceStatus": resource.status, "ResourceStatusReason": resource.reason,
    }


def _run(operation, *arguments):
    """AWS answers at once and works on. Here that is so only where it is asked for: most tests look right afterwards."""
    if os.environ.get("ENGINE_IN_BACKGROUND"):
        threading.Thread(target=operation, args=arguments, daemon=True).start()
    else:
        operation(*arguments)
