"""Cells that one publish changed: changed_cells.parquet beside the figures of a version, one row per cell.

The rows of a table stand in order of region, in small groups, so that the cells of one place are read without the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import compute

from data_sources import versions

KEY = ["table", "measure", "category", "region", "period"]
TEXT = [*KEY, "level", "unit", "status", "change"]
COLUMNS = [*TEXT, "old", "new"]
COUNTED = ["table", "period", "change", "level", "measure", "unit"]
_ROWS_PER_GROUP = 50_000
_SCHEMA = pa.schema([(name, pa.string() if name in TEXT else pa.float64()) for name in COLUMNS])


class CellChange(StrEnum):
    """What happened to a cell; ``old`` and ``new`` are missing where there is no figure."""

    NEW = "new"  # was not in the table, with or without a figure
    REVISED = "revised"  # had another figure
    FILLED = "filled"  # had no figure
    EMPTIED = "emptied"  # has no figure any more
    WITHDRAWN = "withdrawn"  # is not in the table any more


class ChangedCellsWriter:
    """Writes changed cells table by table."""

    def __init__(self, path: Path) -> None:
        """Open the file."""
        self._parquet = pq.ParquetWriter(path, _SCHEMA, compression="zstd")

    def add(self, cells: pd.DataFrame) -> None:
        """Append the changed cells of one table (``COLUMNS``)."""
        rows = cells.sort_values("region", kind="stable")
        for start in range(0, len(rows), _ROWS_PER_GROUP):
            piece = rows.iloc[start : start + _ROWS_PER_GROUP]
            self._parquet.write_table(pa.Table.from_pandas(piece[COLUMNS], preserve_index=False).cast(_SCHEMA))

    def copy(self, path: Path) -> None:
        """Append another file as it is."""
        for piece in _groups(path):
            self._parquet.write_table(piece)

    def close(self) -> None:
        """Write the footer."""
        self._parquet.close()


@contextmanager
def writing_changed_cells(path: Path) -> Iterator[ChangedCellsWriter]:
    """Open a file of changed cells for writing; it is whole only when the block ends without an error."""
    writer = ChangedCellsWriter(path)
    try:
        yield writer
    finally:
        writer.close()


def counted(cells: pd.DataFrame) -> pd.DataFrame:
    """How many cells there are of each kind (``COUNTED``, cells), and how many of them have a figure, before or now (figures)."""
    return _counted(pa.Table.from_pandas(cells[COLUMNS], preserve_index=False).cast(_SCHEMA))


def in_pieces(data_dir: Path, version: str, *, country: str) -> Iterator[tuple[pd.DataFrame, pd.DataFrame]]:
    """What came with a version, some ten thousand cells at a time: how many of each kind, and those of interest by themselves.

    The first are as ``counted`` gives them, the second (``COLUMNS``) the cells of the country and all that are not new.
    Raises versions.VersionsError.
    """
    path = _path(data_dir, version)
    try:
        for piece in _groups(
            path
        ):  # with Arrow: it lets other threads work, and a first refresh brings millions of cells
            wanted = compute.or_(
                compute.not_equal(piece["change"], CellChange.NEW.value), compute.equal(piece["region"], country)
            )
            yield _counted(piece), piece.filter(wanted).to_pandas()
    except (OSError, pa.ArrowException) as error:
        raise versions.VersionsError(_unreadable(version)) from error


def _counted(cells: pa.Table) -> pd.DataFrame:
    has_figure = compute.or_(compute.is_valid(cells["old"]), compute.is_valid(cells["new"]))
    rows = cells.select(COUNTED).append_column("figures", has_figure.cast(pa.int64()))
    counts = rows.group_by(COUNTED).aggregate([("figures", "sum"), ([], "count_all")])
    frame: pd.DataFrame = counts.to_pandas()
    return frame.rename(columns={"figures_sum": "figures", "count_all": "cells"})


def of_place(data_dir: Path, version: str, *, code: str) -> pd.DataFrame:
    """Cells of one place that came with a version (``COLUMNS``); raises versions.VersionsError."""
    path = _path(data_dir, version)
    try:
        cells: pd.DataFrame = pq.read_table(path, columns=COLUMNS, filters=[("region", "==", code)]).to_pandas()
    except (OSError, pa.ArrowException) as error:
        raise versions.VersionsError(_unreadable(version)) from error
    return cells


def _path(data_dir: Path, version: str) -> Path:
    return versions.folder(data_dir, version) / versions.CHANGED_CELLS


def _unreadable(version: str) -> str:
    return f"de gewijzigde cijfers van versie {version} zijn niet te lezen"


def _groups(path: Path) -> Iterator[pa.Table]:
    with pq.ParquetFile(path) as file:
        for number in range(file.num_row_groups):
            yield file.read_row_group(number, columns=COLUMNS)
