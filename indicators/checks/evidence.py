"""Evidence to check a printed figure with: counts of CBS, inhabitants, figures of reports, and the document itself."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from data_sources.level import NETHERLANDS, Level
from data_sources.period import Period
from geo import population
from indicators.checks.counts import CbsCounts, Count, with_members

REGION_OF = {
    "Nederland": NETHERLANDS,
    "Hart van Brabant": "VT15",
    "West-Brabant": "VT21",
    "Helmond": "GM0794",
}
"""The place that a document names, as CBS codes it (Hart van Brabant is the Veilig Thuis region VT15)."""


@dataclass(frozen=True)
class Evidence:
    """All figures that the checks may use; nothing is read from files here.

    ``observations`` has the shape of data_sources.observation, ``figures`` that of data_sources.publications.figures,
    the other two are tables of data_sources.documents.
    """

    observations: pd.DataFrame
    figures: pd.DataFrame
    municipalities: pd.DataFrame
    reporters: pd.DataFrame
    counts: CbsCounts = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Keep the counts of the places that the documents name at hand."""
        regions = with_members(REGION_OF.values())
        object.__setattr__(self, "counts", CbsCounts.of(self.observations, regions=regions))

    def count(self, region: str, *, measure: str, period: Period) -> Count | None:
        """Count of CBS of a place in a period, published or as a named sum; None when it is not known."""
        return self.counts.count(region, measure=measure, period=period)

    def inhabitants(self, region: str, *, year: int) -> float | None:
        """Inhabitants on 1 January as CBS publishes them, or the sum of the municipalities; None when a part is missing."""
        rows = population.inhabitants(self.observations, level=Level.of(region), years=[year])
        inhabitants = rows.loc[rows["region"] == region, "inhabitants"].dropna()
        return float(inhabitants.iloc[0]) if len(inhabitants) else None

    def figure(self, indicator: str, *, unit: str, period: str) -> float | None:
        """A national figure printed in a report, under its printed title; None when it is not among ours."""
        rows = self.figures
        numbers = rows[(rows["indicator"] == indicator) & (rows["unit"] == unit) & (rows["period"] == period)]
        return float(numbers["number"].iloc[0]) if len(numbers) else None
