"""Counts of CBS for a few places, as published or as a named sum of parts that are all known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from data_sources.catalogue.model import SourceKind
from data_sources.catalogue.sources import SOURCES
from data_sources.catalogue.tables import TABLES
from data_sources.level import Level
from data_sources.observation import Status
from data_sources.period import Kind, Period
from geo import membership, registry
from indicators import notation

TOTALS = (
    "Totaal",
    "Veiligheidstaxatie: Totaal | Veiligheidsbeoordeling: Totaal",
    "Aard van het geweld: Totaal | Aanvullende informatie: Totaal",
)
"""Categories that mean everything together, as the tables print them, best first."""
_STEP = 5.0


@dataclass(frozen=True)
class Count:
    """A count of CBS and how it came about; ``how`` is Dutch and empty for a published cell."""

    value: float
    table: str
    how: str = ""
    rounding: float = _STEP  # width of the rounding step, added up over the parts
    provisional: bool = False

    @property
    def source(self) -> str:
        """The table in words: 'CBS-tabel 84849NED', or the report and its figure."""
        return f"CBS-tabel {self.table}" if self.table.endswith("NED") else TABLES[self.table].title


Cell = tuple[str, str, str, str]  # region, measure, category, period


@dataclass(frozen=True)
class CbsCounts:
    """Published counts of some places by region, measure, category and period."""

    cells: Mapping[Cell, Count]

    @classmethod
    def of(cls, observations: pd.DataFrame, *, regions: Iterable[str], categories: Iterable[str] = TOTALS) -> CbsCounts:
        """Keep the counts of CBS of these places; press and own counts count in another way and are left out.

        ``observations`` has the shape of data_sources.observation.
        """
        rows = observations
        cbs = [source for source in rows["source"].cat.categories if SOURCES[source].kind is SourceKind.CBS]
        wanted = rows["region"].isin(list(regions)) & rows["category"].isin(list(categories))
        wanted &= rows["source"].isin(cbs) & (rows["unit"] == "aantal") & rows["value"].notna()
        columns = ["region", "measure", "category", "period", "value", "table", "status"]
        cells = rows.loc[wanted, columns].sort_values("table", key=lambda table: table.astype("str"), ascending=False)
        return cls(
            {
                (str(region), str(measure), str(category), str(period)): Count(
                    float(value), str(table), provisional=status == Status.PROVISIONAL
                )
                for region, measure, category, period, value, table, status in cells.itertuples(index=False)
            }
        )

    def count(
        self, region: str, *, measure: str, period: Period, categories: Iterable[str] = TOTALS, add_halves: bool = True
    ) -> Count | None:
        """Count of a place in a period: its own cell, else a named sum of parts that are all known; else None.

        A region is the sum of its municipalities; a year, when ``add_halves``, of its two half-years.
        """
        kinds = tuple(categories)
        published = self._cell(region, measure=measure, period=period, categories=kinds)
        if published is not None:
            return published
        if period.kind is Kind.YEAR and add_halves:
            halves = [Period.half_year(period.calendar_year, number) for number in (1, 2)]
            parts = [self.count(region, measure=measure, period=half, categories=kinds) for half in halves]
            added = _sum(parts, how="eerste en tweede halfjaar opgeteld")
            if added is not None:
                return added
        if Level.of(region) is not Level.VT_REGION or region in membership.uncertain(
            Level.VT_REGION, year=period.calendar_year
        ):
            return None
        codes = membership.members(region, year=period.calendar_year)
        parts = [self._cell(code, measure=measure, period=period, categories=kinds) for code in codes]
        return _sum(parts, how=f"som van {notation.counted(len(codes), 'gemeente', 'gemeenten')}")

    def periods(self) -> tuple[Period, ...]:
        """Periods that have a cell, oldest first, years before half-years."""
        known = {Period.from_code(period) for _, _, _, period in self.cells}
        return tuple(sorted(known, key=lambda period: (period.kind is Kind.HALF_YEAR, period.ordinal)))

    def _cell(self, region: str, *, measure: str, period: Period, categories: tuple[str, ...]) -> Count | None:
        counts = (self.cells.get((region, measure, category, period.code)) for category in categories)
        return next((count for count in counts if count is not None), None)


def with_members(regions: Iterable[str]) -> set[str]:
    """The places and, of every Veilig Thuis region, all municipalities it had in any year."""
    codes = set(regions)
    for region in tuple(codes):
        if Level.of(region) is Level.VT_REGION:
            known = registry.region(region)
            last = known.last_year or registry.last_year()
            for year in range(known.first_year, last + 1):
                codes.update(membership.members(region, year=year))
    return codes


def _sum(parts: list[Count | None], *, how: str) -> Count | None:
    known = [part for part in parts if part is not None]
    if not parts or len(known) < len(parts):
        return None
    return Count(
        value=sum(part.value for part in known),
        table=known[0].table,
        how=how,
        rounding=sum(part.rounding for part in known),
        provisional=any(part.provisional for part in known),
    )
