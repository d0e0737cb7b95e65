"""Text files of a figure: CSV, CSV in the notation of Dutch Excel, and JSON."""

from __future__ import annotations

import json
import math
from typing import Any

import pandas as pd

from charts.chart import Chart
from charts.files.columns import COLUMNS, UNEXPLAINED, column, kind
from charts.files.provenance import Provenance, citation
from charts.files.rows import completed, file_rows

BOM = "\ufeff"


def csv(frame: pd.DataFrame, *, headed: bool = True) -> bytes:
    """UTF-8, one header row, comma, decimal point; a missing value is an empty cell.

    Without ``headed`` it is the rest of a file that began before: rows alone.
    """
    return frame.to_csv(index=False, header=headed, lineterminator="\n").encode("utf-8")


def csv_dutch(frame: pd.DataFrame, *, headed: bool = True) -> bytes:
    """For Excel with Dutch settings: semicolon, decimal comma, and a mark so that Excel reads it as UTF-8."""
    rows = frame.to_csv(index=False, header=headed, sep=";", decimal=",", lineterminator="\r\n")
    return ((BOM if headed else "") + rows).encode("utf-8")


def json_rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as plain objects; a missing value is null, never NaN."""
    return [{str(name): plain(value) for name, value in row.items()} for row in frame.to_dict(orient="records")]


def plain(value: Any) -> Any:  # noqa: ANN401 -- cells of any type
    """Value that JSON knows; NaN and infinities become null."""
    if value is None or value is pd.NA or (isinstance(value, float) and not math.isfinite(value)):
        return None
    return value.item() if hasattr(value, "item") else value


def chart_csv(chart: Chart, provenance: Provenance) -> bytes:
    """CSV of a figure."""
    return csv(file_rows(chart, provenance))


def chart_csv_dutch(chart: Chart, provenance: Provenance) -> bytes:
    """CSV of a figure for Excel with Dutch settings."""
    return csv_dutch(file_rows(chart, provenance))


def metadata(chart: Chart, provenance: Provenance) -> dict[str, Any]:
    """Everything about a figure but its rows: titles, description, sources, caveats, columns, citation."""
    heads = completed(chart.table, unit="").columns
    rows = file_rows(chart, provenance)
    known = {entry.head: entry.meaning for entry in [*COLUMNS.values(), *map(column, map(str, heads))]}
    return {
        "titel": chart.name,
        "ondertitel": chart.subtitle,
        "omschrijving": chart.description,
        "bronnen": [source.text for source in chart.sources],
        "kanttekeningen": list(chart.caveats),
        "gegevensversie": provenance.version,
        "adres": provenance.address,
        "geraadpleegd": provenance.taken.isoformat(),
        "citeren": citation(chart, provenance),
        "kolommen": [
            {"naam": str(head), "soort": kind(rows[head]), "betekenis": known.get(str(head), UNEXPLAINED)}
            for head in rows.columns
        ],
    }


def chart_json(chart: Chart, provenance: Provenance) -> bytes:
    """JSON of a figure: the metadata and the rows."""
    content = metadata(chart, provenance) | {"rijen": json_rows(file_rows(chart, provenance))}
    return dumped(content)


def dumped(content: Any) -> bytes:  # noqa: ANN401 -- any JSON value
    """JSON as UTF-8 that is readable as it stands; refuses NaN."""
    return (json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode("utf-8")
