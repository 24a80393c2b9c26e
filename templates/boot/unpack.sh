# shellcheck shell=bash disable=SC2154
# Comes behind values.sh: unpacks the programs that boot an instance and all they are told, and starts them. Python is
# there because cloud-init is. The line is a number, its least digit first; zero bytes stand between the files.
lib=$ram/usr/local/lib/cairn
install -d "$lib"
python3 -c 'import json, lzma, os, sys
lib = sys.argv[1]
os.chdir(sys.argv[2])
n = 0
for c in input()[::-1]: n = n * 94 + ord(c) - 33
boot, php, told = lzma.LZMADecompressor().decompress(n.to_bytes(16384, "little")).split(b"\0")
files = {lib + "/boot": boot, lib + "/app.php": php, "../app.json": told}
for name, value in json.loads(told)["system"].items(): files[name] = value.encode()
for path in files: open(path, "wb").write(files[path])
' "$lib" "$values" <<'PACKED'
@@PACKED@@
PACKED
chmod +x "$lib/boot"
exec "$lib/boot" first "$ram"
