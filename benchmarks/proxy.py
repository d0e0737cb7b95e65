"""nginx on this machine with the configuration of deploy/, in front of workers on other ports."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.processes import ROOT, Server, free_port

CONFIG = ROOT / "deploy" / "nginx"


class MissingNginxError(RuntimeError):
    """nginx is not installed."""


def program() -> str:
    """Path of nginx, which Debian keeps outside the path of ordinary users."""
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if found is None:
        msg = "nginx is missing: `make nginx` installs it from Debian"
        raise MissingNginxError(msg)
    return found


def write(folder: Path, *, ports: Sequence[int], listen: str) -> Path:
    """Lay out the files of deploy/nginx with other ports and folders; returns the main file."""
    (folder / "cache").mkdir(parents=True, exist_ok=True)
    for source in CONFIG.glob("*.conf"):
        text = source.read_text(encoding="utf-8")
        for written, ours in _on_this_machine(folder, ports).items():
            text = text.replace(written, ours)
        (folder / source.name).write_text(text, encoding="utf-8")
    shutil.copytree(CONFIG / "beeld-html", folder / "beeld-html", dirs_exist_ok=True)
    (folder / "mime.types").write_text("types { text/html html; }\n", encoding="utf-8")
    (folder / "beeld-listen.conf").write_text(listen, encoding="utf-8")
    (folder / "beeld-to-https.conf").write_text("", encoding="utf-8")
    return folder / "nginx.conf"


def _on_this_machine(folder: Path, ports: Sequence[int]) -> dict[str, str]:
    return {
        "127.0.0.1:8601": f"127.0.0.1:{ports[0]}",
        "127.0.0.1:8602": f"127.0.0.1:{ports[1]}",
        "/var/cache/nginx/beeld": str(folder / "cache"),
        "/var/log/nginx": str(folder),
        "/etc/nginx": str(folder),
        "/run/nginx.pid": str(folder / "nginx.pid"),
        "user www-data;": "user root; daemon off;" if os.geteuid() == 0 else "daemon off;",
        "http {\n": "http {\n" + "".join(f"    {kind}_temp_path {folder}/{kind};\n" for kind in _TEMPORARY),
    }


_TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def make_certificate(folder: Path) -> None:
    """A certificate of our own, as beeld-listen.conf names it."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=beeld",
         "-addext", "subjectAltName=IP:127.0.0.1",
         "-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem"],
        check=True, capture_output=True,
    )  # fmt: skip


class Front(Server):
    """nginx, its folder with the log, and the port with TLS."""

    secure_port: int


@contextmanager
def nginx(workers: Sequence[Server]) -> Iterator[Front]:
    """Run nginx in front of two workers; gives the server that readers go to."""
    port = free_port()
    secure_port = free_port(after=port)
    with tempfile.TemporaryDirectory(prefix="beeld-nginx-") as name:
        folder = Path(name)
        make_certificate(folder)
        listen = (
            f"listen 127.0.0.1:{port};\nlisten 127.0.0.1:{secure_port} ssl http2;\n"
            f"ssl_certificate {folder}/fullchain.pem;\nssl_certificate_key {folder}/privkey.pem;\n"
        )
        main = write(folder, ports=[worker.port for worker in workers], listen=listen)
        command = [program(), "-p", str(folder), "-c", str(main)]
        with Front(command, health="/gezond", port=port) as server:
            server.folder, server.secure_port = folder, secure_port
            yield server
