"""Chapter 8 as a table: items down, years across, amounts as printed; PM means still to be determined."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

import pandas as pd

from charts.chart import Chart
from charts.documents.source import AREA, AREA_NAME, source_of
from data_sources.catalogue.document_tables import MONEY
from indicators import notation

PM = "PM"
_PM_WORDS = "PM (nog te bepalen)"
_BLANK = "niet genoemd"


def money(printed: pd.DataFrame) -> Chart:
    """Amounts in whole euros; ``printed`` holds item, year, amount_eur, status. An amount that is missing stays so."""
    years = sorted({int(year) for year in printed["year"]})
    rows, shown = [], []
    for item, amounts in printed.groupby("item", sort=False, observed=True):
        cells = {int(row["year"]): row for row in amounts.to_dict("records")}
        notes = {str(row["status"]) for row in cells.values() if row["status"] not in {"", PM}}
        rows.append(
            {"place": AREA_NAME, "region": AREA, "period": str(years[0]), "item": str(item)}
            | {f"euro_{year}": cells[year]["amount_eur"] if year in cells else float("nan") for year in years}
            | {"remark": "; ".join(sorted(notes) or ([_PM_WORDS] if _all_pm(amounts) else []))}
        )
        shown.append(
            {"Post": str(item)}
            | {str(year): _cell(cells.get(year)) for year in years}
            | {"Opmerking in de bron": "; ".join(sorted(notes)) or "–"}
        )
    return Chart(
        name="Geld voor de aanpak in West-Brabant, 2018 tot en met 2021",
        subtitle="euro per jaar, zoals gedrukt in hoofdstuk 8",
        description="Tabel met per post het bedrag per jaar. Waar het document PM afdrukt, is het bedrag nog niet bekend.",
        drawing=None,
        table=pd.DataFrame(rows),
        printed=pd.DataFrame(shown),
        sources=(source_of(MONEY),),
        caveats=(
            *MONEY.caveats,
            "DUVO is geld van het Rijk voor vrouwenopvang; de centrumgemeente krijgt het.",
            "GHNT is het programma Geweld hoort nergens thuis. MDA++ is een werkwijze voor ernstig geweld dat steeds terugkomt.",
            "Het plan noemt ook bijdragen van het Rijk per jaar. Die staan in de tabel hieronder.",
        ),
        key="geld",
    )


def _all_pm(amounts: pd.DataFrame) -> bool:
    return bool((amounts["status"] == PM).all())


def _cell(row: Mapping[Hashable, object] | None) -> str:
    if row is None:
        return _BLANK
    if row["status"] == PM:
        return _PM_WORDS
    return notation.euro(float(str(row["amount_eur"])))
