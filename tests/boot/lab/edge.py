"""What answers under the names of AWS and of download sites, over HTTPS: endpoints go to moto, signals are kept, files are served."""
import http.client
import json
import ssl
import threading
import time
import urllib.parse
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from . import network

FORWARDED = ("secretsmanager", "logs", "monitoring", "ssm", "ssmmessages", "ec2messages")


@dataclass
class Signal:
    instance: str
    status: str
    resource: str
    stack: str
    reason: str
    at: float = field(default_factory=time.monotonic)


class Edge:
    def __init__(self, region, metadata):
        self.region, self.moto_port, self.metadata = region, None, metadata
        self.signals, self.unexpected, self.downloads = [], [], []
        self.parameters = []  # the names that were asked for
        self.files = {}  # host/path -> Path
        self.changed = threading.Condition()
        self.hosts = [f"*.{region}.amazonaws.com", f"*.s3.{region}.amazonaws.com", "*.amazonaws.com", "*.pki.rds.amazonaws.com", "*.example.com", "*.example.net"]

    def serve(self, certificate, names):
        for below in (".amazonaws.com", ".example.net"):
            names.add(below, network.EDGE)
        server = ThreadingHTTPServer((network.EDGE, 443), _Handler)
        server.daemon_threads = True
        server.edge = self
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(certificate)
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        threading.Thread(target=server.serve_forever, daemon=True).start()

    def offer(self, url, path):
        """Serves the file at that address."""
        parts = urllib.parse.urlsplit(url)
        self.files[parts.netloc + parts.path] = Path(path)

    def signal(self, form):
        with self.changed:
            self.signals.append(Signal(form.get("UniqueId", ""), form.get("Status", ""), form.get("LogicalResourceId", ""),
                                       form.get("StackName", ""), form.get("Reason", "")))
            self.changed.notify_all()

    def wait_for_signal(self, instance, seconds):
        """The first signal of that instance, or None within the time."""
        def found():
            return next((each for each in self.signals if each.instance == instance), None)
        with self.changed:
            self.changed.wait_for(lambda: found() is not None, seconds)
            return found()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 120

    def _serve(self):
        edge = self.server.edge
        host, path = self.headers.get("Host", "").split(":")[0], self.path.split("?")[0]
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        service = host.removesuffix(f".{edge.region}.amazonaws.com")
        if host + path in edge.files:
            edge.downloads.append(host + path)
            self._answer(200, edge.files[host + path].read_bytes())
        elif service == "cloudformation":
            self._signal(dict(urllib.parse.parse_qsl(body.decode())))
        elif service in FORWARDED:
            if self.headers.get("X-Amz-Target") == "AmazonSSM.GetParameters":
                edge.parameters.append(json.loads(body)["Names"])
            self._forward(host, body)
        else:
            edge.unexpected.append(f"{self.command} https://{host}{self.path}")
            self._answer(404, b"nothing is here\n")

    do_GET = do_HEAD = do_POST = do_PUT = _serve

    def _signal(self, form):
        """As CloudFormation would, only who signs with the credentials of an instance's role may signal."""
        signed = self.headers.get("Authorization", "")
        problem = None if form.get("Action") == "SignalResource" else f"no such action: {form.get('Action')}"
        if not signed.startswith(f"AWS4-HMAC-SHA256 Credential={self.server.edge.metadata.access_key}/"):
            problem = "not signed with the credentials of the instance's role"
        elif self.headers.get("X-Amz-Security-Token") != self.server.edge.metadata.token_of_role:
            problem = "no session token of the instance's role"
        if problem:
            self.server.edge.unexpected.append(f"cloudformation: {problem}")
            return self._answer(403, problem.encode())
        self.server.edge.signal(form)
        return self._answer(200, b"<SignalResourceResponse/>")

    def _forward(self, host, body):
        connection = http.client.HTTPConnection("localhost", self.server.edge.moto_port, timeout=60)
        headers = {key: value for key, value in self.headers.items() if key.lower() not in ("connection", "content-length")}
        connection.request(self.command, self.path, body, {**headers, "Host": host})
        answer = connection.getresponse()
        self._answer(answer.status, answer.read(), answer.headers.get("Content-Type", "text/plain"))
        connection.close()

    def _answer(self, status, body, kind="application/octet-stream"):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_):
        pass
