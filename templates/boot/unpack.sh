# shellcheck shell=bash disable=SC2154
# Comes behind values.sh: unpacks the programs that boot an instance and all they are told, and starts them. Python is
# there because cloud-init is. What is told is small because it was packed with the programs' text at hand.
python3 -c 'import json, lzma, os, sys, zlib
programs, told = (b"".join(sum((ord(c) - 33) * 94**i for i, c in enumerate(t[k:k + 11])).to_bytes(9, "big")
for k in range(0, len(t), 11)) for t in sys.stdin.read().split())
programs = lzma.LZMADecompressor().decompress(programs)
told = zlib.decompressobj(zdict=programs).decompress(told)
at = sys.argv[1] + "/usr/local/lib/cairn/"
etc = sys.argv[1] + "/etc/cairn/"
os.makedirs(at, exist_ok=True)
php = programs.index(b"<?php")
open(at + "boot", "wb").write(programs[:php])
open(at + "app.php", "wb").write(programs[php:])
os.chmod(at + "boot", 0o755)
open(etc + "app.json", "wb").write(told)
for name, value in json.loads(told)["system"].items():
  open(etc + "values/" + name, "w").write(value)
' "$ram" <<'PACKED'
@@PROGRAMS@@
@@APPLICATION@@
PACKED
exec "$ram/usr/local/lib/cairn/boot" first "$ram"
