"""A machine: an image with a disk of its own, namespaces, systemd and cloud-init."""
import os
import secrets
import shutil
import signal
import subprocess
import time
from pathlib import Path

from limits import limit

from . import images, network

HERE = Path(__file__).resolve().parent.parent / "node"
CLEAN = ["env", "-i", "HOME=/root", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8"]


class Node:
    def __init__(self, name, address, layer, folder, groups, files, disk=None):
        """`disk`: the size of a small one, in MiB."""
        self.name, self.address, self.folder, self.disk = name, address, folder / name, disk
        self.instance = f"i-{secrets.token_hex(9)[1:]}"
        self._group, self._files, self._process = groups / f"cairn-boot-{name}", files, None
        self.root, self.started = self.folder / "root", None
        self.folder.mkdir(parents=True)
        if disk:
            (self.folder / "disk").mkdir()
            subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={disk}m", "tmpfs", self.folder / "disk"], check=True)
        images.mount(layer, self.folder / ("disk/changes" if disk else "changes"), self.root)
        self.put("etc/resolv.conf", f"nameserver {network.EDGE}\n")
        self.put("etc/hostname", f"{name}\n")
        self.put("etc/hosts", f"127.0.0.1 localhost\n127.0.1.1 {name}\n")

    def put(self, path, text, mode=0o644):
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())
        target.chmod(mode)

    def first_boot(self, user_data):
        seed = "var/lib/cloud/seed/nocloud"
        self.put(f"{seed}/user-data", user_data)
        self.put(f"{seed}/meta-data", f"instance-id: {self.instance}\nlocal-hostname: {self.name}\n")
        self.power_on()

    def pull_cable(self):
        """Nobody hears of it any more, not even that its connections ended."""
        subprocess.run(["ip", "link", "delete", f"v-{self.name}"], check=True)

    def power_on(self):
        self.started = time.monotonic()
        with open(self.folder / "console.log", "ab") as log:
            self._process = subprocess.Popen(["bash", HERE / "start", self._group, self.root, self.name, self.address, self._files], stdout=log,
                                             stderr=log, stdin=subprocess.DEVNULL)
        deadline = time.monotonic() + 120
        while not self._init():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{self.name} does not start: {self.log('console')}")
            time.sleep(0.02)
        network.plug_in(self._process.pid, self.name)

    def _init(self):
        """The process that is number 1 inside, once there is one."""
        mine = Path(f"/proc/{self._process.pid}")
        try:
            if os.readlink(mine / "ns/net") == os.readlink("/proc/self/ns/net"):
                return None  # not in namespaces of its own yet
            children = (mine / f"task/{self._process.pid}/children").read_text(encoding="ascii").split()
        except OSError:
            return None
        return children[0] if children else None

    def is_on(self):
        return self._process is not None and self._process.poll() is None

    def power_off(self):
        """As when the plug is pulled: nothing gets a word in."""
        if self.is_on():
            self.pull_cable()
            os.kill(self._process.pid, signal.SIGKILL)
            self._process.wait()
        deadline = time.monotonic() + 30
        while (self._group / "cgroup.procs").exists() and time.monotonic() < deadline:
            if not self.processes():
                break
            time.sleep(0.05)

    def processes(self):
        return [line for file in self._group.rglob("cgroup.procs") for line in file.read_text(encoding="ascii").split()]

    def leave_disk(self, folder):
        """Ends the machine and leaves what it changed on its disk as that folder."""
        self.power_off()
        subprocess.run(["umount", self.root], check=True)
        subprocess.run(["cp", "-a", self.folder / "changes", folder.with_suffix(".new")], check=True)
        folder.with_suffix(".new").rename(folder)
        self.terminate()

    def terminate(self):
        """Power off, and the disk is gone."""
        self.power_off()
        subprocess.run(["umount", "-l", self.root], check=False, capture_output=True)
        if self.disk:
            subprocess.run(["umount", "-l", self.folder / "disk"], check=False, capture_output=True)
        for folder in sorted(self._group.rglob("*/"), reverse=True):
            folder.rmdir()
        if self._group.exists():
            self._group.rmdir()
        for path in self.folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)

    def run(self, *command, check=True, text=None, timeout=300):
        """Runs a program in the machine and returns what it printed."""
        into = ["nsenter", "--target", self._init(), "--mount", "--pid", "--uts", "--ipc", "--net", "--cgroup", "--root", "--wd", *CLEAN]
        run = subprocess.run([*into, *command], input=text, capture_output=True, text=True, timeout=limit(timeout), check=False)
        if check and run.returncode:
            raise AssertionError(f"{self.name}: {' '.join(command)}: status {run.returncode}\n{run.stdout}{run.stderr}")
        return run.stdout

    def succeeds(self, *command, timeout=300):
        try:
            self.run(*command, timeout=timeout)
        except AssertionError:
            return False
        return True

    def try_to_run(self, *command):
        """Likewise, for a report on a machine of which nothing is certain."""
        try:
            return self.run(*command, check=False, timeout=20)
        except (OSError, TypeError, subprocess.SubprocessError) as error:
            return f"({command[0]}: {error})"

    def has_log(self):
        return (self.root / "var/log/cairn-boot.log").exists()

    def log(self, which="boot", lines=40):
        path = {"console": self.folder / "console.log", "cloud": self.root / "var/log/cloud-init-output.log",
                "boot": self.root / "var/log/cairn-boot.log"}[which]
        return "\n".join(path.read_text(errors="replace").splitlines()[-lines:]) if path.exists() else f"(no {path.name})"
