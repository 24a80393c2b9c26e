"""The branch for Amazon Linux, on a machine that says it is one and has a `dnf` and a `mount.efs` that check what they are asked."""
from lab import applications

from . import case
from .one_node import serves_as_configured


@case
def amazon_linux_with_a_stub_dnf(lab):
    site = lab.site("amazon", lambda: applications.fixture(lab, system="amazon-linux-2023"))
    amazon = lab.images.layer("amazon", lab.baked, STUBS=lab.stubs, MOUNT=lab.mount)
    site.empty()
    node = site.launch(amazon)
    seconds = site.wait(node)
    site.until_serving()
    serves_as_configured(site)
    for unit in ("nginx", "php-fpm", "crond", "cairn-boot"):
        assert node.run("systemctl", "is-enabled", unit, check=False).strip() == "enabled", f"{unit} is not enabled"
        assert node.run("systemctl", "is-active", unit, check=False).strip() == "active", f"{unit} is not active"
    asked = node.run("cat", "/var/log/dnf-stub.log").splitlines()
    assert asked and asked[0].startswith("install"), asked
    assert " efs " in node.run("cat", "/etc/fstab")
    return f"{seconds:.0f} s to SUCCESS"
