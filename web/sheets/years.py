"""Which sheets there are: for every municipality the years with figures or at least inhabitants."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from data_sources.catalogue.carried_indicators import CARRIED
from data_sources.level import Level
from data_sources.period import Kind, Period
from geo import population, registry
from web.open_data import figures

PUBLISHED = ("value", "zero", "rounded_zero", "cbs_dot")


@lru_cache(maxsize=4)
def inhabitants(version: str) -> Mapping[tuple[str, int], float]:
    """Inhabitants on 1 January per municipality and year, where known."""
    years = range(registry.FIRST_YEAR, registry.last_year() + 1)
    frame = population.inhabitants(figures.snapshot(version).observations, level=Level.MUNICIPALITY, years=years)
    known = frame[frame["inhabitants"].notna()]
    return {(str(row["region"]), int(row["year"])): float(row["inhabitants"]) for row in known.to_dict("records")}


@lru_cache(maxsize=4)
def _published(version: str) -> frozenset[tuple[str, Period]]:
    """Municipality and period of every published figure."""
    found: set[tuple[str, Period]] = set()
    for spec in CARRIED.values():
        if Level.MUNICIPALITY in spec.levels:
            rows = figures.values(spec.id, Level.MUNICIPALITY, version)
            rows = rows[rows["state"].isin(PUBLISHED)]
            pairs = zip(rows["region"].astype("str"), rows["period"].astype("str"), strict=True)
            found |= {(code, Period.from_code(period)) for code, period in pairs}
    return frozenset(found)


@lru_cache(maxsize=4)
def _with_figures(version: str) -> frozenset[tuple[str, int]]:
    return frozenset((code, period.calendar_year) for code, period in _published(version))


def years(code: str, *, version: str) -> tuple[int, ...]:
    """Years for which a municipality has a sheet, newest first."""
    have = {year for place, year in {*_with_figures(version), *inhabitants(version)} if place == code}
    return tuple(sorted(have, reverse=True))


def usual_year(code: str, *, version: str) -> int | None:
    """Year that the address without a year shows: the newest with a figure of the place.

    Else the newest of which any municipality has a figure over the whole year, else the newest: inhabitants reach further
    than figures, and a sheet of such a year says nothing.
    """
    every, with_figures = years(code, version=version), _with_figures(version)
    anywhere = {period.calendar_year for _, period in _published(version) if period.kind is Kind.YEAR}
    ordered = (
        *(year for year in every if (code, year) in with_figures),
        *(year for year in every if year in anywhere),
        *every,
    )
    return ordered[0] if ordered else None


def municipalities(version: str) -> tuple[registry.Region, ...]:
    """Municipalities that have a sheet, by name."""
    codes = {code for code, _ in {*_with_figures(version), *inhabitants(version)}}
    return tuple(sorted((registry.region(code) for code in codes), key=lambda one: registry.fold(one.name)))
