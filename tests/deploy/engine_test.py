"""The engine on its own: what templates may hold, and that it does not let anything pass in silence."""
import textwrap
import unittest

from cloud import Cloud
from engine.intrinsics import evaluate
from engine.policies import check as check_policies
from engine.references import creation_order
from engine.resource import Scope
from engine.template import TemplateError, parse


def scope(**more):
    template = {"Resources": {}, "Conditions": {"Right": {"Fn::Equals": ["a", "a"]}, "Wrong": {"Fn::Not": [{"Condition": "Right"}]}},
                "Mappings": {"Sizes": {"small": {"disk": 8}}}, **more}
    return Scope(template, {"Name": "site", "Zones": ["a", "b"]}, {"AWS::Region": "eu-west-1"}, "eu-west-1", {"other": "exported"})


class Intrinsics(unittest.TestCase):
    CASES = [
        ("!Ref Name", "site"),
        ("!Sub '${Name}-${AWS::Region}-${!Literal}-$$-$X'", "site-eu-west-1-${Literal}-$$-$X"),
        ("!Sub ['${A}/${Name}', {A: !Ref Name}]", "site/site"),
        ("!Join ['-', [a, !Ref Name]]", "a-site"),
        ("!Select [1, !Split [',', 'a,b']]", "b"),
        ("!If [Right, 1, 2]", 1),
        ("!If [Wrong, 1, !Ref Name]", "site"),
        ("!And [!Condition Right, !Not [!Condition Wrong]]", True),
        ("!Or [!Condition Wrong, !Condition Wrong]", False),
        ("[1, !If [Wrong, 1, !Ref AWS::NoValue]]", [1]),
        ("{a: !Ref AWS::NoValue, b: 1}", {"b": 1}),
        ("!FindInMap [Sizes, small, disk]", 8),
        ("!Cidr ['10.0.0.0/16', 2, 8]", ["10.0.0.0/24", "10.0.1.0/24"]),
        ("!Select [1, !Cidr ['fd00::/56', 4, 64]]", "fd00:0:0:1::/64"),
        ("!ImportValue other", "exported"),
        ("Fn::Base64: !Sub '${Name}'", "c2l0ZQ=="),
    ]

    def test_values(self):
        for written, wanted in self.CASES:
            with self.subTest(written):
                value = parse(f"Resources: {{X: {{Type: T}}}}\nValue: {{V: {written}}}" if not written.startswith("Fn")
                              else f"Resources: {{X: {{Type: T}}}}\nValue:\n  V: {{{written}}}")["Value"]["V"]
                self.assertEqual(evaluate(value, scope()), wanted)

    def test_refused(self):
        for value in ({"Ref": "Nobody"}, {"Fn::GetAtt": "Nobody.Arn"}, {"Fn::Nonsense": 1}, {"Fn::Select": [5, ["a"]]},
                      {"Fn::ImportValue": "nobody"}, {"Fn::FindInMap": ["Sizes", "large", "disk"]}):
            with self.subTest(value), self.assertRaises(TemplateError):
                evaluate(value, scope())


class Templates(unittest.TestCase):
    def test_refused(self):
        for text in ("Resources: {}", "Resources: {A: {}}", "Resources: {A: {Type: T}, A: {Type: T}}", "[]", "Resources: {A: {Type: T}",
                     "Transform: AWS::Serverless-2016-10-31\nResources: {A: {Type: T}}"):
            with self.subTest(text), self.assertRaises(TemplateError):
                parse(text)

    def test_order(self):
        template = parse("Resources: {A: {Type: T, DependsOn: C}, B: {Type: T, Properties: {P: !Sub '${A.Arn}'}}, C: {Type: T}}")
        self.assertEqual(creation_order(template), ["C", "A", "B"])
        with self.assertRaisesRegex(TemplateError, "Circular"):
            creation_order(parse("Resources: {A: {Type: T, DependsOn: B}, B: {Type: T, Properties: {P: !Ref A}}}"))

    def test_policies(self):
        check_policies("Group", {"ResourceSignal": {"Count": 2, "Timeout": "PT1H30M"}}, None, {"MaxSize": "2"})
        for timeout in ("15M", "PT", "PT13H", "P1D"):
            with self.subTest(timeout), self.assertRaises(TemplateError):
                check_policies("Group", {"ResourceSignal": {"Count": 1, "Timeout": timeout}}, None, {"MaxSize": "2"})
        with self.assertRaises(TemplateError):
            check_policies("Group", None, {"AutoScalingRollingUpdate": {"MinInstancesInService": 2}}, {"MaxSize": "2"})


class Stacks(unittest.TestCase):
    """What moto's own CloudFormation gets wrong without a word."""

    @classmethod
    def setUpClass(cls):
        cls.cloud = cls.enterClassContext(Cloud("eu-west-1"))
        cls.cloudformation = cls.cloud.client("cloudformation")

    def deploy(self, name, text):
        self.cloudformation.create_change_set(StackName=name, ChangeSetName="first", ChangeSetType="CREATE",
                                              TemplateBody=textwrap.dedent(text), Capabilities=[])
        self.cloudformation.execute_change_set(StackName=name, ChangeSetName="first")
        return self.cloudformation.describe_stacks(StackName=name)["Stacks"][0]

    def test_unknown_type_fails(self):
        stack = self.deploy("unknown-type", "Resources: {Queue: {Type: AWS::SQS::Queue}}")
        self.assertEqual(stack["StackStatus"], "ROLLBACK_COMPLETE")
        self.assertIn("AWS::SQS::Queue is not modelled", stack["StackStatusReason"])

    def test_unapplied_property_is_named(self):
        self.deploy("unapplied", "Resources: {Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.9.0.0/16, EnableDnsHostname: true}}}")
        (resource,) = self.cloudformation.describe_stack_resources(StackName="unapplied")["StackResources"]
        self.assertEqual(resource["ResourceStatusReason"], "not applied: EnableDnsHostname")

    def test_rollback_leaves_nothing(self):
        stack = self.deploy("rolled-back", """\
            Resources:
              Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.8.0.0/16}}
              Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.9.0.0/24}}
            """)
        self.assertEqual(stack["StackStatus"], "ROLLBACK_COMPLETE")
        ranges = [vpc["CidrBlock"] for vpc in self.cloud.client("ec2").describe_vpcs()["Vpcs"]]
        self.assertNotIn("10.8.0.0/16", ranges)

    FAILING = """\
        Resources:
          Kept: {{Type: AWS::SSM::Parameter, DeletionPolicy: Retain, Properties: {{Type: String, Name: /{name}/kept, Value: a}}}}
          Gone: {{Type: AWS::SSM::Parameter, DeletionPolicy: RetainExceptOnCreate, Properties: {{Type: String, Name: /{name}/gone, Value: a}}}}
          Subnet: {{Type: AWS::EC2::Subnet, DependsOn: [Kept, Gone], Properties: {{VpcId: vpc-1, CidrBlock: 10.9.0.0/24}}}}
        """

    def parameters(self, name):
        return sorted(each["Name"] for each in self.cloud.client("ssm").get_parameters_by_path(Path=f"/{name}")["Parameters"])

    def test_rollback_of_a_creation_deletes_what_is_retained_except_on_create(self):
        stack = self.deploy("retaining", self.FAILING.format(name="retaining"))
        self.assertEqual(stack["StackStatus"], "ROLLBACK_COMPLETE")
        self.assertEqual(self.parameters("retaining"), ["/retaining/kept"])

    def test_creation_without_rollback_goes_on_later(self):
        text = textwrap.dedent(self.FAILING.format(name="going-on"))
        self.cloudformation.create_change_set(StackName="going-on", ChangeSetName="first", ChangeSetType="CREATE", TemplateBody=text,
                                              OnStackFailure="DO_NOTHING")
        self.cloudformation.execute_change_set(StackName="going-on", ChangeSetName="first")
        self.assertEqual(self.cloudformation.describe_stacks(StackName="going-on")["Stacks"][0]["StackStatus"], "CREATE_FAILED")
        self.assertEqual(self.parameters("going-on"), ["/going-on/gone", "/going-on/kept"])
        change = self.change("going-on", text.replace("vpc-1", "!Ref Vpc") + "  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.9.0.0/16}}\n")
        self.assertEqual({each["ResourceChange"]["LogicalResourceId"] for each in change["Changes"]}, {"Subnet", "Vpc"})
        self.cloudformation.execute_change_set(StackName="going-on", ChangeSetName=change["ChangeSetId"])
        self.assertEqual(self.cloudformation.describe_stacks(StackName="going-on")["Stacks"][0]["StackStatus"], "UPDATE_COMPLETE")

    def change(self, name, text, **options):
        self.cloudformation.create_change_set(StackName=name, ChangeSetName="change", ChangeSetType="UPDATE",
                                              TemplateBody=textwrap.dedent(text))
        return self.cloudformation.describe_change_set(StackName=name, ChangeSetName="change", **options)

    def test_change_sets_tell_what_is_replaced(self):
        text = """\
            Resources:
              Vpc: {{Type: AWS::EC2::VPC, UpdateReplacePolicy: Retain, Properties: {{CidrBlock: {}, EnableDnsSupport: true}}}}
              Group: {{Type: AWS::EC2::SecurityGroup, Properties: {{VpcId: !Ref Vpc, GroupDescription: none}}}}
              Parameter: {{Type: AWS::SSM::Parameter, Properties: {{Type: String, Value: {}}}}}
            """
        self.deploy("changes", text.format("10.7.0.0/16", "a"))
        found = self.change("changes", text.format("10.6.0.0/16", "b"), IncludePropertyValues=True)
        changes = {each["ResourceChange"]["LogicalResourceId"]: each["ResourceChange"] for each in found["Changes"]}
        self.assertEqual({name: change["Replacement"] for name, change in changes.items()},
                         {"Vpc": "True", "Group": "Conditional", "Parameter": "False"})
        self.assertEqual(changes["Vpc"]["PolicyAction"], "ReplaceAndRetain")
        self.assertEqual(changes["Group"]["Details"][0]["CausingEntity"], "Vpc")
        target = changes["Parameter"]["Details"][0]["Target"]
        self.assertEqual((target["Name"], target["BeforeValue"], target["AfterValue"]), ("Value", '"a"', '"b"'))
        quiet = self.cloudformation.describe_change_set(StackName="changes", ChangeSetName="change")
        self.assertNotIn("BeforeValue", str(quiet))

        self.change("changes", text.format("10.7.0.0/16", "c"))
        self.cloudformation.execute_change_set(StackName="changes", ChangeSetName="change")
        with self.assertRaisesRegex(self.cloudformation.exceptions.ClientError, "OBSOLETE"):
            self.cloudformation.execute_change_set(StackName="changes", ChangeSetName=found["ChangeSetId"])

    def test_instances_are_refreshed_from_the_newest_template(self):
        text = """\
            Resources:
              Vpc: {{Type: AWS::EC2::VPC, Properties: {{CidrBlock: 10.5.0.0/16}}}}
              Subnet: {{Type: AWS::EC2::Subnet, Properties: {{VpcId: !Ref Vpc, CidrBlock: 10.5.0.0/24, AvailabilityZone: eu-west-1a}}}}
              Template:
                Type: AWS::EC2::LaunchTemplate
                Properties:
                  LaunchTemplateData:
                    ImageId: '{{{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64}}}}'
                    InstanceType: t4g.micro
                    UserData: !Base64 {}
              Group:
                Type: AWS::AutoScaling::AutoScalingGroup
                Properties:
                  MinSize: '1'
                  MaxSize: '1'
                  VPCZoneIdentifier: [!Ref Subnet]
                  LaunchTemplate: {{LaunchTemplateId: !Ref Template, Version: !GetAtt Template.LatestVersionNumber}}
            """
        self.deploy("refresh", text.format("first"))
        self.change("refresh", text.format("second"))
        self.cloudformation.execute_change_set(StackName="refresh", ChangeSetName="change")
        scaling = self.cloud.client("autoscaling")
        (group,) = scaling.describe_auto_scaling_groups()["AutoScalingGroups"]
        (before,) = group["Instances"]
        scaling.start_instance_refresh(AutoScalingGroupName=group["AutoScalingGroupName"])
        for status in ("InProgress", "Successful"):
            (refresh,) = scaling.describe_instance_refreshes(AutoScalingGroupName=group["AutoScalingGroupName"])["InstanceRefreshes"]
            self.assertEqual(refresh["Status"], status)
        (group,) = scaling.describe_auto_scaling_groups()["AutoScalingGroups"]
        (after,) = group["Instances"]
        self.assertNotEqual(after["InstanceId"], before["InstanceId"])

    def test_capabilities_are_asked_for(self):
        with self.assertRaisesRegex(self.cloudformation.exceptions.ClientError, "CAPABILITY_IAM"):
            self.deploy("role", "Resources: {Role: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {}}}}")


if __name__ == "__main__":
    unittest.main()
