"""From report to follow-up: what Veilig Thuis decided after its safety assessment (CBS table 84852NED)."""

from __future__ import annotations

import pandas as pd

from data_sources.observation import Missing
from indicators.value import State

TABLE = "84852NED"
_PREFIX = "Veiligheidstaxatie: Totaal | Veiligheidsbeoordeling: "
_TOTAL = "Totaal"
_FEWEST = 2  # one outcome alone says nothing about the way
OUTCOMES = {
    "Overdracht": "Overdracht aan een ander",
    "Vervolgstappen beleggen bij Veilig Thuis": "Vervolg bij Veilig Thuis zelf",
    "Geen vervolgstappen nodig": "Geen vervolg nodig",
    "Inzet regionaal maatwerk Veilig Thuis": "Eigen aanpak van de regio",
    "Nog niet beoordeeld": "Nog niet beoordeeld",
}
"""Outcomes as CBS prints them, with our words for a reader; in the order in which they are shown."""


def available(observations: pd.DataFrame) -> pd.DataFrame:
    """Places and periods with a total and at least two outcomes; columns region, period (codes), newest period first."""
    rows = _rows(observations)
    known = rows[rows["value"].notna()]
    total = known.loc[known["outcome"] == _TOTAL, ["region", "period"]]
    counted = known[known["outcome"] != _TOTAL].groupby(["region", "period"])["outcome"].nunique()
    enough = counted[counted >= _FEWEST].reset_index()[["region", "period"]]
    flows = total.merge(enough, on=["region", "period"])
    return flows.sort_values(["period", "region"], ascending=[False, True], ignore_index=True)


def outcomes(observations: pd.DataFrame, *, region: str, period: str) -> pd.DataFrame:
    """Reports of one place and period by outcome, the total first; columns outcome, value (reports), state, status.

    An outcome that CBS hides keeps its state and has no value; outcomes that are not in the table are left out.
    """
    rows = _rows(observations)
    cells = rows[(rows["region"] == region) & (rows["period"] == period)].set_index("outcome")
    order = [name for name in (_TOTAL, *OUTCOMES) if name in cells.index]
    ordered = cells.loc[order].reset_index()
    return pd.DataFrame(
        {
            "outcome": ordered["outcome"],
            "value": ordered["value"].astype("float64"),
            "state": [
                _state(value, missing) for value, missing in zip(ordered["value"], ordered["missing"], strict=True)
            ],
            "status": ordered["status"],
        }
    )


def _state(value: float, missing: str) -> str:
    if missing == Missing.CBS_DOT:
        return str(State.CBS_DOT)
    if pd.isna(value):
        return str(State.NOT_IN_SNAPSHOT)
    return str(State.VALUE if value > 0 else State.ROUNDED_ZERO)


def _rows(observations: pd.DataFrame) -> pd.DataFrame:
    rows = observations.loc[
        observations["table"] == TABLE, ["region", "period", "category", "value", "missing", "status"]
    ].astype({"region": "str", "period": "str", "category": "str", "missing": "str", "status": "str"})
    rows = rows[rows["category"].str.startswith(_PREFIX)]
    return rows.assign(outcome=rows["category"].str.removeprefix(_PREFIX))
