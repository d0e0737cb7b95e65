"""In which column can a value have stood whose column was lost? All placements that fit every printed total.

The municipal table of West-Brabant 2018 lost the position of some cells in four columns. A value keeps its place in
the order of its row, stands in a column that the row has free, and each column adds up to its printed total. Nothing
else is assumed, so the answer is a list of possibilities, never one repaired table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations, product

import pandas as pd

COLUMNS = ("onderzoeken", "casusregie", "huisverboden", "interventieteam")  # in the order of the source
UNCERTAIN = "kolom onzeker"
TOTAL = "Totaal West-Brabant"


@dataclass(frozen=True)
class UncertainCell:
    """A value of a row whose column was lost; ``position`` counts the uncertain values of its row from 0."""

    place: str
    position: int
    value: int


@dataclass(frozen=True)
class Placements:
    """All placements that fit: how many, and in how many of them each cell stands in each column."""

    total: int
    by_cell: Mapping[UncertainCell, Mapping[str, int]]
    open_amounts: Mapping[str, int]  # per column: printed total minus the cells that are certain

    def columns_of(self, cell: UncertainCell) -> tuple[str, ...]:
        """Columns in which the cell stands in at least one placement, in the order of the source."""
        return tuple(column for column in COLUMNS if self.by_cell[cell].get(column))

    @property
    def settled(self) -> tuple[UncertainCell, ...]:
        """Cells that stand in the same column in every placement, so that their column is no longer uncertain."""
        return tuple(cell for cell in self.by_cell if len(self.columns_of(cell)) == 1)


def placements(table: pd.DataFrame) -> Placements:
    """Enumerate the placements of the uncertain cells.

    ``table`` holds the municipal table as printed: municipality, measure, value, status. Counts, no unit.
    Source of the rule: the printed column totals of the document, bijlage 3, tabel 2.
    """
    certain = table[table["measure"].isin(COLUMNS) & (table["status"] != UNCERTAIN)]
    loose = table[table["status"] == UNCERTAIN]
    is_total = certain["municipality"] == TOTAL
    totals = certain[is_total].set_index("measure")["value"].astype(int)
    known = certain[~is_total].groupby("measure", observed=True)["value"].sum().astype(int)
    open_amounts = {column: int(totals[column]) - int(known.get(column, 0)) for column in COLUMNS}

    cells: list[list[UncertainCell]] = []
    choices: list[list[tuple[str, ...]]] = []
    for place, row in loose.groupby("municipality", sort=False, observed=True):
        taken = set(certain.loc[certain["municipality"] == place, "measure"])
        free = [column for column in COLUMNS if column not in taken]
        cells.append([UncertainCell(str(place), position, int(value)) for position, value in enumerate(row["value"])])
        choices.append(list(combinations(free, len(row))))

    places: dict[UncertainCell, dict[str, int]] = {cell: {} for row_cells in cells for cell in row_cells}
    total = 0
    for chosen in product(*choices):
        placed = [
            (cell, column)
            for row_cells, columns in zip(cells, chosen, strict=True)
            for cell, column in zip(row_cells, columns, strict=True)
        ]
        if _sums(placed) != open_amounts:
            continue
        total += 1
        for cell, column in placed:
            places[cell][column] = places[cell].get(column, 0) + 1
    return Placements(total=total, by_cell=places, open_amounts=open_amounts)


def _sums(placed: list[tuple[UncertainCell, str]]) -> dict[str, int]:
    sums = dict.fromkeys(COLUMNS, 0)
    for cell, column in placed:
        sums[column] += cell.value
    return sums
