"""A repository that deploys a stack, on a GitHub, in an account and under a clock of its own: nothing of it is beyond loopback."""
import copy
import hashlib
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "deploy")]

import account  # noqa: E402
from cloud import Cloud  # noqa: E402
from deployment import LARGEST_BODY  # noqa: E402
from engine.template import parse  # noqa: E402
from expected import expect  # noqa: E402
from github_server import GitHub, read_release  # noqa: E402
from iam import Access  # noqa: E402
from runner import Runner, clean_environment  # noqa: E402

STACK = "site-prod"
# What would hurt if it reached a shell or an expression; the runner looks for it after each step.
BRANCH = "release/$(touch${IFS}hurt)'\"${{github.token}}"
ENVIRONMENT = "The \"live\" site's $(touch hurt) ${{ github.token }}"
FOLDER = "it's $(touch hurt) `touch hurt` \" ${{ github.token }}"
CONFIG = {
    "name": "site", "domain": "www.example.com", "hosted_zone": {"name": "example.com", "id": "Z0123456789ABCDEFGHIJ"},
    "network": {"egress": "nat-gateway"}, "load_balancer": {"health_path": "/-/health"},
    "pipeline": {"repository": "acme/site", "subject": "names", "branch": BRANCH, "environment": ENVIRONMENT, "stack_name": STACK},
}
ROLES = {f"SITE_PROD_{role}_ROLE": f"arn:aws:iam::123456789012:role/{role.lower()}"
         for role in ("PLAN", "PREPARE", "DEPLOY", "DRIFT", "SERVICE")}
BUCKET = "templates"
STACK_ARN = f"arn:aws:cloudformation:eu-west-1:123456789012:stack/{STACK}/1"


class Site:
    """`with Site(cairn, folder) as site:`"""

    def __init__(self, cairn, folder, **pipeline):
        self.cairn, self.folder = cairn, folder
        self.tree = folder / "repository"
        (self.tree / FOLDER).mkdir(parents=True)
        self.config = copy.deepcopy(CONFIG)
        self.config["pipeline"].update(pipeline)
        self.commits = 0

    def __enter__(self):
        self.cloud = Cloud("eu-west-1", ENGINE_IN_BACKGROUND="1").__enter__()
        self.github = GitHub(self.folder).__enter__()
        self.github.release = read_release(self.cairn)
        self.github.healthy = [503, 200]
        self.save()
        self.call("pipeline", self.files()[0], "--cairn-url", f"{self.github.url}/release/cairn")
        account.prepare(self.cloud, expect(self.tree / self.files()[0]))
        self.cloud.client("s3").create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
        environment = {
            **clean_environment(), "AWS_ENDPOINT_URL": self.cloud.url, "AWS_EC2_METADATA_DISABLED": "true", "AWS_MAX_ATTEMPTS": "1",
            "GITHUB_API_URL": f"{self.github.url}/api", "GITHUB_SERVER_URL": self.github.url, "POLL_SECONDS": "2",
            # Whoever asks for anything but this machine gets no answer.
            "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "no_proxy": "localhost,127.0.0.1,www.example.com",
        }
        self.runner = Runner(self.tree / f".github/workflows/{STACK}.yml", self.folder, environment, HERE / "programs",
                             {**ROLES, "SITE_PROD_TEMPLATE_BUCKET": BUCKET})
        return self

    def __exit__(self, *error):
        self.github.__exit__(*error)
        self.cloud.__exit__(*error)

    # --- what people do

    def files(self):
        return f"{FOLDER}/site.yaml", f"{FOLDER}/site.template.yaml"

    def save(self, generate=True, **changes):
        """Changes the config, and the template with it."""
        for group, fields in changes.items():
            self.config.setdefault(group, {}).update(fields)
        config, template = self.files()
        (self.tree / config).write_text(yaml.safe_dump(self.config), encoding="utf-8")
        if generate:
            self.call("generate", config, "-o", template)

    def save_template_that_fits(self, wanted):
        """Lets more and more ranges use SSH, until the template fits into a request as compact "json" but not as it is, or not at all."""
        for count in range(1, 250, 4):
            self.save(ssh={"from": [f"203.0.{number}.0/24" for number in range(count)]})
            file = self.tree / self.files()[1]
            compact = json.dumps(parse(file.read_text(encoding="utf-8")), separators=(",", ":"))
            # Clear of the limit: this JSON may differ from the scripts' by a few bytes.
            fits = {"json": file.stat().st_size > LARGEST_BODY and len(compact) < LARGEST_BODY - 500, None: len(compact) > LARGEST_BODY + 500}
            if fits[wanted]:
                return
        raise AssertionError(f"no template fits {wanted}")

    def call(self, *arguments):
        subprocess.run([self.cairn, *arguments], cwd=self.tree, check=True, stdout=subprocess.DEVNULL)

    def commit(self):
        self.commits += 1
        return hashlib.sha1(str(self.commits).encode()).hexdigest()

    def pull_request(self, number, fork=False, only=None):
        """Opens it, or pushes another commit to it, and runs the workflow."""
        head = self.commit()
        pull = self.github.pulls.setdefault(number, {"number": number, "base": {"ref": BRANCH}, "merged_at": None, "commits": []})
        pull["head"] = {"sha": head, "repo": {"full_name": "fork/site" if fork else "acme/site"}}
        return self._run("pull_request", f"refs/pull/{number}/merge", {"number": number, "pull_request": pull}, only=only)

    def merge(self, number, before=None, only=None):
        """Squashes it onto the branch, so that the commit is a new one, and runs the workflow."""
        sha = self.commit()
        self.github.pulls[number].update(merged_at="2026-01-01T00:00:00Z", commits=[sha])
        return self._run("push", f"refs/heads/{BRANCH}", {}, sha, before=before, only=only)

    def push(self, only=None):
        return self._run("push", f"refs/heads/{BRANCH}", {}, only=only)

    def by_hand(self, action, branch=BRANCH, skip="", only=None):
        return self._run("workflow_dispatch", f"refs/heads/{branch}", {}, inputs={"action": action, "skip": skip}, only=only)

    def night(self):
        return self._run("schedule", f"refs/heads/{BRANCH}", {})

    def _run(self, event_name, ref, event, sha=None, **options):
        github = {"event_name": event_name, "ref": ref, "sha": sha or self.commit(), "event": event}
        started = time.monotonic()
        jobs = self.runner.run(github, self.tree, **options)
        print(f"{event_name}: {results(jobs)} ({time.monotonic() - started:.0f} s)", flush=True)
        return jobs

    # --- what became of it

    def stack(self):
        return self.cloud.client("cloudformation").describe_stacks(StackName=STACK)["Stacks"][0]

    def change_sets(self):
        return self.cloud.client("cloudformation").list_change_sets(StackName=STACK)["Summaries"]

    def resource(self, logical_id):
        return self.cloud.client("cloudformation").describe_stack_resource(
            StackName=STACK, LogicalResourceId=logical_id)["StackResourceDetail"]["PhysicalResourceId"]

    def access(self):
        """The roles of the access stack that was written."""
        template = parse((self.tree / self.files()[0].replace(".yaml", ".access.template.yaml")).read_text(encoding="utf-8"))
        roles = {f"{role.split('_')[-2].capitalize()}Role.Arn": arn for role, arn in ROLES.items()}
        return Access(template, {**roles, "Templates": BUCKET})

    def not_allowed(self):
        """What the jobs called and the access stack does not allow their roles."""
        access = self.access()
        for role, calls in self.runner.calls.items():
            name = next(name for name, arn in ROLES.items() if arn == role).split("_")[-2].capitalize()
            for call in calls:
                action, resource, context = request_of(call)
                if not access.allows(f"{name}Role", action, resource, **context):
                    yield f"{name}: {action} {context}"

    def fault(self, logical_id, reason, after=0):
        """From its next step but `after` on, the resource fails."""
        self.cloud.client("ssm").put_parameter(Name=f"/engine/faults/{logical_id}", Value=f"{after} {reason}", Type="String")

    def mend(self, logical_id):
        self.cloud.client("ssm").delete_parameter(Name=f"/engine/faults/{logical_id}")


def request_of(call):
    """The request of IAM that a command of the AWS CLI makes."""
    service, operation, *arguments = call.split()
    if (service, operation) == ("s3", "cp"):
        return "s3:PutObject", arguments[-1].replace("s3://", "arn:aws:s3:::"), {}
    options = {"--change-set-name": "ChangeSetName", "--role-arn": "RoleArn", "--template-url": "TemplateUrl"}
    context = {options[option]: value for option, value in zip(arguments, arguments[1:]) if option in options}
    if operation == "continue-update-rollback":
        context = {}
    return f"{service}:{operation.title().replace('-', '')}", STACK_ARN if service == "cloudformation" else None, context


def results(jobs):
    return {name: job.result for name, job in jobs.items() if job.result not in ("skipped", "left out")}


def story(jobs):
    """All that was said, for a failed test."""
    return "\n".join(f"== {name}: {job.result}\n{job.log}" for name, job in jobs.items() if job.log) or json.dumps(results(jobs))


def new_folder(path):
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    return path
