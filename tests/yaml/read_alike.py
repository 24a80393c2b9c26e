"""Usage: read_alike.py read_dump [rounds [seed]]

Mutates configs at random. Whatever our reader accepts must be what PyYAML's C loader reads, at the same places.
"""
import json
import random
import subprocess
import sys

from limits import limit
import yaml

SEEDS = [
    """\
# a config
name: matomo
domain: "analytics.example.com"   # quoted
hosted_zone: {name: example.com, id: 'Z0123 it''s', more: [a, b c, "d"]}
ssh:
  from:
  - 203.0.113.0/24
  - 2001:db8::/32
instances:
    min: 1
    type: t4g.small

empty:
note: several words
  on two lines

  and a third
""",
    """\
---
script: |
  #!/bin/sh
    indented: yes

  end
kept: |+
  text

folded: >-
  one
  two

   three
list:
  - - a
    - b: 1
      c: ~
  - [x, {y: z}, [ ] , {}]
  - "double \\"quoted\\" \\u00e9\\n
    over lines"
  - 'single
    over lines'
é: ü😀 x
...
""",
    '{"json": [1, 2, {"a": "b", "c": null}],\n  "d": {"e": ""}, f: g h}\n',
    "a:\r\n  b: c\r\n  d:\r\n  - e\r\n  - 'f\r\n    g'\r\nh: |\r\n  i\r\n  j\r\n",
]
BITS = list(" \n\n\t:-?,[]{}#&*!|>'\"%@`~=<)(ab0é😀\\") + [
    "- ", ": ", " #", "\n  ", "\n    ", "  ", "---", "\n---\n", "...", "\n...\n", "<<: ", "null", "|\n", ">\n", "|2", "\r\n", "\r",
    "''", '""', "\\\n", "a: b\n", "- a\n", "? ", "!x ", "&a ", "*a", "{}", "[]", "\u0085", "\u2028", "\ufeff", "\u00a0", "~: ", "\\x41",
]


def mutation(chance, seeds=SEEDS):
    text = chance.choice(seeds)
    for _ in range(chance.choice([1, 1, 1, 2, 3, 5])):
        at, bit = chance.randrange(len(text) + 1), chance.choice(BITS)
        lines = text.split("\n")
        match chance.randrange(8):
            case 0 | 1 | 2:
                text = text[:at] + bit + text[at:]
            case 3:
                text = text[:at] + text[at + 1 :]
            case 4:
                text = text[:at] + bit + text[at + 1 :]
            case 5:
                line = chance.randrange(len(lines))
                lines[line] = " " * chance.randrange(5) + lines[line].lstrip(" ")
                text = "\n".join(lines)
            case 6:
                lines.insert(chance.randrange(len(lines)), chance.choice(lines))
                text = "\n".join(lines)
            case 7:
                text = text[:at]
    return text


def fragment(chance):
    return "".join(chance.choice(BITS) for _ in range(chance.randrange(1, 14)))


def scalar(chance):
    """One value in several lines, of every style, with something behind it."""
    style = chance.choice(["|", "|-", "|+", ">", ">-", "|1", ">2-", "|+2", "|9", '"', "'", "", "", "[", "{x: "])
    lines = []
    for _ in range(chance.randrange(1, 7)):
        text = "".join(chance.choice(["a", "b", " ", "  ", "'", '"', "#", ":", "\\", "-", ",", "é", "\t"]) for _ in range(chance.randrange(5)))
        lines.append(" " * chance.choice([0, 1, 2, 2, 2, 2, 3, 4]) + text)
    if style[:1] not in (">", "|"):
        lines[0] = lines[0].strip()
    body = "\n".join(lines)
    match style[:1]:
        case "|" | ">":
            value = style + chance.choice(["", "", " ", " # c"]) + "\n" + body
        case '"' | "'":
            value = style + body + style
        case "[":
            value = "[" + body + "]"
        case "{":
            value = "{x: " + body + "}"
        case _:
            value = body
    before = chance.choice(["k: ", "k:\n  ", "- ", "- k: ", "- - ", "a:\n  k: ", "a:\n- ", "", "--- "])
    return before + value + chance.choice(["", "\n", "\n\n", "\nz: y\n", "\n- y\n", "\n# c\n", "\n  # c\n", "\n  z: y\n", " \n"])


def theirs(text):
    """The tree as read_dump writes it, but without lengths."""

    def tree(node):
        place = [node.start_mark.line + 1, node.start_mark.column + 1]
        if isinstance(node, yaml.SequenceNode):
            return ["list", place, [tree(item) for item in node.value]]
        if isinstance(node, yaml.MappingNode):
            return ["map", place, [[key.value, tree(key)[1], tree(value)] for key, value in node.value]]
        if not node.style and node.value == "":
            return ["nothing"]
        return ["quoted" if node.style else "plain", place, node.value]

    return tree(yaml.compose(text, Loader=yaml.CBaseLoader))


def ours(dump):
    kind, place, held = dump
    if kind == "plain" and held == "":
        return ["nothing"]
    if kind == "list":
        held = [ours(item) for item in held]
    if kind == "map":
        held = [[key, at[:2], ours(value)] for key, at, value in held]
    return [kind, place[:2], held]


def spanned(text, dump):
    """What our places cover in the text."""
    lines = text.removeprefix("\ufeff").split("\n")

    def walk(dump):
        kind, (line, column, length), held = dump
        if kind == "list":
            for item in held:
                yield from walk(item)
        elif kind == "map":
            for key, (line, column, length), value in held:
                yield key, lines[line - 1][column - 1 : column - 1 + length]
                yield from walk(value)
        elif held:
            yield held, lines[line - 1][column - 1 : column - 1 + length]

    return walk(dump)


def main(program, rounds=12000, seed=1):
    chance = random.Random(int(seed))
    texts = SEEDS + [
        chance.choice([fragment, scalar, mutation, mutation])(chance) for _ in range(int(rounds))
    ]
    stream = "".join(text + "\0" for text in texts).encode()
    run = subprocess.run([program], input=stream, capture_output=True, timeout=limit(60))
    assert run.returncode == 0, run.stderr.decode()
    answers = run.stdout.decode().splitlines()
    assert len(answers) == len(texts), (len(answers), len(texts))
    accepted, unknown, failures = 0, 0, []
    for number, (text, answer) in enumerate(zip(texts, answers)):
        dump = json.loads(answer)
        if dump[0] == "error":
            unknown += "this is not YAML (" in dump[3]
            if number < len(SEEDS):
                failures.append((text, "refused", dump))
            continue
        accepted += 1
        try:
            other = theirs(text)
        except yaml.YAMLError as error:
            failures.append((text, "PyYAML refuses", str(error)))
            continue
        if ours(dump) != other:
            failures.append((text, ours(dump), other))
        for held, covered in spanned(text, dump):
            quoted = covered[:1] in "'\"" or covered[:1] in "|>"
            if not covered or not (quoted or held.startswith(covered)):
                failures.append((text, held, covered))
    print(f"{len(texts)} documents, {accepted} accepted, {len(failures)} read differently, {unknown} unexplained errors")
    for failure in failures[:12]:
        print("---", *map(repr, failure), sep="\n")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main(*sys.argv[1:])
