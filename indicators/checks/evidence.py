"""What a printed figure can be held against: counts of CBS, inhabitants, figures of reports, and the document itself."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from data_sources.catalogue.model import SourceKind
from data_sources.catalogue.sources import SOURCES
from data_sources.catalogue.tables import TABLES
from data_sources.level import Level
from data_sources.period import Kind, Period
from geo import membership, population

TOTALS = ("Totaal", "Veiligheidstaxatie: Totaal | Veiligheidsbeoordeling: Totaal")
"""Categories that mean everything together, as the tables print them."""
REGION_OF = {
    "Nederland": "NL01",
    "Hart van Brabant": "VT15",
    "West-Brabant": "VT21",
    "Helmond": "GM0794",
}
"""The place that a document names, as CBS codes it (Hart van Brabant is the Veilig Thuis region VT15)."""


@dataclass(frozen=True)
class Count:
    """A count of CBS and how it came about; ``how`` is Dutch and empty for a published cell."""

    value: float
    table: str
    how: str = ""

    @property
    def source(self) -> str:
        """The table in words: 'CBS-tabel 84849NED', or the report and its figure."""
        return f"CBS-tabel {self.table}" if self.table.endswith("NED") else TABLES[self.table].title


@dataclass(frozen=True)
class Evidence:
    """All figures that the checks may use; nothing is read from files here.

    ``observations`` has the shape of data_sources.observation, ``figures`` that of data_sources.publications.
    """

    observations: pd.DataFrame
    figures: pd.DataFrame
    municipalities: pd.DataFrame
    reporters: pd.DataFrame
    _cbs: pd.DataFrame = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Keep the totals of CBS at hand: other sources count in another way and never enter a check."""
        kinds = {source: SOURCES[source].kind for source in self.observations["source"].astype("str").unique()}
        cbs = [source for source, kind in kinds.items() if kind is SourceKind.CBS]
        rows = self.observations
        wanted = (
            rows["source"].isin(cbs)
            & rows["value"].notna()
            & rows["category"].isin(TOTALS)
            & (rows["unit"] == "aantal")
        )
        object.__setattr__(self, "_cbs", rows.loc[wanted, ["region", "measure", "period", "value", "table"]])

    def count(self, region: str, *, measure: str, period: Period) -> Count | None:
        """Count of a place in a period: the published cell, else a named sum of parts that are all known; else None.

        A year without its own cell is the sum of its two half-years; a region the sum of its municipalities.
        """
        own = self._cell(region, measure=measure, period=period)
        if own is not None:
            return own
        if period.kind is Kind.YEAR:
            halves = [
                self.count(region, measure=measure, period=Period.half_year(period.calendar_year, number))
                for number in (1, 2)
            ]
            known = [half for half in halves if half is not None]
            if len(known) == len(halves):
                return Count(sum(half.value for half in known), known[0].table, "eerste en tweede halfjaar opgeteld")
        if Level.of(region) is Level.VT_REGION:
            codes = membership.members(region, year=period.calendar_year)
            parts = [self._cell(code, measure=measure, period=period) for code in codes]
            found = [part for part in parts if part is not None]
            if codes and len(found) == len(codes):
                return Count(sum(part.value for part in found), found[0].table, f"som van {len(codes)} gemeenten")
        return None

    def inhabitants(self, region: str, *, year: int) -> float | None:
        """Inhabitants on 1 January as CBS publishes them, or the sum of the municipalities; None when a part is missing."""
        rows = population.inhabitants(self.observations, level=Level.of(region), years=[year])
        found = rows.loc[rows["region"] == region, "inhabitants"].dropna()
        return float(found.iloc[0]) if len(found) else None

    def figure(self, indicator: str, *, unit: str, period: str) -> float | None:
        """A national figure printed in a report, under its printed title; None when it is not among ours."""
        rows = self.figures
        found = rows[
            (rows["indicator"] == indicator) & (rows["unit"] == unit) & (rows["period"].astype("str") == period)
        ]
        return float(found["number"].iloc[0]) if len(found) else None

    def _cell(self, region: str, *, measure: str, period: Period) -> Count | None:
        rows = self._cbs
        found = rows[
            (rows["region"] == region) & (rows["measure"] == measure) & (rows["period"] == period.code)
        ].sort_values("table")
        if found.empty:
            return None
        return Count(float(found["value"].iloc[0]), str(found["table"].iloc[0]))
