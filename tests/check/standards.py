"""usage: standards.py CAIRN
Reports of `cairn check` held against their standards: SARIF against OASIS's JSON schema, and GitHub's annotations read
the way its runner reads them."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import jsonschema

HERE = pathlib.Path(__file__).resolve().parent
PACKAGES = HERE.parents[1] / "build/tools/npm/node_modules"
SCHEMA = PACKAGES / "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
CAIRN = os.path.abspath(sys.argv[1])

# What a name, a value and a path may hold to break out of a report.
NASTY = "a:b,c%0A%25::error file=x::\u00e9 \U0001f600 \"' ]"
SEED = (HERE / "seed.yaml").read_text()
WRONG = SEED.replace("PubliclyAccessible: false", "PubliclyAccessible: true").replace(
    "HealthCheckType: ELB", "HealthCheckType: EC2")
TEMPLATES = {
    "clean.yaml": SEED,
    "wrong.yaml": WRONG,
    "a path, with: signs%0A.yaml": WRONG,
    "ignored.yaml": WRONG.replace(
        "  Database:\n", "  Database:\n    Metadata: {Cairn: {ignore: [{rule: database-public, reason: a test}]}}\n", 1),
    "nasty.yaml": "Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n    Properties:\n      " + json.dumps(NASTY) + ": 1\n",
    "line-ends.json": json.dumps({"Resources": {"Topic": {"Type": "AWS::SNS::Topic", "Properties": {"a\nb\r\n::c": 1}}}}),
    "broken.yaml": "Resources:\n  A: {Type: AWS::SNS::Topic, Properties: {TopicName: !Ref B}}\n",
    "empty.yaml": "",
}


class Standards(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        for name, text in TEMPLATES.items():
            pathlib.Path(self.folder.name, name).write_text(text)

    def tearDown(self):
        self.folder.cleanup()

    def report(self, name, form):
        run = subprocess.run([CAIRN, "check", name, "--format", form, "--today", "2026-11-25"], cwd=self.folder.name,
                             capture_output=True, text=True, check=False)
        self.assertEqual(run.stderr, "")
        return run.stdout

    def test_sarif(self):
        if not SCHEMA.exists():
            self.fail("the schema of SARIF is missing; to install it under build/: make test-tools")
        validator = jsonschema.Draft7Validator(json.loads(SCHEMA.read_text()), format_checker=jsonschema.FormatChecker())
        for name in TEMPLATES:
            with self.subTest(name):
                log = json.loads(self.report(name, "sarif"))
                self.assertEqual([error.message for error in validator.iter_errors(log)], [])
                for rule in log["runs"][0]["tool"]["driver"]["rules"]:
                    if "fullDescription" in rule:
                        page = HERE.parents[1] / "docs/rules" / rule["helpUri"].rsplit("/", 1)[1]
                        self.assertTrue(page.exists(), page)

    def test_the_schema_refuses_something(self):
        log = json.loads(self.report("wrong.yaml", "sarif"))
        log["runs"][0]["results"][0]["level"] = "fatal"
        with self.assertRaises(jsonschema.ValidationError):
            jsonschema.Draft7Validator(json.loads(SCHEMA.read_text())).validate(log)

    # "Workflow commands for GitHub Actions": a line `::name key=value,key=value::message`; in the message %25, %0D and
    # %0A stand for what they stand for in addresses, in values of keys %3A and %2C as well.
    def test_annotations(self):
        signs = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}
        plain = lambda text: re.sub("%25|%0D|%0A|%3A|%2C", lambda sign: signs[sign[0]], text)
        for name in TEMPLATES:
            with self.subTest(name):
                expected = json.loads(self.report(name, "json"))["findings"]
                lines = self.report(name, "github").split("\n")
                self.assertEqual(lines.pop(), "")
                self.assertEqual(len(lines), len(expected))
                for line, finding in zip(lines, expected):
                    command = re.fullmatch("::(error|warning|notice) ([^:]*)::(.*)", line)
                    self.assertTrue(command, line)
                    keys = dict(pair.split("=", 1) for pair in command[2].split(","))
                    self.assertEqual(command[1], {"info": "notice"}.get(finding["severity"], finding["severity"]))
                    self.assertEqual(plain(keys["file"]), name)
                    self.assertEqual(keys.get("line"), str(finding["line"]) if "line" in finding else None)
                    self.assertEqual(plain(keys["title"]), finding["rule"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
