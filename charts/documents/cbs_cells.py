"""The cells of a CBS table for one place and period, as published: nothing is computed, added up or left out."""

from __future__ import annotations

import pandas as pd

from charts.chart import Chart, SourceLine
from data_sources.catalogue.subjects import Subject
from data_sources.catalogue.tables import TABLES
from data_sources.observation import Status
from data_sources.period import Period
from indicators import notation
from indicators.value import State


def cbs_cells(rows: pd.DataFrame, *, subject: Subject, place: str, region: str, period: Period) -> Chart:
    """Rows of indicators.loaded_cells.of_place as a table; a cell that CBS hides keeps its words."""
    tables = list(dict.fromkeys(rows["table"]))
    texts = [_text(value, unit, state) for value, unit, state in rows[["value", "unit", "state"]].to_numpy().tolist()]
    words = "; ".join(
        f"{group}, {what}: {text}" for group, what, text in zip(rows["group"], rows["what"], texts, strict=True)
    )
    provisional = bool((rows["status"] == Status.PROVISIONAL).any())
    return Chart(
        name=f"{subject.title}: {place}, {period.label}",
        subtitle="zoals het CBS het geeft",
        description=f"Tabel: {words}.",
        drawing=None,
        table=pd.DataFrame(
            {
                "place": place,
                "region": region,
                "period": period.key,
                "value": rows["value"],
                "low": float("nan"),
                "high": float("nan"),
                "state": rows["state"],
                "status": rows["status"],
                "category": rows["group"],
                "indicator_printed": rows["what"],
                "printed_unit": rows["unit"],
            }
        ),
        printed=pd.DataFrame({"Groep": rows["group"], "Wat is geteld": rows["what"], "Cijfer": texts}),
        sources=tuple(
            SourceLine(
                owner=TABLES[table].source.owner,
                table=f"{TABLES[table].title} ({table})",
                licence=TABLES[table].source.licence,
                date=period.label,
                provisional=provisional,
                table_id=table,
            )
            for table in tables
        ),
        caveats=tuple(dict.fromkeys(caveat for table in tables for caveat in TABLES[table].caveats)),
        key="cbs-tabellen",
    )


def _text(value: float, unit: str, state: str) -> str:
    if State(state) is not State.VALUE:
        return notation.state_words(state)
    return notation.percent(value) if unit == "%" else notation.count(value)
