"""GitHub's API as far as the scripts ask it, where releases are downloaded from, and the deployed application, on loopback. A token says
which permissions its job has, and none does more."""
import base64
import datetime
import json
import re
import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

BOT = "github-actions[bot]"
MOST = 30  # that one page holds unless more are asked for


class GitHub:
    """`with GitHub() as github:`; the lists are what stands there."""

    def __init__(self, folder):
        self.folder = folder
        self.pulls = {}  # by number: {"number", "head": {"sha"}, "base": {"ref"}, "merged_at", "commits": [sha]}
        self.comments = {}  # by number of the issue or pull request
        self.issues = []
        self.release = b""
        self.healthy = []  # answers of the application, one a request; the last stays
        self.requests = []
        self._next = 1

    def __enter__(self):
        self._servers = [ThreadingHTTPServer(("127.0.0.1", 0), _handler(self, answer)) for answer in (_api, _application)]
        certificate, key = _certificate(self.folder)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self._servers[1].socket = context.wrap_socket(self._servers[1].socket, server_side=True)
        for server in self._servers:
            threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        self.url = f"http://localhost:{self._servers[0].server_port}"
        # Whatever name is asked for, it is this server that answers: the scripts need not know that they are tested.
        (self.folder / "curlrc").write_text(
            f'cacert = "{certificate}"\nconnect-to = "www.example.com:443:127.0.0.1:{self._servers[1].server_port}"\n', encoding="utf-8")
        return self

    def __exit__(self, *_):
        for server in self._servers:
            server.shutdown()
            server.server_close()

    def number(self):
        self._next += 1
        return self._next


def _certificate(folder):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "test")])
    now = datetime.datetime.now(datetime.timezone.utc)
    certificate = (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
                   .serial_number(x509.random_serial_number()).not_valid_before(now - datetime.timedelta(days=1))
                   .not_valid_after(now + datetime.timedelta(days=1))
                   .add_extension(x509.SubjectAlternativeName([x509.DNSName("www.example.com")]), critical=False)
                   .sign(key, hashes.SHA256()))
    paths = folder / "certificate.pem", folder / "key.pem"
    paths[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    return paths


def _handler(github, answer):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            status, content = answer(github, self.command, self.path, self.headers, json.loads(body) if body else None)
            content = content if isinstance(content, bytes) else json.dumps(content).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_POST = do_PATCH = do_GET

        def log_message(self, *_):
            pass
    return Handler


def _application(github, method, path, headers, body):
    answer = github.healthy[0] if github.healthy else 503
    if len(github.healthy) > 1:
        github.healthy.pop(0)
    return (answer if path == "/-/health" else 404), b""


def _api(github, method, path, headers, body):
    github.requests.append(f"{method} {path}")
    if path == "/release/cairn":
        return 200, github.release
    token = re.fullmatch(r"Bearer (.*)", headers.get("Authorization", ""))
    permissions = json.loads(base64.urlsafe_b64decode(token.group(1))) if token else {}
    address = urlsplit(path)
    for pattern, methods in ROUTES:
        match = re.fullmatch(r"/api/repos/acme/site" + pattern, address.path)
        if match and method in methods:
            allowed, function = methods[method]
            if not any(_covers(permissions.get(scope), need) for scope, need in allowed):
                return 403, {"message": "Resource not accessible by integration"}
            return function(github, body, parse_qs(address.query), *match.groups())
    return 404, {"message": f"no {method} {path}"}


def _covers(has, needs):
    return has == "write" or has == needs


def _page(items, query):
    size, page = int(query.get("per_page", [MOST])[0]), int(query.get("page", [1])[0])
    return 200, items[(page - 1) * size:page * size]


def _pulls_of_commit(github, body, query, sha):
    return _page([pull for pull in github.pulls.values() if sha in pull["commits"]], query)


def _list_comments(github, body, query, number):
    return _page(github.comments.get(int(number), []), query)


def _add_comment(github, body, query, number):
    comment = {"id": github.number(), "user": {"login": BOT}, "body": body["body"]}
    github.comments.setdefault(int(number), []).append(comment)
    return 201, comment


def _edit_comment(github, body, query, comment_id):
    comment = next(each for comments in github.comments.values() for each in comments if each["id"] == int(comment_id))
    comment["body"] = body["body"]
    return 200, comment


def _list_issues(github, body, query):
    state, creator = query.get("state", ["open"])[0], query.get("creator", [None])[0]
    return _page([issue for issue in github.issues if issue["state"] == state and creator in (None, issue["user"]["login"])], query)


def _add_issue(github, body, query):
    issue = {"number": github.number(), "state": "open", "user": {"login": BOT}, "title": body["title"], "body": body["body"]}
    github.issues.append(issue)
    return 201, issue


def _edit_issue(github, body, query, number):
    issue = next(each for each in github.issues if each["number"] == int(number))
    issue.update(body)
    return 200, issue


def _files(github, body, query, number):
    return _page([{"filename": name} for name in github.pulls[int(number)].get("files", [])], query)


READ_PULLS = [("pull-requests", "read")]
TALK = [("issues", "write"), ("pull-requests", "write")]
# "Permissions required for fine-grained personal access tokens", which hold for the token of a job as well.
ROUTES = [
    (r"/commits/([0-9a-f]{40})/pulls", {"GET": (READ_PULLS, _pulls_of_commit)}),
    (r"/pulls/(\d+)/files", {"GET": (READ_PULLS, _files)}),
    (r"/issues/(\d+)/comments", {"GET": ([*READ_PULLS, ("issues", "read")], _list_comments), "POST": (TALK, _add_comment)}),
    (r"/issues/comments/(\d+)", {"PATCH": (TALK, _edit_comment)}),
    (r"/issues", {"GET": ([("issues", "read")], _list_issues), "POST": ([("issues", "write")], _add_issue)}),
    (r"/issues/(\d+)", {"PATCH": ([("issues", "write")], _edit_issue)}),
]


def read_release(path):
    return Path(path).read_bytes()
