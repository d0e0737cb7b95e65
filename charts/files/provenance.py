"""Provenance of a file: the data version, the address of the figure, and the moment of the download."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from charts.chart import Chart
from indicators import notation
from language import N_

SITE = N_("Huiselijk geweld in beeld")


@dataclass(frozen=True)
class Provenance:
    """Travels along into every file; the day is given by the caller, because files know no clock."""

    version: str  # id of the data version
    address: str  # full link back to the figure
    taken: date


def citation(chart: Chart, provenance: Provenance) -> str:
    """One Dutch line to quote the figure with: title, sources, editor, data version, day and link."""
    sources = " ".join(source.text for source in chart.sources)
    return (
        f"‘{chart.name}’. {sources} Bewerking: {SITE}, gegevensversie {provenance.version}. "
        f"Geraadpleegd op {notation.date(provenance.taken)}, {provenance.address}"
    )
