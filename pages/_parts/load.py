"""Figures of one data version, shared by all readers and never changed.

One run of a page reads one version: the newest, or the one named in the address (``?versie=``).
"""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st

from data_sources import snapshots
from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Kind, Period
from indicators import compute
from pages._parts import address


@functools.lru_cache(maxsize=4)
def _load(version: str) -> snapshots.Snapshot:
    return snapshots.load(version=version)


def snapshot() -> snapshots.Snapshot:
    """The data version of this run: named in the address when it exists, else the newest valid one."""
    wanted = st.query_params.get("versie")
    if wanted is not None:
        if wanted in snapshots.versions():
            return _load(wanted)
        address.wrong("de versie van de cijfers", wanted)
    return _load(snapshots.current_version())


@functools.lru_cache(maxsize=256)
def _values(version: str, indicator: str, level: Level) -> pd.DataFrame:
    return compute.indicator_values_for(_load(version).observations, spec=INDICATORS[indicator], level=level)


def values(indicator: str, *, level: Level) -> pd.DataFrame:
    """IndicatorValue rows of every period and every place of a level, in the version of this run."""
    return _values(snapshot().version, indicator, level)


def periods(indicator: str, *, level: Level, kind: Kind | None = None) -> tuple[Period, ...]:
    """Periods for which at least one place of the level has a published cell, oldest first, years before half-years."""
    frame = values(indicator, level=level)
    known = frame.loc[frame["state"].isin(["value", "zero", "rounded_zero", "cbs_dot"]), "period"].unique()
    found = sorted(
        (Period.from_code(str(code)) for code in known), key=lambda period: (period.kind.value, period.ordinal)
    )
    ordered = [period for period in found if period.kind is Kind.YEAR] + [
        period for period in found if period.kind is Kind.HALF_YEAR
    ]
    return tuple(period for period in ordered if kind is None or period.kind is kind)


def warm() -> None:
    """Read the newest version and compute what the first page shows, so that the first reader does not wait."""
    version = snapshots.current_version()
    _load(version)
    for indicator, level in (
        ("wb-meldingen", Level.MUNICIPALITY),
        ("meldingen", Level.COUNTRY),
        ("adviezen", Level.COUNTRY),
        ("meldingen", Level.MUNICIPALITY),
    ):
        _values(version, indicator, level)
