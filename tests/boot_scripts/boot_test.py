#!/usr/bin/env python3
"""What boot.sh does below a folder of its own, with stand-ins for what a machine would do: its order, whom it asks how
often, what it signals."""
import base64
import configparser
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from limits import limit

TEMPLATES = Path(__file__).resolve().parents[2] / "templates/boot"
CREDENTIALS = """{
  "Code" : "Success",
  "AccessKeyId" : "ASIAKEY",
  "SecretAccessKey" : "se/cr+et",
  "Token" : "to/ken+==",
  "Expiration" : "2030-01-01T00:00:00Z"
}
"""
# Every stand-in notes its words; some answer. A file `NAME.fails` holds how often NAME is still to fail, and its status.
STAND_IN = r"""#!/bin/bash
name=${0##*/}
printf '%s\n' "$name $*" >>"$ROOT/calls"
left=0 status=0
key=$name
[ "$name" = php ] && key=php-$2
if [ -e "$ROOT/$key.fails" ]; then
  read -r left status <"$ROOT/$key.fails"
  if ((left > 0)); then
    echo "$((left - 1)) $status" >"$ROOT/$key.fails"
    echo "$key failed" >&2
    exit "$status"
  fi
fi
[ "$name" != php ] || echo "${PHP_INI_SCAN_DIR-none}" >>"$ROOT/scans"
case "$name $*" in
  curl*api/token) printf token ;;
  curl*security-credentials/) printf role ;;
  curl*security-credentials/role) cat "$ROOT/credentials" ;;
  curl*instance-id) printf i-1 ;;
  curl*--aws-sigv4*GetSecretValue*)
    cat >>"$ROOT/config"
    while [ "$1" != -o ]; do shift; done
    if [ -e "$ROOT/answer" ]; then
      cp "$ROOT/answer" "$2"
      exit 18
    fi
    echo '{"SecretString":"new"}' >"$2"
    ;;
  curl*--aws-sigv4*) cat >>"$ROOT/config" ;;
  curl*/agents/*) url=${*: -1:1}; cp "$ROOT/agents/${url##*/}" "${*: -2:1}" ;;
  curl*-bundle.pem) echo '-----BEGIN CERTIFICATE-----' >"$ROOT/etc/cairn/rds-ca.pem.new" ;;
  dpkg-query*Status*) cat "$ROOT/installed" ;;
  dpkg-query*) grep -qx "$2" "$ROOT/debs" ;;
  mountpoint*) grep -q '^mount ' "$ROOT/calls" ;;
  df*) cat "$ROOT/df" ;;
esac
"""


class Machine:
    def __init__(self, folder):
        self.root = Path(folder)
        for name in ("bin", "etc/cairn/values", "etc/systemd/system", "etc/stunnel", "etc/ssl/certs", "etc/pool", "run",
                     "srv", "tmp", "var/log", "var/lib"):
            (self.root / name).mkdir(parents=True)
        for name, text in {
                "STACK_NAME": "it", "RESOURCE": "Instances", "REGION": "eu-west-1", "PACKAGES": "nginx php-fpm", "DEBS": "",
                "FILE_SYSTEM": "fs-1", "ACCESS_POINT": "fsap-1", "FPM_UNIT": "php8.2-fpm", "CRON_UNIT": "cron",
                "POOL_DIR": f"{self.root}/etc/pool", "HEALTH_PATH": "/-/health", "LOG_GROUP": "", "INSTANCE": "i-1", "WEB_USER": "www-data",
                "DATABASE_SECRET": "arn:db", "SECRET_ADMIN": "arn:admin"}.items():
            (self.root / "etc/cairn/values" / name).write_text(text)
        (self.root / "etc/ssl/certs/ca-certificates.crt").write_text("system\n")
        (self.root / "etc/fstab").touch()
        (self.root / "credentials").write_text(CREDENTIALS)
        (self.root / "installed").write_text("installed\ninstalled\n")
        (self.root / "debs").touch()
        (self.root / "df").write_text("Avail\n9000000\n")
        (self.root / "calls").touch()
        for name in ("apt-get", "curl", "df", "dnf", "dpkg", "dpkg-query", "mount", "mountpoint", "nginx", "php", "rpm",
                     "sleep", "systemctl", "useradd"):
            stand_in = self.root / "bin" / name
            stand_in.write_text(STAND_IN)
            stand_in.chmod(0o755)
        for name in ("boot", "aws"):
            text = re.sub(r"(?<![\w}/*.:])/(etc|srv|var|run|usr/local|tmp|opt|sbin)/", f"{self.root}/\\1/", (TEMPLATES / f"{name}.sh").read_text())
            text = text.replace("shared=/srv/shared", f"shared={self.root}/srv/shared")
            text = text.replace("etc=/etc/cairn", f"etc={self.root}/etc/cairn")
            (self.root / name).write_text(text)
        self.path = f"{self.root}/bin:{os.environ['PATH']}"

    def fails(self, name, times, status=1):
        (self.root / f"{name}.fails").write_text(f"{times} {status}\n")

    def __call__(self, *words):
        (self.root / "calls").write_text("")
        result = subprocess.run(["bash", self.root / "boot", *words], capture_output=True, text=True, check=False, timeout=limit(120),
                                env={"PATH": self.path, "ROOT": str(self.root)})
        result.log = result.stdout + result.stderr
        log = self.root / "var/log/cairn-boot.log"
        if log.exists():
            result.log += log.read_text()
        return result

    def calls(self, pattern=""):
        return [line for line in (self.root / "calls").read_text().splitlines() if re.search(pattern, line)]

    def signals(self):
        return [re.search(r"Status=(\w+)", call)[1] for call in self.calls("SignalResource")]


class BootTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        self.it = Machine(Path(self.folder) / "root")

    def test_keeps_its_order_and_signals_once(self):
        result = self.it("run")
        self.assertEqual(result.returncode, 0, result.log)
        steps = [call.split()[2] for call in self.it.calls("^php ")]
        self.assertEqual(steps, ["source", "render", "ping", "install", "boot", "smoke"])
        order = ["dpkg-query", "systemctl reload-or-restart cairn-guard", "eu-west-1-bundle.pem", "^mount ", "GetSecretValue", "app.php source", "app.php install",
                 "nginx -t", "systemctl enable -q nginx", "-/health", "app.php smoke", "SignalResource"]
        places = [next((i for i, call in enumerate(self.it.calls()) if re.search(what, call)), what) for what in order]
        self.assertEqual(places, sorted(places))
        self.assertEqual(self.it.signals(), ["SUCCESS"])
        again = self.it("run")
        self.assertEqual(again.returncode, 0, again.log)
        self.assertEqual(self.it.signals(), [])
        self.assertEqual([call.split()[2] for call in self.it.calls("^php ")], ["source", "render", "ping", "install", "boot"])

    def test_asserts_that_every_service_is_enabled(self):
        self.it("run")
        for service in ("php8.2-fpm", "nginx", "cron", "cairn-rotate.timer"):
            self.assertIn(f"systemctl is-enabled -q {service}", self.it.calls())

    def test_failure_is_signalled_with_its_words_in_the_log(self):
        self.it.fails("php-install", 1)
        result = self.it("run")
        self.assertEqual(result.returncode, 2)
        self.assertEqual(self.it.signals(), ["FAILURE"])
        self.assertRegex(result.log, r"php-install failed(\n.*)*failed with status 1 in line \d+: ")
        self.assertFalse((self.it.root / "run/cairn/ready").exists())
        later = self.it("run")  # a boot later: it may succeed, but nobody waits for a signal any more
        self.assertEqual((later.returncode, self.it.signals()), (0, []))
        self.it.fails("php-install", 1)
        self.assertEqual(self.it("run").returncode, 1)
        self.assertEqual(self.it.signals(), [])

    def test_a_failed_smoke_test_takes_the_instance_out(self):
        self.it.fails("php-smoke", 9)
        self.assertEqual(self.it("run").returncode, 2)
        self.assertEqual(self.it.signals(), ["FAILURE"])
        self.assertFalse((self.it.root / "run/cairn/ready").exists())

    def test_a_full_disk_is_named(self):
        (self.it.root / "df").write_text("Avail\n12\n")
        self.it.fails("php-source", 1)
        result = self.it("run")
        self.assertIn("the disk is full", result.log)
        self.assertEqual(self.it.signals(), ["FAILURE"])

    def test_a_disk_that_is_full_from_the_start_is_signalled_from_memory(self):
        told, ram = self.it.root / "etc/cairn", self.it.root / "ram"
        there = ram / told.relative_to("/")
        there.parent.mkdir(parents=True)
        told.rename(there)
        (self.it.root / "df").write_text("Avail\n0\n")
        result = self.it("first", str(ram))
        self.assertEqual(result.returncode, 2, result.log)
        self.assertIn("the disk is full", result.log)
        self.assertEqual(self.it.signals(), ["FAILURE"])
        self.assertEqual(self.it.calls("^systemctl"), [])

    def test_waits_for_a_database_that_is_away(self):
        self.it.fails("php-ping", 20)
        result = self.it("run")
        self.assertEqual(result.returncode, 0, result.log)
        self.it.fails("php-ping", 1000)
        self.assertEqual(self.it("run").returncode, 1)
        self.assertEqual(len(self.it.calls("app.php ping")), 60)

    def test_a_refused_password_fails_fast_and_asks_for_the_new_one(self):
        self.it.fails("php-ping", 3, 77)
        self.assertEqual(self.it("run").returncode, 0)
        self.assertEqual(len(self.it.calls("GetSecretValue.*arn:db")), 4)
        self.it.fails("php-ping", 1000, 77)
        self.it("run")
        self.assertEqual(len(self.it.calls("app.php ping")), 5)

    def test_a_delivered_signal_is_not_called_lost(self):
        self.it.fails("php-install", 1)
        self.assertNotIn("not delivered", self.it("run").log)

    def test_rotates_by_a_timer_of_its_own(self):
        self.it("run")
        units = self.it.root / "etc/systemd/system"
        self.assertIn("boot rotate\n", (units / "cairn-rotate.service").read_text())
        self.assertIn("\nOnCalendar=minutely\n", (units / "cairn-rotate.timer").read_text())
        calls = self.it.calls("^systemctl")
        self.assertLess(calls.index("systemctl daemon-reload"), calls.index("systemctl enable -q cairn-rotate.timer"))
        self.assertIn("systemctl restart cairn-rotate.timer", calls)
        self.assertFalse((self.it.root / "etc/cron.d").exists())

    def test_rotates_only_when_refused(self):
        self.assertEqual(self.it("run").returncode, 0)
        self.assertEqual(self.it("rotate").returncode, 0)
        self.assertEqual([call.split()[0] for call in self.it.calls()], ["php"])
        self.it.fails("php-ping", 1)  # away is no reason either
        self.it("rotate")
        self.assertEqual(self.it.calls("^(curl|systemctl)"), [])
        self.it.fails("php-ping", 1, 77)
        self.assertEqual(self.it("rotate").returncode, 0)
        self.assertEqual(len(self.it.calls("GetSecretValue")), 2)
        self.assertEqual([call.split()[2] for call in self.it.calls("^php ")], ["ping", "ping", "render"])
        self.assertEqual(self.it.calls("^systemctl"), ["systemctl reload php8.2-fpm"])

    def test_secrets_are_files_of_root_alone_and_credentials_no_arguments(self):
        self.it("run")
        for name in ("DATABASE_SECRET", "SECRET_ADMIN"):
            secret = self.it.root / "etc/cairn/secrets" / name
            self.assertEqual(secret.stat().st_mode & 0o777, 0o600)
            self.assertEqual(secret.read_text(), '{"SecretString":"new"}\n')
        self.assertEqual((self.it.root / "etc/cairn/secrets").stat().st_mode & 0o777, 0o700)
        self.assertEqual([call for call in self.it.calls() if "se/cr" in call or "to/ken" in call], [])
        self.assertIn('user = "ASIAKEY:se/cr+et"\nheader = "X-Amz-Security-Token: to/ken+=="', (self.it.root / "config").read_text())

    def test_installs_what_is_missing_and_nothing_else(self):
        self.it("run")
        self.assertEqual(self.it.calls("^apt-get"), [])
        (self.it.root / "installed").write_text("installed\nnot-installed\n")
        self.it.fails("apt-get", 1)
        self.it("run")
        self.assertEqual([call.split()[-1] for call in self.it.calls("^apt-get")], ["update", "update", "php-fpm"])

    def test_makes_the_user_of_the_shared_files_before_the_packages_do(self):
        (self.it.root / "bin/apt-get").unlink()
        tools = self.it.root / "tools"  # a PATH without Debian's apt-get
        tools.mkdir()
        for folder in ("/usr/sbin", "/usr/bin", "/sbin", "/bin"):
            for tool in Path(folder).iterdir():
                if tool.name != "apt-get" and not (tools / tool.name).is_symlink():
                    (tools / tool.name).symlink_to(tool)
        self.it.path = f"{self.it.root}/bin:{tools}"
        (self.it.root / "etc/cairn/values/WEB_USER").write_text("cairn-web")
        (self.it.root / "etc/cairn/values/WEB_ID").write_text("4000")
        self.it.fails("rpm", 1)
        result = self.it("run")
        self.assertEqual(result.returncode, 0, result.log)
        self.assertEqual([call for call in self.it.calls("^(useradd|rpm|dnf|apt-get|dpkg)")],
                         ["useradd -rUM -u 4000 cairn-web", "rpm -q --whatprovides nginx php-fpm", "dnf -q -y install nginx php-fpm"])

    def test_starts_services_anew_until_it_is_ready(self):
        self.it("run")
        self.assertIn("systemctl restart php8.2-fpm", self.it.calls())
        self.it("run")  # on a machine that serves
        self.assertIn("systemctl reload-or-restart php8.2-fpm", self.it.calls())
        self.assertNotIn("systemctl restart php8.2-fpm", self.it.calls())

    def test_keeps_the_web_user_from_credentials_and_others_from_the_tunnel(self):
        self.it("run")
        rules = (self.it.root / "etc/cairn/guard.nft").read_text()
        for rule in ("meta skuid www-data ip daddr 169.254.169.254 reject", "meta skuid www-data ip6 daddr fd00:ec2::254 reject",
                     "meta skuid != 0 oif lo tcp dport 20049-21049 reject", "meta skuid != 0 tcp dport 2049 reject"):
            self.assertIn(f"\n{rule}\n", rules)
        unit = (self.it.root / "etc/systemd/system/cairn-guard.service").read_text()
        self.assertRegex(unit, r"\nExecStart=nft -f \S+/guard.nft\n")
        self.assertIn("systemctl enable -q cairn-guard", self.it.calls())
        for service in ("php8.2-fpm", "nginx", "cron"):
            more = configparser.ConfigParser()
            more.read(self.it.root / f"etc/systemd/system/{service}.service.d/cairn.conf")
            self.assertEqual((more["Unit"]["Requires"], more["Unit"]["After"]), ("cairn-guard.service",) * 2)
            self.assertEqual(more["Service"]["NoNewPrivileges"], "yes")

    def test_nothing_runs_without_the_guard(self):
        stand_in = self.it.root / "bin/systemctl"
        stand_in.write_text(stand_in.read_text().replace("left=0 status=0\n", '[[ "$*" == *reload*cairn-guard ]] && exit 1\nleft=0 status=0\n'))
        self.assertEqual(self.it("run").returncode, 2)
        self.assertEqual(self.it.calls("^php "), [])

    def test_shows_the_error_of_an_answer_and_never_a_secret(self):
        answer = self.it.root / "answer"
        for text, shown in (('{"__type":"AccessDeniedException","Message":"not you"}', "not you"),
                            ('{"ARN":"arn:db","Name":"db","SecretString":"{\\"password\\":\\"hush-hush', "")):
            answer.write_text(text)
            result = self.it("run")
            self.assertNotEqual(result.returncode, 0)
            self.assertIn(shown, result.log)
            self.assertNotIn("hush", result.log)
        self.assertFalse((self.it.root / "etc/cairn/secret.new").exists())

    def test_takes_over_the_secrets_that_are_still_here(self):
        self.it("run")
        (self.it.root / "etc/cairn/secrets/SECRET_ADMIN").unlink()  # as app.php does after an installation
        self.it.fails("php-ping", 1, 77)
        self.assertEqual(self.it("rotate").returncode, 0)
        self.assertEqual([re.search("arn:[a-z]+", call)[0] for call in self.it.calls("GetSecretValue")], ["arn:db"])

    def test_an_agent_that_cannot_be_had_stops_nothing(self):
        (self.it.root / "etc/cairn/values/DEBS").write_text("https://a.{region}.example/x/agent.deb F KEY\nhttps://a.example/there.deb F KEY\n")
        (self.it.root / "debs").write_text("there\n")
        self.it.fails("dpkg", 0)
        self.assertEqual(self.it("run").returncode, 0)
        self.assertEqual(len(self.it.calls(r"^curl.* https://a\.eu-west-1\.example/x/agent\.deb$")), 1)
        self.assertEqual(self.it.calls("there.deb"), [])
        self.assertFalse((self.it.root / "var/lib/cairn/agent").exists())

    def test_roots_php_reads_its_own_settings(self):
        self.it("run")
        self.assertEqual((self.it.root / "etc/cairn/php/cairn.ini").read_text(), "extension=mysqlnd\nextension=mysqli\n")
        self.assertEqual(set((self.it.root / "scans").read_text().split()), {f"{self.it.root}/etc/cairn/php"})

    def test_mounts_by_a_tunnel_that_is_a_unit(self):
        self.it("run")
        line = (self.it.root / "etc/fstab").read_text()
        self.assertRegex(line, r"^127\.0\.0\.1:/ \S+/srv/shared nfs4 _netdev,.*hard.*,x-systemd\.requires=cairn-files\.service 0 0\n$")
        unit = (self.it.root / "etc/systemd/system/cairn-files.service").read_text()
        self.assertIn("\nRestart=always\n", unit)
        self.assertIn("checkHost = fs-1.efs.eu-west-1.amazonaws.com", (self.it.root / "etc/stunnel/cairn-files.conf").read_text())
        self.it("run")
        self.assertEqual((self.it.root / "etc/fstab").read_text(), line)

    def test_mounts_by_the_helper_where_there_is_one(self):
        (self.it.root / "sbin").mkdir()
        shutil.copy("/bin/true", self.it.root / "sbin/mount.efs")
        self.it("run")
        self.assertRegex((self.it.root / "etc/fstab").read_text(), r"^fs-1:/ \S+/srv/shared efs _netdev,tls,iam,accesspoint=fsap-1 0 0\n$")

    def test_trusts_the_last_bundle_when_the_publisher_is_away(self):
        self.it("run")
        self.assertEqual((self.it.root / "etc/cairn/ca.pem").read_text(), "system\n-----BEGIN CERTIFICATE-----\n")
        (self.it.root / "etc/cairn/rds-ca.pem").write_text("of the image\n")
        text = (self.it.root / "boot").read_text().replace("-bundle.pem", "-bundle.none").replace("if retry 5 curl", "if retry 5 false curl")
        (self.it.root / "boot").write_text(text)
        self.assertEqual(self.it("run").returncode, 0)
        self.assertEqual((self.it.root / "etc/cairn/ca.pem").read_text(), "system\nof the image\n")

    def test_makes_itself_a_unit(self):
        result = self.it("first")
        self.assertEqual(result.returncode, 0, result.log)
        self.assertEqual(self.it.calls("^systemctl")[-1], "systemctl start --no-block cairn-boot")
        if shutil.which("systemd-analyze"):
            unit = self.it.root / "etc/systemd/system/cairn-boot.service"
            unit.write_text(re.sub(r"ExecStart=\S+", "ExecStart=/bin/true", unit.read_text()))
            said = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False)
            self.assertNotIn("cairn-boot.service:", said.stderr)

    def test_bakes_packages_and_authorities_into_an_image(self):
        result = self.it("image")
        self.assertEqual(result.returncode, 0, result.log)
        self.assertEqual(self.it.calls("^(php|mount|systemctl)|SignalResource"), [])



class Agents(unittest.TestCase):
    """Packages of Amazon's, which Amazon signs: real gpgv, and keys of this test's."""

    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        self.it = Machine(Path(self.folder) / "root")
        self.offered = self.it.root / "agents"
        self.offered.mkdir()
        self.key = self.make_key("amazon", "--faked-system-time", "20240101T000000", life="2025-01-01")  # what AWS prolongs later
        self.deb = self.offered / "agent.deb"
        self.deb.write_text("the agent")
        self.sign("amazon", "--faked-system-time", "20240601T000000")

    def gpg(self, who, *words):
        home = Path(self.folder) / who
        home.mkdir(mode=0o700, exist_ok=True)
        self.addCleanup(subprocess.run, ["gpgconf", "--homedir", home, "--kill", "all"], check=False, capture_output=True)
        return subprocess.run(["gpg", "--homedir", home, "--batch", "--quiet", "--pinentry-mode", "loopback", "--passphrase", "", *words],
                              capture_output=True, check=True).stdout

    def make_key(self, who, *words, life="never"):
        """The fingerprint of a new key."""
        self.gpg(who, *words, "--quick-generate-key", who, "rsa2048", "sign", life)
        lines = self.gpg(who, "--with-colons", "--list-keys").decode().splitlines()
        return next(line.split(":")[9] for line in lines if line.startswith("fpr:"))

    def sign(self, who, *words):
        (self.offered / "agent.deb.sig").unlink(missing_ok=True)
        self.gpg(who, *words, "--detach-sign", "--output", f"{self.deb}.sig", str(self.deb))

    def boots_with(self, key):
        """Whether the agent is installed, and what the log says."""
        (self.it.root / "etc/cairn/values/DEBS").write_text(f"https://a.example/agents/agent.deb {self.key} {key}\n")
        result = self.it("run")
        self.assertEqual(result.returncode, 0, result.log)
        self.assertEqual(self.it.signals() or ["SUCCESS"], ["SUCCESS"])
        self.assertFalse((self.it.root / "var/lib/cairn/agent").exists())
        return bool(self.it.calls("^dpkg -i")), result.log

    def exported(self, who, *words):
        return base64.b64encode(self.gpg(who, *words, "--export")).decode()

    def test_are_installed_when_signed_by_the_key_that_is_named(self):
        self.assertTrue(self.boots_with(self.exported("amazon"))[0])

    def test_are_installed_by_a_key_that_is_offered_beside_them(self):
        (self.offered / "key.gpg").write_bytes(self.gpg("amazon", "--armor", "--export").replace(b"\n", b"\r\n"))
        self.assertTrue(self.boots_with("https://a.example/agents/key.gpg")[0])

    def test_are_left_out_when_the_signature_is_wrong(self):
        other = self.make_key("other")
        self.assertNotEqual(other, self.key)
        key = self.exported("amazon")
        for wrong in ("other key", "other file", "no signature", "other key offered"):
            with self.subTest(wrong):
                if wrong == "other key":
                    self.sign("other")
                elif wrong == "other file":
                    self.sign("amazon", "--faked-system-time", "20240601T000000")
                    self.deb.write_text("another agent")
                elif wrong == "no signature":
                    Path(f"{self.deb}.sig").write_text("")
                else:
                    self.sign("other")
                    key = self.exported("other")
                installed, said = self.boots_with(key)
                self.assertFalse(installed)
                self.assertIn(f"the signature of https://a.example/agents/agent.deb is not by the key {self.key}", said)
                self.assertIn("went on without agent.deb", said)

    def test_have_keys_with_the_fingerprints_that_cairn_names(self):
        text = (TEMPLATES.parents[1] / "src/config/boot.cpp").read_text()
        fingerprint = re.search(r'sessionAgentFingerprint = "(\w+)"', text)[1]
        key = "".join(re.findall(r'"([^"]+)"', re.search(r"sessionAgentKey =(.*?);", text, re.S)[1]))
        home = Path(self.folder) / "empty"
        home.mkdir(mode=0o700)
        shown = subprocess.run(["gpg", "--homedir", home, "--batch", "--with-colons", "--show-keys"], input=base64.b64decode(key, validate=True),
                               capture_output=True, check=True).stdout.decode()
        self.assertEqual(re.findall(r"^fpr:+(\w+):", shown, re.M), [fingerprint])
        self.assertIn("SSM Agent <ssm-agent-signer@amazon.com>", shown)


if __name__ == "__main__":
    unittest.main()
