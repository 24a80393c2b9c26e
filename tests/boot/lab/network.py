"""One bridge in a network namespace of its own; no way leads out of it."""
import subprocess

EDGE = "10.77.0.1"  # endpoints of AWS and of downloads, names, packages
DATABASE = "10.77.0.2"
BALANCER = "10.77.0.3"
FILES = "10.77.0.4"
METADATA = "169.254.169.254"
NODES = [f"10.77.0.{number}" for number in range(11, 41)]


def ip(*arguments):
    subprocess.run(["ip", *arguments], check=True)


def build():
    ip("link", "set", "lo", "up")
    ip("link", "add", "lab", "type", "bridge")
    for address in (EDGE, DATABASE, BALANCER, FILES):
        ip("addr", "add", f"{address}/24", "dev", "lab")
    ip("addr", "add", f"{METADATA}/32", "dev", "lab")
    ip("link", "set", "lab", "up")


def plug_in(process, name):
    """Gives the network namespace of the process an interface eth0 on the bridge. It goes when the namespace goes."""
    ip("link", "add", f"v-{name}"[:15], "master", "lab", "up", "type", "veth", "peer", "name", "eth0", "netns", str(process))
