"""The page on missing figures: what it says is here is here, and what it asks for can be copied."""

import functools
import operator
import re
from urllib.parse import parse_qsl, urlsplit

import pytest

import site_map
from charts.documents.council_questions import KEY
from data_sources.documents.council_questions import Availability, council_questions
from editions.council_questions import answered_questions, counted
from editions.edition import current_edition
from geo import registry
from pages._parts.topics.council_questions import HEADS
from tests.pages.conftest import ReadPage
from tests.pages.test_readable import FEWEST_WORDS, hard, words_of

FILE = "gaps.py"
PLACES = ["", "GM0758", "GM1731", "GM0141", "PV25"]
OPENED = ["politie-justitie", "femicide", "huisverboden", "meer-geweld"]
"""One question of each kind."""
FILES = {page.address: page.file for page in site_map.PAGES}


@pytest.fixture(scope="module")
def page(read_page):
    return read_page(FILE)


@pytest.fixture(scope="module")
def read_once(read_page):
    """Pages by address, each run once."""
    pages: dict[str, ReadPage] = {}

    def _read(address: str) -> ReadPage:
        if address not in pages:
            parts = urlsplit(address)
            pages[address] = read_page(FILES[parts.path], **dict(parse_qsl(parts.query)))
        return pages[address]

    return _read


def number_on(page: ReadPage, number: str) -> bool:
    """Whether a page prints a number: as a whole number, or with a decimal nought."""
    digits = re.escape(number.removesuffix("%"))
    return (
        re.search(
            rf"(?<![\d.,]){digits}(?:,0)?(?![\d]|[.,]\d)",
            page.text + " ".join(functools.reduce(operator.iadd, page.rows, [])),
        )
        is not None
    )


@pytest.mark.parametrize("code", PLACES)
def test_every_figure_that_is_said_to_be_here_stands_at_its_address(code, read_once):
    here = [each for each in answered_questions(current_edition(), code) if each.availability is Availability.HERE]
    assert len(here) >= 10
    for each in here:
        shown = read_once(each.figure.address)
        assert number_on(shown, each.figure.number), (each.question.id, each.figure)
        assert not each.figure.beside or number_on(shown, each.figure.beside), (each.question.id, each.figure)
        assert str(each.figure.period.calendar_year) in shown.text, each.question.id
        assert each.figure.number in each.answer
        assert each.figure.place in each.short


def test_a_figure_that_is_not_there_is_seen(read_once):
    assert not number_on(read_once("/onderzoek"), "85.590")


def test_a_place_has_its_own_figure_where_this_site_has_it():
    of_place = {each.question.id: each for each in answered_questions(current_edition(), "GM1731")}
    assert of_place["partner-meldingen"].figure.region == "GM1731"
    assert of_place["partner-meldingen"].availability is Availability.HERE
    of_country = {each.question.id: each for each in answered_questions(current_edition())}
    assert of_country["partner-meldingen"].availability is Availability.OPEN
    assert of_country["al-bekend"].figure.region == "NL01"


def test_the_lead_counts_the_questions_of_each_kind(page):
    number = counted(answered_questions(current_edition()))
    lead = re.search(r'<p class="hg-lead">(.*?)</p>', page.markup)[1]
    assert [int(each) for each in re.findall(r"\d+", lead)] == [
        number[Availability.HERE],
        len(council_questions()),
        number[Availability.OPEN],
        number[Availability.ON_REQUEST],
        number[Availability.UNKNOWN],
    ]


def test_every_question_is_one_closed_fold_under_the_head_of_its_kind(page):
    folds = [fold.label for fold in page.run.get("expander")]
    for each in council_questions():
        assert sum(label.startswith(each.question) for label in folds) == 1
    heads = re.findall(r"<h2[^>]*>(.*?)</h2>", page.markup)
    assert heads[: len(HEADS)] == list(HEADS.values())
    assert not [code for code in page.run.code if code.value.startswith("Aan ")]


@pytest.mark.parametrize("code", ["", "GM1731"])
def test_every_answer_and_letter_is_plain_dutch(code):
    texts = {
        line
        for each in answered_questions(current_edition(), code)
        for line in (each.answer, *each.letter.splitlines())
        if len(words_of(line)) >= FEWEST_WORDS and not line.startswith(("Aan ", "Onderwerp: "))
    }
    assert len(texts) > len(council_questions())
    assert hard(sorted(texts)) == []


@pytest.mark.parametrize("id_", OPENED)
def test_an_opened_question_has_its_answer_its_holder_its_sources_and_one_letter(id_, read_page):
    question = next(each for each in council_questions() if each.id == id_)
    opened = read_page(FILE, vraag=id_, gemeente="GM0758")
    letters = [code.value for code in opened.run.code if code.value.startswith("Aan ")]
    answered = next(each for each in answered_questions(current_edition(), "GM0758") if each.question == question)
    assert letters == [answered.letter]
    assert answered.answer in opened.text
    assert question.holder.name in opened.text
    for source in question.sources:
        assert f'href="{source.address.replace("&", "&amp;")}"' in opened.markup
        assert f"({source.publisher}, {source.year})" in opened.text


@pytest.mark.parametrize("kind", [Availability.HERE, Availability.UNKNOWN])
def test_questions_of_one_kind_can_be_chosen(kind, read_page):
    shown = read_page(FILE, stand=kind.value)
    folds = [fold.label for fold in shown.run.get("expander")]
    for each in answered_questions(current_edition()):
        assert any(label.startswith(each.question.question) for label in folds) == (each.availability is kind)


@pytest.mark.parametrize(
    "choices", [{"vraag": "bestaat-niet", "stand": "weg", "gemeente": "GM9999"}, {"gemeente": "DR01"}]
)
def test_a_choice_that_cannot_be_used_is_named(choices, read_page):
    shown = read_page(FILE, **choices)
    warnings = " ".join(warning.value for warning in shown.run.warning)
    assert all(value in warnings for value in choices.values())


def test_a_municipality_that_ended_leads_to_its_successor(read_page):
    shown = read_page(FILE, gemeente="GM0874", vraag="huisverboden")
    assert registry.region("GM0874").name == "Woudrichem"
    assert 'href="/gatenkaart?gemeente=GM1959"' in shown.markup
    letter = next(code.value for code in shown.run.code if code.value.startswith("Aan "))
    assert letter.startswith("Aan de burgemeester\n")


def test_the_whole_list_can_be_taken_along(page):
    heads, rows = page.tables["Welke cijfers zijn er, en wie heeft ze?"]
    assert heads == ["Vraag", "Waar", "Cijfer op deze site", "Wie heeft het?"]
    assert [row[0] for row in rows] == [each.question for each in council_questions()]
    assert f"uses-{KEY}" in {expander.proto.id.split("-", 1)[-1] for expander in page.run.get("expander")} or any(
        fold.label == "Gebruik deze figuur" for fold in page.run.get("expander")
    )


@pytest.mark.parametrize(
    ("file", "choices", "link"),
    [
        ("impact_monitor.py", {}, "/gatenkaart"),
        ("municipality.py", {"gemeente": "GM0758"}, "/gatenkaart?gemeente=GM0758"),
        ("municipality.py", {"gemeente": "PV30"}, "/gatenkaart?gemeente=PV30"),
    ],
)
def test_the_page_is_linked_from_the_index_and_from_a_place(read_page, file, choices, link):
    assert f'href="{link}"' in read_page(file, **choices).markup
