"""usage: mistakes.py FOLDER

Plants one mistake after another into the golden template in FOLDER and looks whether the checks find each. boto3 asks instead of the AWS
CLI, whose start takes longer than all questions together.
"""
import copy
import json
import sys
from pathlib import Path

import account
from checks import CHECKS, judge
from checks.world import World
from cloud import Cloud
from engine.template import parse
from expected import expect
from mutations import MISTAKES


STACK = "site"


def deploy(cloud, template):
    """Deploys by boto3 and returns the stack's status and reason."""
    cloudformation = cloud.client("cloudformation")
    try:
        there = any(each["StackName"] == STACK for each in cloudformation.describe_stacks()["Stacks"])
        cloudformation.create_change_set(StackName=STACK, ChangeSetName="next", ChangeSetType="UPDATE" if there else "CREATE",
                                         TemplateBody=json.dumps(template), Capabilities=["CAPABILITY_NAMED_IAM"])
        cloudformation.execute_change_set(StackName=STACK, ChangeSetName="next")
    except cloudformation.exceptions.ClientError as error:
        return "REFUSED", str(error)
    stack = cloudformation.describe_stacks(StackName=STACK)["Stacks"][0]
    return stack["StackStatus"], stack.get("StackStatusReason", "")


def outcome(cloud, expected, template, mistake):
    """None if the mistake was found, else what happened instead."""
    mutated = copy.deepcopy(template)
    mistake.plant(mutated["Resources"])
    if mutated == template:
        return "it changed nothing"
    status, reason = deploy(cloud, mutated)
    went_through = status in ("CREATE_COMPLETE", "UPDATE_COMPLETE")
    if mistake.refused:
        return None if not went_through and mistake.refused in reason else f"{status} {reason}"
    if not went_through:
        return f"{status} {reason}"
    found = judge(World(cloud.ask_boto, STACK), expected)
    return None if mistake.found_by in found else f"only {sorted(found)} spoke up"


def on_a_good_stack(cloud, expected, template, mistakes):
    """Plants each mistake by an update of the good stack, and takes it out by another: only what differs is made anew."""
    for mistake in mistakes:
        yield mistake, outcome(cloud, expected, template, mistake)
        status, reason = deploy(cloud, template)
        problems = judge(World(cloud.ask_boto, STACK), expected)
        if status not in ("UPDATE_COMPLETE", "REFUSED") or set(problems) - {"stack: complete, every property applied"}:
            yield mistake, f"taking it out: {status} {reason} {problems}"
            return


def report(outcomes):
    failures = 0
    for mistake, problem in outcomes:
        failures += problem is not None
        print(f"{'MISSED' if problem else 'found '} {mistake.name}{f': {problem}' if problem else ''}", flush=True)
    return failures


def with_cloud(expected, work):
    with Cloud(expected.region) as cloud:
        account.prepare(cloud, expected)
        return report(work(cloud))


def main(folder):
    expected = expect(folder / "config.yaml")
    template = parse((folder / "template.yaml").read_text(encoding="utf-8"))
    unknown = [each.found_by for each in MISTAKES if each.found_by and each.found_by not in CHECKS]
    if unknown:
        sys.exit(f"no such check: {unknown}")

    def updates(cloud):
        status, reason = deploy(cloud, template)
        if status != "CREATE_COMPLETE":
            sys.exit(f"the good template does not deploy: {reason}")
        yield from on_a_good_stack(cloud, expected, template, [each for each in MISTAKES if not each.fresh])

    failures = with_cloud(expected, updates)
    for mistake in MISTAKES:
        if mistake.fresh:
            failures += with_cloud(expected, lambda cloud: [(mistake, outcome(cloud, expected, template, mistake))])
    return failures


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])) > 0)
