"""Finds what changed between two editions of a table, cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from pandas.api.types import union_categoricals

from data_sources.changed_cells import COLUMNS, KEY, TEXT, CellChange
from data_sources.changes import Revision, TableChanges
from data_sources.observation import Missing, Status
from data_sources.refresh.cells import cell_numbers, paired, shared_categories

_KEY = ["measure", "category", "region", "period"]
LARGEST = 50


def table_changes(fresh: pd.DataFrame, *, previous: pd.DataFrame, table_id: str, title: str) -> TableChanges:
    """Changes from ``previous`` (may be empty) to ``fresh``, both the rows of one table."""
    categories = shared_categories((fresh, previous), _KEY)
    at_new, at_old = paired(cell_numbers(fresh, categories=categories), cell_numbers(previous, categories=categories))
    new, old = fresh["value"].to_numpy()[at_new], previous["value"].to_numpy()[at_old]
    differs = ~np.isnan(new) & ~np.isnan(old) & (new != old)
    rows = fresh.iloc[at_new[differs]]
    per_region = rows["region"].astype("str").value_counts().sort_index()
    return TableChanges(
        id=table_id,
        title=title,
        rows_before=len(previous),
        rows=len(fresh),
        new_periods=_gained(fresh, previous, "period"),
        lost_periods=_gained(previous, fresh, "period"),
        firm_periods=_firm(fresh, previous),
        new_regions=_gained(fresh, previous, "region"),
        lost_regions=_gained(previous, fresh, "region"),
        revised=int(differs.sum()),
        filled=int((~np.isnan(new) & np.isnan(old)).sum()),
        emptied=int((np.isnan(new) & ~np.isnan(old)).sum()),
        revised_per_region={str(code): int(many) for code, many in per_region.items()},
        largest=_largest(rows, old=old[differs]),
    )


def changed_cells(fresh: pd.DataFrame, *, previous: pd.DataFrame) -> pd.DataFrame:
    """Cells that differ between ``previous`` and ``fresh``, each once, as data_sources.changed_cells writes them.

    A place that did not exist in a period has no cells there. A cell that stays without a figure has not changed.
    """
    fresh, previous = _of_existing_places(fresh), _of_existing_places(previous)
    categories = shared_categories((fresh, previous), KEY)
    at_new, at_old = paired(cell_numbers(fresh, categories=categories), cell_numbers(previous, categories=categories))
    new, old = fresh["value"].to_numpy()[at_new], previous["value"].to_numpy()[at_old]
    differs = (new != old) & ~(np.isnan(new) & np.isnan(old))
    added, gone = (np.setdiff1d(np.arange(len(rows)), at) for rows, at in ((fresh, at_new), (previous, at_old)))
    changes = np.select([np.isnan(old), np.isnan(new)], [CellChange.FILLED, CellChange.EMPTIED], CellChange.REVISED)
    cells = _below_each_other((fresh.iloc[at_new[differs]], fresh.iloc[added], previous.iloc[gone]))
    change = (changes[differs], np.full(len(added), CellChange.NEW), np.full(len(gone), CellChange.WITHDRAWN))
    nothing = np.full(len(cells), np.nan)
    figures = (
        (old[differs], nothing[: len(added)], previous["value"].to_numpy()[gone]),
        (new[differs], fresh["value"].to_numpy()[added], nothing[: len(gone)]),
    )
    return cells.assign(
        change=pd.Categorical(np.concatenate(change), categories=[str(kind) for kind in CellChange]),
        old=np.concatenate(figures[0]),
        new=np.concatenate(figures[1]),
    )[COLUMNS]


def _of_existing_places(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["missing"] != Missing.NO_SUCH_REGION]


def _below_each_other(parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Text of the parts as categories: as strings a full table would take half a gigabyte."""
    names = [name for name in TEXT if name != "change"]
    return pd.DataFrame(
        {
            name: union_categoricals([_as_categories(part[name]) for part in parts], sort_categories=True)
            for name in names
        }
    )


def _as_categories(column: pd.Series[str]) -> pd.Series[Any]:
    """The column as categories of text, also when an empty part says nothing of its type."""
    categories: pd.Series[Any] = column.astype("category")
    return categories.cat.set_categories(categories.cat.categories.astype("str"), rename=True)


def _gained(rows: pd.DataFrame, other: pd.DataFrame, column: str) -> tuple[str, ...]:
    return tuple(sorted(set(rows[column].unique()) - set(other[column].unique())))


def _firm(fresh: pd.DataFrame, previous: pd.DataFrame) -> tuple[str, ...]:
    firm = set(fresh.loc[fresh["status"] == Status.FINAL, "period"].unique())
    return tuple(sorted(firm & set(previous.loc[previous["status"] == Status.PROVISIONAL, "period"].unique())))


def _largest(rows: pd.DataFrame, *, old: np.ndarray) -> tuple[Revision, ...]:
    new = rows["value"].to_numpy("float64")
    order = np.argsort(-np.abs(new - old), kind="stable")[:LARGEST]
    keys = rows[_KEY].iloc[order].astype("str").to_numpy()
    return tuple(
        Revision(measure, category, region, period, float(before), float(after))
        for (measure, category, region, period), before, after in zip(keys, old[order], new[order], strict=True)
    )
