"""A resource of a type that nobody knows may do anything with what it is handed: an answer may become unknown, never flip.

usage: types.py CAIRN SOURCE_DIR FIRST COUNT     (REACH_SOAK=N: N times as many)

Takes every twin, the golden templates, the good ones and random networks, gives some of their resources, one at a time, a
type that nobody knows, and asks the same questions again.
"""
import copy
import glob
import os
import random
import sys

import twins
from cairn import Cairn, Refused
from invent import invent
from read_yaml import read
from render import render
from yaml_text import to_yaml

UNKNOWN = ("Acme::Unknown::Type", "Acme::Net::Some::MODULE", "Custom::Something")
EACH = 3  # resources of each template
# What holds for a whole account, without a reference to anything: as another type it is handed nothing.
WITHOUT_REFERENCE = {"AWS::EC2::VPCBlockPublicAccessOptions"}


def templates(cairn, folder, first, count):
    """(name, template, questions)"""
    for path in sorted(glob.glob(os.path.join(twins.HERE, "*.yaml"))):
        for case in twins.cases(path):
            for variant, asked in case.asked.items():
                if not case.options:
                    yield f"{case.title} ({variant})", read(case.template(variant)), [question for question, _ in asked]
    for path in sorted(glob.glob(os.path.join(folder, "tests/golden/*/template.yaml"))) + sorted(
            glob.glob(os.path.join(folder, "tests/reach/good/*.yaml"))):
        with open(path) as file:
            template = read(file.read())
        cairn.answers(template, ["internet 10.0.0.1 tcp 80"])
        yield os.path.relpath(path, folder), template, list(cairn.matrix())
    for seed in range(first, first + count):
        network, questions = invent(seed, 8)
        yield f"network {seed}", render(network, seed), [one for one in questions if one.source != one.target]


def main(program, folder, first, count):
    soak = int(os.environ.get("REACH_SOAK", "0"))
    if soak:
        first, count = first + int(os.environ.get("REACH_SEED", "1000000")), count * soak
    cairn, asked, unknown, wrong = Cairn(program), 0, 0, 0
    for name, template, questions in templates(cairn, folder, first, count):
        before = cairn.answers(template, questions)
        dice = random.Random(name)
        known = [id for id, one in template["Resources"].items()
                 if isinstance(one, dict) and one.get("Type") not in WITHOUT_REFERENCE | {None}]
        for id in dice.sample(known, min(len(known), EACH)):
            other = copy.deepcopy(template)
            other["Resources"][id]["Type"] = dice.choice(UNKNOWN)
            try:
                after = cairn.answers(other, questions)
            except Refused as refusal:
                print(f"\n{name}, {id}: {refusal}")
                wrong += 1
                continue
            asked += len(questions)
            unknown += sum(new == "unknown" != old for old, new in zip(before, after))
            for question, old, new in zip(questions, before, after):
                if new not in (old, "unknown"):
                    print(f"\n{name}: `{question}` is {old}; with {id} of an unknown type it is {new}\n{to_yaml(other)}")
                    wrong += 1
                    break
        if wrong >= int(os.environ.get("REACH_STOP", "5")):
            break
    print(f"{asked} answers with a type that nobody knows, {unknown} became unknown, {wrong} wrong")
    return 1 if wrong or not asked else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))
