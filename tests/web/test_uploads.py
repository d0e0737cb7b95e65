"""A file can be sent to one address only, and only while the page of that reader asks for one."""

import pytest
import requests
from starlette.formparsers import MultiPartParser

import upload_gate
from web import uploads

METHODS = ["PUT", "POST", "DELETE", "OPTIONS", "PATCH", "GET"]


@pytest.fixture(autouse=True)
def _shut():
    yield
    upload_gate.close("lezer")


def test_a_path_is_admitted_only_while_its_page_asks():
    address = "/_stcore/upload_file/lezer/1234"
    assert not uploads.admits(address, method="PUT")
    upload_gate.open_for("lezer")
    assert uploads.admits(address, method="PUT")
    assert not uploads.admits(address, method="POST")
    assert not uploads.admits("/_stcore/upload_file/ander/1234", method="PUT")
    upload_gate.close("lezer")
    assert not uploads.admits(address, method="PUT")


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/upload_file/lezer",
        "/_stcore/upload_file/lezer/",
        "/_stcore/upload_file/lezer/a/b",
        "/kaart",
        "/_stcore/metrics",
    ],
)
def test_no_other_path_is_admitted(path):
    upload_gate.open_for("lezer")
    assert not uploads.admits(path, method="PUT")


def test_a_door_shuts_by_itself(monkeypatch):
    monkeypatch.setattr(upload_gate, "SECONDS", -1)
    upload_gate.open_for("lezer")
    assert not upload_gate.admits("/_stcore/upload_file/lezer/1")


def test_the_number_of_open_doors_has_a_limit(monkeypatch):
    monkeypatch.setattr(upload_gate, "MOST_SESSIONS", 2)
    for name in ("lezer", "tweede", "derde"):
        upload_gate.open_for(name)
    assert not upload_gate.admits("/_stcore/upload_file/lezer/1")
    assert upload_gate.admits("/_stcore/upload_file/derde/1")
    for name in ("tweede", "derde"):
        upload_gate.close(name)


def test_an_upload_stays_in_memory():
    uploads.keep_in_memory()
    assert MultiPartParser.spool_max_size > 10 * 1024 * 1024


@pytest.mark.parametrize("method", METHODS)
def test_the_running_app_refuses_who_does_not_ask(server, method):
    answer = requests.request(method, f"{server}/_stcore/upload_file/iemand/1", data=b"x", timeout=30)
    assert answer.status_code in {404, 405}
    assert '<html lang="nl"' in answer.text


@pytest.mark.parametrize("path", ["/", "/cijfercheck", "/media/x", "/component/x", "/data/v1/meldingen.csv"])
def test_no_other_address_takes_a_body(server, path):
    files = {"file": ("tekst.txt", b"In Breda waren 12 meldingen.")}
    for send in (requests.put, requests.post):
        assert send(server + path, files=files, timeout=30).status_code == 405
