import io
import re
import time
from html import unescape

import pypdf
import pytest
import requests

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from editions.edition import Edition, current_edition
from editions.values import values
from geo import mergers, registry
from indicators import sentences
from tests.rules.linter import Context, forbidden
from web.sheets import facts, pdf, routes, years

pytestmark = pytest.mark.slow

EDITION = current_edition()
LONGEST = max(registry.regions(Level.MUNICIPALITY, year=2023), key=lambda one: len(one.name))


def get(address: str, **headers: str) -> requests.Response:
    return requests.get(address, headers=headers, timeout=60, allow_redirects=False)


def text_of(html: str) -> str:
    bare = re.sub(r"<(style|svg).*?</\1>", " ", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", bare)))


def test_a_sheet_says_what_the_app_says(beside):
    read = text_of(get(f"{beside}/gemeenteblad/amsterdam?jaar=2023").text)
    spec = INDICATORS["meldingen"]
    rows = values(EDITION, "meldingen", level=Level.MUNICIPALITY)
    row = rows[(rows["region"] == "GM0363") & (rows["period"] == "2023JJ00")].iloc[0]
    assert sentences.situation(row, registry.region("GM0363"), spec=spec) in read
    assert "97,8" in read
    assert "0800-2000" in read


def test_a_place_without_a_figure_says_so_and_never_zero(beside):
    read = text_of(get(f"{beside}/gemeenteblad/breda?jaar=2023").text)
    assert "nog geen cijfer op deze site" in read
    assert "Dat is niet hetzelfde als nul." in read


@pytest.mark.parametrize("year", [2018, 2023])
def test_no_question_or_sentence_has_a_forbidden_form(year):
    for region in registry.regions(Level.MUNICIPALITY, year=year):
        found = facts.sheet(EDITION, region.code, year=year)
        assert len(found.questions) == 3 or len(found.goes_on) > 1
        # questions of a municipality that ended are those of its successor, and quote the figures of its sheet
        for said in (*(() if found.ended else found.questions), found.situation):
            # a question may name the country when the comparison on the same sheet quotes its figure and source
            national = "Nederland" in found.comparison
            context = Context(region.code, Period.year(year), national=national)
            assert forbidden(said, context) == [], said


def test_all_sheets_of_a_year_are_made_within_a_minute_each_on_one_a4():
    edition = Edition(EDITION.snapshot, published="")  # nothing computed yet
    started = time.process_time()
    sheets = [
        facts.sheet(edition, region.code, year=2023) for region in registry.regions(Level.MUNICIPALITY, year=2023)
    ]
    files = [pdf.pdf(found, address="http://127.0.0.1/gemeenteblad/plaats", moment=edition.created) for found in sheets]
    assert time.process_time() - started < 60
    assert len(files) == 342
    for found, body in zip(sheets, files, strict=True):
        reader = pypdf.PdfReader(io.BytesIO(body))
        assert len(reader.pages) == 1, found.place
        width, height = reader.pages[0].mediabox[2:]
        assert (round(float(width)), round(float(height))) == (595, 842)


def _structure(node, found: list[tuple[str, str]]) -> None:
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            _structure(child, found)
    elif isinstance(node, dict) and "/S" in node:
        found.append((node["/S"], str(node.get("/Alt", ""))))
        if "/K" in node:
            _structure(node["/K"], found)


def test_the_pdf_is_tagged_with_language_title_headings_tables_and_words_for_every_picture(beside):
    body = get(f"{beside}/gemeenteblad/breda.pdf?jaar=2018").content
    root = pypdf.PdfReader(io.BytesIO(body)).trailer["/Root"]
    reader = pypdf.PdfReader(io.BytesIO(body))
    assert str(root["/Lang"]).startswith("nl")
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == "Huiselijk geweld in Breda: cijfers over 2018"
    assert b"pdfuaid" in root["/Metadata"].get_data()
    found: list[tuple[str, str]] = []
    _structure(root["/StructTreeRoot"]["/K"], found)
    tags = [tag for tag, _ in found]
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/L", "/LI", "/Figure", "/Caption"} <= set(tags)
    pictures = [words for tag, words in found if tag == "/Figure"]
    assert any("Oosterhout: 112,2" in words for words in pictures)
    assert all(pictures)


def test_html_and_pdf_carry_the_same_texts(beside):
    html = text_of(get(f"{beside}/gemeenteblad/breda?jaar=2018").text)
    reader = pypdf.PdfReader(io.BytesIO(get(f"{beside}/gemeenteblad/breda.pdf?jaar=2018").content))
    printed = re.sub(r"[\s\u00ad-]+", "", reader.pages[0].extract_text())
    found = facts.sheet(EDITION, "GM0758", year=2018)
    for said in (found.situation, found.comparison, *found.questions, *found.reasons, *found.caveats, found.foot):
        assert re.sub(r"\s+", " ", said) in html
        assert re.sub(r"[\s\u00ad-]+", "", said) in printed


def test_a_sheet_needs_no_script_and_no_other_file(beside):
    html = get(f"{beside}/gemeenteblad/{registry.slug(LONGEST.code)}").text
    assert "<script" not in html.replace(
        '<script type="application/ld+json">', ""
    )  # data for search engines, never run
    assert not re.search(r'<(link rel="stylesheet"|img|iframe)', html)
    assert html.startswith('<!DOCTYPE html>\n<html lang="nl">')
    assert "geweld" not in re.search("<title>(.*?)</title>", html)[1].lower()
    assert re.search(r'<link rel="canonical" href="http://127.0.0.1:\d+/gemeenteblad/', html)


def test_every_municipality_is_in_the_index_and_in_the_sitemap_list(beside):
    html = get(f"{beside}/gemeenteblad/").text
    for region in registry.regions(Level.MUNICIPALITY, year=2023):
        assert f'href="/gemeenteblad/{registry.slug(region.code)}"' in html
    assert f"/gemeenteblad/{registry.slug('GM0758')}" in set(routes.addresses())


def test_every_year_with_inhabitants_or_figures_has_a_sheet():
    assert set(years.years(EDITION, "GM0758")) >= {2015, 2018, 2019, 2023, 2024}
    assert years.usual_year(EDITION, "GM0758") == 2018
    assert years.usual_year(EDITION, "GM0003") == 2020, "Appingedam has no figure; of its last year others have"
    with_figures = {code for code, _ in years._with_figures(EDITION)}
    without = {region.code for region in years.municipalities(EDITION)} - with_figures
    today = {region.code for region in registry.regions(Level.MUNICIPALITY, year=2026)}
    assert {years.usual_year(EDITION, code) for code in without & today} == {2025}, (
        "not 2026, of which nothing is known"
    )
    assert min(years.years(EDITION, "GM1959")) == 2019  # Altena began in 2019


@pytest.mark.parametrize(
    ("ask", "status"),
    [
        ("nergenshuizen", 404),
        ("breda.docx", 404),
        ("breda.pdf.exe", 404),
        ("provincie-nergens", 404),
        ("breda?jaar=1999", 404),
        ("breda?jaar=2027", 404),
        ("breda?jaar=abcd", 400),
        ("breda?jaar=2018&jaar=2019", 400),
        ("breda?versie=2001-01-01", 404),
        ("..%2F..%2Fapp.py", 404),
        ("a" * 5000, 404),
        ("breda?jaar=%ff", 400),
    ],
)
def test_what_is_no_sheet_is_refused_in_plain_dutch(beside, ask, status):
    answer = get(f"{beside}/gemeenteblad/{ask}")
    assert answer.status_code == status
    assert "Traceback" not in answer.text
    assert "<script>" not in answer.text


def test_every_address_of_the_sitemap_is_a_dutch_sheet(beside):
    for path in routes.addresses():
        answer = get(beside + path)
        assert answer.status_code == 200, path
        assert '<html lang="nl">' in answer.text
        assert "Internal Server Error" not in answer.text


def test_every_ended_municipality_has_a_sheet_and_a_pdf_that_say_where_it_went(beside):
    ended = [place for place in years.municipalities(EDITION) if place.last_year is not None]
    assert len(ended) > 60
    for place in ended:
        address = f"{beside}/gemeenteblad/{registry.slug(place.code)}"
        read = text_of(get(address).text)
        final = [registry.region(code).name for code in mergers.today(place.code)]
        assert sentences.became(place) in read
        assert all(name in read for name in final)
        assert f"wethouder van {place.name}" not in read
        if len(final) == 1:
            assert f"Drie vragen aan de wethouder van {final[0]}" in read
        body = get(f"{address}.pdf")
        assert body.status_code == 200, place.name
        assert len(pypdf.PdfReader(io.BytesIO(body.content)).pages) == 1, place.name


def test_the_same_sheet_twice_is_computed_once_and_304_is_answered(beside):
    first = get(f"{beside}/gemeenteblad/zundert.pdf")
    before = routes.ANSWERS.computed
    assert get(f"{beside}/gemeenteblad/zundert.pdf").content == first.content
    assert get(f"{beside}/gemeenteblad/zundert.pdf", **{"If-None-Match": first.headers["etag"]}).status_code == 304
    assert routes.ANSWERS.computed == before
