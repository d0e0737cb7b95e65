"""The one shape in which every published figure travels: one row per cell of a source."""

from __future__ import annotations

from enum import StrEnum


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
