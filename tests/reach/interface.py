"""What other programs rely on: the question language, the JSON of answers, exit statuses; and what people read.

usage: interface.py CAIRN
"""
import json
import os
import re
import subprocess
import sys
import tempfile

from limits import limit

HERE = os.path.dirname(os.path.abspath(__file__))
GOOD = os.path.join(HERE, "good", "wordpress.yaml")
FARGATE = os.path.join(HERE, "good", "fargate.json")
NAT = """Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Igw: {Type: AWS::EC2::InternetGateway}
  Attached: {Type: AWS::EC2::VPCGatewayAttachment, Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw}}
  Out: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  Default: {Type: AWS::EC2::Route, Properties: {RouteTableId: !Ref Out, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw}}
  Edge: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, MapPublicIpOnLaunch: true}}
  EdgeRoutes: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {SubnetId: !Ref Edge, RouteTableId: !Ref Out}}
  In: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  InDefault: {Type: AWS::EC2::Route, Properties: {RouteTableId: !Ref In, DestinationCidrBlock: 0.0.0.0/0, InstanceId: !Ref Nat}}
  Inner: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24}}
  InnerRoutes: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {SubnetId: !Ref Inner, RouteTableId: !Ref In}}
  Acl: {Type: AWS::EC2::NetworkAcl, Properties: {VpcId: !Ref Vpc}}
  AclEdge: {Type: AWS::EC2::SubnetNetworkAclAssociation, Properties: {SubnetId: !Ref Edge, NetworkAclId: !Ref Acl}}
  AclIn: {Type: AWS::EC2::NetworkAclEntry, Properties: {NetworkAclId: !Ref Acl, RuleNumber: 1, Protocol: -1, RuleAction: allow, CidrBlock: 0.0.0.0/0}}
  AclOut: {Type: AWS::EC2::NetworkAclEntry, Properties: {NetworkAclId: !Ref Acl, RuleNumber: 1, Protocol: 6, PortRange: {From: 1024, To: 65535}, RuleAction: allow, Egress: true, CidrBlock: 0.0.0.0/0}}
  AclWeb: {Type: AWS::EC2::NetworkAclEntry, Properties: {NetworkAclId: !Ref Acl, RuleNumber: 2, Protocol: 6, PortRange: {From: 443, To: 443}, RuleAction: allow, Egress: true, CidrBlock: 0.0.0.0/0}}
  Open: {Type: AWS::EC2::SecurityGroup, Properties: {VpcId: !Ref Vpc, GroupDescription: g, SecurityGroupIngress: [{IpProtocol: -1, CidrIp: 0.0.0.0/0}]}}
  Nat: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref Edge, SecurityGroupIds: [!Ref Open], SourceDestCheck: false}}
  Host: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref Inner, SecurityGroupIds: [!Ref Open]}}
"""
ALWAYS = {"nobody else changes what the template makes",
          "only connections count: request and reply both pass; what listens, DNS, TLS and permissions are not looked at"}
wrong = 0


def expect(true, what, *shown):
    global wrong
    if not true:
        wrong += 1
        print(what, *shown, sep="\n  ")


class Program:
    def __init__(self, path, folder):
        self.path, self.folder = path, folder

    def file(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w") as file:
            file.write(text)
        return path

    def run(self, *arguments, status=0):
        ran = subprocess.run([self.path, "reach", *arguments], capture_output=True, text=True, timeout=limit(60))
        expect(ran.returncode == status, f"{arguments}: exit status {ran.returncode}, not {status}", ran.stderr[:500])
        return ran

    def json(self, *arguments, status=0):
        return json.loads(self.run(*arguments, "--format", "json", status=status).stdout)


def answers(cairn):
    """One object for one question, a list in their order for several, or for those of a file; exit status 0 for each."""
    for question, word, member in (("internet Database tcp 3306", "no", "blocked"), ("internet Balancer tcp 443", "yes", "passes"),
                                   ("internet WebFleet any any", "some", "passes")):
        one = cairn.json(GOOD, question)
        expect(isinstance(one, dict) and one["question"] == question and one["answer"] == word and member in one,
               f"{question}: one object with its answer and evidence", one)
        expect(list(one)[:2] == ["question", "answer"], "the answer stands beside the question, before the evidence", one)
        expect(ALWAYS <= set(one["assumptions"]), f"{question}: what is always assumed", one["assumptions"])
    unknown = cairn.json(os.path.join(HERE, "good", "imported.yaml"), "internet Fleet tcp 80")
    expect(unknown["answer"] == "unknown" and all(line["text"] and line["line"] for line in unknown["unknown"]),
           "an unknown names the values and where they stand", unknown)
    asked = ["internet Database tcp 3306", "internet Balancer tcp 443", "  internet   Database any any  "]
    several = cairn.json(GOOD, asked[0], asked[1])
    expect([one["question"] for one in several] == asked[:2], "several questions: in their order", several)
    path = cairn.file("questions", "# those of the audit\n\n" + "\r\n".join(asked) + "\n")
    from_file = cairn.json(GOOD, "--questions", path)
    expect([one["answer"] for one in from_file] == ["no", "yes", "no"], "questions of a file: in order", from_file)
    expect(isinstance(cairn.json(GOOD, "--questions", cairn.file("one", asked[0] + "\n")), list), "a file with one: a list")
    expect(cairn.json(GOOD, "--questions", cairn.file("none", "\n")) == [], "a file with none: an empty list")


def evidence(cairn):
    """Hops, barriers and legs, each with the line of the template that it is about."""
    with open(GOOD) as file:
        lines = file.read().split("\n")
    for question, member, inner in (("internet Database tcp 3306", "blocked", "barriers"), ("internet WebFleet tcp 8080", "passes", "hops"),
                                    ("WebFleet Files tcp 2049", "passes", "hops")):
        one = cairn.json(GOOD, question)[member]
        expect(re.match(r"tcp from .+ to \w+ \([\d.]+ port \d+\)$", one["flow"]), "the flow is a packet", one["flow"])
        expect(one[inner], f"{question}: has {inner}", one)
        for hop in one[inner]:
            line = lines[hop["line"] - 1][hop["column"] - 1:]
            block = re.split(r"\n  \w+:\n", "\n".join(lines[:hop["line"]]))
            expect(line and hop["file"] == GOOD, f"{question}: the line of {hop}", line)
            expect(hop["resource"] in "\n".join(lines[:hop["line"]]), f"{question}: the line is not before its resource", hop, block[-1])
    pivot = cairn.json(GOOD, "internet Database tcp 3306 pivot")
    expect(pivot["answer"] == "yes" and [re.search(r" to (\w+) ", leg["flow"])[1] for leg in pivot["legs"]] == ["WebFleet", "Database"],
           "a pivot shows each leg", pivot)
    expect(all(len(leg["hops"]) >= 4 and all("line" in hop for hop in leg["hops"]) for leg in pivot["legs"]), "with its hops", pivot)
    closed = cairn.json(os.path.join(HERE, "good", "lambda.yaml"), "internet Database tcp 5432 pivot")
    expect(closed["answer"] == "no" and len(closed["blocked"]["barriers"]) == 3 and "nothing" in closed["blocked"]["flow"],
           "a pivot that leads nowhere shows what closes it", closed)


def addresses(cairn):
    """Hosts have addresses that AWS gives to hosts, the internet those for documentation where it can be."""
    flows = []
    for one in cairn.json(GOOD, "WebFleet Database tcp 3306", "internet WebFleet tcp 8080", "8.8.0.0/16 Balancer tcp 443",
                          "203.0.113.0/24 Balancer tcp 443"):
        flows.append(one["passes"]["flow"])
    expect(flows[0] == "tcp from WebFleet (10.20.10.10) to Database (10.20.20.10 port 3306)", "hosts of the subnets", flows)
    expect(re.match(r"tcp from (192\.0\.2|198\.51\.100|203\.0\.113)\.7 ", flows[1]), "the internet", flows)
    expect(flows[2].startswith("tcp from 8.8.0.7 ") and flows[3].startswith("tcp from 203.0.113.7 "), "what was asked about", flows)


def assumptions(cairn):
    """Only those that apply, in JSON as in text."""
    nat = cairn.file("nat.yaml", NAT)
    out, inside, closed = cairn.json(nat, "Host internet tcp 443", "Host Nat tcp 22", "internet Host tcp 22")
    special = [set(one["assumptions"]) - ALWAYS for one in (out, inside, closed)]
    expect(any("`Nat` forwards" in one for one in special[0]) and any("ports 1024" in one for one in special[0]),
           "a NAT instance behind an ACL", out)
    expect(not any("forwards" in one for one in special[1] | special[2]), "no NAT instance on the way", special)
    rules = cairn.json(FARGATE, "internet Service tcp 8080", "internet Store tcp 5432")
    expect(any("rule of the listeners of `Alb`" in one for one in rules[0]["assumptions"]), "listener rules", rules[0])
    expect(not any("listeners" in one for one in rules[1]["assumptions"]), "no listener on the way", rules[1])
    with_defaults = [one for one in rules[0]["assumptions"] if one.startswith("parameter ")]
    expect(any("`Port`" in one for one in with_defaults), "defaults of parameters", with_defaults)
    given = cairn.json(FARGATE, "internet Service tcp 8080", "--parameter", "Port=8080")
    expect(not any("`Port`" in one for one in given["assumptions"]), "no default where a value is given", given)
    text = cairn.run(nat, "Host internet tcp 443", "internet Host tcp 22").stdout
    expect(text.count("`Nat` forwards") == 1 and "\n  assumed:\n" in text and "\nAssumed of every answer:\n" in text, "in text", text)
    expect("`Nat` forwards" in cairn.run(nat).stdout, "under the matrix")


def texts(cairn):
    """What people read has no blanks at the end of lines, and singulars and plurals."""
    evidence_ = cairn.run(GOOD, "internet Database any any", "internet WebFleet any any", "WebFleet internet tcp 443",
                          "internet Database tcp 3306 pivot", "10.0.0.0/8 Database tcp 3306").stdout
    for line in (evidence_ + cairn.run(GOOD).stdout).split("\n"):
        expect(line == line.rstrip(), "a blank at the end of a line", repr(line))
    for line in evidence_.split("\n"):
        expect("  " not in line.strip().replace("  [", " ["), "a doubled blank", repr(line))
    expect("1 barriers" not in evidence_ and "any 1 of" not in evidence_, "one barrier is singular", evidence_)


def usage(cairn):
    """1: the input has errors; 2: wrong usage; 3: an assertion does not hold."""
    for arguments in ([GOOD, "internet Databse tcp 1"], [GOOD, "internet Database sctp 1"], [GOOD, "internet Database tcp 0"],
                      ["internet Database tcp 1"], [GOOD, "internet internet tcp 1"], [GOOD, "--parameter", "X"], [GOOD, "--format", "xml"],
                      [GOOD, "--assert", "internet reaches Database"], [GOOD, "--assert", "internet cannot reach Databse"],
                      [GOOD, "internet Database tcp 1", "--assert", "internet cannot reach Database"]):
        ran = cairn.run(*arguments, status=2)
        expect(ran.stderr and not ran.stdout, "wrong usage is told on standard error", arguments)
    cairn.run(os.path.join(cairn.folder, "nothing.yaml"), "internet Database tcp 1", status=1)
    cairn.run(cairn.file("broken.yaml", "Resources: [\n"), "internet Database tcp 1", status=1)
    cairn.run(GOOD, "--questions", os.path.join(cairn.folder, "nothing"), status=1)
    held = cairn.json(GOOD, "--assert", "internet cannot reach Database")
    expect(held == {"failed": []}, "an assertion that holds", held)
    failed = cairn.json(GOOD, "--assert", "internet cannot reach Database", "--assert", "internet cannot reach WebFleet", status=3)
    expect([one["assertion"] for one in failed["failed"]] == ["internet cannot reach WebFleet"]
           and failed["failed"][0]["evidence"]["passes"]["hops"], "an assertion that does not, with its evidence", failed)


def main(path):
    with tempfile.TemporaryDirectory(prefix="cairn-interface-") as folder:
        cairn = Program(path, folder)
        parts = (answers, evidence, addresses, assumptions, texts, usage)
        for part in parts:
            part(cairn)
    print(f"{len(parts)} parts of the interface, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
