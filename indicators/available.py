"""Which indicators a data version can show: after a refresh there are many more than in the carried figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from data_sources.catalogue.embedded_indicators import EMBEDDED_INDICATORS
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.observation import Missing
from data_sources.period import Period, calendar_years
from geo import registry
from indicators.compute import best_rows

LEAST_COVERED = 0.5  # of the places of a level, in its best period


def available(observations: pd.DataFrame) -> tuple[IndicatorSpec, ...]:
    """Indicators to offer, in the order of the catalogue.

    Those of the start set are always there; another one when, at some level below the country and in some period,
    at least half of the places have a figure.
    """
    present = _Present(observations)
    return tuple(
        spec
        for spec in INDICATORS.values()
        if spec.id in EMBEDDED_INDICATORS or _covered(present, spec) >= LEAST_COVERED
    )


def filled(observations: pd.DataFrame) -> Mapping[str, frozenset[Level]]:
    """Levels at which each indicator has a published figure in some period, dots included, by id.

    It looks at the cells of the numerators alone: computing every indicator to know it takes a start seconds. A count
    without anything to divide it by is a figure too.
    """
    published = observations["missing"].isin([Missing.PRESENT, Missing.CBS_DOT])
    cells = observations.loc[published, ["table", "measure", "category", "level"]].drop_duplicates()
    present = set(cells.astype("str").itertuples(index=False, name=None))
    return {
        spec.id: frozenset(
            level
            for level in spec.levels
            if any((choice.table, choice.measure, choice.category, str(level)) in present for choice in spec.numerator)
        )
        for spec in INDICATORS.values()
    }


def reach(observations: pd.DataFrame) -> Mapping[str, Mapping[tuple[Level, Period], int]]:
    """How many places have a published count per level and period, by id of the indicator.

    Counted from the cells of the numerators alone, so an upper bound where the denominator is not there.
    """
    present = _Present(observations)
    return {
        spec.id: {
            (Level(level), Period.from_code(period)): many for (level, period), many in present.places_of(spec).items()
        }
        for spec in INDICATORS.values()
    }


def periods_by_cells(observations: pd.DataFrame, *, spec: IndicatorSpec, level: Level) -> frozenset[str] | None:
    """Codes of the periods in which a place has a published figure, dots included; None when only computing it tells.

    A count whose inhabitants are not known counts (rule 12). What is divided by other cells has rules of its own.
    """
    if spec.denominator is not None or spec.complement is not None:
        return None
    cells = observations.take(best_rows(observations, spec.numerator, level=level))
    cells = cells[cells["missing"].isin([Missing.PRESENT, Missing.CBS_DOT])]
    years = calendar_years(cells["period"]).tolist()
    places = list(zip(cells["region"].tolist(), years, strict=True))
    there = {(place.code, year) for year in set(years) for place in registry.regions(level, year=year)}
    return frozenset(period for period, place in zip(cells["period"].tolist(), places, strict=True) if place in there)


def _covered(cells: _Present, spec: IndicatorSpec) -> float:
    """Largest part of the places of one level and period that have a figure, over levels with several places."""
    best = 0.0
    for (level, period), many in cells.places_of(spec).items():
        places = registry.regions(Level(level), year=Period.from_code(period).calendar_year)
        if len(places) > 1:
            best = max(best, many / len(places))
    return best


class _Present:
    """The cells with a figure as whole numbers: comparing texts for every indicator takes a start a tenth of a second."""

    def __init__(self, observations: pd.DataFrame) -> None:
        here = (observations["missing"] == Missing.PRESENT).to_numpy()
        names = ("table", "measure", "category", "level", "period", "region")
        columns = {name: observations[name].array for name in names}
        self._texts = {name: column.categories.tolist() for name, column in columns.items()}
        self._codes = {name: np.asarray(column.codes, dtype="int64")[here] for name, column in columns.items()}

    def places_of(self, spec: IndicatorSpec) -> Mapping[tuple[str, str], int]:
        """How many places have a figure for the numerator of an indicator, per level and period."""
        chosen = self._where("level", {str(level) for level in spec.levels})
        for column in ("table", "measure", "category"):
            chosen &= self._where(column, {getattr(cells, column) for cells in spec.numerator})
        levels, periods, regions = (self._codes[column][chosen] for column in ("level", "period", "region"))
        places = set(zip(levels.tolist(), periods.tolist(), regions.tolist(), strict=True))
        counts = Counter((level, period) for level, period, _ in places)
        return {
            (self._texts["level"][level], self._texts["period"][period]): many
            for (level, period), many in counts.items()
        }

    def _where(self, column: str, wanted: Collection[str]) -> npt.NDArray[np.bool_]:
        known = np.array([text in wanted for text in self._texts[column]], dtype=bool)
        return np.take(known, self._codes[column])
