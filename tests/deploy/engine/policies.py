"""Creation and update policies. Nothing here sends signals, so all that can be told is whether AWS would accept them."""
import re

from .template import TemplateError

_DURATION = re.compile(r"PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?")


def check(logical_id, creation_policy, update_policy, properties):
    largest = int(properties.get("MaxSize", 1))
    signal = (creation_policy or {}).get("ResourceSignal")
    if signal is not None:
        _require(logical_id, 1 <= int(signal.get("Count", 1)) <= largest, f"Count {signal.get('Count')} signals, MaxSize {largest}")
        _duration(logical_id, signal.get("Timeout", "PT5M"))
    rolling = (update_policy or {}).get("AutoScalingRollingUpdate")
    if rolling is not None:
        smallest = int(rolling.get("MinInstancesInService", 0))
        _require(logical_id, smallest < largest, f"MinInstancesInService {smallest} must be below MaxSize {largest}")
        _duration(logical_id, rolling.get("PauseTime", "PT0S"))


def _duration(logical_id, value):
    match = _DURATION.fullmatch(str(value))
    _require(logical_id, match, f"{value} is no ISO 8601 duration")
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    _require(logical_id, hours * 3600 + minutes * 60 + seconds <= 12 * 3600, f"{value} is longer than twelve hours")


def _require(logical_id, holds, message):
    if not holds:
        raise TemplateError(f"{logical_id}: {message}")
