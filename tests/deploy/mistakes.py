"""usage: mistakes.py FOLDER [SHARE OF]

Plants one mistake after another into the golden template in FOLDER and looks whether the checks find each. boto3 asks instead of the AWS
CLI, whose start takes longer than all questions together. SHARE OF: only every OF-th mistake, so that cores can share them.
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


def outcome(cloud, expected, mutated, mistake):
    """Whether the template went through, and what is wrong (None if the mistake was found)."""
    status, reason = deploy(cloud, mutated)
    if status not in ("CREATE_COMPLETE", "UPDATE_COMPLETE"):
        found = mistake.refused and mistake.refused in reason
        return False, None if found else f"{status} {reason}"
    if mistake.refused:
        return True, "it went through"
    found = judge(World(cloud.ask_boto, STACK), expected)
    return True, None if mistake.found_by in found else f"only {sorted(found)} spoke up"


def plant(template, mistake):
    mutated = copy.deepcopy(template)
    mistake.plant(mutated["Resources"])
    assert mutated != template, f"{mistake.name} changes nothing"
    return mutated


def is_good(cloud, expected, template):
    """Deploys the good template and looks whether the stack is good again."""
    deploy(cloud, template)
    world = World(cloud.ask_boto, STACK)
    problems = set(judge(world, expected))
    # Where the rollback has already restored everything there is nothing to deploy, and the status still tells of it.
    return world.stack["StackStatus"].endswith("_COMPLETE") and not problems - {"stack: complete, every property applied"}


def by_updates(expected, template, mistakes):
    """Plants each mistake by an update of a good stack and takes it out by another, since only what differs is made anew. Yields
    those that could not be planted so: CloudFormation cannot replace everything in place."""
    left = list(mistakes)
    while left:
        with Cloud(expected.region) as cloud:
            account.prepare(cloud, expected)
            assert is_good(cloud, expected, template), "the good template is no good"
            while left:
                mistake = left.pop(0)
                went_through, problem = outcome(cloud, expected, plant(template, mistake), mistake)
                yield mistake, went_through or not problem, problem
                if not is_good(cloud, expected, template):
                    break  # the mistake left something behind: the next gets a cloud of its own


def by_creation(expected, template, mistake):
    with Cloud(expected.region) as cloud:
        account.prepare(cloud, expected)
        return outcome(cloud, expected, plant(template, mistake), mistake)[1]


def main(folder, share, of):
    expected = expect(folder / "config.yaml")
    template = parse((folder / "template.yaml").read_text(encoding="utf-8"))
    found_by = {each.found_by for each in MISTAKES if each.found_by}
    assert found_by == set(CHECKS) - {"stack: outputs"}, f"not proven, or not there: {found_by ^ set(CHECKS)}"
    missed = 0
    for mistake, planted, problem in by_updates(expected, template, MISTAKES[share::of]):
        how = "update" if planted else f"creation, since {problem}"
        if not planted:
            problem = by_creation(expected, template, mistake)
        missed += problem is not None
        print(f"{'MISSED' if problem else 'found '} {mistake.name} (by {how}){f': {problem}' if problem else ''}", flush=True)
    return missed


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *map(int, sys.argv[2:4] or (0, 1))) > 0)
