"""Every address of the sitemap answers in Dutch and without a failure: shells of pages, sheets and files of all places."""

import re

import pytest
import requests

pytestmark = pytest.mark.slow

_LOC = re.compile(r"<loc>(.*?)</loc>")
_ENGLISH = re.compile(r"Internal Server Error|Not Found|Traceback|Exception")


@pytest.fixture(scope="module")
def addresses(server) -> list[str]:
    """Paths of the sitemap, as a search engine reads them."""
    return [
        address.removeprefix(server) for address in _LOC.findall(requests.get(f"{server}/sitemap.xml", timeout=60).text)
    ]


def test_every_address_of_the_sitemap_answers_in_dutch(server, addresses):
    wrong, session = [], requests.Session()
    for address in addresses:
        answer = session.get(f"{server}{address}", timeout=60)
        if answer.status_code != 200 or _ENGLISH.search(answer.text):
            wrong.append((address, answer.status_code))
        elif "text/html" in answer.headers["content-type"] and 'lang="nl"' not in answer.text:
            wrong.append((address, "no Dutch page"))
    assert wrong == []
    assert len(addresses) > 380


@pytest.mark.parametrize("slug", ["bussum", "veghel", "schijndel", "werkendam", "aalburg", "weesp", "haaren"])
def test_municipalities_that_ended_are_in_the_sitemap(addresses, slug):
    assert f"/gemeenteblad/{slug}" in addresses
