"""Observations on disk: Parquet with zstd, one row group per table and period, text as dictionaries."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from data_sources.observation import COLUMNS

_NUMBERS = {"value", "rounding"}
ARROW_SCHEMA = pa.schema(
    [(column, pa.float64() if column in _NUMBERS else pa.dictionary(pa.int32(), pa.string())) for column in COLUMNS]
)


class Writer:
    """Writes observations piece by piece, so that a table never stands in memory as a whole."""

    def __init__(self, path: Path) -> None:
        """Open the file."""
        self._parquet = pq.ParquetWriter(path, ARROW_SCHEMA, compression="zstd")
        self.rows = 0

    def add(self, frame: pd.DataFrame) -> None:
        """Append a piece as one row group."""
        if len(frame):
            self._parquet.write_table(pa.Table.from_pandas(frame[COLUMNS], preserve_index=False).cast(ARROW_SCHEMA))
            self.rows += len(frame)

    def copy(self, path: Path, *, table_id: str | None = None) -> int:
        """Append the rows of another file (of one table, when named), group by group; returns how many."""
        before = self.rows
        for group in _groups(path, table_id=table_id):
            self._parquet.write_table(group.select(COLUMNS).cast(ARROW_SCHEMA))
            self.rows += group.num_rows
        return self.rows - before

    def close(self) -> None:
        """Write the footer."""
        self._parquet.close()


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """Open a file of observations for writing; it is whole only when the block ends without an error."""
    writer = Writer(path)
    try:
        yield writer
    finally:
        writer.close()


def read_observations(path: Path, *, table_id: str | None = None, measure: str | None = None) -> pd.DataFrame:
    """Observations of a file (of one table or measure, when named), with text as categories."""
    wanted = {"table": table_id, "measure": measure}
    filters = [(column, "==", text) for column, text in wanted.items() if text is not None]
    frame: pd.DataFrame = pq.read_table(path, columns=COLUMNS, filters=filters or None).to_pandas()
    return frame


def _groups(path: Path, *, table_id: str | None) -> Iterator[pa.Table]:
    with pq.ParquetFile(path) as file:
        for number in range(file.num_row_groups):
            group = file.read_row_group(number)
            if table_id is not None:
                group = group.filter(pa.compute.equal(group["table"].cast(pa.string()), table_id))
            if group.num_rows:
                yield group
