"""What is shared: a folder in place of EFS, and the far end of the TLS tunnel to it."""
import shutil
import socketserver
import ssl
import threading

from . import network


class Files:
    def __init__(self, folder):
        self.folder = folder  # every machine sees it as /.files; what it mounts is `shared` therein
        self.shared = folder / "shared"
        self.shared.mkdir(parents=True)

    def serve(self, authority, work, names, region, file_system, access_point):
        (self.folder / ".expected").write_text(f"id={file_system}\naccess_point={access_point}\n")
        host = f"{file_system}.efs.{region}.amazonaws.com"
        names.add(host, network.FILES)
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.minimum_version = ssl.TLSVersion.TLSv1_2
        tls.load_cert_chain(authority.issue(work, "files", [host]))
        server = socketserver.ThreadingTCPServer((network.FILES, 2049), _Tunnel, bind_and_activate=False)
        server.allow_reuse_address = server.daemon_threads = True
        server.server_bind()
        server.server_activate()
        server.tls, server.file_system = tls, file_system
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return server

    def clear(self):
        for path in self.shared.iterdir():
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()


class _Tunnel(socketserver.BaseRequestHandler):
    def handle(self):
        try:
            with self.server.tls.wrap_socket(self.request, server_side=True) as stream:
                if stream.recv(64) == b"whose\n":
                    stream.sendall(self.server.file_system.encode() + b"\n")
        except OSError:
            pass  # a client that does not trust the certificate
