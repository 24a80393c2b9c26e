"""handlers.txt holds what the generator can read, for every type that the stack may be made of, and is made anew from schemas."""
import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

AWS = Path(__file__).resolve().parents[2] / "src" / "aws"
sys.path.insert(0, str(AWS))
import handlers  # noqa: E402  (from src/aws)


class Handlers(unittest.TestCase):
    def test_every_type_of_the_stack_is_noted(self):
        wanted = {line for line in (AWS / "types.txt").read_text().splitlines() if line.startswith("AWS::")}
        self.assertEqual(wanted - handlers.noted().keys(), set())

    def test_permissions_are_of_one_form(self):
        self.assertGreater(len(handlers.noted()), 1600)
        for name, noted in handlers.noted().items():
            for handler, text in noted.items():
                found = list(handlers.permissions(text))
                self.assertTrue(found, f"{name} {handler}")
                for permission in found:
                    self.assertRegex(permission, r"^[a-z0-9-]+:([A-Za-z0-9.]+\*?|\*)$", f"{name} {handler}")
                self.assertEqual(handlers.as_text(found), text, f"{name} {handler} is not in order")

    def test_the_list_is_made_anew_from_schemas(self):
        schema = {"typeName": "AWS::EC2::VPC", "handlers": {
            "create": {"permissions": ["ec2:CreateVpc", "iam:PassRole", "EC2:CreateTags", "ec2:CreateVpc"]},
            "read": {"permissions": []}, "delete": {"permissions": ["ec2:DeleteVpc"]}}}
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "aws-ec2-vpc.json").write_text(json.dumps(schema))
            (Path(folder) / "aws-old-type.json").write_text(json.dumps({"typeName": "AWS::Old::Type"}))
            run = subprocess.run([sys.executable, AWS / "handlers.py", folder], capture_output=True, text=True, check=True)
        self.assertEqual(re.sub(r"(?m)^#.*\n", "", run.stdout).strip("\n"),
                         "AWS::EC2::VPC\n  create ec2: CreateTags CreateVpc iam: PassRole\n  delete ec2: DeleteVpc\n\nAWS::Old::Type")


if __name__ == "__main__":
    unittest.main()
