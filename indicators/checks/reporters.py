"""Who reported in West-Brabant, 2017 against 2018: sums, changes per reporter, and the fall by the police."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

POLICE = "Politie"
FIRST, LAST = 2017, 2018


@dataclass(frozen=True)
class Fall:
    """How many reports fewer in 2018 than in 2017: of all reporters, and of the police; ``others`` is their change."""

    whole: float
    police: float
    others: float


def sums(table: pd.DataFrame) -> dict[int, int]:
    """Reports of all printed reporters together, per year."""
    added = table.groupby(table["year"].astype(int), observed=True)["count"].sum()
    return {int(str(year)): int(value) for year, value in added.items()}


def fall(table: pd.DataFrame, *, totals: Mapping[int, float]) -> Fall:
    """Fall from 2017 to 2018 of all reports (``totals`` as printed in Tabel 1) and of those of the police."""
    police = table[table["reporter"] == POLICE]
    per_year = dict(zip(police["year"].astype(int), police["count"].astype(float), strict=True))
    first, last = per_year[FIRST], per_year[LAST]
    added = sums(table)
    return Fall(
        whole=totals[FIRST] - totals[LAST],
        police=first - last,
        others=(added[LAST] - last) - (added[FIRST] - first),
    )


def side_by_side(table: pd.DataFrame) -> pd.DataFrame:
    """One row per reporter with both years and the change, largest of 2017 first.

    Columns: reporter, ``2017``, ``2018`` (counts as printed, missing when the source prints none), ``percent_2017``,
    ``percent_2018`` (as printed) and ``change`` (missing when a year is missing). A missing year is never zero.
    """
    wide = table.assign(year=table["year"].astype(int)).pivot_table(
        index="reporter", columns="year", values=["count", "percent_printed"], observed=True
    )
    rows = pd.DataFrame(
        {
            "reporter": wide.index.astype("str"),
            str(FIRST): wide[("count", FIRST)].to_numpy(),
            str(LAST): wide[("count", LAST)].to_numpy(),
            f"percent_{FIRST}": wide[("percent_printed", FIRST)].to_numpy(),
            f"percent_{LAST}": wide[("percent_printed", LAST)].to_numpy(),
        }
    )
    rows["change"] = rows[str(LAST)] - rows[str(FIRST)]
    order = rows[[str(FIRST), str(LAST)]].max(axis=1)
    return rows.loc[order.sort_values(ascending=False, kind="stable").index].reset_index(drop=True)


def printed_for_one_year_only(table: pd.DataFrame) -> tuple[str, ...]:
    """Reporters that the source prints for one of the two years only, in its own order."""
    years = table.groupby("reporter", sort=False, observed=True)["year"].nunique()
    return tuple(str(reporter) for reporter in years.index[years == 1])


def police_and_others(table: pd.DataFrame, *, totals: Mapping[int, float]) -> pd.DataFrame:
    """Police, all other printed reporters together, and reports without a printed reporter; group, period, value."""
    added = sums(table)
    police = table[table["reporter"] == POLICE]
    per_year = dict(zip(police["year"].astype(int), police["count"].astype(float), strict=True))
    rows = [
        (group, year, value)
        for year in sorted(totals)
        for group, value in (
            (POLICE, per_year[year]),
            ("Alle andere melders samen", added[year] - per_year[year]),
            ("Melder niet gedrukt", totals[year] - added[year]),
        )
    ]
    return pd.DataFrame(rows, columns=["group", "period", "value"])


def printed_for_both_years(table: pd.DataFrame) -> pd.DataFrame:
    """Rows of the reporters printed for both years, the police left out: it would make all other bars unreadable."""
    once = printed_for_one_year_only(table)
    return table[~table["reporter"].isin([*once, POLICE])]
