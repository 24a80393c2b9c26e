"""Deploys templates as a user does, with the real AWS CLI."""
import account
from checks import judge
from checks.world import World
from expected import expect

STACK = "site"
LARGEST_BODY = 51_200  # above, the CLI wants a bucket to leave the template in
BUCKET = "templates-of-the-user"


class Deployment:
    def __init__(self, cloud, config_file):
        self.cloud = cloud
        self.expected = expect(config_file)
        account.prepare(cloud, self.expected)

    def deploy(self, template_file):
        """Runs `aws cloudformation deploy` and returns what became of it."""
        arguments = [
            "cloudformation", "deploy", "--template-file", str(template_file), "--stack-name", STACK,
            "--capabilities", "CAPABILITY_NAMED_IAM", "--no-fail-on-empty-changeset",
        ]
        if template_file.stat().st_size > LARGEST_BODY:
            self.cloud.cli("s3", "mb", f"s3://{BUCKET}")
            arguments += ["--s3-bucket", BUCKET]
        return self.cloud.cli(*arguments)

    def world(self):
        world = World(self.cloud.ask_cli, STACK)
        world.prefetch()
        return world

    def problems(self, expected=None, by_boto=False):
        """What the checks find, asking through the AWS CLI or boto3."""
        world = World(self.cloud.ask_boto, STACK) if by_boto else self.world()
        return judge(world, expected or self.expected)

    def failures(self):
        """The steps that failed, for a message."""
        events = self.cloud.ask_boto("cloudformation", "DescribeStackEvents", StackName=STACK)["StackEvents"]
        return "\n".join(f"{each['LogicalResourceId']} {each['ResourceStatus']}: {each.get('ResourceStatusReason')}"
                         for each in reversed(events) if "FAILED" in each["ResourceStatus"])

    def stack(self, name=STACK):
        return self.cloud.ask_cli("cloudformation", "DescribeStacks", StackName=name)["Stacks"][0]


def say(problems):
    return "\n".join(f"{check}: {problem}" for check, found in problems.items() for problem in found)
