#!/usr/bin/env python3
"""How app.php installs and upgrades: once for all, the marker of the release, shared files, first passwords, locks."""
import json
import os
import re
import subprocess
import time
from pathlib import Path

from app import AppTest, main


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
        marker = json.loads(self.it.marker.read_text())
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

    def fail_to_upgrade(self, version):
        self.to(version)
        right = self.it.app["install"]["upgrade"]
        self.it.app["install"]["upgrade"] = [{"argv": ["false"]}]
        self.fails(self.it("install"), "exit status 1 of false")
        self.it.app["install"]["upgrade"] = right

    def test_a_cut_off_upgrade_is_repeated(self):
        self.succeeds(self.it("install"))
        self.fail_to_upgrade("2.1")
        self.succeeds(self.it("install"))
        self.succeeds(self.it("install"))
        self.assertEqual(self.words(), ["install", "upgrade"])

    def test_a_cut_off_upgrade_keeps_the_older_release_out_and_says_what_to_do(self):
        self.succeeds(self.it("install"))
        self.fail_to_upgrade("2.1")
        self.to("2.0")
        result = self.it("install")
        self.fails(result, "release 2.0 is older than 2.1 and the database is ahead: an upgrade to it is under way or was cut off. Deploy 2.1 again")
        self.assertEqual([line for line in result.stderr.splitlines() if "ahead" in line], result.stderr.splitlines()[-1:])
        self.assertEqual(self.words(), ["install"])
        self.it.app["allow_downgrade"] = True
        self.succeeds(self.it("install"))
        self.assertEqual(self.words(), ["install", "upgrade"])
        self.assertNotIn("to", json.loads(self.it.marker.read_text()))

    def test_a_marker_of_nonsense_stops_nothing(self):
        self.succeeds(self.it("install"))
        for nonsense in ("", "nonsense", "5", '"x"', "[]", "[[[", '{"id": 5}', '{"id": [], "version": {}, "to": 1}', '{"id": "x y", "version": "9\\n9"}'):
            for check in (self.it.app["install"].get("check"), None):
                with self.subTest(nonsense, check=bool(check)):
                    self.said.write_text("installed\n")
                    self.it.app["install"].pop("check", None)
                    if check:
                        self.it.app["install"]["check"] = check
                    self.it.marker.write_text(nonsense)
                    self.succeeds(self.it("install"))
                    self.assertEqual(self.words(), ["installed", "upgrade"])  # which finds that there is nothing to do
                    self.assertEqual(json.loads(self.it.marker.read_text())["version"], "2.0")

    def old_marker(self, make):
        """As a stack of an earlier Cairn left it, and as the web user may have changed it."""
        self.it.marker.unlink(missing_ok=True)
        old = self.it.shared / ".cairn.json"
        old.unlink(missing_ok=True)
        make(old)
        return old

    def test_a_marker_among_the_shared_files_moves_into_the_database(self):
        self.succeeds(self.it("install"))
        known = json.loads(self.it.marker.read_text())
        self.old_marker(lambda old: old.write_text(json.dumps(known)))
        self.succeeds(self.it("install"))
        self.assertEqual(self.words(), ["install"])
        self.assertEqual(json.loads(self.it.marker.read_text())["id"], known["id"])
        self.old_marker(lambda old: old.write_text(json.dumps(known | {"id": "0" * 64, "version": "3.0"})))
        self.fails(self.it("install"), "release 2.0 is older than 3.0")

    def test_no_link_of_the_web_users_leads_root_anywhere(self):
        self.succeeds(self.it("install"))
        precious = Path(self.folder) / "precious"
        precious.write_text(json.dumps({"id": "0" * 64, "version": "9.0"}))
        kept = precious.read_bytes()
        for make in (lambda old: old.symlink_to(precious), lambda old: old.symlink_to("nowhere"), os.mkfifo, os.mkdir, lambda old: old.write_text("word")):
            old = self.it.shared / ".cairn.json"
            self.old_marker(make)
            (self.it.shared / ".cairn.json.new").unlink(missing_ok=True)
            (self.it.shared / ".cairn.json.new").symlink_to(precious)
            self.succeeds(self.it("install"))
            self.assertEqual(precious.read_bytes(), kept)
            self.assertEqual(json.loads(self.it.marker.read_text())["version"], "2.0")
            old.rmdir() if old.is_dir() and not old.is_symlink() else old.unlink(missing_ok=True)

    def test_seeds_as_the_web_user(self):
        self.it.app["shared"] += [{"path": "deep/er/one"}, {"path": "deep/own.ini", "type": "file"}]
        text = (self.it.root / "app.php").read_text()
        noted = self.it.root / "noted"
        web = re.search(r"function run\(\$argv, (\$\w+) = false", text)[1]
        note = f"file_put_contents('{noted}', ({web} ? 'web ' : 'root ') . implode(' ', $argv) . \"\\n\", FILE_APPEND);\n"
        (self.it.root / "app.php").write_text(text.replace("say('run: '", note + "say('run: '", 1))
        self.succeeds(self.it("install"))
        lines = noted.read_text().splitlines()
        self.assertGreater(len([line for line in lines if str(self.it.shared) in line]), 6)
        self.assertEqual([line for line in lines if str(self.it.shared) in line and not line.startswith("web ")], [])

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
        self.assertFalse(self.it.marker.exists())

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
        self.assertFalse(self.it.marker.exists())


if __name__ == "__main__":
    main()
