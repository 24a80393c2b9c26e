"""Everything that a run needs, made once: network, images, endpoints, database, balancer, shared files."""
import gzip
import hashlib
import io
import re
import subprocess
import tarfile
import time
from functools import cached_property
from pathlib import Path

from limits import limit
import yaml

from . import applications, network
from .authority import Authority
from .edge import Edge
from .files import Files
from .images import Images
from .metadata import Metadata
from .names import Names
from .node import Node
from .packages import Packages
from .services import Balancer, Database, Services
from .site import Site
from .vendors import Vendors

HERE = Path(__file__).resolve().parent
REGION = "eu-west-1"
# A machine's own, which its image must not bring to others. (There is no server of SSH here to make a key.)
THEIRS_ALONE = ("etc/ssh/ssh_host_ed25519_key", "root/.ssh/authorized_keys", "root/.bash_history", "var/log/messages", "var/lib/amazon/ssm/i-0/state")
# What this test itself puts on a disk, as EC2 does not.
OUR_OWN = ("etc/hosts", "var/lib/cloud/seed")


class Lab:
    def __init__(self, work, cairn):
        self.work, self.run, self.cairn, self.region = work, work / "run", cairn, REGION
        keep_in_memory(self.run)
        network.build()
        packages = Packages(work / "packages")
        packages.serve()
        self.authority = Authority(work)
        self.images = Images(work / "images", packages, self.authority.certificate)
        self.mount, self.stubs = HERE.parent / "node/mount.files", HERE.parent / "node/amazon"
        self.plain = self.images.layer("base", MOUNT=self.mount)
        self.groups = self.run / "groups"
        self.groups.mkdir()
        subprocess.run(["mount", "-t", "cgroup2", "none", self.groups], check=True)
        self.names, self.metadata = Names(), Metadata(REGION)
        self.names.serve()
        self.metadata.serve()
        self.edge = Edge(REGION, self.metadata)
        self.edge.serve(self.authority.issue(self.run, "edge", self.edge.hosts), self.names)
        self._offer_vendors_files()
        services = Services(self.images.layer("services", self.plain), self.run)
        self.database, self.balancer = Database(services), Balancer(services)
        self.files = Files(self.run / "files")
        self._site, self._machines = None, 0

    def _offer_vendors_files(self):
        """Agents by the addresses that their makers give, and the certificates of RDS."""
        self.vendors = Vendors(self.run / "agents", self.work / "agents-keys")
        self.vendors.offer(self.edge, REGION)
        for bundle in ("global/global-bundle.pem", f"{REGION}/{REGION}-bundle.pem"):
            self.edge.offer(f"https://truststore.pki.rds.amazonaws.com/{bundle}", self.authority.certificate)

    @cached_property
    def baked(self):
        """The image that `cairn image-script` makes of the plain one: a machine runs what it prints and is switched off."""
        scripts = [self._image_script(make(self)) for make in (applications.fixture, applications.mediawiki, applications.wordpress)]
        return self.images.keep("baked", self.plain, [*scripts, (HERE / "agents").read_bytes()], lambda folder: self._bake(scripts, folder))

    def _image_script(self, config):
        file = self.run / "image.yaml"
        file.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
        run = subprocess.run([self.cairn, "image-script", file], capture_output=True, check=True)
        return run.stdout

    def _bake(self, scripts, folder):
        number, address = self.next_machine()
        node = Node(f"m{number}", address, self.plain, self.run, self.groups, self.files.folder)
        self.metadata.instances[address] = node.instance
        for path in THEIRS_ALONE:
            node.put(path, f"of {node.instance}\n")
        node.first_boot("#!/bin/sh\ntouch /run/started\n")
        deadline = time.monotonic() + 300
        while not node.succeeds("test", "-e", "/run/started") or not node.succeeds("cloud-init", "status", "--wait"):
            assert time.monotonic() < deadline and node.is_on(), f"{node.name} does not start: {node.log('cloud')}"
            time.sleep(0.2)
        for script in scripts:
            node.run("bash", "-c", self.vendors.known_to(script).decode(), timeout=limit(1800))
        node.power_off()
        left = traces(node.folder / "changes", node.instance)
        assert not left, f"the image tells of the machine that baked it: {left}"
        assert not (node.root / "etc/machine-id").read_bytes() and not (node.root / "etc/hostname").exists(), "the image has a machine's id or name"
        node.leave_disk(folder)

    def site(self, name, make_config):
        """The site of that name, deployed with what make_config() returns. There is one at a time."""
        if self._site is None or self._site.name != name:
            self.close()
            self._site = Site(self, name, make_config())
        return self._site

    def close(self):
        if self._site:
            self._site.close()
            self._site = None

    def machines(self):
        return self._site.machines if self._site else []

    def next_machine(self):
        """Its number and address. A machine that is gone leaves its address to a later one."""
        self._machines += 1
        return self._machines, network.NODES[(self._machines - 1) % len(network.NODES)]

    def offer_archive(self, url, folder, top, ballast=0, **replaced):
        """Serves the folder as a .tar.gz, the same bytes each time, with @NAME@ replaced in its texts; returns its SHA-256.
        `ballast`: MiB that are nothing in the archive and much on a disk."""
        made = io.BytesIO()
        with tarfile.open(fileobj=made, mode="w") as archive:
            for path in sorted(folder.rglob("*")):
                if path.is_file():
                    data = path.read_bytes()
                    for key, value in replaced.items():
                        data = data.replace(f"@{key}@".encode(), value.encode())
                    entry = tarfile.TarInfo(f"{top}/{path.relative_to(folder)}")
                    entry.size, entry.mode = len(data), 0o644
                    archive.addfile(entry, io.BytesIO(data))
            if ballast:
                entry = tarfile.TarInfo(f"{top}/ballast")
                entry.size = ballast << 20
                archive.addfile(entry, io.BytesIO(bytes(ballast << 20)))
        target = self.run / hashlib.sha256(url.encode()).hexdigest()[:16]
        target.write_bytes(gzip.compress(made.getvalue(), 1, mtime=0))
        self.edge.offer(url, target)
        return hashlib.sha256(target.read_bytes()).hexdigest()


def keep_in_memory(folder):
    """The machines' disks, which end with the run: so they are as fast on a machine whose own disk is slow or busy."""
    available = int(re.search(r"^MemAvailable: +(\d+) kB", Path("/proc/meminfo").read_text(encoding="ascii"), re.M)[1]) >> 20
    if available >= 8:  # GiB
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6g,mode=755", "tmpfs", folder], check=True)


def traces(folder, word):
    """The files that hold the word or are called like that, but for those that are ours."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return [name for path in files if not (name := str(path.relative_to(folder))).startswith(OUR_OWN) and (word in name or word.encode() in path.read_bytes())]
