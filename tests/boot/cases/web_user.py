"""What an intruder can do who has become the web user, with all that this user may write; and what one wrong job may stop."""
from lab import applications

from . import case
from .one_node import fixture

# Whatever the web user may write, but for what PHP itself needs of /proc and /dev.
WRITABLE = "find / -xdev -type d -writable -not -path '/proc/*' -not -path '/dev/*' -not -path '/.files*' 2>/dev/null; find /srv/shared -type d -writable"


def as_web(node, script):
    return node.run("setpriv", "--reuid", "www-data", "--regid", "www-data", "--init-groups", "bash", "-c", script)


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
