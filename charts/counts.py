"""Counts as a document prints them: the words around a figure of counts, its table and its checks."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

import pandas as pd

from charts.chart import NothingToDrawError, SourceLine
from data_sources.observation import Status
from data_sources.period import MixedPeriodsError, Period
from indicators import notation
from indicators.value import State
from language import _

COLUMNS = ("group", "period", "value")


@dataclass(frozen=True)
class CountLabels:
    """What a figure of counts is about; ``unit`` is the counted thing in plural ('meldingen', 'keer')."""

    key: str
    title: str
    place: str
    region: str
    unit: str
    group_head: str  # head of the first column: 'product', 'wie meldt'
    status: str = Status.UNSTATED
    sources: tuple[SourceLine, ...] = ()
    caveats: tuple[str, ...] = ()


def checked(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows with columns group, period (key such as '2018') and value, one per group and period.

    Raises MixedPeriodsError for years with half-years, NothingToDrawError without a value or with a double row.
    """
    figures = rows[list(COLUMNS)].assign(period=rows["period"].astype("str"), value=rows["value"].astype("float64"))
    if len({"-" in period for period in figures["period"]}) > 1:
        msg = "years and half-years share no axis: choose one kind of period"
        raise MixedPeriodsError(msg)
    if figures["value"].isna().all() or figures.duplicated(["group", "period"]).any():
        msg = "a figure of counts needs a value, and one row per group and period"
        raise NothingToDrawError(msg)
    return figures.reset_index(drop=True)


def table(rows: pd.DataFrame, *, words: CountLabels) -> pd.DataFrame:
    """The values in the shape every chart shares, with the group as an extra column."""
    known = rows["value"].notna()
    return pd.DataFrame(
        {
            "place": words.place,
            "region": words.region,
            "period": rows["period"],
            "value": rows["value"],
            "low": float("nan"),
            "high": float("nan"),
            "state": known.map({True: str(State.VALUE), False: str(State.NOT_IN_SNAPSHOT)}),
            "status": words.status,
            "group": rows["group"],
        }
    )


def kind_of(rows: pd.DataFrame) -> str:
    """Word for the periods of the rows: 'jaar' or 'halfjaar'; they are all of one kind."""
    return _("halfjaar") if any("-" in str(period) for period in rows["period"]) else _("jaar")


def period_words(key: str) -> str:
    """A period of the rows in words: '2018', 'eerste halfjaar 2020'."""
    return Period.from_key(key).label


def printed(rows: pd.DataFrame, *, words: CountLabels, missing: str) -> pd.DataFrame:
    """The same rows in words."""
    return pd.DataFrame(
        {
            words.group_head: rows["group"],
            kind_of(rows): [period_words(str(period)) for period in rows["period"]],
            words.unit: [value_text(value, missing=missing) for value in rows["value"]],
        }
    )


def value_text(value: float, *, missing: str) -> str:
    """A count as it is written, or the words for its absence."""
    return notation.count(value) if isfinite(value) else missing


def description(rows: pd.DataFrame, *, words: CountLabels, kind: str, missing: str) -> str:
    """Every figure in words, group by group."""
    sentences = []
    for group, of_group in rows.groupby("group", sort=False):
        parts = [
            _("{value} in {when}", value=value_text(value, missing=missing), when=Period.from_key(period).in_words)
            for period, value in zip(of_group["period"], of_group["value"], strict=True)
        ]
        sentences.append(f"{group}: {notation.listing(parts)}.")
    about = f"{kind}: {words.title}, {words.place}, {number_of(words.unit)}."
    return " ".join([about, *sentences, _("De tabel heeft alle cijfers.")])


def number_of(counts: str) -> str:
    """What is counted, as a subtitle: ``aantal meldingen``."""
    return _("aantal {counts}", counts=counts)
