#!/usr/bin/env python3
"""What app.php does below a folder of its own: releases, seeding, verdicts, downgrades, sizes, locks. Real PHP, tar, curl."""
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

# Stands for the database: a lock in a file, which is lost when its holder dies, or when the file `lost` is there.
FAKES = r"""
function fake_chown() {}
class FakeRow { function __construct(public $value) {} function fetch_row() { return [$this->value]; } }
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
        text = re.sub(r"\b(chown|chgrp)\(", "fake_chown(", text)
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


class Release(AppTest):
    def test_is_switched_to_at_once_and_kept(self):
        node = self.node(shared=[{"path": "files"}, {"path": "conf/own.ini", "type": "file"}], local=["tmp"])
        for kind in ("tar", "zip"):
            with self.subTest(kind):
                source = node.release(f"1-{kind}", {"index.php": kind, "files/first": "1", "conf/own.ini": "x"}, kind)
                self.succeeds(node("source"))
                self.assertEqual(node.current.resolve().name, source["sha256"][:16])
                self.assertEqual((node.current / "index.php").read_text(), kind)
                self.assertEqual((node.current / "index.php").stat().st_mode & 0o777, 0o644)
                self.assertEqual(os.readlink(node.current / "files"), f"{node.shared}/files")
                self.assertEqual(os.readlink(node.current / "conf/own.ini"), f"{node.shared}/conf/own.ini")
                self.assertTrue((node.current / "tmp").is_dir())
                self.assertEqual((node.current / ".seed/files/first").read_text(), "1")
        Path(source["url"].removeprefix("file://")).unlink()
        self.succeeds(node("source"))  # nothing is fetched again
        self.assertEqual(len([d for d in (node.root / "srv/app/it").iterdir() if d.is_dir() and not d.is_symlink()]), 2)

    def test_of_another_hash_is_refused(self):
        node = self.node()
        source = node.release("1", {"index.php": ""})
        found = source["sha256"]
        source["sha256"] = "0" * 64
        self.fails(node("source"), f"wrong sha256 of {source['url']}: {found}")
        self.assertFalse(node.current.exists())

    def test_strips_one_folder_or_says_that_there_is_none(self):
        node = self.node()
        node.release("1", {"a": "", "README": ""})
        self.succeeds(node("source"))  # one folder
        node.release("2", {"css/x": "", "js/y": ""})
        node.app["source"]["strip"] = 2
        self.fails(node("source"), "not one folder to strip in file://")

    def test_plugins_are_part_of_its_identity(self):
        node = self.node()
        plugin = node.release("p", {"plugin.php": "p"}) | {"into": "plugins/P"}
        source = node.release("1", {"index.php": ""})
        self.succeeds(node("source"))
        self.assertEqual(node.current.resolve().name, source["sha256"][:16])
        node.app["plugins"] = [plugin]
        self.succeeds(node("source"))
        self.assertNotEqual(node.current.resolve().name, source["sha256"][:16])
        self.assertEqual((node.current / "plugins/P/plugin.php").read_text(), "p")


class Install(AppTest):
    def setUp(self):
        super().setUp()
        said = f"{self.folder}/said"
        note = lambda word: [{"argv": ["sh", "-c", f"echo {word} >>{said}"]}]
        self.said = Path(said)
        self.said.touch()
        self.it = self.node(shared=[{"path": "files"}],
                            install={"check": {"argv": ["sh", "-c", f"test -s {said} && echo cairn:installed || echo cairn:absent"]},
                                     "commands": note("install"), "upgrade": note("upgrade")})
        self.to("2.0")

    def to(self, version):
        self.it.release(version, {"index.php": version, "files/first": version})
        self.succeeds(self.it("source"))

    def words(self):
        return self.said.read_text().split()

    def test_happens_once(self):
        self.succeeds(self.it("install"))
        self.succeeds(self.it("install"))
        self.assertEqual(self.words(), ["install"])
        marker = json.loads((self.it.shared / ".cairn.json").read_text())
        self.assertEqual((marker["id"], marker["version"], marker["by"]), (self.it.app["source"]["sha256"], "2.0", "i-1"))

    def test_upgrades_to_another_release(self):
        self.succeeds(self.it("install"))
        self.to("2.1")
        self.succeeds(self.it("install"))
        self.succeeds(self.it("install"))
        self.assertEqual(self.words(), ["install", "upgrade"])

    def test_refuses_an_older_release_unless_allowed(self):
        self.to("2.10")
        self.succeeds(self.it("install"))
        self.to("2.9")
        self.fails(self.it("install"), "release 2.9 is older than 2.10")
        self.assertEqual(self.words(), ["install"])
        self.it.app["allow_downgrade"] = True
        self.succeeds(self.it("install"))
        self.assertEqual(self.words(), ["install", "upgrade"])

    def test_a_cut_off_upgrade_is_repeated(self):
        self.succeeds(self.it("install"))
        self.to("2.1")
        right = self.it.app["install"]["upgrade"]
        self.it.app["install"]["upgrade"] = [{"argv": ["false"]}]
        self.fails(self.it("install"), "exit status 1 of false")
        self.it.app["install"]["upgrade"] = right
        self.succeeds(self.it("install"))
        self.assertEqual(self.words(), ["install", "upgrade"])

    def test_needs_a_verdict(self):
        for command, says in ((["true"], ""), (["echo", "Error establishing a database connection"], "Error establishing"),
                              (["sh", "-c", "echo cairn:installed; echo warning"], "cairn:installed\nwarning")):
            with self.subTest(command):
                self.it.app["install"]["check"] = {"argv": command}
                self.fails(self.it("install"), f"neither cairn:installed nor cairn:absent: {says}")
        self.assertEqual(self.words(), [])

    def test_an_installer_that_only_says_so_is_not_believed(self):
        self.it.app["install"]["commands"] = [{"argv": ["true"]}]
        self.fails(self.it("install"), "not installed all the same")
        self.assertFalse((self.it.shared / ".cairn.json").exists())

    def test_without_a_check_the_marker_tells(self):
        del self.it.app["install"]["check"]
        self.succeeds(self.it("install"))
        self.succeeds(self.it("install"))
        self.to("2.1")
        self.succeeds(self.it("install"))
        self.assertEqual(self.words(), ["install", "upgrade"])

    def test_seeds_what_is_empty_and_nothing_else(self):
        self.succeeds(self.it("install"))
        first = self.it.shared / "files/first"
        self.assertEqual(first.read_text(), "2.0")
        first.write_text("changed")
        self.to("2.1")
        self.succeeds(self.it("install"))
        self.assertEqual(first.read_text(), "changed")
        self.assertEqual((self.it.current / "files/first").read_text(), "changed")
        self.assertTrue((self.it.shared / ".sessions").is_dir())

    def with_first_password(self):
        self.it.secret("SECRET_ADMIN", json.dumps({"username": "admin", "password": "first-password"}))
        self.it.secret("SECRET_KEY", "key-of-the-application")
        first = self.it.root / "etc/first"
        self.it.app["files"] = [{"path": f"{first}", "content": "{{secret.admin.password|bytes}}", "only_to_install": True},
                                {"path": "conf", "content": "{{ secret.key | bytes }}"}]
        self.it.app["install"]["commands"] = [{"argv": ["sh", "-c", f"cat {first} >>{self.said}; env >{self.said}.env"]}]
        return first

    def left(self, text):
        run = subprocess.run(["grep", "-rl", text, self.it.root / "etc", self.it.root / "srv", self.it.root / "run"], capture_output=True, text=True, check=False)
        return {Path(line).name for line in run.stdout.splitlines()}

    def test_the_first_password_is_there_for_the_installer_alone(self):
        first = self.with_first_password()
        self.succeeds(self.it("render"))
        self.assertFalse(first.exists())
        result = self.it("install")
        self.succeeds(result)
        self.assertEqual(self.words(), ["first-password"])
        self.assertNotIn("first-password", result.stderr + Path(f"{self.said}.env").read_text())
        self.assertEqual(self.left("first-password"), set())
        self.assertEqual(self.left("key-of-the-application"), {"conf", "SECRET_KEY"})
        self.succeeds(self.it("render"))  # as a rotation does

    def test_the_first_password_leaves_a_node_that_finds_it_installed_and_one_that_failed(self):
        first = self.with_first_password()
        right = self.it.app["install"]["commands"]
        self.it.app["install"]["commands"] = [{"argv": ["false"]}]
        self.fails(self.it("install"), "exit status 1 of false")
        self.assertEqual(self.left("first-password"), set())
        self.with_first_password()
        self.it.app["install"]["commands"] = right
        self.succeeds(self.it("install"))
        self.with_first_password()  # as the next node's boot fetches it
        first.write_text("first-password, from before a power cut")
        self.succeeds(self.it("render"))
        self.assertFalse(first.exists())
        self.succeeds(self.it("install"))
        self.assertEqual(self.left("first-password"), set())

    def test_does_nothing_while_another_holds_the_lock(self):
        holder = subprocess.Popen(["flock", "-F", self.it.root / "lock", "sleep", "60"])
        self.addCleanup(holder.wait)
        self.addCleanup(holder.kill)
        subprocess.run(["sh", "-c", "while flock -n $0 true; do sleep 0.1; done", self.it.root / "lock"], check=True)
        (self.it.root / "run/cairn/ready").touch()
        self.it.app["cron"] = [{"schedule": "* * * * *", "argv": ["sh", "-c", f"echo one >>{self.said}"]},
                               {"schedule": "* * * * *", "argv": ["sh", "-c", f"echo each >>{self.said}"], "scope": "each"}]
        self.succeeds(self.it("cron", "0"))
        self.succeeds(self.it("cron", "1"))
        self.assertEqual(self.words(), ["each"])
        # The install waits for its turn, so many times ten seconds of the server's: the fake's answers come at once.
        self.fails(self.it("install"), "held for too long")
        self.assertEqual(self.words(), ["each"])
        self.assertFalse((self.it.shared / ".sessions").exists())

    def test_stops_when_the_lock_is_lost(self):
        (self.it.root / "lost").touch()
        self.it.app["install"]["commands"] = [{"argv": ["sleep", "60"]}]
        began = time.monotonic()
        self.fails(self.it("install"), "the lock is lost")
        self.assertLess(time.monotonic() - began, 30)
        self.assertFalse((self.it.shared / ".cairn.json").exists())


class Cron(AppTest):
    def test_waits_for_the_boot_and_passes_values_as_arguments(self):
        node = self.node(environment={"KEY": "{{db.password|bytes}}"},
                         cron=[{"schedule": "* * * * *", "argv": ["sh", "-c", 'printf "%s\\n" "$KEY" "$1" >out', "-", "{{db.password}}; $(id)"]}])
        node.release("1", {"index.php": ""})
        self.succeeds(node("source"))
        self.succeeds(node("cron", "0"))
        self.assertFalse((node.current / "out").exists())
        (node.root / "run/cairn/ready").touch()
        self.succeeds(node("cron", "0"))
        password = 'p"${HOME}\\\'$x'
        self.assertEqual((node.current / "out").read_text(), f"{password}\n{password}; $(id)\n")


class Boot(AppTest):
    def test_runs_the_presets_commands_in_their_order_or_fails(self):
        node = self.node(boot=[{"argv": ["sh", "-c", "echo one >>out"]}, {"argv": ["sh", "-c", 'echo "$0" >>out', "{{domain}}"]}])
        node.release("1", {"index.php": ""})
        self.succeeds(node("source"))
        self.succeeds(node("boot"))
        self.assertEqual((node.current / "out").read_text(), "one\napp.example.org\n")
        node.app["boot"].insert(0, {"argv": ["false"], "may_fail": True})
        result = node("boot")
        self.succeeds(result)
        self.assertIn("went on after exit status 1 of false", result.stderr)
        self.assertEqual((node.current / "out").read_text(), "one\napp.example.org\n" * 2)
        node.app["boot"].insert(0, {"argv": ["false"]})
        self.fails(node("boot"), "exit status 1 of false")


class Ping(AppTest):
    def test_tells_a_refusal_from_an_absence(self):
        node = self.node()
        self.assertEqual(node("ping").returncode, 0)
        for code, status in ((1045, 77), (2002, 1), (1040, 1)):
            (node.root / "refuses").write_text(str(code))
            result = node("ping")
            self.assertEqual(result.returncode, status)
            self.assertIn(f"refused with {code}", result.stderr)


class Rendering(AppTest):
    def rendered(self, node):
        if not node.current.exists():
            node.release("1", {"index.php": ""})
            self.succeeds(node("source"))
        self.succeeds(node("render"))
        pool = (node.root / "pool/cairn.conf").read_text()
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


class Render(Rendering):
    def test_takes_what_the_memory_bears(self):
        node = self.node()
        for memory, children, opcache in ((420, 3, 64), (950, 8, 95), (1900, 22, 190), (3800, 48, 380), (15900, 200, 512)):
            with self.subTest(memory):
                node.memory(memory)
                found, ini = self.rendered(node)
                self.assertEqual((found, int(ini["opcache.memory_consumption"])), (children, opcache))
        node.app["php"] = {"children": 5, "ini": {"opcache.memory_consumption": 77, "memory_limit": "1G"}}
        found, ini = self.rendered(node)
        self.assertEqual((found, ini["opcache.memory_consumption"], ini["memory_limit"]), (5, "77", "1G"))

    def test_tells_php_what_the_model_knows(self):
        node = self.node()
        _, ini = self.rendered(node)
        self.assertEqual(ini["date.timezone"], "Europe/Paris")
        self.assertEqual((ini["upload_max_filesize"], ini["post_max_size"]), ("32M", "33M"))
        self.assertEqual(ini["session.save_path"], f"{node.shared}/.sessions")
        nginx = (node.root / "etc/nginx/nginx.conf").read_text()
        for line in ("fastcgi_param HTTPS on;", "fastcgi_param SERVER_PORT 443;", "client_max_body_size 33m;",
                     "server_name app.example.org;", "location / { return 421; }", "return 301 https://app.example.org$request_uri;"):
            self.assertIn(line, nginx)

    def test_sessions_and_versions_are_kept_from_strangers(self):
        _, ini = self.rendered(self.node())
        for name, value in {"session.cookie_secure": "1", "session.cookie_httponly": "1", "session.cookie_samesite": "Lax",
                            "session.use_strict_mode": "1", "expose_php": "0", "zend.exception_ignore_args": "1"}.items():
            self.assertEqual(ini[name], value, name)

    def test_every_server_adds_headers_and_no_location_loses_them(self):
        for frames, count in (("any", 0), ("same-origin", 3)):
            with self.subTest(frames):
                node = Node(Path(self.folder) / frames, {"web": {"frames": frames}})
                self.rendered(node)
                nginx = (node.root / "etc/nginx/nginx.conf").read_text()
                servers = nginx.split("\nserver {\n")[1:]
                for server in servers:
                    for name in ("X-Content-Type-Options", "Referrer-Policy", "X-Frame-Options"):
                        self.assertIn(f"add_header {name} $our_{name.lower().replace('-', '_')} always;\n", server)
                # by HTTPS, to those who asked for the application
                self.assertEqual([server.count("Strict-Transport-Security") for server in servers], [0, 1, 0])
                self.assertNotRegex(nginx, r"location[^}]*add_header")
                self.assertEqual('"" "SAMEORIGIN";' in nginx, frames != "any")
                self.assertIn("fastcgi_hide_header X-Powered-By;", nginx)
                self.assertIn("server_tokens off;", nginx)

    def test_health_has_a_pool_of_its_own(self):
        node = self.node(php={"children": 1})
        self.rendered(node)
        pools = configparser.ConfigParser(interpolation=None)
        pools.read(node.root / "pool/cairn.conf")
        self.assertNotEqual(pools["health"]["listen"], pools["app"]["listen"])
        nginx = (node.root / "etc/nginx/nginx.conf").read_text()
        asked = re.findall(r'location = "/-/health" \{[^}]*fastcgi_pass unix:(\S+);', nginx)
        self.assertEqual(set(asked), {pools["health"]["listen"]})
        self.assertEqual(len(asked), 2)  # by the application's name and by any other

    def test_logs_are_rotated(self):
        node = self.node()
        self.rendered(node)
        rule = (node.root / "etc/logrotate.d/cairn").read_text()
        self.assertRegex(rule, r"^\S*/var/log/cairn-\*\.log \{\n(.*\n)*maxsize .*\n(.*\n)*copytruncate\n\}\n$")

    def test_fills_files_by_their_encoders(self):
        node = self.node(secrets=[{"name": "admin", "user": "root"}, {"name": "key"}])
        node.secret("SECRET_ADMIN", json.dumps({"username": "root", "password": "}}'{{"}))
        node.secret("SECRET_KEY", "[1")
        node.app["files"] = [{"path": f"{node.root}/made/{{{{app.name|raw}}}}.php", "mode": "0640",
                              "content": "<?php echo json_encode([{{db.password|php}}, {{ secret.admin.password | php }}, "
                                         "{{secret.key|php}}, {{db.user|php}}]);"}]
        self.rendered(node)
        made = node.root / "made/it.php"
        self.assertEqual(made.stat().st_mode & 0o777, 0o640)
        said = subprocess.run(["php", made], capture_output=True, text=True, check=True).stdout
        self.assertEqual(json.loads(said), ['p"${HOME}\\\'$x', "}}'{{", "[1", "user"])
        node.app["files"].append({"path": "conf/below", "content": "{{url|bytes}}"})
        self.rendered(node)
        self.assertEqual((node.current / "conf/below").read_text(), "https://app.example.org")
        node.app["files"][0]["content"] = "{{nothing|php}}"
        self.fails(node("render"), "there is no value nothing")

    def test_fills_what_a_config_may_say_and_nothing_else(self):
        cases = json.loads((Path(__file__).parent / "placeholders.json").read_text())
        texts = [case for case in cases["texts"] if case[1] is not None]
        arguments = [case for case in cases["arguments"] if case[1] is not None]
        node = self.node(
            files=[{"path": f"filled/{at}", "content": text} for at, (text, _) in enumerate(texts)],
            environment={f"TEXT_{at}": text for at, (text, _) in enumerate(texts)},
            boot=[{"argv": ["php", "-n", "-r", f"file_put_contents('{self.folder}/said', json_encode([getenv(), $argv]));",
                            "--", *(text for text, _ in arguments)]}])
        self.rendered(node)
        for at, (text, expected) in enumerate(texts):
            self.assertEqual((node.current / f"filled/{at}").read_text(), expected, text)
        self.succeeds(node("boot"))
        environment, argv = json.loads(Path(self.folder, "said").read_text())
        self.assertEqual(argv[1:], [expected for _, expected in arguments])
        for at, (text, expected) in enumerate(texts):
            self.assertEqual(environment[f"TEXT_{at}"], expected, text)

    def test_sets_any_environment(self):
        node = self.node(environment={"A": "$HOME", "B": "{{db.password|bytes}}", "C": ""})
        self.rendered(node)
        said = subprocess.run(["php", "-n", "-d", f"auto_prepend_file={node.root}/etc/cairn/environment.php", "-r", ""],
                              capture_output=True, text=True, check=True)
        self.assertEqual(said.stderr + said.stdout, "")
        script = node.root / "probe.php"
        script.write_text("<?php echo json_encode([getenv('A'), $_SERVER['B'], $_ENV['C'], array_keys(get_defined_vars())]);")
        said = subprocess.run(["php", "-n", "-d", f"auto_prepend_file={node.root}/etc/cairn/environment.php", script],
                              capture_output=True, text=True, check=True).stdout
        *values, names = json.loads(said)
        self.assertEqual(values, ["$HOME", 'p"${HOME}\\\'$x', ""])
        self.assertLessEqual(set(names), {"_GET", "_POST", "_COOKIE", "_FILES", "argv", "argc", "_SERVER", "_ENV", "_REQUEST"})

    def test_jobs_name_no_value(self):
        node = self.node(cron=[{"schedule": "5 * * * *", "argv": ["x", "100%; rm -rf /"]}, {"schedule": "99 x", "argv": ["y"]}])
        self.rendered(node)
        folder = node.root / "etc/cron.d"
        jobs = (folder / "cairn-0").read_text()
        self.assertRegex(jobs, r"(?m)^5 \* \* \* \* root php \S+/app.php cron 0 >>\S+/cairn-cron.log 2>&1$")
        self.assertNotIn("rm -rf", jobs)
        # cron ignores a whole file for one wrong line, so each job has its own, and the rotation of passwords none
        self.assertNotIn("99 x", jobs)
        self.assertEqual(sorted(file.name for file in folder.iterdir()), ["cairn-0", "cairn-1"])
        self.assertFalse([file for file in folder.iterdir() if "rotate" in file.read_text()])

    def test_a_line_that_php_cannot_read_costs_no_other_line(self):
        node = self.node(php={"ini": {"null": "1"}})
        node.release("1", {"index.php": ""})
        self.succeeds(node("source"))
        self.succeeds(node("render"))
        lines = (node.root / "ini/99-cairn.ini").read_text().splitlines()
        self.assertEqual(lines[-1], 'null = "1"')

    def test_logs_of_the_application_are_made_for_php(self):
        node = self.node(logs=[{"name": "own", "path": f"{Path(self.folder)}/root/var/log/own.log"}])
        self.rendered(node)
        log = node.root / "var/log/own.log"
        self.assertEqual(log.read_bytes(), b"")
        log.write_text("kept")
        self.rendered(node)
        self.assertEqual(log.read_text(), "kept")

    def test_where_php_may_write_it_does_not_run(self):
        for docroot, shared, local, served in (
                ("", ["up/loads", "conf+x.d/own.ini"], ["tmp", "a.b", "./odd//one/"], ["/up/loads", "/tmp", "/a.b", "/odd/one"]),
                ("public", ["public/media"], ["var", "public/build"], ["/public/media", "/public/build"])):
            node = self.node(web={"docroot": docroot, "php": ["\\.php(/|$)", "\\.ph", "^/up/", "^/media/"], "fallback": "/index.php"},
                             shared=[{"path": path} for path in shared], local=local)
            self.rendered(node)
            self.runs_nothing(node, f"/{docroot}" if docroot else "", served)
            of = self.locations(node)
            for path in ("/index.php", "/index.php/tmp/x.php", "/axb/x.php", "/tmpx/x.php", "/x/tmp/x.php", "/public/media2/x.php", "/var/x.php"):
                if not docroot or path != "/public/media2/x.php":
                    self.assertEqual(of(path) if docroot or path != "/var/x.php" else "run", "run", path)
            self.assertEqual(of((served[0] + "/picture.jpg").removeprefix(f"/{docroot}" if docroot else "")), "file")
            shutil.rmtree(node.root)

    def test_a_script_of_the_web_users_is_not_run_wherever_a_link_leads(self):
        node = self.node()
        self.rendered(node)
        script = node.root / "probe.php"
        script.write_text("<?php echo 'ran';")
        run = lambda: subprocess.run(["php", "-n", "-d", f"auto_prepend_file={node.root}/etc/cairn/environment.php", script],
                                     capture_output=True, text=True, check=True).stdout
        if os.getuid() == 0:
            self.assertEqual(run(), "ran")
            os.chown(script, 4000, 4000)
        self.assertEqual(run(), "")

    def test_agent_sends_the_standard_logs_and_the_presets(self):
        node = self.node(logs=[{"name": "own", "path": "{{app.root|raw}}/own.log"}])
        self.succeeds(node("logs"))
        agent = json.loads((node.root / "etc/cairn/agent.json").read_text())
        found = {one["log_stream_name"]: one["file_path"] for one in agent["logs"]["logs_collected"]["files"]["collect_list"]}
        self.assertEqual(found["{instance_id}/own"], f"{node.current}/own.log")
        self.assertLessEqual({"{instance_id}/boot", "{instance_id}/php", "{instance_id}/cron"}, set(found))


class Messages(AppTest):
    """Secrets that cannot be written, each way a preset may ask for it: the message names them, and shows none."""

    def test_name_what_cannot_be_written(self):
        node = self.node()
        for end in ("\0", "\n'\"", "\\${x}", "<?php"):
            password = f"hush-hush{end}"
            node.secret("DATABASE_SECRET", json.dumps({"username": "user", "password": password}))
            node.secret("MAIL_SECRET", json.dumps({"username": "user", "password": password}))
            node.secret("SECRET_ADMIN", json.dumps({"username": "root", "password": password}))
            node.secret("SECRET_KEY", password)
            for name in ("db.password", "mail.password", "secret.admin.password", "secret.key"):
                for encoder in ("raw", "php", "json", "url", "sh", "ini", "matomo", "bytes", "nothing"):
                    if encoder in ("raw", "nothing") or end == "\0" and encoder != "bytes":
                        self.refused(node, name, encoder)
                        if encoder not in ("raw", "json"):
                            break  # the others are one case

    def refused(self, node, name, encoder):
        template = f"{{{{{name}|{encoder}}}}}"
        for asked in ({"files": [{"path": "x", "content": template}]}, {"environment": {"X": template}}):
            node.app.update({"files": [], "environment": {}} | asked)
            result = node("render")
            self.fails(result, f"cannot write {template}: ")
            self.assertNotIn("hush", result.stdout + result.stderr)

    def test_show_no_secret_that_a_program_or_a_path_holds(self):
        node = self.node(install={"check": {"argv": ["sh", "-c", 'echo "$0"', "{{db.password}}"]}, "commands": []},
                         files=[{"path": "/dev/null/{{secret.key|raw}}", "content": "x"}])
        node.release("1", {"index.php": ""})
        self.succeeds(node("source"))
        node.secret("SECRET_KEY", "hush-hush")
        for word in ("install", "render"):
            result = node(word)
            self.assertEqual(result.returncode, 1)
            self.assertNotIn("hush", result.stderr)
            self.assertNotIn('p"${HOME}', result.stderr)

    def test_show_no_bytes_that_json_does_not_take(self):
        node = self.node(files=[{"path": "x", "content": "{{secret.key|json}}"}])
        (node.root / "etc/cairn/secrets/SECRET_KEY").write_text(json.dumps({"SecretString": "x"}))
        (node.root / "etc/cairn/values/REGION").write_bytes(b"hush-hush\xff")
        node.app["files"][0]["content"] = "{{region|json}}"
        result = node("render")
        self.fails(result, "cannot write {{region|json}}: ")
        self.assertNotIn("hush", result.stderr)


class Commands(AppTest):
    def test_of_the_application_become_no_more_than_they_are(self):
        node = self.node(boot=[{"argv": ["sh", "-c", "grep NoNewPrivs /proc/self/status >out"]}])
        node.release("1", {"index.php": ""})
        self.succeeds(node("source"))
        self.succeeds(node("boot"))
        self.assertEqual((node.current / "out").read_text().split(), ["NoNewPrivs:", "1"])


class Presets(Rendering):
    """The files of every preset, made of hostile values and read by what will read them."""

    HOSTILE = """L'\\"é $(id) `id` ${HOME} {{url|raw}} <b> ?> %s \\\\' #;&"""

    def test_render_what_their_readers_take(self):
        presets = sorted((APP.parents[1] / "apps").glob("*.yaml"))
        self.assertGreaterEqual(len(presets), 4)
        for number, path in enumerate(presets):
            with self.subTest(path.name):
                preset = yaml.safe_load(path.read_text())
                node = Node(Path(self.folder) / str(number), preset)
                node.app["values"] = {f"setting.{one['name']}": self.HOSTILE for one in preset.pop("settings", [])} | {
                    "time_zone": "Europe/Paris", "upload_limit": "32M", "mail.host": "smtp.example.org", "mail.port": "587",
                    "mail.from": "noreply@example.org", "mail.encryption": "tls", "mail.auth": "plain", "mail.user": "", "mail.password": ""}
                node.secret("MAIL_SECRET", json.dumps({"username": "mailer", "password": self.HOSTILE}))
                for one in preset["secrets"]:
                    secret = json.dumps({"username": one["user"], "password": self.HOSTILE}) if "user" in one else self.HOSTILE
                    node.secret(f"SECRET_{one['name'].upper()}", secret)
                files = node.app.get("files", [])
                for one in files:
                    if one["path"].startswith("/"):
                        one["path"] = f"{node.root}{one['path']}"
                made = [node.root / f"srv/app/{preset['name']}/current" / one["path"] for one in files]
                self.succeeds(node("render"))
                kept = [file for one, file in zip(files, made) if not one.get("only_to_install")]
                self.assertEqual([file for file in made if file.exists()], kept)
                admin = json.dumps(self.HOSTILE)[1:-1]
                self.assertFalse([file for file in kept if "install" in file.name and (self.HOSTILE in file.read_text() or admin in file.read_text())])
                for one in files:
                    one.pop("only_to_install", None)
                self.succeeds(node("render"))
                for file in made:
                    self.read(file)
                self.assertFalse([one for one in node.root.rglob("*.new")])
                self.runs_nothing(node, preset["web"].get("docroot", ""),
                                  [f"/{one['path']}" for one in preset.get("shared", []) if one.get("type") != "file"] +
                                  [f"/{one}" for one in preset.get("local", []) if not one.endswith(".js")])
                scripts = {"matomo": ["/index.php", "/matomo.php", "/piwik.php", "/plugins/HeatmapSessionRecording/configs.php"],
                           "wordpress": ["/index.php", "/wp-login.php", "/wp-admin/admin-ajax.php"],
                           "mediawiki": ["/index.php/Main_Page", "/load.php", "/index.php/images/x.php"], "php": ["/index.php"]}
                self.assertEqual({self.locations(node)(one) for one in scripts[preset["name"]]}, {"run"})

    def test_matomo_archives_by_cron_and_has_no_way_to_its_installer(self):
        matomo = yaml.safe_load((APP.parents[1] / "apps/matomo.yaml").read_text())
        self.assertIn(("one", "core:archive"), {(one["scope"], one["argv"][2]) for one in matomo["cron"]})
        runs = [path for path in ("/index.php", "/matomo.php", "/plugins/Installation/Controller.php", "/core/bootstrap.php", "/console", "/vendor/x.php")
                if any(re.search(one, path) for one in matomo["web"]["php"])]
        self.assertEqual(runs, ["/index.php", "/matomo.php"])

    def test_matomo_is_judged_by_its_database_and_not_by_warnings(self):
        matomo = yaml.safe_load((APP.parents[1] / "apps/matomo.yaml").read_text())
        install = matomo["install"]
        commands = [one["argv"] for one in install["commands"] + install["upgrade"] + matomo["boot"] + matomo["cron"]]
        consoles = [" ".join(argv) for argv in commands if "console" in " ".join(argv)]
        self.assertGreaterEqual(len(consoles), 7)
        self.assertEqual([one for one in consoles if "--ignore-warn" not in one], [])
        self.assertEqual([install[step][-1]["argv"][-1] for step in ("commands", "upgrade")], ["verify", "verify"])
        self.assertTrue(all(one["may_fail"] for one in matomo["boot"]))

    def test_matomo_writes_tag_managers_containers_on_each_node_while_it_is_active(self):
        matomo = yaml.safe_load((APP.parents[1] / "apps/matomo.yaml").read_text())
        self.assertIn("js", matomo["local"])
        job = next(one for one in matomo["cron"] if "tagmanager:" in " ".join(one["argv"]))
        self.assertEqual(job["scope"], "each")
        folder = Path(self.folder)
        (folder / "config").mkdir()
        (folder / "console").write_text("<?php echo implode(' ', array_slice($argv, 1));")
        for text, runs in (("", ""), ('[PluginsInstalled]\nPluginsInstalled[] = "TagManager"\n', ""),
                           ('[Plugins]\nPlugins[] = "TagManager"\n', "tagmanager:regenerate-released-containers --no-ansi --ignore-warn -q")):
            (folder / "config/config.ini.php").write_text(text)
            said = subprocess.run(job["argv"], cwd=folder, capture_output=True, text=True, check=True)
            self.assertEqual((said.stdout, said.stderr), (runs, ""))
        previews, = matomo["web"]["no_store"]
        self.assertTrue(re.search(previews, "/js/container_AbC_preview.js"))
        self.assertFalse(re.search(previews, "/js/container_AbC.js") or re.search(previews, "/js/x/container_A_preview.js"))

    def read(self, file):
        text = file.read_text()
        if file.name.endswith(".ini.php"):
            code = """$all = parse_ini_file($argv[1], true);
                echo json_encode(html_entity_decode($all['mail']['password'], ENT_COMPAT, 'UTF-8'));"""
            said = subprocess.run(["php", "-n", "-r", code, file], capture_output=True, text=True, check=True).stdout
            self.assertEqual(json.loads(said), self.HOSTILE)
            general = configparser.ConfigParser(strict=False, interpolation=None)
            general.read_string(text)
            for key, value in {"enable_installer": "0", "multi_server_environment": "1", "enable_browser_archiving_triggering": "0",
                               "enable_auto_update": "0", "force_ssl": "1", "trusted_hosts[]": '"app.example.org"'}.items():
                self.assertEqual(general["General"][key], value)
        elif file.suffix == ".php":
            result = subprocess.run(["php", "-n", "-l", file], capture_output=True, text=True, check=False)
            self.assertEqual(result.returncode, 0, result.stdout)
        elif file.suffix == ".json":
            self.assertEqual(json.loads(text)["password"], self.HOSTILE)


if __name__ == "__main__":
    if not shutil.which("php"):
        sys.exit("no php: tools/install-dependencies test")
    unittest.main()
