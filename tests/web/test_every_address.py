"""Every address of the sitemap answers in Dutch and without a failure: shells of pages, sheets and files of all places."""

import re

import pytest
from starlette.testclient import TestClient

from app import app

_LOC = re.compile(r"<loc>(.*?)</loc>")
_ENGLISH = re.compile(r"Internal Server Error|Not Found|Traceback|Exception")


@pytest.fixture(scope="module")
def client():
    return TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False)


@pytest.fixture(scope="module")
def addresses(client) -> list[str]:
    """Paths of the sitemap, as a search engine reads them."""
    return [address.removeprefix("http://127.0.0.1") for address in _LOC.findall(client.get("/sitemap.xml").text)]


def test_every_address_of_the_sitemap_answers_in_dutch(client, addresses):
    wrong = []
    for address in addresses:
        answer = client.get(address)
        if answer.status_code != 200 or _ENGLISH.search(answer.text):
            wrong.append((address, answer.status_code))
        elif "text/html" in answer.headers["content-type"] and 'lang="nl"' not in answer.text:
            wrong.append((address, "no Dutch page"))
    assert wrong == []
    assert len(addresses) > 380


@pytest.mark.parametrize("slug", ["bussum", "veghel", "schijndel", "werkendam", "aalburg", "weesp", "haaren"])
def test_municipalities_that_ended_are_in_the_sitemap(addresses, slug):
    assert f"/gemeenteblad/{slug}" in addresses
