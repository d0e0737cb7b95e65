"""Build the embedded data version from the CSV files of the project: python -m data_sources.build."""

from __future__ import annotations

import argparse
from pathlib import Path

import pandas as pd

from data_sources.documents.rows import document_rows
from data_sources.manifest import write_version
from data_sources.observation import COLUMNS, KEY
from data_sources.observation_schema import observations
from data_sources.population import population_rows
from data_sources.publications import publication_rows
from data_sources.snapshots import EMBEDDED
from data_sources.statline import statline_rows
from data_sources.versions import EMBEDDED_VERSION


class DuplicateCellError(ValueError):
    """Two source rows claim the same cell; the message lists them."""


def embedded_rows() -> pd.DataFrame:
    """Return every published figure we carry as one observation table, sorted by key.

    Raises the reader's error (BadRowError, UnknownColumnError, UnknownRegionNameError) naming the row, or
    DuplicateCellError; nothing is left out or repaired.
    """
    rows = pd.concat([statline_rows(), publication_rows(), document_rows(), population_rows()], ignore_index=True)
    return shaped(rows)


def shaped(rows: pd.DataFrame) -> pd.DataFrame:
    """Refuse doubles, sort by key and give the rows the one shape; raises DuplicateCellError."""
    doubles = rows.loc[rows.duplicated(KEY, keep=False)].sort_values(KEY)
    if len(doubles):
        msg = f"{len(doubles)} rows claim the same cell:\n{doubles[[*KEY, 'value']].to_string(index=False)}"
        raise DuplicateCellError(msg)
    text = [column for column in COLUMNS if column in rows and column not in {"value", "rounding"}]
    return observations(rows.astype(dict.fromkeys(text, "str")).sort_values(KEY))


def main() -> None:
    """Write the embedded version and print what it holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=EMBEDDED)
    folder = parser.parse_args().folder
    manifest = write_version(
        folder, observations=embedded_rows(), version=EMBEDDED_VERSION, created=f"{EMBEDDED_VERSION}T00:00:00Z"
    )
    for table in manifest.tables:
        print(f"{table.rows:6d}  {table.id}")
    print(f"{sum(table.rows for table in manifest.tables):6d}  in {len(manifest.tables)} tables")


if __name__ == "__main__":
    main()
