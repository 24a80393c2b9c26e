"""usage: access.py FOLDER...

Deploys each golden access stack with the AWS CLI, reads its roles and their trust back, of the first through the AWS CLI, and compares them
with what the golden's config asks for. Their rights are read by boto3, which is faster.
"""
import json
import re
import sys
import unittest
from pathlib import Path

import yaml

from cloud import Cloud

ISSUER = "token.actions.githubusercontent.com"
STACK = "letters-in"
MOST_MANAGED, MOST_INLINE = 6_144, 10_240  # characters: "IAM and AWS STS quotas"
SCRIPTS = Path(__file__).resolve().parents[2] / "templates" / "github" / "cairn"
FOLDERS = []


def size(document):
    return len(json.dumps(document, separators=(",", ":")).replace(" ", ""))


class Roles(unittest.TestCase):
    def test_roles(self):
        for folder in FOLDERS:
            with self.subTest(folder.name):
                config = yaml.safe_load((folder / "config.yaml").read_text(encoding="utf-8"))
                with Cloud(config.get("region", "eu-west-1")) as self.cloud:
                    self.first = folder == FOLDERS[0]
                    self.deploy(folder / "access.yaml", config)
                    self.pipeline = config["pipeline"]
                    self.name = self.pipeline.get("stack_name", config["name"])
                    self.provider()
                    self.trust()
                    self.rights()

    def ask(self, operation, **parameters):
        return self.cloud.ask_boto("iam", operation, **parameters)

    def deploy(self, template, config):
        run = self.cloud.cli("cloudformation", "deploy", "--template-file", str(template), "--stack-name", STACK,
                             "--capabilities", "CAPABILITY_NAMED_IAM")
        self.assertEqual(run.returncode, 0, run.stderr + self.cloud.log())
        stack = self.cloud.ask_boto("cloudformation", "DescribeStacks", StackName=STACK)["Stacks"][0]
        self.outputs = {each["OutputKey"]: each["OutputValue"] for each in stack["Outputs"]}
        self.assertEqual(set(self.outputs), {"PlanRoleArn", "PrepareRoleArn", "DriftRoleArn", "DeployRoleArn", "ServiceRoleArn"}
                         | ({"TemplateBucket"} if "bucket" not in config["pipeline"] else set()))

    def provider(self):
        found = self.ask("ListOpenIDConnectProviders")["OpenIDConnectProviderList"]
        known = self.pipeline.get("oidc_provider")
        self.assertEqual(len(found), 0 if known else 1)
        self.provider_arn = known or found[0]["Arn"]
        if not known:
            provider = self.ask("GetOpenIDConnectProvider", OpenIDConnectProviderArn=self.provider_arn)
            self.assertEqual((provider["Url"].removeprefix("https://"), provider["ClientIDList"]), (ISSUER, ["sts.amazonaws.com"]))

    def role(self, name):
        ask = self.cloud.ask_cli if self.first else self.cloud.ask_boto
        return ask("iam", "GetRole", RoleName=self.outputs[f"{name}RoleArn"].split("/")[-1])["Role"]

    def subjects(self, *contexts):
        owner, repository = self.pipeline["repository"].split("/")
        names = [f"{owner}/{repository}"]
        if "owner_id" in self.pipeline and self.pipeline.get("subject") != "names":
            names.insert(0, f"{owner}@{self.pipeline['owner_id']}/{repository}@{self.pipeline['repository_id']}")
        return [f"repo:{name}:{context}" for context in contexts for name in names]

    def trust(self):
        branch = f"refs/heads/{self.pipeline.get('branch', 'main')}"
        environment = self.pipeline.get("environment", "production").replace(":", "%3A")
        wanted = {
            "Plan": self.subjects("pull_request"),
            "Prepare": self.subjects(f"ref:{branch}"),
            "Drift": self.subjects(f"ref:{branch}"),
            "Deploy": self.subjects(f"environment:{environment}"),
        }
        for name, subjects in wanted.items():
            claims = {"aud": ["sts.amazonaws.com"], "sub": subjects}
            if "owner_id" in self.pipeline:
                claims["repository_id"] = [str(self.pipeline["repository_id"])]
            if name == "Deploy":
                claims["ref"] = [branch]
            self.assertEqual(self.role(name)["AssumeRolePolicyDocument"]["Statement"], [{
                "Effect": "Allow", "Principal": {"Federated": [self.provider_arn]}, "Action": ["sts:AssumeRoleWithWebIdentity"],
                "Condition": {"StringEquals": {f"{ISSUER}:{claim}": values for claim, values in claims.items()}},
            }], name)
        account = self.outputs["ServiceRoleArn"].split(":")[4]
        self.assertEqual(self.role("Service")["AssumeRolePolicyDocument"]["Statement"], [{
            "Effect": "Allow", "Principal": {"Service": ["cloudformation.amazonaws.com"]}, "Action": ["sts:AssumeRole"],
            "Condition": {"StringEquals": {"aws:SourceAccount": account}},
        }])

    def documents(self, name):
        """The role's managed and inline policies."""
        role = self.outputs[f"{name}RoleArn"].split("/")[-1]
        managed = [self.ask("GetPolicyVersion", PolicyArn=each["PolicyArn"], VersionId="v1")["PolicyVersion"]["Document"]
                   for each in self.ask("ListAttachedRolePolicies", RoleName=role)["AttachedPolicies"]]
        inline = [self.ask("GetRolePolicy", RoleName=role, PolicyName=policy)["PolicyDocument"]
                  for policy in self.ask("ListRolePolicies", RoleName=role)["PolicyNames"]]
        return managed, inline

    def calls(self):
        """The actions behind the AWS CLI commands in the workflow's scripts."""
        for script in SCRIPTS.glob("*.sh"):
            for service, command in re.findall(r"\baws (cloudformation|autoscaling) ([a-z-]+)", script.read_text(encoding="utf-8")):
                if command != "delete-stack":  # which a message tells people to run
                    yield f"{service}:{self.cloud.client(service).meta.method_to_api_mapping[command.replace('-', '_')]}"

    def rights(self):
        allowed = {}
        for name in ("Plan", "Prepare", "Drift", "Deploy", "Service"):
            managed, inline = self.documents(name)
            self.assertLessEqual(len(managed), 10)
            for document in managed:
                self.assertLessEqual(size(document), MOST_MANAGED)
            self.assertLessEqual(sum(map(size, inline)), MOST_INLINE)
            statements = [each for document in managed + inline for each in document["Statement"]]
            self.assertNotIn("${", json.dumps(statements))
            allowed[name] = {action for each in statements if each["Effect"] == "Allow" for action in each["Action"]}
            denied = {action for each in statements if each["Effect"] == "Deny" for action in each["Action"]}
            if name == "Service":
                self.assertLessEqual({"rds:DeleteDBInstance", "elasticfilesystem:DeleteFileSystem"}, denied)
                self.assertTrue({"rds:CreateDBInstance", "ec2:CreateVpc", "iam:PassRole"} <= allowed[name])
            if name == "Deploy":
                self.assertIn("cloudformation:DeleteStack", denied)
        for call in self.calls():
            self.assertIn(call, set().union(*allowed.values()), "called by the workflow's scripts")
        for maker in ("Plan", "Prepare"):
            self.assertNotIn("cloudformation:ExecuteChangeSet", allowed[maker])
            self.assertIn("cloudformation:CreateChangeSet", allowed[maker])
        self.assertNotIn("cloudformation:CreateChangeSet", allowed["Deploy"])
        self.assertIn("cloudformation:ExecuteChangeSet", allowed["Deploy"])
        self.assertIn("cloudformation:DetectStackDrift", allowed["Drift"])
        self.assertFalse({action for action in allowed["Drift"] if action.split(":")[1].startswith(("Create", "Delete", "Put", "Modify"))})
        self.assertIn("s3:PutObject", allowed["Plan"])


if __name__ == "__main__":
    FOLDERS = [Path(argument) for argument in sys.argv[1:]]
    unittest.main(argv=sys.argv[:1])
