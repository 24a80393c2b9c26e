"""The configs of the sites that are booted."""
import hashlib
from pathlib import Path

from .stack import new_password  # noqa: F401

HERE = Path(__file__).resolve().parent.parent
MOTTO = """a 'b' "c" $HOME ${HOME} `id` %d\\ ä"""
HOSTILE_TITLE = """It's "the" $(touch /pwned) `id` ${HOME} \\ é ü 100% <b> #; & {{db.password|raw}} ?>"""


def config(name, system, application):
    return {
        "name": name, "domain": f"{name}.example.com", "hosted_zone": {"name": "example.com", "id": "Z0123456789ABCDEFGHIJ"},
        "instances": {"system": system}, "application": application,
    }


def fixture(lab, version="1.0", system="debian-12", ballast=0, **changes):
    """Our own small application; its version stands in its answers and in its archive's name."""
    url = f"https://downloads.example.net/fixture-{version}.tar.gz"
    sha256 = lab.offer_archive(url, HERE / "fixture", "fixture", ballast, VERSION=version)
    source = {"version": version, "sha256": sha256}
    settings = {"title": HOSTILE_TITLE, "motto": MOTTO}
    return config("fixture", system, {"preset": str(HERE / "apps/fixture.yaml"), "source": source, "settings": settings, **changes})


def packaged(lab, name, settings):
    """An application that Debian packages, by Cairn's preset, from an archive that we made of the package."""
    folder = lab.images.layer("applications", lab.plain).folder / "archives"
    version = dict(line.split() for line in (folder / "versions").read_text().splitlines())[name]
    archive, url = folder / f"{name}.tar.gz", f"https://downloads.example.net/{name}-{version}.tar.gz"
    lab.edge.offer(url, archive)
    source = {"version": version, "url": url, "sha256": hashlib.sha256(archive.read_bytes()).hexdigest()}
    return config(name, "debian-12", {"preset": name, "source": source, "settings": settings})


def mediawiki(lab):
    return packaged(lab, "mediawiki", {"site_name": HOSTILE_TITLE[:80]})


def wordpress(lab):
    return packaged(lab, "wordpress", {"site_name": HOSTILE_TITLE[:80], "admin_email": "admin@example.com"})
