#!/usr/bin/env python3
"""usage: emitted.py CAIRN

Takes the user data out of the template of every golden config as CloudFormation would make it and hands it to bash -n and shellcheck,
and the programs that are packed in it and in parameters, as the script itself unpacks them, to those and php -l. And one script that bakes
an image.
"""
import base64
import hashlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import cfnlint.decode

import travel

GOLDENS = Path(__file__).resolve().parent.parent / "golden"
LIMIT = 16384  # bytes ("Run commands when you launch an EC2 instance with user data input")
# Bytes of what a reference becomes, by its pseudo parameter, the type of its resource, or its attribute.
LONGEST = {"AWS::StackName": 128, "AWS::Region": 14, "AWS::EFS::FileSystem": 22, "AWS::EFS::AccessPoint": 22, "AWS::SSM::Parameter": 155,
           "AWS::SecretsManager::Secret": 124, "AWS::Logs::LogGroup": 147, "Endpoint.Address": 112,
           "MasterUserSecret.SecretArn": 124}

INCLUDE = '. "${0%/*}/aws"\n'
BASH = [["bash", "-n"], ["shellcheck", "--shell=bash", "--exclude=SC1091", "-"]]


def evaluated(value, resources):
    """The text of a value; each reference as long as it can be."""
    if isinstance(value, str):
        return value
    (function, argument), = value.items()
    if function == "Fn::Base64":
        return base64.b64encode(evaluated(argument, resources).encode()).decode()
    if function == "Fn::Join":
        return argument[0].join(evaluated(part, resources) for part in argument[1])
    if function == "Fn::GetAtt":
        return "x" * LONGEST[".".join(argument[1:]) if isinstance(argument, list) else argument.split(".", 1)[1]]
    assert function == "Ref", function
    return "x" * LONGEST[resources[argument]["Type"] if argument in resources else argument]


def unpacked(script, resources):
    """The programs of a script, and what they are told; nothing if it packs none."""
    first = travel.line_in(script)
    if first is None:
        return {}, None
    parameters = [resource["Properties"] for resource in resources.values() if resource["Type"] == "AWS::SSM::Parameter"]
    texts = [each["Value"] for each in parameters]
    digest = hashlib.sha256("".join(text + "\n" for text in texts).encode()).hexdigest()
    assert f"\nPROGRAMS_SUM {digest}\n" in script, "user data names another sum"
    names = [each["Name"]["Fn::Sub"] for each in parameters]
    assert names == [f"/cairn/${{AWS::StackName}}/{digest[:16]}/{number + 1}" for number in range(len(names))], names
    assert not [text for text in texts if len(text) > 4096 or re.search(r"[{}\s]", text)], "a parameter takes no such value"
    assert len(texts) <= 10, "one call reads ten parameters"
    return travel.unpack([first, *texts])


def complaints(command, text):
    result = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    return f"{' '.join(command)}\n{result.stdout}{result.stderr}" if result.returncode else ""

def problems(template, seen):
    document, _ = cfnlint.decode.decode(str(template))
    for name, resource in document["Resources"].items():
        if resource["Type"] != "AWS::EC2::LaunchTemplate":
            continue
        script = evaluated(resource["Properties"]["LaunchTemplateData"]["UserData"]["Fn::Base64"], document["Resources"])
        if len(script.encode()) > LIMIT:
            yield f"{template.stem}: {name}: user data of {len(script.encode())} bytes"
        programs, told = unpacked(script, document["Resources"])
        if programs and told["system"]["DOMAIN"] == "":
            yield f"{template.stem}: {name}: instances are not told their domain"
        if programs:  # the one reads the other, and both what user data sets
            aws = "values=\"\" ram=\"\"\n" + programs.pop("aws")
            assert INCLUDE in programs["boot"], "boot does not read aws"
            programs["boot"] = programs["boot"].replace(INCLUDE, aws)
        for what, text in {"user data": script, **programs}.items():
            if text in seen:
                continue
            seen.add(text)
            checks = [["php", "-l"]] if what.endswith(".php") else BASH
            for found in filter(None, (complaints(command, text) for command in checks)):
                yield f"{template.stem}: {name}: {what}: {found}"


def main(cairn):
    configs = sorted(GOLDENS.glob("*/config.yaml"))
    found, seen = [], set()
    with tempfile.TemporaryDirectory() as folder:
        for config in configs:
            template = Path(folder) / f"{config.parent.name}.yaml"
            subprocess.run([cairn, "generate", config, "-o", template], check=True)
            found += problems(template, seen)
        script = subprocess.run([cairn, "image-script", configs[0]], capture_output=True, text=True, check=True).stdout
        found += filter(None, (complaints(command, script) for command in BASH))
    print("\n".join(found) if found else f"{len(configs)} templates, {len(seen)} different scripts, no finding")
    return 1 if found or not seen else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
