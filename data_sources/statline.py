"""The StatLine cells we carry (published/statline.csv) as rows of the observation table."""

from __future__ import annotations

import pandas as pd

from data_sources.catalogue.model import Table
from data_sources.catalogue.tables import TABLES
from data_sources.level import Level
from data_sources.observation import Missing, Status
from data_sources.period import Period
from data_sources.places import code_of
from data_sources.published import FOLDER, read_published, records

_COLUMNS = (
    "table_id", "dimension", "region_name", "region_kind", "period", "status", "measure", "unit", "value", "page",
)  # fmt: skip
_STATUS = {"voorlopig": Status.PROVISIONAL, "definitief": Status.FINAL}
_DOT = "."
_ROUNDING_OF_UNIT = {"aantal": 5.0, "%": 0.1}


class BadRowError(ValueError):
    """A row of a source file cannot be read; the message names the file, the row and what is wrong with it."""


def cells() -> pd.DataFrame:
    """Return the cells as printed, text as written, in the order of the pages they were read on."""
    return read_published(FOLDER / "statline.csv", columns=_COLUMNS)


def statline_rows(printed: pd.DataFrame | None = None) -> pd.DataFrame:
    """Rows for data_sources.observation, one per printed cell and in the same order.

    A dot stays missing with its reason. Raises BadRowError naming the row for an unknown table, measure, unit,
    region name, period or status.
    """
    frame = cells() if printed is None else printed
    return pd.DataFrame([_row(number, row) for number, row in enumerate(records(frame), start=2)])


def _row(number: int, printed: dict[str, str]) -> dict[str, object]:
    try:
        table = TABLES[printed["table_id"]]
        period = Period.from_key(printed["period"])
        is_dot = printed["value"] == _DOT
        return {
            "source": table.source.id,
            "table": table.id,
            "measure": _measure_id(table, title=printed["measure"], unit=printed["unit"]),
            "category": printed["dimension"],
            "region": code_of(printed["region_name"], level=Level(printed["region_kind"]), year=period.calendar_year),
            "period": period.code,
            "value": float("nan") if is_dot else float(printed["value"]),
            "unit": printed["unit"],
            "status": _STATUS[printed["status"]],
            "missing": Missing.CBS_DOT if is_dot else Missing.PRESENT,
            "rounding": _ROUNDING_OF_UNIT[printed["unit"]],
        }
    except (LookupError, ValueError) as reason:
        msg = f"statline.csv, line {number}: {reason} in {printed}"
        raise BadRowError(msg) from reason


def _measure_id(table: Table, *, title: str, unit: str) -> str:
    for measure in table.measures:
        if measure.title == title and measure.unit == unit:
            return measure.id
    msg = f"table {table.id} has no measure {title!r} in {unit!r}"
    raise LookupError(msg)
