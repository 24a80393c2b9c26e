"""Mangled templates: never a crash, a hang, too much memory, or an exit status but 0 and 1 (and 3, if check finds errors).

usage: fuzz.py CAIRN SOURCE_DIR COUNT     (REACH_SOAK=N: N times as many)
"""
import glob
import os
import random
import re
import resource
import subprocess
import sys
import tempfile

import twins
from invent import invent
from limits import limit
from mangle import garbled, restructured
from read_yaml import read
from render import render
from yaml_text import to_yaml

SECONDS, MEMORY = 10, 1 << 30


def sources(folder):
    """Templates in YAML text, with a few of their logical ids to ask about."""
    texts = []
    for path in sorted(glob.glob(os.path.join(folder, "tests/golden/*/template.yaml"))):
        with open(path) as file:
            texts.append(file.read())
    for path in sorted(glob.glob(os.path.join(twins.HERE, "*.yaml"))):
        texts += [case.template(variant) for case in twins.cases(path) for variant in case.asked]
    return texts + [to_yaml(render(invent(seed)[0], seed)) for seed in range(20)]


def asked(text, dice):
    """Something of the template to ask about."""
    found = re.findall(r"^  (\w+):\s*(?:#.*)?\n    Type: AWS::(?:EC2::Instance|RDS|EFS::F|Auto|Elastic|ECS::Service)", text, re.M)
    return dice.choice(found or ["Vpc"])


def limited():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(command, sanitized):
    """What is wrong with how it ended, if anything."""
    try:
        ran = subprocess.run(command, capture_output=True, timeout=limit(SECONDS), preexec_fn=None if sanitized else limited)
    except subprocess.TimeoutExpired:
        return f"still running after {SECONDS} s"
    allowed = {0, 1, 3} if command[1] == "check" else {0, 1, 2} if len(command) > 3 else {0, 1}  # 2: no such thing to ask about
    if ran.returncode not in allowed:
        return f"exit status {ran.returncode}: {ran.stderr[-1500:].decode(errors='replace')}"
    if ran.returncode == 1 and not ran.stderr.strip() + ran.stdout.strip():
        return "exit status 1 without a word"
    if b"\x1b" in ran.stderr + ran.stdout:
        return "an escape of the template reaches the terminal"
    return None


def main(program, folder, count):
    soak = int(os.environ.get("REACH_SOAK", "0"))
    start = int(os.environ.get("REACH_SEED", "1000000")) if soak else 0
    texts, wrong = sources(folder), 0
    with open(program, "rb") as file:
        sanitized = b"__asan_init" in file.read()  # then it reserves all the addresses there are
    with tempfile.TemporaryDirectory(prefix="cairn-fuzz-") as temporary:
        path = os.path.join(temporary, "template.yaml")
        for seed in range(start, start + int(count) * (soak or 1)):
            dice = random.Random(seed)
            text = dice.choice(texts)
            mangled = restructured(read(text), dice) if dice.random() < 0.5 else garbled(text, dice)
            with open(path, "w", errors="surrogateescape", newline="") as file:
                file.write(mangled)
            commands = [[program, "reach", path, f"internet {asked(text, dice)} tcp 22", "--format", "json"],
                        [program, "reach", path], [program, "check", path]]
            command = commands[dice.randrange(len(commands))]
            trouble = run(command, sanitized)
            if trouble:
                wrong += 1
                kept = os.path.join(tempfile.gettempdir(), f"cairn-fuzz-{seed}.yaml")
                with open(kept, "w", newline="") as file:
                    file.write(mangled)
                print(f"{command[1]} {kept} {command[3:]} (seed {seed}): {trouble}", flush=True)
                if wrong >= 5:
                    break
    print(f"{count} mangled templates, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
