"""What a fetched table has to obey before it replaces figures that are in use."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from data_sources.catalogue.model import Cells, Table
from data_sources.level import Level
from data_sources.period import Period
from data_sources.refresh.cells import cell_numbers, paired, shared_categories
from data_sources.refresh.known_places import expected

SHRINK_LIMIT = 0.05
_BROKEN_SUMS_LIMIT = 0.01  # of the sums that can be checked
_FULL_PERCENT = 100.0
_NAMED = 5  # places written out in a remark
_ADDITIVE = {"reports", "advice"}  # halves of a year add up; a case can be in both halves
_PARTS = {Level.COUNTRY_PART: 4, Level.PROVINCE: 12}


class InvalidError(Exception):
    """A table breaks a rule; the Dutch message names the rule and an example."""


def validate(
    fresh: pd.DataFrame,
    *,
    table: Table,
    previous: pd.DataFrame,
    needed: Iterable[Cells] = (),
    accept_shrink: bool = False,
) -> tuple[str, ...]:
    """Check one table; returns Dutch remarks for the operator, raises InvalidError.

    ``previous`` are its rows in the version in use (may be empty), ``needed`` the cells that indicators point at.
    """
    if fresh.empty or fresh["value"].isna().all():
        msg = "de tabel bevat geen enkel cijfer"
        raise InvalidError(msg)
    if not accept_shrink and len(fresh) < (1 - SHRINK_LIMIT) * len(previous):
        msg = (
            f"de tabel heeft {len(fresh)} rijen, de vorige versie had er {len(previous)}: meer dan "
            f"{SHRINK_LIMIT:.0%} minder. Klopt dat, gebruik dan --accept-shrink"
        )
        raise InvalidError(msg)
    remarks = _needed(fresh, table=table, previous=previous, needed=needed)
    _numbers(fresh, table=table)
    _sums_of_places(fresh)
    _sums_of_halves(fresh)
    return (*remarks, *_lost_periods(fresh, previous=previous), *_absent_places(fresh, table=table))


def _needed(fresh: pd.DataFrame, *, table: Table, previous: pd.DataFrame, needed: Iterable[Cells]) -> tuple[str, ...]:
    """Without these the indicators of the app would silently lose their figures."""
    pairs = {(one.measure, one.category) for one in needed if one.table == table.id}
    absent = sorted(pairs - _pairs(fresh))
    lost = sorted(set(absent) & _pairs(previous))
    if lost:
        msg = f"het onderdeel '{lost[0][1]}' staat niet meer in de tabel"
        raise InvalidError(msg)
    return tuple(
        f"een indicator zoekt '{category}' ({measure}); dat staat niet in de tabel" for measure, category in absent
    )


def _pairs(frame: pd.DataFrame) -> set[tuple[str, str]]:
    pairs = frame[["measure", "category"]].drop_duplicates().astype("str")
    return set(zip(pairs["measure"], pairs["category"], strict=True))


def _numbers(fresh: pd.DataFrame, *, table: Table) -> None:
    values = fresh["value"]
    steps = fresh["rounding"].to_numpy()
    fives = steps == 5  # noqa: PLR2004 - the step CBS rounds to
    wrong = {
        "onder nul": values < 0,
        "boven 100 procent": (fresh["unit"] == "%") & (values > _FULL_PERCENT) & bool(table.measures),
        "geen veelvoud van vijf": fives & (np.mod(values.fillna(0), 5) != 0),
        "geen geheel getal": (steps == 0) & (np.mod(values.fillna(0), 1) != 0),
    }
    for what, rows in wrong.items():
        if rows.any():
            msg = f"{int(rows.sum())} cijfers zijn {what}, bijvoorbeeld {_example(fresh[rows].iloc[0])}"
            raise InvalidError(msg)


def _sums_of_places(fresh: pd.DataFrame) -> None:
    """Country parts and provinces, where none is missing, add up to the country within rounding."""
    counts = fresh[(fresh["unit"] != "%") & fresh["level"].isin([Level.COUNTRY, *_PARTS])]
    per_level = counts.groupby(["measure", "category", "period", "level"], observed=True)
    sums = per_level.agg(total=("value", "sum"), present=("value", "count"), step=("rounding", "first")).reset_index()
    keys = ["measure", "category", "period"]
    country = sums[(sums["level"] == Level.COUNTRY) & (sums["present"] == 1)]
    for level, many in _PARTS.items():
        whole = sums[(sums["level"] == level) & (sums["present"] == many)]
        both = country.merge(whole, on=keys, suffixes=("", "_parts"))
        gap = (both["total"] - both["total_parts"]).abs()
        _refuse_many(both, gap > both["step"] / 2 * (many + 1), what=f"{level.plural} tellen niet op tot Nederland")


def _sums_of_halves(fresh: pd.DataFrame) -> None:
    """Two half-years, where both are known, add up to the year within rounding."""
    counts = fresh[fresh["measure"].isin(_ADDITIVE) & (fresh["unit"] != "%") & fresh["value"].notna()]
    codes = counts["period"].astype("str")
    parts = [
        counts[codes.str.endswith(ending)].assign(year=codes[codes.str.endswith(ending)].str[:4])
        for ending in ("JJ00", "HJ01", "HJ02")
    ]
    keys = ["measure", "category", "region", "year"]
    categories = shared_categories(parts, keys)
    year, first, second = (cell_numbers(part, categories=categories) for part in parts)
    at_first, at_second = paired(first, second)
    at_year, at_halves = paired(year, first[at_first])
    total = parts[0]["value"].to_numpy()[at_year]
    halves = parts[1]["value"].to_numpy()[at_first][at_halves] + parts[2]["value"].to_numpy()[at_second][at_halves]
    bound = parts[0]["rounding"].to_numpy()[at_year] / 2 * 3
    _refuse_many(parts[0].iloc[at_year], np.abs(total - halves) > bound, what="halfjaren tellen niet op tot het jaar")


def _refuse_many(rows: pd.DataFrame, broken: pd.Series[bool] | np.ndarray, *, what: str) -> None:
    if len(rows) and broken.sum() > _BROKEN_SUMS_LIMIT * len(rows):
        example = _example(rows[broken].iloc[0])
        msg = f"{what}: {int(broken.sum())} van de {len(rows)} sommen wijken meer af dan de afronding, bijvoorbeeld {example}"
        raise InvalidError(msg)


def _lost_periods(fresh: pd.DataFrame, *, previous: pd.DataFrame) -> tuple[str, ...]:
    lost = sorted(set(previous["period"].unique()) - set(fresh["period"].unique()))
    return (f"perioden die er niet meer in staan: {', '.join(lost)}",) if lost else ()


def _absent_places(fresh: pd.DataFrame, *, table: Table) -> tuple[str, ...]:
    """Places that exist in a year and have no row at all in the table."""
    pairs = fresh[["region", "period"]].drop_duplicates().astype("str")
    found: dict[tuple[Level, tuple[str, ...], int], list[str]] = {}
    for level in sorted(table.levels & {Level.MUNICIPALITY, Level.VT_REGION}):
        for period, regions in pairs.groupby("period")["region"]:
            wanted = expected(level, year=Period.from_code(str(period)).calendar_year)
            absent = tuple(sorted(wanted - set(regions)))
            if absent:
                found.setdefault((level, absent, len(wanted)), []).append(str(period))
    return tuple(
        f"{', '.join(periods)}: {len(absent)} van de {wanted} {level.plural} staan niet in de tabel "
        f"({', '.join(absent[:_NAMED])}{' ...' if len(absent) > _NAMED else ''})"
        for (level, absent, wanted), periods in found.items()
    )


def _example(row: pd.Series) -> str:
    return f"{row.get('region', 'NL01')} {row['period']} {row['measure']} {row['category']}: {row.get('value', row.get('total')):g}"
