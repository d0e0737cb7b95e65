"""Rank ranges and funnels of all places of a level."""

from __future__ import annotations

from collections.abc import Mapping

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from editions.edition import Edition, cached_per_edition
from editions.values import values_in
from indicators import funnel, ranks, unplaced

_NEARLY_ALL = 0.9


def rank_ranges(edition: Edition, indicator: str, *, level: Level, period: Period) -> Mapping[str, ranks.RankRange]:
    """Rank ranges by code, but none when less than nine tenths of the places have a figure: a rank among a few misleads.

    A document that prints all its own places is complete in itself. Where too many counts have no municipality, no place
    is compared with others, in a rank no more than in a word.
    """
    if unplaced.no_verdict(INDICATORS[indicator]):
        return {}
    ranges = _rank_ranges(edition, indicator, level=level, period=period)
    if INDICATORS[indicator].first_comparable is None:
        return ranges
    places = len(values_in(edition, indicator, level=level, period=period))
    return ranges if len(ranges) >= _NEARLY_ALL * places else {}


@cached_per_edition(most=256, wordless=True)
def _rank_ranges(edition: Edition, indicator: str, *, level: Level, period: Period) -> Mapping[str, ranks.RankRange]:
    rows = values_in(edition, indicator, level=level, period=period)
    return ranks.rank_range(ranks.rank_ranges(rows, spec=INDICATORS[indicator]), rows)


@cached_per_edition(most=256)
def funnel_or_reason(edition: Edition, indicator: str, *, level: Level, period: Period) -> funnel.Funnel | str:
    """Funnel of all places of a level, or the Dutch reason why there is none."""
    rows = values_in(edition, indicator, level=level, period=period)
    try:
        return funnel.funnel(rows, spec=INDICATORS[indicator])
    except funnel.NoFunnelError as reason:
        return str(reason)
