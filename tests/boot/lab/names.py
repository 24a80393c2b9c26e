"""The names that machines may look up: a DNS server of a few lines. What it does not know does not exist."""
import socketserver
import struct
import threading

from . import network


class Names:
    def __init__(self):
        self._exact = {}
        self._below = {}
        self.unknown = set()

    def add(self, name, address):
        """A name, or with a leading dot every name below it."""
        (self._below if name.startswith(".") else self._exact)[name.lower()] = address

    def find(self, name):
        if name in self._exact:
            return self._exact[name]
        longest = max((suffix for suffix in self._below if name.endswith(suffix)), key=len, default=None)
        return self._below.get(longest)

    def serve(self):
        server = socketserver.ThreadingUDPServer((network.EDGE, 53), _Handler)
        server.names = self
        threading.Thread(target=server.serve_forever, daemon=True).start()


class _Handler(socketserver.BaseRequestHandler):
    def handle(self):
        query, socket = self.request
        labels, at = [], 12
        while query[at]:
            labels.append(query[at + 1:at + 1 + query[at]].decode("latin-1").lower())
            at += query[at] + 1
        question, kind = query[12:at + 5], struct.unpack(">H", query[at + 1:at + 3])[0]
        name = ".".join(labels)
        address = self.server.names.find(name)
        if address is None:
            self.server.names.unknown.add(name)
        answer = b""
        if address and kind == 1:  # A, with a time to live of no seconds
            answer = struct.pack(">HHHIH", 0xC00C, 1, 1, 0, 4) + bytes(map(int, address.split(".")))
        header = struct.pack(">2sHHHHH", query[:2], 0x8180 if address else 0x8183, 1, 1 if answer else 0, 0, 0)
        socket.sendto(header + question + answer, self.client_address)
