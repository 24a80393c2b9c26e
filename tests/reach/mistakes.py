"""`cairn check` on good templates, where every finding must be right, and on the same with one mistake planted.

usage: mistakes.py CAIRN
"""
import copy
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

from limits import limit
from planted import PLANTED
from read_yaml import read
from yaml_text import to_yaml

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "good")
TODAY = "2026-11-25"

# What is found on the good templates, is right, and is how they want it.
TRUE_ALL_THE_SAME = {
    "fargate": {("nat-for-s3", "Nat"), ("extended-support-on", "Store")},
    "lambda": {("version-behind", "Database"), ("extended-support-on", "Database")},
    "peered": {("latest-image-replaces", "Host")},
    "wordpress": {("nat-for-s3", "NatA"), ("extended-support-on", "Database")},
}


class Checker:
    def __init__(self, program):
        self.program = program
        self.folder = tempfile.TemporaryDirectory(prefix="cairn-mistakes-")

    def findings(self, text, suffix):
        path = os.path.join(self.folder.name, "template" + suffix)
        with open(path, "w") as file:
            file.write(text)
        ran = subprocess.run([self.program, "check", path, "--format", "json", "--today", TODAY], capture_output=True, text=True, timeout=limit(60))
        if ran.returncode not in (0, 1, 3):
            raise SystemExit(f"exit status {ran.returncode}: {ran.stderr}")
        return json.loads(ran.stdout)["findings"]


def span(text, name):
    """The lines on which a resource stands."""
    lines = text.split("\n")
    start = next(index for index, line in enumerate(lines, 1) if re.match(rf'\s{{2,4}}"?{name}"?:', line))
    indent = len(lines[start - 1]) - len(lines[start - 1].lstrip())
    end = start
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > indent):
        end += 1
    return range(start, end + 1)


def key(finding):
    return finding["rule"], finding.get("resource", ""), finding.get("property", "")


def about(finding, text, resources, words):
    said = " ".join([finding["rule"], finding["message"], finding.get("fix", "")])
    places = [finding.get("line", 0)] + [place.get("line", 0) for place in finding.get("related", [])]
    return re.search(words, said, re.I) and any(line in span(text, name) for line in places[:1] for name in resources)


def shown(finding):
    return f"{finding['severity']} {finding['rule']} {finding.get('resource', '')} line {finding.get('line', 0)}: {finding['message']}"


def load(path):
    with open(path) as file:
        text = file.read()
    return json.loads(text) if path.endswith(".json") else read(text)


def main(program):
    checker, wrong, clean = Checker(program), 0, {}
    for path in sorted(glob.glob(os.path.join(HERE, "*"))):
        name, suffix = os.path.splitext(os.path.basename(path))
        template = load(path)
        write = (lambda value: json.dumps(value, indent=2)) if suffix == ".json" else to_yaml
        clean[name] = template, write, suffix, checker.findings(write(template), suffix)
        for finding in clean[name][3]:
            if key(finding)[:2] not in TRUE_ALL_THE_SAME.get(name, {}):
                print(f"{name}, which is good: {shown(finding)}")
                wrong += 1
    for name, title, edit, resources, words in PLANTED:
        template, write, suffix, before = clean[name]
        spoiled = copy.deepcopy(template)
        edit(spoiled)
        text = write(spoiled)
        resources = [one for one in resources if one in spoiled["Resources"] or one in spoiled.get("Parameters", {})]
        known = {key(finding) for finding in before}
        new = [finding for finding in checker.findings(text, suffix) if key(finding) not in known]
        if not any(about(finding, text, resources, words) for finding in new):
            wrong += 1
            print(f"{name}: {title}: " + ("\n    ".join(["found instead:"] + [shown(one) for one in new]) if new else "not found"))
    print(f"{len(clean)} good templates, {len(PLANTED)} mistakes, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
