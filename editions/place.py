"""The figures of one place of any level: which indicators and periods it has, and how it stands beside other places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from charts.chart import Chart
from charts.comparator_table import comparator_table
from charts.dot_rows import Rows, rows
from charts.dots import MOST_PLACES, dots_of_rows
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from editions.comparators import comparator, comparators_of_place
from editions.edition import Edition, cached_per_edition
from editions.periods import offered, periods
from editions.sources import source_lines, source_lines_of
from editions.values import has_figure, row_of, rows_by_place, values, values_in
from geo import boundaries, membership, registry
from indicators.place_opening import EVER, SINCE_2019, default_period, headline, newest_first, speaking
from indicators.sentences import words

GM = Level.MUNICIPALITY
REPORTS_AND_ADVICE = ("meldingen", "adviezen")


def indicators_with_card(edition: Edition, code: str, *, period: Period) -> list[str]:
    """Indicators with a figure in the period, and always the reports and advice of CBS.

    Up to 2018 there is only the document of one region: a place outside it is never headed by that region's indicator.
    """
    return [
        indicator
        for indicator in _of_level(speaking(period), Level.of(code))
        if indicator in REPORTS_AND_ADVICE or has_figure(edition, indicator, code=code, period=period)
    ]


def has_further_indicators(edition: Edition) -> bool:
    """Whether this version offers indicators of municipalities beside those with a card."""
    return any(spec.id not in EVER and GM in spec.levels for spec in offered(edition))


def further_indicators(edition: Edition, code: str, *, period: Period) -> list[str]:
    """Indicators without a card that have a figure of the place: what a refresh adds to the embedded figures."""
    return [
        spec.id
        for spec in offered(edition)
        if spec.id not in EVER
        and Level.of(code) in spec.levels
        and has_figure(edition, spec.id, code=code, period=period)
    ]


@cached_per_edition(most=512, wordless=True)
def periods_with_figure(edition: Edition, code: str) -> tuple[Period, ...]:
    """Periods in which a place has a figure, at least a count, for an indicator that speaks about them."""
    level = Level.of(code)
    return tuple(
        dict.fromkeys(
            period
            for indicator in _of_level(EVER, level)
            for period in periods(edition, indicator, level=level)
            if indicator in speaking(period) and has_figure(edition, indicator, code=code, period=period)
        )
    )


@dataclass(frozen=True)
class PlacePeriods:
    """Periods that can be chosen for a place, newest first, and the one to start with."""

    every: tuple[Period, ...]
    start: Period


def periods_of_place(edition: Edition, code: str) -> PlacePeriods:
    """Periods in which a place existed; it starts with the newest in which it has a count, as its sheet does.

    A larger place without any figure starts with the newest period in which one of its municipalities has one.
    """
    filled, place = periods_with_figure(edition, code), registry.region(code)
    of_anyone: set[Period] = set()
    if place.level is Level.MUNICIPALITY:
        of_anyone = {period for indicator in SINCE_2019 for period in periods(edition, indicator, level=GM)}
    of_parts = () if filled or place.level is Level.MUNICIPALITY else periods_of_parts(edition, code)
    last = Period.year(place.last_year or registry.last_year())
    existed = [
        each for each in of_anyone.union(filled, of_parts) if place.existed(registry.known_year(each.calendar_year))
    ]
    ordered = sorted(existed or [last], key=newest_first)
    return PlacePeriods(tuple(ordered), default_period(filled) or default_period(of_parts) or ordered[0])


def period_of_year(edition: Edition, code: str, *, year: int) -> Period:
    """The period of the page when that lies in the year; else the newest one of the year in which the place has a count."""
    start = periods_of_place(edition, code).start
    of_year = [period for period in periods_with_figure(edition, code) if period.calendar_year == year]
    if start.calendar_year == year:
        return start
    return min(of_year, key=newest_first, default=Period.year(year))


@cached_per_edition(most=64, wordless=True)
def periods_of_parts(edition: Edition, code: str) -> tuple[Period, ...]:
    """Periods in which one of the municipalities of a larger place has a figure, newest first."""
    every = {
        period
        for indicator in EVER
        for period in periods(edition, indicator, level=GM)
        if indicator in speaking(period)
    }
    return tuple(sorted((each for each in every if parts_with_figure(edition, code, period=each)), key=newest_first))


def parts_with_figure(edition: Edition, code: str, *, period: Period) -> list[str]:
    """Municipalities of a larger place that have a figure of what speaks about the period."""
    return [
        part
        for part in membership.members(code, year=period.calendar_year)
        if any(has_figure(edition, each, code=part, period=period) for each in speaking(period))
    ]


def _of_level(indicators: Sequence[str], level: Level) -> list[str]:
    return [indicator for indicator in indicators if level in INDICATORS[indicator].levels]


def headline_of(edition: Edition, code: str, *, period: Period) -> str:
    """Indicator that a place is set beside others with: the first that has a figure of the place in the period."""
    level = Level.of(code)
    if not _of_level(speaking(period), level):  # the document of a region has municipalities only
        return REPORTS_AND_ADVICE[0]
    return headline(
        period,
        has_figure=lambda indicator: (
            level in INDICATORS[indicator].levels and has_figure(edition, indicator, code=code, period=period)
        ),
    )


@dataclass(frozen=True)
class Surroundings:
    """A place against its comparators as a table, and beside its neighbours as dots, where there is anything to draw."""

    table: Chart
    neighbours: Chart | None


@cached_per_edition(most=64)
def surroundings(edition: Edition, indicator: str, *, code: str, period: Period) -> Surroundings | None:
    """How a place stands in a period; None when it did not exist then."""
    spec, level = INDICATORS[indicator], Level.of(code)
    row = row_of(edition, indicator, code=code, period=period)
    if row is None or (spec.first_comparable is None and not has_figure(edition, indicator, code=code, period=period)):
        return None  # the document of a region has nothing to say about a place outside it
    names = _neighbours(edition, indicator, code=code, period=period)
    here = rows_by_place(edition, indicator, level=level, period=period)
    sources = source_lines_of(here[each] for each in dict.fromkeys([code, *names]))
    if not sources and Level.COUNTRY in spec.levels:  # without a figure of its own, what stands there is the country's
        sources = source_lines(values(edition, indicator, level=Level.COUNTRY), periods=[period])
    table = comparator_table(
        row,
        name=words.name_of(registry.region(code), year=period.calendar_year),
        spec=spec,
        against=comparators_of_place(edition, indicator, code=code, period=period),
        sources=sources,
    )
    if len(names) < 2:  # noqa: PLR2004 -- the place itself is one
        return Surroundings(table, None)
    against = comparator(edition, indicator, level=level, period=period)
    beside = _rows_of_level(edition, indicator, level=level, period=period).among(names)
    return Surroundings(
        table,
        dots_of_rows(beside, spec=spec, period=period, comparator=against, selected=[code], sources=sources),
    )


@cached_per_edition(most=64)
def _rows_of_level(edition: Edition, indicator: str, *, level: Level, period: Period) -> Rows:
    """Rows of all places of a level, of which each place picks its own."""
    codes = rows_by_place(edition, indicator, level=level, period=period)
    return rows(
        values_in(edition, indicator, level=level, period=period),
        spec=INDICATORS[indicator],
        period=period,
        names={code: registry.name_in(code, year=period.calendar_year) for code in codes},
        comparator=comparator(edition, indicator, level=level, period=period),
    )


def _neighbours(edition: Edition, indicator: str, *, code: str, period: Period) -> Mapping[str, str]:
    """Names by code of the place and of those around it that have a value; nothing when it has none itself.

    Around a larger place are all others of its level.
    """
    level = Level.of(code)
    every = rows_by_place(edition, indicator, level=level, period=period)
    around = (
        boundaries.touching(code, year=period.calendar_year)
        if level is Level.MUNICIPALITY
        else [each for each in every if each != code]
    )
    known = [each for each in (code, *around) if each in every and np.isfinite(every[each]["value"])][:MOST_PLACES]
    return {each: registry.name_in(each, year=period.calendar_year) for each in known if code in known}
