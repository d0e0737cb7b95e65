"""The page of a place in English: for every level and kind of place the figures of the Dutch page, in English alone but for names."""

import re
from types import SimpleNamespace

import pytest

from charts.comparator_table import comparator_table
from data_sources import publications
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import SourceKind
from data_sources.documents import DOCUMENTS, tables
from data_sources.documents.claims import CLAIMS
from data_sources.level import Level
from data_sources.period import Period
from editions.comparators import comparators_of_place
from editions.edition import current_edition
from editions.figure_checks import checks
from editions.trends import why_no_line
from editions.values import row_of
from geo.labels import label
from indicators.checks import document_claims, quarter_claims, rate_claims
from indicators.checks.counts import Count
from language import Language, _, in_language
from pages._parts.place import answer, figures
from tests.web.english import english_text
from web.english import run_pages
from web.export import recording

EDITION = current_edition()
PLACES = {
    "higher, with a region's own counts": ("GM0363", ""),
    "figures of a document alone": ("GM0758", "2018"),
    "who reports": ("GM0080", "2020"),
    "groups with a rest": ("GM0106", "2023"),
    "kinds of violence": ("GM1731", "2023"),
    "no figure, documents with rates": ("GM0855", ""),
    "a letter of the council": ("GM0794", ""),
    "went into another": ("GM0003", ""),
    "added up": ("GM0870", "2018"),
    "an island": ("GM0448", ""),
    "the country": ("NL01", ""),
    "the country in a first half-year": ("NL01", "2019-H1"),
    "a part of the country": ("LD01", "2023"),
    "a province": ("PV30", ""),
    "a region without a figure": ("VT15", ""),
    "a region with some figures": ("VT20", ""),
    "an area of a document": ("DR01", ""),
    "none": ("", ""),
}
_SECTIONS = {str(place) for place in tables.key_figures()["place"]} | {
    str(place) for place in tables.statements()["place"]
}
NAMES = sorted(
    {name for document in DOCUMENTS.values() for name in (document.title, document.publisher)}
    | {section for section in _SECTIONS if len(section) > len("1.3")}
    | {"Koers samen met de Jeugd"},
    key=len,
    reverse=True,
)
"""Names of documents and of their parts stay as they are, with those of tests.web.english.english_text."""
A_PART_OF_A_DOCUMENT = re.compile(r"(?<=20\d\d, )\d\.\d(?![\d%])")


def without_names(text: str) -> str:
    text = re.sub(r"\s+", " ", text)
    for name in filter(None, NAMES):
        text = text.replace(name, " ")
    return text


def numbers(text: str, language: Language) -> set[str]:
    thousands, decimal = (".", ",") if language is Language.DUTCH else (",", ".")
    text = A_PART_OF_A_DOCUMENT.sub(" ", re.sub(r"\s+", " ", text))
    return english_text.numbers(text, thousands=thousands, decimal=decimal)


def assert_same_figures_in_english_alone(dutch: str, english: str) -> None:
    assert english_text.dutch_words(without_names(english)) == set()
    assert numbers(english, Language.ENGLISH) == numbers(dutch, Language.DUTCH)


def in_each(make) -> list[str]:
    """What a function says in Dutch and in English."""
    texts = []
    for language in Language:
        with in_language(language):
            texts.append(make())
    return texts


def page(code: str, period: str) -> str:
    choices = {key: value for key, value in (("gemeente", code), ("periode", period)) if value}
    root = recording.record("/gemeente", choices, site="https://cijfers.example")
    return english_text.text_of(run_pages.of_elements(root).html)


@pytest.mark.parametrize("kind", PLACES)
def test_a_place_has_the_numbers_of_the_dutch_page_and_no_dutch_word(kind):
    dutch, english = in_each(lambda: page(*PLACES[kind]))
    assert english_text.dutch_words(without_names(dutch))
    assert_same_figures_in_english_alone(dutch, english)


def test_figures_that_a_refresh_brings_stand_in_english_too(monkeypatch):
    monkeypatch.setattr(figures, "has_further_indicators", lambda _: True)
    monkeypatch.setattr(figures, "further_indicators", lambda *_, **__: ("meldingen", "aandeel-vervolgmeldingen"))
    dutch, english = in_each(lambda: page("PV22", "2023"))
    assert "Other figures of Statistics Netherlands (CBS) for Drenthe, 2023" in english
    assert_same_figures_in_english_alone(dutch, english)


@pytest.mark.parametrize("indicator", INDICATORS)
def test_an_indicator_is_declared_in_both_languages(indicator):
    spec = INDICATORS[indicator]
    dutch, english = in_each(lambda: " ".join([spec.title, spec.unit, spec.definition, spec.short, *spec.caveats]))
    assert english_text.dutch_words(without_names(dutch))
    assert_same_figures_in_english_alone(dutch, english)


def test_what_documents_say_is_there_in_english_with_the_outcome_of_every_check():
    for dutch, english in zip(
        *in_each(lambda: [f"{check.claim} {check.outcome}: {check.why}" for check in checks(EDITION)]), strict=True
    ):
        assert dutch != english
        assert_same_figures_in_english_alone(dutch, english)


GROWTH, QUARTER = (next(claim for claim in CLAIMS.values() if claim.way == way) for way in ("growth", "quarter"))
WITHIN = CLAIMS["kinderen slachtoffer per jaar"]
HOLDS = CLAIMS["18-plussers die in 5 jaar fysiek of seksueel geweld in huiselijke kring meemaakten"]


def evidence(*counts: float, inhabitants: float = 100_000, figures: tuple[float, ...] = ()) -> SimpleNamespace:
    """Made-up evidence: counts of CBS in the order in which they are asked for, then none; figures of reports likewise."""
    left, printed = [Count(value, "84849NED") for value in counts], list(figures)
    return SimpleNamespace(
        count=lambda *_, **__: left.pop(0) if left else None,
        inhabitants=lambda *_, **__: inhabitants,
        figure=lambda *_, **__: printed.pop(0) if printed else None,
    )


def row(value: float, period: str = "2023-Q1") -> dict[str, object]:
    return {"region": "Helmond", "value": value, "period": period}


CHECKED = {
    "growth unknown": lambda: quarter_claims.growth(row(46, "2021"), GROWTH, evidence()),
    "growth holds": lambda: quarter_claims.growth(row(46, "2021"), GROWTH, evidence(100, 146)),
    "above the half-year": lambda: quarter_claims.quarter(row(414), QUARTER, evidence(400)),
    "within the half-year": lambda: quarter_claims.quarter(row(414), QUARTER, evidence(1842)),
    "beside the country": lambda: quarter_claims.quarter(row(414), QUARTER, evidence()),
    "rate of the year": lambda: (rate_claims.rate_part(12, region="Helmond", measure="reports", year=2021, evidence=evidence(120)),),
    "rate of neither": lambda: (rate_claims.rate_part(9, region="Helmond", measure="reports", year=2021, evidence=evidence(120)),),
    "rate unknown": lambda: (rate_claims.rate_part(9, region="Helmond", measure="reports", year=2021, evidence=evidence()),),
    "report lacks": lambda: document_claims.report(row(9, "2017"), HOLDS, evidence()),
    "report says the same": lambda: document_claims.report(row(5.5, "2017"), HOLDS, evidence(figures=(5.5,))),
    "report differs": lambda: document_claims.report(row(9, "2017"), HOLDS, evidence(figures=(5.5,))),
    "counts otherwise": lambda: document_claims.report(row(118_000, "2017"), WITHIN, evidence(figures=(90, 127))),
}  # fmt: skip


@pytest.mark.parametrize("outcome", CHECKED)
def test_an_outcome_that_other_figures_would_give_is_in_english(outcome):
    dutch, english = in_each(lambda: " ".join(part.why for part in CHECKED[outcome]()))
    # the name of a printed figure stays as it is printed
    printed = [figure.indicator for claim in (HOLDS, WITHIN) for figure in claim.figures]
    for name in printed:
        dutch, english = dutch.replace(name, " "), english.replace(name, " ")
    assert dutch != english
    assert_same_figures_in_english_alone(dutch, english)


def test_every_kind_of_own_count_has_english_words():
    counted = publications.figures()
    kinds = counted.loc[counted["kind"] == SourceKind.OWN_COUNT, "indicator"].unique()
    for dutch, english in zip(*in_each(lambda: [_(kind) for kind in kinds]), strict=True):
        assert dutch != english
        assert_same_figures_in_english_alone(dutch, english)


@pytest.mark.parametrize(
    ("indicator", "code", "period"),
    [
        ("meldingen", "GM0448", "2023"),  # touches no other municipality
        ("wb-meldingen", "GM0758", "2018"),
        ("aandeel-vervolgmeldingen", "PV30", "2023"),
        ("meldingen", "NL01", "2025-H1"),
    ],
)
def test_why_there_is_nothing_to_compare_with_is_in_english(indicator, code, period):
    when, spec = Period.from_key(period), INDICATORS[indicator]

    def said() -> str:
        against = comparators_of_place(EDITION, indicator, code=code, period=when)
        chart = comparator_table(
            row_of(EDITION, indicator, code=code, period=when), name=label(code), spec=spec, against=against
        )
        return " ".join([chart.name, chart.subtitle, chart.description, *chart.caveats, chart.printed.to_csv(sep=" ")])

    assert_same_figures_in_english_alone(*in_each(said))


def test_a_reason_keeps_the_capital_of_a_name_in_english():
    with in_language(Language.ENGLISH):
        against = comparators_of_place(EDITION, "wb-meldingen", code="GM0758", period=Period.year(2018))
        chart = comparator_table(
            row_of(EDITION, "wb-meldingen", code="GM0758", period=Period.year(2018)),
            name="Breda",
            spec=INDICATORS["wb-meldingen"],
            against=against,
        )
    assert (
        "The Netherlands: Statistics Netherlands (CBS) considered the regions not comparable in 2018." in chart.caveats
    )


@pytest.mark.parametrize("code", ["GM0870", "GM0363", "GM0448", "NL01"])
def test_why_a_place_has_no_line_is_in_english(code):
    assert_same_figures_in_english_alone(*in_each(lambda: why_no_line(EDITION, code)))


def test_a_place_that_did_not_exist_is_named_in_english():
    dutch, english = in_each(lambda: answer.not_there("GM1959", period=Period.year(2018)))
    assert english == "Altena did not exist in 2018, or not with these boundaries."
    assert dutch == "Altena bestond in 2018 niet, of niet met deze grenzen."


@pytest.mark.parametrize("code", ["NL01", "LD01", "PV30", "VT15", "GM0003"])
def test_a_line_is_named_after_its_place_in_english(code):
    dutch, english = in_each(lambda: label(code))
    assert_same_figures_in_english_alone(dutch, english)
    assert (dutch == english) is (Level.of(code) is Level.VT_REGION and " " not in dutch)
