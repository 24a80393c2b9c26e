"""What a template refers to, and the order in which its resources can be made."""
import re

from .template import TemplateError

PSEUDO_PARAMETERS = {
    "AWS::AccountId", "AWS::NoValue", "AWS::NotificationARNs", "AWS::Partition", "AWS::Region", "AWS::StackId", "AWS::StackName",
    "AWS::URLSuffix",
}


def attribute_path(argument):
    """The argument of Fn::GetAtt, `A.B.C` or [A, B.C], as (logical id, attribute)."""
    parts = argument.split(".", 1) if isinstance(argument, str) else argument
    return parts[0], ".".join(str(part) for part in parts[1:])


def substitutions(argument):
    """The template text and the variables of Fn::Sub."""
    return (argument, {}) if isinstance(argument, str) else (argument[0], argument[1])


def references(value):
    """The names that a part of a template refers to by Ref, GetAtt, Sub and DependsOn."""
    found = set()
    if isinstance(value, list):
        for item in value:
            found |= references(item)
    elif isinstance(value, dict):
        for key, argument in value.items():
            found |= _referenced_by(key, argument)
    return found


def _referenced_by(key, argument):
    if key == "Ref":
        return {argument}
    if key == "Fn::GetAtt":
        return {attribute_path(argument)[0]}
    if key == "DependsOn":
        return {argument} if isinstance(argument, str) else set(argument)
    if key == "Fn::Sub":
        text, variables = substitutions(argument)
        names = {name for name in re.findall(r"\$\{([^!}][^}]*)\}", text) if name not in variables}
        return {name if name.startswith("AWS::") else name.split(".")[0] for name in names} | references(variables)
    return references(argument)


def _of_entry(entry):
    return references({key: value for key, value in entry.items() if key != "Condition"})


def check(template):
    """Every name must be there, and no resource may wait for itself."""
    known = PSEUDO_PARAMETERS | set(template.get("Parameters") or {}) | set(template["Resources"])
    for section in ("Resources", "Outputs"):
        for entry in (template.get(section) or {}).values():
            missing = sorted(_of_entry(entry) - known)
            if missing:
                raise TemplateError(
                    f"Template format error: Unresolved resource dependencies {missing} in the {section} block of the template")
    creation_order(template)


def creation_order(template):
    """The logical ids so that each comes after what it refers to; otherwise in the order of the template."""
    waiting = {logical_id: _of_entry(entry) & set(template["Resources"]) for logical_id, entry in template["Resources"].items()}
    order = []
    while waiting:
        free = [logical_id for logical_id, needs in waiting.items() if not needs - set(order)]
        if not free:
            raise TemplateError(f"Circular dependency between resources: [{', '.join(sorted(waiting))}]")
        order += free
        for logical_id in free:
            del waiting[logical_id]
    return order
