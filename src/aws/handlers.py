#!/usr/bin/env python3
"""What the handlers of resource types call, and what IAM knows of these actions.

usage: handlers.py FOLDER    prints handlers.txt anew from AWS's resource schemas, FOLDER/*.json, with `handlers` in them

generate.py takes the table in C++ from here. The actions' resources are those of the Service Authorization Reference, of
which cfn-lint's package has a copy.
"""
import fnmatch
import json
import sys
from pathlib import Path

import cfnlint.data.AdditionalSpecs

HERE = Path(__file__).resolve().parent
HANDLERS = ("create", "read", "update", "delete", "list")


def noted():
    """Type name -> handler -> text, of handlers.txt."""
    found = {}
    for line in (HERE / "handlers.txt").read_text().splitlines():
        if line.startswith("AWS::"):
            found[line] = handlers = {}
        elif line.startswith("  "):
            handler, text = line.split(maxsplit=1)
            assert handler in HANDLERS, line
            handlers[handler] = text
    return found


def permissions(text):
    """`ec2: CreateVpc DescribeVpcs` -> ec2:CreateVpc, ec2:DescribeVpcs."""
    service = ""
    for word in text.split():
        if word.endswith(":"):
            service = word
        else:
            yield service + word


def as_text(found):
    """The other way; in the order of their names."""
    words, last = [], ""
    for service, action in sorted({(service.lower(), action) for service, action in (permission.split(":") for permission in found)}):
        words += [service + ":"] * (service != last) + [action]
        last = service
    return " ".join(words)


def reference():
    return json.loads((Path(cfnlint.data.AdditionalSpecs.__path__[0]) / "Policies.json").read_text())


def handler_data(banner):
    """The text of handler_data.cpp."""
    types, services = noted(), reference()
    actions, resources = {}, {}
    for permission in sorted({p for handlers in types.values() for text in handlers.values() for p in permissions(text)}):
        service, action = permission.split(":")
        known = services.get(service, {}).get("Actions", {}).get(action.lower())
        if action.endswith("*") and any(fnmatch.fnmatch(name, action.lower()) for name in services.get(service, {}).get("Actions", {})):
            known = {}  # a pattern, of which some are known
        if known is None:
            continue
        # Their case differs from place to place, and some are of two words.
        kinds = sorted(resource.lower().replace(" ", "-") for resource in known.get("Resources") or [])
        actions[permission] = " ".join(kinds)
        for resource in kinds:
            found = {key.lower().replace(" ", "-"): value for key, value in services[service]["Resources"].items()}[resource]
            formats = " ".join(text.replace(".*", "*") for text in found["ARNFormats"])
            tagged = "aws:ResourceTag/${TagKey}" in (found.get("ConditionKeys") or [])
            resources[f"{service}:{resource}"] = f'"{formats}", {str(tagged).lower()}'
    rows = "\n".join(f'    {{"{name}", {{{", ".join(chr(34) + handlers.get(handler, "") + chr(34) for handler in HANDLERS)}}}}},'
                     for name, handlers in sorted(types.items()))
    action_rows = "\n".join(f'    {{"{name}", "{text}"}},' for name, text in sorted(actions.items()))
    resource_rows = "\n".join(f'    {{"{name}", {text}}},' for name, text in sorted(resources.items()))
    return (f'{banner}#include "aws/handler_tables.h"\n\nnamespace aws {{\n\n'
            f"static constexpr TypeHandlers handlerRows[] = {{\n{rows}\n}};\n\n"
            f"static constexpr ActionInfo actionRows[] = {{\n{action_rows}\n}};\n\n"
            f"static constexpr ArnInfo arnRows[] = {{\n{resource_rows}\n}};\n\n"
            "std::span<const TypeHandlers> allHandlers() { return handlerRows; }\n"
            "std::span<const ActionInfo> allActions() { return actionRows; }\n"
            "std::span<const ArnInfo> allArns() { return arnRows; }\n\n}  // namespace aws\n")


def main(folder):
    head = (HERE / "handlers.txt").read_text().split("\n\n")[0]
    print(head)
    for path in sorted(Path(folder).glob("*.json")):
        schema = json.loads(path.read_text())
        handlers = {name: schema.get("handlers", {}).get(name, {}).get("permissions", []) for name in HANDLERS}
        print(f"\n{schema['typeName']}")
        for name, found in handlers.items():
            if found:
                print(f"  {name} {as_text(found)}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
