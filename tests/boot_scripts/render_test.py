#!/usr/bin/env python3
"""What app.php writes: settings of PHP, pools, nginx, cron, logs, and where it writes nothing."""
import configparser
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

from app import Node, Rendering, main


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
        self.assertEqual(sorted(file.name for file in (node.root / "pool").iterdir()), ["cairn-app.conf", "cairn-health.conf"])
        pools.read(node.root / "pool" / name for name in ("cairn-app.conf", "cairn-health.conf"))
        self.assertNotEqual(pools["health"]["listen"], pools["app"]["listen"])
        nginx = (node.root / "etc/nginx/nginx.conf").read_text()
        asked = re.findall(r'location = "/-/health" \{[^}]*fastcgi_pass unix:(\S+);', nginx)
        self.assertEqual(set(asked), {pools["health"]["listen"]})
        self.assertEqual(len(asked), 2)  # by the application's name and by any other

    def test_an_application_that_nobody_listens_for_is_unhealthy(self):
        node = self.node()
        self.rendered(node)
        page = node.root / "health.php"
        text = (node.root / "usr/local/lib/cairn/health.php").read_text()
        for path in re.findall(r"'(/[^']+)'", text):  # its own, and not this machine's
            text = text.replace(f"'{path}'", f"'{node.root}{path.removeprefix(str(node.root))}'")
        page.write_text(text)
        (node.root / "run/cairn/ready").touch()
        (node.root / "proc/self").mkdir()
        (node.root / "proc/net").mkdir()
        (node.root / "proc/self/mounts").write_text("127.0.0.1:/ /srv/shared nfs4 rw 0 0\n")
        ask = lambda: subprocess.run(["php", "-n", page], capture_output=True, text=True, check=True).stdout
        sockets = node.root / "proc/net/unix"
        for listening, answer in (("/run/cairn-php.sock", "ok"), ("/run/cairn-health.sock", "not ready"), ("", "not ready")):
            sockets.write_text(f"Num RefCount Protocol Flags Type St Inode Path\n0: 00000002 00000000 00010000 0001 01 1 {listening}\n")
            self.assertEqual(ask(), answer, listening)

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

    def test_logs_of_the_application_are_made_in_roots_folders_and_rotated_each_by_itself(self):
        node = self.node(logs=[{"name": "own", "path": f"{Path(self.folder)}/root/var/log/own.log"}])
        self.rendered(node)
        self.assertEqual((node.root / "var/log/own.log").read_bytes(), b"")
        self.assertRegex((node.root / "etc/logrotate.d/cairn-own").read_text(), r"^\S*/var/log/own\.log \{\n(.*\n)*maxsize .*\n")
        open_folder = node.root / "var/open"
        open_folder.mkdir()
        open_folder.chmod(0o777)
        node.app["logs"][0]["path"] = f"{open_folder}/own.log"
        self.fails(node("render"), "its folder is not root's alone")
        self.assertEqual(list(open_folder.iterdir()), [])

    def test_writes_no_file_where_others_may_put_a_link(self):
        node = self.node()
        self.rendered(node)
        precious, theirs = node.root / "etc/precious", node.root / "srv/theirs"
        precious.write_text("kept")
        theirs.mkdir()
        theirs.chmod(0o777)
        (theirs / "x.ini.new").symlink_to(precious)  # which root's text would go through
        (theirs / "folder").mkdir()
        (theirs / "away").symlink_to(node.root / "etc")
        (node.current / "link").symlink_to(theirs / "away")  # root's own link, into what is theirs
        (node.root / "srv/ours").symlink_to(node.root / "etc")
        for path in ("srv/theirs/x.ini", "srv/theirs/folder/x.ini", "srv/theirs/new/x.ini", "srv/theirs/away/x.ini", "srv/app/it/current/link/x.ini"):
            with self.subTest(path):
                node.app["files"] = [{"path": f"{node.root}/{path}", "content": "root:"}]
                self.fails(node("render"), "its folder is not root's alone")
        node.app["files"] = [{"path": "link/x.ini", "content": "root:"}]
        self.fails(node("render"), "its folder is not root's alone")
        self.assertEqual(precious.read_text(), "kept")
        self.assertFalse((node.root / "etc/x.ini").exists() or (theirs / "new").exists() or list((theirs / "folder").iterdir()))
        node.app["files"] = [{"path": f"{node.root}/srv/ours/x.ini", "content": "fine"}]  # a link that root alone can change
        self.succeeds(node("render"))
        self.assertEqual((node.root / "etc/x.ini").read_text(), "fine")

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


if __name__ == "__main__":
    main()
