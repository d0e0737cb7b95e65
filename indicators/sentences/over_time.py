"""Is it changing: a change between two periods and a trend, in words that can refuse."""

from __future__ import annotations

import numpy as np

from data_sources.catalogue.model import IndicatorSpec
from data_sources.period import Kind
from geo.registry import Region
from indicators import notation
from indicators.comparator import Row
from indicators.sentences import words
from indicators.trend import FEWEST_POINTS, Change, Direction, NoChange, Trend
from indicators.value import Position


def changed(
    change: Change | NoChange, region: Region, *, earlier: Row | None, later: Row | None, spec: IndicatorSpec
) -> str:
    """Sentence on what `indicators.trend.change` found between two rows of one place; its reason when it refused."""
    if isinstance(change, NoChange) or earlier is None or later is None:
        return change.reason if isinstance(change, NoChange) else ""
    place = words.place(region, period=change.later)
    old, new = (notation.number(row["value"]) for row in (earlier, later))
    sign = "" if spec.is_rate else "%"
    percent = (
        f", {notation.change(change.percent, decimals=0)}%" if spec.is_rate and np.isfinite(change.percent) else ""
    )
    points = "" if spec.is_rate else " procentpunt"
    text = (
        f"Van {change.earlier.in_words} naar {change.later.in_words} ging {words.quantity(spec)} in {place} "
        f"van {old}{sign} naar {new}{sign} ({notation.change(change.difference)}{points}{percent})."
    )
    if change.position is Position.SIMILAR:
        return f"{text} Dat verschil kan toeval zijn."
    if change.position is Position.NONE:
        return f"{text} Hoeveel toeval in dit verschil zit, is niet bekend."
    return f"{text} Dat verschil is groter dan toeval en afronding verklaren."


def trend_sentence(trend: Trend, region: Region, *, spec: IndicatorSpec) -> str:
    """Sentence on what `indicators.trend.trend` found; says which periods it speaks about."""
    if trend.first is None or trend.last is None:
        return "Er zijn geen cijfers om een trend te noemen."
    place = words.place(region, period=trend.last)
    singular, plural = ("jaar", "jaren") if trend.first.kind is Kind.YEAR else ("halfjaar", "halfjaren")
    number = f"{notation.small(trend.points)} {singular if trend.points == 1 else plural}"
    since = f" We tellen vanaf {trend.first.in_words}, want {trend.since_break}." if trend.since_break else ""
    if trend.direction is Direction.TOO_FEW:
        return f"Voor {place} zijn er {trend.words}: {number}, en er zijn er {notation.small(FEWEST_POINTS[trend.first.kind])} nodig.{since}"
    if trend.direction is Direction.UNKNOWN:
        return f"Voor {place} geven we {trend.words}."
    if trend.direction is Direction.STALE and trend.newer is not None:
        return (
            f"Voor {place} geven we geen trendwoord: deze reeks stopt bij {trend.last.in_words}, en er zijn al cijfers over "
            f"{trend.newer.in_words}.{since}"
        )
    span = f"{trend.first.in_words} tot en met {trend.last.in_words} ({number})"
    kind = str(trend.direction) if trend.direction is Direction.UNCLEAR else f"een {trend.direction}"
    rest = f"{_last_step(trend, spec=spec)}{since}"
    if trend.first.kind is Kind.YEAR:
        return f"Van {span} is er in {place} {kind} van {words.quantity(spec)}.{rest}"
    # names of half-years are long: in one sentence with the rest nobody reads to the end
    return f"In {place} is er {kind} van {words.quantity(spec)}. Dat geldt voor {span}.{rest}"


def _last_step(trend: Trend, *, spec: IndicatorSpec) -> str:
    if trend.last_step is None:
        return ""
    sign = "" if spec.is_rate else "%"
    before, last = (f"{notation.number(value)}{sign}" for value in trend.last_step)
    return f" De laatste stap ging de andere kant op: van {before} naar {last}."
