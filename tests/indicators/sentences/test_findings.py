"""Findings: titles of at most twelve words that the rules allow, for every place of the carried figures."""

import pytest

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import NETHERLANDS, Level
from data_sources.period import Kind, Period
from editions.comparators import comparator, comparisons
from editions.edition import current_edition
from editions.opening_view import levels, titles
from editions.periods import newest_periods
from editions.series import series
from geo import registry
from indicators.comparator import NoComparator
from indicators.sentences import findings
from indicators.trend import Direction, Trend, trend
from indicators.value import Position
from tests.rules.linter import Context, forbidden


def selections():
    edition = current_edition()
    for indicator in titles(edition):
        for level, periods in levels(edition, indicator).items():
            for period in periods:
                yield indicator, level, period


@pytest.mark.parametrize(("indicator", "level", "period"), selections())
def test_a_title_of_places_beside_each_other_says_what_was_decided(indicator, level, period):
    edition = current_edition()
    against = comparator(edition, indicator, level=level, period=period)
    decided = {code: one.position for code, one in comparisons(edition, indicator, level=level, period=period).items()}
    names = {code: registry.name_in(code, year=period.calendar_year) for code in decided}
    known = {code: position for code, position in decided.items() if position is not Position.NONE}
    national = not isinstance(against, NoComparator) and against.published
    for chosen in (
        {},
        known,
        *({code: known[code]} for code in known),
        *(dict(list(known.items())[:n]) for n in (2, 3)),
    ):
        title = findings.side_by_side(chosen, names=names, comparator=against)
        assert len(title.split()) <= findings.MOST_WORDS
        code = next(iter(chosen), NETHERLANDS)
        assert forbidden(title, Context(code, period, national=national)) == []
        if len(chosen) == 1 and title:
            words = {Position.HIGHER: " boven ", Position.LOWER: " onder ", Position.SIMILAR: "wijkt niet duidelijk af"}
            assert words[chosen[code]] in title
            assert title.startswith(names[code][:1].upper())


def test_without_a_comparator_or_a_decision_there_is_no_finding():
    edition, period = current_edition(), Period.year(2018)
    against = comparator(edition, "wb-meldingen", level=Level.MUNICIPALITY, period=period)
    assert findings.side_by_side({"GM0758": Position.NONE}, names={"GM0758": "Breda"}, comparator=against) == ""
    reason = NoComparator("Het CBS geeft dit cijfer niet.")
    assert findings.side_by_side({"GM0758": Position.HIGHER}, names={"GM0758": "Breda"}, comparator=reason) == ""


@pytest.mark.parametrize("direction", list(Direction))
def test_only_a_trend_word_makes_a_title(direction):
    first, last = Period.year(2019), Period.year(2025)
    title = findings.over_time(
        Trend(direction, 7, first, last), registry.region("GM0758"), spec=INDICATORS["meldingen"]
    )
    if direction in {Direction.RISE, Direction.FALL, Direction.UNCLEAR}:
        assert title.startswith(f"Breda: {direction} van meldingen")
        assert title.endswith("2025")
        assert len(title.split()) <= findings.MOST_WORDS
        assert forbidden(title, Context("GM0758", last, points=7)) == []
    else:
        assert title == ""


def test_the_title_of_the_country_is_what_the_trend_test_says():
    edition, spec = current_edition(), INDICATORS["meldingen"]
    rows = series(edition, "meldingen", codes=[NETHERLANDS], kind=Kind.HALF_YEAR)
    result = trend(rows, spec=spec, newest=newest_periods(edition))
    assert str(result.direction) in findings.over_time(result, registry.region(NETHERLANDS), spec=spec)


SAME = Trend(Direction.UNCLEAR, 7, Period.year(2019), Period.year(2025))
NAMES = {"GM0758": "Breda", "GM0855": "Tilburg", "GM0748": "Bergen op Zoom", "GM0363": "Amsterdam"}


@pytest.mark.parametrize(
    ("codes", "start"),
    [
        (["GM0758", "GM0855"], "Breda en Tilburg: geen duidelijke"),
        (["GM0758", "GM0855", "GM0748"], "Drie plaatsen: geen duidelijke"),
        (list(NAMES), "Vier plaatsen: geen duidelijke"),
    ],
)
def test_several_places_with_the_same_word_share_a_title(codes, start):
    title = findings.over_time_together(dict.fromkeys(codes, SAME), names=NAMES, spec=INDICATORS["meldingen"])
    assert title.startswith(start)
    assert title.endswith("stijging of daling van meldingen, 2019–2025")
    assert len(title.split()) <= findings.MOST_WORDS


@pytest.mark.parametrize(
    "other",
    [
        Trend(Direction.RISE, 7, Period.year(2019), Period.year(2025)),
        Trend(Direction.UNCLEAR, 7, Period.year(2019), Period.year(2024)),
        Trend(Direction.TOO_FEW, 2, Period.year(2019), Period.year(2025)),
    ],
)
def test_places_that_differ_share_no_title(other):
    trends = {"GM0758": SAME, "GM0855": other}
    assert findings.over_time_together(trends, names=NAMES, spec=INDICATORS["meldingen"]) == ""


def test_higher_and_lower_places_stand_in_one_title_with_what_they_are_held_against():
    edition, period = current_edition(), Period.year(2018)
    against = comparator(edition, "wb-meldingen", level=Level.MUNICIPALITY, period=period)
    names = {"GM0758": "Breda", "GM0826": "Oosterhout", "GM1709": "Moerdijk", "GM1719": "Drimmelen"}
    positions = dict.fromkeys(["GM0758", "GM0826"], Position.HIGHER) | {"GM1709": Position.LOWER}
    title = findings.side_by_side(positions, names=names, comparator=against)
    assert title == "Breda en Oosterhout boven de rest van West-Brabant, Moerdijk eronder"
