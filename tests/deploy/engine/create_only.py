"""What a change of a property means for its resource, by the schemas that cfn-lint carries."""
import functools


@functools.cache
def _schema(region, kind):
    # Here, since the schemas take a second to load and most tests never ask.
    from cfnlint.schema import PROVIDER_SCHEMA_MANAGER
    return PROVIDER_SCHEMA_MANAGER.get_resource_schema(region, kind).schema


def recreation(region, kind, name):
    """Never, Conditionally or Always."""
    schema = _schema(region, kind)
    for key, answer in (("createOnlyProperties", "Always"), ("conditionalCreateOnlyProperties", "Conditionally")):
        if any(path.split("/")[2] == name for path in schema.get(key, [])):
            return answer
    return "Never"
