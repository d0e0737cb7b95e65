"""Inhabitants on 1 January of every place of a level: as published, or as the sum of all its municipalities."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

import pandas as pd

from data_sources.level import Level
from data_sources.period import Period
from geo.membership import members, uncertain
from geo.registry import regions

TABLES = ("03759ned", "70072ned", "inwoners-gemeenten", "inwoners-provincies", "inwoners-nederland")
"""Tables with CBS's own count, best first. Inhabitants a document prints stay with that document."""

COLUMNS = ["region", "year", "inhabitants", "basis"]


_last: tuple[Callable[[], pd.DataFrame | None], Mapping[tuple[str, int], float]] = (lambda: None), {}


class Basis(StrEnum):
    """Where a number of inhabitants comes from."""

    PUBLISHED = "published"
    SUM_OF_MUNICIPALITIES = "sum_of_municipalities"
    MISSING = "missing"


def inhabitants(observations: pd.DataFrame, *, level: Level, years: Iterable[int]) -> pd.DataFrame:
    """Inhabitants of every place of a level that existed in each year.

    Columns: region, year, inhabitants (persons on 1 January, missing when unknown), basis. A place that CBS does not
    print is the sum of its municipalities, but only when all of them are known: one missing part makes it missing.
    Raises UnknownYearError for a year before the places are known.
    """
    published = _published(observations)
    rows = [
        (place.code, year, *_of(place.code, year=year, level=level, published=published))
        for year in sorted(set(years))
        for place in regions(level, year=year)
    ]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    return frame.astype({"region": "category", "year": "int64", "inhabitants": "float64", "basis": "category"})


def known_inhabitants(
    observations: pd.DataFrame, *, level: Level, years: Iterable[int]
) -> Mapping[tuple[str, int], float]:
    """The numbers of ``inhabitants`` that are known, by code and year; raises UnknownYearError."""
    published = _published(observations)
    inhabitants = {
        (region.code, year): _of(region.code, year=year, level=level, published=published)[0]
        for year in set(years)
        for region in regions(level, year=year)
    }
    return {place: people for place, people in inhabitants.items() if people is not None}


def _published(observations: pd.DataFrame) -> Mapping[tuple[str, int], float]:
    """The same as ``_read``, kept for the table that was asked last: every indicator and level asks it of one version."""
    global _last  # noqa: PLW0603 -- a table has no hash, so no cache of functools holds it
    source, inhabitants = _last
    if source() is not observations:
        inhabitants = _read(observations)
        _last = weakref.ref(observations), inhabitants
    return inhabitants


def _read(observations: pd.DataFrame) -> Mapping[tuple[str, int], float]:
    """Value per place and year of the best table that has one."""
    inhabitants: dict[tuple[str, int], float] = {}
    wanted = observations[(observations["measure"] == "inhabitants") & (observations["category"] == "Totaal")]
    wanted = wanted.dropna(subset=["value"])
    for table in reversed(TABLES):
        cells = wanted[wanted["table"] == table]
        years = [Period.from_code(code).calendar_year for code in cells["period"].astype("object")]
        inhabitants.update(zip(zip(cells["region"].astype("object"), years, strict=True), cells["value"], strict=True))
    return inhabitants


def _of(
    code: str, *, year: int, level: Level, published: Mapping[tuple[str, int], float]
) -> tuple[float | None, Basis]:
    printed = published.get((code, year))
    if printed is not None:
        return printed, Basis.PUBLISHED
    parts = [published.get((part, year)) for part in members(code, year=year)]
    known = [part for part in parts if part is not None]
    complete = bool(parts) and len(known) == len(parts)
    if level is Level.MUNICIPALITY or not complete or code in uncertain(level, year=year):
        return None, Basis.MISSING
    return sum(known), Basis.SUM_OF_MUNICIPALITIES
