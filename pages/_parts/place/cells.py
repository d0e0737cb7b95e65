"""The cells of each municipality, found in one scan of a data version: a full one has millions, and a page needs hundreds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import pandas as pd

from data_sources import snapshots
from data_sources.level import Level
from pages._parts import load

_COLUMNS = ["period", "category", "status", "value"]


def reports(read: load.Edition, *, table: str, code: str) -> pd.DataFrame:
    """Cells with reports of one table and municipality: period, category, status, value (missing when not published)."""
    rows, where = _reports(read, table)
    return rows.iloc[where.get(code, slice(0, 0))]


def known(read: load.Edition, *, code: str) -> Mapping[str, int]:
    """How many cells with a value each table has of a municipality; tables without any are left out."""
    return _known(read).get(code, {})


@lru_cache(maxsize=8)
def _reports(read: load.Edition, table: str) -> tuple[pd.DataFrame, Mapping[str, slice]]:
    """Cells of a table in order of municipality, and where those of each stand."""
    everything = snapshots.kept(*read).observations
    wanted = (everything["table"] == table) & (everything["measure"] == "reports")
    rows = everything[wanted & (everything["level"] == Level.MUNICIPALITY)].sort_values("region", kind="stable")
    sizes = rows.groupby("region", observed=True, sort=False).size()
    ends = sizes.cumsum()
    where = {
        str(code): slice(int(end - size), int(end)) for code, size, end in zip(sizes.index, sizes, ends, strict=True)
    }
    return rows[_COLUMNS].reset_index(drop=True), where


@lru_cache(maxsize=4)
def _known(read: load.Edition) -> Mapping[str, Mapping[str, int]]:
    everything = snapshots.kept(*read).observations
    here = everything.loc[
        (everything["level"] == Level.MUNICIPALITY) & everything["value"].notna(), ["region", "table"]
    ]
    found: dict[str, dict[str, int]] = {}
    sizes = here.groupby(["region", "table"], observed=True).size().rename("cells").reset_index()
    for code, table, number in zip(sizes["region"], sizes["table"], sizes["cells"], strict=True):
        found.setdefault(str(code), {})[str(table)] = int(number)
    return found
