"""Runs the jobs of a workflow as GitHub does: expressions evaluated, `run:` by bash, outputs and summaries read from files. The actions
that a workflow may use are played here; any other is an error."""
import base64
import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from expressions import condition, interpolate
from limits import limit

# What GitHub's image of Ubuntu holds and the scripts may use; there is no other program on PATH.
ACCOUNT = "123456789012"  # of moto
PROGRAMS = ("awk", "aws", "bash", "cat", "chmod", "cp", "curl", "grep", "head", "jq", "mkdir", "rm", "sed", "sha256sum", "sleep", "tr", "wc")


@dataclass
class Job:
    result: str = "skipped"
    outputs: dict = field(default_factory=dict)
    log: str = ""
    summary: str = ""
    environment: str = ""
    steps: list = field(default_factory=list)  # names of those that ran
    roles: list = field(default_factory=list)

    def errors(self):
        """What the page of the run shows."""
        return [line.removeprefix("::error::").replace("%0A", "\n").replace("%25", "%")
                for line in self.log.splitlines() if line.startswith("::error::")]


class Runner:
    def __init__(self, workflow, folder, environment, programs, variables):
        """`environment` is what every step gets besides its own; `programs` a folder of stand-ins, first on PATH."""
        self.workflow = yaml.load(Path(workflow).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        self.folder, self.environment, self.variables = folder, environment, variables
        self.bin = folder / "bin"
        self.bin.mkdir(exist_ok=True)
        for name in PROGRAMS:
            (self.bin / name).symlink_to(shutil.which(name))
        self.real = self.bin / ".real"  # what the stand-ins call
        self.real.mkdir()
        for name in ("aws", "cfn-lint"):
            (self.real / name).symlink_to(shutil.which(name))
        self.calls = {}  # of the AWS CLI, by role
        for program in programs.iterdir():
            (self.bin / program.name).unlink(missing_ok=True)
            (self.bin / program.name).symlink_to(program)
        self.runs = 0

    def run(self, github, tree, inputs=None, before=None, only=None):
        """Runs the jobs for an event; `tree` is what a checkout gives; `before(job)` is called before each job; `only` names the
        jobs to run, with the others left out and taken for good."""
        self.runs += 1
        github = {"repository": "acme/site", "workflow": self.workflow["name"], "run_id": str(1000 + self.runs), "run_attempt": "1", **github}
        jobs = {}
        for name, definition in self.workflow["jobs"].items():
            jobs[name] = job = Job()
            needs = definition.get("needs", [])
            needs = {need: jobs[need] for need in ([needs] if isinstance(needs, str) else needs)}
            contexts = {
                "github": github, "vars": self.variables, "inputs": inputs or {}, "steps": {},
                "needs": {need: {"outputs": other.outputs, "result": other.result} for need, other in needs.items()},
            }
            if only and name not in only:
                job.result = "left out"
                continue
            good = all(other.result in ("success", "left out") for other in needs.values())
            if condition(definition.get("if", "success()"), contexts, "success" if good else "failure"):
                if before:
                    before(name)
                self._run_job(job, definition, contexts, tree)
        return jobs

    def _run_job(self, job, definition, contexts, tree):
        work = self.folder / "work"
        shutil.rmtree(work, ignore_errors=True)
        for part in ("workspace", "temp", "home"):
            (work / part).mkdir(parents=True)
        shutil.copy(self.folder / "curlrc", work / "home" / ".curlrc")
        permissions = definition["permissions"]
        contexts["github"] = {**contexts["github"], "token": token_for(permissions)}
        state = {"env": {}, "path": [], "work": work, "permissions": permissions, "tree": tree, "mask": None}
        job.result = "success"
        job.environment = interpolate(definition.get("environment", {}).get("name", ""), contexts)
        for step in definition["steps"]:
            if not condition(step.get("if", "success()"), contexts, job.result):
                continue
            job.steps.append(step.get("name") or step["uses"])
            outputs, good = self._run_step(job, step, contexts, state)
            if "id" in step:
                contexts["steps"][step["id"]] = {"outputs": outputs}
            if not good:
                job.result = "failure"
        outputs = {name: interpolate(text, contexts) for name, text in definition.get("outputs", {}).items()}
        # What is masked does not leave a job, without a word.
        job.outputs = {name: "" if state["mask"] and state["mask"] in text else text for name, text in outputs.items()}

    def _run_step(self, job, step, contexts, state):
        values = {name: interpolate(text, contexts) for name, text in step.get("with", {}).items()}
        if "uses" in step:
            action, version = step["uses"].split("@")
            assert re.fullmatch(r"[0-9a-f]{40}", version), step["uses"]
            return {}, {"actions/checkout": self._checkout,
                        "aws-actions/configure-aws-credentials": self._credentials}[action](job, values, state)
        return self._run_script(job, step, contexts, state)

    def _checkout(self, job, values, state):
        assert values["persist-credentials"] == "false"
        shutil.copytree(state["tree"], state["work"] / "workspace", dirs_exist_ok=True)
        return True

    def _credentials(self, job, values, state):
        if state["permissions"].get("id-token") != "write" or not values["role-to-assume"]:
            job.log += "no credentials\n"
            return False
        job.roles.append(values["role-to-assume"])
        assert values["mask-aws-account-id"] == "true"
        state["mask"] = ACCOUNT
        state["env"].update(AWS_ACCESS_KEY_ID="testing", AWS_SECRET_ACCESS_KEY="testing", AWS_DEFAULT_REGION=values["aws-region"])
        return True

    def _run_script(self, job, step, contexts, state):
        work, github = state["work"], contexts["github"]
        files = {name: work / "temp" / f"file-{name.lower()}" for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_PATH")}
        for file in files.values():
            file.write_text("", encoding="utf-8")
        script = work / "temp" / "script.sh"
        script.write_text(interpolate(step["run"], contexts), encoding="utf-8")
        own = {name: interpolate(text, contexts) for name, text in {**self.workflow.get("env", {}), **step.get("env", {})}.items()}
        environment = {
            **self.environment, **state["env"], **own, **{name: str(file) for name, file in files.items()},
            "PATH": ":".join([*state["path"], str(self.bin)]), "HOME": str(work / "home"), "RUNNER_TEMP": str(work / "temp"),
            "GITHUB_ACTIONS": "true", "CI": "true", "GITHUB_WORKSPACE": str(work / "workspace"),
            "GITHUB_REPOSITORY": github["repository"], "GITHUB_RUN_ID": github["run_id"], "GITHUB_RUN_ATTEMPT": github["run_attempt"],
            "GITHUB_EVENT_NAME": github["event_name"], "GITHUB_REF": github["ref"], "GITHUB_SHA": github["sha"],
        }
        assert self.workflow["defaults"]["run"]["shell"] == "bash"
        run = subprocess.run([self.bin / "bash", "--noprofile", "--norc", "-eo", "pipefail", script], cwd=work / "workspace", env=environment,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, timeout=limit(120))
        calls = self.real / "calls"
        if calls.exists():
            self.calls.setdefault(job.roles[-1], set()).update(calls.read_text(encoding="utf-8").splitlines())
            calls.unlink()
        assert not list(self.folder.rglob("hurt")), f"a value was run by a shell: {step}"
        job.log += run.stdout
        job.summary += files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
        state["path"] = files["GITHUB_PATH"].read_text(encoding="utf-8").split("\n")[:-1] + state["path"]
        outputs = dict(line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines())
        return outputs, run.returncode == 0


def token_for(permissions):
    """A token that says what it allows."""
    return base64.urlsafe_b64encode(json.dumps(permissions).encode()).decode()


def clean_environment():
    """Of the caller's environment only what says where temporary files go."""
    return {name: os.environ[name] for name in ("TMPDIR", "LANG") if name in os.environ}
