"""Mistakes to plant into the template of golden `matomo`, each with the check that must find it (or `refused`, with words of the error,
where the deploy itself must not go through)."""
from dataclasses import dataclass
from typing import Callable, Optional


@dataclass
class Mistake:
    name: str
    plant: Callable
    found_by: Optional[str] = None
    refused: Optional[str] = None


MISTAKES = []


def mistake(name, found_by=None, refused=None):
    def register(function):
        MISTAKES.append(Mistake(name, function, found_by, refused))
        return function
    return register


def ref(name):
    return {"Ref": name}


def group(name):
    return {"Fn::GetAtt": f"{name}.GroupId"}


def set_property(resource, *path_and_value):
    """A mistake that is one property with another value."""
    *path, value = path_and_value

    def plant(resources):
        at = resources[resource]["Properties"]
        for key in path[:-1]:
            at = at[key]
        at[path[-1]] = value
    return plant


def remove(resource):
    def plant(resources):
        del resources[resource]
        for each in resources.values():
            if resource in each.get("DependsOn", []):
                each["DependsOn"].remove(resource)
    return plant


def rule(name, **properties):
    """A mistake that is one more rule that lets traffic in."""
    def plant(resources):
        resources[name] = {"Type": "AWS::EC2::SecurityGroupIngress", "Properties": {"IpProtocol": "tcp", **properties}}
    return plant


def plain(name, found_by, plant):
    MISTAKES.append(Mistake(name, plant, found_by))


def refused(name, words, plant):
    MISTAKES.append(Mistake(name, plant, refused=words))


# --- network
plain("public addresses in the private tier", "network: no subnet hands out public addresses",
      set_property("PrivateSubnet1", "MapPublicIpOnLaunch", True))
plain("two subnets of a tier in one zone", "network: three tiers over the zones",
      set_property("PrivateSubnet2", "AvailabilityZone", {"Fn::Select": [0, {"Fn::GetAZs": ""}]}))
plain("an isolated subnet without a route table", "network: every subnet has a route table of its tier", remove("IsolatedSubnet2Routes"))
plain("an isolated subnet on a private table", "network: every subnet has a route table of its tier",
      set_property("IsolatedSubnet1Routes", "RouteTableId", ref("PrivateRouteTable1")))
plain("the public tier without a way to the internet", "network: the public tier reaches the internet gateway",
      set_property("PublicDefaultRoute", "DestinationCidrBlock", "192.0.2.0/24"))
plain("the private tier straight to the internet", "network: the private tier has the egress asked for",
      lambda resources: resources["PrivateDefaultRoute1"].update(Properties={
          "RouteTableId": ref("PrivateRouteTable1"), "DestinationCidrBlock": "0.0.0.0/0", "GatewayId": ref("InternetGateway")}))
plain("NAT with the source check on", "network: NAT stands in the public tier with a fixed address",
      set_property("NatInterface", "SourceDestCheck", True))
plain("NAT without its address", "network: NAT stands in the public tier with a fixed address", remove("NatAddressAssociation"))
plain("NAT in the private tier", "network: NAT stands in the public tier with a fixed address",
      set_property("NatInterface", "SubnetId", ref("PrivateSubnet1")))


@mistake("a way out of the isolated tier", "network: the isolated tier has no way out")
def _isolated_route(resources):
    resources["Leak"] = {"Type": "AWS::EC2::Route", "DependsOn": ["InternetGatewayAttachment"], "Properties": {
        "RouteTableId": ref("IsolatedRouteTable"), "DestinationCidrBlock": "0.0.0.0/0", "GatewayId": ref("InternetGateway")}}


# --- access
plain("the database open to the VPC", "access: the database admits only the instances",
      rule("Leak", GroupId=group("DatabaseAccess"), FromPort=3306, ToPort=3306, CidrIp="10.0.0.0/16"))
plain("the database on a wrong port", "access: every rule that is needed",
      lambda resources: resources["DatabaseFromInstancesMysql"]["Properties"].update(FromPort=5432, ToPort=5432))
plain("SSH open to the world", "access: SSH only from the ranges listed",
      set_property("LoadBalancerFrom203x0x113x0n24Ssh", "CidrIp", "0.0.0.0/0"))
plain("all ports of the balancer open to the world", "access: SSH only from the ranges listed",
      rule("Leak", GroupId=group("LoadBalancerAccess"), FromPort=0, ToPort=65535, CidrIp="0.0.0.0/0"))
plain("the instances open to the world", "access: only the load balancer takes traffic from anywhere",
      rule("Leak", GroupId=group("InstancesAccess"), FromPort=80, ToPort=80, CidrIp="0.0.0.0/0"))
plain("the files open to the world by IPv6", "access: only the load balancer takes traffic from anywhere",
      rule("Leak", GroupId=group("FilesAccess"), FromPort=2049, ToPort=2049, CidrIpv6="::/0"))
plain("the balancer may not reach port 80", "access: every rule that is needed", remove("LoadBalancerToInstancesHttp"))
plain("the balancer may reach the database", "access: no rule that is not needed",
      set_property("InstancesToDatabaseMysql", "GroupId", group("LoadBalancerAccess")))

# --- balancer
plain("TLS listener as TCP", "balancer: listeners", lambda resources: resources["HttpsListener"].update(Properties={
    "LoadBalancerArn": ref("LoadBalancer"), "Port": 443, "Protocol": "TCP",
    "DefaultActions": [{"Type": "forward", "TargetGroupArn": ref("WebTargetGroup")}]}))
plain("plain HTTP to the application", "balancer: listeners",
      set_property("RedirectListener", "DefaultActions", [{"Type": "forward", "TargetGroupArn": ref("WebTargetGroup")}]))
plain("an old TLS policy", "balancer: TLS policy and certificate",
      set_property("HttpsListener", "SslPolicy", "ELBSecurityPolicy-TLS13-1-0-2021-06"))
plain("balancer in the private tier", "balancer: faces the internet in the public tier",
      set_property("LoadBalancer", "Subnets", [ref("PrivateSubnet1"), ref("PrivateSubnet2")]))
plain("an internal balancer", "balancer: faces the internet in the public tier", set_property("LoadBalancer", "Scheme", "internal"))
plain("no cross-zone balancing", "balancer: attributes", set_property("LoadBalancer", "LoadBalancerAttributes", [
    {"Key": "load_balancing.cross_zone.enabled", "Value": "false"}]))
plain("the client's address is lost", "balancer: target groups", set_property("WebTargetGroup", "TargetGroupAttributes", [
    {"Key": "preserve_client_ip.enabled", "Value": "false"}]))
plain("health asked of another path", "balancer: target groups", set_property("WebTargetGroup", "HealthCheckPath", "/"))
plain("a target group without targets", "balancer: the instances are its targets",
      set_property("Instances", "TargetGroupARNs", [ref("RedirectTargetGroup"), ref("SshTargetGroup")]))
plain("alias of a wrong host", "dns: the domain is an alias of the load balancer",
      set_property("DnsRecord", "AliasTarget", "DNSName", "other.example.com"))

# --- data
plain("a public database", "database: not public", set_property("Database", "PubliclyAccessible", True))
plain("database in the private tier", "database: in the isolated tier",
      set_property("DatabaseSubnets", "SubnetIds", [ref("PrivateSubnet1"), ref("PrivateSubnet2")]))
plain("database with the instances' group", "database: a security group of its own",
      set_property("Database", "VPCSecurityGroups", [group("InstancesAccess")]))
plain("database unencrypted", "database: encrypted", set_property("Database", "StorageEncrypted", False))
plain("database without TLS", "database: requires TLS", set_property("DatabaseParameters", "Parameters", "require_secure_transport", "0"))
plain("database with the parameters everybody has", "database: requires TLS",
      set_property("Database", "DBParameterGroupName", "default.mysql8.4"))
plain("database unprotected", "database: protected and backed up", set_property("Database", "DeletionProtection", False))
plain("a secret of somebody else", "database: its password is a secret that the instances may read", lambda resources: [
    statement.update(Resource=["*"]) for statement in resources["InstanceRights"]["Properties"]["PolicyDocument"]["Statement"]])
plain("a mount target missing", "files: a mount target in every zone of the isolated tier", remove("FilesMountTarget2"))
plain("files unencrypted", "files: encrypted", set_property("Files", "Encrypted", False))
plain("files over plain NFS", "files: refused without TLS",
      lambda resources: resources["Files"]["Properties"]["FileSystemPolicy"]["Statement"].pop())

# --- fleet
plain("IMDSv1", "fleet: IMDSv2 only",
      set_property("InstanceTemplate", "LaunchTemplateData", "MetadataOptions", {"HttpTokens": "optional"}))
plain("instances in the public tier", "fleet: in the private tier",
      set_property("Instances", "VPCZoneIdentifier", [ref("PublicSubnet1"), ref("PublicSubnet2")]))
plain("plain disks", "fleet: encrypted gp3 disks", set_property("InstanceTemplate", "LaunchTemplateData", "BlockDeviceMappings", [
    {"DeviceName": "/dev/xvda", "Ebs": {"VolumeSize": 10, "VolumeType": "gp3", "Encrypted": False}}]))
plain("a variable nobody replaced", "fleet: user data is a script with nothing unresolved",
      set_property("InstanceTemplate", "LaunchTemplateData", "UserData", {
          "Fn::Base64": {"Fn::Sub": "#!/bin/bash\n<<'VALUES'\nREGION ${!AWS::Region}\nVALUES\n"}}))
plain("NAT that may grow", "fleet: NAT is one instance on the interface that is the way out", set_property("NatInstance", "MaxSize", "2"))

plain("a profile that does not exist", "fleet: instance profile of the stack",
      set_property("InstanceTemplate", "LaunchTemplateData", "IamInstanceProfile", {"Arn": "arn:aws:iam::123456789012:instance-profile/other"}))
plain("another instance type", "fleet: image of the system asked for",
      set_property("InstanceTemplate", "LaunchTemplateData", "InstanceType", "t4g.small"))
plain("too many instances", "fleet: as many as asked for", set_property("Instances", "MaxSize", "9"))

# --- the application
plain("a password from the template", "application: its secrets are generated", lambda resources: resources["AdminSecret"].update(
    Properties={"SecretString": "{\"username\": \"admin\", \"password\": \"admin\"}"}))
plain("every secret of the account", "application: instances may read its secrets and the database's, no others", lambda resources: [
    statement["Resource"].append("*") for statement in resources["InstanceRights"]["Properties"]["PolicyDocument"]["Statement"]
    if statement["Sid"] == "Secrets"])
plain("secrets for whoever has the credentials", "application: secrets are read from the VPC alone", lambda resources: [
    statement["Condition"].pop("IpAddress") for statement in resources["InstanceRights"]["Properties"]["PolicyDocument"]["Statement"]
    if statement["Sid"] == "Secrets"])
plain("logs for ever", "application: logs are kept as long as asked for, where instances may write",
      lambda resources: resources["Logs"]["Properties"].pop("RetentionInDays"))

# --- the rest
plain("a smaller disk than asked for", "database: as asked for", set_property("Database", "MaxAllocatedStorage", 50))
plain("files as root", "files: one access point with a user of its own",
      set_property("FilesAccessPoint", "PosixUser", {"Uid": "0", "Gid": "0"}))
plain("files without backups", "files: backed up", lambda resources: resources["Files"]["Properties"].pop("BackupPolicy"))
plain("no host names in the VPC", "network: VPC resolves names, S3 by its endpoint", set_property("Vpc", "EnableDnsHostnames", False))

# --- the deploy itself says no
refused("an image that does not exist", "al2032", set_property(
    "InstanceTemplate", "LaunchTemplateData", "ImageId", "{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2032}}"))
refused("two mount targets in one zone", "mount target already exists", set_property("FilesMountTarget2", "SubnetId", ref("IsolatedSubnet1")))
refused("overlapping subnets", "conflicts with another subnet", set_property("IsolatedSubnet2", "CidrBlock", "10.0.128.0/20"))
refused("a type nobody modelled", "not modelled",
        lambda resources: resources.update(Queue={"Type": "AWS::SQS::Queue"}))
refused("more signals than instances", "Count", lambda resources: resources["Instances"].update(
    CreationPolicy={"ResourceSignal": {"Count": 3, "Timeout": "PT15M"}}))
refused("a timeout that is none", "ISO 8601", lambda resources: resources["Instances"].update(
    CreationPolicy={"ResourceSignal": {"Count": 1, "Timeout": "15M"}}))
plain("a property that CloudFormation lacks", "stack: complete, every property applied", set_property("Vpc", "EnableDnsHostname", True))
