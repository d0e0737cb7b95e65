"""Is it changing: a change between two periods and a trend, in words that can refuse."""

from __future__ import annotations

import numpy as np

from data_sources.catalogue.model import IndicatorSpec
from data_sources.period import Kind
from geo.registry import Region
from indicators import notation
from indicators.compare import Row
from indicators.sentences import words
from indicators.trend import FEWEST_POINTS, Change, Direction, NoChange, Trend
from indicators.value import Position


def changed(
    found: Change | NoChange, region: Region, *, earlier: Row | None, later: Row | None, spec: IndicatorSpec
) -> str:
    """Sentence on what `indicators.trend.change` found between two rows of one place; its reason when it refused."""
    if isinstance(found, NoChange) or earlier is None or later is None:
        return found.reason if isinstance(found, NoChange) else ""
    place = words.place(region, period=found.later)
    old, new = (notation.number(row["value"]) for row in (earlier, later))
    sign = "" if spec.is_rate else "%"
    percent = f", {notation.change(found.percent, decimals=0)}%" if spec.is_rate and np.isfinite(found.percent) else ""
    points = "" if spec.is_rate else " procentpunt"
    text = (
        f"Van {found.earlier.in_words} naar {found.later.in_words} ging {words.quantity(spec)} in {place} "
        f"van {old}{sign} naar {new}{sign} ({notation.change(found.difference)}{points}{percent})."
    )
    if found.position is Position.SIMILAR:
        return f"{text} Dat verschil kan toeval zijn."
    if found.position is Position.NONE:
        return f"{text} Hoeveel toeval in dit verschil zit, is niet bekend."
    return f"{text} Dat verschil is groter dan toeval en afronding verklaren."


def trend_words(found: Trend, region: Region, *, spec: IndicatorSpec) -> str:
    """Sentence on what `indicators.trend.trend` found; says which periods it speaks about."""
    if found.first is None or found.last is None:
        return "Er zijn geen cijfers om een trend te noemen."
    place = words.place(region, period=found.last)
    one, many = ("jaar", "jaren") if found.first.kind is Kind.YEAR else ("halfjaar", "halfjaren")
    number = f"{notation.small(found.points)} {one if found.points == 1 else many}"
    since = f" We tellen vanaf {found.first.in_words}, want {found.since_break}." if found.since_break else ""
    if found.direction is Direction.TOO_FEW:
        return f"Voor {place} zijn er {found.words}: {number}, en nodig zijn er {notation.small(FEWEST_POINTS[found.first.kind])}.{since}"
    if found.direction is Direction.UNKNOWN:
        return f"Voor {place} geven we {found.words}."
    if found.direction is Direction.STALE and found.newer is not None:
        return (
            f"Voor {place} geven we geen trendwoord: deze reeks stopt bij {found.last.in_words}, en er zijn al cijfers over "
            f"{found.newer.in_words}.{since}"
        )
    span = f"{found.first.in_words} tot en met {found.last.in_words} ({number})"
    kind = str(found.direction) if found.direction is Direction.UNCLEAR else f"een {found.direction}"
    rest = f"{_last_step(found, spec=spec)}{since}"
    if found.first.kind is Kind.YEAR:
        return f"Van {span} is er in {place} {kind} van {words.quantity(spec)}.{rest}"
    # names of half-years are long: in one sentence with the rest nobody reads to the end
    return f"In {place} is er {kind} van {words.quantity(spec)}. Dat geldt voor {span}.{rest}"


def _last_step(found: Trend, *, spec: IndicatorSpec) -> str:
    if found.last_step is None:
        return ""
    sign = "" if spec.is_rate else "%"
    before, last = (f"{notation.number(value)}{sign}" for value in found.last_step)
    return f" De laatste stap ging de andere kant op: van {before} naar {last}."
