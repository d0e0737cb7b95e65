"""Figures and places as published, in readable CSV; read by data_sources.places, publications and statline."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pandas as pd

FOLDER = Path(__file__).parent


class UnknownColumnError(ValueError):
    """A source file has other columns than its reader knows; the message names file and columns."""


def read_published(path: Path, *, columns: tuple[str, ...]) -> pd.DataFrame:
    """Read a CSV as text, cell by cell as written ('' stays ''); raises UnknownColumnError.

    The header must be exactly ``columns``: a new or lost column means that the source changed and nobody looked.
    """
    frame = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
    _check(path, tuple(frame.columns), columns)
    return frame


def read_rows(path: Path, *, columns: tuple[str, ...]) -> list[list[str]]:
    """Read the same as plain lists, for what a start needs at once; raises UnknownColumnError."""
    with path.open(encoding="utf-8", newline="") as handle:
        header, *rows = csv.reader(handle)
    _check(path, tuple(header), columns)
    return rows


def _check(path: Path, header: tuple[str, ...], columns: tuple[str, ...]) -> None:
    if header != columns:
        surplus, lost = set(header) - set(columns), set(columns) - set(header)
        msg = f"{path.name}: unknown columns {sorted(surplus)}, missing columns {sorted(lost)}, expected {columns}"
        raise UnknownColumnError(msg)


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows of a frame as dicts by column name, in order."""
    return [{str(column): value for column, value in row.items()} for row in frame.to_dict("records")]
