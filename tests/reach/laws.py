"""What must not matter, and what can change an answer in one direction only.

usage: laws.py CAIRN FIRST COUNT     (REACH_SOAK=N: N times as many)
"""
import copy
import json
import os
import random
import sys

from cairn import Cairn, Refused
from invent import Inventor, invent
from network import Entry, Question, Rule
from render import render
from simulator import undecided
from yaml_text import to_yaml

SAME = {answer: {answer} for answer in ("yes", "no", "some", "unknown")}
# What may become of an answer when something more is let through, and when something less is.
MORE = {"yes": {"yes"}, "some": {"some", "yes"}, "no": {"yes", "no", "some", "unknown"}, "unknown": {"unknown", "yes", "some"}}
LESS = {"no": {"no"}, "some": {"some", "no"}, "yes": {"yes", "no", "some", "unknown"}, "unknown": {"unknown", "no", "some"}}


def shuffled(network, template, dice):
    """The order of resources, parameters and so on."""
    made = {}
    for section, inner in dice.sample(list(template.items()), len(template)):
        keys = dice.sample(list(inner), len(inner)) if isinstance(inner, dict) else None
        made[section] = {key: inner[key] for key in keys} if keys else inner
    return made


def renamed(value, names):
    if isinstance(value, dict):
        if set(value) == {"Fn::GetAtt"}:
            return {"Fn::GetAtt": [names.get(value["Fn::GetAtt"][0], value["Fn::GetAtt"][0])] + value["Fn::GetAtt"][1:]}
        if set(value) == {"Ref"}:
            return {"Ref": names.get(value["Ref"], value["Ref"])}
        return {names.get(key, key): renamed(inner, names) for key, inner in value.items()}
    return [renamed(inner, names) for inner in value] if isinstance(value, list) else value


def new_names(template, questions, dice):
    """Resources under other names, which sort in another order."""
    names = {name: f"{dice.choice('ABCXYZ')}{dice.randrange(10**6)}{name}" for name in template["Resources"]}
    made = {section: inner if section != "Resources" else
            {names[name]: renamed(resource, names) for name, resource in inner.items()} for section, inner in template.items()}
    asked = [Question(names.get(one.source, one.source), names.get(one.target, one.target), one.protocol, one.ports,
                      tuple(names[id] for id in one.avoid), one.pivot) for one in questions]
    return made, asked


def halves(network):
    """0.0.0.0/0 in its two halves, in rules, routes and network ACLs."""
    made = copy.deepcopy(network)
    for group in made.groups:
        for rules in (group.ingress, group.egress):
            for rule in list(rules):
                if rule.peer == ("cidr", "0.0.0.0/0"):
                    rule.peer = ("cidr", "128.0.0.0/1")
                    rules.append(Rule(rule.protocol, rule.low, rule.high, ("cidr", "0.0.0.0/1"), rule.apart))
    for acl in made.acls:
        for entry in list(acl.entries):
            if entry.cidr == "0.0.0.0/0":
                entry.cidr = "0.0.0.0/1"
                acl.entries.append(Entry(entry.number + 1, entry.protocol, entry.low, entry.high, "128.0.0.0/1", entry.allow, entry.egress))
    lists = {one.id for one in made.lists}
    for table in made.tables:
        if not any(one in lists or one.endswith(("/1", "/0")) and one != "0.0.0.0/0" for one, _, _ in table.routes):
            table.routes = [route for one in table.routes for route in
                            ([("0.0.0.0/1",) + one[1:], ("128.0.0.0/1",) + one[1:]] if one[0] == "0.0.0.0/0" else [one])]
    return made


def with_rule(network, seed):
    """One more rule of a security group."""
    made, inventor = copy.deepcopy(network), Inventor(seed)
    inventor.made = made
    group = inventor.dice.choice(made.groups)
    settled = group.egress_listed and any(not rule.apart for rule in group.egress)
    rules, egress = inventor.dice.choice([(group.ingress, False)] * 3 + [(group.egress, True)] * settled)
    rules.append(inventor.rule(group.vpc, egress))
    return made


def with_deny(network, seed):
    """One more entry of a network ACL, that denies."""
    if not network.acls:
        return None
    made, inventor = copy.deepcopy(network), Inventor(seed)
    inventor.made = made
    acl = inventor.dice.choice(made.acls)
    entry = inventor.entry(inventor.dice.choice([1, 95, 105, 115, 135, 500]), next(one for one in made.vpcs if one.id == acl.vpc))
    entry.allow = False
    acl.entries.append(entry)
    return made


def escaped(value, dice):
    """JSON as programs write it that trust no character: some as \\u, a slash with a backslash."""
    if isinstance(value, dict):
        return "{" + ",\n ".join(f"{escaped(key, dice)} : {escaped(inner, dice)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(escaped(inner, dice) for inner in value) + "]"
    if not isinstance(value, str):
        return json.dumps(value)
    def spelt(character):
        way = dice.random()
        return f"\\u{ord(character):04X}" if way < 0.2 else "\\/" if character == "/" and way < 0.6 else character
    return '"' + "".join(spelt(character) for character in value) + '"'


def variants(network, seed, template, questions):
    """(law, template, text or None, questions, what may become of each answer)."""
    dice = random.Random(seed)
    yield "in another order", shuffled(network, template, dice), None, questions, SAME
    other, asked = new_names(template, questions, dice)
    yield "under other names", other, None, asked, SAME
    yield "as YAML", template, to_yaml(template), questions, SAME
    yield "as JSON with escapes", template, escaped(template, dice), questions, SAME
    yield "spelt plainly", render(network, seed, plain=True), None, questions, SAME
    yield "0.0.0.0/0 in halves", render(halves(network), seed), None, questions, SAME
    yield "with one rule more", render(with_rule(network, seed), seed), None, questions, MORE
    denied = with_deny(network, seed)
    if denied:
        yield "with one denial more", render(denied, seed), None, questions, LESS


def main(program, first, count):
    soak = int(os.environ.get("REACH_SOAK", "0"))
    if soak:
        first, count = first + int(os.environ.get("REACH_SEED", "1000000")), count * soak
    cairn, compared, wrong = Cairn(program), 0, 0
    for seed in range(first, first + count):
        network, questions = invent(seed, 12)
        template = render(network, seed)
        before = cairn.answers(template, questions)
        matrix = cairn.matrix()  # it looks for no evidence, and so takes short cuts
        for question, new, old in zip(matrix, matrix.values(), cairn.answers(template, matrix)):
            compared += 1
            if new != old:
                print(f"\nnetwork {seed}: `{question}` is {old}; in the matrix it is {new}\n{to_yaml(template)}")
                wrong += 1
        for law, other, text, asked, allowed in variants(network, seed, template, questions):
            try:
                after = cairn.answers(other, asked, text=text, suffix="yaml" if law == "as YAML" else "json")
            except Refused as refusal:
                print(f"\nnetwork {seed}, {law}: {refusal}\n{text or to_yaml(other)}")
                wrong += 1
                continue
            compared += len(after)
            for question, old, new in zip(questions, before, after):
                if new not in allowed[old] and not (old == "some" and new == "unknown" and undecided(network)):
                    print(f"\nnetwork {seed}: `{question}` was {old}; {law} it is {new}\n{to_yaml(template)}\n--- {law}:\n{text or to_yaml(other)}")
                    wrong += 1
                    break
        if wrong >= int(os.environ.get("REACH_STOP", "5")):
            break
    print(f"{compared} answers compared, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
