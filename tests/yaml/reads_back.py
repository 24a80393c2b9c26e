"""Usage: reads_back.py write_strings [count [seed]]

Writes strings as YAML and as JSON, and reads them back with the loaders a template meets on its way.
"""
import itertools
import json
import random
import subprocess
import sys

import yaml
from awscli.customizations.cloudformation.yamlhelper import yaml_parse
from cfnlint.decode import cfn_yaml
from limits import limit

WORDS = """y n yes no on off true false null ~ Y N Yes NO On OFF True FALSE Null nUll 0 1 -1 +1 0123 0o17 0x1F 0b1 08 1e3
1E3 1.0e+3 .5 5. 1_000 12:30:45 22:30 1:2 190:20:30 .inf -.inf .nan .NaN 2012-10-17 2001-12-14t21:59:43.10-05:00 8.0 3.10
012345670123 = << ! !a !!str & &a * *a - -- --- ... ? ?a : :a a: ::  , [ ] { } [] {} [a] {a} # #a a#b | > |- >+ % %a @ @a ` `a
" ' "" '' "a 'a a" a' \\ \\n \\x41 \\u0041 a\\ /dev/xvda arn:aws:iam::123456789012:role/x AWS::EC2::VPC a:b a::b ${x}
${AWS::Region} ${!x} {{resolve:secretsmanager:a:SecretString:b}} http://x/y?z=1&a=b a,b a;b 10.0.0.0/16 ::/0 a@b.c a=b
NO no_ yes1 null1 ~a .a _a /a -a +a ünïcode 日本語 😀 a😀b""".split()
ODD = [
    "", " ", "  ", "\t", "\n", "\n\n", "\r", "\r\n", "\0", "\x07", "\x1b[31m", "\x7f", "\x80", "\x85", "\x9f", "\xa0", "\xad",
    "\u200b", "\u200e", "\u2028", "\u2029", "\u202e", "\u2066", "\u2060", "\ufeff", "\ufffd", "\ufffe", "\uffff", "\ue000",
    "\U00010000", "\U0001f600", "\U0001fffe", "\U0010ffff", "\ud7ff", "a: b", "a :b", "a : b", "a #b", "a# b", "a:", "a: ",
    "- a", "-\ta", "? a", "key: |", "a\tb", "\ta", "a\t", "x" * 10000, "x y " * 2500, "é" * 5000, "# a\n", "---\na", "a\n---\n",
    "...\n", "a\n...\nb", "%YAML 1.2\n---\n", "#!/bin/sh\nset -e\n\nif a; then\n\tb\n  c\nfi\n", "a\\\nb", "a\n\\", "\"\n\"", "'\n'",
]


def nasty():
    for word in WORDS + ODD:
        yield from (word, word + " ", " " + word, word + "\n", "a\n" + word, word + "\nb\n", "a " + word + " b")
    for parts in itertools.product(["", " ", "\n", "\t"], ["a", "  a", "a b:"], ["\n", "\n\n", "\n \n", " \n", "\n  ", "\r\n"], ["b", " b", "# b"], ["", "\n", "\n\n", " ", "\n "]):
        yield "".join(parts)


def hostile(chance, count):
    alphabet = list("aby0 1.:-#!&*|>'\"%@`,[]{}?=<~\\/_+$\n\n  \t\r\0é") + [
        ": ", " #", "- ", "\n ", "\n\n", "no", "null", "\x7f", "\x85", "\xa0", "\u2028", "\ufeff", "\u202e", "\ufffe", "😀", "\U0010ffff",
    ]
    for _ in range(count):
        yield "".join(chance.choice(alphabet) for _ in range(chance.randrange(1, 12)))


def expected(strings):
    names = [f"k{i}" for i in range(len(strings))]
    return {
        "values": dict(zip(names, strings)),
        "items": strings,
        "nested": {name: {"list": [[s, {"in": s, "on": "x"}]]} for name, s in zip(names, strings)},
        "keys": {s: name for name, s in zip(names, strings) if len(s.replace("\0", "ab").encode()) < 150},
    }


def plain(value):
    """Without cfn-lint's own kinds of str, dict and list."""
    if isinstance(value, dict):
        return {plain(key): plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return str(value) if isinstance(value, str) else value


def main(program, count=24000, seed=1):
    strings = list(dict.fromkeys([*nasty(), *hostile(random.Random(int(seed)), int(count))]))
    loaders = {
        "SafeLoader": lambda text: yaml.load(text, Loader=yaml.SafeLoader),
        "CSafeLoader": lambda text: yaml.load(text, Loader=yaml.CSafeLoader),
        "cfn-lint": lambda text: plain(cfn_yaml.loads(text)),
        "aws": yaml_parse,
        "json": json.loads,
    }
    failures = 0
    # each string once with all loaders; the slow ones in pure Python see fewer of the random ones
    for name, load in loaders.items():
        few = {"SafeLoader": 4000, "aws": 4000}.get(name, len(strings))
        for start in range(0, few, 2000):
            part = strings[start : start + 2000]
            stream = b"".join(s.encode().replace(b"\0", b"\xc0\x80") + b"\0" for s in part)
            style = "json" if name == "json" else "yaml"
            text = subprocess.run([program, style], input=stream, capture_output=True, check=True, timeout=limit(60)).stdout.decode()
            try:
                found = load(text)
            except Exception as error:
                failures += 1
                print(f"{name} cannot read it: {error}"[:600])
                continue
            wanted = expected(part)
            for place in wanted:
                for key, value in wanted[place].items() if isinstance(wanted[place], dict) else enumerate(wanted[place]):
                    try:
                        other = found[place][key]
                    except (KeyError, IndexError):
                        other = None
                    if other != value:
                        failures += 1
                        print(f"{name}, {place}: {value!r} came back as {other!r}"[:300])
            assert failures or found == wanted
    print(f"{len(strings)} strings, {failures} failures")
    sys.exit(failures > 0)


main(*sys.argv[1:])
