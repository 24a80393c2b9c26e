#!/usr/bin/env python3
"""What user data does before boot.sh: it unpacks what it has, gets the rest from parameters, checks it, and starts the boot."""
import hashlib
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from limits import limit

import travel

TEMPLATES = Path(__file__).resolve().parents[2] / "templates/boot"
BOOT = '#!/bin/bash\necho "$@" >"${0%/*}/began"\n'
APP = "<?php // " + "".join(hashlib.sha256(str(number).encode()).hexdigest() for number in range(200)) + "\n"  # does not pack well
TOLD = {"name": "it", "system": {"DOMAIN": "app.example.org", "WEB_USER": "ä $(id) 'x'\n"}}
# The metadata service, CloudFormation, and Systems Manager, whose answers are the files answer-1, answer-2, ...; the last one stays.
CURL = r"""#!/bin/bash
printf '%s\n' "$*" >>"$ROOT/calls"
case $* in
  *api/token) printf token ;;
  *security-credentials/) printf role ;;
  *security-credentials/role) printf '{\n"AccessKeyId" : "ASIAKEY",\n"SecretAccessKey" : "se/cr+et",\n"Token" : "to/ken+=="\n}' ;;
  *instance-id) printf i-1 ;;
  *AmazonSSM.GetParameters*)
    cat >>"$ROOT/config"
    number=$(grep -c GetParameters "$ROOT/calls")
    while [ ! -e "$ROOT/answer-$number" ]; do number=$((number - 1)); done
    while [ "$1" != -o ]; do shift; done
    cp "$ROOT/answer-$number" "$2"
    ! grep -q __type "$2"
    ;;
  *SignalResource*) cat >/dev/null ;;
esac
"""


class UserData(unittest.TestCase):
    def setUp(self):
        folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, folder)
        self.root = Path(folder)
        for name in ("bin", "var/log", "var/lib", "run"):
            (self.root / name).mkdir(parents=True)
        for name, text in {"curl": CURL, "sleep": "#!/bin/sh\n", "df": "#!/bin/sh\nprintf 'Avail\\n%s\\n' \"$(cat \"$ROOT/free\")\"\n"}.items():
            (self.root / "bin" / name).write_text(text)
            (self.root / "bin" / name).chmod(0o755)
        (self.root / "free").write_text("9000000\n")
        (self.root / "calls").touch()
        packed = travel.pack(self.local((TEMPLATES / "aws.sh").read_text()), BOOT, APP, TOLD)
        third = len(packed) // 3
        self.assertGreater(third, 1000)
        pieces = [packed[:third + 2000], packed[third + 2000:2 * third + 1000], packed[2 * third + 1000:]]
        self.first, *self.rest = map(travel.line_of, pieces)
        self.names = [f"/cairn/it/0123456789abcdef/{number}" for number in (1, 2)]
        self.sum = hashlib.sha256("".join(f"{text}\n" for text in self.rest).encode()).hexdigest()

    def local(self, text):
        text = re.sub(r"(?<![\w}/*.:])/(etc|var|run|usr/local)(?=[/\n])", f"{self.root}/\\1", text)
        return text.replace("ram/usr/", f"ram{self.root}/usr/").replace("ram/etc/", f"ram{self.root}/etc/")

    def answers(self, number, values, names=None):
        found = [{"Name": name, "Type": "String", "Value": value} for name, value in zip(names or self.names, values)]
        (self.root / f"answer-{number}").write_text(json.dumps({"Parameters": found[::-1], "InvalidParameters": self.names[len(values):]}))

    def run_it(self):
        lines = f"STACK_NAME it\nRESOURCE Instances\nREGION eu-west-1\nPROGRAMS {' '.join(self.names)}\nPROGRAMS_SUM {self.sum}\n"
        script = "".join((TEMPLATES / f"{name}.sh").read_text() for name in ("values", "unpack", "start"))
        script = script.replace("@@VALUES@@\n", lines).replace("@@PACKED@@\n", self.first + "\n")
        (self.root / "script").write_text(self.local(script))
        result = subprocess.run(["bash", self.root / "script"], capture_output=True, text=True, check=False, timeout=limit(60),
                                env={"PATH": f"{self.root}/bin:{os.environ['PATH']}", "ROOT": str(self.root)})
        log = self.root / "var/log/cairn-boot.log"
        return result.returncode, result.stdout + result.stderr + (log.read_text() if log.exists() else "")

    def signals(self):
        return re.findall(r"Status=(\w+)", (self.root / "calls").read_text())

    def began(self, ram=""):
        return (Path(f"{self.root}{ram}/usr/local/lib/cairn") if not ram else Path(f"{ram}{self.root}/usr/local/lib/cairn")) / "began"

    def test_gets_the_rest_and_starts_the_boot(self):
        self.answers(1, self.rest)
        status, said = self.run_it()
        self.assertEqual(status, 0, said)
        self.assertEqual(self.began().read_text(), "first \n")
        self.assertEqual((self.began().parent / "app.php").read_text(), APP)
        told = self.root / "etc/cairn"
        self.assertEqual(json.loads((told / "app.json").read_text()), TOLD)
        values = {file.name: file.read_text() for file in (told / "values").iterdir()}
        self.assertEqual(values, {"STACK_NAME": "it", "RESOURCE": "Instances", "REGION": "eu-west-1", "PROGRAMS": " ".join(self.names),
                                  "PROGRAMS_SUM": self.sum, "INSTANCE": "i-1", **TOLD["system"]})
        calls = (self.root / "calls").read_text()
        self.assertIn('{"Names":["/cairn/it/0123456789abcdef/1","/cairn/it/0123456789abcdef/2"]}', calls)
        self.assertIn("https://ssm.eu-west-1.amazonaws.com/", calls)
        self.assertNotIn("se/cr", calls)
        self.assertIn('user = "ASIAKEY:se/cr+et"', (self.root / "config").read_text())
        self.assertEqual(self.signals(), [])

    def test_tries_again_while_rights_and_parameters_arrive(self):
        (self.root / "answer-1").write_text('{"__type":"AccessDeniedException","Message":"not yet"}')
        self.answers(2, self.rest[:1])
        self.answers(3, self.rest)
        status, said = self.run_it()
        self.assertEqual(status, 0, said)
        self.assertIn("not yet", said)
        self.assertIn(f"there is no parameter {self.names[1]}", said)
        self.assertTrue(self.began().exists())

    def test_signals_failure_when_they_cannot_be_read(self):
        for number, (wrong, why) in enumerate({"denied": "AccessDeniedException", "missing": f"there is no parameter {self.names[0]}",
                                               "changed": f"{self.names[0]} is not of this instance"}.items(), 1):
            with self.subTest(wrong):
                shutil.rmtree(self.root / "var/lib", ignore_errors=True)
                (self.root / "calls").write_text("")
                if wrong == "denied":
                    (self.root / "answer-1").write_text('{"__type":"AccessDeniedException","Message":"no"}')
                else:
                    self.answers(1, [] if wrong == "missing" else self.rest[::-1])
                status, said = self.run_it()
                self.assertEqual(status, 2, said)
                self.assertIn(why, said)
                self.assertIn("failed with status 1 in line", said)
                self.assertEqual(self.signals(), ["FAILURE"])
                self.assertFalse(self.began().exists(), number)

    def test_goes_to_memory_when_the_disk_is_full(self):
        (self.root / "free").write_text("12\n")
        self.answers(1, self.rest)
        status, said = self.run_it()
        self.assertEqual(status, 0, said)
        ram = self.root / "run"
        self.assertEqual(self.began(ram).read_text(), f"first {ram}\n")
        self.assertFalse(self.began().exists())


if __name__ == "__main__":
    unittest.main()
