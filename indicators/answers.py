"""What the loaded tables already answer of the questions that a council would ask about a place (STATISTICS rule 17)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import nan

import pandas as pd

from data_sources.period import Kind, Period

TABLE = "85361NED"
_MEASURES = ("reports", "repeat_reports", "follow_up_reports")


@dataclass(frozen=True)
class EarlierInvolvement:
    """Reports of a place in its newest period with a figure, by what Veilig Thuis knew before; NaN where not published."""

    period: Period
    reports: float
    repeat: float  # the people were known, the involvement had ended
    follow_up: float  # Veilig Thuis was still involved


def earlier_involvement(observations: pd.DataFrame) -> Mapping[str, EarlierInvolvement]:
    """Per place with a count of repeat or follow-up reports its newest period, whole years before half-years.

    ``observations`` has the shape of data_sources.observation; source CBS 85361NED, counts rounded to fives.
    """
    rows = observations[(observations["table"] == TABLE) & observations["value"].notna()]
    rows = rows[rows["measure"].isin(_MEASURES)]
    cells: dict[str, dict[Period, dict[str, float]]] = {}
    for region, code, measure, value in rows[["region", "period", "measure", "value"]].itertuples(index=False):
        cells.setdefault(str(region), {}).setdefault(Period.from_code(str(code)), {})[str(measure)] = float(value)
    newest: dict[str, EarlierInvolvement] = {}
    for region, periods in cells.items():
        known = [period for period, cells in periods.items() if {"repeat_reports", "follow_up_reports"} & set(cells)]
        if known:
            period = max(known, key=lambda each: (each.kind is Kind.YEAR, each.ordinal))
            newest[region] = EarlierInvolvement(period, *(periods[period].get(measure, nan) for measure in _MEASURES))
    return newest
