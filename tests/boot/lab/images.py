"""Layers of file systems, each made by a script of ../images on top of others and kept under the hash of all that went into it."""
import hashlib
import os
import shutil
import subprocess
from pathlib import Path

from limits import limit

from .packages import ADDRESS

SCRIPTS = Path(__file__).resolve().parent.parent / "images"
RELEASE = "bookworm"


class Layer:
    def __init__(self, folder, below, key):
        self.folder, self.key = folder, key
        self.lowers = [folder, *(below.lowers if below else [])]  # topmost first, as overlay wants them


def mount(layer, upper, at):
    """Mounts a writable file system whose changes go to the folder `upper`. `volatile`: nobody needs them after a crash."""
    work = upper.with_name(upper.name + ".work")
    for folder in (upper, work, at):
        folder.mkdir(parents=True, exist_ok=True)
    lowers = ":".join(map(str, layer.lowers))
    subprocess.run(["mount", "-t", "overlay", "overlay", "-o", f"lowerdir={lowers},upperdir={upper},workdir={work},volatile", at], check=True)


def _files(value):
    """Of an input that is a file or a folder: what is in it counts."""
    if not isinstance(value, Path):
        return []
    return sorted(value.iterdir()) if value.is_dir() else [value]


class Images:
    def __init__(self, folder, packages, authority):
        self.folder, self._sources, self._authority = folder, packages.sources(RELEASE), authority

    def layer(self, name, below=None, **inputs):
        """The layer that the script of that name makes. The inputs are its environment, and count as much as its text."""
        script = SCRIPTS / name
        told = {"SOURCES": self._sources, "RELEASE": RELEASE, **{key: str(value) for key, value in inputs.items()}}
        parts = [script.read_bytes(), (SCRIPTS / "common.sh").read_bytes(), self._authority.read_bytes(), repr(sorted(told.items())).encode(),
                 *(file.read_bytes() for value in inputs.values() for file in _files(value))]
        return self.keep(name, below, parts, lambda folder: self._make(script, below, told, folder))

    def keep(self, name, below, parts, make):
        """The layer whose hash is that of these parts; made by make(folder), if it is not there."""
        key = hashlib.sha256(b"\0".join([*parts, (below.key if below else "").encode()])).hexdigest()[:12]
        done = self.folder / f"{name}-{key}"
        if not done.exists():
            for other in self.folder.glob(f"{name}-*"):
                shutil.rmtree(other)
            print(f"  making the image `{name}` …", flush=True)
            make(done)
        return Layer(done, below, key)

    def _make(self, script, below, told, done):
        new = self.folder / f"new-{script.name}"
        shutil.rmtree(new, ignore_errors=True)
        root, upper = new / "root", new / "upper"
        upper.mkdir(parents=True)
        if below:
            mount(below, upper, root)
            subprocess.run(["mount", "-t", "proc", "proc", root / "proc"], check=True)
        else:
            root = upper
        log = new / "log"
        with open(log, "wb") as output:
            environment = {"PATH": os.environ["PATH"], "ROOT": str(root), "PROXY": ADDRESS, "AUTHORITY": str(self._authority), **told}
            status = subprocess.run(["bash", script], env=environment, stdout=output, stderr=output, timeout=limit(1800), check=False).returncode
        if status:
            raise RuntimeError(f"the image `{script.name}` was not made:\n" + "\n".join(log.read_text(errors="replace").splitlines()[-30:]))
        if below:
            subprocess.run(["umount", "-R", root], check=True)
        upper.rename(done)
        shutil.rmtree(new)
