"""Gemeente and Vergelijken offer the pack of exactly what they show, and the pack is there."""

import asyncio
import html
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.requests import Request

from data_sources.versions import EMBEDDED_VERSION
from tests import without_inhabitants
from tests.web.packs.reading import READ
from web.packs.routes import ROUTES

LINK = re.compile(r'<a href="(/raadspakket/[^"]+)"[^>]*>([^<]+)</a>')


def packs_of(page) -> dict[str, str]:
    """Addresses of the packs on a page by their format, asked of the real routes; the words of each link name the format."""
    links = {words: html.unescape(address) for address, words in LINK.findall(page.markup)}
    assert list(links) == ["Word (DOCX)", "PowerPoint (PPTX)"]
    assert "<summary>Raadspakket</summary>" in page.markup
    return dict(zip(("docx", "pptx"), links.values(), strict=True))


def texts_of(address: str, ending: str) -> str:
    path, _, query = address.partition("?")
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": query.encode(),
        "headers": [],
        "scheme": "http",
    }
    scope |= {"server": ("127.0.0.1", 80), "path_params": {"name": path.rpartition("/")[2]}}
    with ThreadPoolExecutor(1) as pool:  # a thread of its own: browser tests of the same run have a loop in this one
        answer = pool.submit(asyncio.run, ROUTES[0].endpoint(Request(scope))).result()
    assert answer.status_code == 200, answer.body[-900:]
    return "\n".join(READ[ending](answer.body).texts)


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        ({"gemeente": "GM0758"}, "100,1 per 10.000 inwoners"),
        ({"gemeente": "GM0363", "periode": "2023"}, "97,8 per 10.000 inwoners"),
        ({"gemeente": "NL01", "periode": "2022-H1"}, "34,1 per 10.000 inwoners"),
        ({"gemeente": "PV30"}, "29,7% van de meldingen"),
        ({"gemeente": "VT15"}, "staat nog niet op deze site"),
        ({"gemeente": "GM0457"}, "Weesp is op 24 maart 2022 opgegaan in Amsterdam."),
    ],
)
def test_gemeente_offers_the_pack_of_its_period(read_page, choices, words):
    page = read_page("municipality.py", **choices)
    assert words in page.text
    for ending, address in packs_of(page).items():
        assert words in texts_of(address, ending)


@pytest.mark.parametrize(
    "choices",
    [
        {"gemeente": "GM0758"},
        {"gemeente": "GM0758", "met": "GM0826,GM0777", "indicator": "wb-adviezen"},
        {"gemeente": "GM0758", "vergelijk": "regio", "lijn": "groep"},
        {"gemeente": "PV30", "met": "PV31", "niveau": "PV"},
        {"gemeente": "GM0855", "met": "GM0772"},
    ],
)
def test_vergelijken_offers_the_pack_of_its_choices(read_page, choices):
    page = read_page("compare.py", **choices)
    for ending, address in packs_of(page).items():
        text = texts_of(address, ending)
        verdict = re.search(r'class="hg-verdict"[^>]*>(.*?)</p>', page.markup, re.DOTALL)
        if verdict is not None:
            for part in html.unescape(re.sub(r"<[^>]+>", " ", verdict[1])).split(" · ")[1:]:
                assert part.strip() in text
        else:
            assert "Hier valt nog niets te vergelijken" in text


def test_an_older_version_stands_in_the_links(read_page, tmp_path, monkeypatch):
    monkeypatch.setenv("HGIB_DATA", str(without_inhabitants.write(tmp_path)))
    page = read_page("municipality.py", gemeente="GM0363", periode="2023", versie=EMBEDDED_VERSION)
    for ending, address in packs_of(page).items():
        assert f"versie={EMBEDDED_VERSION}" in address
        assert "97,8 per 10.000 inwoners" in texts_of(address, ending)
    newest = packs_of(read_page("municipality.py", gemeente="GM0363", periode="2023"))
    assert "97,8" not in texts_of(newest["docx"], "docx")
