"""app.php below a folder of its own, with real PHP, tar and curl: what the tests beside this file have in common."""
import configparser
import hashlib
import io
import json
import os
import pwd
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import unittest
import zipfile
from pathlib import Path

import yaml

TOP = Path(__file__).resolve().parents[2]
APP = TOP / "templates/boot/app.php"
# As it travels: what is tested is what instances run.
TEXT = subprocess.run(["sh", TOP / "src/assets/pack.sh", "apt", APP], check=True, capture_output=True, text=True).stdout
ME = pwd.getpwuid(os.getuid()).pw_name

# Stands for the database: a lock in a file, which is lost when its holder dies, or when the file `lost` is there; and one
# row, the marker, in a file.
FAKES = r"""
function fake_chown() {}
class FakeRow { function __construct(public $value) {} function fetch_row() { return $this->value === null ? null : [$this->value]; } }
class FakeDatabase {
  public $lock;
  function options() {}
  function ssl_set() {}
  function query() {}
  function real_connect() {
    $refuses = @file_get_contents('@ROOT@/refuses');
    if ($refuses) throw new mysqli_sql_exception("refused with $refuses", (int)$refuses);
  }
  function execute_query($sql, $names) {
    if (str_starts_with($sql, 'REPLACE')) return file_put_contents('@ROOT@/marker', $names[1]);
    if (str_starts_with($sql, 'SELECT told')) return new FakeRow(is_file('@ROOT@/marker') ? file_get_contents('@ROOT@/marker') : null);
    if (!str_contains($sql, 'GET_LOCK')) return new FakeRow(is_file('@ROOT@/lost') ? 0 : 1);
    $this->lock ??= fopen('@ROOT@/lock', 'w');
    return new FakeRow(flock($this->lock, LOCK_EX | LOCK_NB) ? 1 : 0);
  }
}
function fake_database() { return new FakeDatabase(); }
"""


class Node:
    """A folder that app.php takes for the file system."""

    def __init__(self, folder, app):
        self.root = Path(folder)
        for name in ("etc/cairn/values", "etc/cairn/secrets", "run/cairn", "proc", "var/log"):
            (self.root / name).mkdir(parents=True)
        for name, text in {"DOMAIN": "app.example.org", "DATABASE_HOST": "db.example.org", "DATABASE_PORT": "3306",
                           "DATABASE_NAME": "app", "HEALTH_PATH": "/-/health", "INI_DIRS": f"{self.root}/ini",
                           "POOL_DIR": f"{self.root}/pool", "WEB_USER": ME, "INSTANCE": "i-1", "REGION": "eu-west-1",
                           "NODES": "2", "LOG_GROUP": "logs"}.items():
            (self.root / "etc/cairn/values" / name).write_text(text)
        self.secret("DATABASE_SECRET", json.dumps({"username": "user", "password": 'p"${HOME}\\\'$x'}))
        self.memory(2048)
        self.app = {"name": "it", "source": {"version": "0", "sha256": ""}, "values": {"time_zone": "Europe/Paris", "upload_limit": "32M"}} | app
        text = re.sub(r"(?<=['\"])/(?=(etc|srv|var|run|proc|usr/local)/)", f"{self.root}/", TEXT)
        text = text.replace(" /var/log/", f" {self.root}/var/log/").replace("'=https'", "'=file'")
        text = text.replace("'--init-groups'", "'--keep-groups'").replace("mysqli_init()", "fake_database()")
        text = re.sub(r"\b(chown|chgrp|lchown|lchgrp)\(", "fake_chown(", text)
        # This user is root here, whose the folder is, and all that is above it.
        text, count = re.subn(r"(\$\w+) !== '/' &&", rf"\1 !== '{self.root}' &&", text)
        assert count == 1
        text, count = re.subn(r"(fileowner\(\$\w+\)) === 0", rf"\1 === {os.getuid()}", text)
        assert count == 1
        fakes = FAKES.replace("@ROOT@", str(self.root))
        (self.root / "app.php").write_text(text.replace("<?php\n", f"<?php\n{fakes}", 1))

    def secret(self, name, text):
        (self.root / "etc/cairn/secrets" / name).write_text(json.dumps({"SecretString": text}))

    def memory(self, mebibytes):
        (self.root / "proc/meminfo").write_text(f"MemTotal:       {mebibytes * 1024} kB\nMemFree: 1 kB\n")

    def __call__(self, *words):
        (self.root / "etc/cairn/app.json").write_text(json.dumps(self.app))
        return subprocess.run(["php", self.root / "app.php", *words], capture_output=True, text=True, check=False)

    def release(self, version, files, kind="tar"):
        """Makes an archive and lets the application be it."""
        archive = self.root / f"it-{version}.{kind}"
        if kind == "zip":
            with zipfile.ZipFile(archive, "w") as made:
                for name, text in files.items():
                    made.writestr(f"it-{version}/{name}", text)
        else:
            with tarfile.open(archive, "w:gz") as made:
                for name, text in files.items():
                    entry = tarfile.TarInfo(f"it-{version}/{name}")
                    entry.size = len(text)
                    entry.mode = 0o666
                    made.addfile(entry, io.BytesIO(text.encode()))
        source = {"version": version, "url": f"file://{archive}", "sha256": hashlib.sha256(archive.read_bytes()).hexdigest()}
        self.app["source"] = source
        return source

    @property
    def current(self):
        return self.root / "srv/app/it/current"

    @property
    def marker(self):
        return self.root / "marker"

    @property
    def shared(self):
        return self.root / "srv/shared/it"


class AppTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)

    def node(self, **app):
        return Node(Path(self.folder) / "root", app)

    def succeeds(self, result):
        self.assertEqual(result.returncode, 0, result.stderr)

    def fails(self, result, why):
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn(why, result.stderr)


class Rendering(AppTest):
    def rendered(self, node):
        if not node.current.exists():
            node.release("1", {"index.php": ""})
            self.succeeds(node("source"))
        self.succeeds(node("render"))
        pool = (node.root / "pool/cairn-app.conf").read_text()
        ini = subprocess.run(["php", "-n", "-r", "echo json_encode(parse_ini_file($argv[1]));", node.root / "ini/99-cairn.ini"],
                             capture_output=True, text=True, check=True).stdout
        return int(re.search(r"pm.max_children = (\d+)", pool)[1]), json.loads(ini)

    def locations(self, node):
        """What nginx does with a path, as its text says: the first regular expression that fits, and one within that."""
        text = (node.root / "etc/nginx/nginx.conf").read_text()
        rules = re.findall(r'^location (~\*?) "((?:[^"\\]|\\.)*)" \{(.*?)\}$', text, re.M | re.S)
        unquoted = lambda one: re.sub(r"\\([\\\"])", r"\1", one)
        def of(path):
            for how, pattern, body in rules:
                if not re.search(unquoted(pattern), path, re.I if how == "~*" else 0):
                    continue
                inner = re.search(r'location ~\* "((?:[^"\\]|\\.)*)" \{ return 404; ', body)
                if "fastcgi_pass" in body:
                    return "run"
                return "none" if not inner or re.search(unquoted(inner[1]), path, re.I) else "file"
            return "none" if re.search(r"\.php(/|$)", path) else "file"
        return of

    def runs_nothing(self, node, docroot, folders):
        of = self.locations(node)
        for folder in folders:
            for name in ("x.php", "a/b/x.php", "x.php/y", "x.PHP", "x.phtml", "x.phar", "x.php7", "a/index.php", ".php", "x.jpg/../x.php", "x.jpg/y.php"):
                with self.subTest(f"{folder}/{name}"):
                    self.assertEqual(of(f"{folder}/{name}".removeprefix(docroot)), "none")


def main():
    if not shutil.which("php"):
        sys.exit("no php: tools/install-dependencies test")
    unittest.main()
