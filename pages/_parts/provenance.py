"""Source lines of figures, read from the catalogue and the manifest of the data version."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from charts.chart import SourceLine
from data_sources.catalogue.tables import TABLES
from data_sources.period import Period
from indicators import notation


def lines(values: pd.DataFrame, *, periods: Sequence[Period] | None = None) -> tuple[SourceLine, ...]:
    """One source line for each table that serves these IndicatorValue rows, in the order of the catalogue."""
    rows = values if periods is None else values[values["period"].isin([period.code for period in periods])]
    rows = rows[rows["value"].notna()]
    found = []
    served = {str(table) for table in rows["table"].unique()}
    for table_id in [table for table in TABLES if table in served]:
        own = rows[rows["table"] == table_id]
        table = TABLES[table_id]
        found.append(
            SourceLine(
                owner=table.source.owner,
                table=f"{table.title} ({table.place or table.id})",
                licence=table.source.licence,
                date=_span(own),
                provisional=bool((own["status"] == "provisional").any()),
                table_id=table.id,
            )
        )
    return tuple(found)


def _span(rows: pd.DataFrame) -> str:
    return notation.periods(Period.from_code(str(code)) for code in rows["period"].unique())
