"""The agents that Amazon makes and signs. Nobody here can sign as Amazon does: this run's agents are signed by a key of its own,
and user data is booted with that key's fingerprint in place of Amazon's. All else of it stays."""
import base64
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
KEY_URL = "https://amazoncloudwatch-agent.s3.amazonaws.com/assets/amazon-cloudwatch-agent.gpg"
READ = b"\n. ./aws\n"  # behind this line user data can unpack the programs and what they are told


class Vendors:
    def __init__(self, folder, keys):
        """Makes the agents in the folder. The keys stay for later runs."""
        self._folder = folder
        self._gpg = ["gpg", "--homedir", str(keys), "--batch", "--quiet", "--pinentry-mode", "loopback", "--passphrase", ""]
        if not keys.exists():
            keys.mkdir(mode=0o700)
            self._run("--quick-generate-key", "Not Amazon", "rsa2048", "sign")
        subprocess.run(["bash", HERE / "agents", folder], check=True)
        shown = self._run("--with-colons", "--list-keys").decode()
        self.fingerprint = next(line.split(":")[9] for line in shown.splitlines() if line.startswith("fpr:"))
        for deb in folder.glob("*.deb"):
            self._run("--detach-sign", "--output", f"{deb}.sig", str(deb))
        (folder / "key").write_bytes(self._run("--armor", "--export"))
        self._key = base64.b64encode(self._run("--export")).decode()
        subprocess.run(["gpgconf", "--homedir", keys, "--kill", "all"], check=False)

    def _run(self, *arguments):
        return subprocess.run([*self._gpg, *arguments], check=True, capture_output=True).stdout

    def offer(self, edge, region):
        s3 = f"s3.{region}.amazonaws.com"
        edge.offer(KEY_URL, self._folder / "key")
        for end in ("", ".sig"):
            for architecture in ("amd64", "arm64"):
                edge.offer(f"https://{s3}/amazon-ssm-{region}/latest/debian_{architecture}/amazon-ssm-agent.deb{end}",
                           self._folder / f"amazon-ssm-agent.deb{end}")
                edge.offer(f"https://amazoncloudwatch-agent-{region}.{s3}/debian/{architecture}/latest/amazon-cloudwatch-agent.deb{end}",
                           self._folder / f"amazon-cloudwatch-agent.deb{end}")

    def known_to(self, script):
        """The user data, or script for an image, that knows this run's key."""
        assert READ in script, "user data does not read what can unpack the programs"
        ours = f"""eval "theirs_$(declare -f unpack)"
unpack() {{
  theirs_unpack &&
    awk '{{ print $1, "{self.fingerprint}", $3 ~ /^https:/ ? $3 : "{self._key}" }}' "$values/DEBS" >agents &&
    mv agents "$values/DEBS"
}}
"""
        return script.replace(READ, READ + ours.encode())
