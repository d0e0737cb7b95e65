"""The page and the sheet of a place tell the same, from one answer, for places of every level."""

import html
import io
import re

import pypdf
import pytest

from data_sources.level import Level
from editions.edition import current_edition
from editions.place import periods_of_place
from editions.place_answer import place_answer
from geo import registry
from indicators.sentences.answer import MOST_WORDS
from language import Language
from web.sheets import facts, page, pdf, years

EDITION = current_edition()
MUNICIPALITIES = (
    "GM0758",
    "GM0855",
    "GM0363",
    "GM0228",
    "GM0080",
    "GM1680",
    "GM0014",
    "GM0738",
    "GM0870",
    "GM0106",
    "GM0344",
    "GM0518",
)
LARGER = [place.code for place in years.larger_places()]
PLACES = [*MUNICIPALITIES, *LARGER[:11], *LARGER[17::3], "VT21"]


def text_of(markup: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", markup))).replace("\u00a0", " ")


def test_thirty_places_of_all_levels_are_looked_at():
    assert len(set(PLACES)) >= 30
    assert {Level.of(code) for code in PLACES} == set(Level) - {Level.DOCUMENT_AREA}


@pytest.mark.parametrize("code", sorted(set(PLACES)))
def test_the_sheet_tells_what_the_page_tells(code):
    answer = place_answer(EDITION, code, period=periods_of_place(EDITION, code).start)
    sheet = facts.sheet(EDITION, code, year=years.usual_year(EDITION, code))
    assert sheet.answer is answer, "one object"
    words_of_sheet = text_of(page.html(sheet, code=code, canonical="http://x/gemeenteblad/plaats", version=""))
    for part in (*answer.how_many, answer.situation, *answer.questions, *(line.text for line in answer.nearest)):
        assert re.sub(r"\s+", " ", part).replace("\u00a0", " ") in words_of_sheet, part
    assert answer.has_figure or answer.nearest, "a place without a figure ends in the nearest real ones"
    for finding in (answer.finding, answer.finding_over_time):
        assert len(finding.split()) <= MOST_WORDS[Language.DUTCH]


@pytest.mark.parametrize("code", ["GM0758", "GM0855", "NL01", "PV30", "VT21", "GM0363"])
def test_the_page_shows_the_numbers_of_the_sheet(read_page, code):
    sheet = facts.sheet(EDITION, code, year=years.usual_year(EDITION, code))
    shown = re.sub(r"\s+", " ", read_page("municipality.py", gemeente=code).text)
    shown = re.sub(r" (?=[,.])", "", shown)  # between the end of a link and what follows
    for part in (*sheet.answer.how_many, *sheet.questions, *sheet.nearest):
        assert re.sub(r"\s+", " ", part).replace("\u00a0", " ") in shown, part
    if sheet.answer.has_figure:
        assert sheet.answer.how_it_stands in shown
        assert sheet.answer.is_it_changing in shown


def test_the_country_opens_on_its_newest_count():
    sheet = facts.sheet(EDITION, "NL01", year=years.usual_year(EDITION, "NL01"))
    assert sheet.answer.how_many[:2] == ("66.270 meldingen", "36,7 per 10.000 inwoners")
    assert sheet.answer.period.key == "2025-H1" or "2025" in sheet.answer.period.label
    assert "18.044.027" in sheet.situation


@pytest.mark.parametrize(
    ("slug", "code"),
    [
        ("nederland", "NL01"),
        ("provincie-utrecht", "PV26"),
        ("veilig-thuis-west-brabant", "VT21"),
        ("veilig-thuis-utrecht", "VT20"),
        ("oost-nederland", "LD02"),
    ],
)
def test_every_larger_place_has_an_address_of_its_own(slug, code):
    assert registry.slug(code) == slug
    assert registry.by_slug(slug).code == code
    assert slug in page.index((), larger=years.larger_places())


@pytest.mark.parametrize("code", ["NL01", "VT21", "PV26", "LD02"])
def test_the_sheet_of_a_larger_place_is_one_page_of_paper(code):

    sheet = facts.sheet(EDITION, code, year=years.usual_year(EDITION, code))
    read = pypdf.PdfReader(
        io.BytesIO(pdf.pdf(sheet, address="http://127.0.0.1/gemeenteblad/plaats", moment=EDITION.created))
    )
    assert len(read.pages) == 1
    assert read.metadata.title == sheet.title
