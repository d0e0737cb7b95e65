"""The English edition: the figures of the Dutch pages, in English alone, and each page names the other."""

import io
import re

import pypdf
import pytest
import requests

from editions.edition import current_edition
from editions.national import national
from language import Language, in_language
from tests.web.english.english_text import dutch_words, numbers, text_of
from web import addresses
from web.english.routes import ROUTES
from web.sheets import facts, page, pdf, years

EDITION = current_edition()
# what decides the words of a sheet, and a place and year that has it
SHEETS = {
    "figure of the region": ("GM0758", 2018),
    "no figure, no country": ("GM1959", 2021),
    "no figure, but a country": ("GM0034", 2023),
    "higher than the country": ("GM0363", 2023),
    "about the same, shares its name": ("GM0014", 2023),
    "lower than the country": ("GM1731", 2023),
    "went into another municipality": ("GM0003", 2020),
    "was divided": ("GM0870", 2018),
    "a document says something": ("GM0794", 2023),
    "the country": ("NL01", 2025),
    "a part of the country": ("LD01", 2025),
    "a province": ("PV22", 2023),
    "a Veilig Thuis region": ("VT15", 2023),
}
PAGES = (
    "/en/",
    "/en/gemeenteblad/",
    "/en/woordenlijst",
    "/en/wis-geschiedenis",
    "/en/zoek?q=xyzxyz",
    "/en/gemeenteblad/nergens",
)


def sheet_html(code: str, year: int, language: Language) -> str:
    with in_language(language):
        sheet = facts.sheet(EDITION, code, year=year)
        html = page.html(sheet, code=code, canonical="http://x" + page.address(sheet), version="")
    return html.split('<main id="inhoud">')[1]


@pytest.mark.parametrize("kind", SHEETS)
def test_a_sheet_has_the_numbers_of_the_dutch_one_and_no_dutch_word(kind):
    code, year = SHEETS[kind]
    dutch, english = (text_of(sheet_html(code, year, language)) for language in Language)
    english = english.split("Words on this sheet")[0] + english[english.index("Source: ") :]
    assert numbers(english, thousands=",", decimal=".") == numbers(dutch, thousands=".", decimal=",")
    assert dutch_words(english) == set()
    assert dutch_words(dutch) != set()


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_in_english_alone_with_help_and_the_way_out(beside, address):
    answer = requests.get(beside + address, timeout=60)
    assert '<html lang="en">' in answer.text
    assert dutch_words(text_of(answer.text)) == set()
    for text in (
        'href="tel:08002000"',
        'href="tel:112"',
        "Leave this site quickly",
        "domestic violence and child abuse",
    ):
        assert text in answer.text


def overview_text(language: Language) -> str:
    with in_language(language):
        country = national(EDITION)
        cells = country.chart.printed.to_csv(index=False)
        return " ".join([*(text for tile in country.tiles for text in tile), country.beside, country.chart.name, cells])


def test_the_overview_has_the_numbers_of_the_dutch_one(beside):
    dutch, english = (overview_text(language) for language in Language)
    assert numbers(english, thousands=",", decimal=".") == numbers(dutch, thousands=".", decimal=",")
    assert dutch_words(english) == set()
    shown = text_of(requests.get(f"{beside}/en/", timeout=60).text)
    assert numbers(english, thousands=",", decimal=".") <= numbers(shown, thousands=",", decimal=".")


def linked(html: str) -> tuple[str, dict[str, str]]:
    canonical = re.search(r'<link rel="canonical" href="([^"]+)"', html)[1]
    return canonical, dict(re.findall(r'<link rel="alternate" hreflang="([a-z-]+)" href="([^"]+)"', html))


@pytest.mark.parametrize(
    "path", ["/", "/wis-geschiedenis", "/gemeenteblad/", "/gemeenteblad/breda", "/gemeenteblad/breda?jaar=2023"]
)
def test_a_page_and_its_translation_name_each_other(server, path):
    dutch, english = (requests.get(f"{server}{prefix}{path}", timeout=60).text for prefix in ("", "/en"))
    own, others = linked(dutch)
    english_own, english_others = linked(english)
    assert others == english_others == {"nl": own, "en": english_own, "x-default": own}
    assert english_own.removeprefix(server.rstrip("/")) == f"/en{path}"
    assert re.search(r'<a [^>]*hreflang="nl"[^>]*href="([^"]*)"', english)[1] == path
    assert f'href="/en{path}"' in dutch


def test_the_sitemap_names_both_languages_of_a_page(beside):
    xml = requests.get(f"{beside}/sitemap.xml", timeout=60).text
    for path in ("/gemeenteblad/breda", "/en/gemeenteblad/breda"):
        entry = re.search(rf"<url><loc>[^<]*{re.escape(path)}</loc>.*?</url>", xml)[0]
        assert re.findall(r'hreflang="([a-z-]+)"', entry) == ["nl", "en", "x-default"]
    assert "hreflang" not in re.search(r"<url><loc>[^<]*/vergelijken</loc>.*?</url>", xml)[0]


@pytest.mark.parametrize("code", ["GM0738", "LD01", "PV22", "GM0867", "GM0363"])  # among them those with most text
def test_the_pdf_is_english_and_one_a4(code):
    with in_language(Language.ENGLISH):
        sheet = facts.sheet(
            EDITION, code, year=2018 if code in {"GM0738", "GM0867"} else years.usual_year(EDITION, code)
        )
        body = pdf.pdf(sheet, address="http://127.0.0.1/en/gemeenteblad/place", moment=EDITION.created)
    reader = pypdf.PdfReader(io.BytesIO(body))
    assert len(reader.pages) == 1
    assert str(reader.trailer["/Root"]["/Lang"]).startswith("en")
    assert reader.metadata.title == sheet.title
    assert "Need help?" in reader.pages[0].extract_text()


@pytest.mark.parametrize(
    ("came_from", "there"),
    [
        ("", "/en/gemeente?gemeente=GM0809"),
        ("&naar=gemeenteblad", "/en/gemeenteblad/loon-op-zand"),
        ("&naar=kaart&indicator=adviezen&niveau=GM", "/en/kaart?indicator=adviezen&niveau=GM&gemeente=GM0809"),
        ("&naar=kaart&indicator=adviezen&niveau=PV", "/en/kaart?gemeente=GM0809"),
        ("&naar=//elders.example", "/en/gemeente?gemeente=GM0809"),
    ],
)
def test_a_search_leads_to_the_page_of_the_place_or_back_to_where_it_began(beside, came_from, there):
    answer = requests.get(f"{beside}/en/zoek?q=Kaatsheuvel{came_from}", timeout=60, allow_redirects=False)
    assert answer.headers["location"] == there


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("/en", "/en/"),
        ("/EN/Gemeenteblad", "/en/gemeenteblad/"),
        ("/en/gemeenteblad/GM0758.pdf", "/en/gemeenteblad/breda.pdf"),
        ("/en/Woordenlijst/", "/en/woordenlijst"),
        ("/en/Kaart/", "/en/kaart"),
        ("/en/vergelijken", None),
    ],
)
def test_what_people_type_leads_to_the_address(typed, there):
    known = {"/kaart", *(route.path for route in ROUTES if "{" not in route.path)}
    assert addresses.canonical_path(typed, known=known) == there
