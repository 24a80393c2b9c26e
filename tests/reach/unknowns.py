"""What a template hides may make an answer unknown, but never turn it round.

usage: unknowns.py CAIRN FIRST COUNT     (REACH_SOAK=N: N times as many)

Takes the random networks and every twin, hides one to six of their literals, ids and lists behind parameters without a
default, and asks the same questions again.
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

VARIANTS = 3  # of each template
FIXED = {"Type", "DependsOn", "Condition", "Transform"}  # what no parameter may stand for
# A deeper path into a template is hidden as a whole if it is one of these.
INTRINSICS = ("Ref", "Fn::GetAtt", "Fn::Sub", "Fn::Join", "Fn::Select", "Fn::FindInMap", "Fn::If", "Fn::ImportValue",
              "Fn::Split", "Fn::Cidr")


def places(value, path=()):
    """The paths of what may be hidden in a resource's properties: scalars, intrinsics, and lists of them."""
    if isinstance(value, dict):
        if len(value) == 1 and next(iter(value)) in INTRINSICS:
            if next(iter(value)) != "Ref" or value["Ref"] != "AWS::NoValue":
                yield path
            return
        for key, inner in value.items():
            yield from places(inner, path + (key,))
    elif isinstance(value, list):
        if value and all(not isinstance(inner, (dict, list)) or places_alone(inner) for inner in value):
            yield path
        for index, inner in enumerate(value):
            yield from places(inner, path + (index,))
    elif value is not None:
        yield path


def places_alone(value):
    return isinstance(value, dict) and len(value) == 1 and next(iter(value)) in INTRINSICS


def everything(template):
    for name, resource in template["Resources"].items():
        # By assumption a parameter never names a resource of the template, so types that nobody knows keep what they are handed.
        if isinstance(resource, dict) and str(resource.get("Type")).startswith("AWS::"):
            for path in places(resource.get("Properties") or {}):
                yield ("Resources", name, "Properties") + path


def hide(template, paths, dice):
    made = copy.deepcopy(template)
    parameters = made.setdefault("Parameters", {})
    for index, path in enumerate(paths):
        value = made
        for step in path[:-1]:
            value = value[step]
        name = f"Hidden{index}"
        listed = isinstance(value[path[-1]], list)
        parameters[name] = {"Type": "CommaDelimitedList" if listed else "String"}
        value[path[-1]] = {"Fn::ImportValue": name} if not listed and dice.random() < 0.3 else {"Ref": name}
    return made


def templates(first, count):
    """(name, template, questions)."""
    for path in sorted(glob.glob(os.path.join(twins.HERE, "*.yaml"))):
        for case in twins.cases(path):
            for variant, asked in case.asked.items():
                if not case.options:
                    yield f"{case.title} ({variant})", read(case.template(variant)), [question for question, _ in asked]
    for seed in range(first, first + count):
        network, questions = invent(seed, 8)
        questions = [question for question in questions if sane(network, question)]
        yield f"network {seed}", render(network, seed), questions


def sane(network, question):
    """Whatever the simulator makes of it; the same question is asked twice, so its meaning matters little."""
    return question.source != question.target


def flipped(cairn, template, hidden, questions):
    before, after = cairn.answers(template, questions), cairn.answers(hidden, questions)
    return [(question, one, two) for question, one, two in zip(questions, before, after) if two not in (one, "unknown")]


def show(cairn, name, template, paths, seed, question):
    """Leaves out hidden places as long as the answer still flips."""
    for path in list(paths):
        fewer = [one for one in paths if one != path]
        if fewer and flipped(cairn, template, hide(template, fewer, random.Random(seed)), [question]):
            paths = fewer
    hidden = hide(template, paths, random.Random(seed))
    (_, before, after), = flipped(cairn, template, hidden, [question])
    where = "; ".join(".".join(str(step) for step in path[1:]) for path in paths)
    print(f"\n{name}: `{question}` was {before}, with {where} hidden it is {after}\n{to_yaml(hidden)}", flush=True)


def overlap(one, two):
    return one[:len(two)] == two or two[:len(one)] == one


def main(program, first, count):
    soak = int(os.environ.get("REACH_SOAK", "0"))
    if soak:
        first, count = first + int(os.environ.get("REACH_SEED", "1000000")), count * soak
    cairn, asked, unknown, wrong = Cairn(program), 0, 0, 0
    for name, template, questions in templates(first, count):
        before = cairn.answers(template, questions)
        for variant in range(VARIANTS):
            seed = f"{name} {variant}"
            dice = random.Random(seed)
            paths = []
            for path in dice.sample(all := list(everything(template)), min(len(all), dice.randint(1, 6))):
                if not any(overlap(path, other) for other in paths):
                    paths.append(path)
            hidden = hide(template, paths, dice)
            try:
                after = cairn.answers(hidden, questions)
            except Refused as refusal:
                print(f"\n{name}: {refusal}\n{to_yaml(hidden)}")
                wrong += 1
                continue
            asked += len(questions)
            unknown += sum(new == "unknown" != old for old, new in zip(before, after))
            for question, old, new in zip(questions, before, after):
                if new not in (old, "unknown"):
                    wrong += 1
                    show(cairn, name, template, paths, seed, question)
                    break
        if wrong >= int(os.environ.get("REACH_STOP", "5")):
            break
    print(f"{asked} answers with something hidden, {unknown} became unknown, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
