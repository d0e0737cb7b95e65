"""Remarks beside a figure: the rate per 100,000 inhabitants that CBS publishes, and the marks of its cells."""

from __future__ import annotations

from collections.abc import Mapping

from data_sources.catalogue.indicators import INDICATORS
from data_sources.level import Level
from data_sources.period import Period
from editions.edition import Edition, cached_per_edition
from editions.values import values
from indicators import beside


@cached_per_edition(most=256)
def sentences_beside(
    edition: Edition, indicator: str, *, level: Level, period: Period
) -> Mapping[str, tuple[str, ...]]:
    """Dutch sentences by region code; places without any are left out."""
    rows = values(edition, indicator, level=level)
    sentences = beside.sentences(
        edition.observations,
        manifest=edition.snapshot.manifest,
        spec=INDICATORS[indicator],
        values=rows[rows["period"] == period.code],
    )
    return {region: texts for (region, _), texts in sentences.items()}
