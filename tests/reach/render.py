"""A network as a CloudFormation template: a plain dictionary with long-form intrinsics.

Each value may be spelt in several ways (literal, parameter with a default, Sub, Join, mapping, condition), chosen by a
random generator seeded with the name of the place, so that dropping a part of the network leaves the rest as it was.
"""
import random

NUMBERS = {"tcp": 6, "udp": 17, "icmp": 1, "icmpv6": 58, "-1": -1}


class Renderer:
    def __init__(self, network, seed=0, plain=False):
        self.network, self.seed, self.plain = network, seed, plain
        self.resources, self.parameters, self.mappings, self.conditions = {}, {}, {}, {}

    def chance(self, place):
        return random.Random(f"{self.seed} {place}")

    def say(self, place, value):
        """The value in one of its spellings."""
        if self.plain:
            return value
        dice = self.chance(place)
        way = dice.choice(["plain"] * 9 + ["parameter", "sub", "join", "mapping", "if", "select"])
        name = "".join(part.capitalize() for part in place.replace("-", " ").split())
        text = str(value).lower() if isinstance(value, bool) else str(value)
        if way == "parameter":
            self.parameters[name] = {"Type": "String", "Default": text}
            return {"Ref": name}
        if way == "sub":
            self.parameters[name] = {"Type": "String", "Default": text[:2]}
            return {"Fn::Sub": "${" + name + "}" + text[2:]}
        if way == "join":
            return {"Fn::Join": ["", [text[:3], text[3:]]]}
        if way == "mapping":
            self.mappings.setdefault("Values", {}).setdefault("All", {})[name] = text
            return {"Fn::FindInMap": ["Values", "All", name]}
        if way == "if":
            kind = dice.random() < 0.5
            self.parameters[name] = {"Type": "String", "Default": "on" if kind else "off"}
            self.conditions[name + "Holds"] = {"Fn::Equals": [{"Ref": name}, "on"]}
            other = {"Ref": "AWS::NoValue"} if dice.random() < 0.3 else "wrong"
            return {"Fn::If": [name + "Holds"] + ([value, other] if kind else [other, value])}
        if way == "select":
            return {"Fn::Select": [1, {"Fn::Split": ["|", "no|" + text + "|nor this"]}]}
        return value

    def name(self, place, id, attribute):
        if not self.plain and attribute and self.chance(place).random() < 0.4:
            return {"Fn::GetAtt": [id, attribute]}
        return {"Ref": id}

    def add(self, id, type, **properties):
        self.resources[id] = {"Type": type, "Properties": {key: one for key, one in properties.items() if one is not None}}

    def group(self, place, id):
        if id.startswith("default:"):
            return {"Fn::GetAtt": [id[len("default:"):], "DefaultSecurityGroup"]}
        return self.name(place, id, "GroupId") if self.plain or self.chance(place).random() < 0.5 else {"Fn::GetAtt": [id, "GroupId"]}

    def groups(self, place, ids):
        return [self.group(f"{place} {index}", id) for index, id in enumerate(ids)] or None

    def template(self):
        self.vpcs()
        self.routing()
        self.access()
        for host in self.network.hosts:
            getattr(self, host.kind)(host)
        self.balancing()
        made = {"AWSTemplateFormatVersion": "2010-09-09", "Parameters": self.parameters, "Mappings": self.mappings,
                "Conditions": self.conditions, "Resources": self.resources}
        return {key: part for key, part in made.items() if part}

    def vpcs(self):
        for vpc in self.network.vpcs:
            me = {"Ref": vpc.id}
            self.add(vpc.id, "AWS::EC2::VPC", CidrBlock=self.say(f"{vpc.id} cidr", vpc.cidrs[0]))
            for index, cidr in enumerate(vpc.cidrs[1:]):
                self.add(f"{vpc.id}Block{index}", "AWS::EC2::VPCCidrBlock", VpcId=me, CidrBlock=cidr)
            if vpc.six:
                self.add(f"{vpc.id}Six", "AWS::EC2::VPCCidrBlock", VpcId=me, Ipv6CidrBlock=vpc.six, Ipv6Pool="ipv6pool-ec2-1")
            if vpc.igw:
                self.add(f"{vpc.id}Igw", "AWS::EC2::InternetGateway")
                self.add(f"{vpc.id}IgwAttachment", "AWS::EC2::VPCGatewayAttachment", VpcId=me,
                         InternetGatewayId=self.name(f"{vpc.id} igw", f"{vpc.id}Igw", "InternetGatewayId"))
            if vpc.eigw:
                self.add(f"{vpc.id}Eigw", "AWS::EC2::EgressOnlyInternetGateway", VpcId=me)
            for index, rule in enumerate(vpc.default_ingress):
                self.rule(f"{vpc.id}Default{index}", "default:" + vpc.id, rule, False)
        for one in self.network.peerings:
            self.add(one.id, "AWS::EC2::VPCPeeringConnection", VpcId={"Ref": one.here}, PeerVpcId={"Ref": one.there})

    def routing(self):
        for subnet in self.network.subnets:
            self.add(subnet.id, "AWS::EC2::Subnet", VpcId=self.name(f"{subnet.id} vpc", subnet.vpc, "VpcId"),
                     CidrBlock=self.say(f"{subnet.id} cidr", subnet.cidr), Ipv6CidrBlock=subnet.six or None,
                     AssignIpv6AddressOnCreation=True if subnet.auto_six else None,
                     MapPublicIpOnLaunch=self.say(f"{subnet.id} public", True) if subnet.public else None)
            if subnet.table:
                self.add(f"{subnet.id}Table", "AWS::EC2::SubnetRouteTableAssociation", SubnetId={"Ref": subnet.id},
                         RouteTableId=self.name(f"{subnet.id} table", subnet.table, "RouteTableId"))
            if subnet.acl:
                self.add(f"{subnet.id}Acl", "AWS::EC2::SubnetNetworkAclAssociation", SubnetId={"Ref": subnet.id},
                         NetworkAclId=self.name(f"{subnet.id} acl", subnet.acl, "Id"))
        for nat in self.network.nats:
            self.add(f"{nat.id}Address", "AWS::EC2::EIP", Domain="vpc")
            self.add(nat.id, "AWS::EC2::NatGateway", SubnetId={"Ref": nat.subnet},
                     AllocationId={"Fn::GetAtt": [f"{nat.id}Address", "AllocationId"]} if nat.public else None,
                     ConnectivityType=None if nat.public else "private")
        lists = {one.id for one in self.network.lists}
        doors = {"igw": "GatewayId", "nat": "NatGatewayId", "eigw": "EgressOnlyInternetGatewayId",
                 "peering": "VpcPeeringConnectionId", "router": "InstanceId"}
        for table in self.network.tables:
            self.add(table.id, "AWS::EC2::RouteTable", VpcId={"Ref": table.vpc})
            for index, (destination, kind, target) in enumerate(table.routes):
                if destination in lists:
                    where = {"DestinationPrefixListId": self.name(f"{table.id} {index} list", destination, "PrefixListId")}
                else:
                    key = "DestinationIpv6CidrBlock" if ":" in destination else "DestinationCidrBlock"
                    where = {key: self.say(f"{table.id} {index}", destination)}
                self.add(f"{table.id}Route{index}", "AWS::EC2::Route", RouteTableId={"Ref": table.id}, **where,
                         **{doors[kind]: {"Ref": target}})

    def access(self):
        for one in self.network.lists:
            self.add(one.id, "AWS::EC2::PrefixList", PrefixListName=one.id, AddressFamily="IPv4", MaxEntries=9,
                     Entries=[{"Cidr": self.say(f"{one.id} {index}", cidr)} for index, cidr in enumerate(one.cidrs)])
        for acl in self.network.acls:
            self.add(acl.id, "AWS::EC2::NetworkAcl", VpcId={"Ref": acl.vpc})
            for index, entry in enumerate(acl.entries):
                place = f"{acl.id} {index}"
                self.add(f"{acl.id}Entry{index}", "AWS::EC2::NetworkAclEntry", NetworkAclId={"Ref": acl.id},
                         RuleNumber=self.say(place + " number", entry.number), Protocol=NUMBERS[entry.protocol],
                         RuleAction=self.say(place + " action", "allow" if entry.allow else "deny"),
                         Egress=True if entry.egress else self.chance(place).choice([None, False]),
                         **{"Ipv6CidrBlock" if ":" in entry.cidr else "CidrBlock": self.say(place + " cidr", entry.cidr)},
                         PortRange={"From": entry.low, "To": entry.high} if entry.protocol in ("tcp", "udp") else None,
                         Icmp={"Code": -1, "Type": -1} if entry.protocol in ("icmp", "icmpv6") else None)
        for group in self.network.groups:
            listed = {}
            for egress, rules in ((False, group.ingress), (True, group.egress)):
                inside = [self.line(f"{group.id} {egress} {index}", rule, egress)
                          for index, rule in enumerate(rules) if not rule.apart]
                for index, rule in enumerate(rules):
                    if rule.apart:
                        self.rule(f"{group.id}{'To' if egress else 'From'}{index}", group.id, rule, egress)
                if inside or egress and group.egress_listed:
                    listed["SecurityGroupEgress" if egress else "SecurityGroupIngress"] = inside
            self.add(group.id, "AWS::EC2::SecurityGroup", GroupDescription=group.id, VpcId={"Ref": group.vpc}, **listed)

    def line(self, place, rule, egress):
        what, peer = rule.peer
        dice = self.chance(place + " protocol")
        protocol = dice.choice([rule.protocol, rule.protocol, str(NUMBERS[rule.protocol]), NUMBERS[rule.protocol]])
        made = {"IpProtocol": rule.protocol if self.plain else protocol}
        if rule.protocol in ("tcp", "udp"):
            made |= {"FromPort": self.say(place + " from", rule.low), "ToPort": self.say(place + " to", rule.high)}
        elif rule.protocol != "-1" or dice.random() < 0.2:  # ports beside "-1" mean nothing
            made |= {"FromPort": -1, "ToPort": -1} if rule.protocol != "-1" else {"FromPort": 22, "ToPort": 22}
        if what == "cidr":
            made["CidrIpv6" if ":" in peer else "CidrIp"] = self.say(place + " peer", peer)
        elif what == "list":
            made["DestinationPrefixListId" if egress else "SourcePrefixListId"] = self.name(place + " list", peer, "PrefixListId")
        else:
            group = peer if what == "group" else "default:" + peer
            made["DestinationSecurityGroupId" if egress else "SourceSecurityGroupId"] = self.group(place + " group", group)
        return made

    def rule(self, id, group, rule, egress):
        self.add(id, "AWS::EC2::SecurityGroupEgress" if egress else "AWS::EC2::SecurityGroupIngress",
                 GroupId=self.group(id, group), **self.line(id, rule, egress))
        if rule.maybe:
            self.parameters[id + "Wanted"] = {"Type": "String"}
            self.conditions[id + "Wanted"] = {"Fn::Equals": [{"Ref": id + "Wanted"}, "yes"]}
            self.resources[id]["Condition"] = id + "Wanted"

    def instance(self, host):
        groups, six = self.groups(host.id, host.groups), 1 if host.six else None
        check = False if host.router else None
        if host.public is None and self.chance(host.id).random() < 0.5:
            self.add(host.id, "AWS::EC2::Instance", ImageId="ami-1", SubnetId={"Ref": host.subnets[0]},
                     SecurityGroupIds=groups, Ipv6AddressCount=six, SourceDestCheck=check)
        else:
            card = {"DeviceIndex": self.chance(host.id + " index").choice([0, "0"]), "SubnetId": {"Ref": host.subnets[0]},
                    "GroupSet": groups, "Ipv6AddressCount": six,
                    "AssociatePublicIpAddress": None if host.public is None else self.say(host.id + " public", host.public)}
            self.add(host.id, "AWS::EC2::Instance", ImageId="ami-1", SourceDestCheck=check,
                     NetworkInterfaces=[{key: one for key, one in card.items() if one is not None}])
        if host.elastic:
            if self.chance(host.id + " elastic").random() < 0.5:
                self.add(host.id + "Address", "AWS::EC2::EIP", Domain="vpc", InstanceId={"Ref": host.id})
            else:
                self.add(host.id + "Address", "AWS::EC2::EIP", Domain="vpc")
                self.add(host.id + "Addressed", "AWS::EC2::EIPAssociation", InstanceId={"Ref": host.id},
                         AllocationId={"Fn::GetAtt": [host.id + "Address", "AllocationId"]})

    def asg(self, host):
        groups = self.groups(host.id, host.groups)
        data = {"ImageId": "ami-1", "InstanceType": "t4g.small"}
        if host.public is None and not host.six and self.chance(host.id).random() < 0.5:
            data |= {"SecurityGroupIds": groups} if groups else {}
        else:
            card = {"DeviceIndex": 0, "Groups": groups, "Ipv6AddressCount": 1 if host.six else None,
                    "AssociatePublicIpAddress": None if host.public is None else self.say(host.id + " public", host.public)}
            data["NetworkInterfaces"] = [{key: one for key, one in card.items() if one is not None}]
        self.add(host.id + "Template", "AWS::EC2::LaunchTemplate", LaunchTemplateData=data)
        self.add(host.id, "AWS::AutoScaling::AutoScalingGroup", MinSize="1", MaxSize="2",
                 VPCZoneIdentifier=[{"Ref": subnet} for subnet in host.subnets], TargetGroupARNs=self.joined(host) or None,
                 LaunchTemplate={"LaunchTemplateId": {"Ref": host.id + "Template"},
                                 "Version": {"Fn::GetAtt": [host.id + "Template", "LatestVersionNumber"]}})

    def joined(self, host):
        return [{"Ref": group.id} for group in self.network.target_groups if host.id in group.targets]

    def service(self, host):
        wide = {"Subnets": [{"Ref": subnet} for subnet in host.subnets],
                "AssignPublicIp": "ENABLED" if host.public else "DISABLED"}
        if host.public is None:
            del wide["AssignPublicIp"]
        if host.groups:
            wide["SecurityGroups"] = self.groups(host.id, host.groups)
        ports = {group.id: group.port for group in self.network.target_groups}
        self.add(host.id + "Task", "AWS::ECS::TaskDefinition", NetworkMode="awsvpc", RequiresCompatibilities=["FARGATE"],
                 ContainerDefinitions=[{"Name": "web", "Image": "web"}])
        self.add(host.id, "AWS::ECS::Service", LaunchType="FARGATE", TaskDefinition={"Ref": host.id + "Task"},
                 NetworkConfiguration={"AwsvpcConfiguration": wide},
                 LoadBalancers=[{"TargetGroupArn": one, "ContainerName": "web", "ContainerPort": ports[one["Ref"]]}
                                for one in self.joined(host)] or None)

    def database(self, host):
        self.add(host.id + "Subnets", "AWS::RDS::DBSubnetGroup", DBSubnetGroupDescription="d",
                 SubnetIds=[{"Ref": subnet} for subnet in host.subnets])
        self.add(host.id, "AWS::RDS::DBInstance", Engine="mysql", DBInstanceClass="db.t4g.micro",
                 DBSubnetGroupName={"Ref": host.id + "Subnets"}, VPCSecurityGroups=self.groups(host.id, host.groups),
                 PubliclyAccessible=None if host.public is None else self.say(host.id + " public", host.public))

    def cache(self, host):
        self.add(host.id + "Subnets", "AWS::ElastiCache::SubnetGroup", Description="d",
                 SubnetIds=[{"Ref": subnet} for subnet in host.subnets])
        self.add(host.id, "AWS::ElastiCache::ReplicationGroup", ReplicationGroupDescription="d", CacheNodeType="cache.t4g.micro",
                 CacheSubnetGroupName={"Ref": host.id + "Subnets"}, SecurityGroupIds=self.groups(host.id, host.groups))

    def endpoint(self, host):
        vpc = next(subnet.vpc for subnet in self.network.subnets if subnet.id == host.subnets[0])
        self.add(host.id, "AWS::EC2::VPCEndpoint", VpcId={"Ref": vpc}, VpcEndpointType="Interface",
                 ServiceName={"Fn::Sub": "com.amazonaws.${AWS::Region}.ssm"}, SubnetIds=[{"Ref": subnet} for subnet in host.subnets],
                 SecurityGroupIds=self.groups(host.id, host.groups))

    def files(self, host):
        self.add(host.id, "AWS::EFS::FileSystem", Encrypted=True)
        for index, subnet in enumerate(host.subnets):
            self.add(f"{host.id}Target{index}", "AWS::EFS::MountTarget", FileSystemId={"Ref": host.id},
                     SubnetId={"Ref": subnet}, SecurityGroups=self.groups(f"{host.id} {index}", host.target_groups[index]))

    def function(self, host):
        self.add(host.id, "AWS::Lambda::Function", Handler="index.handler", Runtime="python3.13",
                 Code={"ZipFile": "def handler(*_): pass"}, Role="arn:aws:iam::123456789012:role/r",
                 VpcConfig={"SubnetIds": [{"Ref": subnet} for subnet in host.subnets],
                            "SecurityGroupIds": self.groups(host.id, host.groups)})

    def balancing(self):
        kinds = {host.id: host.kind for host in self.network.hosts}
        for group in self.network.target_groups:
            fixed = [{"Id": {"Ref": one}} for one in group.targets if kinds[one] == "instance"]
            keep = None if group.keep is None else [{"Key": "preserve_client_ip.enabled", "Value": str(group.keep).lower()}]
            self.add(group.id, "AWS::ElasticLoadBalancingV2::TargetGroup", VpcId={"Ref": group.vpc}, Targets=fixed or None,
                     Protocol=group.protocol, Port=self.say(group.id + " port", group.port),
                     TargetType=group.kind if group.kind != "instance" or self.plain else
                     self.chance(group.id).choice([None, "instance"]), TargetGroupAttributes=keep)
        for one in self.network.balancers:
            dice = self.chance(one.id)
            subnets = [{"Ref": subnet} for subnet in one.subnets]
            where = {"Subnets": subnets} if dice.random() < 0.6 else {"SubnetMappings": [{"SubnetId": id} for id in subnets]}
            self.add(one.id, "AWS::ElasticLoadBalancingV2::LoadBalancer", **where,
                     Type="network" if one.kind == "nlb" else dice.choice([None, "application"]),
                     Scheme=dice.choice([None, "internet-facing"]) if one.facing else "internal",
                     SecurityGroups=None if one.groups is None else self.groups(one.id, one.groups),
                     IpAddressType="dualstack" if one.dual else dice.choice([None, "ipv4"]))
            ports = {}
            for protocol, port, group in one.listeners:
                ports.setdefault((protocol, port), []).append({"TargetGroupArn": {"Ref": group}})
            for index, ((protocol, port), groups) in enumerate(ports.items()):
                self.listener(one, index, protocol, port, groups)

    def listener(self, one, index, protocol, port, groups):
        name, rules = f"{one.id}Listener{index}", groups[1:] if one.kind == "alb" else []
        weighted = len(groups) - len(rules) > 1 or self.chance(name).random() < 0.3
        to = {"ForwardConfig": {"TargetGroups": groups[:len(groups) - len(rules)]}} if weighted else groups[0]
        self.add(name, "AWS::ElasticLoadBalancingV2::Listener", LoadBalancerArn={"Ref": one.id}, Protocol=protocol,
                 Port=self.say(name + " port", port), DefaultActions=[{"Type": "forward", **to}])
        for number, group in enumerate(rules):
            self.add(f"{name}Rule{number}", "AWS::ElasticLoadBalancingV2::ListenerRule", ListenerArn={"Ref": name}, Priority=number + 1,
                     Conditions=[{"Field": "path-pattern", "Values": ["/a/*"]}], Actions=[{"Type": "forward", **group}])


def render(network, seed=0, plain=False):
    return Renderer(network, seed, plain).template()
