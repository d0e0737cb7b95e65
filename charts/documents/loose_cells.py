"""The cells of Tabel 2 whose column was lost: each value, the columns that fit, and how often."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from charts.chart import Chart
from charts.documents.source import AREA, source_of
from data_sources.catalogue.document_tables import MUNICIPALITIES_2018
from indicators import notation
from indicators.checks.placements import COLUMNS, Placements


def loose_cells(placements: Placements, *, codes: Mapping[str, str]) -> Chart:
    """One row per uncertain cell; a column counts the placements in which the cell stands there."""
    rows, shown = [], []
    for cell, columns in placements.by_cell.items():
        possible = placements.columns_of(cell)
        rows.append(
            {
                "place": cell.place,
                "region": codes.get(cell.place, AREA),
                "period": "2018",
                "value": float(cell.value),
                "state": "column_uncertain",
            }
            | {column: columns.get(column, 0) for column in COLUMNS}
        )
        shown.append(
            {
                "Gemeente": cell.place,
                "Getal": notation.count(cell.value),
                "Mogelijke kolommen": notation.listing(possible, last="of"),
            }
            | {column.capitalize(): notation.count(columns.get(column, 0)) for column in COLUMNS}
        )
    return Chart(
        name=f"De {len(rows)} getallen zonder zekere kolom",
        subtitle=f"per kolom: in hoeveel van de {placements.total} manieren het getal daar staat",
        description="; ".join(f"{row['Gemeente']} {row['Getal']}: {row['Mogelijke kolommen']}" for row in shown),
        drawing=None,
        table=pd.DataFrame(rows),
        printed=pd.DataFrame(shown),
        sources=(source_of(MUNICIPALITIES_2018),),
        caveats=(
            "De getallen staan vast, hun kolom niet: in de bron raakte die kwijt.",
            f"Er zijn {placements.total} manieren om ze te plaatsen die bij alle gedrukte totalen passen. Wij kiezen er geen.",
        ),
        key="losse-getallen",
    )
