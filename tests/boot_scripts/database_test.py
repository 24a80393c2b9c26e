#!/usr/bin/env python3
"""Hostile names, passwords and values by all ways to MySQL that database_test.php knows, on a MariaDB of its own that wants TLS;
then the same with app.php broken on purpose in each of these ways, which must be noticed."""
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from limits import limit
import yaml

HERE = Path(__file__).resolve().parent
PRESETS = HERE.parents[1] / "templates/apps"
INSTALL = "tools/install-dependencies test"

# What is replaced in app.php, and by what: each is a mistake that somebody makes some day.
BROKEN = {
    "a password is escaped for SQL": {"VALUES['db.password']": "addslashes(VALUES['db.password'])"},
    "a user's name is trimmed": {"VALUES['db.user']": "trim(VALUES['db.user'], \"'\\\"\")"},
    "a lock's name is text in the statement": {
        "execute_query(\"SELECT $sql\", ['cairn:' . APP['name'] . \":$name\"])":
            "query(\"SELECT \" . strtr($sql, ['?' => \"'cairn:\" . APP['name'] . \":$name'\"]))"},
    "PHP's encoder escapes nothing": {"var_export($text, true)": "\"'$text'\""},
    "PHP's encoder writes double quotes": {"var_export($text, true)": "'\"' . addcslashes($text, '\"\\\\') . '\"'"},
    "JSON's encoder is a pair of quotes": {"json_encode($text, JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR)": "'\"' . addslashes($text) . '\"'"},
    "URL's encoder is that of forms": {"rawurlencode($text)": "urlencode($text)"},
    "the shell's encoder writes double quotes": {"\"'\" . str_replace(\"'\", \"'\\\\''\", $text) . \"'\"": "'\"' . addslashes($text) . '\"'"},
    "the encoder of INI files lets variables through": {", '${' => '$\"\"{'": ""},
    "Matomo's encoder is that of HTML": {"fn($m) => '&#' . ord($m[0]) . ';'": "fn($m) => htmlspecialchars($m[0])"},
}


def fail(why):
    print(why)
    sys.exit(1)


class Server:
    """MariaDB below a folder: for root by a socket, for others by TLS on a free port of 127.0.0.1."""

    def __init__(self, folder):
        self.folder, self.socket = folder, folder / "socket"
        self.certificate, key = folder / "certificate.pem", folder / "key.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
                        "/CN=database", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", self.certificate], check=True, capture_output=True)
        mine = ["--user=root"] if os.getuid() == 0 else []
        made = subprocess.run(["mariadb-install-db", "--no-defaults", f"--datadir={folder}/data", "--auth-root-authentication-method=normal",
                               "--skip-test-db", "--skip-name-resolve", *mine], capture_output=True, text=True, check=False)
        if made.returncode:
            fail(f"mariadb-install-db: {made.stdout}{made.stderr}")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        with open(folder / "log", "wb") as log:
            self.process = subprocess.Popen(
                ["mariadbd", "--no-defaults", *mine, f"--datadir={folder}/data", f"--socket={self.socket}", "--bind-address=127.0.0.1",
                 f"--port={self.port}", f"--ssl-cert={self.certificate}", f"--ssl-key={key}", "--skip-name-resolve", "--skip-log-bin",
                 "--character-set-server=utf8mb4", "--innodb-flush-log-at-trx-commit=0", "--max-connections=500"], stdout=log, stderr=log)

    def wait(self):
        deadline = time.monotonic() + limit(120)
        while b"ready for connections" not in (said := (self.folder / "log").read_bytes()):
            if self.process.poll() is not None or time.monotonic() > deadline:
                fail(f"mariadbd does not start:\n{said.decode(errors='replace')[-2000:]}")
            time.sleep(0.05)

    def stop(self):
        self.process.kill()
        self.process.wait()


def run(server, many, broken):
    with tempfile.TemporaryDirectory() as folder:
        for name in ("values", "secrets"):
            (Path(folder) / name).mkdir()
        for name, text in {"DOMAIN": "app.example.org", "DATABASE_HOST": "127.0.0.1", "DATABASE_PORT": str(server.port)}.items():
            (Path(folder) / "values" / name).write_text(text)
        shutil.copy(server.certificate, f"{folder}/rds-ca.pem")
        presets = {name: yaml.safe_load((PRESETS / f"{name}.yaml").read_text()) for name in ("matomo", "mediawiki", "php", "wordpress")}
        told = {"PRESETS": json.dumps(presets), "PORT": str(server.port), "CA": str(server.certificate), "SOCKET": str(server.socket),
                "FOLDER": folder, "BREAK": json.dumps(broken)}
        return subprocess.run(["php", HERE / "database_test.php", str(many)], env={**os.environ, **told, "HOME": "/expanded"}, capture_output=True,
                              encoding="utf-8", errors="replace", check=False)


def main():
    os.environ["PATH"] += ":/usr/sbin"
    missing = [name for name in ("mariadbd", "mariadb-install-db", "php", "openssl") if not shutil.which(name)]
    if missing:
        fail(f"There is no {', '.join(missing)} here. To install what the tests need: {INSTALL}")
    failed = 0
    with tempfile.TemporaryDirectory(prefix="cairn-") as folder:
        server = Server(Path(folder))
        try:
            server.wait()
            found = run(server, 240, {})
            print(f"{found.stdout}{found.stderr}", end="")
            failed += found.returncode != 0
            for name, broken in BROKEN.items():
                found = run(server, 24, broken)
                noticed = found.returncode == 1 and " 0 wrong" not in found.stdout and " wrong\n" in found.stdout
                print(f"{'noticed' if noticed else 'NOT NOTICED'}: {name}" + ("" if noticed else f"\n{found.stdout}{found.stderr}"))
                failed += not noticed
        finally:
            server.stop()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
