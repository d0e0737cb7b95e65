"""One export of a few places of every level, served as plain files by Python's own server."""

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.conftest import ROOT

SITE = "https://cijfers.example"
PLACES = ("NL01", "PV30", "VT21", "GM0758", "GM0855", "GM0344", "GM0788")  # with and without figures, one that ended


def run_export(out: Path, *more: str, data: Path | None = None) -> str:
    """Export to a folder, of the figures in the folder ``data`` when that is given; gives what the command said."""
    command = [
        sys.executable,
        "-m",
        "web.export",
        "--out",
        str(out),
        "--url",
        SITE,
        "--places",
        ",".join(PLACES),
        *more,
    ]
    environment = {**os.environ, **({"HGIB_DATA": str(data)} if data else {})}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder with the files."""
    out = tmp_path_factory.mktemp("export") / "site"
    run_export(out)
    return out


class _Host(SimpleHTTPRequestHandler):
    """Python's own server, with the headers that the export asks of a host for every address."""

    def end_headers(self) -> None:
        """Add the headers of the first block of ``_headers``."""
        block = (Path(self.directory) / "_headers").read_text().partition("\n\n")[0]
        for line in block.splitlines()[1:]:
            name, _, value = line.strip().partition(": ")
            if name != "strict-transport-security":
                self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Address of a folder, as ``python -m http.server`` serves it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


@pytest.fixture(scope="session")
def site_of_files(exported: Path) -> Iterator[str]:
    """Address of the exported site."""
    with served(exported) as address:
        yield address
