"""What the account says about one stack. Each question is asked once, by whichever way `ask` goes; everything is found through the
stack's resources, by what it is and not by its name."""
from concurrent.futures import ThreadPoolExecutor

EC2 = {
    "vpcs": ("describe_vpcs", "Vpcs", "VpcId"),
    "subnets": ("describe_subnets", "Subnets", "SubnetId"),
    "tables": ("describe_route_tables", "RouteTables", "RouteTableId"),
    "groups": ("describe_security_groups", "SecurityGroups", "GroupId"),
    "interfaces": ("describe_network_interfaces", "NetworkInterfaces", "NetworkInterfaceId"),
    "endpoints": ("describe_vpc_endpoints", "VpcEndpoints", "VpcEndpointId"),
    "nat_gateways": ("describe_nat_gateways", "NatGateways", "NatGatewayId"),
}


class World:
    def __init__(self, ask, stack_name):
        self._ask, self._answers = ask, {}
        self.stack = self.ask("cloudformation", "DescribeStacks", StackName=stack_name)["Stacks"][0]
        answer = self.ask("cloudformation", "DescribeStackResources", StackName=stack_name)
        self.resources = answer["StackResources"]

    def ask(self, service, operation, **parameters):
        key = service, operation, repr(sorted(parameters.items()))
        if key not in self._answers:
            self._answers[key] = self._ask(service, operation, **parameters)
        return self._answers[key]

    def prefetch(self, workers=2):
        """Asks what every check asks ahead of time and side by side: the AWS CLI takes most of a second to start."""
        wanted = [("ec2", _operation(operation), {}) for operation, _, _ in EC2.values()] + [
            ("elbv2", "DescribeLoadBalancers", {}), ("elbv2", "DescribeTargetGroups", {}), ("rds", "DescribeDBInstances", {}),
            ("rds", "DescribeDBSubnetGroups", {}), ("autoscaling", "DescribeAutoScalingGroups", {}), ("efs", "DescribeFileSystems", {}),
        ]
        wanted += [("elbv2", "DescribeTargetGroupAttributes", {"TargetGroupArn": arn}) for arn in self.ids("ElasticLoadBalancingV2::TargetGroup")]
        wanted += [("ec2", "DescribeLaunchTemplateVersions", {"LaunchTemplateId": each, "Versions": ["$Latest"]})
                   for each in self.ids("EC2::LaunchTemplate")]
        with ThreadPoolExecutor(workers) as pool:
            list(pool.map(lambda question: self.ask(question[0], question[1], **question[2]), wanted))

    def ids(self, kind):
        return [each["PhysicalResourceId"] for each in self.resources if each["ResourceType"] == f"AWS::{kind}"]

    def id(self, kind):
        """The only one of its kind."""
        (only,) = self.ids(kind) or [None]
        return only

    def name(self, physical_id):
        """The logical id, for messages."""
        return next((each["LogicalResourceId"] for each in self.resources if each["PhysicalResourceId"] == physical_id), physical_id)

    # --- EC2

    def __getattr__(self, name):
        if name not in EC2:
            raise AttributeError(name)
        operation, answer, key = EC2[name]
        known = {each["PhysicalResourceId"] for each in self.resources}
        everything = self.ask("ec2", _operation(operation))[answer]
        return {each[key]: each for each in everything if each[key] in known}

    def tier(self, expected, tier):
        """The subnets of a tier, by the ranges it should have."""
        ranges = expected.ranges(tier)
        return [subnet for subnet in self.subnets.values() if subnet["CidrBlock"] in ranges]

    def tier_ids(self, expected, tier):
        return {subnet["SubnetId"] for subnet in self.tier(expected, tier)}

    def launch_template(self, group):
        """The newest data of the launch template that an Auto Scaling group uses."""
        used = group.get("LaunchTemplate") or group["MixedInstancesPolicy"]["LaunchTemplate"]["LaunchTemplateSpecification"]
        answer = self.ask("ec2", "DescribeLaunchTemplateVersions", LaunchTemplateId=used["LaunchTemplateId"], Versions=["$Latest"])
        return answer["LaunchTemplateVersions"][0]["LaunchTemplateData"]

    # --- the parts

    @property
    def scaling_groups(self):
        names = self.ids("AutoScaling::AutoScalingGroup")
        groups = self.ask("autoscaling", "DescribeAutoScalingGroups")["AutoScalingGroups"]
        return [group for group in groups if group["AutoScalingGroupName"] in names]

    @property
    def instances(self):
        """The group that runs the application: the one behind the load balancer, or at least with subnets of its own."""
        groups = self.scaling_groups
        with_targets = [group for group in groups if group.get("TargetGroupARNs")]
        return (with_targets or [group for group in groups if group.get("VPCZoneIdentifier")])[0]

    @property
    def nat_group(self):
        return next((group for group in self.scaling_groups if group is not self.instances), None)

    def granted(self, action):
        """The resources on which the instances may do that."""
        return [resource for statement in self.statements(action) for resource in statement["Resource"]]

    def statements(self, action):
        """What the instances' role says of that action."""
        role = self.id("IAM::Role")
        names = self.ask("iam", "ListRolePolicies", RoleName=role)["PolicyNames"]
        documents = [self.ask("iam", "GetRolePolicy", RoleName=role, PolicyName=name)["PolicyDocument"] for name in names]
        return [statement for document in documents for statement in document["Statement"] if action in statement["Action"]]

    @property
    def balancer(self):
        arn = self.id("ElasticLoadBalancingV2::LoadBalancer")
        return next(each for each in self.ask("elbv2", "DescribeLoadBalancers")["LoadBalancers"] if each["LoadBalancerArn"] == arn)

    @property
    def listeners(self):
        """By port."""
        arn = self.id("ElasticLoadBalancingV2::LoadBalancer")
        return {each["Port"]: each for each in self.ask("elbv2", "DescribeListeners", LoadBalancerArn=arn)["Listeners"]}

    @property
    def target_groups(self):
        arns = self.ids("ElasticLoadBalancingV2::TargetGroup")
        groups = self.ask("elbv2", "DescribeTargetGroups")["TargetGroups"]
        return {each["TargetGroupArn"]: each for each in groups if each["TargetGroupArn"] in arns}

    @property
    def database(self):
        name = self.id("RDS::DBInstance")
        return next(each for each in self.ask("rds", "DescribeDBInstances")["DBInstances"] if each["DBInstanceIdentifier"] == name)

    @property
    def mount_targets(self):
        return self.ask("efs", "DescribeMountTargets", FileSystemId=self.id("EFS::FileSystem"))["MountTargets"]


def _operation(method):
    return "".join(word.capitalize() for word in method.split("_"))


def attributes(answer):
    """A list of Key and Value as a dict."""
    return {each["Key"]: each["Value"] for each in answer["Attributes"]}
