#!/usr/bin/env python3
"""Lints templates of cairn with cfn-lint: no finding of any level, in the region the config names.

usage: lint.py golden|pairwise CAIRN

A template may ignore a rule for one resource only, and must say why beside it.
"""
import concurrent.futures
import itertools
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import cfnlint.decode
import yaml

import pairwise

GOLDENS = Path(__file__).resolve().parent.parent / "golden"
DEFAULT_REGION = "eu-west-1"


def configs(kind, folder):
    """The config files of that kind."""
    if kind == "golden":
        return sorted(GOLDENS.glob("*/config.yaml"))
    files = []
    for number, config in enumerate(pairwise.configs()):
        file = folder / f"pair{number:03}.yaml"
        file.write_text(yaml.safe_dump(config, sort_keys=False))
        files.append(file)
    return files


def generate(cairn, config, folder):
    name = config.parent.name if config.name == "config.yaml" else config.stem
    output = folder / f"{name}.template.yaml"
    subprocess.run([cairn, "generate", config, "-o", output], check=True)
    return output


def access_templates(cairn, folder):
    """Of a few of the pairwise configs, each with another kind of pipeline."""
    for number, (config, pipeline) in enumerate(zip(itertools.islice(pairwise.configs(), 0, None, 21), itertools.cycle(pairwise.PIPELINES))):
        file = folder / f"access{number:02}.yaml"
        subject = {} if "owner_id" in pipeline and "repository_id" in pipeline else {"subject": "names"}
        file.write_text(yaml.safe_dump(config | {"pipeline": pipeline | subject}, sort_keys=False))
        subprocess.run([cairn, "pipeline", file, "--out-dir", folder], check=True, stdout=subprocess.DEVNULL)
        yield config.get("region", DEFAULT_REGION), folder / f"access{number:02}.access.template.yaml"


def lint(region, templates):
    result = subprocess.run(["cfn-lint", "--include-checks", "I", "--format", "json", "-r", region, "-t", *templates],
                            capture_output=True, text=True, check=False)
    try:
        findings = json.loads(result.stdout)
    except json.JSONDecodeError:
        return result.stdout + result.stderr
    return "\n".join(line(finding) for finding in findings if not cannot_be_followed(finding))


def cannot_be_followed(finding):
    """I1022 prefers Fn::Sub to Fn::Join. In user data, Fn::Sub would replace the script's own `${...}`."""
    return finding["Rule"]["Id"] == "I1022" and "UserData" in finding["Location"]["Path"]


def line(finding):
    start = finding["Location"]["Start"]
    return f"{finding['Filename']}:{start['LineNumber']}:{start['ColumnNumber']}: {finding['Rule']['Id']}: {finding['Message']}"


def unreasoned(template):
    """Rules that the template turns off without a word of reason."""
    document, problems = cfnlint.decode.decode(str(template))
    if problems:
        yield f"{template}: {problems[0].message}"
        return
    if "cfn-lint" in document.get("Metadata", {}):
        yield f"{template}: ignores rules for the whole template"
    for name, resource in document["Resources"].items():
        metadata = resource.get("Metadata", {})
        if "cfn-lint" in metadata and not metadata.get("Reason"):
            yield f"{template}: {name} ignores a rule without a reason"


def batches(templates, size):
    """Of one region each, small enough to share the work between processors."""
    for region in sorted({region for region, _ in templates}):
        mine = [template for r, template in templates if r == region]
        for start in range(0, len(mine), size):
            yield region, mine[start:start + size]


def main(kind, cairn):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        templates = []
        for config in configs(kind, folder):
            region = yaml.safe_load(config.read_text()).get("region", DEFAULT_REGION)
            templates.append((region, generate(cairn, config, folder)))
            if (access := config.parent / "access.yaml").exists():
                templates.append((region, access))
        if kind == "pairwise":
            templates += access_templates(cairn, folder)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            reports = pool.map(lambda batch: lint(*batch), batches(templates, 10))
        found = [report for report in reports if report]
        found += [line for _, template in templates for line in unreasoned(template)]
    print("\n".join(found) if found else f"{len(templates)} templates, no finding")
    return 1 if found or not templates else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
