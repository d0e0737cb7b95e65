"""The addresses of what is new: kept answers, one address per place, refusals in Dutch, and links to them."""

from __future__ import annotations

import re

import pytest
import requests

from geo import registry
from pages._parts.first_answer import first_answer
from site_map import FEED, feed_address
from tests.web.feeds import reading
from web import autodiscovery
from web.feeds import routes

ADDRESSES = {
    "/feed.atom": "application/atom+xml; charset=utf-8",
    "/feed/breda.atom": "application/atom+xml; charset=utf-8",
    "/feed/veilig-thuis-west-brabant.atom": "application/atom+xml; charset=utf-8",
    "/feed/nederland.atom": "application/atom+xml; charset=utf-8",
    "/verwacht.ics": "text/calendar; charset=utf-8",
}


def get(address: str, **headers: str) -> requests.Response:
    return requests.get(address, headers=headers, timeout=60, allow_redirects=False)


@pytest.mark.parametrize("path", ADDRESSES)
def test_an_answer_has_its_kind_and_is_kept(beside, path):
    answer = get(beside + path)
    assert (answer.status_code, answer.headers["content-type"]) == (200, ADDRESSES[path])
    assert answer.headers["cache-control"] == "public, max-age=300"
    computed = routes.ANSWERS.computed
    assert get(beside + path, **{"if-none-match": answer.headers["etag"]}).status_code == 304
    assert get(beside + path, **{"if-modified-since": answer.headers["last-modified"]}).status_code == 304
    assert get(f"{beside}{path}?utm_source=krant&fbclid=1").content == answer.content
    assert routes.ANSWERS.computed == computed


@pytest.mark.parametrize("path", [*ADDRESSES, "/feed/atlantis.atom"])
def test_head_tells_what_get_tells(beside, path):
    read, head = get(beside + path), requests.head(beside + path, timeout=60)
    assert (head.status_code, head.content) == (read.status_code, b"")
    hidden = {"date"}
    assert {k: v for k, v in head.headers.items() if k not in hidden} == {
        k: v for k, v in read.headers.items() if k not in hidden
    }


@pytest.mark.parametrize("path", [path for path in ADDRESSES if path.endswith("atom")])
def test_a_feed_names_its_own_address_and_its_page(beside, path):
    feed = reading.tree(get(beside + path).content)
    reading.SCHEMA.assertValid(feed)
    links = {link.get("rel"): link.get("href") for link in feed.findall("a:link", reading.NS)}
    assert links["self"] == beside + path
    assert links["alternate"].startswith(f"{beside}/")
    assert feed.findtext("a:id", namespaces=reading.NS).startswith("tag:127.0.0.1,2026:feed")


@pytest.mark.parametrize(
    ("typed", "path"),
    [("Den%20Bosch.atom", "s-hertogenbosch"), ("GM0758.atom", "breda"), ("breda.ATOM", "breda")],
)
def test_a_place_has_one_address(beside, typed, path):
    answer = get(f"{beside}/feed/{typed}?ref=blad")
    assert (answer.status_code, answer.headers["location"]) == (308, f"/feed/{path}.atom")


@pytest.mark.parametrize("name", ["atlantis.atom", "breda", "breda.rss", "x" * 300 + ".atom", "%3Cb%3E.atom"])
def test_a_refusal_says_in_dutch_what_to_do(beside, name):
    answer = get(f"{beside}/feed/{name}")
    assert (answer.status_code, answer.headers["cache-control"]) == (404, "no-store")
    assert "<h1>Deze lijst is er niet</h1>" in answer.text
    assert "Alle nieuwe cijfers samen staan op /feed.atom." in answer.text
    assert "<b>" not in answer.text


@pytest.mark.parametrize("host", ["beeld.example:8443", "BEELD.example", "[::1]:8600"])
def test_ids_hold_the_name_of_the_site_without_its_port(beside, host):
    feed = reading.tree(get(f"{beside}/feed.atom", host=host).content)
    reading.SCHEMA.assertValid(feed)
    name = "localhost" if "::1" in host else "beeld.example"
    assert feed.findtext("a:id", namespaces=reading.NS) == f"tag:{name},2026:feed"


def test_a_sheet_names_its_feed_in_its_head_and_its_foot(beside):
    page = get(f"{beside}/gemeenteblad/breda").text
    head, _, body = page.partition("</head>")
    assert re.findall(r'<link rel="alternate" type="application/atom\+xml" title="([^"]+)" href="([^"]+)">', head) == [
        ("Cijfers per gemeente: Breda", "/feed/breda.atom"),
        ("Cijfers per gemeente: nieuw en veranderd", "/feed.atom"),
    ]
    assert '<a href="/feed/breda.atom">Bericht bij nieuwe cijfers over Breda (feed)</a>' in body


def test_the_head_of_every_page_names_the_feed_and_that_of_its_place(server):
    link = re.compile(r'<link rel="alternate" type="application/atom\+xml" title="[^"]+" href="([^"]+)" />')
    for path in ("/", "/bronnen", "/kaart", "/gemeente"):
        assert link.findall(get(server + path).text.partition("</head>")[0]) == [FEED]
    for path in ("/gemeente?gemeente=GM0758", "/?gemeente=GM0758", "/gemeente?gemeente=VT21"):
        assert link.findall(get(server + path).text.partition("</head>")[0]) == [
            feed_address(registry.slug(path.rpartition("=")[2])),
            FEED,
        ]


def test_an_area_of_a_document_has_no_feed():
    assert autodiscovery.feeds("DR01") == [("Cijfers per gemeente: nieuw en veranderd", FEED)]


def test_the_page_of_every_entry_shows_what_it_promises(data_folder):
    """Links to maps and places give a first screen: none of their choices is unknown."""
    from tests.web.feeds.test_differences import of_place, of_site

    links = {
        entry.address.removeprefix("https://beeld.example")
        for content in (of_site(data_folder), of_place(data_folder, "GM0014"))
        for entry in reading.changes(content)
    }
    assert any(link.startswith("/kaart?indicator=meldingen&niveau=GM&periode=") for link in links)
    assert any(link.startswith("/gemeente?gemeente=GM0014&periode=") for link in links)
    for link in links:
        path, _, query = link.partition("?")
        if path in {"/kaart", "/gemeente"}:
            choices = dict(pair.split("=") for pair in query.split("&"))
            assert first_answer(path.removeprefix("/"), choices) is not None, link
