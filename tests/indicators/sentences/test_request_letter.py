"""A letter names its place and years, has no empty slot, and rests on a law only where that holds."""

import re

import pytest

from data_sources.documents.council_questions import Law, Reach, council_questions
from data_sources.level import Level
from geo import registry
from indicators.sentences.request_letter import YEARS, addressee, request_letter, where

QUESTIONS = council_questions()
BY_ID = {each.id: each for each in QUESTIONS}
PLACES = (
    ["GM0758", "GM0363", "GM0014", "GM0344", "GM0518", "GM0796", "GM0599", "GM0855", "GM0402", "GM1959", "GM0546", "GM0088", "GM1966", "GM1900", "VT21", "VT15", "VT01", "PV20", "PV26", "PV30", "NL01"]
)  # fmt: skip
LAST_YEAR = 2025


def letters(code):
    region = registry.region(code) if code else None
    return [(each, request_letter(each, region, last_year=LAST_YEAR)) for each in QUESTIONS]


def slots(letter: str) -> list[str]:
    """What looks like a place where a word is missing."""
    return re.findall(
        r"[{}\[\]_]|\bNone\b|\.\.\.|…|  +| [,;:.]|\b(?:in|de regio|de gemeente|van) *$|\bin en\b", letter, re.MULTILINE
    )


@pytest.mark.parametrize("code", ["", *PLACES])
def test_a_letter_has_no_empty_slot_and_asks_for_five_whole_years(code):
    for question, letter in letters(code):
        assert slots(letter) == [], (question.id, letter)
        assert f"voor elk jaar van {LAST_YEAR - YEARS + 1} tot en met {LAST_YEAR}?" in letter
        assert letter.startswith("Aan ")
        assert letter.endswith("Met vriendelijke groet,")
        assert f"‘{question.question}’" in letter
        assert all(f"- {ask}" in letter for ask in question.asks)


@pytest.mark.parametrize("code", [code for code in PLACES if code != "NL01"])
def test_a_letter_names_its_place_where_it_says_what_it_is_about(code):
    name = registry.name_in(code, year=registry.last_year())
    for question, letter in letters(code):
        subject = next(line for line in letter.splitlines() if line.startswith("Onderwerp: "))
        assert re.search(rf"\bin (?:de (?:gemeente|provincie|Veilig Thuis-regio) )?{re.escape(name)}\b", subject), (
            question.id
        )


@pytest.mark.parametrize("code", ["", "NL01"])
def test_without_a_place_a_letter_names_none(code):
    names = {region.name for region in registry.regions(Level.MUNICIPALITY, year=registry.last_year())}
    for question, letter in letters(code):
        words = set(re.findall(r"\b[A-Z][\w-]+\b", letter.replace(question.question, "")))
        assert not words & (names - {"Nederland", "Open"}), question.id


def test_a_letter_goes_to_whom_has_the_figure_of_that_place():
    breda, province = registry.region("GM0758"), registry.region("PV30")
    assert addressee(BY_ID["huisverboden"].letter_to, breda) == "Aan de burgemeester van de gemeente Breda"
    assert addressee(BY_ID["vijf-werkdagen"].letter_to, breda) == "Aan Veilig Thuis in de regio West-Brabant"
    assert addressee(BY_ID["opvang-hier"].letter_to, None) == "Aan het college van burgemeester en wethouders"
    assert addressee(BY_ID["opvang-hier"].letter_to, province) == (
        "Aan de colleges van burgemeester en wethouders van de gemeenten in de provincie Noord-Brabant"
    )
    assert addressee(BY_ID["vervolging"].letter_to, breda).startswith("Aan het Openbaar Ministerie")


def test_a_letter_asks_for_the_area_that_the_holder_keeps():
    breda = registry.region("GM0758")
    holders = {each.letter_to.reach: each.letter_to for each in QUESTIONS}
    assert where(holders[Reach.MUNICIPALITY], breda) == "in Breda"
    assert where(holders[Reach.REGION], breda) == "in Breda en in de hele regio West-Brabant"
    assert where(holders[Reach.COUNTRY], breda) == "in Breda en in heel Nederland"
    assert where(holders[Reach.MUNICIPALITY], registry.region("GM0014")) == "in de gemeente Groningen"
    assert where(holders[Reach.MUNICIPALITY], registry.region("VT21")) == (
        "in de Veilig Thuis-regio West-Brabant, en zo mogelijk per gemeente"
    )


@pytest.mark.parametrize("code", ["", "GM0758"])
def test_the_law_stands_only_in_letters_to_whom_it_holds_for(code):
    kinds = set()
    for question, letter in letters(code):
        law = question.letter_to.law
        kinds.add(law)
        assert ("Wet open overheid" in letter) == (law is not Law.NONE), question.id
        assert ("Geldt de Wet open overheid voor u?" in letter) == (law is Law.IF_OPEN_GOVERNMENT), question.id
        assert ("binnen vier weken" in letter) == (law is not Law.NONE)
    assert kinds == set(Law)


def test_a_letter_asks_for_nothing_from_which_people_can_be_known():
    assert all("waaruit niemand te herkennen is" in letter for _, letter in letters("GM0758"))


@pytest.mark.parametrize(
    "broken", ["Aan Veilig Thuis in de regio ", "in {plaats}", "in  Breda", "in , en", "[uw naam]", "Geachte ,"]
)
def test_a_letter_with_an_empty_slot_is_seen(broken):
    assert slots(broken)
