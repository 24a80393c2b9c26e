"""What an intruder can do who has become the web user, with all that this user may write; and what one wrong job may stop."""
import json

from lab import applications

from . import case
from .one_node import fixture, serves_as_configured
from .operations import STATE, tables

# Whatever the web user may write, but for what PHP itself needs of /proc and /dev.
WRITABLE = "find / -xdev -type d -writable -not -path '/proc/*' -not -path '/dev/*' -not -path '/.files*' 2>/dev/null; find /srv/shared -type d -writable"
PRECIOUS = "/etc/precious"


def as_web(node, script):
    return node.run("setpriv", "--reuid", "www-data", "--regid", "www-data", "--init-groups", "bash", "-c", script)


@case
def web_user_leads_root_nowhere(lab):
    """Nonsense and links in place of all that root once wrote or read there; then root boots again."""
    site = fixture(lab)
    node = site.running()
    node.run("bash", "-c", f"echo kept >{PRECIOUS}")
    before, rows = node.run("bash", "-c", STATE.replace("/srv/shared ", "")), tables(site)
    names = "config.php .cairn.json .cairn.json.new uploads.new .sessions.new x.ini agent.json own.log .curlrc .netrc .my.cnf"
    as_web(node, f"""cd /srv/shared/fixture
      for name in {names}; do for folder in /srv/shared/fixture /srv/app/fixture/current/tmp /tmp; do ln -sfn {PRECIOUS} $folder/$name; done; done
      rm -rf .sessions; ln -s /etc .sessions
      mv uploads away; ln -s /etc uploads""")
    node.run("systemctl", "restart", "cairn-boot")
    assert node.run("cat", PRECIOUS) == "kept\n", "root wrote through a link"
    assert node.run("stat", "-c", "%U", PRECIOUS, "/etc").split() == ["root", "root"], "root gave something away"
    for nonsense in ("nonsense", "", json.dumps({"id": "x", "version": "99.0"}), "[" * 600):
        as_web(node, f"cd /srv/shared/fixture && rm -f .cairn.json && printf %s '{nonsense}' >.cairn.json")
        node.run("systemctl", "restart", "cairn-boot")
        assert site.healthy(node), f"{nonsense[:20]!r} stops a boot"
    as_web(node, "cd /srv/shared/fixture && rm -rf uploads .sessions && mv away uploads && mkdir .sessions")
    node.run("systemctl", "restart", "cairn-boot")
    changed = sorted(set(before.splitlines()) ^ set(node.run("bash", "-c", STATE.replace("/srv/shared ", "")).splitlines()))
    changed = [line for line in changed if "/current/tmp/" not in line and "/tmp/" not in line]
    assert not changed, "changed:\n" + "\n".join(changed[:20])
    assert tables(site) == rows
    site.until_serving()
    serves_as_configured(site)


@case
def web_user_plants_scripts_that_do_not_run(lab):
    site = fixture(lab)
    node = site.running()
    site.until_serving()
    folders = [one for one in as_web(node, WRITABLE).split("\n") if one.startswith(("/srv/app/fixture", "/srv/shared/fixture"))]
    assert [one for one in folders if one.endswith("/tmp")] and [one for one in folders if one.endswith("/uploads")], folders
    for folder in set(folders):
        as_web(node, f"mkdir -p '{folder}/deep'; for name in x.php x.PHP x.phtml x.phar index.php deep/index.php deep/x.php; "
                     f"do echo '<?php echo \"RAN\", 6 * 7;' >\"{folder}/$name\"; done; echo '<?php echo \"RAN\", 6 * 7;' >'{folder}/picture.jpg'")
    browser = site.browser()
    for folder in ("/uploads", "/tmp"):
        for name in ("x.php", "x.php/y", "x.PHP", "x.phtml", "x.phar", "deep/x.php", "deep/", "", "picture.jpg/x.php", "deep/../x.php", "%78.php", "/x.php"):
            got = browser.get(f"{folder}/{name}")
            assert got.status in (403, 404) and "6 * 7" not in got.text or '"application":"fixture"' in got.text, f"{folder}/{name}: {got}"
            assert "RAN42" not in got.text, f"{folder}/{name} ran"
    assert "6 * 7" in browser.get("/uploads/picture.jpg").text, "files there are served, as they are"
    # FPM itself runs nothing that is this user's, whatever nginx makes of it.
    assert browser.get("/").status == 200
    node.run("chown", "www-data", "/srv/app/fixture/current/index.php")
    assert browser.get("/").status == 404, "FPM ran a script that the web user may change"
    node.run("chown", "root", "/srv/app/fixture/current/index.php")
    assert browser.get("/").status == 200
    as_web(node, "rm -rf /srv/shared/fixture/uploads/{x.*,index.php,deep,picture.jpg} /srv/app/fixture/current/tmp/*")


@case
def marker_moves_into_the_database(lab):
    """A stack of an earlier Cairn has it among the shared files, and folders there that are root's."""
    site = fixture(lab)
    node = site.running()
    (told,), = site.ask("SELECT told FROM cairn_release WHERE name = 'fixture'")
    known = json.loads(told)
    site.ask("DROP TABLE cairn_release")
    shared = lab.files.shared / "fixture"
    (shared / ".cairn.json").write_text(json.dumps({name: known[name] for name in ("id", "version", "by")}))
    node.run("chown", "root:root", "/srv/shared/fixture")
    rows = tables(site)
    node.run("systemctl", "restart", "cairn-boot")
    (told,), = site.ask("SELECT told FROM cairn_release WHERE name = 'fixture'")
    assert json.loads(told)["id"] == known["id"], told
    assert tables(site) == rows, "installed or upgraded anew"
    assert node.run("stat", "-c", "%U", "/srv/shared/fixture").strip() == "www-data"


@case
def upgrade_fails_and_the_older_release_says_what_to_do(lab):
    site = fixture(lab)
    site.empty()
    site.stack.update(applications.fixture(lab))
    site.wait(site.launch())
    broken = applications.fixture(lab, version="2.0", install={
        "check": {"argv": ["php", "console.php", "check"]}, "commands": [{"argv": ["false"]}],
        "upgrade": [{"argv": ["php", "console.php", "upgrade"]}, {"argv": ["false"]}]})
    site.stack.update(broken)
    node = site.launch()
    site.wait(node, "FAILURE")
    assert "signal was not delivered" not in node.log(), node.log()
    site.stack.update(applications.fixture(lab))
    older = site.launch()
    site.wait(older, "FAILURE")
    assert "the database is ahead" in older.log() and "Deploy 2.0 again" in older.log(), older.log()
    site.stack.update(applications.fixture(lab, version="2.0"))
    site.wait(site.launch())
    site.empty()
    site.stack.update(applications.fixture(lab))


@case
def one_bad_cron_line_stops_nothing_else(lab):
    """Not the other jobs, and not the rotation of the password."""
    site = fixture(lab)
    node = site.running()
    node.run("bash", "-c", "printf '%s\\n' 'every now and then root true' '* * *' >>/etc/cron.d/cairn-1")
    node.run("systemctl", "restart", "cron")
    site.ask("DELETE FROM ticks")
    renewed = applications.new_password()
    user, _ = site.stack.database_login(renewed)
    lab.database.set_password(user, renewed)
    site.until("answers with the new password", lambda: site.browser().get("/").status == 200, 90)
    site.until("the other job runs", lambda: site.ask("SELECT 1 FROM ticks WHERE name = 'one'"), 80)
    node.run("systemctl", "restart", "cairn-boot")
