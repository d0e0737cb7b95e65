"""What the server keeps to itself: no place in any log line, no cookie, strict headers on every kind of answer."""

import logging
import re
import urllib.error
import urllib.request

import pytest

from tests.conftest import free_port, running, uvicorn_command
from tests.web.test_answers import get
from web import log_redaction
from web.routes import routes

KINDS = {
    "a page": ("/kaart?gemeente=GM0758", 200),
    "a redirect": ("/kaart/?gemeente=GM0758", 200),
    "a missing page": ("/gemeente/GM0758", 404),
    "an own file": ("/huisstijl/nee.css", 404),
    "a static file": ("/app/static/boundaries/index.json", 200),
    "a sheet": ("/gemeenteblad/breda", 200),
    "a missing sheet": ("/gemeenteblad/atlantis-aan-zee", 404),
    "a sheet as pdf": ("/gemeenteblad/breda.pdf", 200),
    "a pack": ("/raadspakket/breda.docx", 200),
    "a missing pack": ("/raadspakket/atlantis-aan-zee.pptx", 404),
    "a pack of a comparison": ("/raadspakket/vergelijking.pptx?gemeente=GM0758&met=GM0826", 200),
    "the feed": ("/feed.atom", 200),
    "a feed": ("/feed/breda.atom", 200),
    "a missing feed": ("/feed/atlantis-aan-zee.atom", 404),
    "the calendar": ("/verwacht.ics", 200),
    "data": ("/data/v1/wb-meldingen.csv?gemeente=GM0758", 200),
    "refused data": ("/data/v1/wb-meldingen.csv?gemeente=GM9999", 404),
    "missing data": ("/data/v1/bestaat-niet.json", 404),
    "the search": ("/zoek?q=breda+utrecht", 200),
    "suggestions": ("/zoek.json?q=Breda", 200),
    "health": ("/gezond", 200),
    "Streamlit": ("/_stcore/host-config", 200),
    "robots": ("/robots.txt", 200),
    "a picture of a link": ("/voorvertoning/gemeente.png?gemeente=GM0758", 200),
    "a catalogue record": ("/data/v1/dcat.ttl", 200),
}


@pytest.fixture(scope="module")
def watched(tmp_path_factory):
    port, log = free_port(), tmp_path_factory.mktemp("log") / "log.txt"
    with running(uvicorn_command(port), port=port, log=log) as address:
        yield address, log


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_answer_is_strict_sets_no_cookie_and_leaves_no_place_in_the_log(watched, kind):
    address, log = watched
    path, expected = KINDS[kind]
    status, headers, body = get(address + path)
    assert status == expected or (status >= 400 and expected >= 400)
    scripts = re.search(r"script-src ([^;]+)", headers["content-security-policy"])[1]
    assert "unsafe" not in scripts
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["permissions-policy"]
    assert "set-cookie" not in headers
    assert b"Traceback" not in body
    assert not re.search(r"GM\d{4}|[Bb]reda|atlantis|gemeente=", log.read_text())


def test_a_request_that_is_not_for_us_to_answer_is_strict_too(watched):
    request = urllib.request.Request(watched[0] + "/kaart", data=b"x", method="PUT")
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(request, timeout=30)
    assert "content-security-policy" in error.value.headers


def test_over_https_the_browser_is_told_to_stay_there():
    from web.headers import security_headers

    assert "max-age" in security_headers(script_hashes=[], embedded=False, secure=True)["strict-transport-security"]


@pytest.mark.parametrize(
    "line",
    ["GET /kaart?gemeente=GM0758&met=GM0855 HTTP/1.1", "unknown region GM0758", "sheet /gemeenteblad/breda.pdf failed", "pack /raadspakket/breda.docx failed", "level VT11 and PV30"],
)  # fmt: skip
def test_a_log_line_loses_its_places(line):
    assert not re.search(r"GM\d|VT\d|PV\d|breda|gemeente=", log_redaction.without_places(line))


def test_an_error_in_the_log_says_where_and_never_what_about(caplog):
    before = logging.getLogRecordFactory()
    logging.setLogRecordFactory(logging.LogRecord)
    try:
        log_redaction.install()
        try:
            int("Breda")
        except ValueError:
            logging.getLogger("test").exception("Failed for %s", "GM0758")
        assert "ValueError" in caplog.text
        assert "test_private.py" in caplog.text
        assert "Breda" not in caplog.text
        assert "GM0758" not in caplog.text
    finally:
        logging.setLogRecordFactory(before)


def test_the_operator_says_where_to_write(monkeypatch):
    from starlette.requests import Request

    import site_map

    monkeypatch.setenv("HGIB_CONTACT", "mailto:beveiliging@gemeente.example")
    route = next(one for one in routes((), contact=site_map.contact()) if one.path.endswith("security.txt"))
    asked = {
        "type": "http",
        "method": "GET",
        "path": route.path,
        "headers": [],
        "server": ("x", 80),
        "scheme": "http",
        "query_string": b"",
    }
    assert b"Contact: mailto:beveiliging@gemeente.example\n" in route.endpoint(Request(asked)).body
    monkeypatch.setenv("HGIB_CONTACT", "javascript:alert(1)")
    assert site_map.contact() == ""
