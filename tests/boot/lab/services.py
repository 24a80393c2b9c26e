"""Programs that stand beside the machines, run in a root of their own from the image `services`."""
import csv
import socket
import subprocess
import time

from . import images, network


class Services:
    """One root for both; what they change is gone with the run."""

    def __init__(self, layer, folder):
        self.root, self.folder = folder / "services", folder
        images.mount(layer, folder / "services.changes", self.root)
        for device in ("null", "urandom"):
            subprocess.run(["cp", "-a", f"/dev/{device}", self.root / "dev"], check=True)
        (self.root / "lab").mkdir()

    def start(self, name, *command):
        with open(self.folder / f"{name}.log", "ab") as log:
            return subprocess.Popen(["chroot", self.root, *command], stdout=log, stderr=log, stdin=subprocess.DEVNULL)


class Database:
    """MariaDB in place of RDS: TLS or nothing, with a certificate in the name of the endpoint."""

    def __init__(self, services):
        self._services, self._process = services, None

    def set_up(self, authority, host):
        authority.issue(self._services.root / "lab", "database", [host])
        self.start()

    def start(self):
        folder = self._services.root / "run/mysqld"
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["chroot", self._services.root, "chown", "-R", "mysql:", "/run/mysqld", "/lab"], check=True)
        self._process = self._services.start(
            "mariadb", "mariadbd", "--user=mysql", f"--bind-address={network.DATABASE}", "--require-secure-transport=ON", "--skip-name-resolve",
            "--ssl-cert=/lab/database.pem", "--ssl-key=/lab/database.key", "--innodb-flush-log-at-trx-commit=0", "--skip-log-bin",
            "--max-allowed-packet=64M", "--innodb-buffer-pool-size=64M")
        deadline = time.monotonic() + 120
        while subprocess.run([*self._client(), "-e", "SELECT 1"], capture_output=True, check=False).returncode:
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("MariaDB does not start:\n" + (self._services.folder / "mariadb.log").read_text()[-2000:])
            time.sleep(0.2)

    def stop(self):
        if self._process:
            self._process.terminate()
            self._process.wait(60)
            self._process = None

    def _client(self):
        return ["chroot", self._services.root, "mariadb", "--batch", "--skip-column-names", "--default-character-set=utf8mb4"]

    def ask(self, sql, database=""):
        """The rows, as lists of texts."""
        run = subprocess.run([*self._client(), *([database] if database else [])], input=sql, capture_output=True, text=True, check=False)
        if run.returncode:
            raise RuntimeError(f"{sql}: {run.stderr}")
        return [line.split("\t") for line in run.stdout.splitlines()]

    def make(self, database, user, password):
        """An empty database, and the one user as RDS makes it."""
        self.ask(f"DROP DATABASE IF EXISTS `{database}`; CREATE DATABASE `{database}`; DROP USER IF EXISTS '{user}';"
                 f"CREATE USER '{user}' IDENTIFIED BY {quoted(password)} REQUIRE SSL; GRANT ALL ON *.* TO '{user}'")

    def set_password(self, user, password):
        self.ask(f"ALTER USER '{user}' IDENTIFIED BY {quoted(password)}")


def quoted(text):
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


class Balancer:
    """haproxy in place of the network load balancer, set up by the listeners and target groups that stand in the stack: it ends
    TLS, passes bytes on, and tells healthy machines by the health check of the target group. Like the original it adds no header."""

    def __init__(self, services):
        self._services, self._process, self._set = services, None, None

    def start(self, balancing, certificate, machines):
        """`balancing`: (port, is TLS, target port, health check of the target group) of each listener."""
        self.stop()
        self._set = [port for port, *_ in balancing], list(machines)
        lines = ["global", "  maxconn 200", "  stats socket /lab/haproxy.sock level admin", "defaults", "  mode tcp", "  timeout connect 2s", "  timeout client 300s", "  timeout server 300s",
                 "  option redispatch", "  retries 2"]
        for port, tls, target, health in balancing:
            lines += [f"frontend f{port}", f"  bind {network.BALANCER}:{port}" + (" ssl crt /lab/balancer.pem" if tls else ""),
                      f"  default_backend b{port}", f"backend b{port}"]
            if health["HealthCheckProtocol"] == "HTTP":
                lines += ["  option httpchk", f"  http-check send meth GET uri {health['HealthCheckPath']} ver HTTP/1.1 hdr Host {network.BALANCER}",
                          f"  http-check expect status {health['Matcher']['HttpCode']}"]
            checked = target if health["HealthCheckPort"] == "traffic-port" else health["HealthCheckPort"]
            lines += [f"  server m{number} {address}:{target} check port {checked} inter 1s fall 2 rise 2"
                      for number, address in enumerate(machines)]
        (self._services.root / "lab/balancer.pem").write_bytes(certificate.read_bytes())
        (self._services.root / "lab/haproxy.cfg").write_text("\n".join(lines) + "\n")
        self._process = self._services.start("haproxy", "haproxy", "-db", "-f", "/lab/haproxy.cfg")

    def target(self, address, state):
        """`drain`: nothing new goes to the machine, as when its group is to end it; `ready`: it may be asked again."""
        ports, machines = self._set
        for port in ports:
            answer = self._ask(f"set server b{port}/m{machines.index(address)} state {state}").strip()
            if answer:
                raise RuntimeError(f"haproxy: {answer}")

    def connections(self, address):
        """How many the machine has of the balancer."""
        name = f"m{self._set[1].index(address)}"
        rows = csv.DictReader(self._ask("show stat").removeprefix("# ").splitlines())
        return sum(int(row["scur"]) for row in rows if row["svname"] == name)

    def _ask(self, command):
        with socket.socket(socket.AF_UNIX) as admin:
            admin.connect(str(self._services.root / "lab/haproxy.sock"))
            admin.sendall(f"{command}\n".encode())
            return b"".join(iter(lambda: admin.recv(1 << 16), b"")).decode()

    def stop(self):
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None
