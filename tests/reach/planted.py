"""Mistakes to plant into the templates of good/: (template, what is wrong, how, the resources that may be named, words).

Each is one edit. `words` is a regular expression that the finding's rule, title or message must match, so that another
finding at the same place does not pass for this one.
"""

PLANTED = []


def plant(template, name, resources, words):
    def keep(edit):
        PLANTED.append((template, name, edit, resources.split(), words))
        return edit
    return keep


def props(template, name):
    return template["Resources"][name]["Properties"]


def drop(template, *names):
    for name in names:
        del template["Resources"][name]
    for resource in template["Resources"].values():
        depends = resource.get("DependsOn", [])
        depends = [depends] if isinstance(depends, str) else depends
        if set(depends) & set(names):
            resource["DependsOn"] = [one for one in depends if one not in names]


def sets(name, key, value):
    return lambda template: props(template, name).__setitem__(key, value)


def ref(name):
    return {"Ref": name}


def att(name, attribute="GroupId"):
    return {"Fn::GetAtt": [name, attribute]}


def rule(port, **peer):
    return {"IpProtocol": "tcp", "FromPort": port, "ToPort": port, **peer}


W, F, L, P, I = "wordpress", "fargate", "lambda", "peered", "imported"
WEB = "WebGroup WebTargets Secure Balancer BalancerGroup WebFleet WebTemplate"

plant(W, "the web servers admit the wrong port", WEB, "target|health|reach")(
    sets("WebGroup", "SecurityGroupIngress", [rule(80, SourceSecurityGroupId=att("BalancerGroup"))]))
plant(W, "the web servers admit each other, not the balancer", WEB, "target|health|reach")(
    sets("WebGroup", "SecurityGroupIngress", [rule(8080, CidrIp="10.20.10.0/23")]))
plant(W, "the balancer may speak on 443 only", WEB, "target|health|reach")(
    sets("BalancerGroup", "SecurityGroupEgress", [rule(443, CidrIp="0.0.0.0/0")]))
plant(W, "health checks on a port that nobody admits", WEB, "health|reach")(sets("WebTargets", "HealthCheckPort", "9090"))
plant(W, "one zone's servers have no way out", "AppB AppTableB AppBTable WebFleet WebTemplate", "way|route|out|internet")(
    lambda t: drop(t, "AppWayB"))
plant(W, "one zone's servers are on the table without a way out", "AppB AppTableB AppBTable DataTable WebFleet", "way|route|out|internet")(
    sets("AppBTable", "RouteTableId", ref("DataTable")))
plant(W, "no mount target in one zone", "Files FilesA FilesB WebFleet AppB WebTemplate", "mount|zone|file")(lambda t: drop(t, "FilesB"))
plant(W, "the files admit the balancer, not the servers", "Files FilesA FilesB FilesGroup WebFleet WebGroup", "file|mount|reach|NFS")(
    sets("FilesGroup", "SecurityGroupIngress", [rule(2049, SourceSecurityGroupId=att("BalancerGroup"))]))
plant(W, "the files open the port mapper, not NFS", "Files FilesA FilesB FilesGroup WebFleet", "file|mount|reach|NFS|2049")(
    sets("FilesGroup", "SecurityGroupIngress", [rule(111, SourceSecurityGroupId=att("WebGroup"))]))
plant(W, "the database admits nobody", "Database DataGroup WebGroup", "database|reach|nobody|admit")(lambda t: drop(t, "DataFromWeb"))
plant(W, "the database admits the balancer", "Database DataGroup DataFromWeb", "database|reach|nobody|admit")(
    sets("DataFromWeb", "SourceSecurityGroupId", att("BalancerGroup")))
plant(W, "the database is public", "Database", "public")(sets("Database", "PubliclyAccessible", True))
plant(W, "the database's subnets lie in one zone", "DataSubnets DataB DataA Database", "zone")(
    sets("DataB", "AvailabilityZone", {"Fn::Select": [0, {"Fn::GetAZs": ""}]}))
plant(W, "the database goes with its resource", "Database", "polic|delet|lost|snapshot|data")(
    lambda t: t["Resources"]["Database"].pop("DeletionPolicy"))
plant(W, "the database goes when it is replaced", "Database", "polic|replac|lost|snapshot|data")(
    lambda t: t["Resources"]["Database"].pop("UpdateReplacePolicy"))
plant(W, "the files go with their resource", "Files", "polic|delet|lost|data")(
    lambda t: t["Resources"]["Files"].update(DeletionPolicy="Delete"))
plant(W, "an x86 instance with an arm64 image", "WebTemplate WebFleet", "arm|x86|architecture|processor")(
    lambda t: props(t, "WebTemplate")["LaunchTemplateData"].update(InstanceType="t3.small"))
plant(W, "an update that keeps as many as there may be", "WebFleet", "MinInstances|MaxSize|rolling|update")(
    lambda t: t["Resources"]["WebFleet"]["UpdatePolicy"]["AutoScalingRollingUpdate"].update(MinInstancesInService=4))
plant(W, "the signal names another resource", "WebFleet WebTemplate", "signal")(
    lambda t: props(t, "WebTemplate")["LaunchTemplateData"]["UserData"].update(
        {"Fn::Base64": {"Fn::Sub": props(t, "WebTemplate")["LaunchTemplateData"]["UserData"]["Fn::Base64"]["Fn::Sub"].replace(
            "--resource WebFleet", "--resource WebTemplate")}}))
plant(W, "nobody signals", "WebFleet WebTemplate", "signal")(
    lambda t: props(t, "WebTemplate")["LaunchTemplateData"].update(UserData={"Fn::Base64": "#!/bin/bash\ndnf install -y httpd\n"}))
plant(W, "the certificate is for another name", "Certificate Name Secure Balancer", "certificate|name")(
    lambda t: props(t, "Certificate").update(DomainName="www.example.org", DomainValidationOptions=[
        {"DomainName": "www.example.org", "HostedZoneId": ref("ZoneId")}]))
plant(W, "the alias has the domain's zone, not the balancer's", "Name", "zone|alias")(
    lambda t: props(t, "Name")["AliasTarget"].update(HostedZoneId=ref("ZoneId")))
plant(W, "the way to the internet does not wait for the gateway", "PublicWay", "attach|order|wait|depend|gateway")(
    lambda t: t["Resources"]["PublicWay"].pop("DependsOn"))
plant(W, "neither a NAT gateway nor its address waits for the gateway", "NatAddressB", "attach|order|wait|depend|gateway")(
    lambda t: [t["Resources"][name].pop("DependsOn") for name in ("NatAddressB", "NatB")])
plant(W, "targets that speak TCP behind an application balancer", "WebTargets Secure Balancer", "protocol|TCP")(
    sets("WebTargets", "Protocol", "TCP"))
plant(W, "an old TLS policy", "Secure", "TLS|SSL|polic")(sets("Secure", "SslPolicy", "ELBSecurityPolicy-2016-08"))
plant(W, "no TLS policy, which is the old one", "Secure", "TLS|SSL|polic")(lambda t: props(t, "Secure").pop("SslPolicy"))
plant(W, "instances hand their credentials to any request", "WebTemplate", "IMDS|metadata|token")(
    lambda t: props(t, "WebTemplate")["LaunchTemplateData"].pop("MetadataOptions"))
plant(W, "a MySQL that is out of support", "Database", "support|version")(sets("Database", "EngineVersion", "5.7.44"))
plant(W, "subnets that overlap", "PublicA PublicB", "overlap")(
    lambda t: t["Mappings"]["Ranges"]["Public"].update(B="10.20.0.128/25"))
plant(W, "a subnet outside the VPC", "DataB Network", "outside|inside|range|within")(
    lambda t: t["Mappings"]["Ranges"]["Data"].update(B="10.21.21.0/24"))
plant(W, "servers start before the file system can be mounted", "WebFleet FilesA FilesB", "mount|order|wait|depend|file")(
    lambda t: t["Resources"]["WebFleet"].update(DependsOn=["AppWayA", "AppWayB", "AppATable", "AppBTable", "Secure", "DataFromWeb"]))
plant(W, "servers start before they have a way out", "WebFleet AppWayA AppWayB", "way|route|order|wait|depend")(
    lambda t: t["Resources"]["WebFleet"].update(DependsOn=["FilesA", "FilesB", "Secure", "DataFromWeb"]))
plant(W, "no time to boot before the balancer judges", "WebFleet", "grace|boot|health")(sets("WebFleet", "HealthCheckGracePeriod", 0))
plant(W, "the database is not encrypted", "Database", "encrypt")(lambda t: props(t, "Database").pop("StorageEncrypted"))
plant(W, "no backups of the database", "Database", "backup|retention")(sets("Database", "BackupRetentionPeriod", 0))
plant(W, "groups that name each other", "BalancerGroup WebGroup", "circle|circular|cycle|each other")(
    sets("BalancerGroup", "SecurityGroupEgress", [rule(8080, DestinationSecurityGroupId=att("WebGroup"))]))
plant(W, "both nodes of the balancer in one zone", "PublicB PublicA Balancer", "zone")(
    sets("PublicB", "AvailabilityZone", {"Fn::Select": ["0", {"Fn::GetAZs": ""}]}))
plant(W, "a public balancer in subnets without a way to the internet", "Balancer AppA AppB PublicA", "internet|public|route|reach")(
    sets("Balancer", "Subnets", [ref("DataA"), ref("DataB")]))
plant(W, "a misspelt property", "Database", "MultiAz")(
    lambda t: props(t, "Database").update(MultiAz=props(t, "Database").pop("MultiAZ")))
plant(F, "the tasks admit the port beside", "TaskFromEdge TaskGroup ApiTargets Service Alb Api Https EdgeGroup", "target|health|reach")(
    lambda t: props(t, "TaskFromEdge").update(FromPort=8081, ToPort=8081))
plant(F, "tasks without a way to their image", "Service TaskRoutes Tasks1 Tasks2 Task", "way|route|out|internet|image")(
    lambda t: drop(t, "TaskDefault"))
plant(F, "tasks in public subnets without an address", "Service Edge1 Edge2 Task", "way|route|out|internet|address|image")(
    lambda t: props(t, "Service")["NetworkConfiguration"]["AwsvpcConfiguration"].update(Subnets=[ref("Edge1"), ref("Edge2")]))
plant(F, "the service does not wait for the rule that joins targets and balancer", "Service Api ApiTargets", "listener|order|wait|depend|balancer")(
    lambda t: t["Resources"]["Service"].update(DependsOn=["TaskDefault", "Tasks1Routes", "Tasks2Routes"]))
plant(F, "targets by instance for tasks with addresses of their own", "ApiTargets Service Task", "ip|TargetType|instance")(
    sets("ApiTargets", "TargetType", "instance"))
plant(F, "Aurora admits the balancer, not the tasks", "StoreFromTask StoreGroup Store StoreInstance1 StoreInstance2", "database|reach|admit|nobody")(
    sets("StoreFromTask", "SourceSecurityGroupId", att("EdgeGroup")))
plant(F, "Aurora opens the port of MySQL", "StoreFromTask StoreGroup Store StoreInstance1 StoreInstance2", "database|reach|admit|nobody|5432")(
    lambda t: props(t, "StoreFromTask").update(FromPort=3306, ToPort=3306))
plant(F, "the cluster goes with its resource", "Store", "polic|delet|lost|snapshot|data")(
    lambda t: t["Resources"]["Store"].pop("DeletionPolicy"))
plant(F, "one instance of Aurora is public", "StoreInstance2 Store", "public")(sets("StoreInstance2", "PubliclyAccessible", True))
plant(F, "Aurora's subnets lie in one zone", "StoreSubnets Store1 Store2 Store", "zone")(
    sets("Store2", "AvailabilityZone", {"Fn::Select": [0, {"Fn::GetAZs": ref("AWS::Region")}]}))
plant(F, "clients are admitted in another stage only", "EdgeGroup EdgeFromWorld Alb Https", "reach|client|admit|nobody|internet|listener")(
    lambda t: (t["Conditions"].update(IsTest={"Fn::Not": [{"Condition": "IsLive"}]}),
               t["Resources"]["EdgeFromWorld"].update(Condition="IsTest")))
plant(F, "the container listens on another port than the service says", "Service Task", "port|container")(
    lambda t: props(t, "Task")["ContainerDefinitions"][0].update(PortMappings=[{"ContainerPort": 9000}]))
plant(F, "the NAT gateway stands in a private subnet", "Nat TaskDefault Service Tasks1 Tasks2", "NAT|nat|way|route|internet")(
    sets("Nat", "SubnetId", ref("Tasks1")))
plant(L, "the function may not speak to the database", "Function FunctionGroup Database DatabaseGroup DatabaseFromFunction", "database|reach|nobody|one-sided")(
    lambda t: drop(t, "FunctionToDatabase"))
plant(L, "the endpoint admits nobody", "EndpointGroup Secrets", "endpoint|reach|nobody|admit")(
    lambda t: props(t, "EndpointGroup").pop("SecurityGroupIngress"))
plant(L, "private names without names", "Vpc Secrets", "DNS|name")(sets("Vpc", "EnableDnsSupport", False))
plant(L, "the function's role may not make its interfaces", "Function Role", "role|permission|interface|VPC")(
    lambda t: props(t, "Role").pop("ManagedPolicyArns"))
plant(L, "the database's engine is out of support", "Database", "support|version")(sets("Database", "EngineVersion", "11.22"))
plant(P, "no way back over the peering", "Database DatabaseGroup DataTable Peering ToolsToData Host", "database|reach|nobody|back|route|peer")(
    lambda t: drop(t, "DataToTools"))
plant(P, "peered VPCs with the same range", "Data Tools Peering ToolsSubnet", "overlap|range|same")(
    lambda t: (sets("Data", "CidrBlock", "10.60.0.0/16")(t), sets("DataA", "CidrBlock", "10.60.11.0/24")(t),
               sets("DataB", "CidrBlock", "10.60.12.0/24")(t)))
plant(P, "SSH open to the world", "HostGroup Host", "22|SSH|world|internet|open")(
    sets("HostGroup", "SecurityGroupIngress", [rule(22, CidrIp="0.0.0.0/0")]))
plant(P, "SSH open to the world by IPv6 and a range of ports", "HostGroup Host", "22|SSH|world|internet|open")(
    sets("HostGroup", "SecurityGroupIngress", [{"IpProtocol": "6", "FromPort": "20", "ToPort": "23", "CidrIp": "0.0.0.0/0"}]))
plant(P, "an arm64 instance with an x86 image", "Host", "arm|x86|architecture|processor")(sets("Host", "InstanceType", "m7g.large"))
plant(I, "the cache admits the port of memcached", "CacheGroup Cache", "cache|reach|nobody|6379|port")(
    sets("CacheGroup", "SecurityGroupIngress", [rule(11211, SourceSecurityGroupId=ref("AppGroup"))]))
plant(I, "the servers admit the balancer on another port", "AppGroup Targets Listener Alb BalancerGroup Fleet Template", "target|health|reach")(
    sets("AppGroup", "SecurityGroupIngress", [rule(8080, SourceSecurityGroupId=ref("BalancerGroup"))]))
plant(I, "the balancer admits 80, but listens on 443", "BalancerGroup Alb Listener", "reach|client|admit|nobody|internet|listener")(
    sets("BalancerGroup", "SecurityGroupIngress", [rule(80, CidrIp="0.0.0.0/0")]))
plant(I, "an instance type from a parameter for another processor", "Template Fleet Size", "arm|x86|architecture|processor")(
    lambda t: t["Parameters"]["Size"].update(Default="c7g.large", AllowedValues=["c7g.large", "c7g.xlarge"]))
