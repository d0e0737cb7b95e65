"""The site of files behind a real nginx: alone, and before the app at one address."""

import http.client
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from benchmarks import proxy
from benchmarks.processes import free_port
from web.export import hosts

pytestmark = pytest.mark.deploy
FILES = {
    "index.html": "voorkant",
    "404.html": "bestaat niet",
    "gemeente/index.html": "gemeente",
    "gemeente/GM0758/index.html": "Breda",
    "gemeenteblad/breda/index.html": "blad van Breda",
    "gemeenteblad/breda/2018.pdf": "pdf",
    "bestanden/huisstijl/page.12345678.css": "css",
    "data/v1/meldingen.csv": "csv",
}


class _Worker(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Say which address came to the app."""
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f"app {self.path}".encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    content = {
        **FILES,
        **{name.strip("/"): text.decode() for name, text in hosts.host_files((), url="https://x.nl").items()},
    }
    for name, text in content.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    folder.chmod(0o755)
    return folder


@contextmanager
def running(main: Path, port: int) -> Iterator[str]:
    """Address of nginx with a main file; it is stopped afterwards."""
    process = subprocess.Popen([proxy.program(), "-p", str(main.parent), "-c", str(main)], stderr=subprocess.PIPE)
    try:
        until = time.monotonic() + 20
        while time.monotonic() < until and process.poll() is None:
            try:
                http.client.HTTPConnection("127.0.0.1", port, timeout=2).connect()
                break
            except OSError:
                time.sleep(0.05)
        assert process.poll() is None, process.stderr.read()
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Follow nothing."""


def ask(address: str) -> tuple[int, dict[str, str], str]:
    """Status, headers and text of an answer; a redirect is not followed."""
    try:
        answer = urllib.request.build_opener(_Stay).open(address, timeout=10)
    except urllib.error.HTTPError as error:
        answer = error
    return answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer.read().decode()


def test_files_alone(site, tmp_path):
    port = free_port()
    listen = f"listen 127.0.0.1:{port};\n"
    main = proxy.write(tmp_path / "nginx", ports=[1, 2], listen=listen)
    server = f"server {{ {listen} root {site}; include {site}/nginx.conf; }}\n"
    (main.parent / "beeld.conf").write_text(server)
    with running(main, port) as address:
        for path, text in (("/", "voorkant"), ("/gemeente/GM0758/", "Breda"), ("/data/v1/meldingen.csv", "csv")):
            status, headers, body = ask(address + path)
            assert (status, body) == (200, text)
            assert headers["x-content-type-options"] == "nosniff"
        assert "script-src 'self'" in ask(f"{address}/gemeente/GM0758/")[1]["content-security-policy"]
        assert "immutable" in ask(f"{address}/bestanden/huisstijl/page.12345678.css")[1]["cache-control"]
        assert ask(f"{address}/data/v1/meldingen.csv")[1]["access-control-allow-origin"] == "*"
        assert ask(f"{address}/bestaat-niet")[0::2] == (404, "bestaat niet")
        status, headers, _ = ask(f"{address}/gemeente?gemeente=GM0758")
        assert (status, headers["location"].removeprefix(address)) == (302, "/gemeente/GM0758/")
        assert ask(f"{address}/gemeente?gemeente=../../x")[0] == 301


def test_files_and_the_app_behind_one_address(site, tmp_path):
    port = free_port()
    workers = [ThreadingHTTPServer(("127.0.0.1", 0), _Worker) for _ in range(2)]
    for worker in workers:
        threading.Thread(target=worker.serve_forever, daemon=True).start()
    ports = [worker.server_port for worker in workers]
    main = proxy.write(tmp_path / "nginx", ports=ports, listen=f"listen 127.0.0.1:{port};\n")
    conf = main.parent / "beeld.conf"
    begin = "include beeld-listen.conf;"
    assert begin in conf.read_text()
    conf.write_text(conf.read_text().replace(begin, f"{begin}\n    root {site};\n    include {site}/nginx-app.conf;"))
    with running(main, port) as address:
        for path, text in (
            ("/", "voorkant"),
            ("/gemeente/GM0758/", "Breda"),
            ("/gemeenteblad/breda/", "blad van Breda"),
            ("/gemeenteblad/breda/2018.pdf", "pdf"),
            ("/bestanden/huisstijl/page.12345678.css", "css"),
            ("/gemeente?gemeente=GM0758", "app /gemeente?gemeente=GM0758"),
            ("/vergelijken", "app /vergelijken"),
            ("/gemeenteblad/breda?jaar=2018", "app /gemeenteblad/breda?jaar=2018"),
            ("/gemeenteblad/breda.pdf", "app /gemeenteblad/breda.pdf"),
            ("/data/v1/meldingen.csv?gemeente=GM0758", "app /data/v1/meldingen.csv?gemeente=GM0758"),
        ):
            assert ask(address + path)[0::2] == (200, text), path
    for worker in workers:
        worker.shutdown()
