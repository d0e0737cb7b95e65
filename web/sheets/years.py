"""Which sheets there are: for every municipality the years with figures or at least inhabitants."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from data_sources.catalogue.carried_indicators import CARRIED
from data_sources.level import Level
from data_sources.period import Period
from geo import population, registry
from indicators.place_opening import EVER, default_period, speaking
from indicators.value import PUBLISHED, WITH_FIGURE
from web.open_data import figures


@lru_cache(maxsize=4)
def inhabitants(version: str) -> Mapping[tuple[str, int], float]:
    """Inhabitants on 1 January per municipality and year, where known."""
    years = range(registry.FIRST_YEAR, registry.last_year() + 1)
    frame = population.inhabitants(figures.snapshot(version).observations, level=Level.MUNICIPALITY, years=years)
    known = frame[frame["inhabitants"].notna()]
    return {(str(row["region"]), int(row["year"])): float(row["inhabitants"]) for row in known.to_dict("records")}


@lru_cache(maxsize=4)
def _with_figures(version: str) -> frozenset[tuple[str, int]]:
    found: set[tuple[str, int]] = set()
    for spec in CARRIED.values():
        if Level.MUNICIPALITY in spec.levels:
            rows = figures.values(spec.id, Level.MUNICIPALITY, version)
            rows = rows[rows["state"].isin(PUBLISHED)]
            pairs = zip(rows["region"].astype("str"), rows["period"].astype("str"), strict=True)
            found |= {(code, Period.from_code(period).calendar_year) for code, period in pairs}
    return frozenset(found)


def years(code: str, *, version: str) -> tuple[int, ...]:
    """Years for which a municipality has a sheet, newest first."""
    have = {year for place, year in {*_with_figures(version), *inhabitants(version)} if place == code}
    return tuple(sorted(have, reverse=True))


def usual_year(code: str, *, version: str) -> int | None:
    """Year that the address without a year shows: that of the newest count, as on its page; else the newest there is."""
    newest = default_period(periods(code, version=version))
    every = years(code, version=version)
    return newest.calendar_year if newest is not None else every[0] if every else None


def periods(code: str, *, version: str) -> tuple[Period, ...]:
    """Periods in which a municipality has a figure, at least a count, for an indicator that speaks about them."""
    return _periods(version).get(code, ())


@lru_cache(maxsize=4)
def _periods(version: str) -> Mapping[str, tuple[Period, ...]]:
    found: dict[str, dict[Period, None]] = {}
    for indicator in EVER:
        for code, period in known(indicator, version):
            if indicator in speaking(period):
                found.setdefault(code, {})[period] = None
    return {code: tuple(each) for code, each in found.items()}


@lru_cache(maxsize=4 * len(EVER))
def known(indicator: str, version: str) -> frozenset[tuple[str, Period]]:
    """Municipalities and periods in which an indicator has a figure, at least a count."""
    rows = figures.values(indicator, Level.MUNICIPALITY, version)
    rows = rows[rows["state"].isin(WITH_FIGURE)]
    pairs = zip(rows["region"].astype("str"), rows["period"].astype("str"), strict=True)
    return frozenset((code, Period.from_code(period)) for code, period in pairs)


def municipalities(version: str) -> tuple[registry.Region, ...]:
    """Municipalities that have a sheet, by name."""
    codes = {code for code, _ in {*_with_figures(version), *inhabitants(version)}}
    return tuple(sorted((registry.region(code) for code in codes), key=lambda one: registry.fold(one.name)))
