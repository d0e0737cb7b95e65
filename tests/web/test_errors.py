"""Any error on any route gives our own Dutch page with all headers; a program gets the same as JSON."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.conftest import free_port, running, uvicorn_command

HEADERS = {
    "content-security-policy",
    "referrer-policy",
    "x-content-type-options",
    "permissions-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "x-frame-options",
}


@pytest.fixture(scope="module")
def failing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Address and log of a server with routes that fail on purpose."""
    port, log = free_port(), tmp_path_factory.mktemp("failing") / "log.txt"
    command = [part.replace("app:app", "tests.web.app_with_a_failing_route:app") for part in uvicorn_command(port)]
    with running(command, port=port, log=log) as address:
        yield address, log


def assert_dutch(answer: requests.Response, *, status: int, words: str) -> None:
    assert answer.status_code == status
    assert {name.lower() for name in answer.headers} >= HEADERS
    assert answer.headers["content-type"].startswith("text/html")
    assert '<html lang="nl"' in answer.text
    assert words in answer.text
    assert "0800-2000" in answer.text
    assert 'class="hg-exit"' in answer.text
    assert "Internal Server Error" not in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("path", ["/gemeenteblad/kapot", "/gemeenteblad/kapot.pdf"])
def test_a_route_that_fails_gives_our_own_page(failing, path):
    address, log = failing
    answer = requests.get(address + path, timeout=30)
    assert_dutch(answer, status=500, words="Dat ligt aan ons, niet aan u.")
    assert "GM0758" not in answer.text
    assert "RuntimeError" in log.read_text()
    assert "GM0758" not in log.read_text(), "no line of the log tells a place"


def test_a_program_gets_json_in_both_languages(failing):
    answer = requests.get(f"{failing[0]}/data/v1/kapot.csv", timeout=30)
    assert answer.status_code == 500
    assert {name.lower() for name in answer.headers} >= HEADERS
    assert set(answer.json()) == {"fout", "error", "parameter"}
    assert "Dat ligt aan ons" in answer.json()["fout"]


def test_the_bare_text_of_a_framework_gives_way_to_our_page(failing):
    assert_dutch(requests.get(f"{failing[0]}/kaal", timeout=30), status=502, words="Er ging iets mis")


def test_an_answer_that_has_begun_is_cut_off_and_the_server_lives(failing):
    with pytest.raises(requests.RequestException):
        requests.get(f"{failing[0]}/halverwege", timeout=30)
    assert requests.get(f"{failing[0]}/gezond", timeout=30).ok


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
@pytest.mark.parametrize("path", ["/kaart", "/gemeenteblad/breda", "/sitemap.xml", "/bestaat-niet"])
def test_what_cannot_be_written_to_says_so_in_dutch(failing, method, path):
    answer = requests.request(method, failing[0] + path, timeout=30)
    assert_dutch(answer, status=405, words="Op dit adres kunt u alleen lezen.")
    assert answer.headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize("path", ["/bestaat-niet", "/media/bestaat-niet.png", "/gemeenteblad/nergenshuizen", "/%00"])
def test_what_is_not_there_says_so_in_dutch(failing, path):
    answer = requests.get(failing[0] + path, timeout=30)
    assert answer.status_code == 404
    assert {name.lower() for name in answer.headers} >= HEADERS
    assert 'lang="nl"' in answer.text
    assert "Not Found" not in answer.text


@pytest.mark.parametrize(
    "path", ["/gemeenteblad/%00", "/feed/%00.atom", "/raadspakket/%00.docx", "/voorvertoning/%00.png"]
)
def test_an_address_that_is_refused_says_so_in_dutch(failing, path):
    assert_dutch(requests.get(failing[0] + path, timeout=30), status=400, words="Controleer het adres")
    answer = requests.get(f"{failing[0]}/data/v1/%00", timeout=30)
    assert set(answer.json()) == {"fout", "error", "parameter"}
