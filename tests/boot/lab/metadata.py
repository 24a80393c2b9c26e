"""The instance metadata service, version 2 only, as the launch template asks for."""
import json
import secrets
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from . import network

ROLE = "role-of-the-instances"


class Metadata:
    def __init__(self, region):
        self.region = region
        self.access_key, self.token_of_role = "ASIALABLABLABLABLABA", secrets.token_hex(64)
        self.instances = {}  # address -> instance id
        self._tokens = set()

    def serve(self):
        server = ThreadingHTTPServer((network.METADATA, 80), _Handler)
        server.metadata = self
        threading.Thread(target=server.serve_forever, daemon=True).start()

    def token(self):
        self._tokens.add(token := secrets.token_hex(16))
        return token

    def knows(self, token):
        return token in self._tokens

    def find(self, path, address):
        instance = self.instances.get(address)
        credentials = {"Code": "Success", "LastUpdated": "2026-01-01T00:00:00Z", "Type": "AWS-HMAC", "AccessKeyId": self.access_key,
                       "SecretAccessKey": "secret+of/the=role", "Token": self.token_of_role, "Expiration": "2099-01-01T00:00:00Z"}
        identity = {"instanceId": instance, "region": self.region, "accountId": "123456789012", "privateIp": address}
        return {
            "meta-data/instance-id": instance,
            "meta-data/local-ipv4": address,
            "meta-data/local-hostname": f"ip-{address.replace('.', '-')}.{self.region}.compute.internal",
            "meta-data/placement/region": self.region,
            "meta-data/placement/availability-zone": f"{self.region}a",
            "meta-data/iam/security-credentials/": ROLE,
            f"meta-data/iam/security-credentials/{ROLE}": json.dumps(credentials, indent=2, separators=(",", " : ")),
            "dynamic/instance-identity/document": json.dumps(identity, indent=2),
        }.get(path)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_PUT(self):
        known = self.path == "/latest/api/token" and self.headers.get("X-aws-ec2-metadata-token-ttl-seconds")
        self._answer(200 if known else 400, self.server.metadata.token() if known else "")

    def do_GET(self):
        metadata = self.server.metadata
        if not metadata.knows(self.headers.get("X-aws-ec2-metadata-token")):
            return self._answer(401, "")
        found = metadata.find(self.path.removeprefix("/latest/"), self.client_address[0])
        return self._answer(200 if found else 404, found or "")

    def _answer(self, status, text):
        self.send_response(status)
        self.send_header("Content-Length", str(len(text.encode())))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_):
        pass
