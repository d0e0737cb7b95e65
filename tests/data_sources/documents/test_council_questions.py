"""The list of questions of councils: each row can be checked by a reader, and names whom to ask."""

import re
from dataclasses import replace

import pytest

from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.tables import TABLES
from data_sources.documents import council_questions as reader
from data_sources.documents.council_questions import (
    Availability,
    Cell,
    CouncilQuestion,
    Law,
    Reference,
    council_questions,
)

QUESTIONS = council_questions()
HOLDERS = {each.id: each for question in QUESTIONS for each in (question.holder, question.letter_to)}
UNDER_THE_LAW = {"college", "burgemeester", "politie", "om"}
"""Bodies of which a source says that the Wet open overheid holds for them."""


def cannot_be_checked(source: Reference) -> bool:
    """Whether a reader lacks something to look a source up."""
    has_year = re.fullmatch(r"(19|20)\d\d|zonder jaar|doorlopend", source.year)
    return not (source.title and source.publisher and has_year and re.fullmatch(r"https?://\S+", source.address))


def wrong(question: CouncilQuestion) -> list[str]:
    """What a reader could not check of a question, or could not do with it."""
    to = question.letter_to
    problems = {
        "no source that can be looked up": not question.sources or any(map(cannot_be_checked, question.sources)),
        "no holder": not question.holder.name,
        "the letter goes to nobody": not (to.to_municipality and to.to_larger_place and to.to_anyone and to.salutation),
        "nothing is asked": not all(question.asks) or not question.question.endswith("?"),
        "nothing is answered": not question.answer.endswith("."),
        "says by itself that the figure is here": question.availability is Availability.HERE,
        "a figure without its sentence": bool(question.figure) != bool(question.here and question.short),
        "a second figure without its words": ("{naast}" in question.here) != bool(question.beside),
    }
    return [problem for problem, is_so in problems.items() if is_so]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.id)
def test_every_question_has_a_source_a_holder_and_someone_to_write_to(question):
    assert wrong(question) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"sources": ()},
        {"holder": replace(QUESTIONS[0].holder, name="")},
        {"letter_to": replace(QUESTIONS[0].letter_to, to_anyone="")},
        {"asks": ("",)},
        {"availability": Availability.HERE},
        {"here": ""},
        {"beside": Cell("85361NED", "reports", "Totaal")},
        {"sources": (replace(QUESTIONS[0].sources[0], year="laatst"),)},
        {"sources": (replace(QUESTIONS[0].sources[0], address="ergens"),)},
    ],
    ids="-".join,
)
def test_a_row_that_lacks_one_of_them_is_seen(changes):
    assert wrong(replace(QUESTIONS[0], **changes))


def test_there_are_questions_of_every_kind_and_none_twice():
    assert len(QUESTIONS) >= 25
    assert {each.availability for each in QUESTIONS} == set(Availability) - {Availability.HERE}
    for attribute in ("id", "question"):
        assert len({getattr(each, attribute) for each in QUESTIONS}) == len(QUESTIONS)


def test_every_figure_that_a_question_names_is_a_cell_of_the_catalogue():
    cells = [cell for each in QUESTIONS for cell in (each.figure, each.beside) if cell is not None]
    assert len(cells) >= 15
    for cell in cells:
        assert cell.table in INDICATORS if not cell.measure else TABLES[cell.table].measure(cell.measure)


def test_a_letter_rests_on_the_law_only_where_a_source_says_that_it_holds():
    assert {id_ for id_, holder in HOLDERS.items() if holder.law is Law.OPEN_GOVERNMENT} == UNDER_THE_LAW
    assert all(HOLDERS[id_].sources for id_ in UNDER_THE_LAW)
    assert all(HOLDERS[id_].law is Law.NONE for id_ in ("cbs", "wodc", "verwey-jonker", "valente"))


def test_nobody_gets_no_letter():
    assert all(each.letter_to.id != "niemand" for each in QUESTIONS)
    unknown = [each for each in QUESTIONS if each.availability is Availability.UNKNOWN]
    assert unknown
    assert all(each.holder.id == "niemand" for each in unknown)


def test_a_source_that_is_not_there_stops_the_reader():
    with pytest.raises(reader.UnknownReferenceError, match="'bestaat-niet'"):
        reader.references("bestaat-niet", of="een vraag")
