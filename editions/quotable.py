"""Sentences that are true for exactly one selection, for a council paper or an article."""

from __future__ import annotations

from collections.abc import Sequence

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from editions.edition import Edition
from editions.ranks import rank_ranges
from editions.series import series, trend_of
from editions.values import row_of
from geo import registry
from indicators import sentences
from indicators.comparator import Comparator, NoComparator
from indicators.compare import Comparison, compare


def quotable_sentences(
    edition: Edition,
    indicator: str,
    *,
    code: str,
    period: Period,
    against: Comparator | NoComparator,
    comparison: Comparison | None = None,
) -> Sequence[str]:
    """What may be said about one figure of a place; nothing when the place did not exist in the period.

    ``comparison`` is that of the figure with ``against``, for who has it already.
    """
    spec, row = INDICATORS[indicator], row_of(edition, indicator, code=code, period=period)
    if row is None:
        return ()
    rows = series(edition, indicator, codes=[code], kind=period.kind)
    return sentences.quotable(
        row,
        registry.region(code),
        spec=spec,
        comparator=against,
        comparison=comparison or compare(row, against, spec=spec),
        trend=trend_of(edition, indicator, code=code, kind=period.kind) if rows["value"].notna().sum() > 1 else None,
        ranked=rank_ranges(edition, indicator, level=Level.of(code), period=period).get(code),
    )
