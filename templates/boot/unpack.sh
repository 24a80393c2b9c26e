# shellcheck shell=bash disable=SC2154
# Comes behind values.sh: unpacks the programs that boot an instance and all they are told, and starts them. Python is
# there because cloud-init is. What is told is small because it was packed with the programs' text at hand.
python3 -c 'import base64, io, json, lzma, sys, tarfile, zlib
programs, told = (base64.b85decode(part.replace("\n", "")) for part in sys.stdin.read().split("\n\n"))
at = sys.argv[1] + "/usr/local/lib/cairn/"
etc = sys.argv[1] + "/etc/cairn/"
tarfile.open(fileobj=io.BytesIO(lzma.decompress(programs))).extractall(at)
told = zlib.decompressobj(zdict=b"".join(open(at + name, "rb").read() for name in ("boot", "app.php"))).decompress(told)
open(etc + "app.json", "wb").write(told)
for name, value in json.loads(told)["system"].items():
  open(etc + "values/" + name, "w").write(value)
' "$ram" <<'PACKED'
@@PROGRAMS@@

@@APPLICATION@@
PACKED
exec "$ram/usr/local/lib/cairn/boot" first "$ram"
