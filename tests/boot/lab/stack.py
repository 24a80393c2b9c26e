"""A stack as a user deploys it: `cairn generate`, `aws cloudformation deploy` on the CloudFormation test engine, and what the account
then says of it. Nothing here reads the template."""
import base64
import json
import secrets
import subprocess
import sys
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "deploy"))
from deployment import STACK, Deployment  # noqa: E402

HOSTILE_PASSWORD = """pa'ss"wo$(id)rd`id`\\ ;&|<>#%{}${HOME}é!"""


class Stack:
    def __init__(self, cloud, config, folder, cairn):
        """Generates from the config (a dict), deploys, and leaves template and config in the folder."""
        self._cloud, self._cairn, self._folder = cloud, cairn, folder
        folder.mkdir(parents=True, exist_ok=True)
        self._write(config)
        self._deployment = Deployment(cloud, folder / "config.yaml")
        self._deploy()

    def _write(self, config):
        self.config = config
        (self._folder / "config.yaml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")

    def _deploy(self):
        template = self._folder / "template.yaml"
        made = subprocess.run([self._cairn, "generate", self._folder / "config.yaml", "-o", template], capture_output=True, text=True, check=False)
        if made.returncode:
            raise AssertionError(f"cairn generate: {made.stderr}")
        run = self._deployment.deploy(template)
        if run.returncode:
            raise AssertionError(f"deploy: {run.stderr}{self._deployment.failures()}")

    def update(self, config):
        self._write(config)
        self._deploy()

    def _ask(self, service, operation, **parameters):
        return self._cloud.ask_boto(service, operation, **parameters)

    def resources(self, kind):
        listed = self._ask("cloudformation", "DescribeStackResources", StackName=STACK)["StackResources"]
        return {each["LogicalResourceId"]: each["PhysicalResourceId"] for each in listed if each["ResourceType"] == kind}

    def user_data(self):
        """Of the machines that serve: the newest version of the launch template that their group names."""
        groups = self._ask("autoscaling", "DescribeAutoScalingGroups")["AutoScalingGroups"]
        serving = next(group for group in groups if group["TargetGroupARNs"])
        template = serving["LaunchTemplate"]
        versions = self._ask("ec2", "DescribeLaunchTemplateVersions", LaunchTemplateId=template["LaunchTemplateId"], Versions=["$Latest"])
        data = versions["LaunchTemplateVersions"][0]["LaunchTemplateData"]["UserData"]
        return base64.b64decode(data, validate=True)

    def take_parameter(self):
        """Deletes the last one that the programs are in; its name."""
        name = max(self.resources("AWS::SSM::Parameter").values())
        self._taken = name, self._ask("ssm", "GetParameter", Name=name)["Parameter"]["Value"]
        self._ask("ssm", "DeleteParameter", Name=name)
        return name

    def give_parameter(self):
        self._ask("ssm", "PutParameter", Name=self._taken[0], Value=self._taken[1], Type="String")

    @property
    def domain(self):
        return self.config["domain"]

    def files_id(self):
        return self._ask("efs", "DescribeFileSystems")["FileSystems"][0]["FileSystemId"]

    def access_point(self):
        return self._ask("efs", "DescribeAccessPoints")["AccessPoints"][0]["AccessPointId"]

    def database(self):
        """(host, database, secret's ARN) of the one database."""
        found = self._ask("rds", "DescribeDBInstances")["DBInstances"][0]
        return found["Endpoint"]["Address"], found["DBName"], found["MasterUserSecret"]["SecretArn"]

    def admin_secret(self):
        """The one that holds a user's name and password, of those that the stack made for the application."""
        made = self.resources("AWS::SecretsManager::Secret").values()
        return next((arn for arn in made if self.secret(arn).startswith("{")), None)

    def secret(self, arn):
        return self._ask("secretsmanager", "GetSecretValue", SecretId=arn)["SecretString"]

    def set_secret(self, arn, text):
        self._ask("secretsmanager", "PutSecretValue", SecretId=arn, SecretString=text)

    def database_login(self, password=None):
        """User and password; a new password is put where RDS would put it."""
        arn = self.database()[2]
        known = json.loads(self.secret(arn))
        if password is not None:
            self.set_secret(arn, json.dumps({**known, "password": password}, ensure_ascii=False))
            known["password"] = password
        return known["username"], known["password"]

    def balancing(self):
        """(port, is TLS, target port, health check) of each listener of the balancer."""
        balancer = self._ask("elbv2", "DescribeLoadBalancers")["LoadBalancers"][0]["LoadBalancerArn"]
        groups = {each["TargetGroupArn"]: each for each in self._ask("elbv2", "DescribeTargetGroups")["TargetGroups"]}
        for listener in self._ask("elbv2", "DescribeListeners", LoadBalancerArn=balancer)["Listeners"]:
            group = groups[listener["DefaultActions"][0]["TargetGroupArn"]]
            yield listener["Port"], listener["Protocol"] == "TLS", group["Port"], group


def new_password():
    return HOSTILE_PASSWORD + secrets.token_hex(4)
