"""Figures of one data version, shared by all readers and never changed.

One run of a page reads one version: the newest, or the one named in the address (``?versie=``). What is computed is
kept per version, so a newly published version is picked up at the next run of a page, and no page mixes two.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeVar, TypeVarTuple

import pandas as pd
import streamlit as st

from data_sources import changes, snapshots, versions
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.period import Kind, Period
from geo import population
from indicators import compute
from indicators.available import available, filled, periods_by_cells
from indicators.value import PUBLISHED, WITH_FIGURE, State
from pages._parts import address

_run = threading.local()  # a run of a page is a thread

Edition = tuple[str, str]  # the version asked for ('' for the newest), and the newest published at that moment
Asked = TypeVarTuple("Asked")
Made = TypeVar("Made")


class Coverage(NamedTuple):
    """How many places of a level there are in a period, how many have a figure, and of how many CBS gives none."""

    places: int
    known: int
    hidden: int
    counted: int = 0  # of those known: only the count, nothing to divide it by


def begin() -> None:
    """Start a run: what is published now is what the whole page shows, also when newer figures come halfway."""
    _run.published = snapshots.current_version()
    _run.read = None


def _published() -> str:
    """What was published when this run began; now, in a part of a page that runs again by itself."""
    known: str | None = getattr(_run, "published", None)
    return snapshots.current_version() if known is None else known


def edition() -> Edition:
    """What this run reads, as a cache key; a version in the address that does not exist is named and ignored.

    Every figure asks for it, so a run looks in its address once.
    """
    known: Edition | None = getattr(_run, "read", None)
    if known is not None:
        return known
    published = _published()
    wanted = st.query_params.get("versie", "")
    if not wanted or wanted == snapshots.kept("", published).version:
        return _kept("", published)
    if snapshots.kept(wanted, published).version == wanted:
        return _kept(wanted, published)
    address.wrong("de versie van de cijfers", wanted)
    return "", published


def _kept(wanted: str, published: str) -> Edition:
    read = wanted, published
    if hasattr(_run, "read"):  # a part of a page that runs again by itself has no beginning, and no run to keep it for
        _run.read = read
    return read


def once(*, most: int) -> Callable[[Callable[[*Asked], Made]], Callable[[*Asked], Made]]:
    """Keep the last ``most`` answers of a function per edition, for all readers, who never change them.

    The function reads the version of the run and shows nothing; its arguments are hashable and given by place.
    """

    def keep(make: Callable[[*Asked], Made]) -> Callable[[*Asked], Made]:
        @functools.lru_cache(maxsize=most)
        def made(_read: Edition, *args: *Asked) -> Made:
            return make(*args)

        @functools.wraps(make)
        def of_this_run(*args: *Asked) -> Made:
            return made(edition(), *args)

        return of_this_run

    return keep


def snapshot() -> snapshots.Snapshot:
    """The data version of this run."""
    return snapshots.kept(*edition())


def newest() -> snapshots.Snapshot:
    """The newest valid data version at the start of this run."""
    return snapshots.kept("", _published())


@functools.lru_cache(maxsize=256)
def values_of(read: Edition, indicator: str, level: Level) -> pd.DataFrame:
    """IndicatorValue rows of every period and every place of a level, in one edition."""
    return compute.indicator_values_for(snapshots.kept(*read).observations, spec=INDICATORS[indicator], level=level)


def values(indicator: str, *, level: Level) -> pd.DataFrame:
    """IndicatorValue rows of every period and every place of a level, in the version of this run."""
    return values_of(edition(), indicator, level)


@functools.lru_cache(maxsize=4)
def offered_in(read: Edition) -> tuple[IndicatorSpec, ...]:
    """The same as ``offered``, in one edition."""
    return available(snapshots.kept(*read).observations)


@functools.lru_cache(maxsize=4)
def filled_in(read: Edition) -> Mapping[str, frozenset[Level]]:
    """Levels at which each indicator has a published figure in some period, in one edition."""
    return filled(snapshots.kept(*read).observations)


def offered() -> tuple[IndicatorSpec, ...]:
    """Indicators that the version of this run can show, in the order of the catalogue."""
    return offered_in(edition())


@functools.lru_cache(maxsize=256)
def periods_of(read: Edition, indicator: str, level: Level) -> tuple[Period, ...]:
    """The same as ``periods`` of both kinds, in one edition."""
    known: Iterable[object] | None = periods_by_cells(
        snapshots.kept(*read).observations, spec=INDICATORS[indicator], level=level
    )
    if known is None:
        frame = values_of(read, indicator, level)
        known = frame.loc[frame["state"].isin(PUBLISHED), "period"].unique()
    found = [Period.from_code(str(code)) for code in known]
    return tuple(sorted(found, key=lambda period: (period.kind is Kind.HALF_YEAR, period.ordinal)))


def periods(indicator: str, *, level: Level, kind: Kind | None = None) -> tuple[Period, ...]:
    """Periods in which at least one place has a published cell: years, then half-years, each oldest first."""
    return tuple(one for one in periods_of(edition(), indicator, level) if kind is None or one.kind is kind)


@functools.lru_cache(maxsize=256)
def coverage_of(read: Edition, indicator: str, level: Level, period: Period) -> Coverage:
    """The same as ``coverage``, in one edition."""
    values = values_of(read, indicator, level)
    state = values.loc[values["period"] == period.code, "state"]
    return Coverage(
        len(state),
        int(state.isin(WITH_FIGURE).sum()),
        int((state == State.CBS_DOT).sum()),
        int((state == State.COUNT_ONLY).sum()),
    )


def coverage(indicator: str, level: Level, period: Period) -> Coverage:
    """How far the figures of a period reach, in the version of this run."""
    return coverage_of(edition(), indicator, level, period)


@functools.lru_cache(maxsize=64)
def _revision(read: Edition, table_id: str) -> str | None:
    found = snapshots.kept(*read)
    if found.embedded:
        return None
    try:
        return changes.note(changes.read(versions.default_data_dir(), found.version), table_id=table_id)
    except versions.VersionsError:
        return None


def revision(table_id: str) -> str | None:
    """Dutch sentence when CBS revised figures of a table in the version of this run, else None."""
    return _revision(edition(), table_id)


@functools.lru_cache(maxsize=64)
def inhabitants_of(read: Edition, level: Level, year: int) -> dict[str, float]:
    """The same as ``inhabitants``, in one edition."""
    frame = population.inhabitants(snapshots.kept(*read).observations, level=level, years=[year])
    known = frame[frame["inhabitants"].notna()]
    return dict(zip(known["region"].astype("str"), known["inhabitants"].astype("float64"), strict=True))


def inhabitants(*, level: Level, year: int) -> dict[str, float]:
    """Inhabitants on 1 January of a year per place of a level; places of which it is not known are left out."""
    return inhabitants_of(edition(), level, year)
