"""Everything that a run needs, made once: network, images, endpoints, database, balancer, shared files."""
import gzip
import hashlib
import io
import subprocess
import tarfile
from pathlib import Path

from . import network
from .authority import Authority
from .edge import Edge
from .files import Files
from .images import Images
from .metadata import Metadata
from .names import Names
from .packages import Packages
from .services import Balancer, Database, Services
from .site import Site

HERE = Path(__file__).resolve().parent
REGION = "eu-west-1"


class Lab:
    def __init__(self, work, cairn):
        self.work, self.run, self.cairn, self.region = work, work / "run", cairn, REGION
        network.build()
        packages = Packages(work / "packages")
        packages.serve()
        self.authority = Authority(work)
        self.images = Images(work / "images", packages, self.authority.certificate)
        self.plain = self.images.layer("base", MOUNT=HERE.parent / "node/mount.files")
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
        subprocess.run(["bash", HERE / "agents", self.run / "agents"], check=True)
        s3 = f"s3.{REGION}.amazonaws.com"
        for architecture in ("amd64", "arm64"):
            self.edge.offer(f"https://{s3}/amazon-ssm-{REGION}/latest/debian_{architecture}/amazon-ssm-agent.deb",
                            self.run / "agents/amazon-ssm-agent.deb")
            self.edge.offer(f"https://amazoncloudwatch-agent-{REGION}.{s3}/debian/{architecture}/latest/amazon-cloudwatch-agent.deb",
                            self.run / "agents/amazon-cloudwatch-agent.deb")
        for bundle in ("global/global-bundle.pem", f"{REGION}/{REGION}-bundle.pem"):
            self.edge.offer(f"https://truststore.pki.rds.amazonaws.com/{bundle}", self.authority.certificate)

    def site(self, name, config):
        """The site of that name, deployed. There is one at a time."""
        if self._site is None or self._site.name != name:
            self.close()
            self._site = Site(self, name, config)
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

    def offer_archive(self, url, folder, top, **replaced):
        """Serves the folder as a .tar.gz, the same bytes each time, with @NAME@ replaced in its texts; returns its SHA-256."""
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
        target = self.run / hashlib.sha256(url.encode()).hexdigest()[:16]
        target.write_bytes(gzip.compress(made.getvalue(), mtime=0))
        self.edge.offer(url, target)
        return hashlib.sha256(target.read_bytes()).hexdigest()
