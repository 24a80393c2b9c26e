"""What goes wrong on AWS through no fault of the template: planted as a parameter /engine/faults/LOGICAL_ID that holds
`STEPS REASON`, the resource fails with the reason at each of its steps but the first STEPS."""
from botocore.exceptions import ClientError

from .aws import client
from .template import TemplateError

_steps = {}


def strike(stack, logical_id):
    ssm, name = client("ssm", stack.region), f"/engine/faults/{logical_id}"
    try:
        steps, reason = ssm.get_parameter(Name=name)["Parameter"]["Value"].split(" ", 1)
    except ClientError:
        return
    _steps[name] = _steps.get(name, 0) + 1
    if _steps[name] > int(steps):
        raise TemplateError(reason)
