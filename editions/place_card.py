"""Texts of the card of one place in one period: its number, its band, and how it compares."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from data_sources.catalogue.indicators import INDICATORS
from data_sources.catalogue.model import IndicatorSpec
from data_sources.level import Level
from data_sources.period import Period
from editions.beside import sentences_beside
from editions.comparators import comparator, comparisons
from editions.edition import Edition, cached_per_edition
from editions.place import REPORTS_AND_ADVICE
from editions.values import row_of
from geo import registry
from indicators import notation, rates, sentences
from indicators.comparator import Comparator, NoComparator, Row
from indicators.compare import Comparison, compare
from indicators.value import Position, State
from language import N_, _

_STANDS = {
    Position.LOWER: N_("lager dan {other} ({figure})"),
    Position.SIMILAR: N_("ongeveer gelijk aan {other} ({figure})"),
    Position.HIGHER: N_("hoger dan {other} ({figure})"),
}


@dataclass(frozen=True)
class CardText:
    """What one row has to say, ready to show; without a figure only ``situation`` is filled."""

    value: str
    unit: str
    chip: str
    situation: str
    comparison: str
    beside: tuple[str, ...] = ()  # what CBS itself prints, and remarks on the cells


@cached_per_edition(most=1024)  # five short texts each
def card_text(
    edition: Edition, indicator: str, *, code: str, period: Period, with_twin: bool = True
) -> CardText | None:
    """Texts of a place, its advice (or reports) twin in them when ``with_twin``; None when it did not exist then."""
    spec, level = INDICATORS[indicator], Level.of(code)
    row = row_of(edition, indicator, code=code, period=period)
    if row is None:
        return None
    twin = row_of(edition, spec.twin, code=code, period=period) if with_twin and spec.twin is not None else None
    everyone = comparisons(edition, indicator, level=level, period=period) if indicator in REPORTS_AND_ADVICE else {}
    return _text_of_row(
        row,
        spec=spec,
        against=comparator(edition, indicator, level=level, period=period),
        decided=everyone.get(code),
        twin=twin,
        beside=sentences_beside(edition, indicator, level=level, period=period).get(code, ()),
    )


def _text_of_row(
    row: Row,
    *,
    spec: IndicatorSpec,
    against: Comparator | NoComparator,
    decided: Comparison | None,
    twin: Row | None,
    beside: tuple[str, ...],
) -> CardText:
    """The number of one IndicatorValue row, how it stands, and the sentences on both; without a figure, why not.

    ``decided`` is how it stands when that is known already; ``beside`` are the sentences of ``editions.beside`` on it.
    """
    place = registry.region(str(row["region"]))
    situation = sentences.situation(row, place, spec=spec, twin=twin, twin_spec=INDICATORS.get(spec.twin or ""))
    if row["state"] == State.COUNT_ONLY and spec.is_rate:
        noun = sentences.noun(spec, number=row["count"])
        return CardText(notation.count(row["count"]), noun, "", situation, "", beside)
    if pd.isna(row["value"]):
        return CardText("", "", "", situation, "", beside)
    share = spec.per == rates.PER_100
    decided = decided or compare(row, against, spec=spec)
    return CardText(
        value=notation.percent(row["value"]) if share else notation.number(row["value"]),
        unit=spec.unit.removeprefix("% ") if share else f"{sentences.noun(spec)} {spec.unit}",
        chip=_chip(decided, against, share=share),
        situation=situation,
        comparison=sentences.comparison(decided, against, spec=spec),
        beside=beside,
    )


def _chip(decided: Comparison, against: Comparator | NoComparator, *, share: bool) -> str:
    if isinstance(against, NoComparator) or decided.position is Position.NONE:
        return ""
    other = decided.rest or against
    return _(_STANDS[decided.position], other=other.name, figure=notation.figure(other.value, share=share))
