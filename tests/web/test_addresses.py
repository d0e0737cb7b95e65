"""Addresses as people type them lead to the one canonical address; what other sites add to them is ignored."""

import pytest
import requests

from data_sources.level import Level
from geo import registry
from pages._parts.sharing import links
from site_map import PAGES
from web.addresses import canonical_path, canonical_query

TRACKING = "fbclid=x&utm_source=nieuws&utm_medium=e-mail&gclid=1&mc_cid=2&ref=blad"
PLACES = {
    "den-haag": "s-gravenhage", "Den-Haag": "s-gravenhage", "den-bosch": "s-hertogenbosch", "Breda": "breda", "BREDA": "breda",
    "breda/": "breda", "Breda/": "breda", "gm0758": "breda", "GM0758": "breda", "%E2%80%99s-Gravenhage": "s-gravenhage",
    "S%C3%BAdwest-Frysl%C3%A2n": "sudwest-fryslan", "Bussum/": "bussum", "den-haag.pdf": "s-gravenhage.pdf", "Breda.PDF": "breda.pdf",
}  # fmt: skip

LARGER = {
    "nederland": "nederland", "NL01": "nederland", "noord-brabant": "provincie-noord-brabant", "pv30": "provincie-noord-brabant",
    "Provincie Utrecht": "provincie-utrecht", "west-brabant": "veilig-thuis-west-brabant", "vt20": "veilig-thuis-utrecht",
    "Veilig Thuis West-Brabant": "veilig-thuis-west-brabant", "regio-west-brabant": "veilig-thuis-west-brabant",
}  # fmt: skip


def first(address: str) -> requests.Response:
    return requests.get(address, timeout=60, allow_redirects=False)


@pytest.mark.parametrize("page", [page.address for page in PAGES if page.path])
@pytest.mark.parametrize("typed", [str.upper, str.title, lambda path: f"{path}/", lambda path: f"{path.title()}//"])
def test_every_page_is_found_in_any_case_and_with_slashes(server, page, typed):
    answer = first(f"{server}{typed(page)}?gemeente=GM0758")
    assert (answer.status_code, answer.headers["location"]) == (308, f"{page}?gemeente=GM0758")


@pytest.mark.parametrize("typed", PLACES)
def test_a_sheet_is_found_under_every_name_of_its_place(server, typed):
    answer = first(f"{server}/gemeenteblad/{typed}?jaar=2023")
    assert (answer.status_code, answer.headers["location"]) == (308, f"/gemeenteblad/{PLACES[typed]}?jaar=2023")


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("/data/v1", "/data/v1/"), ("/Data/V1/", "/data/v1/"), ("/data/v1/Meldingen.CSV", "/data/v1/meldingen.csv"),
        ("/data/v1/meldingen.csv/", "/data/v1/meldingen.csv"), ("/gemeenteblad", "/gemeenteblad/"), ("/Gemeenteblad/", "/gemeenteblad/"),
        ("/raadspakket/Den-Haag.DOCX", "/raadspakket/s-gravenhage.docx"), ("/Raadspakket/gm0758.pptx/", "/raadspakket/breda.pptx"),
        ("/feed/Den-Haag.ATOM", "/feed/s-gravenhage.atom"), ("/Feed/gm0758.atom/", "/feed/breda.atom"), ("/Feed", "/feed.atom"),
        ("/voorvertoning/Kaart.PNG", "/voorvertoning/kaart.png"), ("/Voorvertoning/overzicht.png/", "/voorvertoning/overzicht.png"),
        ("/feed.atom/", "/feed.atom"), ("/Verwacht.ICS", "/verwacht.ics"), ("/sitemap.xml/", "/sitemap.xml"), ("/Robots.txt", "/robots.txt"),
    ],
)  # fmt: skip
def test_what_stands_beside_the_pages_has_one_address_too(server, typed, canonical):
    answer = first(server + typed)
    assert (answer.status_code, answer.headers["location"]) == (308, canonical)
    assert first(server + canonical).status_code == 200


@pytest.mark.parametrize("folder", ["gemeenteblad/{}", "gemeenteblad/{}.pdf", "raadspakket/{}.docx", "feed/{}.atom"])
@pytest.mark.parametrize(("typed", "slug"), LARGER.items())
def test_larger_places_are_found_under_every_name_too(folder, typed, slug):
    for written in (typed, f"{typed.upper()}", f"{typed}/"):
        path = "/" + folder.format(written.rstrip("/")) + "/" * written.endswith("/")
        assert canonical_path(path, known=()) == "/" + folder.format(slug)


def test_the_address_of_every_file_of_a_place_stays_as_it_is():
    for place in registry.everywhere():
        if place.level is not Level.DOCUMENT_AREA:
            slug = registry.slug(place.code)
            for path in (f"/gemeenteblad/{slug}", f"/raadspakket/{slug}.pptx", f"/feed/{slug}.atom"):
                assert canonical_path(path, known=()) == path
            assert registry.by_any_name(place.code) == place


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("/wie_meldt", "/wie-meldt"), ("/wie meldt", "/wie-meldt"), ("/West Brabant/", "/west-brabant"), ("/kaart).", "/kaart"),
        ("/kaart,", "/kaart"), ("/kaart ", "/kaart"), ("/regioprogramma’s", "/regioprogrammas"), ("/Gatenkaart.html", "/gatenkaart"),
        ("/overzicht", "/"), ("/index.html", "/"), ("/onzin", None), ("/kaart/onzin", None), ("/)", None),
    ],
)  # fmt: skip
def test_a_page_is_found_with_other_signs_between_and_behind_its_words(typed, page):
    assert canonical_path(typed, known={each.address for each in PAGES}) == page


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("Gemeente=GM0758&INDICATOR=Adviezen", "gemeente=GM0758&indicator=adviezen"),
        ("gemeente=GM0758&amp;niveau=vt&amp;periode=2023-h1", "gemeente=GM0758&niveau=VT&periode=2023-H1"),
        ("met=breda,GM0758,tilburg", "met=GM0758,GM0855"),
        ("regio=west-brabant&gemeente=Provincie%20Utrecht", "regio=VT21&gemeente=PV26"),
        ("srsltid=x&gad_source=1&irclickid=2&epik=3&s_cid=4&hsCtaTracking=5&WT.mc_id=6&elqTrackId=7", ""),
    ],
)
def test_a_query_is_read_however_it_is_written(query, canonical):
    assert canonical_query(query) == canonical
    assert canonical_query(canonical) == canonical


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("/gemeenteblad/tilburg?Jaar=2022", "/gemeenteblad/tilburg?jaar=2022"),
        (
            "/raadspakket/vergelijking.docx?gemeente=breda&Met=tilburg",
            "/raadspakket/vergelijking.docx?gemeente=GM0758&met=GM0855",
        ),
        ("/voorvertoning/kaart.png?gemeente=tilburg&amp;fbclid=1", "/voorvertoning/kaart.png?gemeente=GM0855"),
        ("/zoek?Q=bergen", "/zoek?q=bergen"),
    ],
)
def test_a_file_reads_its_choices_as_a_page_does(server, typed, meant):
    plain = first(server + meant)
    assert plain.status_code == 200
    assert first(server + typed).content == plain.content


@pytest.mark.parametrize(
    "path", ["//evil.example/", "//evil.example/kaart", "/\\evil.example", "/kaart/..//evil.example"]
)
def test_no_address_leads_away_from_the_site(server, path):
    answer = first(server + path)
    assert not answer.headers.get("location", "/").startswith(("//", "http", "/\\"))


@pytest.mark.parametrize("page", [page.address for page in PAGES])
def test_a_page_drops_what_other_sites_add_before_the_app_sees_it(server, page):
    answer = first(f"{server}{page}?{TRACKING}&gemeente=gm0758")
    assert (answer.status_code, answer.headers["location"]) == (308, f"{page}?gemeente=GM0758")


@pytest.mark.parametrize(
    "path",
    [
        "/gemeenteblad/breda",
        "/gemeenteblad/breda.pdf",
        "/gemeenteblad/",
        "/raadspakket/breda.docx",
        "/raadspakket/breda.pptx",
        "/data/v1/meldingen.csv",
        "/data/v1/index.json",
    ],
)
def test_tracking_changes_nothing_beside_the_pages(server, path):
    plain, tracked = first(server + path), first(f"{server}{path}?{TRACKING}")
    assert tracked.status_code == 200
    assert tracked.content == plain.content
    assert b"fbclid" not in tracked.content


def test_a_sheet_ignores_whatever_else_is_added(server):
    assert first(f"{server}/gemeenteblad/breda?onbekend=1&x").status_code == 200


@pytest.mark.parametrize("code", ["gm0758", "0758", "Gm0758", "breda", "Breda"])
def test_a_code_is_known_however_it_is_written(code):
    assert canonical_query(f"gemeente={code}&met=vt15,{code}") == "gemeente=GM0758&met=VT15,GM0758"


def test_the_open_data_takes_codes_in_small_letters(server):
    small, capitals = (
        first(f"{server}/data/v1/meldingen.csv?gemeente={code}&niveau={level}")
        for code, level in (("gm0363", "gm"), ("GM0363", "GM"))
    )
    assert small.status_code == 200
    assert small.content == capitals.content


def test_an_address_that_is_right_stays_as_it_is():
    for query in (
        "",
        "gemeente=GM0758",
        "gemeente=GM0758&met=NL01,VT15&periode=2023-H1&indicator=wb-meldingen&v=1&embed=true",
    ):
        assert canonical_query(query) == query


def test_links_to_pass_on_hold_no_tracking():
    state = {"gemeente": "GM0758", "fbclid": "x", "utm_source": "y", "GCLID": "z", "indicator": "adviezen"}
    for made in (
        links.view("https://x.nl/kaart?fbclid=1", state),
        links.bare("https://x.nl/kaart", state, figure="kaart"),
    ):
        assert "clid" not in made.lower()
        assert "utm" not in made
        assert "gemeente=GM0758" in made


def test_every_place_has_one_name_in_an_address():
    for place in registry.everywhere():
        assert registry.by_name(registry.slug(place.code).upper(), level=place.level) == place
        assert registry.by_name(place.code.lower(), level=place.level) == place
