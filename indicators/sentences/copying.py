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

NOT_VIOLENCE = "Een hoger cijfer is niet hetzelfde als meer geweld."
_MORE = {Position.LOWER: "lager dan", Position.SIMILAR: "ongeveer gelijk aan", Position.HIGHER: "hoger dan"}


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
        sentences.append(f"{trend_sentence(trend, region, spec=spec).removesuffix('.')} (bron: {_source(row)}).")
    if ranked is not None:
        sentences.append(_ranked(row, region, ranked, spec=spec))
    return sentences


def _count_alone(row: Row, region: Region, *, spec: IndicatorSpec) -> str:
    """The count of a place whose inhabitants are not known; no rate, so nothing to compare it with."""
    period = words.period_of(row)
    about = "ongeveer " if spec.rounding else ""
    noted = notation.remarks(uncertain=row["uncertain"], status=row["status"])
    return (
        f"In {period.in_words} telde Veilig Thuis in {words.place(region, period=period)} "
        f"{about}{words.counted(row['count'], spec=spec)}{f' ({noted})' if noted else ''} (bron: {_source(row)})."
    )


def _figure(row: Row, region: Region, *, spec: IndicatorSpec) -> str:
    period = words.period_of(row)
    place, when = words.place(region, period=period), period.in_words
    noted = notation.remarks(uncertain=row["uncertain"], status=row["status"])
    if spec.is_rate:
        about = "ongeveer " if words.is_rounded(row, spec=spec) else ""
        text = (
            f"In {when} telde Veilig Thuis in {place} {about}{words.counted(row['count'], spec=spec)}, "
            f"{words.amount(row['value'], spec=spec)}"
        )
    else:
        whole = spec.unit.removeprefix("%").strip()
        text = f"In {when} was {words.quantity(spec)} in {place} {notation.percent(row['value'])} {whole}"
    return f"{text} ({_margin(row, spec=spec)}{noted and f', {noted}'}; bron: {_source(row)})."


def _against(row: Row, region: Region, comparator: Comparator, comparison: Comparison, *, spec: IndicatorSpec) -> str:
    period = words.period_of(row)
    quantity = words.quantity(spec)
    text = (
        f"{quantity[:1].upper()}{quantity[1:]} in {words.place(region, period=period)} was in {period.in_words} "
        f"{_MORE[comparison.position]} dat van {notation.with_article((comparison.rest or comparator).name)}: "
        f"{_value(row, spec=spec)} ({_margin(row, spec=spec)}) tegen {against(comparison, comparator, spec=spec)}"
    )
    return f"{text} {NOT_VIOLENCE}" if comparison.position is Position.HIGHER else text


def _ranked(row: Row, region: Region, ranked: RankRange, *, spec: IndicatorSpec) -> str:
    period = words.period_of(row)
    place = words.place(region, period=period)
    if is_single_rank(ranked):
        quantity = words.quantity(spec)
        return (
            f"{quantity[:1].upper()}{quantity[1:]} in {place} is in {period.in_words} {rank(ranked)} "
            f"(bron: {_source(row)}, eigen berekening)."
        )
    return (
        f"Met {words.quantity(spec)} staat {place} in {period.in_words} {rank(ranked)}; "
        f"preciezer is dat niet te zeggen (bron: {_source(row)}, eigen berekening)."
    )


def _value(row: Row, *, spec: IndicatorSpec) -> str:
    return notation.number(row["value"]) if spec.is_rate else notation.percent(row["value"])


def _margin(row: Row, *, spec: IndicatorSpec) -> str:
    if not words.chance_known(row):
        return "zoals afgedrukt, toeval onbekend"
    return f"waarschijnlijk {words.margin(row, spec=spec)}"


def _source(row: Row) -> str:
    return words.source(str(row["source"]), str(row["table"]))
