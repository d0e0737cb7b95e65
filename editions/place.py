"""The figures of one municipality: which indicators and periods it has, and how it stands beside other places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from charts.chart import Chart
from charts.dots import MOST_PLACES, dots
from charts.held_against import held_against
from data_sources.catalogue.carried_indicators import CARRIED
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Kind, Period
from editions.comparators import comparator, comparators_of_place
from editions.edition import Edition, cached_per_edition
from editions.periods import offered, periods
from editions.sources import source_lines
from editions.values import has_value, row_of, values
from geo import boundaries, registry
from indicators.comparators import FIRST_NATIONAL

GM = Level.MUNICIPALITY
_OF_CBS = tuple(spec.id for spec in CARRIED.values() if GM in spec.levels and spec.first_comparable is not None)
_OF_DOCUMENTS = tuple(spec.id for spec in CARRIED.values() if GM in spec.levels and spec.first_comparable is None)


def indicators_of(period: Period) -> Sequence[str]:
    """Indicators that speak about a period: those of regional documents up to 2018, those of CBS from 2019 on."""
    return _OF_DOCUMENTS if period.calendar_year < FIRST_NATIONAL else _OF_CBS


def indicators_with_card(edition: Edition, code: str, *, period: Period) -> list[str]:
    """Indicators that get a card of their own: reports and advice always, the others where there is a figure."""
    return [
        indicator
        for indicator in indicators_of(period)
        if INDICATORS[indicator].twin is not None or has_value(edition, indicator, code=code, period=period)
    ]


def further_indicators(edition: Edition, code: str, *, period: Period) -> list[str]:
    """Indicators without a card that have a figure of the place: what a refresh adds to the embedded figures."""
    return [
        spec.id
        for spec in offered(edition)
        if spec.id not in CARRIED and GM in spec.levels and has_value(edition, spec.id, code=code, period=period)
    ]


@dataclass(frozen=True)
class PlacePeriods:
    """Periods that can be chosen for a place, newest first, and the one to start with."""

    every: tuple[Period, ...]
    start: Period


@cached_per_edition(most=512)
def periods_of_place(edition: Edition, code: str) -> PlacePeriods:
    """Periods in which a place existed; the start is the newest year with a figure of its own, else the newest year."""
    filled = dict.fromkeys(
        period
        for indicator in (*_OF_CBS, *_OF_DOCUMENTS)
        for period in periods(edition, indicator, level=GM)
        if indicator not in _OF_DOCUMENTS or has_value(edition, indicator, code=code, period=period)
    )
    place = registry.region(code)
    last = Period.year(place.last_year or registry.last_year())
    existed = [each for each in filled if place.existed(registry.known_year(each.calendar_year))] or [last]
    ordered = sorted(existed, key=lambda each: (each.calendar_year, each.kind is Kind.YEAR, each.number), reverse=True)
    years = [each for each in ordered if each.kind is Kind.YEAR]
    with_figure = [
        each
        for each in years
        if any(has_value(edition, indicator, code=code, period=each) for indicator in indicators_of(each))
    ]
    return PlacePeriods(tuple(ordered), (with_figure or years or ordered)[0])


@dataclass(frozen=True)
class Surroundings:
    """A place against its comparators as a table, and beside its neighbours as dots, where there is anything to draw."""

    table: Chart
    neighbours: Chart | None


@cached_per_edition(most=64)
def surroundings(edition: Edition, indicator: str, *, code: str, period: Period) -> Surroundings | None:
    """How a municipality stands in a period; None when it did not exist then."""
    spec, row, rows = (
        INDICATORS[indicator],
        row_of(edition, indicator, code=code, period=period),
        values(edition, indicator, level=GM),
    )
    if row is None:
        return None
    names = _neighbours(edition, indicator, code=code, period=period)
    sources = source_lines(rows[rows["region"].isin([code, *names])], periods=[period])
    if not sources and Level.COUNTRY in spec.levels:  # without a figure of its own, what stands there is the country's
        sources = source_lines(values(edition, indicator, level=Level.COUNTRY), periods=[period])
    table = held_against(
        row,
        name=registry.name_in(code, year=period.calendar_year),
        spec=spec,
        against=comparators_of_place(edition, indicator, code=code, period=period),
        sources=sources,
    )
    if len(names) < 2:  # noqa: PLR2004 -- the place itself is one
        return Surroundings(table, None)
    against = comparator(edition, indicator, level=GM, period=period)
    return Surroundings(
        table,
        dots(rows, spec=spec, period=period, names=names, comparator=against, selected=[code], sources=sources),
    )


def _neighbours(edition: Edition, indicator: str, *, code: str, period: Period) -> Mapping[str, str]:
    """Names by code of the place and of those around it that have a figure; nothing when it has none itself."""
    around = (code, *boundaries.touching(code, year=period.calendar_year))
    codes = [each for each in around if has_value(edition, indicator, code=each, period=period)][:MOST_PLACES]
    return {each: registry.name_in(each, year=period.calendar_year) for each in codes if code in codes}
