"""Usage: read_templates.py read_dump TESTS [rounds [seed]]

Templates are read as PyYAML, the AWS CLI and cfn-lint read them: forms that people write, every template of the tests as it
is and as PyYAML and `aws cloudformation package` write it, and mutations of all these. What PyYAML reads, we read, with the
same values at the same places; only what the rules below name is refused.
"""
import json
import random
import re
import subprocess
import sys
from pathlib import Path

import yaml
from awscli.customizations.cloudformation import yamlhelper

from read_alike import fragment, mutation, scalar

# What CloudFormation refuses, or what readers disagree on.
REFUSED = {"alias", "anchor", "complex-key", "control-character", "directive", "duplicate-key", "empty-file", "encoding",
           "line-break", "merge-key", "missing-key", "second-document", "tag", "too-deep"}

FORMS = [
    "Resources:\n  A:\n    Type: X\n    Properties:\n      Z: !Select [0, Fn::GetAZs: !Ref AWS::Region]\n",
    "a: [b: c, d]\n", "a: {b, c: d}\n", "a: [b: ]\n",
    "a: '#!/bin/bash\n\n  yum update\n\n  '\nb: \"x\n\n  y\n\n  \"\n", "a: 'b\n\n\n\n  '\n", 'a: "\n\n\n  b"\n',
    'a: "b\\\n  \\ c\\n\\\n  d"\n', "%YAML 1.1\n---\na: b\n", "%TAG ! tag:x,2000:\n---\na: b\n", "  a: b\n  c:\n    - d\n",
    "a: !Sub\n  b\n", "a: !Sub |\n  b\n", "- !Sub |\n  b\n- !Sub >-\n  c\n  d\n", "a:\n- !Sub |\n  b\nc: d\n", "a: !If\n- b\n- c\n- d\n",
    "a: !If [b, c, d]\t# e\n", "a: b\t# c\n", "a:\t b\n", "a: !!int 3\nb: !!str 4\nc: !!str\nd: !!map {}\ne: ! f\n", "? a\n: b\n? |\n  c\n: d\n",
    "? " + "x" * 2000 + "\n: y\n", "a: |2-\n    b\n\n  c\n", "a: |+\n  b\n\n\nc: >+\n  d\n\n", "a: &b {c: d}\ne: *b\nf: [*b, *b]\n",
    "a: &b\n  c: d\ne: *b\n", "a: !Ref &b c\ne: &f !Ref g\nh: *b\n", "a: &b !Sub\n  - c\n  - d: e\n", "a: plain text\n  that goes on\n\n  and on\nb: c\n",
    "- - a\n  - b\n- ? c\n", "a:\nb:\n-\n- \n", "a: !Ref\nb: !Ref ''\n", "\ufeffa: b\n", "é: [ü, 😀, !Ref ä]\n", "--- !Ref a\n", "a: b\n...\n",
    "a:\n  - b\n # c\n  - d\n", "a: [\n  b,\n  c\n]\n", "a: [\nb,\nc\n]\n", "a: {\n}\n", "a: 'b'' c'\n", "a: \"\\x41\\u00e9\\U0001F600\\e\\_\\N\"\n",
    "a: >\n  b\n   c\n  d\n\n\n  e\n", "a: >-\n\n  b\n", "a: |\n\tb\n", "a: |\n  \tb\n", "a: 'b\tc'\n", "a: b\tc\n", "a: ~\nb: null\n~: c\n",
]


def templates(tests):
    for path in sorted(tests.rglob("*")):
        if path.suffix in (".yaml", ".yml", ".json") and path.stat().st_size < 300_000:
            try:
                text = path.read_text()
            except UnicodeDecodeError:
                continue
            if "Resources" in text:
                yield text


def written(text):
    """The template as others write it."""
    try:
        value = yamlhelper.yaml_parse(text)
    except Exception:  # not a template
        return
    plain = json.loads(json.dumps(value, default=str))
    yield yamlhelper.yaml_dump(value)
    yield yaml.safe_dump(plain)
    yield yaml.safe_dump(plain, width=20, indent=4, allow_unicode=True)
    yield yaml.safe_dump(plain, default_style='"')
    yield yaml.safe_dump(plain, default_style="'", width=30)
    yield yaml.safe_dump(plain, default_flow_style=True)


def ours(dump):
    kind, place, held = dump
    if kind == "plain" and held == "":
        return ["nothing"]
    if kind == "tag":
        return ["tag", place[:2], [held[0], ours(held[1])]]
    if kind == "list":
        held = [ours(item) for item in held]
    if kind == "map":
        held = [[key, at[:2], ours(value)] for key, at, value in held]
    return [kind, place[:2], held]


def theirs(text):
    """Tags and anchors are before the place of a scalar, which nodes of PyYAML do not tell."""

    def tree(node):
        place = [node.start_mark.line + 1, node.start_mark.column + 1]
        short = node.tag[1:] if node.tag.startswith("!") and node.tag != "!" else ""
        if short:
            bare = node_without_tag(node)
            return ["tag", place, [short, tree(bare)]]
        if isinstance(node, yaml.SequenceNode):
            return ["list", place, [tree(item) for item in node.value]]
        if isinstance(node, yaml.MappingNode):
            return ["map", place, [[key.value, tree(key)[1] if tree(key) != ["nothing"] else None, tree(value)] for key, value in node.value]]
        as_text = node.tag in ("!", "tag:yaml.org,2002:str") and getattr(node, "tagged", False)
        if not node.style and node.value == "" and not as_text:
            return ["nothing"]
        return ["quoted" if node.style or as_text else "plain", place, node.value]

    def node_without_tag(node):
        kind = type(node)
        style = {"flow_style": node.flow_style} if isinstance(node, yaml.CollectionNode) else {"style": node.style}
        return kind("", node.value, node.start_mark, node.end_mark, **style)

    return tree(yaml.compose(text, Loader=yaml.CBaseLoader))


def without_places(tree):
    """Kinds of scalars stay: `443` is not `"443"`."""
    if tree == ["nothing"]:
        return tree
    kind, _, held = tree
    if kind == "tag":
        return [kind, [held[0], without_places(held[1])]]
    if kind == "list":
        return [kind, [without_places(item) for item in held]]
    if kind == "map":
        return [kind, [[key, without_places(value)] for key, _, value in held]]
    return [kind, held]


def main(program, tests, rounds=6000, seed=1):
    chance = random.Random(int(seed))
    originals = list(templates(Path(tests)))
    assert len(originals) > 20, len(originals)
    dumped = [text for original in originals for text in written(original)]
    texts = FORMS + originals + dumped
    small = FORMS + [text for text in texts if len(text) < 2000]
    must_read = len(texts)
    for _ in range(int(rounds)):
        texts.append(chance.choice([fragment, scalar, mutation, lambda chance: mutation(chance, small), lambda chance: mutation(chance, small)])(chance))
    stream = "".join(text.replace("\0", "") + "\0" for text in texts).encode()
    run = subprocess.run([program, "10000000", "tags"], input=stream, capture_output=True, timeout=600)
    assert run.returncode == 0, run.stderr.decode()
    answers = run.stdout.decode().split("\n")[:-1]
    assert len(answers) == len(texts), (len(answers), len(texts))
    accepted, unexplained, failures = 0, 0, []
    for number, (text, answer) in enumerate(zip(texts, answers)):
        dump = json.loads(answer)
        try:
            other = theirs(text)
        except (yaml.YAMLError, AttributeError, RecursionError) as error:  # the last: an alias within what it stands for
            if dump[0] != "error":
                failures.append((text, "PyYAML refuses", str(error)))
            continue
        if dump[0] == "error":
            unexplained += "this is not YAML (" in dump[3]
            if dump[2] not in REFUSED or (FORMS_READ <= number < must_read):
                failures.append((text[:2000], "refused", dump))
            continue
        accepted += 1
        told = json.dumps(without_places(ours(dump)))
        others = json.dumps(without_places(other))
        if re.search(r"!!str|!(\s|$)", text):  # PyYAML's nodes do not tell such a text from a plain one
            told, others = (each.replace('["plain"', '["quoted"').replace('["nothing"]', '["quoted", ""]') for each in (told, others))
        if told != others:
            failures.append((text[:2000], without_places(ours(dump)), without_places(other)))
    print(f"{len(texts)} documents, {len(dumped)} written by others, {accepted} read, {len(failures)} differently, {unexplained} unexplained errors")
    for failure in failures[:12]:
        print("---", *(repr(part)[:3000] for part in failure), sep="\n")
    sys.exit(bool(failures))


FORMS_READ = len(FORMS)
main(*sys.argv[1:])
