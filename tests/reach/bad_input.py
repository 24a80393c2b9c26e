"""Files that are no templates, or not whole ones: what is said, where, within what time and memory.

usage: bad_input.py CAIRN
"""
import os
import re
import resource
import subprocess
import sys
import tempfile
import time

from limits import limit

AT = r"template\.\w+:{}:\d+"  # file:line:column
HEAD = "AWSTemplateFormatVersion: '2010-09-09'\n"
VPC = "Resources:\n  Vpc:\n    Type: AWS::EC2::VPC\n    Properties: {CidrBlock: 10.0.0.0/16}\n"
BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 12))

# (name, suffix, text, what must be printed: regular expressions)
REFUSED = [
    ("empty", "yaml", "", []),
    ("only a comment", "yaml", "# nothing\n", []),
    ("a word", "yaml", "hello\n", [AT.format(1)]),
    ("a list", "yaml", "- Resources\n", [AT.format(1)]),
    ("a number in JSON", "json", "42", [AT.format(1)]),
    ("no resources", "yaml", HEAD, ["Resources"]),
    ("no mapping of resources", "yaml", HEAD + "Resources: [a]\n", [AT.format(2)]),
    ("a resource that is none", "yaml", HEAD + "Resources:\n  Vpc: none\n", [AT.format(3)]),
    ("a resource without a type", "yaml", HEAD + "Resources:\n  Vpc:\n    Properties: {}\n", ["Type", AT.format(3)]),
    ("cut-off YAML", "yaml", HEAD + "Resources:\n  Vpc: {Type: AWS::EC2::VPC, Properties: {Cidr", [r"template\.yaml:\d+:\d+"]),
    ("an open quote", "yaml", HEAD + "Resources:\n  Vpc:\n    Type: \"AWS::EC2::VPC\n", [r"template\.yaml:\d+:\d+"]),
    ("wrong indentation", "yaml", VPC + "   Other:\n    Type: AWS::EC2::VPC\n", [r"template\.yaml:\d+:\d+"]),
    ("a tab", "yaml", "Resources:\n\tVpc:\n", [AT.format(2)]),
    ("cut-off JSON", "json", '{"Resources": {"Vpc": {"Type": "AWS::EC2::VPC", "Prop', [r"template\.json:\d+:\d+"]),
    ("a reference to nothing", "yaml", VPC + "  Subnet:\n    Type: AWS::EC2::Subnet\n    Properties:\n      VpcId: !Ref Vpcc\n",
     ["Vpcc", AT.format(8)]),
    ("an attribute of nothing", "yaml", VPC + "  Rule:\n    Type: AWS::EC2::SecurityGroupIngress\n    Properties:\n"
     "      IpProtocol: tcp\n      GroupId: !GetAtt Gruop.GroupId\n", ["Gruop", AT.format(9)]),
    ("a Sub of nothing", "yaml", VPC + "  Subnet:\n    Type: AWS::EC2::Subnet\n    Properties:\n      VpcId: !Sub \"${Nothing}\"\n",
     ["Nothing", AT.format(8)]),
    ("a condition that is not there", "yaml", VPC + "    Condition: Wanted\n", ["Wanted", AT.format(5)]),
    ("conditions in a circle", "yaml", "Conditions:\n  A: !Not [!Condition B]\n  B: !Not [!Condition A]\n" + VPC, [AT.format("[23]")]),
    ("a condition of itself", "yaml", "Conditions:\n  A: !Not [!Condition A]\n" + VPC, [AT.format(2)]),
    ("resources in a circle", "yaml", "Resources:\n  A:\n    Type: AWS::EC2::EIP\n    DependsOn: B\n  B:\n    Type: AWS::EC2::EIP\n"
     "    DependsOn: A\n", [AT.format(r"\d")]),
    ("an alias bomb", "yaml", BOMB + VPC, []),
    ("an alias inside itself", "yaml", "Resources: &a\n  Vpc: *a\n", []),
    ("an alias to nothing", "yaml", "Resources: *nothing\n", [AT.format(1)]),
    ("brackets without end", "yaml", "[" * 200000, []),
    ("JSON brackets without end", "json", "[" * 200000, []),
    ("mappings without end", "json", '{"a":' * 100000, []),
    ("indentation without end", "yaml", "".join(" " * level + "a:\n" for level in range(3000)), []),
    ("zeros", "yaml", "\0" * 1000, []),
    ("bytes", "yaml", "".join(map(chr, range(1, 256))) * 10, []),
    ("no UTF-8", "yaml", VPC + "# \udce4\n    Condition: \udcff\n", []),
]
# Read well, but with traps: these must be answered in time.
ANSWERED = [
    ("conditions that double", "yaml", "Parameters: {P: {Type: String}}\nConditions:\n  C0: !Equals [!Ref P, a]\n" + "".join(
        f"  C{n}: !Or [!And [!Condition C{n - 1}, !Condition C{n - 1}], !Not [!Condition C{n - 1}]]\n" for n in range(1, 60))
     + VPC + "    Condition: C59\n"),
    ("many conditions that nobody can decide", "yaml", "Parameters:\n" + "".join(f"  P{n}: {{Type: String}}\n" for n in range(40))
     + "Conditions:\n" + "".join(f"  C{n}: !Equals [!Ref P{n}, a]\n" for n in range(40)) + VPC + "".join(
        f"  G{n}:\n    Type: AWS::EC2::SecurityGroup\n    Condition: C{n}\n    Properties: {{GroupDescription: g, VpcId: !Ref Vpc}}\n"
        for n in range(40))),
    ("joins that are deep", "json", '{"Resources": {"Vpc": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": '
     + '{"Fn::Join": ["", [' * 20 + '"10.0.0.0/16"' + "]]}" * 20 + "}}}}"),
    ("a byte order mark and CRLF", "yaml", "\ufeff" + VPC.replace("\n", "\r\n")),
    ("a megabyte of comments", "yaml", VPC + "# comment\n" * 95000),
    ("a megabyte of metadata", "json", '{"Resources": {"Vpc": {"Type": "AWS::EC2::VPC", "Metadata": {"m": "' + "m" * 900000 + '"}}}}'),
]
# (suffix, how it begins, what follows a hundred thousand times and more)
HUGE = [
    ("yaml", VPC, "# sixteen chars\n"),
    ("yaml", VPC + "Outputs:\n  All:\n    Value:\n", "    - a member\n"),
    ("json", '{"Resources": [', '{"a": [1, 2]},  '),
    ("yaml", "", "["),
]


def limited(megabytes):
    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return limit


def run(program, command, path, megabytes):
    start = time.monotonic()
    try:
        ran = subprocess.run([program, command, path], capture_output=True, timeout=limit(20),
                             preexec_fn=limited(megabytes) if megabytes else None)
    except subprocess.TimeoutExpired:
        return None, "", 20
    said = ran.stdout if command == "check" else ran.stderr  # the findings of check are its output
    return ran.returncode, said.decode(errors="replace"), time.monotonic() - start


def judge(name, status, said, seconds, expected, patterns, limit):
    wrong = []
    if status != expected:
        wrong.append(f"exit status {status}, not {expected}" if status is not None else "does not end")
    if seconds > limit:
        wrong.append(f"took {seconds:.1f} s")
    if expected == 1 and not said.strip():
        wrong.append("says nothing")
    if len(said) > 20000:
        wrong.append(f"says {len(said)} bytes")
    wrong += [f"does not say {pattern}" for pattern in patterns if not re.search(pattern, said)]
    if wrong:
        print(f"{name}: {'; '.join(wrong)}\n{said[:600]}")
    return bool(wrong)


def main(program):
    with open(program, "rb") as file:
        sanitized = b"__asan_init" in file.read()  # slower, and reserves all the addresses there are
    memory, patience, count, wrong = 0 if sanitized else 512, 20 if sanitized else 5, 0, 0

    def hold(name, path, expected, patterns):
        nonlocal count, wrong
        for command in ("reach", "check"):
            wrong += judge(f"{command}: {name}", *run(program, command, path, memory), expected, patterns, patience)
            count += 1

    with tempfile.TemporaryDirectory(prefix="cairn-bad-") as folder:
        cases = [(*case, 1) for case in REFUSED] + [(*case, [], 0) for case in ANSWERED]
        for name, suffix, text, patterns, expected in cases:
            path = os.path.join(folder, "template." + suffix)
            with open(path, "w", newline="", errors="surrogateescape") as file:
                file.write(text)
            hold(name, path, expected, patterns)
        for suffix, head, filler in HUGE:
            path = os.path.join(folder, "template." + suffix)
            with open(path, "w") as file:
                file.write(head)
                for _ in range(100):
                    file.write(filler * (1048576 // len(filler)))
            hold(f"100 MB of {filler.strip()} in {suffix}", path, 1, [r"template\.\w+: .*(too large|MB|MiB|bytes)"])
            os.remove(path)
        for name, place in (("not there", os.path.join(folder, "nothing.yaml")), ("a folder", folder)):
            hold(name, place, 1, [os.path.basename(place)])
    print(f"{count} runs, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
