"""Figures of chosen places over time, on the boundaries of then or of today."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import pandas as pd

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Kind
from geo import mergers, registry
from indicators import boundaries_today
from pages._parts import load

THEN, TODAY = "toen", "nu"
BOUNDARIES = {THEN: "Zoals toen", TODAY: "Zoals nu"}
_TEXTS = dict.fromkeys(["indicator", "region", "level", "period", "state", "status", "source", "table"], "str")


@functools.lru_cache(maxsize=128)
def _today(read: load.Edition, indicator: str, codes: frozenset[str]) -> boundaries_today.AsToday:
    values = load.values_of(read, indicator, Level.MUNICIPALITY)
    parts = {part for code in codes for part in _ever_part_of(code)}
    values = values[values["region"].isin(parts)]
    return boundaries_today.as_today(values, spec=INDICATORS[indicator], codes=codes)


def _ever_part_of(code: str) -> set[str]:
    years = range(registry.FIRST_YEAR, registry.last_year() + 1)
    return {part for year in years for part in mergers.predecessors(code, year=year).codes}


def rows(indicator: str, *, codes: Sequence[str], kind: Kind, boundaries: str = THEN) -> pd.DataFrame:
    """IndicatorValue rows of these places, one kind of period, from the first to the last period with any figure."""
    return _rows(load.edition(), indicator, tuple(codes), kind, boundaries)


@functools.lru_cache(maxsize=128)
def _rows(read: load.Edition, indicator: str, codes: tuple[str, ...], kind: Kind, boundaries: str) -> pd.DataFrame:
    frames = []
    for level in dict.fromkeys(Level.of(code) for code in codes):
        if level not in INDICATORS[indicator].levels:
            continue
        recomputed = boundaries == TODAY and level is Level.MUNICIPALITY
        values = load.values_of(read, indicator, level)
        if recomputed:
            values = _today(read, indicator, frozenset(codes)).rows
        here = values[values["region"].isin(list(codes))].astype(_TEXTS)
        frames.append(here[here["period"].str.slice(4, 6) == kind.value])
    if not frames:
        return load.values_of(read, indicator, INDICATORS[indicator].levels[0]).iloc[:0].astype(_TEXTS)
    found = pd.concat(frames, ignore_index=True)
    known = found.loc[found["value"].notna(), "period"]
    counted = found.loc[found["value"].notna() | found["count"].notna(), "period"]  # a newer count ends a trend word
    return found[found["period"].between(known.min(), counted.max())] if len(known) else found.iloc[:0]


def notes(indicator: str, *, codes: Sequence[str], shown: pd.DataFrame) -> tuple[str, ...]:
    """What was added up, or could not be, to show earlier figures of these places on the boundaries of today."""
    told = _today(load.edition(), indicator, frozenset(codes)).notes
    told = told[told["period"].isin(set(shown["period"]))]
    return tuple(dict.fromkeys(told["note"]))


def richest_kind(indicator: str, *, codes: Sequence[str]) -> Kind:
    """Whole years, unless half-years give the chosen places more figures."""
    years, halves = (int(rows(indicator, codes=codes, kind=kind)["value"].notna().sum()) for kind in Kind)
    return Kind.HALF_YEAR if halves > 2 * years else Kind.YEAR
