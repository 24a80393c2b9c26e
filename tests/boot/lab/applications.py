"""The configs of the sites that are booted."""
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
HOSTILE_TITLE = """It's "the" $(touch /pwned) `id` ${HOME} \\ é ü 100% <b> #; & {{db.password|raw}} ?>"""


def config(name, system, application):
    return {
        "name": name, "domain": f"{name}.example.com", "hosted_zone": {"name": "example.com", "id": "Z0123456789ABCDEFGHIJ"},
        "instances": {"system": system}, "application": application,
    }


def fixture(lab, version="1.0", system="debian-12", **changes):
    """Our own small application; its version stands in its answers and in its archive's name."""
    url = f"https://downloads.example.net/fixture-{version}.tar.gz"
    sha256 = lab.offer_archive(url, HERE / "fixture", "fixture", VERSION=version)
    source = {"version": version, "sha256": sha256}
    settings = {"title": HOSTILE_TITLE, "motto": "one two"}
    return config("fixture", system, {"preset": str(HERE / "apps/fixture.yaml"), "source": source, "settings": settings, **changes})
