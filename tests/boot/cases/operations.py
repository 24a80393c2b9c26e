"""What happens to a site over the years."""
import json
import threading
import time

from lab import applications

from . import case
from .one_node import fixture, guards_credentials_and_tunnel, serves_as_configured

# Everything that a boot may touch, but for logs and what changes by itself.
STATE = """find /etc /srv/app /usr/local /var/lib/cairn /var/spool/cron /srv/shared -xdev \\( -type f -o -type l \\) -not -name 'resolv.conf*' \
  -printf '%p %m %u %g %l ' \\( -type f -exec sha256sum {} \\; -o -printf '\\n' \\) | sort"""


@case
def rerun_changes_nothing(lab):
    site = fixture(lab)
    node = site.running()
    before, rows, signals = node.run("bash", "-c", STATE), tables(site), len(lab.edge.signals)
    assert before.count("\n") > 50, before
    begun = time.monotonic()
    node.run("systemctl", "restart", "cairn-boot")
    seconds = time.monotonic() - begun
    after = node.run("bash", "-c", STATE)
    changed = sorted(set(before.splitlines()) ^ set(after.splitlines()))
    assert not changed, "changed:\n" + "\n".join(changed[:20])
    assert tables(site) == rows, "the database changed"
    assert len(lab.edge.signals) == signals, "it signalled again"
    assert site.healthy(node)
    return f"{before.count(chr(10))} files unchanged, in {seconds:.0f} s"


def tables(site):
    return site.ask("SELECT * FROM settings ORDER BY name; SELECT * FROM admins; SELECT * FROM installs")


@case
def power_cycle(lab):
    site = fixture(lab)
    node = site.running()
    signals, first = len(lab.edge.signals), node.run("cat", "/proc/sys/kernel/random/boot_id", "/etc/cairn/values/INSTANCE")
    node.power_off()
    assert not site.healthy(node)
    node.power_on()
    begun = time.monotonic()
    site.until("healthy again", lambda: site.healthy(node), 60)
    seconds = time.monotonic() - begun
    site.until_serving()
    serves_as_configured(site)
    guards_credentials_and_tunnel(node)
    assert first and len(lab.edge.signals) == signals, "it signalled again"
    starts = node.run("grep", "-c", "packages are installed", "/var/log/cairn-boot.log")
    assert int(starts) >= 2, "the boot was not run at the second start"
    return f"healthy {seconds:.0f} s after"


@case
def cron_runs_on_one_node_or_each(lab):
    site = fixture(lab)
    site.running()
    while len([node for node in site.machines if node.is_on()]) < 2:
        site.wait(site.launch())
    site.ask("DELETE FROM ticks")
    site.until("each ticked on both", lambda: len(site.ask("SELECT DISTINCT node FROM ticks WHERE name = 'each'")) == 2, 80)
    site.until("one ticked", lambda: site.ask("SELECT 1 FROM ticks WHERE name = 'one'"), 80)
    time.sleep(5)  # a second run in the same minute would have begun by now
    minutes = site.ask("SELECT DATE_FORMAT(at, '%H:%i'), COUNT(*) FROM ticks WHERE name = 'one' GROUP BY 1")
    assert all(count == "1" for _, count in minutes), f"jobs for one node ran (minute, times): {minutes}"


@case
def instance_replaced(lab):
    site = fixture(lab)
    old = site.running()
    browser = site.browser()
    site.until_serving()
    browser.get("/upload?name=kept.txt", method="POST", body=b"kept")
    rows = tables(site)
    site.terminate_all()
    new = site.launch()
    seconds = site.wait(new)
    site.until_serving()
    serves_as_configured(site)
    assert browser.get("/uploads/kept.txt").text == "kept"
    assert tables(site) == rows and old.name != new.name, "installed anew"
    return f"{seconds:.0f} s"


@case
def password_rotated(lab):
    site = fixture(lab)
    node = site.running()
    site.until_serving()
    renewed = applications.new_password()
    user, _ = site.stack.database_login(renewed)
    lab.database.set_password(user, renewed)
    begun = time.monotonic()
    assert site.browser().get("/").status != 200, "the old password still works, so this proves nothing"
    assert site.healthy(node), "a password that is rotated must not cost the machine"
    site.until("answers with the new password", lambda: site.browser().get("/").status == 200, 90)
    return f"{time.monotonic() - begun:.0f} s without the database"


class Visitors(threading.Thread):
    """Ask for the front page all the time."""

    def __init__(self, site):
        super().__init__(daemon=True)
        self._site, self._enough, self.answers = site, threading.Event(), []

    def run(self):
        while not self._enough.wait(0.1):
            try:
                answer = self._site.browser().get("/", timeout=30)
                self.answers.append(json.loads(answer.text)["version"] if answer.status == 200 else f"HTTP {answer.status}: {answer.text[:200]}")
            except (OSError, ValueError) as error:
                self.answers.append(repr(error))

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self._enough.set()
        self.join()


@case
def release_upgraded_while_requests_flow(lab):
    """As the group's update policy does it: a new machine beside the old one, then the old one leaves."""
    site = fixture(lab)
    old = site.running()
    for node in site.machines[:]:
        if node is not old:
            site.terminate(node)
    site.until_serving()
    site.stack.update(applications.fixture(lab, version="2.0"))
    with Visitors(site) as visitors:
        new = site.launch()
        seconds = site.wait(new)
        site.until("the new one answers", lambda: "2.0" in visitors.answers[-10:])
        site.leave_balancer(old)
        errors = old.run("cat", "/var/log/cairn-php.log")
        site.terminate(old)
        site.until("only the new one answers", lambda: set(visitors.answers[-10:]) == {"2.0"})
    odd = [answer for answer in visitors.answers if answer not in ("1.0", "2.0")]
    assert not odd, f"{len(odd)} of {len(visitors.answers)} requests failed: {odd[:3]} {errors[-1000:]}"
    assert site.ask("SELECT value FROM settings WHERE name IN ('schema', 'upgraded') ORDER BY name") == [["2.0"], [new.name]]
    return f"{len(visitors.answers)} requests, none failed; {seconds:.0f} s to SUCCESS"


@case
def older_release_is_refused(lab):
    """The database belongs to 2.0 now: a machine that would bring 1.0 says so and changes nothing."""
    site = fixture(lab)
    site.stack.update(applications.fixture(lab, version="2.0"))
    site.running()
    if site.ask("SELECT value FROM settings WHERE name = 'schema'") != [["2.0"]]:
        site.wait(site.launch())
    rows = tables(site)
    site.stack.update(applications.fixture(lab))
    node = site.launch()
    site.wait(node, "FAILURE")
    assert "older than 2.0" in node.log(), node.log()
    assert tables(site) == rows
    assert not site.healthy(node)
    site.empty()
