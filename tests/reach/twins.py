"""Small templates for every clause of the model, each in a few variants with the answers that are right.

usage: twins.py CAIRN [FILE...]

A file has cases divided by `---`. A case begins with comments: its title; `# base: NAME...`, fragments of base/ that it
needs; `# top: LINE`, a line beside `Resources:`; `# options: OPTION...` or `# options VARIANT: OPTION...`, templates of
beside/ among them; and the questions, `# VARIANT: QUESTION = ANSWER`.
The rest is resources; a line that ends with `# only VARIANT...` stands in those variants alone.
"""
import glob
import os
import re
import sys

from cairn import Cairn, Refused

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "twins")
ONLY = re.compile(r"^(.*?)\s+# only ([a-z0-9 ]+)$")
OPTIONS = re.compile(r"^# options ?([a-z0-9]*): (.+)$")
ASKED = re.compile(r"^# ([a-z0-9]+): (.+) = (yes|no|some|unknown)$")


def in_variant(lines, variant):
    for line in lines:
        only = ONLY.match(line)
        if not only:
            yield line
        elif variant in only[2].split():
            yield only[1]


class Case:
    def __init__(self, text):
        lines = text.strip("\n").split("\n")
        head = [line for line in lines if line.startswith("# ")]
        self.title = head[0][2:]
        self.body = [line for line in lines if not line.startswith("# ")]
        self.bases, self.top, self.options, self.asked = [], [], {}, {}
        for line in head[1:]:
            if line.startswith("# base: "):
                self.bases += line[8:].split()
            elif line.startswith("# top: "):
                self.top.append(line[7:])
            elif match := OPTIONS.match(line):
                self.options.setdefault(match[1], []).extend(
                    os.path.join(HERE, word) if word.startswith("beside/") else word for word in match[2].split())
            elif match := ASKED.match(line):
                self.asked.setdefault(match[1], []).append((match[2], match[3]))
            else:
                raise SystemExit(f"{self.title}: what is `{line}`?")

    def template(self, variant):
        text = list(in_variant(self.top, variant)) + ["Resources:"] + list(in_variant(self.body, variant))
        for base in self.bases:
            with open(os.path.join(HERE, "base", base + ".yaml")) as file:
                text += file.read().splitlines()
        return "\n".join(text) + "\n"


def cases(path):
    with open(path) as file:
        return [Case(text) for text in file.read().split("\n---\n")]


def main(program, *paths):
    cairn, count, wrong = Cairn(program), 0, 0
    for path in paths or sorted(glob.glob(os.path.join(HERE, "*.yaml"))):
        for case in cases(path):
            for variant, asked in case.asked.items():
                where = f"{os.path.basename(path)}: {case.title} ({variant})"
                count += len(asked)
                try:
                    got = cairn.answers(None, [question for question, _ in asked], *case.options.get("", []), *case.options.get(variant, []),
                                        text=case.template(variant), suffix="yaml")
                except Refused as refusal:
                    print(f"{where}: {refusal}")
                    wrong += 1
                    continue
                for (question, right), answer in zip(asked, got):
                    if answer != right:
                        print(f"{where}\n  {question}: {right} is right, the analysis says {answer}")
                        wrong += 1
    print(f"{count} answers, {wrong} wrong")
    return 1 if wrong or not count else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
