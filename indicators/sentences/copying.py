"""Mag ik dit zo zeggen? Sentences to copy, each true alone: place, period, margin and source inside."""

from __future__ import annotations

import numpy as np

from data_sources.catalogue.model import IndicatorSpec
from geo.registry import Region
from indicators import notation
from indicators.comparator import Comparator, NoComparator, Row
from indicators.compare import Comparison
from indicators.ranks import RankRange
from indicators.sentences import words
from indicators.sentences.compared import against, is_single_rank, rank
from indicators.sentences.over_time import trend_sentence
from indicators.trend import Direction, Trend
from indicators.value import WITH_VALUE, Position, State
from language import N_, _

NOT_VIOLENCE = N_("Een hoger cijfer is niet hetzelfde als meer geweld.")
_AGAINST = {
    Position.LOWER: N_(
        "{quantity} in {place} was in {when} lager dan dat van {other}: {value} ({margin}) tegen {against}"
    ),
    Position.SIMILAR: N_(
        "{quantity} in {place} was in {when} ongeveer gelijk aan dat van {other}: {value} ({margin}) tegen {against}"
    ),
    Position.HIGHER: N_(
        "{quantity} in {place} was in {when} hoger dan dat van {other}: {value} ({margin}) tegen {against}"
    ),
}


def quotable(
    row: Row,
    region: Region,
    *,
    spec: IndicatorSpec,
    comparator: Comparator | NoComparator | None = None,
    comparison: Comparison | None = None,
    trend: Trend | None = None,
    ranked: RankRange | None = None,
) -> list[str]:
    """Sentences a reader may copy for this selection; empty when the place has no figure.

    Each can stand alone in a council paper or an article: it names place, period and source and carries its margin.
    """
    if State(row["state"]) is State.COUNT_ONLY and spec.is_rate:
        return [_count_alone(row, region, spec=spec)]
    if State(row["state"]) not in WITH_VALUE or not np.isfinite(row["value"]):
        return []
    sentences = [_figure(row, region, spec=spec)]
    if isinstance(comparator, Comparator) and comparison is not None and comparison.position is not Position.NONE:
        sentences.append(_against(row, region, comparator, comparison, spec=spec))
    if trend is not None and trend.first is not None and trend.direction is not Direction.TOO_FEW:
        sentence = trend_sentence(trend, region, spec=spec).removesuffix(".")
        sentences.append(_("{sentence} (bron: {source}).", sentence=sentence, source=_source(row)))
    if ranked is not None:
        sentences.append(_ranked(row, region, ranked, spec=spec))
    return sentences


def _count_alone(row: Row, region: Region, *, spec: IndicatorSpec) -> str:
    """The count of a place whose inhabitants are not known; no rate, so nothing to compare it with."""
    period = words.period_of(row)
    noted = notation.remarks(uncertain=row["uncertain"], status=row["status"])
    counts = words.about(words.counted(row["count"], spec=spec), rounded=bool(spec.rounding))
    return _(
        "In {when} telde Veilig Thuis in {place} {counts} (bron: {source}).",
        when=period.in_words,
        place=words.place(region, period=period),
        counts=f"{counts} ({noted})" if noted else counts,
        source=_source(row),
    )


def _figure(row: Row, region: Region, *, spec: IndicatorSpec) -> str:
    period = words.period_of(row)
    place, when = words.place(region, period=period), period.in_words
    noted = notation.remarks(uncertain=row["uncertain"], status=row["status"])
    margin = ", ".join(part for part in (_margin(row, spec=spec), noted) if part)
    if spec.is_rate:
        return _(
            "In {when} telde Veilig Thuis in {place} {counts}, {amount} ({margin}; bron: {source}).",
            when=when,
            place=place,
            counts=words.about(words.counted(row["count"], spec=spec), rounded=words.is_rounded(row, spec=spec)),
            amount=words.amount(row["value"], spec=spec),
            margin=margin,
            source=_source(row),
        )
    return _(
        "In {when} was {quantity} in {place} {value} {whole} ({margin}; bron: {source}).",
        when=when,
        quantity=words.quantity(spec),
        place=place,
        value=notation.percent(row["value"]),
        whole=words.whole(spec),
        margin=margin,
        source=_source(row),
    )


def _against(row: Row, region: Region, comparator: Comparator, comparison: Comparison, *, spec: IndicatorSpec) -> str:
    period = words.period_of(row)
    text = _(
        _AGAINST[comparison.position],
        quantity=words.start(words.quantity(spec)),
        place=words.place(region, period=period),
        when=period.in_words,
        other=notation.with_article((comparison.rest or comparator).name),
        value=notation.figure(row["value"], share=not spec.is_rate),
        margin=_margin(row, spec=spec),
        against=against(comparison, comparator, spec=spec),
    )
    return f"{text} {_(NOT_VIOLENCE)}" if comparison.position is Position.HIGHER else text


def _ranked(row: Row, region: Region, ranked: RankRange, *, spec: IndicatorSpec) -> str:
    period = words.period_of(row)
    place = words.place(region, period=period)
    if is_single_rank(ranked):
        return _(
            "{quantity} in {place} is in {when} {rank} (bron: {source}, eigen berekening).",
            quantity=words.start(words.quantity(spec)),
            place=place,
            when=period.in_words,
            rank=rank(ranked),
            source=_source(row),
        )
    return _(
        "Met {quantity} staat {place} in {when} {rank}; preciezer is dat niet te zeggen "
        "(bron: {source}, eigen berekening).",
        quantity=words.quantity(spec),
        place=place,
        when=period.in_words,
        rank=rank(ranked),
        source=_source(row),
    )


def _margin(row: Row, *, spec: IndicatorSpec) -> str:
    if not words.chance_known(row):
        return _("zoals afgedrukt, toeval onbekend")
    return _("waarschijnlijk {margin}", margin=words.margin(row, spec=spec))


def _source(row: Row) -> str:
    return words.source(str(row["source"]), str(row["table"]))
