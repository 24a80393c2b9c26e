# shellcheck shell=bash disable=SC1091,SC2154
# Comes behind values.sh: unpacks the first of the programs that boot an instance, aws.sh, which can get and unpack the
# others. Python is there because cloud-init is. The line is a number, its least digit first, of bytes packed by LZMA.
lib=$ram/usr/local/lib/cairn
install -d "$lib"
cd "$lib" || exit
cat >packed <<'PACKED'
@@PACKED@@
PACKED
python3 -c 'import lzma, sys
line, n = input(), 0
digits = [chr(c) for c in range(33, 127) if c not in b"\"\\{}"]
for c in line[::-1]: n = n * 90 + digits.index(c)
packed = n.to_bytes(len(line) * 6491853 // 8000000, "little")
sys.stdout.buffer.write(lzma.LZMADecompressor().decompress(packed).split(b"\0")[0])' <packed >aws
. ./aws
