"""The cells of each municipality, found in one scan of a data version: a full one has millions, and a page needs hundreds."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from data_sources.level import Level
from editions.edition import Edition, cached_per_edition

MOST_ROWS = 200_000  # of one answer of the open data; a full table of CBS has millions
_COLUMNS = ["period", "category", "status", "value"]


def report_cells(edition: Edition, *, table: str, code: str) -> pd.DataFrame:
    """Cells with reports of one table and municipality: period, category, status, value (missing when not published)."""
    rows, slices = _report_cells(edition, table)
    return rows.iloc[slices.get(code, slice(0, 0))]


def cell_counts(edition: Edition, *, code: str) -> Mapping[str, int]:
    """How many cells with a value each table has of a place of any level; tables without any are left out."""
    return _cell_counts(edition).get(code, {})


@cached_per_edition(most=8, wordless=True)
def _report_cells(edition: Edition, table: str) -> tuple[pd.DataFrame, Mapping[str, slice]]:
    """Cells of a table in order of municipality, and where those of each stand."""
    every = edition.observations
    wanted = (every["table"] == table) & (every["measure"] == "reports")
    rows = every[wanted & (every["level"] == Level.MUNICIPALITY)].sort_values("region", kind="stable")
    sizes = rows.groupby("region", observed=True, sort=False).size()
    ends = sizes.cumsum()
    slices = {
        str(code): slice(int(end - size), int(end)) for code, size, end in zip(sizes.index, sizes, ends, strict=True)
    }
    return rows[_COLUMNS].reset_index(drop=True), slices


@cached_per_edition(most=1, wordless=True)
def _cell_counts(edition: Edition) -> Mapping[str, Mapping[str, int]]:
    every = edition.observations
    filled = every.loc[every["value"].notna(), ["region", "table"]]
    sizes = filled.groupby(["region", "table"], observed=True).size().rename("cells").reset_index()
    counts: dict[str, dict[str, int]] = {}
    for code, table, number in zip(sizes["region"], sizes["table"], sizes["cells"], strict=True):
        counts.setdefault(str(code), {})[str(table)] = int(number)
    return counts


@cached_per_edition(most=1, wordless=True)
def table_sizes(edition: Edition) -> Mapping[str, int]:
    """Number of rows by id of the tables that have a cell in this data version."""
    sizes = edition.observations["table"].value_counts()
    return {str(table): int(many) for table, many in sizes.items() if many}


def present_tables(edition: Edition) -> frozenset[str]:
    """Ids of the tables that have a cell in this data version."""
    return frozenset(table_sizes(edition))
