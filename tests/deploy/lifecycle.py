"""usage: lifecycle.py CAIRN FOLDER

The life of one stack, through the AWS CLI: made from the golden in FOLDER, deployed again, changed by a template that CAIRN makes of a
changed config, rolled back from a broken one, and deleted.
"""
import subprocess
import sys
import unittest
from pathlib import Path

import yaml

from cloud import Cloud
from deployment import STACK, Deployment, say
from expected import expect

CAIRN, FOLDER = None, None


class Lifecycle(unittest.TestCase):
    """The steps build on each other, so they are one test."""

    def test_life(self):
        config = FOLDER / "config.yaml"
        with Cloud(expect(config).region) as self.cloud:
            self.deployment = Deployment(self.cloud, config)
            self.create()
            self.nothing_to_change()
            self.update()
            self.fail_and_roll_back()
            self.delete_protected()
            self.delete()

    def create(self):
        run = self.deployment.deploy(FOLDER / "template.yaml")
        self.assertEqual(run.returncode, 0, run.stderr + self.cloud.log())

    def nothing_to_change(self):
        run = self.deployment.deploy(FOLDER / "template.yaml")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn("No changes to deploy", run.stdout)

    def update(self):
        before = self.physical_ids()
        changed = self.config(ssh=["203.0.113.0/24", "198.51.100.7/32"], most=4, storage=40)
        run = self.deployment.deploy(self.generate(changed))
        self.assertEqual(run.returncode, 0, run.stderr + self.deployment.failures())
        self.changed = expect(changed)
        problems = self.deployment.problems(self.changed)
        self.assertFalse(problems, say(problems))
        after = self.physical_ids()
        for kept in ("Database", "Files", "LoadBalancer", "Instances", "Vpc", "NatInterface"):
            self.assertEqual(after[kept], before[kept], f"{kept} was replaced")
        self.assertEqual(self.deployment.stack()["StackStatus"], "UPDATE_COMPLETE")

    def fail_and_roll_back(self):
        """A new image that does not exist: by then the load balancer has lost its second range and must get it back."""
        good = self.generate(self.config(ssh=["192.0.2.0/24"], most=3, storage=40)).read_text(encoding="utf-8")
        broken = self.cloud.folder / "broken.yaml"
        broken.write_text(good.replace("al2023-ami-kernel-default-arm64", "al2032-ami-kernel-default-arm64"), encoding="utf-8")
        run = self.deployment.deploy(broken)
        self.assertNotEqual(run.returncode, 0)
        stack = self.deployment.stack()
        self.assertEqual(stack["StackStatus"], "UPDATE_ROLLBACK_COMPLETE", self.deployment.failures())
        self.assertIn("al2032", stack["StackStatusReason"])
        problems = self.deployment.problems(self.changed, by_boto=True)
        problems.pop("stack: complete, every property applied", None)  # its status tells of the rollback
        self.assertFalse(problems, say(problems))

    def delete_protected(self):
        self.cloud.cli("cloudformation", "delete-stack", "--stack-name", STACK)
        stack = self.deployment.stack()
        self.assertEqual(stack["StackStatus"], "DELETE_FAILED")
        self.assertIn("protect", stack["StackStatusReason"].lower())

    def delete(self):
        (database,) = self.ask("rds", "DescribeDBInstances")["DBInstances"]
        name = database["DBInstanceIdentifier"]
        run = self.cloud.cli("rds", "modify-db-instance", "--db-instance-identifier", name, "--no-deletion-protection",
                             "--apply-immediately")
        self.assertEqual(run.returncode, 0, run.stderr)
        stack_id = self.deployment.stack()["StackId"]
        self.cloud.cli("cloudformation", "delete-stack", "--stack-name", STACK)
        stack = self.deployment.stack(stack_id)
        self.assertEqual(stack["StackStatus"], "DELETE_COMPLETE", stack.get("StackStatusReason"))
        (snapshot,) = self.ask("rds", "DescribeDBSnapshots", SnapshotType="manual")["DBSnapshots"]
        self.assertEqual(snapshot["DBInstanceIdentifier"], name)
        self.assertEqual(len(self.ask("efs", "DescribeFileSystems")["FileSystems"]), 1, "the file system must stay")
        self.assertFalse(self.ask("elbv2", "DescribeLoadBalancers")["LoadBalancers"])
        ranges = [vpc["CidrBlock"] for vpc in self.ask("ec2", "DescribeVpcs")["Vpcs"] if not vpc["IsDefault"]]
        self.assertFalse(ranges)

    def config(self, ssh, most, storage):
        """The golden's config with other values."""
        config = yaml.safe_load((FOLDER / "config.yaml").read_text(encoding="utf-8"))
        config["ssh"] = {"from": ssh}
        config.setdefault("instances", {})["max"] = most
        config.setdefault("database", {})["storage"] = storage
        file = self.cloud.folder / "config.yaml"
        file.write_text(yaml.safe_dump(config), encoding="utf-8")
        return file

    def generate(self, config):
        template = self.cloud.folder / "template.yaml"
        run = subprocess.run([CAIRN, "generate", str(config), "-o", str(template)], capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, 0, run.stderr)
        return template

    def physical_ids(self):
        resources = self.ask("cloudformation", "DescribeStackResources", StackName=STACK)["StackResources"]
        return {each["LogicalResourceId"]: each["PhysicalResourceId"] for each in resources}

    def ask(self, *question, **parameters):
        return self.cloud.ask_cli(*question, **parameters)


if __name__ == "__main__":
    CAIRN, FOLDER = sys.argv[1], Path(sys.argv[2])
    unittest.main(argv=sys.argv[:1])
