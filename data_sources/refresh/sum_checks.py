"""Whether the parts of a table add up: provinces to the country, halves of a year to the year, within rounding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data_sources.level import NETHERLANDS, Level
from data_sources.marks import Mark
from data_sources.period import Period, calendar_years
from data_sources.refresh.cells import cell_numbers, paired, shared_categories

ADDITIVE = ("reports", "advice")  # halves of a year add up; a case can be in both halves
_PARTS = {Level.COUNTRY_PART: 4, Level.PROVINCE: 12}
_MOST_MARKS = 200  # above that a mark names the measure and the periods, no longer the single cells


@dataclass(frozen=True)
class Sums:
    """Result of one kind of sum: how many could be checked, and the rows that are off (one per sum)."""

    what: str  # Dutch, as a sentence begins: 'provincies tellen niet op tot Nederland'
    checked: int
    off: pd.DataFrame  # measure, category, region, period, total
    levels: tuple[str, ...] = ()

    @property
    def share_off(self) -> float:
        """Part of the sums that is off, 0 when none could be checked."""
        return len(self.off) / self.checked if self.checked else 0.0

    @property
    def sentence(self) -> str:
        """Dutch sentence with the number and an example."""
        row = self.off.iloc[0]
        example = f"{row['region']} {row['period']} {row['measure']} {row['category']}: {row['total']:g}"
        return (
            f"{self.what}: {len(self.off)} van de {self.checked} sommen wijken meer af dan de afronding, "
            f"bijvoorbeeld {example}"
        )

    def marks(self) -> Iterator[Mark]:
        """Marks for the total and its parts of every sum that is off."""
        text = f"Let op: {self.what}. Het verschil is groter dan de afronding."
        fields = ["measure", "category", "period"] if self._single else ["measure", "period"]
        for key, rows in self.off.groupby(fields, observed=True, sort=True):
            category = (str(key[1]),) if self._single else ()
            period = str(key[-1])
            yield Mark(
                text,
                measure=str(key[0]),
                categories=category,
                places=self.levels or tuple(sorted(rows["region"].astype("str").unique())),
                periods=(period,) if self.levels else _halves_of(period),
            )

    @property
    def _single(self) -> bool:
        return len(self.off.drop_duplicates(["measure", "category", "period"])) <= _MOST_MARKS


def checked_sums(counts: pd.DataFrame) -> tuple[Sums, ...]:
    """Every kind of sum over rows of counts: country parts, provinces, half-years."""
    return (*_places(counts), _halves(counts))


def _places(counts: pd.DataFrame) -> Iterator[Sums]:
    """Country parts and provinces, where none is missing, against the country."""
    rows = counts[counts["level"].isin([Level.COUNTRY, *_PARTS])]
    per_level = rows.groupby(["measure", "category", "period", "level"], observed=True)
    sums = per_level.agg(total=("value", "sum"), present=("value", "count"), step=("rounding", "first")).reset_index()
    keys = ["measure", "category", "period"]
    country = sums[(sums["level"] == Level.COUNTRY) & (sums["present"] == 1)]
    for level, many in _PARTS.items():
        whole = sums[(sums["level"] == level) & (sums["present"] == many)]
        both = country.merge(whole, on=keys, suffixes=("", "_parts"))
        off = (both["total"] - both["total_parts"]).abs() > both["step"] / 2 * (many + 1)
        yield Sums(
            f"{level.plural} tellen niet op tot Nederland",
            len(both),
            both.loc[off, [*keys, "total"]].assign(region=NETHERLANDS),
            ("NL", str(level)),
        )


def _halves_of(year: str) -> tuple[str, ...]:
    """Codes of the two half-years of a year, and of the year itself."""
    whole = Period.year(int(year) if year.isdigit() else Period.from_code(year).calendar_year)
    return (*(Period.half_year(whole.calendar_year, number).code for number in (1, 2)), whole.code)


def _halves(counts: pd.DataFrame) -> Sums:
    """Two half-years, where both are known, against the year."""
    rows = counts[counts["measure"].isin(ADDITIVE) & counts["value"].notna()]
    codes = rows["period"].astype("str")
    numbers = codes.map({code: Period.from_code(code).number for code in codes.unique()})  # 0 is the whole year
    rows = rows.assign(year=calendar_years(codes).astype("str"))
    parts = [rows[numbers == number] for number in (0, 1, 2)]
    keys = ["measure", "category", "region", "year"]
    categories = shared_categories(parts, keys)
    year, first, second = (cell_numbers(part, categories=categories) for part in parts)
    at_first, at_second = paired(first, second)
    at_year, at_halves = paired(year, first[at_first])
    total = parts[0]["value"].to_numpy()[at_year]
    halves = parts[1]["value"].to_numpy()[at_first][at_halves] + parts[2]["value"].to_numpy()[at_second][at_halves]
    bound = parts[0]["rounding"].to_numpy()[at_year] / 2 * 3
    whole = parts[0].iloc[at_year].assign(total=total)
    off = whole.loc[np.abs(total - halves) > bound, ["measure", "category", "region", "period", "total"]]
    return Sums("halfjaren tellen niet op tot het jaar", len(whole), off)
