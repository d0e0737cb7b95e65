"""Rule 16: forbidden forms are found in planted sentences, and are not in the sentences of the app."""

import pytest

from data_sources.period import Period
from geo import registry
from indicators import sentences
from indicators.compare import compare
from indicators.ranks import RankRange
from indicators.trend import change, trend
from tests.indicators.conftest import values_of
from tests.rules.holding import ALPHEN_CHAAM, BREDA, REPORTS, Y2023, country, holds, series, variants
from tests.rules.linter import Context, forbidden

NAMED = Context(BREDA, Y2023, national=True, points=5)
UNNAMED = Context(BREDA, Y2023, points=5)
FEW = Context(BREDA, Y2023, national=True, points=4)
MOVED = Context(ALPHEN_CHAAM, Y2023, national=True, points=1)
HALF = Context(BREDA, Period.half_year(2023, 1), national=True)

PLANTED = [  # sentence, what it is about, a word of the name of the form
    ("In 2023 telde Veilig Thuis 1.500 slachtoffers in Breda.", NAMED, "slachtoffers"),
    ("In 2023 waren er 1.500 daders in Breda.", NAMED, "slachtoffers"),
    ("Breda telt meer meldingen doordat de politie vaker meldt.", NAMED, "oorzaak"),
    ("Het cijfer is hoger als gevolg van de campagne.", NAMED, "oorzaak"),
    ("Breda doet het beter dan Tilburg.", NAMED, "oordeel"),
    ("Breda heeft een zorgwekkend cijfer.", NAMED, "oordeel"),
    ("Breda staat op plaats 14 van 342.", NAMED, "losse plaats"),
    ("Breda is nummer 3 van Nederland.", NAMED, "losse plaats"),
    ("In Breda is meer huiselijk geweld dan in Tilburg.", NAMED, "geweld"),
    ("De som van 25 regio's is het cijfer van Nederland.", NAMED, "landelijk heet"),
    ("Dat is nan per 10.000 inwoners.", NAMED, "ontbrekend"),
    ("Van 2018 naar 2023 steeg het aantal meldingen.", NAMED, "breuk"),
    ("Van 2018 naar 2023 ging het aantal meldingen van 50,0 naar 60,0.", NAMED, "breuk"),
    ("Van 2022 naar 2023 daalde het aantal meldingen.", MOVED, "breuk"),
    ("Er is een stijging van het aantal meldingen.", FEW, "weinig punten"),
    ("Dat is hoger dan in Nederland.", UNNAMED, "landelijk"),
    ("Dat zijn 40 meldingen per jaar.", HALF, "heel jaar"),
]


def said():
    """What the app says of a place with a figure, a break, a trend, a small count and no figure."""
    breda, alphen = registry.region(BREDA), registry.region(ALPHEN_CHAAM)
    rows = series([500, 560, 610, 670, 730])
    last, found = rows.iloc[-1], trend(rows, spec=REPORTS)
    higher = compare(last, country(), spec=REPORTS)
    yield sentences.situation(last, breda, spec=REPORTS), NAMED
    yield sentences.comparison(higher, country(), spec=REPORTS), NAMED
    yield sentences.trend_sentence(found, breda, spec=REPORTS), NAMED
    for text in sentences.quotable(
        last,
        breda,
        spec=REPORTS,
        comparator=country(),
        comparison=higher,
        trend=found,
        ranked=RankRange(BREDA, 9, 31, 342),
    ):
        yield text, NAMED
    for one in (10, 0, float("nan")):
        row = values_of([one], codes=[BREDA], spec=REPORTS).iloc[0]
        yield sentences.situation(row, breda, spec=REPORTS), UNNAMED
    few = trend(series([500, 600, 700, 800]), spec=REPORTS)
    yield sentences.trend_sentence(few, breda, spec=REPORTS), FEW
    moved = series([50] * 9, first=2015, code=ALPHEN_CHAAM)
    for year in (2018, 2021, 2022):
        refused = change(moved, earlier=Period.year(year), later=Y2023, spec=REPORTS)
        text = sentences.changed(refused, alphen, earlier=moved.iloc[year - 2015], later=moved.iloc[-1], spec=REPORTS)
        yield text, MOVED
    half = values_of([250], codes=[BREDA], period="2023HJ01", spec=REPORTS).iloc[0]
    yield sentences.situation(half, breda, spec=REPORTS), HALF


SAID = list(said())


def deaf(text, context):  # noqa: ARG001
    return []


def suspicious(text, context):  # noqa: ARG001
    return ["slachtoffers oorzaak oordeel losse plaats geweld landelijk heet ontbrekend breuk weinig punten heel jaar"]


def without_context(text, context):  # noqa: ARG001
    return forbidden(text, NAMED)


def words_alone(text, context):
    """Looks for victims and causes and forgets places, breaks and sums."""
    return [name for name in forbidden(text, context) if "slachtoffers" in name or "oorzaak" in name]


def finds_what_is_planted_and_nothing_else(lint):
    for text, context, name in PLANTED:
        assert any(name in each for each in lint(text, context)), text
    for text, context in SAID:
        assert lint(text, context) == [], text


@variants(forbidden, deaf, suspicious, without_context, words_alone)
def test_the_linter_tells_forbidden_from_allowed(variant, honest):
    assert holds(finds_what_is_planted_and_nothing_else, variant) is honest


@pytest.mark.parametrize(("text", "context", "name"), PLANTED)
def test_one_planted_sentence_is_enough_to_fail(text, context, name):
    assert any(name in each for each in forbidden(f"{SAID[0][0]} {text}", context))
