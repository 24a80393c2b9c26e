"""MediaWiki and WordPress as Debian packages them, by the presets that Cairn brings, on two machines each."""
import html
import json
import re
import urllib.parse

from lab import applications

from . import case

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def installed_on_two(site):
    site.empty()
    nodes = [site.launch(), site.launch()]
    seconds = max(site.wait(node, seconds=240) for node in nodes)
    site.until_serving()
    return nodes, seconds


@case
def mediawiki_on_two_nodes(lab):
    site = lab.site("mediawiki", lambda: applications.mediawiki(lab))
    nodes, seconds = installed_on_two(site)
    title = site.stack.config["application"]["settings"]["site_name"]
    browser = site.browser()
    page = browser.get("/index.php/Main_Page")
    assert page.status == 200 and "mw-content-text" in page.text, page
    assert html.escape(title, quote=False) in html.unescape(page.text).replace(title, html.escape(title, quote=False)), "the wiki has another name"
    assert "http://" + site.stack.domain not in page.text, "a link leads away from HTTPS"
    assert site.ask("SELECT COUNT(*) FROM user WHERE user_name = 'Admin'") == [["1"]]
    assert browser.get("/", follow=3).status == 200
    for path in ("/mw-config/index.php", "/maintenance/install.php", "/includes/Setup.php", "/LocalSettings.php", "/vendor/autoload.php"):
        got = browser.get(path)
        assert got.status in (403, 404), f"{path} answers {got.status}"

    token = api(browser, action="query", meta="tokens", type="login")["query"]["tokens"]["logintoken"]
    login = api(browser, post=True, action="login", lgname="Admin", lgpassword=site.admin_password(), lgtoken=token)
    assert login["login"]["result"] == "Success", login
    token = api(browser, action="query", meta="tokens")["query"]["tokens"]["csrftoken"]
    text = "written on one, read on the other"
    edit = api(browser, post=True, action="edit", title="Test page", text=text, token=token)
    assert edit.get("edit", {}).get("result") == "Success", edit
    for node in nodes:
        got = browser.plain("/index.php/Test_page", address=node.address)
        assert text in got.text, f"{node.name}: {got.status}"
    return f"{seconds:.0f} s to both signals"


def api(browser, post=False, **parameters):
    query = urllib.parse.urlencode({"format": "json", **parameters})
    answer = browser.get("/api.php", method="POST", body=query, headers=FORM) if post else browser.get(f"/api.php?{query}")
    assert answer.status == 200, answer
    return json.loads(answer.text)


@case
def wordpress_on_two_nodes(lab):
    site = lab.site("wordpress", lambda: applications.wordpress(lab))
    nodes, seconds = installed_on_two(site)
    title = site.stack.config["application"]["settings"]["site_name"]
    browser = site.browser()
    page = browser.get("/", follow=2)
    assert page.status == 200 and title in html.unescape(page.text), page.text[:500]
    assert "http://" + site.stack.domain not in page.text, "a link leads away from HTTPS"
    assert site.ask("SELECT COUNT(*) FROM wp_users") == [["1"]]
    for path in ("/wp-config.php", "/wp-admin/install.php", "/wp-content/uploads/x.php"):
        assert browser.get(path).status == 404, path

    form = urllib.parse.urlencode({"log": "admin", "pwd": site.admin_password(), "testcookie": "1"})
    browser.get("/wp-login.php")
    login = browser.get("/wp-login.php", method="POST", body=form, headers=FORM)
    assert login.status == 302 and login.location.startswith(f"https://{site.stack.domain}/"), login
    assert all("secure" in cookie.lower() for cookie in login.cookies if "wordpress_logged_in" in cookie), login.cookies
    for node in nodes:
        dashboard = browser.plain("/wp-admin/", address=node.address)
        assert dashboard.status == 200 and re.search("wpadminbar|Dashboard", dashboard.text), f"{node.name}: {dashboard.status} {dashboard.location}"
    (lab.files.shared / "wordpress/wp-content/uploads/shared.txt").write_text("for all")
    for node in nodes:
        assert browser.plain("/wp-content/uploads/shared.txt", address=node.address).text == "for all"
    return f"{seconds:.0f} s to both signals"
