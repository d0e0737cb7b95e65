"""The newest period of each table in a data version, to recognise a series that has stopped (STATISTICS rule 8)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

import pandas as pd

from data_sources.observation import Missing
from data_sources.period import Kind, Period

Newest: TypeAlias = Mapping[str, Period]  # by id of the table


def newest(observations: pd.DataFrame) -> Newest:
    """Newest period with a figure per table; a year goes before the half-years in it."""
    present = observations.loc[observations["missing"] == Missing.PRESENT, ["table", "period"]].drop_duplicates()
    periods: dict[str, Period] = {}
    for table, code in present.astype("str").itertuples(index=False, name=None):
        period = Period.from_code(code)
        if table not in periods or order(period) > order(periods[table]):
            periods[table] = period
    return MappingProxyType(periods)


def order(period: Period) -> tuple[int, int]:
    """Place of a period in time: a year goes before the half-years of the next, after its own."""
    return period.calendar_year, 3 if period.kind is Kind.YEAR else period.number
