"""Which indicators and periods an edition has figures of, and of how many places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.period import Kind, Period
from editions.edition import Edition, cached_per_edition
from editions.values import values
from indicators import available, newest
from indicators.newest import Newest
from indicators.value import PUBLISHED, WITH_FIGURE, State


class Coverage(NamedTuple):
    """How many places of a level there are in a period, how many have a figure, and of how many CBS gives none."""

    places: int
    known: int
    hidden: int
    counted: int = 0  # of those known: only the count, nothing to divide it by


@cached_per_edition(most=1, wordless=True)
def offered(edition: Edition) -> tuple[IndicatorSpec, ...]:
    """Indicators that this data version can show, in the order of the catalogue."""
    return available.available(edition.observations)


@cached_per_edition(most=1, wordless=True)
def filled_levels(edition: Edition) -> Mapping[str, frozenset[Level]]:
    """Levels at which each indicator has a published figure in some period, by id of the indicator."""
    return available.filled(edition.observations)


def periods(edition: Edition, indicator: str, *, level: Level, kind: Kind | None = None) -> tuple[Period, ...]:
    """Periods in which at least one place has a published cell: years, then half-years, each oldest first."""
    every = _periods(edition, indicator, level=level)
    return every if kind is None else tuple(period for period in every if period.kind is kind)


@cached_per_edition(most=256, wordless=True)
def _periods(edition: Edition, indicator: str, *, level: Level) -> tuple[Period, ...]:
    codes: Iterable[object] | None = available.periods_by_cells(
        edition.observations, spec=INDICATORS[indicator], level=level
    )
    if codes is None:
        rows = values(edition, indicator, level=level)
        codes = rows.loc[rows["state"].isin(PUBLISHED), "period"].unique()
    every = [Period.from_code(str(code)) for code in codes]
    return tuple(sorted(every, key=lambda period: (period.kind is Kind.HALF_YEAR, period.ordinal)))


def coverage(edition: Edition, indicator: str, *, level: Level, period: Period) -> Coverage:
    """How far the figures of a period reach."""
    return _coverages(edition, indicator, level=level).get(period.code, Coverage(0, 0, 0))


@cached_per_edition(most=64, wordless=True)
def _coverages(edition: Edition, indicator: str, *, level: Level) -> Mapping[str, Coverage]:
    """How far the figures of every period reach, by its code."""
    rows = values(edition, indicator, level=level)
    counted = {
        code: dict(of_period.value_counts()) for code, of_period in rows.groupby("period", observed=True)["state"]
    }
    return {
        str(code): Coverage(
            sum(states.values()),
            sum(many for state, many in states.items() if state in WITH_FIGURE),
            states.get(State.CBS_DOT, 0),
            states.get(State.COUNT_ONLY, 0),
        )
        for code, states in counted.items()
    }


def newest_count(edition: Edition, indicator: str, *, code: str) -> Period | None:
    """The last period, year or half-year, in which a place has a count."""
    return _newest_counts(edition, indicator, level=Level.of(code)).get(code)


@cached_per_edition(most=64, wordless=True)
def _newest_counts(edition: Edition, indicator: str, *, level: Level) -> Mapping[str, Period]:
    if level not in INDICATORS[indicator].levels:
        return {}
    rows = values(edition, indicator, level=level)
    counted = rows.loc[rows["count"].notna(), ["region", "period"]].astype("str")
    latest: dict[str, Period] = {}
    for code, period in zip(counted["region"], map(Period.from_code, counted["period"]), strict=True):
        if code not in latest or newest.order(period) > newest.order(latest[code]):
            latest[code] = period
    return latest


@cached_per_edition(most=1, wordless=True)
def newest_periods(edition: Edition) -> Newest:
    """Newest period of each table."""
    return newest.newest(edition.observations)


def newest_of_kind(periods: Sequence[Period]) -> Period:
    """The newest year, else the newest half-year; ``periods`` come years first, each oldest first."""
    newest = {each.kind: each for each in periods}
    return newest[min(newest, key=lambda kind: kind is Kind.HALF_YEAR)]
