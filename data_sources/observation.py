"""The one shape in which every published figure travels: one row per cell of a source."""

from __future__ import annotations

from enum import StrEnum

import pandas as pd


class Status(StrEnum):
    """How firm the source calls the figure."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    UNSTATED = "unstated"


class Missing(StrEnum):
    """Why a cell has no value; PRESENT when it has one."""

    PRESENT = "present"
    CBS_DOT = "cbs_dot"  # CBS prints '.': unknown, insufficiently reliable or secret, one sign for three
    NOT_DELIVERED = "not_delivered"
    NO_SUCH_REGION = "no_such_region"
    COLUMN_UNCERTAIN = "column_uncertain"  # the value is printed, its column is lost


KEY = ["source", "table", "measure", "category", "region", "period"]
COLUMNS = [*KEY, "level", "value", "unit", "status", "missing", "rounding"]


def observations(rows: pd.DataFrame) -> pd.DataFrame:
    """Give rows the one shape: columns in order, text as categories, checked by the schema.

    Takes a frame with the columns of COLUMNS except ``level`` (derived from the region code).
    Returns a new frame; raises pandera.errors.SchemaErrors that lists every offending row.
    """
    frame = rows.assign(level=rows["region"].astype("str").str[:2])[COLUMNS]
    text = [column for column in COLUMNS if column not in {"value", "rounding"}]
    shaped = frame.astype(dict.fromkeys(text, "category") | {"value": "float64", "rounding": "float64"})
    # pandera is large: only what makes a data version loads it, the web process reads versions that were checked
    from data_sources.observation_schema import SCHEMA

    return SCHEMA.validate(shaped.reset_index(drop=True), lazy=True)
