"""The map and its list of places: made once per edition and selection, shared by all readers, who never change them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from charts.chart import Chart
from charts.dot_rows import Rows, rows
from charts.dots import MOST_PLACES, dots_of_rows
from charts.map import MapContext, MapPeriods, map_periods, municipal_map, outlines
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Kind, Period
from editions import opening_view
from editions.comparators import comparator, comparators_per_period
from editions.edition import Edition, cached_per_edition
from editions.inhabitants import inhabitants
from editions.periods import periods
from editions.sources import sources_of_kind
from editions.values import values
from geo import boundaries

_REPORTS = "meldingen"


@cached_per_edition(most=64)
def map_without_choice(edition: Edition, indicator: str, *, level: Level, period: Period) -> Chart:
    """The map of one indicator, level and period, with all periods as long as this one in its payload."""
    same_kind = periods(edition, indicator, level=level, kind=period.kind)
    return municipal_map(
        values(edition, indicator, level=level),
        spec=INDICATORS[indicator],
        level=level,
        period=period,
        context=MapContext(
            outlines(same_kind, level=level),
            comparators_per_period(edition, indicator, level=level, periods=same_kind),
            inhabitants=inhabitants(edition, level=level, year=period.calendar_year),
            periods=_periods_of_map(edition, indicator, level=level, kind=period.kind),
        ),
        sources=sources_of_kind(edition, indicator, level=level, period=period),
    )


@cached_per_edition(most=16)
def _periods_of_map(edition: Edition, indicator: str, *, level: Level, kind: Kind) -> MapPeriods:
    """The figures of all periods of one kind, which the maps of these periods share."""
    same_kind = periods(edition, indicator, level=level, kind=kind)
    return map_periods(
        values(edition, indicator, level=level),
        spec=INDICATORS[indicator],
        outlines=outlines(same_kind, level=level),
        comparators=comparators_per_period(edition, indicator, level=level, periods=same_kind),
        notes={},
    )


def map_of(edition: Edition, indicator: str, *, level: Level, period: Period, place: str | None) -> Chart:
    """The map with the place that one reader chose."""
    chart = map_without_choice(edition, indicator, level=level, period=period)
    return replace(chart, drawing=replace(chart.figure, selected=(place,) if place else ()))


@cached_per_edition(most=512)  # all places of a busy evening; 20 kB each
def dots_of(edition: Edition, indicator: str, *, level: Level, period: Period, place: str | None) -> Chart | None:
    """The place beside its neighbours and the ends of the list; None when no place has a figure."""
    every = _rows(edition, indicator, level=level, period=period)
    codes = nearby(every.known, code=place, year=period.calendar_year, most=MOST_PLACES)
    if not codes:
        return None
    return dots_of_rows(
        every.among(codes),
        spec=INDICATORS[indicator],
        period=period,
        comparator=comparator(edition, indicator, level=level, period=period),
        selected=[place] if place else [],
        sources=sources_of_kind(edition, indicator, level=level, period=period),
    )


@cached_per_edition(most=64)
def _rows(edition: Edition, indicator: str, *, level: Level, period: Period) -> Rows:
    table = map_without_choice(edition, indicator, level=level, period=period).table
    return rows(
        values(edition, indicator, level=level),
        spec=INDICATORS[indicator],
        period=period,
        names=dict(zip(table["region"], table["place"], strict=True)),
        comparator=comparator(edition, indicator, level=level, period=period),
    )


def nearby(known: Sequence[str], *, code: str | None, year: int, most: int) -> Sequence[str]:
    """Codes to set beside a place: itself, its neighbours, then the ends of the list.

    ``known`` are the places with a figure, highest first.
    """
    if len(known) <= most:
        return known
    around: tuple[str, ...] = ()
    if code is not None and Level.of(code) is Level.MUNICIPALITY:
        around = boundaries.touching(code, year=year)
    first = [each for each in (code, *around) if each in known]
    ends = [each for pair in zip(known, reversed(known), strict=True) for each in pair]
    chosen = set(list(dict.fromkeys([*first, *ends]))[:most])
    return [each for each in known if each in chosen]


def warm(edition: Edition) -> None:
    """Make what the page opens with: its choices, the opening map, and the reports per municipality."""
    for view in _openings(edition):
        _make(edition, view)


def warm_next(edition: Edition) -> Iterator[Callable[[], object]]:
    """Steps that make the same maps of the other kind of period, which the picker of periods switches to."""
    for view in _openings(edition):
        newest = {each.kind: each for each in periods(edition, view.indicator, level=view.level)}
        for period in newest.values():
            yield partial(_make, edition, view._replace(period=period))


def _openings(edition: Edition) -> Sequence[opening_view.View]:
    """The view the map opens with, and the one that a link to a municipality mostly leads to."""
    views = [opening_view.fullest(edition)]
    if periods(edition, _REPORTS, level=Level.MUNICIPALITY):
        period = opening_view.period(edition, _REPORTS, level=Level.MUNICIPALITY, place=None)
        views.append(opening_view.View(_REPORTS, Level.MUNICIPALITY, period))
    return list(dict.fromkeys(views))


def _make(edition: Edition, view: opening_view.View) -> None:
    indicator, level, period = view
    map_without_choice(edition, indicator, level=level, period=period).figure.packed()
    dots_of(edition, indicator, level=level, period=period, place=None)
