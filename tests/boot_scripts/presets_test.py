#!/usr/bin/env python3
"""The presets that Cairn brings."""
import configparser
import json
import re
import subprocess
from pathlib import Path

import yaml

from app import APP, Node, Rendering, main


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
    main()
