"""Asks `cairn reach` many questions about a template at once."""
import json
import os
import subprocess
import tempfile

from limits import limit

WORDS = ("yes", "no", "some", "unknown")


class Refused(Exception):
    """The program did not answer: its exit status and what it said."""


class Cairn:
    def __init__(self, program):
        self.program = program
        self.folder = tempfile.TemporaryDirectory(prefix="cairn-reach-")

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def reach(self, template, questions, *options, text=None, suffix="json"):
        """The answers' objects, in order, about a template (a dictionary, or `text`)."""
        with open(self.path("template." + suffix), "w") as file:
            file.write(text if text is not None else json.dumps(template))
        with open(self.path("questions"), "w") as file:
            file.writelines(f"{question}\n" for question in questions)
        ran = subprocess.run([self.program, "reach", file_name(self, suffix), "--questions", self.path("questions"),
                              "--format", "json", *options], capture_output=True, text=True, timeout=limit(60))
        if ran.returncode != 0:
            raise Refused(f"exit status {ran.returncode}\n{ran.stderr[-3000:]}")
        found = json.loads(ran.stdout)
        found = found if isinstance(found, list) else [found]
        if len(found) != len(questions) or any(one["answer"] not in WORDS for one in found):
            raise Refused(f"{len(questions)} questions, but it printed: {ran.stdout[:2000]}")
        return found

    def matrix(self):
        """Questions and answers of the matrix of the template that was asked about last."""
        ran = subprocess.run([self.program, "reach", file_name(self, "json"), "--format", "json"], capture_output=True,
                             text=True, timeout=limit(60), check=True)
        return {one["question"]: one["answer"] for one in json.loads(ran.stdout)}

    def answers(self, template, questions, *options, **how):
        return [one["answer"] for one in self.reach(template, questions, *options, **how)]


def file_name(cairn, suffix):
    return cairn.path("template." + suffix)
