"""Figures for docs/boot.md; run when asked for by name only: tests/boot/run measure"""
import re

from lab import applications
from limits import limit

from . import on_request
from .one_node import fixture

CALLS = "%file,%desc"


def calls_a_request(site, path, shared):
    """File system calls of PHP for one request, in all and those that concern the shared files. The second of two requests counts."""
    node = site.running()
    node.run("apt-get", "-q", "update", timeout=limit(600))
    node.run("apt-get", "-q", "-y", "install", "strace", timeout=limit(600))
    site.until_serving()
    for _ in range(4):
        assert site.browser().get(path, follow=2).status == 200
    script = f"""
      pids=$(pgrep -d, php-fpm)
      strace -f -y -qq -e trace={CALLS} -o /tmp/calls -p "$pids" & sleep 2
      curl -fsS -o /dev/null -H 'Host: {site.stack.domain}' 'http://127.0.0.1{path}'
      sleep 1; kill %1; wait; cat /tmp/calls"""
    lines = [line for line in node.run("bash", "-c", script, timeout=limit(120)).splitlines() if re.match(r"\d+ +\w+\(", line)]
    on_shared = [line for line in lines if "/srv/shared/" in line or any(f"/{part}" in line for part in shared)]
    return f"{path}: {len(lines)} calls, {len(on_shared)} on shared paths"


@on_request
def measure_calls_of_the_fixture(lab):
    return calls_a_request(fixture(lab), "/", ["uploads"])


@on_request
def measure_calls_of_mediawiki(lab):
    return calls_a_request(lab.site("mediawiki", lambda: applications.mediawiki(lab)), "/index.php/Main_Page", ["current/images"])


@on_request
def measure_calls_of_wordpress(lab):
    return calls_a_request(lab.site("wordpress", lambda: applications.wordpress(lab)), "/", ["wp-content/uploads"])
