#!/usr/bin/env python3
"""Takes the user data out of every golden template as CloudFormation would make it and hands it to bash -n and shellcheck."""
import base64
import subprocess
import sys
from pathlib import Path

import cfnlint.decode

GOLDENS = Path(__file__).resolve().parent.parent / "golden"
LIMIT = 16384  # bytes ("Run commands when you launch an EC2 instance with user data input")
LONGEST_VALUE = 128  # bytes of a stack's name; ids and region names are shorter


def evaluated(value):
    """The text of a value; each reference as long as it can be."""
    if isinstance(value, str):
        return value
    (function, argument), = value.items()
    if function == "Fn::Base64":
        return base64.b64encode(evaluated(argument).encode()).decode()
    if function == "Fn::Join":
        return argument[0].join(evaluated(part) for part in argument[1])
    assert function == "Ref", function
    return "x" * LONGEST_VALUE


def problems(template):
    document, _ = cfnlint.decode.decode(str(template))
    for name, resource in document["Resources"].items():
        if resource["Type"] != "AWS::EC2::LaunchTemplate":
            continue
        script = evaluated(resource["Properties"]["LaunchTemplateData"]["UserData"]["Fn::Base64"])
        if len(script.encode()) > LIMIT:
            yield f"{template}: {name}: user data of {len(script.encode())} bytes"
        for command in (["bash", "-n"], ["shellcheck", "--shell=bash", "-"]):
            result = subprocess.run(command, input=script, capture_output=True, text=True, check=False)
            if result.returncode:
                yield f"{template}: {name}: {' '.join(command)}\n{result.stdout}{result.stderr}"


def main():
    templates = sorted(GOLDENS.glob("*/template.yaml"))
    found = [problem for template in templates for problem in problems(template)]
    print("\n".join(found) if found else f"{len(templates)} templates, no finding")
    return 1 if found or not templates else 0


if __name__ == "__main__":
    sys.exit(main())
