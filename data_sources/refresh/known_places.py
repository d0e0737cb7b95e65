"""Years in which each place existed: tells apart a place that did not exist and a cell that CBS withholds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from data_sources.level import NETHERLANDS, Level
from data_sources.places import COUNTRY_PART_OF_PROVINCE, memberships


@cache
def _years() -> Mapping[str, frozenset[int]]:
    """Years of every municipality and Veilig Thuis region we know."""
    rows = memberships()
    known: dict[str, set[int]] = {}
    for column in ("municipality", "vt_region"):
        for code, years in rows.groupby(column)["year"].unique().items():
            if code != "":
                known[str(code)] = {int(year) for year in years}
    return {code: frozenset(years) for code, years in known.items()}


@cache
def _span() -> tuple[int, int]:
    years = memberships()["year"]
    return int(years.min()), int(years.max())


def is_known(code: str) -> bool:
    """Whether this is a country, country part, province, Veilig Thuis region or municipality of some year."""
    fixed = {NETHERLANDS, *COUNTRY_PART_OF_PROVINCE, *COUNTRY_PART_OF_PROVINCE.values()}
    return code in fixed or code in _years()


def existed(code: str, *, year: int) -> bool:
    """Whether a known place existed in a year; before and after the years we know, the nearest one counts."""
    first, last = _span()
    return code not in _years() or min(max(year, first), last) in _years()[code]


def expected(level: Level, *, year: int) -> frozenset[str]:
    """Codes of all municipalities or Veilig Thuis regions of a year."""
    return frozenset(code for code in _years() if code[:2] == level and existed(code, year=year))
