"""The figures of the map page, made once per edition and selection and shared by all readers, who never change them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache, partial

import pandas as pd

from charts.chart import Chart, SourceLine
from charts.dot_rows import Rows, rows
from charts.dots import MOST_PLACES, dots_of_rows
from charts.map import MapContext, municipal_map, outlines
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from indicators.compare import Comparison, Row, compare_each
from pages._parts import load, provenance
from pages._parts.comparing import against
from pages._parts.place import card

LEVELS = (Level.MUNICIPALITY, Level.VT_REGION, Level.PROVINCE, Level.COUNTRY_PART)
_MOST_ASKED = ("wb-meldingen", "meldingen")


def titles() -> Mapping[str, str]:
    """Titles by id of the indicators that have a figure at some level of the map, in the order of the catalogue."""
    return titles_in(load.edition())


def map_of(indicator: str, *, level: Level, period: Period, place: str | None) -> Chart:
    """The map of one indicator, level and period; only the choice is of this reader."""
    chart = map_in(load.edition(), indicator, level, period)
    return replace(chart, figure=replace(chart.figure, selected=(place,) if place else ()))


def dots_of(indicator: str, *, level: Level, period: Period, place: str | None) -> Chart | None:
    """The place beside its neighbours and the ends of the list; None when no place has a figure."""
    return _dots(load.edition(), indicator, level, period, place)


def card_of(indicator: str, *, level: Level, period: Period, place: str) -> card.Words | None:
    """What the card of a place says; None when the place did not exist in the period."""
    return card_in(load.edition(), indicator, level, period, place)


def warm(read: load.Edition) -> None:
    """Make what the page opens with: its choices, and the maps that most come for, at their newest period."""
    titles_in(read)
    for indicator in _MOST_ASKED:
        for level in set(LEVELS).intersection(INDICATORS[indicator].levels):
            load.periods_of(read, indicator, level)
        for period in load.periods_of(read, indicator, Level.MUNICIPALITY)[-1:]:
            _make(read, indicator, period)


def warm_next(read: load.Edition) -> Iterator[Callable[[], object]]:
    """Steps that make the same maps of whole years, which the picker of periods starts with."""
    for indicator in _MOST_ASKED:
        newest = {one.kind: one for one in load.periods_of(read, indicator, Level.MUNICIPALITY)}
        for period in newest.values():
            yield partial(_make, read, indicator, period)


def _make(read: load.Edition, indicator: str, period: Period) -> None:
    map_in(read, indicator, Level.MUNICIPALITY, period)
    _dots(read, indicator, Level.MUNICIPALITY, period, None)


@lru_cache(maxsize=4)
def titles_in(read: load.Edition) -> Mapping[str, str]:
    """The same as ``titles``, in one edition."""
    filled = load.filled_in(read)
    return {spec.id: spec.title for spec in load.offered_in(read) if filled[spec.id].intersection(LEVELS)}


@lru_cache(maxsize=64)
def map_in(read: load.Edition, indicator: str, level: Level, period: Period) -> Chart:
    """The same as ``map_of`` without a choice, in one edition."""
    same_kind = [one for one in load.periods_of(read, indicator, level) if one.kind is period.kind]
    return municipal_map(
        load.values_of(read, indicator, level),
        spec=INDICATORS[indicator],
        level=level,
        period=period,
        context=MapContext(
            outlines(same_kind, level=level),
            {one: against.of(read, indicator, level, one) for one in same_kind},
            inhabitants=load.inhabitants_of(read, level, period.calendar_year),
        ),
        sources=_sources(read, indicator, level, period),
    )


@lru_cache(maxsize=64)
def _sources(read: load.Edition, indicator: str, level: Level, period: Period) -> tuple[SourceLine, ...]:
    same_kind = [one for one in load.periods_of(read, indicator, level) if one.kind is period.kind]
    return provenance.lines(load.values_of(read, indicator, level), periods=same_kind)


@lru_cache(maxsize=512)  # all places of a busy evening; 20 kB each
def _dots(read: load.Edition, indicator: str, level: Level, period: Period, place: str | None) -> Chart | None:
    made = _rows(read, indicator, level, period)
    codes = card.nearby(made.known, code=place, year=period.calendar_year, most=MOST_PLACES)
    if not codes:
        return None
    return dots_of_rows(
        made.among(codes),
        spec=INDICATORS[indicator],
        period=period,
        comparator=against.of(read, indicator, level, period),
        selected=[place] if place else [],
        sources=_sources(read, indicator, level, period),
    )


@lru_cache(maxsize=64)
def _rows(read: load.Edition, indicator: str, level: Level, period: Period) -> Rows:
    table = map_in(read, indicator, level, period).table
    return rows(
        load.values_of(read, indicator, level),
        spec=INDICATORS[indicator],
        period=period,
        names=dict(zip(table["region"], table["place"], strict=True)),
        comparator=against.of(read, indicator, level, period),
    )


@lru_cache(maxsize=1024)  # five short texts each
def card_in(read: load.Edition, indicator: str, level: Level, period: Period, place: str) -> card.Words | None:
    """The same as ``card_of``, in one edition."""
    spec = INDICATORS[indicator]
    row = _by_place(read, indicator, level, period).get(place)
    if row is None:
        return None
    return card.words(
        row,
        spec=spec,
        comparator=against.of(read, indicator, level, period),
        twin=None if spec.twin is None else _by_place(read, spec.twin, level, period).get(place),
        decided=_decided(read, indicator, level, period)[place],
        beside=load.beside_of(read, indicator, level, period).get(place, ()),
    )


@lru_cache(maxsize=8)  # half a megabyte each
def _by_place(read: load.Edition, indicator: str, level: Level, period: Period) -> Mapping[str, Row]:
    """IndicatorValue rows of one period by code."""
    return {str(row["region"]): row for row in _of_period(read, indicator, level, period).to_dict("records")}


@lru_cache(maxsize=64)
def _decided(read: load.Edition, indicator: str, level: Level, period: Period) -> Mapping[str, Comparison]:
    values, comparator = _of_period(read, indicator, level, period), against.of(read, indicator, level, period)
    return compare_each(values, comparator=comparator, spec=INDICATORS[indicator])


def _of_period(read: load.Edition, indicator: str, level: Level, period: Period) -> pd.DataFrame:
    values = load.values_of(read, indicator, level)
    return values[values["period"] == period.code]
