"""A certificate authority of our own, which the machines trust in place of the public ones and of RDS's."""
import subprocess

LIFE = "3650"  # days


def _openssl(*arguments):
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)


class Authority:
    def __init__(self, folder):
        """Kept from run to run: its certificate is part of the images."""
        folder.mkdir(parents=True, exist_ok=True)
        self.certificate, self._key = folder / "authority.pem", folder / "authority.key"
        if not self.certificate.exists():
            _openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", LIFE, "-keyout", self._key,
                     "-out", self.certificate, "-subj", "/CN=Authority of the boot tests", "-addext", "keyUsage=critical,keyCertSign,cRLSign")

    def issue(self, folder, name, hosts):
        """Makes NAME.pem in the folder, key and certificate for these hosts."""
        key, request, extensions, result = (folder / f"{name}.{suffix}" for suffix in ("key", "csr", "ext", "pem"))
        extensions.write_text("subjectAltName=" + ",".join(f"DNS:{host}" for host in hosts) + "\nextendedKeyUsage=serverAuth\n")
        _openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key, "-out", request, "-subj", "/CN=lab")
        _openssl("x509", "-req", "-in", request, "-CA", self.certificate, "-CAkey", self._key, "-CAcreateserial", "-days", LIFE,
                 "-extfile", extensions, "-out", result)
        result.write_text(result.read_text() + key.read_text())
        return result
