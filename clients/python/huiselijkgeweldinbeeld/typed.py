"""Columns with the types that the site describes (CSV on the Web), and the parts of each series between its breaks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

PLACE, PERIOD, BREAK, PART = "code", "periode", "breuk", "deel"
_WORDS = {"ja": True, "nee": False}
_CATEGORIES = ("niveau", "eenheid", "toestand", "status")
_YEAR_LENGTH = 4  # of 2023, where a half-year is 2023-H1


def typed(texts: pd.DataFrame, metadata: Mapping[str, Any]) -> pd.DataFrame:
    """The columns of a CSV, read as text, in the types of its description."""
    described = {column["name"]: column.get("datatype", "string") for column in metadata["tableSchema"]["columns"]}
    frame = pd.DataFrame({head: _column(texts[head], described.get(str(head), "string")) for head in texts})
    for head in _CATEGORIES:
        if head in frame:
            frame[head] = frame[head].astype("category")
    return frame


def _column(values: pd.Series[Any], datatype: str | Mapping[str, str]) -> pd.Series[Any]:
    base = datatype if isinstance(datatype, str) else datatype.get("base", "string")
    if base == "boolean":
        return values.map(_WORDS).astype("boolean")
    if base == "integer":
        return pd.to_numeric(values).astype("Int64")
    return pd.to_numeric(values).astype("Float64") if base == "number" else values.astype("string")


def with_parts(frame: pd.DataFrame) -> pd.DataFrame:
    """Rows in order of place and period, with ``deel``: it goes up at every break in a series of years or half-years."""
    kind = frame[PERIOD].str.len().gt(_YEAR_LENGTH)
    ordered = frame.assign(_half=kind).sort_values([PLACE, "_half", PERIOD], kind="stable", ignore_index=True)
    broken = ordered[BREAK].notna().astype("Int64")
    parts = broken.groupby([ordered[PLACE], ordered["_half"]]).cumsum()
    return ordered.assign(**{PART: parts}).drop(columns="_half")


def is_half_year(period: str) -> bool:
    """Whether a period such as ``2023-H1`` is half a year."""
    return len(period) > _YEAR_LENGTH
