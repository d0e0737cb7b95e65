"""Figures of chosen places over time, on the boundaries of then or of today."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pandas as pd

from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.period import Kind, Period, of_kind
from editions.edition import Edition, cached_per_edition
from editions.periods import newest_count, newest_periods
from editions.values import values, values_of_place
from geo import mergers, registry
from indicators import boundaries_today
from indicators.trend import Change, NoChange, Trend, change, trend

FEWEST_POINTS = 2  # of a line
THEN, TODAY = "toen", "nu"
BOUNDARIES = {THEN: "Zoals toen", TODAY: "Zoals nu"}
_TEXTS = dict.fromkeys(["indicator", "region", "level", "period", "state", "status", "source", "table"], "str")


def series(
    edition: Edition, indicator: str, *, codes: Sequence[str], kind: Kind, boundaries: str = THEN
) -> pd.DataFrame:
    """IndicatorValue rows of these places, one kind of period, from the first to the last period with any figure."""
    return _series(edition, indicator, codes=tuple(codes), kind=kind, boundaries=boundaries)


@cached_per_edition(most=512, wordless=True)
def _series(edition: Edition, indicator: str, *, codes: tuple[str, ...], kind: Kind, boundaries: str) -> pd.DataFrame:
    frames = []
    for level in dict.fromkeys(Level.of(code) for code in codes):
        if level not in INDICATORS[indicator].levels:
            continue
        if boundaries == TODAY and level is Level.MUNICIPALITY:
            rows = on_boundaries_of_today(edition, indicator, codes=frozenset(codes)).rows
            here = rows[rows["region"].isin(list(codes))].astype(_TEXTS)
        elif len(codes) == 1:
            here = values_of_place(edition, indicator, code=codes[0]).astype(_TEXTS)
        else:
            rows = values(edition, indicator, level=level)
            here = rows[rows["region"].isin(list(codes))].astype(_TEXTS)
        frames.append(here[of_kind(here["period"], kind)])
    if not frames:
        return values(edition, indicator, level=INDICATORS[indicator].levels[0]).iloc[:0].astype(_TEXTS)
    every = pd.concat(frames, ignore_index=True)
    known = every.loc[every["value"].notna(), "period"]
    counted = every.loc[every["value"].notna() | every["count"].notna(), "period"]  # a newer count ends a trend word
    return every[every["period"].between(known.min(), counted.max())] if len(known) else every.iloc[:0]


@cached_per_edition(most=512)  # small, and the same in every period of a place
def trend_of(edition: Edition, indicator: str, *, code: str, kind: Kind) -> Trend:
    """Trend of one place in the figures of one kind of period."""
    rows = series(edition, indicator, codes=[code], kind=kind)
    counted = newest_count(edition, indicator, code=code)
    return trend(rows, spec=INDICATORS[indicator], newest=newest_periods(edition), counted=counted)


@cached_per_edition(most=512)
def last_step(edition: Edition, indicator: str, *, code: str, kind: Kind) -> Change | NoChange | None:
    """Change of one place between its last two figures of one kind of period; None with fewer than two."""
    rows = series(edition, indicator, codes=[code], kind=kind)
    filled = sorted(rows.loc[rows["value"].notna(), "period"])
    if len(filled) < FEWEST_POINTS:
        return None
    earlier, later = (Period.from_code(str(each)) for each in filled[-2:])
    return change(rows, earlier=earlier, later=later, spec=INDICATORS[indicator])


@cached_per_edition(most=128)
def on_boundaries_of_today(edition: Edition, indicator: str, *, codes: frozenset[str]) -> boundaries_today.AsToday:
    """Figures of municipalities of today in every period, earlier ones added up from their parts."""
    rows = values(edition, indicator, level=Level.MUNICIPALITY)
    parts = {part for code in codes for part in _ever_part_of(code)}
    return boundaries_today.as_today(rows[rows["region"].isin(parts)], spec=INDICATORS[indicator], codes=codes)


def _ever_part_of(code: str) -> set[str]:
    years = range(registry.FIRST_YEAR, registry.last_year() + 1)
    return {part for year in years for part in mergers.predecessors(code, year=year).codes}


def notes(edition: Edition, indicator: str, *, codes: Sequence[str], shown: pd.DataFrame) -> tuple[str, ...]:
    """What was added up, or could not be, to show earlier figures of these places on the boundaries of today."""
    every = on_boundaries_of_today(edition, indicator, codes=frozenset(codes)).notes
    return tuple(dict.fromkeys(every.loc[every["period"].isin(set(shown["period"])), "note"]))


def richest_kind(edition: Edition, indicator: str, *, codes: Sequence[str]) -> Kind:
    """Whole years, unless half-years give the chosen places more figures."""
    years, halves = (int(series(edition, indicator, codes=codes, kind=kind)["value"].notna().sum()) for kind in Kind)
    return Kind.HALF_YEAR if halves > 2 * years else Kind.YEAR


@cached_per_edition(most=64, wordless=True)
def places_with_series(edition: Edition, indicator: str) -> frozenset[str]:
    """Codes of the places that have two or more figures of one kind of period, so that a line can be drawn."""
    codes: set[str] = set()
    for level in INDICATORS[indicator].levels:
        rows = values(edition, indicator, level=level)
        known = rows.loc[rows["value"].notna(), ["region", "period"]].astype("str")
        for kind in Kind:
            sizes = known.loc[of_kind(known["period"], kind), "region"].value_counts()
            codes.update(sizes.index[sizes >= FEWEST_POINTS])
    return frozenset(codes)


def kinds_with_series(edition: Edition, indicator: str, *, codes: Sequence[str]) -> tuple[Kind, ...]:
    """Kinds of period of which a place has a line: two half-years, or two whole years after each other."""
    kinds = []
    for kind in Kind:
        rows = series(edition, indicator, codes=codes, kind=kind)
        known = rows[rows["value"].notna()]
        for _, of_place in known.groupby("region"):
            when = sorted(Period.from_code(code).ordinal for code in of_place["period"])
            consecutive = any(later - earlier == 1 for earlier, later in pairwise(when))
            if len(when) >= FEWEST_POINTS and (consecutive or kind is Kind.HALF_YEAR):
                kinds.append(kind)
                break
    return tuple(kinds)


def newest_counts(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows after the last figure of their place of which only the count is known, one per place."""
    frames = []
    for _, of_place in rows.sort_values("period").groupby("region", sort=False):
        last = of_place.loc[of_place["value"].notna(), "period"].max()
        later = of_place[
            of_place["value"].isna()
            & of_place["count"].notna()
            & (of_place["period"] > (last if isinstance(last, str) else ""))
        ]
        frames.append(later.tail(1))
    return pd.concat(frames) if frames else rows.iloc[:0]


def with_twin(
    edition: Edition, indicator: str, *, codes: Sequence[str], kind: Kind, boundaries: str = THEN
) -> list[tuple[IndicatorSpec, pd.DataFrame]]:
    """Series of an indicator and of its advice (or reports) twin, when it has one."""
    spec = INDICATORS[indicator]
    pair = [spec, *([INDICATORS[spec.twin]] if spec.twin else [])]
    return [(each, series(edition, each.id, codes=codes, kind=kind, boundaries=boundaries)) for each in pair]


def national_series(edition: Edition, indicators: Sequence[str], *, kind: Kind) -> pd.DataFrame:
    """IndicatorValue rows of the country for several indicators, one kind of period, in periods with any figure."""
    frames = [values(edition, indicator, level=Level.COUNTRY) for indicator in indicators]
    every = pd.concat([frame.astype({"indicator": "str", "period": "str"}) for frame in frames], ignore_index=True)
    known = set(every.loc[every["value"].notna(), "period"])
    return every[every["period"].isin(known) & of_kind(every["period"], kind)]
