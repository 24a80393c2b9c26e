"""Where the world is not what the template says, found by reading it back."""
from datetime import datetime, timezone

from .aws import Context, as_text
from .intrinsics import resolve_dynamic
from .registry import READ


class Detection:
    def __init__(self, stack, detection_id):
        self.stack, self.id, self.at = stack, detection_id, datetime.now(timezone.utc)
        self.drifts = [self._drift(resource) for resource in stack.resources.values()]
        stack.drifts = self.drifts

    def status(self):
        drifted = [each for each in self.drifts if each["StackResourceDriftStatus"] in ("MODIFIED", "DELETED")]
        return {
            "StackId": self.stack.id, "StackDriftDetectionId": self.id, "DetectionStatus": "DETECTION_COMPLETE", "Timestamp": self.at,
            "StackDriftStatus": "DRIFTED" if drifted else "IN_SYNC", "DriftedStackResourceCount": len(drifted),
        }

    def _drift(self, resource):
        found = {
            "StackId": self.stack.id, "LogicalResourceId": resource.logical_id, "PhysicalResourceId": str(resource.physical_id),
            "ResourceType": resource.type, "Timestamp": self.at, "StackResourceDriftStatus": "NOT_CHECKED",
        }
        if resource.type not in READ:
            return found
        context = Context(self.stack.name, resource.logical_id, self.stack.region, self.stack.account)
        actual = READ[resource.type](context, resource)
        if actual is None:
            return {**found, "StackResourceDriftStatus": "DELETED"}
        expected = resolve_dynamic(resource.properties, self.stack.region)
        differences = [
            {"PropertyPath": f"/{name}", "ExpectedValue": as_text(expected[name]), "ActualValue": as_text(value), "DifferenceType": "NOT_EQUAL"}
            for name, value in actual.items() if name in expected and as_text(expected[name]) != as_text(value)
        ]
        return {**found, "StackResourceDriftStatus": "MODIFIED" if differences else "IN_SYNC", "PropertyDifferences": differences}
