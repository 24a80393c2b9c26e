"""Instance refreshes of Auto Scaling groups, which moto lacks: the instances are replaced when the refresh is asked about."""
from datetime import datetime, timezone

from moto.autoscaling.models import autoscaling_backends
from moto.autoscaling.responses import AutoScalingResponse
from moto.core.responses import ActionResult
from moto.moto_api._internal import mock_random

_refreshes = {}


def apply():
    AutoScalingResponse.start_instance_refresh = _start
    AutoScalingResponse.describe_instance_refreshes = _describe


def _group(response):
    name = response._get_param("AutoScalingGroupName")
    return autoscaling_backends[response.current_account][response.region].autoscaling_groups[name]


def _start(response):
    group = _group(response)
    refresh = {
        "InstanceRefreshId": str(mock_random.uuid4()), "AutoScalingGroupName": group.name, "Status": "Pending", "PercentageComplete": 0,
        "StartTime": datetime.now(timezone.utc), "Preferences": response._get_param("Preferences", {}),
    }
    _refreshes[refresh["InstanceRefreshId"]] = (refresh, list(group.instance_states))
    return ActionResult({"InstanceRefreshId": refresh["InstanceRefreshId"]})


def _describe(response):
    group, wanted = _group(response), response._get_param("InstanceRefreshIds", [])
    found = []
    for refresh, old in list(_refreshes.values()):
        if refresh["AutoScalingGroupName"] == group.name and (not wanted or refresh["InstanceRefreshId"] in wanted):
            found.append(_step(group, refresh, old))
    return ActionResult({"InstanceRefreshes": found})


def _step(group, refresh, old):
    """One more step each time somebody looks."""
    if refresh["Status"] == "InProgress":
        group.autoscaling_backend.ec2_backend.terminate_instances([state.instance.id for state in old])
        group.instance_states = [state for state in group.instance_states if state not in old]
        group.set_desired_capacity(group.desired_capacity)
        refresh.update(Status="Successful", PercentageComplete=100, EndTime=datetime.now(timezone.utc))
    elif refresh["Status"] == "Pending":
        refresh.update(Status="InProgress")
    return dict(refresh)
