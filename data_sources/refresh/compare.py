"""Finds what changed between two editions of a table, cell by cell."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data_sources.changes import Revision, TableChanges
from data_sources.observation import Status
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
