"""What a reader gets through nginx, and what nginx keeps to itself."""

import http.client
import json
import os
import re
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

import pytest

from benchmarks import proxy
from benchmarks.processes import Server, python

pytestmark = pytest.mark.deploy
MAP = "/kaart?indicator=meldingen&periode=2025-H2&gemeente=GM0344"
_BIN = Path(sys.executable).parent
OWN_CERTIFICATE = ssl._create_unverified_context()


def ask(address: str, **headers: str) -> tuple[int, Message, bytes]:
    request = urllib.request.Request(
        address, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    try:
        with urllib.request.urlopen(request, timeout=30, context=OWN_CERTIFICATE) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def test_nginx_accepts_the_configuration_as_shipped(tmp_path):
    listen = (proxy.CONFIG / "beeld-listen.conf").read_text(encoding="utf-8").replace("/etc/ssl/beeld", str(tmp_path))
    proxy.make_certificate(tmp_path)
    main = proxy.write(tmp_path, ports=[8601, 8602], listen=listen)
    (tmp_path / "beeld-to-https.conf").write_text((proxy.CONFIG / "beeld-to-https.conf").read_text("utf-8"), "utf-8")
    found = subprocess.run(
        [proxy.program(), "-t", "-p", tmp_path, "-c", main], capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stderr
    assert "warn" not in found.stderr


def test_a_linter_finds_nothing_unsafe_in_the_configuration(tmp_path):
    main = proxy.write(tmp_path, ports=[8601, 8602], listen="listen 127.0.0.1:8699;\n")
    # the names after proxy_pass are our own upstream groups, which no resolver is asked for
    found = subprocess.run(
        [_BIN / "gixy", "--skips", "missing_resolver", "-f", "json", main], capture_output=True, text=True, check=False
    )
    assert json.loads(found.stdout) == [], found.stdout


def test_a_reader_gets_a_worker_by_name_and_keeps_it(site):
    cookies = {ask(site.address + MAP)[1]["set-cookie"] for _ in range(40)}
    assert {cookie.split(";")[0] for cookie in cookies} == {"werker=a", "werker=b"}
    assert all("HttpOnly" in cookie and "SameSite=Lax" in cookie and "Expires" not in cookie for cookie in cookies)
    assert ask(site.address + MAP, Cookie="werker=b")[1]["set-cookie"] is None


@pytest.mark.parametrize("cookie", ["werker=c", "werker=../../etc", "werker="])
def test_a_made_up_worker_is_replaced_by_a_real_one(site, cookie):
    status, headers, _ = ask(site.address + MAP, Cookie=cookie)
    assert status == 200
    assert headers["set-cookie"].startswith(("werker=a;", "werker=b;"))


@pytest.mark.parametrize("address", [MAP, "/bestaat-niet", "/gezond", "/robots.txt"])
def test_every_security_header_comes_once(site, address):
    host, port = site.address.removeprefix("http://").split(":")
    link = http.client.HTTPConnection(host, int(port), timeout=30)
    link.request("GET", address)
    headers = [name.lower() for name, _ in link.getresponse().getheaders()]
    link.close()
    for name in (
        "content-security-policy",
        "referrer-policy",
        "x-content-type-options",
        "x-frame-options",
        "permissions-policy",
    ):
        assert headers.count(name) == 1, name


# What the scanner says of every answer, and why it stays so.
ACCEPTED = {
    "Content-Security-Policy - style-src",  # Streamlit sets styles from script, which no hash can allow
    "Content-Security-Policy - img-src",  # pictures that Streamlit carries inside its own files
    "Content-Security-Policy - font-src",  # and letters
    "Server",  # the word "nginx", without its version
}
KEPT = {"Cache-Control"}  # the same for everyone, so it may be kept and is asked again when it can change
OPEN = {"Access-Control-Allow-Origin", "Cross-Origin-Resource-Policy"}  # open data: every site may read it
SCANNED = {
    "/": ACCEPTED | KEPT,
    MAP: ACCEPTED | KEPT,
    "/bestaat-niet": ACCEPTED | KEPT,
    "/metrics": ACCEPTED | KEPT,
    "/robots.txt": ACCEPTED | KEPT,
    "/app/static/boundaries/index.json": ACCEPTED | KEPT,
    "/data/v1/": ACCEPTED | KEPT | OPEN,
    "/gemeenteblad": ACCEPTED | KEPT | OPEN,
    "/voorvertoning/overzicht.png": ACCEPTED | KEPT | OPEN,
    # a figure inside another site
    "/kaart?embed=true": ACCEPTED
    | KEPT
    | {"Content-Security-Policy - frame-ancestors", "Cross-Origin-Resource-Policy", "X-Frame-Options"},
    # script of the page repeats this cookie in a header, so it must be able to read it (no HttpOnly)
    "/_stcore/health": ACCEPTED | KEPT | {"Set-Cookie - _streamlit_xsrf"},
}


@pytest.mark.parametrize("address", SCANNED)
def test_a_scanner_of_headers_finds_only_what_has_a_reason(site, address):
    """The scanner makes its own requests, over TLS, with the certificate of this run as the one it trusts."""
    trust = {**os.environ, "REQUESTS_CA_BUNDLE": str(site.front.folder / "fullchain.pem")}
    command = [_BIN / "drheader", "scan", "single", "--output", "json", site.secure_address + address]
    said = subprocess.run(command, capture_output=True, text=True, check=False, env=trust, timeout=60)
    found = [one for one in json.loads(said.stdout) if one["severity"] in {"high", "medium"}]
    assert {one["rule"] for one in found} == SCANNED[address]


def test_the_cookies_of_an_encrypted_line_stay_on_it(site):
    jar = [ask(site.secure_address + path)[1]["set-cookie"] for path in (MAP, "/_stcore/health")]
    assert [cookie.split("=")[0] for cookie in jar] == ["werker", "_streamlit_xsrf"]
    assert all("; secure" in cookie.lower() and "; samesite=lax" in cookie.lower() for cookie in jar)
    assert "secure" not in ask(site.address + "/_stcore/health")[1]["set-cookie"].lower()


@pytest.mark.parametrize("address", ["/metrics", "/_stcore/metrics", "/_stcore/metrics/", "//metrics", "/%6detrics"])
def test_metrics_are_not_found_from_outside(site, address):
    status, _, body = ask(site.address + address)
    assert status == 404
    assert b"process_" not in body
    assert b"Deze pagina bestaat niet" in body


def test_files_come_compressed_and_are_kept_for_ever(site):
    page = ask(site.address + MAP)[2].decode()
    script = re.search(r'src="(/static/js/index[^"]+)"', page)[1]
    for encoding in ("br", "gzip"):
        _, headers, _ = ask(site.address + script, Accept_Encoding=f"{encoding}, deflate")
        assert headers["content-encoding"] == encoding
        assert "immutable" in headers["cache-control"]
    plain = ask(site.address + script, Accept_Encoding="identity")
    assert plain[1]["content-encoding"] is None
    assert len(plain[2]) > 100_000


@dataclass
class Halfway:
    """nginx in front of two workers of which only the second has the newest file."""

    address: str
    a: Server
    b: Server


@pytest.fixture
def halfway(tmp_path: Path) -> Iterator[Halfway]:
    for name, files in {"a": ["old.txt"], "b": ["old.txt", "new.txt"]}.items():
        for file in files:
            (tmp_path / name / "static").mkdir(parents=True, exist_ok=True)
            (tmp_path / name / "static" / file).write_text(file, encoding="utf-8")
        (tmp_path / name / "gezond").write_text("ok", encoding="utf-8")
    serve = python("-m", "http.server", "--bind", "127.0.0.1", "{port}")
    with (
        Server(serve, health="/gezond", folder=tmp_path / "a") as a,
        Server(serve, health="/gezond", folder=tmp_path / "b") as b,
        proxy.nginx([a, b]) as front,
    ):
        yield Halfway(front.address, a, b)


@pytest.mark.parametrize("worker", ["a", "b"])
def test_halfway_an_upgrade_a_file_is_found_at_the_worker_that_has_it(halfway, worker):
    for file in ("old.txt", "new.txt"):
        assert ask(f"{halfway.address}/static/{file}", Cookie=f"werker={worker}")[2] == file.encode()
    assert ask(f"{halfway.address}/static/none.txt", Cookie=f"werker={worker}")[0] == 404


def test_a_worker_that_came_back_is_asked_again_at_once(halfway):
    for gone, other in ((halfway.a, halfway.b), (halfway.b, halfway.a)):
        gone.stop()
        assert [ask(halfway.address + "/gezond", Cookie=f"werker={name}")[0] for name in "aabb"] == [200] * 4
        gone.__enter__()
        other.stop()
        assert [ask(halfway.address + "/gezond", Cookie=f"werker={name}")[0] for name in "aabb"] == [200] * 4
        other.__enter__()


def test_the_log_names_no_place_that_a_reader_chose(site):
    ask(site.address + "/kaart?gemeente=GM0758", Referer="https://zoekmachine.example/", User_Agent="Herkenbaar/1.0")
    for path in ("/gemeenteblad/breda?jaar=2018", "/Gemeenteblad/Breda", "/raadspakket/breda.docx", "/feed/breda.atom"):
        ask(site.address + path)
    until = time.monotonic() + 10  # nginx writes the line after the answer
    while "/feed/" not in (log := (site.front.folder / "beeld-access.log").read_text("utf-8")):
        assert time.monotonic() < until, log
        time.sleep(0.05)
    for line in ("GET /kaart 200", "/gemeenteblad/[plaats] 200", "/raadspakket/[plaats] 200", "/feed/[plaats] 200"):
        assert line in log
    for secret in ("GM0758", "?", "127.0.0.1", "zoekmachine", "Herkenbaar", "breda", "Breda"):
        assert secret not in log


def test_a_flood_from_one_address_is_refused_in_dutch(site):
    answers = [ask(f"{site.address}/data/v1/bestaat-niet-{number}") for number in range(120)]
    refused = [body for status, _, body in answers if status == 429]
    assert refused, "the limit of downloads never came"
    assert b"0800-2000" in refused[0]
    assert answers[0][0] == 404
