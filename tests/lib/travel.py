"""The programs that boot an instance, as they travel: numbers of base 90, in one line of user data and in parameters."""
import json
import lzma

DIGITS = [chr(code) for code in range(ord("!"), ord("~") + 1) if chr(code) not in '"\\{}']
BITS = 6491853  # of a million digits
BEGIN, END = "<<'PACKED'\n", "\nPACKED\n"


def line_of(data):
    number, length = int.from_bytes(data, "little"), -(-len(data) * 8_000_000 // BITS)
    digits = []
    for _ in range(length):
        number, digit = divmod(number, 90)
        digits.append(DIGITS[digit])
    return "".join(digits)


def bytes_of(line):
    number = 0
    for digit in reversed(line):
        number = number * 90 + DIGITS.index(digit)
    return number.to_bytes(len(line) * BITS // 8_000_000, "little")


def pack(aws, boot, app, told):
    """The bytes of which user data and parameters have pieces."""
    filters = [{"id": lzma.FILTER_LZMA1, "preset": 9}]
    return lzma.compress("\0".join([aws, boot, app, json.dumps(told)]).encode(), format=lzma.FORMAT_ALONE, filters=filters)


def unpack(lines):
    """The programs by their names, and what they are told."""
    aws, boot, app, told = lzma.decompress(b"".join(map(bytes_of, lines))).decode().split("\0")
    return {"aws": aws, "boot": boot, "app.php": app}, json.loads(told)


def line_in(script):
    """The piece that user data has; None if it has none."""
    return script.split(BEGIN)[1].split(END)[0] if BEGIN in script else None
