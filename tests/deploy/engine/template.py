"""Reads a template: YAML with CloudFormation's short forms, or JSON, which is YAML as well."""
import yaml


class TemplateError(Exception):
    """What CloudFormation answers with a ValidationError."""


class _Loader(yaml.SafeLoader):
    pass


def _mapping(loader, node, deep=True):
    result = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in result:
            raise TemplateError(f"Template format error: duplicate key {key} in line {key_node.start_mark.line + 1}")
        result[key] = loader.construct_object(value_node, deep=True)
    return result


def _short_form(loader, suffix, node):
    if isinstance(node, yaml.ScalarNode):
        argument = loader.construct_scalar(node)
        if suffix == "GetAtt":  # as the long form has it, so that both forms of a template are the same
            argument = argument.split(".", 1)
    elif isinstance(node, yaml.SequenceNode):
        argument = loader.construct_sequence(node, deep=True)
    else:
        argument = _mapping(loader, node)
    return {suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}": argument}


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
# A date such as 2012-10-17 stays the text that IAM expects.
_Loader.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: loader.construct_scalar(node))
_Loader.add_multi_constructor("!", _short_form)


def parse(text):
    """The template as a dict, every intrinsic in its long form."""
    try:
        template = yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise TemplateError("Template format error: YAML not well-formed. " + str(error).replace("\n", " ")) from error
    if not isinstance(template, dict):
        raise TemplateError("Template format error: unsupported structure.")
    if not template.get("Resources"):
        raise TemplateError("Template format error: At least one Resources member must be defined.")
    if "Transform" in template:
        raise TemplateError("this engine runs no transforms")
    for logical_id, resource in template["Resources"].items():
        if "Type" not in resource:
            raise TemplateError(f"Template format error: [/Resources/{logical_id}] Every Resources object must contain a Type member.")
    return template
