#!/usr/bin/env python3
"""What app.php runs, and what its messages never show."""
import json

from app import AppTest, main


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


class Commands(AppTest):
    def test_of_the_application_become_no_more_than_they_are(self):
        node = self.node(boot=[{"argv": ["sh", "-c", "grep NoNewPrivs /proc/self/status >out"]}])
        node.release("1", {"index.php": ""})
        self.succeeds(node("source"))
        self.succeeds(node("boot"))
        self.assertEqual((node.current / "out").read_text().split(), ["NoNewPrivs:", "1"])


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
        node = self.node(install={"check": {"argv": ["sh", "-c", 'echo "$0"', "{{db.password}}"]}, "commands": []})
        (node.root / "etc/no-folder").touch()
        node.app["files"] = [{"path": f"{node.root}/etc/no-folder/{{{{secret.key|raw}}}}", "content": "x"}]
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


if __name__ == "__main__":
    main()
