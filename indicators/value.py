"""The one shape of a computed figure: one row per indicator, place and period, with its band and its state."""

from __future__ import annotations

from enum import StrEnum

import pandas as pd

from language import N_


class State(StrEnum):
    """What kind of answer a place has (STATISTICS rule 12); each has its own look and words."""

    VALUE = "value"
    ZERO = "zero"  # true zero from an exact source
    ROUNDED_ZERO = "rounded_zero"  # zero after rounding: less than half a step
    CBS_DOT = "cbs_dot"
    COUNT_ONLY = "count_only"  # the count is known, what to divide it by is not
    NOT_IN_SNAPSHOT = "not_in_snapshot"
    NO_SUCH_PLACE = "no_such_place"
    COLUMN_UNCERTAIN = "column_uncertain"  # document tables only


STATE_WORDS = {
    State.VALUE: N_("cijfer"),
    State.ZERO: N_("nul"),
    State.ROUNDED_ZERO: N_("nul na afronding (minder dan 2,5)"),
    State.CBS_DOT: N_("onbekend, onvoldoende betrouwbaar of geheim (CBS)"),
    State.COUNT_ONLY: N_("alleen het aantal is bekend"),
    State.NOT_IN_SNAPSHOT: N_("nog geen cijfer op deze site"),
    State.NO_SUCH_PLACE: N_("bestond niet in deze periode"),
    State.COLUMN_UNCERTAIN: N_("kolom onzeker in de bron"),
}
"""Words of each state, to be shown in the language of a reader."""


WITH_VALUE = frozenset({State.VALUE, State.ZERO, State.ROUNDED_ZERO})
WITH_FIGURE = WITH_VALUE | {State.COUNT_ONLY}
"""States in which there is something to read: a rate or share, or at least the count it would be made of."""
PUBLISHED = WITH_FIGURE | {State.CBS_DOT}
"""States in which the source has a cell, whether or not it tells what is in it."""


class Position(StrEnum):
    """How a place stands against a comparator, without judgement."""

    LOWER = N_("lager")
    SIMILAR = N_("ongeveer gelijk")
    HIGHER = N_("hoger")
    NONE = ""


THAN = {
    Position.LOWER: N_("lager dan {other}"),
    Position.SIMILAR: N_("ongeveer gelijk aan {other}"),
    Position.HIGHER: N_("hoger dan {other}"),
}
"""How a place stands against a comparator that is named."""

BANDS = [
    "rounding_low", "rounding_high", "chance_low", "chance_high", "low", "high",
    "rounding", "dispersion",  # what the limits rest on: the step counts are rounded to, and phi
]  # fmt: skip
COLUMNS = [
    "indicator", "region", "level", "period",
    "count", "base", "value", *BANDS,
    "state", "status", "uncertain", "source", "table",
]  # fmt: skip

KEY = ["indicator", "region", "period"]


class WrongShapeError(ValueError):
    """Computed rows are not IndicatorValue rows; the message says which."""


def indicator_values(rows: pd.DataFrame) -> pd.DataFrame:
    """Give rows the one shape: COLUMNS in order, text as categories, numbers as float64.

    Raises WrongShapeError for an unknown state or two rows of one indicator, place and period; KeyError for a missing
    column. The tests check every indicator against the full schema (tests/indicators/value_schema.py); the web process
    does without pandera, which takes longer to import than the rest of the app.
    """
    text = ["indicator", "region", "level", "period", "state", "status", "source", "table"]
    numbers = ["count", "base", "value", *BANDS]
    shaped = rows[COLUMNS].astype(dict.fromkeys(text, "category") | dict.fromkeys(numbers, "float64"))
    if unknown := set(shaped["state"].cat.categories) - set(State):
        msg = f"unknown states: {sorted(unknown)}"
        raise WrongShapeError(msg)
    if (doubles := shaped[shaped.duplicated(KEY)]).size:
        msg = f"more than one row of {doubles[KEY].drop_duplicates().to_dict('records')[:5]}"
        raise WrongShapeError(msg)
    return shaped.reset_index(drop=True)
