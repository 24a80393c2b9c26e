"""No rule of `cairn check` says that something is open, or not admitted, where `cairn reach` proves the opposite.

usage: one_truth.py CAIRN SOURCE_DIR

Checks every template of the tests and asks `reach` about each finding of the rules that speak of the network.
"""
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

import twins
import yaml
from cairn import Cairn, Refused
from limits import limit
from read_yaml import read

OPEN = re.compile(r"`(\w+)` lets the whole internet in on (\d+)")
REFUSED = re.compile(r"does not let (requests|health checks) of `(\w+)` in on (\d+)")
NO_WAY = re.compile(r"`(\w+)` starts in `(\w+)`, which has no route out")


def texts(folder):
    """(name, text) of every template."""
    for pattern in ("tests/golden/*/template.yaml", "tests/reach/good/*", "tests/check/*.yaml"):
        for path in sorted(glob.glob(os.path.join(folder, pattern))):
            with open(path) as file:
                text = file.read()
            if re.search(r"^Resources:|^  \"Resources\"", text, re.M):
                yield os.path.relpath(path, folder), text
    for path in sorted(glob.glob(os.path.join(twins.HERE, "*.yaml"))):
        for case in twins.cases(path):
            for variant in case.asked:
                if not case.options:
                    yield f"{case.title} ({variant})", case.template(variant)
    with open(os.path.join(folder, "tests/check/fragments.yaml")) as file:
        for one in yaml.safe_load(file):
            if "template" in one:
                yield one["mistake"], one["template"]
                yield one["mistake"] + " (made)", one["template"].replace(one["replace"], one["with"])
    with open(os.path.join(folder, "tests/check/mutations.yaml")) as file:
        for one in yaml.safe_load(file):
            if one.get("base"):
                continue
            with open(os.path.join(folder, "tests/check/seed.yaml")) as seed:
                text = seed.read().replace(one["replace"], one["with"], 1)
            for more in one.get("more", []):
                text = text.replace(more["replace"], more["with"], 1)
            yield one["mistake"], text


def findings(program, text):
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
        file.write(text)
        file.flush()
        ran = subprocess.run([program, "check", file.name, "--format", "json"], capture_output=True, text=True, timeout=limit(60))
    try:
        found = json.loads(ran.stdout)
    except json.JSONDecodeError:
        return []
    return found if isinstance(found, list) else found.get("findings", [])


def users(template, group):
    """Resources that name the group, but are no rules."""
    for id, resource in template["Resources"].items():
        if isinstance(resource, dict) and "SecurityGroup" not in str(resource.get("Type")) and f"'{group}" in str(resource.get("Properties")):
            yield id


def questions(template, message):
    """(question, answers that contradict the finding) that it stands or falls with; it stands if one is not contradicted."""
    if match := OPEN.search(message):
        return [(f"internet {user} tcp {match[2]}", {"no"}) for user in users(template, match[1])]
    if match := REFUSED.search(message):
        return []  # the targets are in the lines of the finding, see below
    if match := NO_WAY.search(message):
        return [(f"{match[2]} internet tcp 443", {"yes"})]
    return []


def main(program, folder):
    cairn, asked, wrong = Cairn(program), 0, 0
    for name, text in texts(folder):
        for finding in findings(program, text):
            message = finding.get("message", "")
            if not (OPEN.search(message) or REFUSED.search(message) or NO_WAY.search(message)):
                continue
            template = read(text)
            pairs = questions(template, message)
            if match := REFUSED.search(message):
                targets = [id for id, one in template["Resources"].items()
                           if isinstance(one, dict) and str(one.get("Type")) in
                           ("AWS::EC2::Instance", "AWS::AutoScaling::AutoScalingGroup", "AWS::ECS::Service")]
                who = match[2] if match[1] == "health checks" else "internet"
                pairs = [(f"{who} {target} tcp {match[3]}", {"yes", "some"}) for target in targets]
            try:
                got = cairn.answers(None, [question for question, _ in pairs], text=text, suffix="yaml") if pairs else []
            except Refused:
                continue
            asked += 1
            if got and all(answer in against for (_, against), answer in zip(pairs, got)):
                print(f"{name}: `{message}`, but {', '.join(f'{question} = {answer}' for (question, _), answer in zip(pairs, got))}")
                wrong += 1
    print(f"{asked} findings, {wrong} that reach contradicts")
    return 1 if wrong or not asked else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
