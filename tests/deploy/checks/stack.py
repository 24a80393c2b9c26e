"""The stack itself."""
from .registry import check

# Properties that CloudFormation applies and moto has no place for, each with the reason.
ALLOWED = {}


@check("stack: complete, every property applied")
def _applied(world, _expected):
    if not world.stack["StackStatus"].endswith("_COMPLETE") or "ROLLBACK" in world.stack["StackStatus"]:
        yield f"{world.stack['StackStatus']}: {world.stack.get('StackStatusReason')}"
    for resource in world.resources:
        reason = resource.get("ResourceStatusReason") or ""
        names = reason.removeprefix("not applied: ").split(", ") if reason else []
        left = [name for name in names if (resource["ResourceType"], name) not in ALLOWED]
        if left:
            yield f"{resource['LogicalResourceId']}: not applied: {', '.join(left)}"


@check("stack: outputs")
def _outputs(world, expected):
    outputs = {each["OutputKey"]: each["OutputValue"] for each in world.stack.get("Outputs", [])}
    if outputs.get("Url") != f"https://{expected.domain}/":
        yield f"Url is {outputs.get('Url')}"
    for name, value in outputs.items():
        if not value or "${" in value or "{{" in value:
            yield f"{name} is {value!r}"
