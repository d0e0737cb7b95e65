"""A host of plain files on this machine, as one that follows the ``_headers`` of an export."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PACKED = {".html", ".css", ".js", ".json", ".svg"}
"""Endings of the files that hosts compress."""


class FileHost(SimpleHTTPRequestHandler):
    """Python's own server, with the headers that the export asks of a host for every address; it says nothing."""

    left_out = ("strict-transport-security",)  # parts of headers that make no sense without TLS

    def end_headers(self) -> None:
        """Add the headers of the first block of ``_headers``."""
        block = (Path(self.directory) / "_headers").read_text(encoding="utf-8").partition("\n\n")[0]
        for line in block.splitlines()[1:]:
            name, _, value = line.strip().partition(": ")
            if not any(part in f"{name} {value}" for part in self.left_out):
                self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class CompressingHost(FileHost):
    """The same, compressed as every host does, with the page for a wrong address."""

    protocol_version = "HTTP/1.1"
    left_out = (*FileHost.left_out, "upgrade-insecure")

    def do_GET(self) -> None:
        """Send a file, or the page for a wrong address."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        there = file.is_file()
        if not there:
            file = Path(self.directory) / "404.html"
        content = file.read_bytes()
        packed = file.suffix in PACKED
        content = gzip.compress(content, 6) if packed else content
        self.send_response(200 if there else 404)
        kind = self.guess_type(str(file))
        self.send_header("content-type", f"{kind}; charset=utf-8" if packed else kind)
        self.send_header("content-length", str(len(content)))
        if packed:
            self.send_header("content-encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def served(folder: Path, host: type[FileHost] = FileHost) -> Iterator[str]:
    """Address of a folder while it is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(host, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
