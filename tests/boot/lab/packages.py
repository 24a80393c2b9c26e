"""Debian packages: a proxy for apt that fetches by this machine's own apt, whatever way out that is set up for, and keeps everything."""
import os
import subprocess
import threading
import time
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from limits import limit

from . import network

PORT = 3128
ADDRESS = f"http://{network.EDGE}:{PORT}"
INDEXES_KEPT = 7 * 24 * 3600  # seconds
FETCH = ["/usr/lib/apt/apt-helper", "-o", "Acquire::Retries=3", "download-file"]


def mirrors():
    """The machine's own mirrors of Debian and of its security updates."""
    asked = ["apt-get", "indextargets", "--format", "$(LABEL) $(REPO_URI)", "Created-By: Packages", "Origin: Debian"]
    found = dict(line.split(" ", 1) for line in subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines())
    if not {"Debian", "Debian-Security"} <= set(found):
        raise SystemExit("apt knows no mirror of Debian and of its security updates here, and the machines of this test are Debian's. "
                         "On Debian, after apt-get update, there is one.")
    return found["Debian"].rstrip("/"), found["Debian-Security"].rstrip("/")


class Packages:
    def __init__(self, folder):
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.debian, self.security = mirrors()
        self._secure = {urllib.parse.urlsplit(url).netloc for url in (self.debian, self.security) if url.startswith("https:")}
        self._locks, self._lock = {}, threading.Lock()

    def sources(self, release):
        """sources.list for a machine. It speaks plain HTTP to the proxy, which knows better."""
        plain = [url.replace("https://", "http://", 1) for url in (self.debian, self.security)]
        return (f"deb {plain[0]} {release} main\ndeb {plain[0]} {release}-updates main\n"
                f"deb {plain[1]} {release}-security main\n")

    def serve(self):
        server = ThreadingHTTPServer((network.EDGE, PORT), _Handler)
        server.packages = self
        threading.Thread(target=server.serve_forever, daemon=True).start()

    def get(self, url):
        """The file with what is behind the address, or None."""
        kept = self.folder / urllib.parse.quote(url, safe="")[-250:]
        with self._lock:
            lock = self._locks.setdefault(url, threading.Lock())
        with lock:
            stale = "/dists/" in url and "/by-hash/" not in url and kept.exists() and time.time() - kept.stat().st_mtime > INDEXES_KEPT
            if not kept.exists() or stale:
                self._fetch(url, kept)
        return kept if kept.exists() else None

    def _fetch(self, url, kept):
        parts = urllib.parse.urlsplit(url)
        if parts.netloc in self._secure:
            url = parts._replace(scheme="https").geturl()
        new = kept.with_name(kept.name + ".new")
        outside = os.open(os.environ["OUTSIDE"], os.O_RDONLY)
        try:
            run = subprocess.run(["nsenter", f"--net=/proc/self/fd/{outside}", *FETCH, url, new], pass_fds=[outside], capture_output=True,
                                 timeout=limit(600), check=False)
        finally:
            os.close(outside)
        if run.returncode == 0 and new.exists():
            os.utime(new)
            new.rename(kept)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        found = self.server.packages.get(self.path)
        self.send_response(200 if found else 404)
        self.send_header("Content-Length", str(found.stat().st_size if found else 0))
        self.end_headers()
        if found and self.command == "GET":
            with open(found, "rb") as file:
                while block := file.read(1 << 20):
                    self.wfile.write(block)

    do_HEAD = do_GET

    def log_message(self, *_):
        pass
