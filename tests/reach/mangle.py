"""Templates with something wrong in them, made from good ones: in their bytes, their lines or their structure."""
import copy
import json

TOKENS = ["!Ref ", "!GetAtt ", "!Sub ", "!If ", "!Select ", "!Split ", "!Join ", "!FindInMap ", "!Cidr ", "!Transform ", "!Condition ",
          "!!binary ", "!!set ", "!<x> ", "&a ", "*a", "<<: ", "- ", ": ", "{", "}", "[", "]", "|", ">", "? ", "---\n", "...\n",
          "%YAML 1.2\n", "\t", "\0", "\r", "\x85", "\u2028", "\ufeff", "'", '"', "\\", "#", "${", "${!", "}", "0x10", "1e999", "~",
          "null", ".nan", "2001-01-01", "1_000", "0o7", "=", "@", "`", "\x1b[31m", "é", "\U0001f600", "{{resolve:ssm:", "}}"]
VALUES = [None, True, False, 0, -1, 2**31, 2**63, -2**63, 2**70, 1.5, 1e308, "", " ", "a", "0.0.0.0/0", "::/0", "10.0.0.0/33", "300.1.1.1/8",
          "10.0.0.1/8", "/", "1.2.3", "fe80::%eth0/64", "-1", "65536", "80-90", "*", "\u0000", "x" * 5000, [], {}, [[]], [None], {"": ""},
          {"Ref": None}, {"Ref": ""}, {"Ref": []}, {"Ref": "Nothing"}, {"Ref": "AWS::NoValue"}, {"Ref": "AWS::Nothing"},
          {"Fn::GetAtt": []}, {"Fn::GetAtt": "A"}, {"Fn::GetAtt": ["A"]}, {"Fn::GetAtt": ["A", {"Ref": "B"}]}, {"Fn::Sub": []},
          {"Fn::Sub": "${"}, {"Fn::Sub": "${}"}, {"Fn::Sub": ["${a}", {}]}, {"Fn::Sub": ["${a}", {"a": {"Fn::Sub": "${a}"}}]},
          {"Fn::Join": []}, {"Fn::Join": ["", {}]}, {"Fn::Join": [1, [1, [2]]]}, {"Fn::Select": []}, {"Fn::Select": [9, [1]]},
          {"Fn::Select": [-1, [1]]}, {"Fn::Select": ["x", "y"]}, {"Fn::Split": ["", "abc"]}, {"Fn::Split": []}, {"Fn::If": []},
          {"Fn::If": ["No", 1, 2]}, {"Fn::If": [{"Fn::If": []}, 1]}, {"Fn::FindInMap": ["A", "B"]}, {"Fn::FindInMap": []},
          {"Fn::Cidr": ["10.0.0.0/8", 100000, 5]}, {"Fn::Cidr": ["10.0.0.0/8", 256, 40]}, {"Fn::Cidr": ["::/0", 4, 200]},
          {"Fn::Cidr": ["10.0.0.0/8", -4, -5]}, {"Fn::Cidr": []}, {"Fn::GetAZs": []}, {"Fn::ImportValue": {}}, {"Fn::Unheard": 1},
          {"Fn::Transform": {}}, {"Fn::ForEach::X": []}, {"Condition": "A"}, {"Ref": "A", "Other": 1}]


def nodes(value, path=()):
    yield path
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from nodes(inner, path + (key,))


def restructured(template, dice):
    """One to three nodes replaced by something else, moved, doubled or taken away."""
    made = copy.deepcopy(template)
    for _ in range(dice.randint(1, 3)):
        all = list(nodes(made))[1:]
        if not all:
            break
        path = dice.choice(all)
        parent = made
        for step in path[:-1]:
            parent = parent[step]
        way = dice.random()
        if way < 0.5:
            parent[path[-1]] = copy.deepcopy(dice.choice(VALUES))
        elif way < 0.65:
            del parent[path[-1]]
        elif way < 0.8:
            value = made
            for step in dice.choice(all):
                value = value[step]
            parent[path[-1]] = copy.deepcopy(value)
        elif way < 0.9:
            parent[path[-1]] = [parent[path[-1]]]
        else:
            parent[path[-1]] = {dice.choice(["Fn::If", "Fn::Sub", "Ref", "Fn::Select", "Key"]): parent[path[-1]]}
    return json.dumps(made)


def garbled(text, dice):
    """Bytes or lines changed."""
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(text) + 1)
        way = dice.randrange(7)
        if way == 0:
            text = text[:at]
        elif way == 1:
            text = text[:at] + dice.choice(TOKENS) + text[at:]
        elif way == 2:
            text = text[:at] + text[at + dice.randint(1, 40):]
        elif way == 3:
            other = dice.randrange(len(text) + 1)
            text = text[:at] + text[other:other + dice.randint(1, 400)] + text[at:]
        else:
            lines = text.split("\n")
            one, two = dice.randrange(len(lines)), dice.randrange(len(lines))
            if way == 4:
                lines[one], lines[two] = lines[two], lines[one]
            elif way == 5:
                lines[one] = " " * dice.randint(0, 9) + lines[one].strip()
            else:
                lines.insert(one, lines[two])
            text = "\n".join(lines)
        if not text:
            text = "x"
    return text
