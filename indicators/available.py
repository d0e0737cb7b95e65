"""Which indicators a data version can show: after a refresh there are many more than in the carried figures."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from data_sources.catalogue.carried_indicators import CARRIED
from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.observation import Missing
from data_sources.period import Period
from geo import registry

LEAST_COVERED = 0.5  # of the places of a level, in its best period


def available(observations: pd.DataFrame) -> tuple[IndicatorSpec, ...]:
    """Indicators to offer, in the order of the catalogue.

    Those of the start set are always there; another one when, at some level below the country and in some period,
    at least half of the places have a figure.
    """
    return tuple(
        spec for spec in INDICATORS.values() if spec.id in CARRIED or _covered(observations, spec) >= LEAST_COVERED
    )


def filled(observations: pd.DataFrame) -> Mapping[str, frozenset[Level]]:
    """Levels at which each indicator has a published figure in some period, dots included, by id.

    It looks at the cells of the numerators alone: computing every indicator to know it takes a start seconds. A level
    whose places lack what they are divided by is named all the same.
    """
    published = observations["missing"].isin([Missing.PRESENT, Missing.CBS_DOT])
    cells = observations.loc[published, ["table", "measure", "category", "level"]].drop_duplicates()
    present = set(cells.astype("str").itertuples(index=False, name=None))
    return {
        spec.id: frozenset(
            level
            for level in spec.levels
            if any((one.table, one.measure, one.category, str(level)) in present for one in spec.numerator)
        )
        for spec in INDICATORS.values()
    }


def _covered(observations: pd.DataFrame, spec: IndicatorSpec) -> float:
    """Largest part of the places of one level and period that have a figure, over levels with several places."""
    keys = {(cells.table, cells.measure, cells.category) for cells in spec.numerator}
    rows = observations[
        observations["table"].isin({key[0] for key in keys})
        & observations["category"].isin({key[2] for key in keys})
        & observations["measure"].isin({key[1] for key in keys})
        & (observations["missing"] == Missing.PRESENT)
    ]
    best = 0.0
    for level in spec.levels:
        here = rows[rows["level"] == str(level)]
        for period, many in here.groupby("period", observed=True)["region"].nunique().items():
            places = registry.regions(level, year=Period.from_code(str(period)).calendar_year)
            if len(places) > 1:
                best = max(best, int(many) / len(places))
    return best
