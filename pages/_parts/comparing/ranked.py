"""Rank ranges and funnels of all places of a level: computed once for a data version, kept for all readers."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from indicators import funnel, ranks
from pages._parts import load

_NEARLY_ALL = 0.9


@functools.lru_cache(maxsize=256)
def ranges(read: load.Edition, indicator: str, level: Level, period: Period) -> Mapping[str, ranks.RankRange]:
    """Rank range of every place with a figure in a period."""
    values = load.values_of(read, indicator, level)
    here = values[values["period"] == period.code]
    return ranks.rank_range(ranks.rank_ranges(here, spec=INDICATORS[indicator]), here)


def of_all(indicator: str, *, level: Level, period: Period) -> Mapping[str, ranks.RankRange]:
    """Rank ranges, but none when less than nine tenths of the places have a figure: a rank among a few misleads.

    A document that prints all its own places is complete in itself.
    """
    found = ranges(load.edition(), indicator, level, period)
    if INDICATORS[indicator].first_comparable is None:
        return found  # a document that prints all its places
    values = load.values(indicator, level=level)
    places = int((values["period"] == period.code).sum())
    return found if len(found) >= _NEARLY_ALL * places else {}


@functools.lru_cache(maxsize=256)
def funnel_of(read: load.Edition, indicator: str, level: Level, period: Period) -> funnel.Funnel | str:
    """Funnel of all places of a level, or the Dutch reason why there is none."""
    values = load.values_of(read, indicator, level)
    try:
        return funnel.funnel(values[values["period"] == period.code], spec=INDICATORS[indicator])
    except funnel.NoFunnelError as reason:
        return str(reason)
