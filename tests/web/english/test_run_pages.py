"""Pages of the app in English: the numbers of the Dutch page, no Dutch word, no script, and each names the other."""

import re
from html import unescape

import pytest
import requests
from playwright.sync_api import expect

from data_sources.catalogue.embedded_indicators import EMBEDDED_INDICATORS
from editions import opening_view
from editions.edition import current_edition
from language import Language, in_language
from site_map import RUN_IN_ENGLISH
from tests.audit import OF_COLOUR, axe
from tests.web.english.english_text import dutch_words, numbers_of_both, text_of
from web import page_elements
from web.english import links, run_document, run_pages
from web.export import recording
from web.page_files import Assets
from web.page_runs import Waiting

EDITION = current_edition()
PLACES = {
    "no figure, no country": "GM1959",
    "no figure, but a country": "GM0034",
    "shares its name": "GM0014",
    "lower than the country": "GM1731",
    "in West-Brabant": "GM0748",
    "in another region of CBS": "GM0716",
    "new": "GM1992",
    "longest name": "GM0820",
    "another part": "LD04",
    "a province": "PV22",
    "the region of the documents": "VT21",
    "another region": "VT13",
}
"""Places besides those of test_places_in_english."""
VIEWS = [
    ("/kaart", {}),
    *(("/kaart", {"indicator": indicator}) for indicator in opening_view.titles(EDITION)),
    ("/kaart", {"indicator": "wb-meldingen", "gemeente": "GM0758"}),
    ("/kaart", {"niveau": "LD", "gemeente": "LD04"}),
    *(("/gemeente", {"gemeente": code}) for code in PLACES.values()),
]
NAMED_VIEWS = [pytest.param(path, query, id=f"{path}?{'&'.join(query.values())}") for path, query in VIEWS]
OTHERWISE = re.compile(r"<nav\b.*?</nav>|<form\b.*?</form>", re.DOTALL)
"""What stands otherwise on a page without script: choices and search."""
OF_A_MAP = re.compile(r"<svg\b.*?</svg>|<ul class=\"hg-legend\">.*?</ul>", re.DOTALL)
"""The map and its list, which the script of the Dutch page draws."""


def english(path: str, query: dict[str, str]) -> str:
    with in_language(Language.ENGLISH):
        return run_pages.of_elements(recording.record(path, query, site="http://x")).html


def dutch(path: str, query: dict[str, str]) -> str:
    return page_elements.html_of(recording.record(path, query, site="http://x"), assets=Assets())


@pytest.mark.parametrize(("path", "query"), NAMED_VIEWS)
def test_a_page_has_the_numbers_of_the_dutch_one_and_no_dutch_word(path, query):
    in_english, in_dutch = english(path, query), dutch(path, query)
    assert dutch_words(text_of(in_english)) == set()
    pages = [OTHERWISE.sub(" ", html) for html in (in_english, in_dutch)]
    text, dutch_text = (text_of(OF_A_MAP.sub(" ", html) if path == "/kaart" else html) for html in pages)
    shown, shown_in_dutch = numbers_of_both(text, dutch_text)
    assert shown == shown_in_dutch


def test_a_map_without_script_shows_what_the_script_would():
    html = english("/kaart", {"indicator": "wb-meldingen"})
    assert "<noscript" not in html
    assert len(re.findall(r'<path d="[^"]+" fill="(?:var|url)', html)) > 300
    assert {"19 municipalities", "no figure on this site yet: 361"} <= set(
        re.findall(r"19 municipalities|no figure on this site yet: 361", html)
    )
    assert 'href="/en/gemeente?gemeente=GM0758"' in html
    assert 'name="naar" value="kaart"' in html


def linked(html: str) -> tuple[str, dict[str, str]]:
    canonical = re.search(r'<link rel="canonical" href="([^"]+)"', html)[1]
    return canonical, dict(re.findall(r'<link rel="alternate" hreflang="([a-z-]+)" href="([^"]+)"', html))


@pytest.mark.parametrize("path", RUN_IN_ENGLISH)
def test_a_page_is_served_whole_without_script_and_names_the_dutch_one(server, path):
    query = {"/kaart": "?indicator=meldingen&niveau=GM", "/gemeente": "?gemeente=NL01"}.get(path, "")
    answer = requests.get(f"{server}/en{path}{query}", timeout=60)
    dutch_answer = requests.get(f"{server}{path}{query}", timeout=60).text
    assert answer.status_code == 200
    assert '<html lang="en"' in answer.text
    assert set(re.findall(r"<script\b([^>]*)>", answer.text)) == {' type="application/ld+json"'}
    assert not re.search(r'\son[a-z]+="', answer.text)
    assert 'name="robots"' not in answer.text
    for text in ('href="tel:08002000"', "Leave this site quickly", "advice and reporting centre", 'action="/en/zoek"'):
        assert text in answer.text
    canonical, others = linked(answer.text)
    site = server.rstrip("/")
    assert canonical == f"{site}/en{path}"
    assert others == linked(dutch_answer)[1] == {"nl": f"{site}{path}", "en": canonical, "x-default": f"{site}{path}"}
    switch = re.search(r'<a class="hg-language" lang="nl" hreflang="nl" href="([^"]*)"', answer.text)[1]
    assert unescape(switch) == f"{path}{query}"
    assert f'href="/en{path}' in dutch_answer


def test_the_dutch_page_leads_to_the_same_view_in_english(server):
    html = requests.get(f"{server}/gemeente?gemeente=NL01&periode=2019-H1", timeout=60).text
    there = unescape(re.search(r'<a class="hg-language" href="([^"]*)"', html)[1])
    assert there == "/en/gemeente?gemeente=NL01&periode=2019-H1"


@pytest.mark.parametrize(
    ("query", "about"),
    [
        ("indicator=zomaar", "‘zomaar’ for figure"),
        ("niveau=XX", "‘XX’ for level"),
        ("gemeente=GM9999", "‘GM9999’ for the place"),
        ("periode=2099", "‘2099’ for the period"),
        ("kleur=rood", "‘kleur’"),
        ("versie=9", "‘9’ for the version of the figures"),
        ("indicator=%3Cscript%3Ealert(1)%3C/script%3E", "for figure"),
    ],
)
def test_a_choice_that_is_unknown_is_named_and_left_out(server, query, about):
    answer = requests.get(f"{server}/en/kaart?{query}", timeout=60)
    assert answer.status_code == 200
    assert about in unescape(answer.text)
    assert "<script>alert" not in answer.text
    assert '<meta name="robots" content="noindex">' in answer.text


def test_what_is_followed_from_elsewhere_is_the_same_page(server):
    plain, followed = (requests.get(f"{server}/en/kaart{query}", timeout=60) for query in ("", "?utm_source=x&v=1"))
    assert plain.text == followed.text


@pytest.mark.parametrize(
    ("make", "status", "words"),
    [
        (None, 503, "too busy"),
        (lambda *_, **__: 1 / 0, 500, "Something went wrong on our side"),
    ],
)
def test_a_page_that_cannot_be_made_says_so_in_english(beside, monkeypatch, make, status, words):
    if make is None:
        monkeypatch.setattr(run_pages, "_waiting", Waiting(0))
    else:
        monkeypatch.setattr(run_pages, "run_of_page", make)
    answer = requests.get(f"{beside}/en/kaart?gemeente=GM0001", timeout=60)
    assert answer.status_code == status
    assert words in answer.text
    assert dutch_words(text_of(answer.text)) == set()
    assert (answer.headers["retry-after"], answer.headers["cache-control"]) == ("10", "no-store")


def test_a_link_to_what_is_in_dutch_alone_says_so():
    html = '<a href="/kaart?gemeente=GM0758">Map</a> <a class="x" href="/vergelijken?a=1&amp;b=2">Compare</a> <a href="/data/v1/">Data</a> <a href="/feed/breda.atom">News (feed, in Dutch)</a>'
    with in_language(Language.ENGLISH):
        shown = links.named(links.in_english(html))
    assert '<a href="/en/kaart?gemeente=GM0758">Map</a>' in shown
    assert '<a class="x" href="/vergelijken?a=1&amp;b=2" hreflang="nl">Compare (in Dutch)</a>' in shown
    assert 'hreflang="nl">Data (in Dutch)</a>' in shown
    assert 'hreflang="nl">News (feed, in Dutch)</a>' in shown


@pytest.mark.parametrize(
    ("address", "there"),
    [
        ("/", "/en/"),
        ("/bronnen#woord-melding", "/en/woordenlijst"),
        ("/bronnen", None),
        ("/gemeenteblad/breda.pdf?jaar=2018", "/en/gemeenteblad/breda.pdf?jaar=2018"),
        ("/gemeenteblad", "/en/gemeenteblad"),
        ("/raadspakket/breda.docx", None),
        ("/en/wie-meldt", "/en/wie-meldt"),
        ("/gemeenten", None),
    ],
)
def test_an_address_leads_to_english_where_there_is_such_a_page(address, there):
    assert links.english_address(address) == there


def test_a_title_of_the_menu_group_and_every_page_is_english():
    content = run_pages.Content("<h1>Map</h1>", sound=True)
    with in_language(Language.ENGLISH):
        html = run_document.document("/kaart", content, query={}, site="http://x")
    assert dutch_words(text_of(re.sub(r"http://x[^\"]*", "", html))) == set()
    assert "<summary>Topics</summary>" in html


def test_every_indicator_of_the_map_is_looked_at():
    assert {query["indicator"] for path, query in VIEWS if path == "/kaart" and "indicator" in query} <= set(
        EMBEDDED_INDICATORS
    )


@pytest.mark.browser
@pytest.mark.parametrize("address", ["/en/kaart?gemeente=PV22", "/en/gemeente?gemeente=GM0363", "/en/wie-meldt"])
def test_a_page_is_fit_for_every_reader(page, server, address):
    hosts = set()
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]) if "//" in request.url else None)
    problems = []
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(server + address)
        page.evaluate("document.querySelectorAll('main details').forEach(part => part.open = true)")
        sideways = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        problems += [axe(page), *(["scrolls sideways"] if sideways > 0 else [])]
    page.emulate_media(color_scheme="dark")
    problems.append(axe(page, OF_COLOUR))
    assert "\n".join(filter(None, problems)) == ""
    assert hosts == {server.split("/")[2]}


@pytest.mark.browser
def test_the_switch_follows_a_reader_from_page_to_page(page, server, visit):
    page.set_viewport_size({"width": 1280, "height": 900})
    visit(page, f"{server}/bronnen")
    switch = page.locator(".hg-history a[hreflang=en]")
    expect(switch).to_have_attribute("href", "/en/")
    page.locator(".hg-menu a", has_text="Kaart").first.click()
    expect(switch).to_have_attribute("href", "/en/kaart")
    page.evaluate("history.replaceState({}, '', '/kaart?niveau=LD')")
    switch.focus()
    expect(switch).to_have_attribute("href", "/en/kaart?niveau=LD")
