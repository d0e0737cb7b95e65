"""Divides changed cells into those that a feed names one by one and those that it counts, so that no entry grows without end."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data_sources import changed_cells
from data_sources.catalogue.tables import TABLES
from data_sources.changed_cells import COLUMNS, COUNTED, KEY, CellChange

MOST_NAMED = 40
"""Cells of one table and period that are named one by one."""

MANY = "many"
"""Stands for the new periods of a table that got so many at once that they are one entry."""

ENTRY = ["table", "period"]
_ORDER = {
    change: number
    for number, change in enumerate(
        (CellChange.REVISED, CellChange.EMPTIED, CellChange.WITHDRAWN, CellChange.FILLED, CellChange.NEW)
    )
}
_MOST_MEASURES, _MOST_PARTS = 1000, 100  # width of a place in the number that orders cells


@dataclass(frozen=True)
class Gathered:
    """``named``: changed cells (``COLUMNS``), what matters most first; ``counted``: ``COUNTED`` and how many others.

    ``cells`` is their number, ``figures`` how many of them have a figure, before or now.
    """

    named: pd.DataFrame
    counted: pd.DataFrame


def gathered(
    pieces: Iterable[tuple[pd.DataFrame, pd.DataFrame]], *, together: Mapping[str, Collection[str]]
) -> Gathered:
    """Divide the cells of one publish, which come as counts and as cells that may be named, piece by piece.

    ``together``: per table the codes of the periods that are one entry (``MANY``), in which no cell is named.
    """
    no_cells = pd.DataFrame(columns=COLUMNS)
    counts, named = [changed_cells.counted(no_cells)], []
    for counts_of_piece, cells in pieces:
        counts.append(counts_of_piece)
        apart = cells[~_is_together(cells, together)]
        if len(apart):
            named.append(_first(_ranked(apart)))
    chosen = _first(pd.concat(named, ignore_index=True)) if named else no_cells
    every = pd.concat(counts, ignore_index=True)
    every = every.assign(period=every["period"].mask(_is_together(every, together), MANY))
    negative = changed_cells.counted(chosen)
    negative = negative.assign(cells=-negative["cells"], figures=-negative["figures"])
    left = pd.concat([every, negative], ignore_index=True).groupby(COUNTED, as_index=False, sort=True).sum()
    left = left[left["cells"] > 0]
    order = left["change"].map(_ORDER).to_numpy("int64") * _MOST_MEASURES + _positions(left)
    return Gathered(chosen[COLUMNS], left.iloc[np.argsort(order, kind="stable")].reset_index(drop=True))


def _is_together(cells: pd.DataFrame, together: Mapping[str, Collection[str]]) -> pd.Series[bool]:
    mask = pd.Series(data=False, index=cells.index)
    for table, codes in together.items():
        mask |= (cells["table"] == table) & cells["period"].isin(list(codes))
    return mask


def _ranked(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells with what orders them: kind of change, totals before parts, the order of the measures, large changes first."""
    parts = {category: min(_parts(category), _MOST_PARTS - 1) for category in cells["category"].unique()}
    rank = cells["change"].map(_ORDER).astype("int64") * _MOST_PARTS + cells["category"].map(parts).astype("int64")
    size = -(cells["new"] - cells["old"]).abs()
    return cells.assign(
        rank=rank * _MOST_MEASURES + _positions(cells),
        size=np.where(cells["change"] == CellChange.REVISED, size, 0.0),
    )


def _positions(cells: pd.DataFrame) -> np.ndarray:
    """Where the measure of each cell stands in the catalogue; measures that it does not know come last."""
    last = _MOST_MEASURES - 1
    places = {
        (table, measure.id): min(number, last)
        for table in cells["table"].unique()
        for number, measure in enumerate(TABLES[table].measures if table in TABLES else ())
    }
    keys = zip(cells["table"], cells["measure"], strict=True)
    return np.array([places.get(key, last) for key in keys], dtype="int64")


def _parts(category: str) -> int:
    """How many parts of a category are not a total."""
    return sum(not (part == "Totaal" or part.endswith(": Totaal")) for part in category.split(" | "))


def _first(cells: pd.DataFrame) -> pd.DataFrame:
    ordered = cells.sort_values([*ENTRY, "rank", "size", *KEY], kind="stable")
    return ordered.groupby(ENTRY, sort=False).head(MOST_NAMED)
