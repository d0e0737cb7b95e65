"""Divides changed cells into those that a feed names one by one and those that it counts, so that no entry grows without end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data_sources.changed_cells import COLUMNS, KEY, CellChange

MOST_NAMED = 40
"""Cells of one table and period that are named one by one."""

ENTRY = ["table", "period"]
COUNTED = [*ENTRY, "change", "level", "measure", "unit"]
_ORDER = {
    change: number
    for number, change in enumerate(
        (CellChange.REVISED, CellChange.EMPTIED, CellChange.WITHDRAWN, CellChange.FILLED, CellChange.NEW)
    )
}


@dataclass(frozen=True)
class Gathered:
    """``named``: changed cells (``COLUMNS``), what matters most first; ``counted``: ``COUNTED`` and how many others.

    ``cells`` is their number, ``figures`` how many of them have a figure, before or now.
    """

    named: pd.DataFrame
    counted: pd.DataFrame


def gathered(pieces: Iterable[pd.DataFrame], *, may_be_named: Callable[[pd.DataFrame], pd.Series[bool]]) -> Gathered:
    """Divide the cells of one publish; a table of millions is never in memory as a whole."""
    named, counted = pd.DataFrame(columns=[*COLUMNS, "rank", "size"]), _counts(pd.DataFrame(columns=COLUMNS))
    for piece in pieces:
        counted = _added(counted, _counts(piece))
        candidates = _ranked(piece[may_be_named(piece)])
        named = _first(candidates if named.empty else pd.concat([named, candidates], ignore_index=True))
    named = named[COLUMNS]
    negative = _counts(named).assign(cells=lambda rows: -rows["cells"], figures=lambda rows: -rows["figures"])
    left = _added(counted, negative)
    return Gathered(named, left[left["cells"] > 0].reset_index(drop=True))


def _counts(cells: pd.DataFrame) -> pd.DataFrame:
    rows = cells[COUNTED].assign(cells=1, figures=(cells["old"].notna() | cells["new"].notna()).astype("int64"))
    return rows.groupby(COUNTED, as_index=False, sort=True)[["cells", "figures"]].sum()


def _added(counted: pd.DataFrame, more: pd.DataFrame) -> pd.DataFrame:
    if counted.empty:
        return more
    together = pd.concat([counted, more], ignore_index=True)
    return together.groupby(COUNTED, as_index=False, sort=True)[["cells", "figures"]].sum()


def _ranked(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells with what orders them: kind of change, totals before parts, large changes before small ones."""
    parts = {category: _parts(str(category)) for category in cells["category"].unique()}
    rank = cells["change"].map(_ORDER).astype("int64") * 100 + cells["category"].map(parts).astype("int64")
    size = -(cells["new"] - cells["old"]).abs().fillna(0.0)
    return cells.assign(rank=rank, size=np.where(cells["change"] == CellChange.REVISED, size, 0.0))


def _parts(category: str) -> int:
    """How many parts of a category are not a total."""
    return sum(not (part == "Totaal" or part.endswith(": Totaal")) for part in category.split(" | "))


def _first(cells: pd.DataFrame) -> pd.DataFrame:
    ordered = cells.sort_values([*ENTRY, "rank", "size", *KEY], kind="stable")
    return ordered.groupby(ENTRY, sort=False).head(MOST_NAMED)
