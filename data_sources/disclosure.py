"""Tries to work out the cells that CBS hides, as a curious reader of all our sources together could.

A published count rounded to fives stands for five whole numbers; a cell behind a dot should leave at least as many
open. Everything known is an interval, every sum an equation: country = country parts = provinces, province and Veilig
Thuis region = municipalities, year = two half-years, total = parts, and the same count in two tables is one number.
Intervals are narrowed until nothing moves. Run: python -m data_sources.disclosure [--data DIR]
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

from data_sources import versions
from data_sources.catalogue.disclosure_sums import (
    CATEGORY_SUMS,
    EARLIER,
    GIVEN_AWAY_BY_CBS,
    MEASURE_SUMS,
    TOTAL,
    same_quantity,
)
from data_sources.level import NETHERLANDS
from data_sources.observation import Missing
from data_sources.period import Kind, Period
from data_sources.places import COUNTRY_PART_OF_PROVINCE, memberships
from data_sources.protocol import FIRST_YEAR
from data_sources.snapshots import load

LEAST_OPEN = 5  # whole numbers a hidden cell must leave open
_ADDITIVE = ("reports", "advice")
_ROUNDS = 25

Quantity = tuple[str, str, str]  # family of tables, measure, category
Cell = tuple[Quantity, str, str]  # quantity, region, period
Sum = tuple[Cell, tuple[Cell, ...]]


@dataclass(frozen=True)
class Leak:
    """A hidden cell of which too few values are left."""

    cell: Cell
    tables: tuple[str, ...]
    low: float
    high: float

    def __str__(self) -> str:
        """Say which cell, and between what it must lie."""
        (_, measure, category), region, period = self.cell
        return f"{'/'.join(self.tables)} {region} {period} {measure} '{category}': {self.low:g} to {self.high:g}"


def leaks(observations: pd.DataFrame) -> tuple[Leak, ...]:
    """Hidden CBS cells with fewer than five possible values, given every figure in ``observations``.

    Cells that one table of CBS gives away by itself, and that are listed in the catalogue as such, are left out.
    """
    bounds, hidden = _known(observations)
    narrowed = _narrow(bounds, tuple(_sums(bounds)))
    pinned = []
    for cell, tables in hidden.items():
        low, high = narrowed[cell]
        (_, measure, category), region, period = cell
        published = {(table, measure, category, region, period) for table in tables} <= GIVEN_AWAY_BY_CBS
        if high - low + 1 < LEAST_OPEN and not published:
            pinned.append(Leak(cell, tuple(sorted(tables)), low, high))
    return tuple(pinned)


def _known(observations: pd.DataFrame) -> tuple[dict[Cell, tuple[float, float]], dict[Cell, set[str]]]:
    """Interval of every cell that some source prints or hides, and the tables that hide it."""
    counts = observations[(observations["unit"] == "aantal") & (observations["measure"] != "inhabitants")]
    bounds: dict[Cell, tuple[float, float]] = {}
    hidden: dict[Cell, set[str]] = {}
    columns = ["table", "measure", "category", "region", "period", "value", "missing", "rounding"]
    rows = counts[columns].astype({name: "str" for name in columns if name not in {"value", "rounding"}})
    for table, measure, category, region, period, value, missing, rounding in rows.itertuples(index=False):
        when = Period.from_code(period)
        if when.calendar_year < FIRST_YEAR:
            continue
        cell = (
            same_quantity(table, measure=measure, category=category),
            _areas(when.calendar_year).get(region, region),
            period,
        )
        low, high = bounds.get(cell, (0.0, math.inf))
        if missing == Missing.CBS_DOT:
            hidden.setdefault(cell, set()).add(table)
        elif missing == Missing.PRESENT:
            slack = float(rounding // 2)
            new = max(low, value - slack), min(high, value + slack)
            if new[0] <= new[1]:  # else the two sources counted differently, and say nothing about each other
                low, high = new
        bounds[cell] = (low, high)
    return bounds, hidden


def _sums(bounds: Mapping[Cell, object]) -> Iterator[Sum]:
    """Every equation that touches a known cell."""
    seen = {(quantity, period) for quantity, _, period in bounds}
    for quantity, period in sorted(seen):
        for whole, parts in _places(Period.from_code(period).calendar_year).items():
            yield (quantity, whole[0], period), tuple((quantity, part, period) for part in parts)
    for quantity, region, period in bounds:
        when = Period.from_code(period)
        if quantity[1] in _ADDITIVE:
            year = Period.year(when.calendar_year).code
            halves = tuple((quantity, region, Period.half_year(when.calendar_year, n).code) for n in (1, 2))
            if when.kind is Kind.YEAR or (quantity, region, year) not in bounds:
                yield (quantity, region, year), halves
        family, measure, category = quantity
        if parts := CATEGORY_SUMS.get((family, category), ()):
            yield (quantity, region, period), tuple(((family, measure, part), region, period) for part in parts)
        if category == TOTAL and (parts := MEASURE_SUMS.get((family, measure), ())):
            yield (quantity, region, period), tuple(((EARLIER, part, TOTAL), region, period) for part in parts)


def _narrow(bounds: Mapping[Cell, tuple[float, float]], sums: Iterable[Sum]) -> dict[Cell, tuple[float, float]]:
    """Tighten intervals until nothing moves; an equation that cannot hold (rounding, revisions) says nothing."""
    known = dict(bounds)
    equations = [
        (whole, parts) for whole, parts in dict.fromkeys(sums) if sum(cell in known for cell in (whole, *parts)) > 1
    ]
    for _ in range(_ROUNDS):
        moved = False
        for whole, parts in equations:
            lows, highs = zip(*(known.get(part, (0.0, math.inf)) for part in parts), strict=True)
            moved |= _tighten(known, whole, sum(lows), sum(highs))
            low, high = known.get(whole, (0.0, math.inf))
            for number, part in enumerate(parts):
                others_low = sum(lows) - lows[number]
                others_high = sum(high for other, high in enumerate(highs) if other != number)
                moved |= _tighten(known, part, low - others_high, high - others_low)
        if not moved:
            break
    return known


def _tighten(known: dict[Cell, tuple[float, float]], cell: Cell, low: float, high: float) -> bool:
    if cell not in known:
        return False
    was = known[cell]
    now = max(was[0], low), min(was[1], high)
    if now == was or now[0] > now[1]:
        return False
    known[cell] = now
    return True


def _of_year(year: int) -> pd.DataFrame:
    rows = memberships()
    nearest = min(max(year, int(rows["year"].min())), int(rows["year"].max()))
    return rows[rows["year"] == nearest]


@cache
def _areas(year: int) -> dict[str, str]:
    """Veilig Thuis regions that are the same area as a province, with that province: Drenthe is both."""
    rows = _of_year(year)
    provinces = {frozenset(group["municipality"]): str(code) for code, group in rows.groupby("province")}
    regions = {str(code): frozenset(group["municipality"]) for code, group in rows.groupby("vt_region")}
    return {code: provinces[area] for code, area in regions.items() if area in provinces}


@cache
def _places(year: int) -> dict[tuple[str, int], tuple[str, ...]]:
    """Which places make up which; the number tells several divisions of one place apart."""
    rows, same = _of_year(year), _areas(year)
    regions = sorted({same.get(code, code) for code in rows["vt_region"].unique()})
    parts = sorted(set(COUNTRY_PART_OF_PROVINCE.values()))
    places: dict[tuple[str, int], tuple[str, ...]] = {
        (NETHERLANDS, 0): tuple(parts),
        (NETHERLANDS, 1): tuple(sorted(COUNTRY_PART_OF_PROVINCE)),
        (NETHERLANDS, 2): tuple(regions),
    }
    for part in parts:
        places[part, 0] = tuple(sorted(code for code, owner in COUNTRY_PART_OF_PROVINCE.items() if owner == part))
    for number, column in enumerate(("province", "vt_region"), start=1):
        for code, group in rows.groupby(column):
            places[same.get(str(code), str(code)), number] = tuple(sorted(group["municipality"]))
    return places


def main() -> int:
    """Print every leak; exit status 1 when there is one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=versions.default_data_dir())
    pinned = leaks(load(parser.parse_args().data).observations)
    for leak in pinned:
        sys.stdout.write(f"{leak}\n")
    sys.stdout.write(f"{len(pinned)} hidden cells are pinned to fewer than {LEAST_OPEN} values\n")
    return int(bool(pinned))


if __name__ == "__main__":
    sys.exit(main())
