"""Which sheets there are: for every municipality the years with figures or at least inhabitants."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from data_sources.catalogue.carried_indicators import CARRIED
from data_sources.level import Level
from data_sources.period import Period
from geo import population, registry
from indicators.value import PUBLISHED
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
    """Year that the address without a year shows: the newest with a figure, else the newest with inhabitants."""
    every = years(code, version=version)
    return next((year for year in every if (code, year) in _with_figures(version)), every[0] if every else None)


def municipalities(version: str) -> tuple[registry.Region, ...]:
    """Municipalities that have a sheet, by name."""
    codes = {code for code, _ in {*_with_figures(version), *inhabitants(version)}}
    return tuple(sorted((registry.region(code) for code in codes), key=lambda one: registry.fold(one.name)))
