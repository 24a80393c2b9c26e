"""Several machines that start at once, and one that is lost while it installs."""
import json

from . import case
from .one_node import fixture


@case
def two_nodes_at_once_install_once(lab):
    site = fixture(lab)
    site.empty()
    nodes = [site.launch(), site.launch()]
    seconds = [site.wait(node) for node in nodes]
    installed_once(site, attempts=1)
    site.until("both serve", lambda: len({json.loads(site.browser().get("/").text)["node"] for _ in range(8)}) == 2)

    browser = site.browser()
    counts = {}
    for turn in range(1, 9):
        said = json.loads(browser.get("/session").text)
        assert said["count"] == turn, f"the session of the other machine is another one: {said}"
        counts[said["node"]] = turn
    assert len(counts) == 2, "one machine answered everything"
    uploaded = browser.get("/upload?name=a%20b.txt", method="POST", body=b"by one, for all")
    assert uploaded.status == 303, uploaded
    for node in nodes:
        got = browser.plain("/uploads/a%20b.txt", address=node.address)
        assert got.text == "by one, for all", f"{node.name}: {got}"
    return f"{max(seconds):.0f} s to both signals"


@case
def installer_killed_half_way(lab):
    """The cable goes first, so that the database cannot know that the holder of its lock is no more."""
    site = fixture(lab)
    site.empty()
    site.ask("CREATE TABLE slow (x INT)")
    nodes = [site.launch(), site.launch()]
    site.until("an install is half done", lambda: site.ask("SELECT node FROM installs") and site.ask("SELECT id FROM admins"), 90)
    installer = next(node for node in nodes if node.name == site.ask("SELECT node FROM installs")[0][0])
    other = next(node for node in nodes if node is not installer)
    site.until("the other waits", lambda: other.run("grep", "-c", "another instance holds the lock", "/var/log/cairn-boot.log"), 60)
    assert not site.ask("SELECT 1 FROM settings WHERE name = 'installed'")
    installer.power_off()
    site.ask("DROP TABLE slow")
    seconds = site.wait(other, seconds=150)
    installed_once(site, attempts=2)
    assert site.ask("SELECT value FROM settings WHERE name = 'installed'") == [[other.name]]
    installer.power_on()
    site.wait(installer)
    installed_once(site, attempts=2)
    return f"the other took over, {seconds:.0f} s after its start"


def installed_once(site, attempts):
    admins, sites = site.ask("SELECT COUNT(*) FROM admins")[0][0], site.ask("SELECT COUNT(*) FROM settings WHERE name = 'title'")[0][0]
    assert (admins, sites) == ("1", "1"), f"{admins} admins, {sites} sites"
    tried = site.ask("SELECT node FROM installs")
    assert len(tried) == attempts, f"installed by {tried}"
