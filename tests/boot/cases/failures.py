"""What goes wrong, and what then must not: a signal of success, a half-made release, a site that stays down."""
import time

from lab import applications

from . import case
from .one_node import fixture, serves_as_configured


@case
def database_away_at_boot_then_back(lab):
    site = fixture(lab)
    site.empty()
    lab.database.stop()
    try:
        node = site.launch()
        site.until("it waits for the database", lambda: "connect" in node.log().lower() or "refused" in node.log().lower(), 90)
        time.sleep(12)
        assert not [each for each in lab.edge.signals if each.instance == node.instance], "it signalled without a database"
        assert not site.healthy(node)
    finally:
        lab.database.start()
    site.wait(node)
    site.until_serving()
    serves_as_configured(site)


@case
def database_away_while_running(lab):
    """A failover must not make the balancer end every machine; the application says that it cannot."""
    site = fixture(lab)
    node = site.running()
    site.until_serving()
    lab.database.stop()
    try:
        assert site.browser().get("/").status >= 500
        assert site.healthy(node)
    finally:
        lab.database.start()
    site.until("back", lambda: site.browser().get("/").status == 200)


@case
def database_refuses_the_password(lab):
    """That is no network that may come back: it fails soon, and says why."""
    site = fixture(lab)
    site.empty()
    lab.database.set_password(site.stack.database_login()[0], "another")
    node = site.launch()
    seconds = site.wait(node, "FAILURE", seconds=150)
    assert "Access denied" in node.log(), node.log()
    site.empty()
    return f"after {seconds:.0f} s"


@case
def wrong_sha256(lab):
    site = fixture(lab)
    site.empty()
    wrong = applications.fixture(lab)
    right = wrong["application"]["source"]["sha256"]
    wrong["application"]["source"]["sha256"] = right[::-1]
    site.stack.update(wrong)
    try:
        node = site.launch()
        site.wait(node, "FAILURE")
        assert "sha256" in node.log() and right in node.log(), node.log()
        assert not (node.root / "srv/app/fixture/current").exists(), "there is a release all the same"
        assert not site.healthy(node)
        assert not site.ask("SHOW TABLES"), "it installed something"
    finally:
        site.empty()
        site.stack.update(applications.fixture(lab))


@case
def disk_full_before_it_begins(lab):
    """Not even the programs that boot it can be written: it signals all the same, and the console says why."""
    site = fixture(lab)
    site.empty()
    node = site.launch(disk=64, user_data=b"#!/bin/bash\ncat /dev/zero >/filling\n" + site.stack.user_data())
    seconds = site.wait(node, "FAILURE")
    said = node.run("journalctl", "--no-pager", "-o", "cat", "--unit", "cloud-final")
    assert "the disk is full" in said, said
    assert not site.ask("SHOW TABLES"), "it installed something"
    site.empty()
    return f"after {seconds:.0f} s"


@case
def full_disk(lab):
    """The release does not fit: nothing of it is used, and the next machine with a larger disk takes it."""
    site = fixture(lab)
    site.empty()
    site.stack.update(applications.fixture(lab, ballast=200))
    node = site.launch(disk=128)
    site.wait(node, "FAILURE")
    said = node.log() + node.run("journalctl", "--no-pager", "-n", "200", check=False)
    assert "disk is full" in said, said
    assert not (node.root / "srv/app/fixture/current").exists(), "there is a release all the same"
    assert not site.healthy(node)
    assert not site.ask("SHOW TABLES"), "it installed something"
    site.terminate(node)
    site.wait(site.launch())
    site.until_serving()
    serves_as_configured(site)
    site.empty()
    site.stack.update(applications.fixture(lab))


@case
def programs_cannot_be_read(lab):
    """A parameter is gone: it says which, and signals; a machine that has booted needs none any more."""
    site = fixture(lab)
    site.empty()
    served = site.launch()
    site.wait(served)
    name = site.stack.take_parameter()
    try:
        node = site.launch()
        seconds = site.wait(node, "FAILURE")
        assert f"there is no parameter {name}" in node.log(), node.log()
        served.power_off()
        served.power_on()
        site.until("the other one boots without", lambda: site.healthy(served), 60)
    finally:
        site.stack.give_parameter()
        site.empty()
    return f"after {seconds:.0f} s"
