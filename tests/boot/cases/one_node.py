"""What one machine is after its first boot, from an image that has nothing and from one that has the packages."""
import json

from lab import applications, network
from lab.applications import HOSTILE_TITLE

from . import case


def fixture(lab):
    return lab.site("fixture", lambda: applications.fixture(lab))


@case
def one_node_from_a_plain_image(lab):
    site = fixture(lab)
    site.empty()
    node = site.launch(lab.plain)
    seconds = site.wait(node, seconds=300)
    site.until_serving()
    serves_as_configured(site)
    keeps_its_secrets(site, node)
    guards_credentials_and_tunnel(node)
    sends_its_headers(site)
    runs_its_services(node)
    assert lab.edge.parameters, "it got its programs without parameters"
    assert not lab.edge.unexpected and not lab.names.unknown, f"asked for what there is not: {lab.edge.unexpected} {lab.names.unknown}"
    return f"{seconds:.0f} s from user data to SUCCESS"


@case
def one_node_from_a_baked_image(lab):
    site = fixture(lab)
    lab.baked  # made before the clock starts
    site.empty()
    node = site.launch()
    seconds = site.wait(node)
    site.until_serving()
    serves_as_configured(site)
    runs_its_services(node)
    log = node.run("journalctl", "--no-pager", "--unit", "cairn-boot")
    assert "Reading package lists" not in log, "packages that the image has were installed again"
    return f"{seconds:.0f} s from user data to SUCCESS"


def serves_as_configured(site):
    browser = site.browser()
    answer = browser.get("/any/path?x=1")
    assert answer.status == 200, answer
    said = json.loads(answer.text)
    domain = site.stack.domain
    expected = {
        "application": "fixture", "version": "1.0", "title": HOSTILE_TITLE, "stored": HOSTILE_TITLE, "motto": applications.MOTTO, "https": "on",
        "scheme": "https", "port": "443", "host": domain, "memory_limit": "96M",
    }
    wrong = {key: (said.get(key), value) for key, value in expected.items() if said.get(key) != value}
    assert not wrong, f"(is, should be): {wrong}"

    plain = browser.plain("/some/where?x=1&y=2")
    assert (plain.status, plain.location) == (301, f"https://{domain}/some/where?x=1&y=2"), plain
    assert browser.get("/-/health").status == 200
    assert browser.get("/", host="somebody.else.example").status == 421, "a foreign name got the application"
    assert browser.get("/uploads/welcome.txt").text.startswith("comes with the release"), "the shared folder was not seeded"
    for path in ("/private/notes.txt", "/console.php", "/config.php", "/lib.php", "/.seed/uploads/welcome.txt", "/uploads/x.php"):
        got = browser.get(path)
        assert got.status == 404, f"{path} answers {got.status}"
    session = browser.get("/session")
    assert [cookie for cookie in session.cookies if all(word in cookie.lower() for word in ("secure", "httponly", "samesite=lax"))], session.cookies


def keeps_its_secrets(site, node):
    """None of them in the user data, in logs, or readable by everybody; and no value was run."""
    _, password = site.stack.database_login()
    passwords = [password] + [site.admin_password()]
    user_data = site.stack.user_data()
    logs = node.run("journalctl", "--no-pager", "-o", "cat") + node.run("cat", "/var/log/cairn-boot.log", "/var/log/cloud-init-output.log")
    for secret in passwords:
        assert secret.encode() not in user_data and secret not in logs, "a secret is where it should not be"
    open_files = node.run("find", "/etc/cairn/secrets", "/srv/app/fixture/current/config.php", "-type", "f", "-perm", "/o=r")
    assert not open_files, f"everybody may read {open_files}"
    assert not (node.root / "pwned").exists(), "a title was run by a shell"
    places = "/etc", "/var/log", "/var/lib", "/tmp", "/run", "/root", "/usr/local", "/srv/app"
    end = site.admin_password()[-8:]  # of letters and digits, which no encoder changes
    files = node.run("grep", "-rlF", end, *places, "/srv/shared", check=False).split()
    assert not files, f"the first password outlives the installation in {files}"
    for secret in [password]:
        end = secret[-8:]
        files = node.run("grep", "-rlF", end, *places, check=False).split()
        assert len(files) >= 2, f"it is not even where it should be: {files}"
        readable = [file for file in files if node.succeeds("runuser", "-u", "nobody", "--", "test", "-r", file)]
        assert not readable, f"everybody may read a password in {readable}"


def guards_credentials_and_tunnel(node):
    """PHP gets nothing of the metadata service; root does. Nobody but root is let into the tunnel, or goes round it."""
    token = ["curl", "-sS", "-m", "5", "-o", "/dev/null", "-X", "PUT", "-H", "X-aws-ec2-metadata-token-ttl-seconds: 60",
             "http://169.254.169.254/latest/api/token"]
    mine = ["runuser", "-u", "www-data", "--"]
    assert node.succeeds(*token), "root itself does not reach the metadata service, so this proves nothing"
    assert not node.succeeds(*mine, *token), "the web user reaches the metadata service"
    connect = "exec 3<>/dev/tcp/{}/{}".format
    for address, port in (("127.0.0.1", 20049), (network.FILES, 2049)):
        assert node.succeeds("bash", "-c", connect(address, port)), f"root does not reach {address}:{port}, so this proves nothing"
        for user in ("www-data", "nobody"):
            assert not node.succeeds("runuser", "-u", user, "--", "bash", "-c", connect(address, port)), f"{user} reaches {address}:{port}"
    for name in ("php-fpm8.2", "nginx", "cron"):
        for process in node.run("pgrep", "-x", name).split():
            assert "NoNewPrivs:\t1" in node.run("cat", f"/proc/{process}/status"), f"{name} may become more than it is"


def sends_its_headers(site):
    browser = site.browser()
    common = {"x-content-type-options": "nosniff", "referrer-policy": "strict-origin-when-cross-origin", "x-frame-options": "SAMEORIGIN"}
    hsts = {"strict-transport-security": "max-age=31536000"}
    answers = {path: (browser.get(path), common | hsts) for path in ("/", "/uploads/welcome.txt", "/uploads", "/private/notes.txt", "/-/health")}
    answers["plain"] = browser.plain("/"), common
    answers["foreign"] = browser.get("/", host="somebody.else.example"), common
    for what, (answer, headers) in answers.items():
        wrong = {name: answer.headers.get(name) for name, value in headers.items() if answer.headers.get(name) != value}
        assert not wrong, f"{what} ({answer.status}): {wrong}"
        assert "x-powered-by" not in answer.headers and "/" not in answer.headers.get("server", ""), answer.headers
    assert not [what for what in ("plain", "foreign") if "strict-transport-security" in answers[what][0].headers]


def runs_its_services(node):
    for unit in ("nginx", "php8.2-fpm", "cron", "cairn-boot", "cairn-guard", "cairn-files", "cairn-rotate.timer", "amazon-ssm-agent"):
        assert node.run("systemctl", "is-enabled", unit, check=False).strip() == "enabled", f"{unit} is not enabled"
        assert node.run("systemctl", "is-active", unit, check=False).strip() == "active", f"{unit} is not active"
    failed = node.run("systemctl", "--failed", "--no-legend", "--plain").split()
    assert not failed, f"failed: {failed}"
    node.run("logrotate", "--debug", "/etc/logrotate.d/cairn")
