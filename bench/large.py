"""Writes a template of 500 resources as they are in use: four VPCs, in each of them five services of a load balancer,
instances and a database of their own.

usage: large.py > FILE
"""
import json

ZONES, SERVICES = 3, 5
resources = {}


def ref(name):
    return {"Ref": name}


def att(name, attribute):
    return {"Fn::GetAtt": [name, attribute]}


def add(name, kind, **properties):
    resources[name] = {"Type": f"AWS::{kind}", "Properties": properties}
    return name


def tcp(first, last=None, **peer):
    return {"IpProtocol": "tcp", "FromPort": first, "ToPort": last or first, **peer}


def group(name, vpc, ingress):
    return add(name, "EC2::SecurityGroup", GroupDescription=name, VpcId=ref(vpc), SecurityGroupIngress=ingress)


def table(name, vpc, subnets, target):
    add(name, "EC2::RouteTable", VpcId=ref(vpc))
    if target:
        add(f"{name}Out", "EC2::Route", RouteTableId=ref(name), DestinationCidrBlock="0.0.0.0/0", **target)
    for subnet in subnets:
        add(f"{subnet}Table", "EC2::SubnetRouteTableAssociation", RouteTableId=ref(name), SubnetId=ref(subnet))


def network(vpc, number):
    """The VPC; three tiers of subnets in three zones."""
    add(vpc, "EC2::VPC", CidrBlock=f"10.{number}.0.0/16", EnableDnsHostnames=True)
    add(f"{vpc}Gateway", "EC2::InternetGateway")
    add(f"{vpc}Attached", "EC2::VPCGatewayAttachment", VpcId=ref(vpc), InternetGatewayId=ref(f"{vpc}Gateway"))
    tiers = {}
    for place, tier in enumerate(("Public", "Private", "Data")):
        tiers[tier] = [
            add(f"{vpc}{tier}{zone}", "EC2::Subnet", VpcId=ref(vpc), CidrBlock=f"10.{number}.{place * 16 + zone}.0/24",
                AvailabilityZone={"Fn::Select": [zone, {"Fn::GetAZs": ""}]}, MapPublicIpOnLaunch=tier == "Public")
            for zone in range(ZONES)]
    table(f"{vpc}PublicTable", vpc, tiers["Public"], {"GatewayId": ref(f"{vpc}Gateway")})
    resources[f"{vpc}PublicTableOut"]["DependsOn"] = f"{vpc}Attached"
    for zone in range(ZONES):
        add(f"{vpc}Address{zone}", "EC2::EIP", Domain="vpc")
        add(f"{vpc}Nat{zone}", "EC2::NatGateway", SubnetId=ref(tiers["Public"][zone]),
            AllocationId=att(f"{vpc}Address{zone}", "AllocationId"))
        table(f"{vpc}PrivateTable{zone}", vpc, [tiers["Private"][zone]], {"NatGatewayId": ref(f"{vpc}Nat{zone}")})
    table(f"{vpc}DataTable", vpc, tiers["Data"], None)
    return {tier: [ref(subnet) for subnet in subnets] for tier, subnets in tiers.items()}


def service(name, vpc, number, tiers, office):
    """A load balancer, instances behind it with a role of their own, and their database."""
    kind = "network" if number % 2 else "application"
    group(f"{name}Entry", vpc, [tcp(443, CidrIp="0.0.0.0/0"), tcp(80, CidrIp="0.0.0.0/0")])
    group(f"{name}App", vpc, [
        tcp(8080 + number, SourceSecurityGroupId=att(f"{name}Entry", "GroupId")),
        *(tcp(22, CidrIp=f"10.{office}.{host}.0/24", Description="office") for host in range(8)),
        tcp(9100, 9110, CidrIp="10.0.0.0/8")])
    group(f"{name}Store", vpc, [tcp(3306, SourceSecurityGroupId=att(f"{name}App", "GroupId"))])
    add(f"{name}Balancer", "ElasticLoadBalancingV2::LoadBalancer", Type=kind, Scheme="internet-facing",
        Subnets=tiers["Public"], SecurityGroups=[att(f"{name}Entry", "GroupId")])
    add(f"{name}Targets", "ElasticLoadBalancingV2::TargetGroup", VpcId=ref(vpc), Port=8080 + number, TargetType="instance",
        Protocol="TCP" if number % 2 else "HTTP", HealthCheckProtocol="HTTP", HealthCheckPath="/health")
    add(f"{name}Listener", "ElasticLoadBalancingV2::Listener", LoadBalancerArn=ref(f"{name}Balancer"), Port=80,
        Protocol="TCP" if number % 2 else "HTTP",
        DefaultActions=[{"Type": "forward", "TargetGroupArn": ref(f"{name}Targets")}])
    add(f"{name}Role", "IAM::Role",
        AssumeRolePolicyDocument={"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]},
        Policies=[{"PolicyName": "read", "PolicyDocument": {"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": [
                f"arn:aws:s3:::{name.lower()}", f"arn:aws:s3:::{name.lower()}/*"]}]}}])
    add(f"{name}Profile", "IAM::InstanceProfile", Roles=[ref(f"{name}Role")])
    add(f"{name}Template", "EC2::LaunchTemplate", LaunchTemplateData={
        "ImageId": "{{resolve:ssm:/aws/service/debian/release/12/latest/amd64}}", "InstanceType": "t3.small",
        "IamInstanceProfile": {"Arn": att(f"{name}Profile", "Arn")},
        "SecurityGroupIds": [att(f"{name}App", "GroupId")], "MetadataOptions": {"HttpTokens": "required"},
        "UserData": {"Fn::Base64": {"Fn::Sub": f"#!/bin/sh\necho ${{AWS::Region}} ${{{name}Db.Endpoint.Address}}\n"}}})
    add(f"{name}Fleet", "AutoScaling::AutoScalingGroup", MinSize="2", MaxSize="6", VPCZoneIdentifier=tiers["Private"],
        TargetGroupARNs=[ref(f"{name}Targets")], HealthCheckType="ELB", HealthCheckGracePeriod=300, LaunchTemplate={
            "LaunchTemplateId": ref(f"{name}Template"), "Version": att(f"{name}Template", "LatestVersionNumber")})
    add(f"{name}Scaling", "AutoScaling::ScalingPolicy", AutoScalingGroupName=ref(f"{name}Fleet"),
        PolicyType="TargetTrackingScaling", TargetTrackingConfiguration={
            "TargetValue": 60, "PredefinedMetricSpecification": {"PredefinedMetricType": "ASGAverageCPUUtilization"}})
    add(f"{name}Secret", "SecretsManager::Secret", GenerateSecretString={
        "SecretStringTemplate": '{"username": "app"}', "GenerateStringKey": "password", "ExcludePunctuation": True})
    add(f"{name}DbSubnets", "RDS::DBSubnetGroup", DBSubnetGroupDescription=name, SubnetIds=tiers["Data"])
    add(f"{name}Db", "RDS::DBInstance", Engine="mariadb", EngineVersion="11.4", DBInstanceClass="db.t4g.small",
        AllocatedStorage="20", DBSubnetGroupName=ref(f"{name}DbSubnets"), PubliclyAccessible=False,
        StorageEncrypted=True, BackupRetentionPeriod=7, VPCSecurityGroups=[att(f"{name}Store", "GroupId")],
        ManageMasterUserPassword=True, MasterUsername="app")
    for policy in ("DeletionPolicy", "UpdateReplacePolicy"):
        resources[f"{name}Db"][policy] = "Snapshot"
    add(f"{name}Logs", "Logs::LogGroup", RetentionInDays=30)
    add(f"{name}Alarm", "CloudWatch::Alarm", Namespace="AWS/RDS", MetricName="CPUUtilization", Statistic="Average",
        Period=300, EvaluationPeriods=3, Threshold=80, ComparisonOperator="GreaterThanThreshold",
        Dimensions=[{"Name": "DBInstanceIdentifier", "Value": ref(f"{name}Db")}])


for at, vpc in enumerate(("Prod", "Stage", "Test", "Tools")):
    tiers = network(vpc, at + 1)
    for number in range(SERVICES):
        service(f"{vpc}{('Shop', 'Blog', 'Wiki', 'Mail', 'Stats')[number]}", vpc, number, tiers, 200 + at)
while len(resources) < 500:
    add(f"Topic{len(resources)}", "SNS::Topic")
print(json.dumps({"AWSTemplateFormatVersion": "2010-09-09", "Resources": resources}, indent=1))
