from lab.applications import config
from . import case


@case
def one_node_from_a_plain_image(lab):
    today = config("wiki", "debian-12", None)
    del today["application"]
    site = lab.site("today", today)
    node = site.launch(lab.plain)
    seconds = site.wait(node)
    assert site.browser().plain("/-/health", address=node.address).status == 200
    site.until("through the balancer", lambda: site.browser().get("/x").status == 200)
    answer = site.browser().get("/x")
    plain = site.until("the redirect", lambda: site.browser().plain("/some?thing"))
    assert (plain.status, plain.location) == (301, "https://wiki.example.com/some?thing"), plain
    print(node.run("systemctl", "--failed", "--no-legend", check=False))
    print(node.run("journalctl", "-u", "cloud-config", "--no-pager", check=False))
    print(node.run("mount"))
    return f"{seconds:.0f} s to SUCCESS; {answer.text}"
