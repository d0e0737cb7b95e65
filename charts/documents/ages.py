"""Tabel 4 as printed: ages in inquiries and case direction, counts and percentages kept apart."""

from __future__ import annotations

import pandas as pd

from charts.chart import Chart
from charts.documents.source import AREA, AREA_NAME, source_of
from data_sources.catalogue.document_tables import AGES
from indicators import notation


def ages(printed: pd.DataFrame) -> Chart:
    """One row per age group, one column per service; ``printed`` holds group, service, value, unit."""
    services = list(dict.fromkeys(printed["service"].astype("str")))
    rows, shown = [], []
    for (group, unit), of_group in printed.groupby(["group", "unit"], sort=False, observed=True):
        unit_words = "aantal mensen" if unit == "aantal" else str(unit)
        cells = dict(zip(of_group["service"].astype("str"), of_group["value"].astype("float64"), strict=True))
        rows.append(
            {"place": AREA_NAME, "region": AREA, "period": "2018", "group": str(group), "unit": unit_words}
            | {service.lower(): cells[service] for service in services}
        )
        shown.append(
            {"Leeftijd": str(group)} | {service: _cell(cells[service], unit=str(unit)) for service in services}
        )
    return Chart(
        name="Leeftijd van de mensen in onderzoek en casusregie, 2018",
        subtitle="aantallen en percentages zoals gedrukt in Tabel 4",
        description="Tabel met per leeftijdsgroep het aantal of het percentage mensen in onderzoeken en in casusregie.",
        drawing=None,
        table=pd.DataFrame(rows),
        printed=pd.DataFrame(shown),
        sources=(source_of(AGES),),
        caveats=(
            "Een klant is hier iemand over wie een onderzoek of casusregie ging. Dat is niet hetzelfde als een slachtoffer.",
        ),
        key="leeftijden",
    )


def _cell(value: float, *, unit: str) -> str:
    """A percentage carries its sign; a count stands alone."""
    return notation.percent(value, decimals=2) if unit == "%" else notation.count(value)
