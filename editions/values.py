"""Indicator values: a row for every place that existed in a period, with its band and the state of its figure."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from editions.edition import Edition, cached_per_edition
from indicators import compute
from indicators.comparator import Row
from indicators.comparators import rows_by_code
from indicators.dispersion import Dispersion
from indicators.value import WITH_FIGURE

_NOWHERE = np.array([], dtype=np.intp)


@cached_per_edition(most=256, wordless=True)
def values(edition: Edition, indicator: str, *, level: Level) -> pd.DataFrame:
    """IndicatorValue rows of every period and every place of a level."""
    return compute.indicator_values_for(edition.observations, spec=INDICATORS[indicator], level=level)


def values_of_place(edition: Edition, indicator: str, *, code: str) -> pd.DataFrame:
    """IndicatorValue rows of every period of one place."""
    level = Level.of(code)
    at = _rows_of_places(edition, indicator, level=level).get(code, _NOWHERE)
    return values(edition, indicator, level=level).iloc[at]


@cached_per_edition(most=64, wordless=True)
def _rows_of_places(edition: Edition, indicator: str, *, level: Level) -> Mapping[str, npt.NDArray[np.intp]]:
    """Where the rows of each place stand, in their order: to look through those of all places takes longer."""
    places = values(edition, indicator, level=level)["region"].astype("str")
    return {str(code): np.sort(at) for code, at in places.groupby(places).indices.items()}


@cached_per_edition(most=64, wordless=True)
def values_in(edition: Edition, indicator: str, *, level: Level, period: Period) -> pd.DataFrame:
    """IndicatorValue rows of one period; when no place has a cell in it, rows that say so in the words of their state."""
    every = values(edition, indicator, level=level)
    rows = every[every["period"] == period.code]
    if len(rows):
        return rows
    nothing = edition.observations.iloc[:0]
    return compute.indicator_values_for(nothing, spec=INDICATORS[indicator], level=level, periods=[period])


@cached_per_edition(most=32, wordless=True)  # half a megabyte each
def rows_by_place(edition: Edition, indicator: str, *, level: Level, period: Period) -> Mapping[str, Row]:
    """The rows of ``values_in`` by code."""
    return rows_by_code(values_in(edition, indicator, level=level, period=period), period=period)


def row_of(edition: Edition, indicator: str, *, code: str, period: Period) -> Row | None:
    """IndicatorValue row of one place and period, also when no place has a figure; None when it did not exist."""
    return rows_by_place(edition, indicator, level=Level.of(code), period=period).get(code)


def has_figure(edition: Edition, indicator: str, *, code: str, period: Period) -> bool:
    """Whether a place has a figure in a period, at least a count."""
    return (code, period.code) in _with_figure(edition, indicator, level=Level.of(code))


@cached_per_edition(most=256, wordless=True)
def _with_figure(edition: Edition, indicator: str, *, level: Level) -> frozenset[tuple[str, str]]:
    """Code and period of every figure of a level, because a page asks for many."""
    rows = values(edition, indicator, level=level)
    rows = rows[rows["state"].isin(WITH_FIGURE)]
    return frozenset(zip(rows["region"].astype("str"), rows["period"].astype("str"), strict=True))


def dispersion_of(edition: Edition, indicator: str) -> Dispersion:
    """Phi of an indicator: by how much more than chance its figures spread."""
    return compute.dispersion_of(edition.observations, spec=INDICATORS[indicator])
