"""The map and its list of places: made once per edition and selection, shared by all readers, who never change them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from charts.chart import Chart
from charts.dot_rows import Rows, rows
from charts.dots import MOST_PLACES, dots_of_rows
from charts.map import MapContext, municipal_map, outlines
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from editions.comparators import comparator, comparators_per_period
from editions.edition import Edition, cached_per_edition
from editions.inhabitants import inhabitants
from editions.periods import filled_levels, newest_of_kind, offered, periods
from editions.sources import source_lines, sources_of_kind
from editions.values import has_figure, values
from geo import boundaries
from indicators.place_opening import default_period

LEVELS = (Level.MUNICIPALITY, Level.VT_REGION, Level.PROVINCE, Level.COUNTRY_PART)
_FULLEST, _REPORTS = "wb-meldingen", "meldingen"  # the first has 19 of 19 municipalities of its document
_SMALL_MAP = (_FULLEST, Period.year(2018))


@cached_per_edition(most=1)
def titles(edition: Edition) -> Mapping[str, str]:
    """Titles by id of the indicators that have a figure at some level of the map, in the order of the catalogue."""
    filled = filled_levels(edition)
    return {spec.id: spec.title for spec in offered(edition) if filled[spec.id].intersection(LEVELS)}


def map_levels(edition: Edition, indicator: str) -> Mapping[Level, Sequence[Period]]:
    """Levels at which an indicator has figures, each with its periods; the first is the one to open with."""
    every = {
        level: periods(edition, indicator, level=level) for level in LEVELS if level in INDICATORS[indicator].levels
    }
    return {level: filled for level, filled in every.items() if filled}


def opening_indicator(edition: Edition, *, place: str | None) -> str:
    """Indicator that the map opens with: the fullest map, or for a place outside that document the reports of CBS."""
    return _REPORTS if place and place not in _on_fullest_map(edition) else _FULLEST


@cached_per_edition(most=1)
def _on_fullest_map(edition: Edition) -> frozenset[str]:
    """Municipalities with a value on the fullest map."""
    rows = values(edition, _FULLEST, level=Level.MUNICIPALITY)
    return frozenset(str(code) for code in rows.loc[rows["value"].notna(), "region"])


@cached_per_edition(most=1024)
def opening_period(edition: Edition, indicator: str, *, level: Level, place: str | None) -> Period:
    """Period that the map opens with: the newest in which the place has any count, else the newest that has rates."""
    filled = periods(edition, indicator, level=level)
    if place is not None:
        newest = default_period(each for each in filled if has_figure(edition, indicator, code=place, period=each))
        if newest is not None:
            return newest
    rows = values(edition, indicator, level=level)
    rated = set(rows.loc[rows["value"].notna(), "period"])
    return newest_of_kind([each for each in filled if each.code in rated] or filled)


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
        ),
        sources=sources_of_kind(edition, indicator, level=level, period=period),
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


@cached_per_edition(most=1)
def small_map(edition: Edition) -> Chart:
    """The map with most published figures, for a picture on the start page."""
    (indicator, period), level = _SMALL_MAP, Level.MUNICIPALITY
    every = values(edition, indicator, level=level)
    return municipal_map(
        every,
        spec=INDICATORS[indicator],
        level=level,
        period=period,
        context=MapContext(
            outlines([period], level=level),
            comparators_per_period(edition, indicator, level=level, periods=[period]),
        ),
        sources=source_lines(every, periods=[period]),
    )


def warm(edition: Edition) -> None:
    """Make what the page opens with: its choices, and the maps that most come for, at their newest period."""
    titles(edition)
    for indicator in (_FULLEST, _REPORTS):
        map_levels(edition, indicator)
        for period in periods(edition, indicator, level=Level.MUNICIPALITY)[-1:]:
            _make(edition, indicator, period)


def warm_next(edition: Edition) -> Iterator[Callable[[], object]]:
    """Steps that make the same maps of whole years, which the picker of periods starts with."""
    for indicator in (_FULLEST, _REPORTS):
        newest = {period.kind: period for period in periods(edition, indicator, level=Level.MUNICIPALITY)}
        for period in newest.values():
            yield partial(_make, edition, indicator, period)


def _make(edition: Edition, indicator: str, period: Period) -> None:
    map_without_choice(edition, indicator, level=Level.MUNICIPALITY, period=period)
    dots_of(edition, indicator, level=Level.MUNICIPALITY, period=period, place=None)
