"""Opening of the page and the sheet of a municipality: the indicators with a figure in a period, and the newest period."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from data_sources.catalogue.embedded_indicators import EMBEDDED_INDICATORS
from data_sources.level import Level
from data_sources.period import Kind, Period
from indicators.comparators import FIRST_NATIONAL

_OF_PLACES = [spec for spec in EMBEDDED_INDICATORS.values() if Level.MUNICIPALITY in spec.levels]
SINCE_2019 = tuple(spec.id for spec in _OF_PLACES if spec.first_comparable is not None)
BEFORE_2019 = tuple(spec.id for spec in _OF_PLACES if spec.first_comparable is None)
EVER = (*SINCE_2019, *BEFORE_2019)


def speaking(period: Period) -> Sequence[str]:
    """Ids of the indicators that speak about a period: the regional document up to 2018, CBS from 2019 on."""
    return BEFORE_2019 if period.calendar_year < FIRST_NATIONAL else SINCE_2019


def newest_first(period: Period) -> tuple[int, bool]:
    """Sorting key of periods: the newest first, a whole year before the half-years inside it."""
    half = period.kind is Kind.HALF_YEAR
    last_half_year = period.ordinal if half else period.calendar_year * 2 + 1
    return -last_half_year, half


def default_period(periods: Iterable[Period]) -> Period | None:
    """The newest of the periods in which a place has any count (STATISTICS rule 12); None when it has none at all."""
    return min(periods, key=newest_first, default=None)


def headline(period: Period, *, has_figure: Callable[[str], bool]) -> str:
    """Id of the indicator that heads a place in a period: the first that has a figure there, else the reports of CBS.

    A place is never headed by the document of a region that says nothing of it.
    """
    return next((indicator for indicator in speaking(period) if has_figure(indicator)), SINCE_2019[0])
