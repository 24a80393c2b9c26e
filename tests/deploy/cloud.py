"""A cloud of one's own: the engine on a free loopback port, and two ways to ask it, the AWS CLI and boto3."""
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import boto3
from botocore import xform_name
from botocore.config import Config
from botocore.exceptions import ClientError
from limits import limit

HERE = Path(__file__).resolve().parent
SEED = 42  # makes every id and name the same in each run


class Cloud:
    """Used as `with Cloud("eu-west-1") as cloud:`."""

    def __init__(self, region, **settings):
        """`settings` are variables that only the server gets."""
        self.region, self.settings = region, settings
        self._folder = tempfile.TemporaryDirectory(prefix="cairn-deploy-")
        self.folder = Path(self._folder.name)
        self._clients = {}

    def __enter__(self):
        for _ in range(3):  # the port is free when it is picked; another process may take it first
            self._start(_free_port())
            if self._answers():
                return self
            self._stop()
        raise RuntimeError("the server did not start:\n" + self.log())

    def __exit__(self, *_):
        self._stop()
        self._folder.cleanup()

    def _start(self, port):
        # "localhost", because moto takes the first word of a numeric address for a bucket's name.
        self.url = f"http://localhost:{port}"
        self.environment = _environment(self.url, self.region)
        with open(self.folder / "server.log", "w", encoding="utf-8") as log:
            self._server = subprocess.Popen([sys.executable, "-m", "engine.server", str(port)], cwd=HERE, stdout=log, stderr=log,
                                            env={**self.environment, **self.settings})

    def _answers(self):
        deadline = time.monotonic() + limit(60)
        while time.monotonic() < deadline and self._server.poll() is None:
            try:
                _open(f"{self.url}/moto-api/seed?a={SEED}", b"")
                return True
            except OSError:
                time.sleep(0.05)
        return False

    def _stop(self):
        self._server.terminate()
        self._server.wait()

    def log(self):
        """What the server wrote, without its list of requests."""
        lines = (self.folder / "server.log").read_text(encoding="utf-8").splitlines()
        return "\n".join([line for line in lines if "HTTP/1.1" not in line][-12:])

    def client(self, service):
        if service not in self._clients:
            config = Config(retries={"total_max_attempts": 1}, s3={"addressing_style": "path"})
            self._clients[service] = boto3.client(
                service, region_name=self.region, endpoint_url=self.url, aws_access_key_id="testing", aws_secret_access_key="testing",
                config=config)
        return self._clients[service]

    def cli(self, *arguments):
        """Runs the AWS CLI. It needs to be told where twice: its upload of a template to S3 knows only the environment, and
        RDS in us-east-1 only the option."""
        return subprocess.run(["aws", "--endpoint-url", self.url, *arguments], env=self.environment, capture_output=True, text=True, check=False)

    # The judge asks through either of these two: (service, operation, **parameters) -> answer.

    def ask_cli(self, service, operation, **parameters):
        arguments = [service, xform_name(operation, "-"), "--output", "json"]
        if parameters:
            arguments += ["--cli-input-json", json.dumps(parameters)]
        run = self.cli(*arguments)
        if run.returncode:
            raise RuntimeError(f"aws {' '.join(arguments)}: {run.stderr.strip()}")
        return json.loads(run.stdout or "{}")

    def ask_boto(self, service, operation, **parameters):
        try:
            return getattr(self.client(service), xform_name(operation))(**parameters)
        except ClientError as error:
            raise RuntimeError(str(error)) from error


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _environment(url, region):
    """Nothing of the caller's AWS set-up gets in, and nothing leaves this machine: AWS_ENDPOINT_URL holds for every client."""
    own = {key: value for key, value in os.environ.items() if not key.startswith(("AWS_", "BOTO")) and not key.lower().endswith("_proxy")}
    return {
        **own, "AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": "testing", "AWS_DEFAULT_REGION": region, "AWS_PAGER": "",
        "AWS_MAX_ATTEMPTS": "1", "AWS_EC2_METADATA_DISABLED": "true", "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull, "AWS_ENDPOINT_URL": url, "NO_PROXY": "localhost,127.0.0.1",
        "no_proxy": "localhost,127.0.0.1",
    }


def _open(url, body):
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(urllib.request.Request(url, data=body, method="POST"), timeout=2) as answer:
        return answer.read()
