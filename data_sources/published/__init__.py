"""Figures and places as published, in readable CSV; read by data_sources.places, publications and statline."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

FOLDER = Path(__file__).parent


class UnknownColumnError(ValueError):
    """A source file has other columns than its reader knows; the message names file and columns."""


def read(path: Path, *, columns: tuple[str, ...]) -> pd.DataFrame:
    """Read a CSV as text, cell by cell as written ('' stays ''); raises UnknownColumnError.

    The header must be exactly ``columns``: a new or lost column means that the source changed and nobody looked.
    """
    frame = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
    if tuple(frame.columns) != columns:
        surplus, lost = set(frame.columns) - set(columns), set(columns) - set(frame.columns)
        msg = f"{path.name}: unknown columns {sorted(surplus)}, missing columns {sorted(lost)}, expected {columns}"
        raise UnknownColumnError(msg)
    return frame


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows of a frame as dicts by column name, in order."""
    return [{str(column): value for column, value in row.items()} for row in frame.to_dict("records")]
