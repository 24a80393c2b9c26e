"""Mutated templates with mutated questions and assertions about them, and mutated configs, put to one process.

usage: mutated.py PUT_ALL SOURCE_DIR COUNT
COUNT questions and assertions are about templates that are read. REACH_SOAK=N, REACH_SEED=N: see tests/reach.
"""
import glob
import json
import os
import random
import select
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "reach"))
import fuzz
from limits import limit
from mangle import garbled, nodes, restructured
from read_yaml import read

SECONDS = limit(20)
LINES = 20  # about one template
NEVER, MAYBE = "FuzzNever", "FuzzMaybe"
NUMBERS = [-2**31, -2**31 - 1, -65536, -2, -1, 0, 1, 22, 255, 256, 300, 32767, 65535, 65536, 2**31 - 2, 2**31 - 1, 2**31, 2**63 - 1, 2**63, 10**30]
RANGES = ["203.0.113.7", "203.0.113.0/24", "198.51.100.0/24", "0.0.0.0/0", "::/0", "2001:db8::/32", "2001:db8::7", "fd00::/8", "fe80::1",
          "10.0.0.0/8", "10.0.0.0/16", "10.0.1.0/24", "10.0.0.0/7", "10.0.1.20/32", "192.168.5.0/24", "172.16.0.0/12", "100.64.0.0/10",
          "127.0.0.1", "169.254.169.254", "224.0.0.1", "255.255.255.255", "255.255.255.255/0", "0.0.0.0", "0.0.0.0/32", "ffff::/16",
          "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "::", "::ffff:10.0.0.1", "2000::/3", "10.0.0.0/33", "300.0.0.1", "10.0.0.0/-1", "1:2"]
PORTS = ["any", "22", "80", "443", "3306", "1-65535", "1", "65535", "1024-1025", "65535-65535", "0", "65536", "2147483647", "-1", "9-8", "1-",
         "99999999999999999999", "22,80"]


def ends(template, dice):
    resources = template.get("Resources") if isinstance(template, dict) else None
    names = list(resources) if isinstance(resources, dict) else []
    return dice.choice(["internet", dice.choice(RANGES), dice.choice(RANGES), *(dice.choice(names) for _ in range(4) if names), "Nothing"])


def question(template, dice):
    words = [ends(template, dice), ends(template, dice), dice.choice(["tcp", "udp", "icmp", "any", "tcp", "sctp"]), dice.choice(PORTS)]
    if dice.random() < 0.2:
        words.append("avoid:" + ends(template, dice))
    if dice.random() < 0.1:
        words.append("pivot")
    return " ".join(words)


def assertion(template, dice):
    who = ", ".join(ends(template, dice) for _ in range(dice.choice([1, 1, 1, 2, 3])))
    words = ["only"] if dice.random() < 0.2 else []
    can = dice.random() < 0.5
    words += [who, "can" if can else "cannot", "reach", ends(template, dice)]
    if dice.random() < 0.7:
        words += ["only"] if dice.random() < 0.2 else []
        words += ["on", dice.choice(["", "tcp", "udp", "icmp"]), ", ".join(dice.choice(PORTS) for _ in range(dice.choice([1, 1, 2, 3])))]
    if dice.random() < 0.3:
        words += ["through" if can else "except through", ends(template, dice)]
    return " ".join(words)


def line(template, dice):
    text = question(template, dice) if dice.random() < 0.6 else assertion(template, dice)
    return garbled(text, dice).replace("\n", " ") if dice.random() < 0.05 else text


def parent_of(template, path):
    for step in path[:-1]:
        template = template[step]
    return template


def rewired(template, dice):
    """Other conditions, types and numbers, and references that name something else: a template that is still read."""
    resources = template.get("Resources", {})
    names = [name for name in resources if isinstance(resources[name], dict)]
    if not names:
        return template
    template.setdefault("Parameters", {})["FuzzGiven"] = {"Type": "String"}
    template.setdefault("Conditions", {}).update({NEVER: {"Fn::Equals": ["a", "b"]}, MAYBE: {"Fn::Equals": [{"Ref": "FuzzGiven"}, "b"]}})
    for _ in range(dice.randint(1, 6)):
        one, other, way = resources[dice.choice(names)], resources[dice.choice(names)], dice.random()
        paths = list(nodes(one))[1:]
        path = dice.choice(paths)
        if way < 0.25:
            one["Condition"] = dice.choice([NEVER, NEVER, MAYBE])
        elif way < 0.3:
            one["Type"] = other.get("Type")
        elif way < 0.35:
            one["Properties"] = other.get("Properties", {})
        elif way < 0.65:
            references = [path for path in paths if path[-1] in ("Ref", "Fn::GetAtt")]
            if references:
                path = dice.choice(references)
                parent = parent_of(one, path)
                if dice.random() < 0.3:
                    parent.clear()
                    parent["Fn::GetAtt"] = [dice.choice(names), dice.choice(["Arn", "GroupId", "Outputs.Id"])]
                elif path[-1] == "Ref":
                    parent["Ref"] = dice.choice(names)
                elif isinstance(parent[path[-1]], list) and parent[path[-1]]:
                    parent[path[-1]][0] = dice.choice(names)
        elif way < 0.85:
            numbers = [path for path in paths if str(parent_of(one, path)[path[-1]]).lstrip("-").isdigit()]
            if numbers:
                path = dice.choice(numbers)
                parent_of(one, path)[path[-1]] = dice.choice(NUMBERS)
        else:
            ranges = [path for path in paths if isinstance(parent_of(one, path)[path[-1]], str) and "/" in parent_of(one, path)[path[-1]]]
            if ranges:
                path = dice.choice(ranges)
                parent_of(one, path)[path[-1]] = dice.choice(RANGES)
    return template


def configs(folder):
    for path in sorted(glob.glob(os.path.join(folder, "tests/golden/*/config.yaml"))):
        with open(path) as file:
            yield file.read()


def config(texts, dice):
    text = dice.choice(texts)
    stack = {"Resources": dict.fromkeys(["Database", "Instances", "LoadBalancer", "SharedFiles", "Vpc"])}
    if "assert:" not in text:
        text += "assert:\n" + "".join(f"  - {line(stack, dice)!r}\n" for _ in range(dice.randint(1, 3)))
    return garbled(text, dice) if dice.random() < 0.3 else text


class PutAll:
    """The process that everything is put to, started anew when it has ended."""

    def __init__(self, program):
        self.program, self.process = program, None

    def put(self, what):
        """What is wrong with how it ended, if anything; and whether the text was read."""
        if not self.process or self.process.poll() is not None:
            self.errors = tempfile.TemporaryFile()
            self.process = subprocess.Popen([self.program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors)
        try:
            self.process.stdin.write((json.dumps(what) + "\n").encode())
            self.process.stdin.flush()
        except BrokenPipeError:
            pass
        ready, _, _ = select.select([self.process.stdout], [], [], SECONDS)
        answer = self.process.stdout.readline() if ready else b""
        if answer:
            return None, answer == b"1\n"
        if not ready:
            self.process.kill()
        status = self.process.wait()
        self.errors.seek(0)
        said = self.errors.read()[-4000:].decode(errors="replace")
        return f"exit status {status}: {said}" if ready else f"still running after {SECONDS:g} s", False

    def end(self):
        if self.process and self.process.poll() is None:
            self.process.stdin.close()
            return self.process.wait()
        return 0


def main(program, folder, count):
    soak = int(os.environ.get("REACH_SOAK", "0"))
    seed = int(os.environ.get("REACH_SEED", "2000000")) if soak else 0
    templates, made = fuzz.sources(folder), list(configs(folder))
    parsed = [None] * len(templates)
    put_all, first, asked, taken, wrong = PutAll(program), seed, 0, 0, 0
    while asked < int(count) * (soak or 1) and wrong < 5 and (asked or seed < first + 1000):
        dice = random.Random(seed)
        which = dice.randrange(len(templates))
        if not parsed[which]:
            parsed[which] = json.dumps(read(templates[which]))
        template = json.loads(parsed[which])
        if dice.random() < 0.8:
            template = rewired(template, dice)
        if dice.random() < 0.3:
            template = json.loads(restructured(template, dice))
        lines = [line(template, dice) for _ in range(LINES)]
        puts = [{"template": json.dumps(template), "lines": "\n".join(lines)}]
        if seed % 10 == 0:
            puts.append({"config": config(made, dice)})
        for what in puts:
            trouble, was_read = put_all.put(what)
            taken += was_read
            asked += LINES if was_read and "template" in what else 0
            if trouble:
                wrong += 1
                kept = os.path.join(tempfile.gettempdir(), f"cairn-fuzz-{seed}.json")
                with open(kept, "w") as file:
                    json.dump(what, file)
                print(f"{kept} (seed {seed}): {trouble}", flush=True)
        seed += 1
    status = put_all.end()
    print(f"{asked} questions and assertions, {taken} templates and configs were read, {wrong} wrong, exit status {status}")
    return 1 if wrong or status or not taken else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
